"""Where on a drawing of Germany something lies: a projection, and the middle of each Land for its name.

The projection is Lambert's conformal conic one with the parallels usual for Germany (48° 40' and 53° 40' N; Snyder,
Map Projections, 1987, formulas 15-1 to 15-5, on a sphere).
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from seeds.outline import Point, Polygon, load_outline

SOURCE = "GeoBasis-DE / BKG"
"""Whom every picture with the outline names."""

_RADIUS = 6371.0
_FIRST, _SECOND, _NORTH, _EAST = (math.radians(degrees) for degrees in (48 + 2 / 3, 53 + 2 / 3, 51.0, 10.5))
_STEPS = 48
"""Candidates for a middle along the longer side of a Land."""


def _stretch(latitude: float) -> float:
    return math.tan(math.pi / 4 + latitude / 2)


_CONE = math.log(math.cos(_FIRST) / math.cos(_SECOND)) / math.log(_stretch(_SECOND) / _stretch(_FIRST))
_SCALE = _RADIUS * math.cos(_FIRST) * _stretch(_FIRST) ** _CONE / _CONE
_MIDDLE = _SCALE / _stretch(_NORTH) ** _CONE


def project(longitude: float, latitude: float) -> Point:
    """Kilometres to the right of and below 10.5° E, 51° N, for degrees.

    >>> project(10.5, 51.0)
    (0.0, 0.0)
    """
    distance = _SCALE / _stretch(math.radians(latitude)) ** _CONE
    angle = _CONE * (math.radians(longitude) - _EAST)
    return round(distance * math.sin(angle), 3), round(distance * math.cos(angle) - _MIDDLE, 3)


@cache
def projected_outline() -> Mapping[str, tuple[Polygon, ...]]:
    """The pieces of each Land in kilometres, as `project` gives them."""
    return {land: tuple(_projected(one) for one in pieces) for land, pieces in load_outline().items()}


@cache
def middles() -> Mapping[str, Point]:
    """For each Land the point farthest from its borders, in kilometres: where a name or a crowd has most room."""
    return {land: _middle(max(pieces, key=_extent)) for land, pieces in projected_outline().items()}


def is_within(points: NDArray[np.float64], pieces: Sequence[Polygon]) -> NDArray[np.bool_]:
    """Whether each point (a row) lies on this ground, and in none of its holes."""
    rings = [np.array(ring) for piece in pieces for ring in (piece.border, *piece.holes)]
    within: NDArray[np.bool_] = np.logical_xor.reduce([_is_inside(points, ring) for ring in rings])
    return within


def _projected(polygon: Polygon) -> Polygon:
    border, *holes = (tuple(project(*point) for point in ring) for ring in (polygon.border, *polygon.holes))
    return Polygon(border, tuple(holes))


def _extent(polygon: Polygon) -> float:
    points = np.array(polygon.border)
    width, height = np.ptp(points, axis=0)
    return float(width * height)


def _middle(polygon: Polygon) -> Point:
    """The best of a grid of candidates; the grid is fine enough for a name."""
    points = np.array(polygon.border)
    low, high = points.min(axis=0), points.max(axis=0)
    step = float((high - low).max()) / _STEPS
    x, y = np.meshgrid(np.arange(low[0], high[0], step), np.arange(low[1], high[1], step))
    grid = np.column_stack((x.ravel(), y.ravel()))
    rings = [np.array(ring) for ring in (polygon.border, *polygon.holes)]
    clear = np.min([_distance(grid, ring) for ring in rings], axis=0)
    best = grid[int(np.where(is_within(grid, (polygon,)), clear, -1.0).argmax())]
    return round(float(best[0]), 3), round(float(best[1]), 3)


def _is_inside(points: NDArray[np.float64], ring: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether a ray to the right crosses the ring an odd number of times."""
    start, end = ring[:-1], ring[1:]
    x, y = points[:, :1], points[:, 1:]
    spans = (start[:, 1] > y) != (end[:, 1] > y)
    rise = np.where(end[:, 1] == start[:, 1], 1.0, end[:, 1] - start[:, 1])
    crossing = start[:, 0] + (y - start[:, 1]) * (end[:, 0] - start[:, 0]) / rise
    odd: NDArray[np.bool_] = (spans & (x < crossing)).sum(axis=1) % 2 == 1
    return odd


def _distance(points: NDArray[np.float64], ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """From each point to the nearest corner of the ring."""
    gaps = points[:, None, :] - ring[None, :, :]
    nearest: NDArray[np.float64] = np.hypot(gaps[..., 0], gaps[..., 1]).min(axis=1)
    return nearest
