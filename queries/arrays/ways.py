"""The shortest ways between two nodes, on arrays: searched from both ends, counted and chosen level by level.

It finds the ways that `queries.paths.shortest_ways` finds, in the same order.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from queries.arrays.shape import Numbers, Offsets, Ties

_SURE = 2.0**52
"""Up to here a float counts without an error."""


_Waiting: TypeAlias = tuple[int, tuple[int, ...], int, int]
"""A beginning of a way: what it costs at least, its nodes, its level and the place in it."""


@dataclass(frozen=True, slots=True)
class _Step:
    """From one level of nodes to the next: `befores` and `nexts` are places in either; sorted by `befores`."""

    befores: Offsets
    nexts: Offsets


@dataclass(frozen=True, slots=True)
class Ways:
    """How many shortest ways there are, and the best of them: nodes by number, from end to end."""

    total: int
    best: tuple[tuple[int, ...], ...]


def find_ways(ties: Ties, start: int, end: int, *, most: int) -> Ways:
    """The `most` best of the shortest ways: over nodes with few neighbours; of equals the first by number."""
    if start == end:
        return Ways(1, ((start,),))
    if ties.parts[start] != ties.parts[end] or ties.parts[start] < 0:
        return Ways(0, ())
    levels = _levels(ties, start, end)
    steps = [_step(ties, one, other) for one, other in pairwise(levels)]
    costs = [np.diff(ties.starts)[level] for level in levels]
    costs[0][:] = costs[-1][:] = 0
    return Ways(_count(steps), tuple(islice(_cheapest_first(levels, steps, costs), most)))


def _levels(ties: Ties, start: int, end: int) -> list[Numbers]:
    """What lies on a shortest way, by its distance from the start; each level sorted. There must be a way."""
    count = len(ties.starts) - 1
    distances = [np.full(count, -1, np.int32) for _ in range(2)]
    rims = [np.array([start], np.int32), np.array([end], np.int32)]
    depths = [0, 0]
    for side, rim in enumerate(rims):
        distances[side][rim] = 0
    while True:
        side = int(_width(ties, rims[0]) > _width(ties, rims[1]))
        mine, theirs = distances[side], distances[1 - side]
        _befores, reached = _beside(ties, rims[side])
        depths[side] += 1
        rims[side] = np.unique(reached[mine[reached] < 0])
        mine[rims[side]] = depths[side]
        meeting = rims[side][theirs[rims[side]] >= 0]
        if len(meeting):
            break
    backwards = _trail(ties, meeting, distances[0], depths[0])
    return [*backwards[::-1], meeting, *_trail(ties, meeting, distances[1], depths[1])]


def _trail(ties: Ties, level: Numbers, distances: Numbers, depth: int) -> list[Numbers]:
    """The levels from this one, which is not among them, to where the distance is 0."""
    found: list[Numbers] = []
    for distance in range(depth - 1, -1, -1):
        _befores, reached = _beside(ties, level)
        level = np.unique(reached[distances[reached] == distance])
        found.append(level)
    return found


def _width(ties: Ties, nodes: Numbers) -> int:
    return int((ties.starts[nodes + 1] - ties.starts[nodes]).sum())


def _beside(ties: Ties, nodes: Numbers) -> tuple[Offsets, Numbers]:
    """All neighbours of these nodes, one after the other, and for each whose it is, as a place in `nodes`."""
    begins = ties.starts[nodes]
    counts = ties.starts[nodes + 1] - begins
    whose = np.repeat(np.arange(len(nodes)), counts)
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return whose, ties.ends[begins[whose] + within]


def _step(ties: Ties, level: Numbers, following: Numbers) -> _Step:
    whose, reached = _beside(ties, level)
    places = np.minimum(np.searchsorted(following, reached), len(following) - 1)
    leads = following[places] == reached
    return _Step(whose[leads], places[leads])


def _count(steps: Sequence[_Step]) -> int:
    counts: NDArray[np.float64] = np.ones(1)
    for step in steps:
        counts = np.bincount(step.nexts, weights=counts[step.befores]).astype(np.float64)
    return int(counts[0]) if counts[0] < _SURE else _count_exactly(steps)


def _count_exactly(steps: Sequence[_Step]) -> int:
    counts = {0: 1}
    for step in steps:
        found: dict[int, int] = {}
        for before, following in zip(step.befores.tolist(), step.nexts.tolist(), strict=True):
            found[following] = found.get(following, 0) + counts[before]
        counts = found
    return counts[0]


def _cheapest_first(
    levels: Sequence[Numbers], steps: Sequence[_Step], costs: Sequence[Offsets]
) -> Iterator[tuple[int, ...]]:
    """All ways, those with the smallest sum of costs first, of equals the first by number.

    A search that knows what is ahead (A*, Hart, Nilsson and Raphael 1968, with the true costs) takes up only what it
    gives out.
    """
    ahead = _costs_ahead(steps, costs)
    waiting: list[_Waiting] = [(int(ahead[0][0]), (int(levels[0][0]),), 0, 0)]
    while waiting:
        cost, way, depth, place = heapq.heappop(waiting)
        if depth == len(steps):
            yield way
            continue
        step, following = steps[depth], depth + 1
        first, last = np.searchsorted(step.befores, [place, place + 1])
        spent = cost - int(ahead[depth][place])
        for other in step.nexts[first:last].tolist():
            expected = spent + int(costs[following][other] + ahead[following][other])
            heapq.heappush(waiting, (expected, (*way, int(levels[following][other])), following, other))


def _costs_ahead(steps: Sequence[_Step], costs: Sequence[Offsets]) -> list[Offsets]:
    """Of each node of each level the least that the rest of a way costs."""
    ahead = [np.zeros(1, np.int64)]
    for step, level, following in zip(steps[::-1], costs[-2::-1], costs[:0:-1], strict=True):
        least = np.full(len(level), np.iinfo(np.int64).max)
        np.minimum.at(least, step.befores, (following + ahead[0])[step.nexts])
        ahead.insert(0, least)
    return ahead
