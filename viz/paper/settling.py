"""Blocks set down on the map: what hangs together in one Land as a whole, as near to its place as there is room."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx
import numpy as np

from seeds.outline import Point
from viz.layout import Spot, lay_out
from viz.paper.blocks import Block
from viz.paper.items import Box
from viz.paper.net import PIXELS
from viz.paper.scene import Scene
from viz.spacing import Floats, sunflower

_ZOOMS = tuple(1.15 * 0.93**step for step in range(26))
_FULLEST = 0.5
"""So much of the frame may be covered, else smaller letters are tried at once."""
_FARTHEST, _FLOOR = 0.15, 0.58
"""How far from its place anything may be set down, in shares of the frame's width; below this zoom anywhere will do."""
_SPOTS = 1600
_AT_A_TIME = 60_000
"""So many distances are looked at in one go."""


_FREE = (52.0, 26.0)
"""The room for what is said of a Land of which nothing is known."""

_Taken: TypeAlias = Sequence[tuple[Floats, Floats]]
"""Points and sizes of what stands already."""


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Blocks moved as a whole: their offsets from the middle of its tables, which belongs at `anchor`, and sizes."""

    members: tuple[int, ...]
    offsets: Floats
    sizes: Floats
    anchor: Floats


def settle(
    scene: Scene, blocks: Sequence[Block], anchors: Mapping[str, Point], frame: Box, kept_free: Sequence[Point]
) -> tuple[Floats, float]:
    """A point for each block, and the zoom at which all of them have room; the letters are as large as that allows.

    Around the points `kept_free` nothing is set down.
    """
    free = [(np.array([point]), np.array([_FREE])) for point in kept_free]
    clusters = _clusters(scene, blocks, anchors)
    covered = sum(float((one.sizes[:, 0] * one.sizes[:, 1]).sum()) for one in clusters)
    room = _FULLEST * frame.width * frame.height
    first, last = (
        next((n for n, zoom in enumerate(_ZOOMS) if covered * zoom**2 <= room), len(_ZOOMS) - 1),
        len(_ZOOMS) - 1,
    )
    found = _set_down(clusters, frame, _ZOOMS[last], free)
    while first < last:
        middle = (first + last) // 2
        tried = _set_down(clusters, frame, _ZOOMS[middle], free)
        if len(tried) == len(clusters):
            found, last = tried, middle
        else:
            first = middle + 1
    points = np.zeros((len(blocks), 2))
    for number, cluster in enumerate(clusters):
        points[list(cluster.members)] = found.get(number, cluster.anchor) + cluster.offsets * _ZOOMS[last]
    return points, _ZOOMS[last]


def _set_down(clusters: Sequence[_Cluster], frame: Box, zoom: float, free: _Taken) -> dict[int, Floats]:
    """Where the middle of each comes to lie, the largest first; it ends at the first that has no room."""
    spots = sunflower(_SPOTS) * frame.width * (_FARTHEST if zoom > _FLOOR else 4.0)
    found: dict[int, Floats] = {}
    taken = [*free]
    for number in sorted(range(len(clusters)), key=lambda one: (-float(clusters[one].sizes.prod(axis=1).sum()), one)):
        cluster = clusters[number]
        sizes, offsets = cluster.sizes * zoom, cluster.offsets * zoom
        low, high = (offsets - sizes / 2).min(axis=0), (offsets + sizes / 2).max(axis=0)
        least, most = np.array([frame.left, frame.top]) - low, np.array([frame.right, frame.bottom]) - high
        inside = np.minimum(np.maximum(cluster.anchor + spots, least), most)
        in_order = inside[np.argsort(np.hypot(*(inside - cluster.anchor).T), kind="stable")]
        if not taken:
            found[number] = in_order[0]
        else:
            spot = _first_free(in_order, offsets, sizes, taken)
            if spot is None:
                break
            found[number] = spot
        taken.append((found[number] + offsets, sizes))
    return found


def _first_free(spots: Floats, offsets: Floats, sizes: Floats, taken: _Taken) -> Floats | None:
    points = np.concatenate([points for points, _ in taken])
    needed = (sizes[:, None, :] + np.concatenate([sizes for _, sizes in taken])[None, :, :]) / 2
    apart = offsets[:, None, :] - points[None, :, :]
    some = max(1, _AT_A_TIME // apart.size)
    for start in range(0, len(spots), some):
        few = spots[start : start + some]
        over = (np.abs(apart[None] + few[:, None, None, :]) < needed[None]).all(axis=3)
        hit = over.reshape(len(few), -1).any(axis=-1)
        if not hit.all():
            found: Floats = few[int(hit.argmin())]
            return found
    return None


def _clusters(scene: Scene, blocks: Sequence[Block], anchors: Mapping[str, Point]) -> list[_Cluster]:
    """What hangs together in one Land; what is tied over its border is only joined to it by lines."""
    homes = _homes(scene)
    inner = [(tie.who, tie.where) for tie in scene.ties if homes[tie.who] == homes[tie.where]]
    spots = [Spot(one.width * PIXELS, one.height * PIXELS, "") for one in blocks]
    layout = np.array(lay_out(spots, inner).points) / PIXELS
    tables = defaultdict[int, set[int]](set)
    for tie in scene.ties:
        tables[tie.who].add(tie.where)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(blocks)))
    graph.add_edges_from(inner)
    clusters: list[_Cluster] = []
    for part in nx.connected_components(graph):
        members = sorted(part)
        sited = [one for one in members if blocks[one].node.key in anchors]
        lookout = sited or [table for one in members for table in sorted(tables[one])]
        anchor = np.array([anchors[blocks[one].node.key] for one in lookout]).mean(axis=0)
        middle = layout[sited or members].mean(axis=0)
        sizes = np.array([[blocks[one].width, blocks[one].height] for one in members])
        clusters.append(_Cluster(tuple(members), layout[members] - middle, sizes, anchor))
    return clusters


def _homes(scene: Scene) -> list[str]:
    """For each node where it is drawn: an initiative in its Länder, an actor where most of its tables are."""
    around: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for tie in scene.ties:
        around[tie.who]["|".join(scene.nodes[tie.where].lands)] += 1
    homes: list[str] = []
    for place, node in enumerate(scene.nodes):
        found = around[place].most_common(1)
        homes.append(found[0][0] if found else "|".join(node.lands))
    return homes
