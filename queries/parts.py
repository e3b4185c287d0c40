"""What a network would fall into without one of its nodes, from a single walk over it. Pure.

In the walk's order whatever hangs on a node stands in one span behind it, and what leads past the node is known by how
far back a span's ties reach: J. Hopcroft, R. Tarjan, Efficient algorithms for graph manipulation, Communications of the
ACM 16, 372-378, 1973.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from queries.answers import InitiativeRow
from queries.network import Network, by_size

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Part:
    """What would hang together without a node: how many actors and initiatives, and the largest initiatives' names."""

    actors: int
    initiatives: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """A network in the order of a depth-first walk: each node has a place, and by place there is what was found there.

    `ends`: where the span of what was reached through the node ends. `lows`: the first place a tie of that span leads
    to. `firsts`, `lasts`: where all that hangs together with the node begins and ends. `ranks`: of an initiative that
    among all by size, -1 of an actor; `names` are the initiatives' by rank.
    """

    places: Mapping[str, int]
    ends: Sequence[int]
    lows: Sequence[int]
    firsts: Sequence[int]
    lasts: Sequence[int]
    ranks: NDArray[np.int64]
    names: Sequence[str]


def walk(network: Network) -> Walk:
    """Go once over the network."""
    places, ends, lows, firsts = dict[str, int](), list[int](), list[int](), list[int]()
    lasts = list[int]()
    for root in network.ties:
        if root not in places:
            begin = len(places)
            _go(network, root, places, ends, lows)
            firsts += [begin] * (len(places) - begin)
            lasts += [len(places)] * (len(places) - begin)
    sized = by_size(network, (id for id, row in network.nodes.items() if isinstance(row, InitiativeRow)))
    ranks = np.full(len(places), -1, np.int64)
    ranks[[places[id] for id in sized]] = np.arange(len(sized))
    return Walk(places, ends, lows, firsts, lasts, ranks, [network.nodes[id].name for id in sized])


def parts_without(found: Walk, id: str) -> tuple[Part, ...]:
    """The parts that hang together through this node alone, the largest first; only what has initiative and actor."""
    at = found.places[id]
    parts, rest = list[Part | None](), [(found.firsts[at], at), (found.ends[at], found.lasts[at])]
    begin = at + 1
    while begin < found.ends[at]:
        span = begin, found.ends[begin]
        if found.lows[begin] < at:
            rest.append(span)
        else:
            parts.append(_part(found, [span]))
        begin = found.ends[begin]
    there = [part for part in (*parts, _part(found, rest)) if part]
    return tuple(sorted(there, key=lambda part: (-part.initiatives, -part.actors, part.names)))


def _go(network: Network, root: str, places: dict[str, int], ends: list[int], lows: list[int]) -> None:
    """Walk from here to all that hangs together with it."""

    def enter(id: str) -> tuple[int, Iterator[str]]:
        places[id] = len(places)
        ends.append(0)
        lows.append(places[id])
        return places[id], iter(network.ties[id])

    under = [enter(root)]
    while under:
        at, others = under[-1]
        for other in others:
            if other not in places:
                under.append(enter(other))
                break
            lows[at] = min(lows[at], places[other])
        else:
            under.pop()
            ends[at] = len(places)
            if under:
                above = under[-1][0]
                lows[above] = min(lows[above], lows[at])


def _part(found: Walk, spans: Sequence[tuple[int, int]]) -> Part | None:
    """What stands in these spans; None where that has no initiative or no actor."""
    size = sum(end - begin for begin, end in spans)
    if size < 2:
        return None
    ranks = np.concatenate([found.ranks[begin:end] for begin, end in spans])
    ranks = ranks[ranks >= 0]
    if not 0 < len(ranks) < size:
        return None
    largest = np.sort(ranks if len(ranks) <= _NAMED else np.partition(ranks, _NAMED)[:_NAMED])
    first: list[int] = largest.tolist()
    return Part(size - len(ranks), len(ranks), tuple(found.names[rank] for rank in first))
