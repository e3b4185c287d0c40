"""Groups of blocks moved together until they nearly touch: paper is small. Pure, and the same on every run."""

from collections.abc import Sequence

import networkx as nx
import numpy as np

from viz.spacing import Floats

_TURNS = np.radians([0, 12, -12, 24, -24, 36, -36])
_ALL_TURNS = np.radians(np.arange(0, 360, 10))
"""How far from its own direction a group is tried; what stands alone has none."""
_DISTANCES = np.linspace(0.0, 2.6, 105)
"""How far from the middle it is tried, in shares of the distance of the farthest group."""
_STEPS = np.linspace(0.0, 1.0, 101)[1:]
_ROUNDS = 3
_ALLEY = 2.0
"""Room that stays free between groups, in millimetres."""


def gather(points: Floats, sizes: Floats, ties: Sequence[tuple[int, int]], *, aspect: float) -> Floats:
    """Move what hangs together as a whole towards the middle, the nearest first, as far as nothing overlaps.

    `sizes` are widths and heights of boxes around the points; `aspect` is the wanted width by height of it all.
    """
    groups = _groups(len(points), ties)
    if len(groups) < 2:
        return points
    moved = _shaped(points, groups, aspect)
    middle = (moved.min(axis=0) + moved.max(axis=0)) / 2
    moved = _set_down(moved, sizes, groups, middle, np.array([aspect, 1.0]))
    for _round in range(_ROUNDS):
        for aim in ((1.0, 0.0), (0.0, 1.0)):
            moved = _drawn_in(moved, sizes, groups, middle, np.array(aim))
    return moved


def _groups(count: int, ties: Sequence[tuple[int, int]]) -> list[list[int]]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(ties)
    return sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))


def _shaped(points: Floats, groups: Sequence[list[int]], aspect: float) -> Floats:
    """The middles of the groups stretched so that all of them together have the wanted shape."""
    width, height = np.maximum(np.ptp(points, axis=0), 1e-6)
    factor = np.array([max(aspect * height / width, 1.0), max(width / (aspect * height), 1.0)])
    moved = points.copy()
    for group in groups:
        middle = points[group].mean(axis=0)
        moved[group] += middle * factor - middle
    return moved


def _from_middle(points: Floats, groups: Sequence[list[int]], middle: Floats, shape: Floats) -> list[int]:
    """The groups by the distance of their middles, the nearest first; `shape` is how wide and high the sheet is."""
    gaps = [float(np.hypot(*((_centre(points, group) - middle) / shape))) for group in groups]
    return sorted(range(len(groups)), key=lambda place: (gaps[place], place))


def _centre(points: Floats, group: list[int]) -> Floats:
    centre: Floats = (points[group].min(axis=0) + points[group].max(axis=0)) / 2
    return centre


def _set_down(points: Floats, sizes: Floats, groups: Sequence[list[int]], middle: Floats, shape: Floats) -> Floats:
    """Each group about in its direction from the middle, as near to it as those set down before leave free."""
    moved = points.copy()
    farthest = max(float(np.hypot(*((_centre(points, group) - middle) / shape))) for group in groups)
    farthest = max(farthest, float(np.sqrt((sizes[:, 0] * sizes[:, 1]).sum())))
    down: list[int] = []
    for place in _from_middle(points, groups, middle, shape):
        group = groups[place]
        centre = _centre(moved, group)
        ways = _spots((centre - middle) / shape, farthest, alone=len(group) == 1) * shape + middle - centre
        half = (moved[group] + sizes[group] / 2).max(axis=0) - centre
        cost = ((np.abs(centre + ways - middle) + half) / shape).max(axis=1)
        apart, needed = _apart(moved, sizes, group, down)
        in_order = ways[np.argsort(cost, kind="stable")]
        moved[group] += next((way for way in in_order if not _overlaps(apart + way, needed)), in_order[-1])
        down += group
    return moved


def _spots(direction: Floats, farthest: float, *, alone: bool) -> Floats:
    """Where a group is tried, as seen from the middle."""
    turns = _ALL_TURNS if alone else _TURNS
    angles = float(np.arctan2(direction[1], direction[0])) + turns
    rays = np.column_stack((np.cos(angles), np.sin(angles)))
    spots: Floats = (rays[None, :, :] * (_DISTANCES * farthest)[:, None, None]).reshape(-1, 2)
    return spots


def _drawn_in(points: Floats, sizes: Floats, groups: Sequence[list[int]], middle: Floats, aim: Floats) -> Floats:
    """Each group moved to the middle along an axis until something is in its way, the nearest first."""
    moved = points.copy()
    for place in _from_middle(moved, groups, middle, np.ones(2)):
        group = groups[place]
        rest = [node for other in groups if other is not group for node in other]
        way = (middle - _centre(moved, group)) * aim
        apart, needed = _apart(moved, sizes, group, rest)
        reached = 0.0
        for part in _STEPS:
            if _overlaps(apart + way * part, needed):
                break
            reached = float(part)
        moved[group] += way * reached
    return moved


def _apart(points: Floats, sizes: Floats, group: list[int], rest: list[int]) -> tuple[Floats, Floats]:
    """How far the boxes of a group lie from others, and how far they must."""
    apart: Floats = points[group][:, None, :] - points[rest][None, :, :]
    needed: Floats = (sizes[group][:, None, :] + sizes[rest][None, :, :]) / 2 + _ALLEY
    return apart, needed


def _overlaps(apart: Floats, needed: Floats) -> bool:
    return bool((np.abs(apart) < needed).all(axis=2).any())
