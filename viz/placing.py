"""Where everything lies on the drawing of Germany: initiatives at their town or in their Land, actors around them.

Up to `CROWD_ABOVE` things stand at their place and are pushed apart; above, each Land spreads its own evenly over its
ground. What has no place stands in a row beside the outline. Units are pixels at a zoom of 1; y grows downwards.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from seeds.outline import Point, Polygon
from viz.geography import is_within, middles, projected_outline
from viz.spacing import Floats, push_apart, spread, sunflower

CROWD_ABOVE = 400
_GERMANY_KM2 = 357_000
_CROWD_PER_LAND = 0.25
"""The share of the outline that symbols and names take up, when it is drawn as large as they need."""
_LEAST_PIXELS_PER_KM = 1.2
_RING = 34.0
"""How far the first ring of actors stands from its initiative."""
_BESIDE = 90.0
"""Between the outline and what has no place."""
_ROUNDS = 160
_CELL = 46.0
"""The room of one symbol, where each Land spreads its own."""


@dataclass(frozen=True, slots=True)
class Site:
    """What needs a place. `anchor` is in kilometres as `geography.project` gives them, None without a place of its own;
    `land` is the Land it belongs to, if it is one; `width` and `height` leave room for the label.
    """

    width: float
    height: float
    anchor: Point | None
    land: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A Land as it is drawn: an SVG path, and the point at which its name stands."""

    land: str
    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Places:
    """A point for every site, in the same order, and the ground they stand on.

    `scale` is pixels a kilometre, `largest` the largest radius a symbol may have there; `beside` the top left corner
    of what has no place, None when everything has one.
    """

    points: tuple[Point, ...]
    grounds: tuple[Ground, ...]
    largest: float
    beside: Point | None
    scale: float


def place(sites: Sequence[Site], edges: Sequence[tuple[int, int]]) -> Places:
    """Find a place for every site. An edge leads from what takes part to what it takes part in (indexes)."""
    anchors = _anchors(sites, edges)
    scale = _scale(sites, anchors)
    outline = {land: tuple(_scaled(piece, scale) for piece in pieces) for land, pieces in projected_outline().items()}
    corners = np.array([point for pieces in outline.values() for piece in pieces for point in piece.border])
    corner = (float(corners[:, 0].max()) + _BESIDE, float(corners[:, 1].min()) + _BESIDE)
    placed = [index for index, anchor in enumerate(anchors) if anchor is not None]
    beside = [index for index, anchor in enumerate(anchors) if anchor is None]
    points = np.zeros((len(sites), 2))
    wanted = np.array([anchors[index] or (0.0, 0.0) for index in placed]).reshape(-1, 2) * scale
    largest = math.inf
    if len(sites) > CROWD_ABOVE:
        lands = [sites[index].land for index in placed]
        points[placed], largest = _on_ground(lands, wanted, outline)
    elif placed:
        points[placed] = push_apart(_crowded(placed, edges, wanted), _sizes(sites, placed), pull=0.0, rounds=_ROUNDS)
    if beside:
        points[beside] = _aside(beside, edges, _sizes(sites, beside), crowded=len(sites) > CROWD_ABOVE) + corner
    grounds = tuple(
        Ground(land, _path(outline[land]), round(x * scale, 1), round(y * scale, 1))
        for land, (x, y) in middles().items()
    )
    return Places(
        tuple((round(float(x), 1), round(float(y), 1)) for x, y in points),
        grounds,
        round(min(largest, 60.0), 1),
        corner if beside else None,
        scale,
    )


def _anchors(sites: Sequence[Site], edges: Sequence[tuple[int, int]]) -> list[Point | None]:
    """Where each should stand: at its own anchor, else in the middle of what it takes part in."""
    around: dict[int, list[Point]] = defaultdict(list)
    for who, where in edges:
        anchor = sites[where].anchor
        if sites[who].anchor is None and anchor is not None:
            around[who].append(anchor)
    return [site.anchor or _mean(around[index]) for index, site in enumerate(sites)]


def _mean(points: Sequence[Point]) -> Point | None:
    if not points:
        return None
    return (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))


def _scale(sites: Sequence[Site], anchors: Sequence[Point | None]) -> float:
    """Pixels a kilometre: as many as the symbols need to stand near their places."""
    count = sum(anchor is not None for anchor in anchors)
    size = float(np.mean([site.width * site.height for site in sites])) if sites else 0.0
    return round(max(_LEAST_PIXELS_PER_KM, math.sqrt(count * size / (_GERMANY_KM2 * _CROWD_PER_LAND))), 3)


