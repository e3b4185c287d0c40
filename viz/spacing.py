"""Arithmetic of positions: distances kept by a picture, boxes pushed apart. Pure, and the same on every run."""

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_GOLDEN_ANGLE = 2.399963229728653


def sunflower(count: int) -> Floats:
    """`count` points spread evenly over a disc of radius 1, from the middle outwards."""
    ranks = np.arange(count, dtype=np.float64)
    radii = np.sqrt((ranks + 0.5) / max(count, 1))
    return np.column_stack((radii * np.cos(ranks * _GOLDEN_ANGLE), radii * np.sin(ranks * _GOLDEN_ANGLE)))


def step_distances(count: int, edges: list[tuple[int, int]]) -> Floats:
    """How many lines lie between every two nodes of a connected graph, by breadth-first search."""
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for left, right in edges:
        neighbours[left].append(right)
        neighbours[right].append(left)
    steps = np.full((count, count), float(count))
    for start in range(count):
        steps[start, start], frontier, distance = 0.0, [start], 0
        seen = {start}
        while frontier:
            distance += 1
            frontier = sorted({other for node in frontier for other in neighbours[node]} - seen)
            seen.update(frontier)
            steps[start, frontier] = distance
    return steps


def keep_distances(wanted: Floats, start: Floats, *, rounds: int = 120) -> Floats:
    """Move points until their distances come near the wanted ones; near neighbours count most (stress majorization)."""
    points: Floats = start - start.mean(axis=0)
    if len(points) < 2:
        return points
    wanted = np.maximum(wanted, 1e-9)
    weights = wanted**-2.0
    np.fill_diagonal(weights, 0.0)
    totals = weights.sum(axis=1)
    for _ in range(rounds):
        gaps = np.hypot(points[:, None, 0] - points[None, :, 0], points[:, None, 1] - points[None, :, 1])
        pull = weights * wanted / np.maximum(gaps, 1e-6)
        np.fill_diagonal(pull, 0.0)
        moved = (weights @ points + pull.sum(axis=1)[:, None] * points - pull @ points) / totals[:, None]
        points = moved - moved.mean(axis=0)
    return points


def push_apart(centres: Floats, sizes: Floats, *, pull: float = 0.02, rounds: int = 600) -> Floats:
    """Push boxes (width, height) until none overlap, while all are drawn to the middle; the pull fades to nothing."""
    points: Floats = centres + sunflower(len(centres)) * 1e-3
    if len(points) < 2:
        return points
    needed = (sizes[:, None, :] + sizes[None, :, :]) / 2
    for turn in range(rounds):
        middle = points.mean(axis=0)
        points = points + (middle - points) * pull * max(0.0, 1 - turn / (rounds * 0.7))
        shift = _shift(points, needed)
        if (not pull or turn > rounds * 0.7) and not shift.any():
            break
        points = points + shift
    return points


def make_room(points: Floats, sizes: Floats, fixed: NDArray[np.bool_], *, rounds: int = 300) -> Floats:
    """Push what is not fixed out of other boxes (width, height); what is fixed stays, even where two overlap."""
    needed = (sizes[:, None, :] + sizes[None, :, :]) / 2
    for _ in range(rounds):
        shift = np.where(fixed[:, None], 0.0, _shift(points, needed))
        if np.abs(shift).max(initial=0.0) < 0.1:
            break
        points = points + shift * 1.5
    return points


def pack(sizes: Floats, wishes: Floats, *, stretch: float) -> Floats:
    """Set boxes down one by one, the first where it wishes, each other on the free place nearest to its wish.

    `wishes` lie in -1..1 and are scaled to the room that all boxes need; `stretch` is the wanted width by height.
    """
    room = math.sqrt(float((sizes[:, 0] * sizes[:, 1]).sum()) / 2.2)
    scale = np.array([room * math.sqrt(stretch), room / math.sqrt(stretch)])
    spiral = sunflower(6000) * scale * 3
    placed = np.zeros_like(sizes)
    for turn, (size, wish) in enumerate(zip(sizes, wishes * scale * 0.8, strict=True)):
        spots = spiral + wish
        needed = (sizes[:turn] + size) / 2
        apart = np.abs(spots[:, None, :] - placed[None, :turn, :])
        free = ~(apart < needed[None, :, :]).all(axis=2).any(axis=1)
        # Near the wish, but also near the middle: holes are filled before the rim grows.
        cost = np.hypot(*((spots - wish) / scale).T) + 1.1 * np.hypot(*(spots / scale).T)
        placed[turn] = spots[int(np.where(free, cost, np.inf).argmin())]
    return placed


def spread(points: Floats, spots: Floats) -> Floats:
    """Give every point a spot of its own, so that who lies left or above stays left or above: halves to halves."""
    found = np.zeros_like(points)
    open_pairs = [(np.arange(len(points)), np.arange(len(spots)))]
    while open_pairs:
        here, there = open_pairs.pop()
        if len(here) == 1:
            found[here[0]] = spots[there[0]]
            continue
        axis = int(np.ptp(spots[there, 1]) > np.ptp(spots[there, 0]))
        here = here[points[here, axis].argsort(kind="stable")]
        there = there[spots[there, axis].argsort(kind="stable")]
        half = len(here) // 2
        open_pairs += [(here[:half], there[:half]), (here[half:], there[half:])]
    return found


def _shift(points: Floats, needed: Floats) -> Floats:
    """Where overlapping boxes must go: half the overlap each, along the shorter side."""
    apart = points[:, None, :] - points[None, :, :]
    overlap = needed - np.abs(apart)
    hit: NDArray[np.bool_] = np.all(overlap > 0, axis=2)
    np.fill_diagonal(hit, False)
    sideways = overlap[:, :, 0] <= overlap[:, :, 1]
    direction = np.where(apart >= 0, 1.0, -1.0)
    crowding = np.maximum(hit.sum(axis=1), 1)[:, None]
    step_x = (np.where(hit & sideways, overlap[:, :, 0] * direction[:, :, 0], 0.0) / 2).sum(axis=1)
    step_y = (np.where(hit & ~sideways, overlap[:, :, 1] * direction[:, :, 1], 0.0) / 2).sum(axis=1)
    moved: Floats = np.column_stack((step_x, step_y)) / np.sqrt(crowding)
    return moved
