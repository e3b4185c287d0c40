"""Where everything lies on the map: the same picture always gets the same positions, so that people know their corner.

Up to `ISLANDS_ABOVE` nodes every connected group is laid out by itself and set down near its Land, and what stands
alone is lined up at the right, where static/lists.js sets it as lists; above, every Land is an island of its own.
Units are pixels at a zoom of 1; y grows downwards.
"""

import math
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import networkx as nx
import numpy as np

from viz.pivots import scale_by_pivots
from viz.spacing import Floats, keep_distances, pack, push_apart, spread, step_distances, sunflower

ISLANDS_ABOVE = 400
_STEP = 82.0
"""The wanted length of a line."""
_MIDDLE = (2.0, 2.6)
"""The middle of the tile map of the Länder."""
_LONE_PITCH = 46.0
"""The height of the place of what stands alone."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What needs a place. `width` and `height` leave room for the label; `land` is any home, Land or not."""

    width: float
    height: float
    land: str


@dataclass(frozen=True, slots=True)
class Island:
    """A Land (or what has none) drawn as a disc."""

    land: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A point for every spot, in the same order; islands only on large maps."""

    points: tuple[tuple[float, float], ...]
    islands: tuple[Island, ...] = ()


def lay_out(spots: Sequence[Spot], edges: Sequence[tuple[int, int]]) -> Layout:
    """Find a place for every spot. `edges` are pairs of indexes into `spots`, parallel ones allowed."""
    if not spots:
        return Layout(())
    if len(spots) > ISLANDS_ABOVE:
        return _islands(spots, edges)
    return Layout(_rounded(_groups(spots, edges)))


def _groups(spots: Sequence[Spot], edges: Sequence[tuple[int, int]]) -> Floats:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(spots)))
    graph.add_edges_from(edges)
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    joined, alone = [part for part in parts if len(part) > 1], [part[0] for part in parts if len(part) == 1]
    points = np.zeros((len(spots), 2))
    right = 0.0
    if joined:
        sizes = np.array([[spot.width, spot.height] for spot in spots])
        shapes = [_component(part, graph, sizes[part]) for part in joined]
        boxes = np.array([_extent(shape, sizes[part]) for shape, part in zip(shapes, joined, strict=True)])
        wishes = np.array([_anchor([spots[index].land for index in part]) for part in joined])
        centres = pack(boxes, (wishes - np.array(_MIDDLE)) / np.array(_MIDDLE), stretch=1.35 if alone else 1.7)
        for part, shape, centre in zip(joined, shapes, centres, strict=True):
            points[part] = shape + centre
        right = float((centres + boxes / 2)[:, 0].max())
    for rank, place in enumerate(alone):
        points[place] = (right + 90, (rank - (len(alone) - 1) / 2) * _LONE_PITCH)
    return points


def _component(part: list[int], graph: "nx.Graph[int]", sizes: Floats) -> Floats:
    """One connected group around (0, 0): as wide as its boxes."""
    place = {node: index for index, node in enumerate(part)}
    edges = sorted((place[left], place[right]) for left, right in graph.subgraph(part).edges)
    start = sunflower(len(part)) * _STEP * math.sqrt(len(part)) / 2
    points = keep_distances(step_distances(len(part), edges) * _STEP, start) * np.array([1.25, 0.85])
    points = push_apart(points, sizes)
    low, high = (points - sizes / 2).min(axis=0), (points + sizes / 2).max(axis=0)
    centred: Floats = points - (low + high) / 2
    return centred


def _extent(points: Floats, sizes: Floats) -> Floats:
    low, high = (points - sizes / 2).min(axis=0), (points + sizes / 2).max(axis=0)
    extent: Floats = high - low + np.array([26.0, 26.0 if len(points) < 6 else 40.0])
    return extent


def _islands(spots: Sequence[Spot], edges: Sequence[tuple[int, int]]) -> Layout:
    members: dict[str, list[int]] = defaultdict(list)
    for index, spot in enumerate(spots):
        members[spot.land].append(index)
    lands = sorted(members, key=lambda land: (land not in tiles(), land))
    radii = np.array([48 * math.sqrt(len(members[land])) + 60 for land in lands])
    anchors = np.array([_anchor([land]) for land in lands]) * radii.mean() * np.array([2.6, 1.9])
    sides = np.column_stack((radii, radii)) * 2 + 200
    centres = push_apart(anchors, sides)
    points = np.zeros((len(spots), 2))
    for land, centre, radius in zip(lands, centres, radii, strict=True):
        points[members[land]] = _disc(members[land], edges, radius - 40) + centre
    islands = tuple(
        Island(land, round(float(x), 1), round(float(y), 1), round(float(radius), 1))
        for land, (x, y), radius in zip(lands, centres, radii, strict=True)
    )
    return Layout(_rounded(points), islands)


def _disc(part: list[int], edges: Sequence[tuple[int, int]], radius: float) -> Floats:
    """One island's nodes, spread evenly over its disc, neighbours near each other."""
    place = {node: index for index, node in enumerate(part)}
    inner = sorted({(place[left], place[right]) for left, right in edges if left in place and right in place})
    points = scale_by_pivots(len(part), inner)
    return spread(points, sunflower(len(part)) * radius)


def _anchor(lands: Sequence[str]) -> tuple[float, float]:
    """The middle of these Länder on the tile map; of anything else: the middle of the map."""
    known = [tiles()[land] for land in lands if land in tiles()]
    if not known:
        return _MIDDLE
    return (sum(column for column, _ in known) / len(known), sum(row for _, row in known) / len(known))


def _rounded(points: Floats) -> tuple[tuple[float, float], ...]:
    return tuple((round(float(x), 1), round(float(y), 1)) for x, y in points)


@cache
def tiles() -> dict[str, tuple[float, float]]:
    """Where the Länder lie on the tile map, (column, row); rows grow southwards."""
    table = tomllib.loads((resources.files("viz") / "tiles.toml").read_text(encoding="utf-8"))
    return {land: (column, row) for land, (column, row) in table.items()}
