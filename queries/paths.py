"""How two are connected: the shortest ways over participations, memberships and branches, a quote on every step.

From the network of `network.py` to paths; next: `path` prints them.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from typing import TypeAlias

from graph.errors import QuestionError
from graph.store import Store
from queries.arrays.opening import Keeping, open_arrays, renew_arrays
from queries.arrays.shape import GROUP, Arrays
from queries.arrays.ways import find_ways
from queries.network import Network, NodeRow, Tie, build_network, reached
from queries.pausing import collection_paused
from queries.snapshot import read_facts, read_facts_between
from queries.standing import read_identity_around
from queries.steady import steady
from seeds.register import Register, load_register

MOST = 4
"""So many ways are given: the shortest and some alternatives of the same length."""
_Level: TypeAlias = Mapping[str, list[str]]
"""The nodes at one distance from the start, each with those before it."""


@dataclass(frozen=True, slots=True)
class Step:
    """From one node to the next, with the facts between them."""

    start: NodeRow
    end: NodeRow
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """The shortest ways from `start` to `end`, all of one length; empty where there is none.

    Those over small tables come first: they say more than those over large ones. `total` counts all ways of this
    length, `length` their steps (None without a way, 0 from a node to itself); `start_reaches` and `end_reaches` count
    the nodes that either is connected with at all.
    """

    start: NodeRow
    end: NodeRow
    length: int | None
    total: int
    paths: tuple[tuple[Step, ...], ...]
    start_reaches: int
    end_reaches: int


@steady
def path(
    store: Store,
    start: str,
    end: str,
    *,
    register: Register | None = None,
    date: str | None = None,
    most: int = MOST,
    keeping: Keeping | None = None,
) -> Connection:
    """How the actors or initiatives with these ids are connected, as known until and standing at the date.

    Gives at most `most` ways. Without a date it looks at the graph's arrays (`keeping` says where they are kept), with
    one at the graph as a whole. Raises QuestionError("unknown_node").
    """
    known = register or load_register()
    if date is None:
        return _connect_by_numbers(store, known, start, end, most=most, keeping=keeping or Keeping())
    with collection_paused():
        facts = read_facts(store, known, date=date)
        ends = facts.identity.of(start), facts.identity.of(end)
        return connect(build_network(facts, date=date), *ends, most=most)


def _connect_by_numbers(
    store: Store, register: Register, start: str, end: str, *, most: int, keeping: Keeping
) -> Connection:
    identity = read_identity_around(store, register, (start, end))
    ends = identity.of(start), identity.of(end)
    try:
        return _connect_in(open_arrays(store, register, keeping=keeping), store, register, ends, most)
    except (KeyError, QuestionError):  # another program may have deleted what the arrays still have
        return _connect_in(renew_arrays(store, register, keeping=keeping), store, register, ends, most)


def _connect_in(arrays: Arrays, store: Store, register: Register, ends: tuple[str, str], most: int) -> Connection:
    """The connection by these arrays. Raises KeyError where the graph has not what they say."""
    start, end = (_number(arrays, id) for id in ends)
    found = find_ways(arrays.ties, start, end, most=most)
    ways = [tuple(arrays.nodes.ids[number] for number in way) for way in found.best]
    network = build_network(
        read_facts_between(store, register, {ends, *(pair for way in ways for pair in pairwise(way))})
    )
    reached_from = [int(arrays.ties.sizes[arrays.ties.parts[number]]) - 1 for number in (start, end)]
    return Connection(
        start=network.nodes[ends[0]],
        end=network.nodes[ends[1]],
        length=len(ways[0]) - 1 if ways else None,
        total=found.total,
        paths=tuple(_steps(network, way) for way in ways),
        start_reaches=reached_from[0],
        end_reaches=reached_from[1],
    )


def _number(arrays: Arrays, id: str) -> int:
    number = arrays.nodes.ids.find(id)
    if number is None or arrays.nodes.sorts[number] == GROUP:
        raise QuestionError("unknown_node", id=id)
    return number


def connect(network: Network, start: str, end: str, *, most: int = MOST) -> Connection:
    """The same in a network already built."""
    for id in (start, end):
        if id not in network.nodes:
            raise QuestionError("unknown_node", id=id)
    total, ways = shortest_ways(network.ties, start, end, most=most)
    return Connection(
        start=network.nodes[start],
        end=network.nodes[end],
        length=len(ways[0]) - 1 if ways else None,
        total=total,
        paths=tuple(_steps(network, way) for way in ways),
        start_reaches=len(reached(network.ties, start, set())) - 1,
        end_reaches=len(reached(network.ties, end, set())) - 1,
    )


def shortest_ways(
    neighbours: Mapping[str, Collection[str]], start: str, end: str, *, most: int
) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """How many shortest ways there are, and the `most` best of them.

    Best is who passes nodes with few neighbours; of equals the first by id.
    """
    levels = _levels(neighbours, start, end)
    if levels is None:
        return 0, ()
    counts = {start: 1}
    best: dict[str, list[tuple[int, tuple[str, ...]]]] = {start: [(0, (start,))]}
    for level in levels:
        for node, before in level.items():
            counts[node] = sum(counts[one] for one in before)
            longer = (
                (cost + (len(neighbours[one]) if one != start else 0), (*way, node))
                for one in before
                for cost, way in best[one]
            )
            best[node] = nsmallest(most, longer)
    return counts[end], tuple(way for _cost, way in best[end])


def _levels(neighbours: Mapping[str, Collection[str]], start: str, end: str) -> list[_Level] | None:
    """What lies on a shortest way, by its distance from the start; None without a way."""
    seen, levels, level = {start}, list[_Level](), {start}
    while end not in seen:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for node in level:
            for other in neighbours[node]:
                if other not in seen:
                    found[other].append(node)
        if not found:
            return None
        seen |= found.keys()
        level = {*found}
        levels.append(found)
    wanted, kept = {end}, list[_Level]()
    for one in reversed(levels):
        kept.append({node: one[node] for node in sorted(wanted)})
        wanted = {before for node in wanted for before in one[node]}
    return kept[::-1]


def _steps(network: Network, way: tuple[str, ...]) -> tuple[Step, ...]:
    nodes = network.nodes
    return tuple(Step(nodes[one], nodes[other], network.ties[one][other]) for one, other in pairwise(way))