def _sizes(sites: Sequence[Site], which: Sequence[int]) -> Floats:
    return np.array([[sites[index].width, sites[index].height] for index in which])


def _crowded(placed: Sequence[int], edges: Sequence[tuple[int, int]], wanted: Floats) -> Floats:
    """At first, what wants one spot stands in a disc around it: what is taken part in first, who takes part around."""
    taken = {where for _, where in edges}
    groups: dict[Point, list[int]] = defaultdict(list)
    for rank, (x, y) in enumerate(wanted):
        groups[float(x), float(y)].append(rank)
    points = wanted.copy()
    for members in groups.values():
        ordered = sorted(members, key=lambda rank: (placed[rank] not in taken, rank))
        points[ordered] += sunflower(len(ordered)) * _RING * math.sqrt(len(ordered))
    return points


def _on_ground(
    lands: Sequence[str], wanted: Floats, outline: Mapping[str, tuple[Polygon, ...]]
) -> tuple[Floats, float]:
    """Every Land's own, spread evenly over its ground; and the radius that symbols may have in the fullest."""
    points = wanted.copy()
    members: dict[str, list[int]] = defaultdict(list)
    for rank, land in enumerate(lands):
        members[land].append(rank)
    pitches: list[float] = []
    for land in sorted(members.keys() & outline.keys()):
        spots, pitch = _spots(outline[land], len(members[land]))
        points[members[land]] = spread(wanted[members[land]], spots)
        pitches.append(pitch)
    return points, float(np.median(pitches or [_CELL])) * 0.45


def _spots(pieces: Sequence[Polygon], count: int) -> tuple[Floats, float]:
    """So many points of an even grid on this ground, and the way from one to the next."""
    corners = np.array([point for piece in pieces for point in piece.border])
    low, high = corners.min(axis=0), corners.max(axis=0)
    pitch = math.sqrt(float(np.prod(high - low)) / count)
    while True:
        x, y = np.meshgrid(np.arange(low[0], high[0], pitch), np.arange(low[1], high[1], pitch))
        x[1::2] += pitch / 2
        grid = np.column_stack((x.ravel(), y.ravel()))
        found = grid[is_within(grid, pieces)]
        if len(found) >= count:
            return found[np.linspace(0, len(found) - 1, count).round().astype(int)], pitch
        pitch *= 0.93


def _aside(beside: Sequence[int], edges: Sequence[tuple[int, int]], sizes: Floats, *, crowded: bool) -> Floats:
    """What has no place: in rows from the corner downwards, who takes part near what it takes part in."""
    rank = {index: place for place, index in enumerate(beside)}
    leader = {rank[who]: rank[where] for who, where in reversed(edges) if who in rank and where in rank}
    ordered = sorted(range(len(beside)), key=lambda place: (leader.get(place, place), place in leader, place))
    columns = max(3, round(math.sqrt(len(beside)) / 1.6))
    cells = np.array([[place % columns, place // columns] for place in range(len(beside))])
    points = np.zeros((len(beside), 2))
    points[ordered] = cells * np.array([_CELL, _CELL]) * (1.0 if crowded else 2.2)
    return points if crowded else push_apart(points, sizes, pull=0.0, rounds=_ROUNDS)


def _scaled(piece: Polygon, scale: float) -> Polygon:
    border, *holes = (tuple((x * scale, y * scale) for x, y in ring) for ring in (piece.border, *piece.holes))
    return Polygon(border, tuple(holes))


def _path(pieces: Sequence[Polygon]) -> str:
    """The ground as an SVG path, to be filled by the even-odd rule: each ring in steps of half pixels."""
    rings = [ring for piece in pieces for ring in (piece.border, *piece.holes)]
    return "".join(_steps([(round(x * 2), round(y * 2)) for x, y in ring]) for ring in rings)


def _steps(points: Sequence[tuple[int, int]]) -> str:
    (x, y), steps = points[0], list[str]()
    start = f"M{x / 2:g} {y / 2:g}"
    for further, below in points[1:-1]:
        if (further, below) != (x, y):
            steps.append(f"{(further - x) / 2:g} {(below - y) / 2:g}")
            x, y = further, below
    return f"{start}l{' '.join(steps)}z"
