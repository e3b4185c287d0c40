"""The shortest ways on arrays are those of the plain search over all nodes, in the same order."""

from collections.abc import Iterable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from queries.arrays.building import number_parts
from queries.arrays.shape import Ties
from queries.arrays.ways import Ways, find_ways
from queries.paths import shortest_ways

EDGES = st.integers(1, 12).flatmap(
    lambda count: st.tuples(
        st.just(count), st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=30)
    )
)


def neighbours_of(count: int, edges: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    beside: dict[int, set[int]] = {node: set() for node in range(count)}
    for one, other in edges:
        if one != other:
            beside[one].add(other)
            beside[other].add(one)
    return {node: sorted(others) for node, others in beside.items()}


def ties_of(beside: dict[int, list[int]]) -> Ties:
    starts = np.cumsum([0, *map(len, beside.values())])
    ends = np.array([other for others in beside.values() for other in others], np.int32)
    parts, sizes = number_parts(starts, ends, list(beside))
    return Ties(starts, ends, np.ones(len(ends), np.uint8), parts, sizes)


@given(graph=EDGES, ends=st.tuples(st.integers(0, 99), st.integers(0, 99)), most=st.integers(1, 6))
def test_they_are_those_of_the_plain_search(graph, ends, most):
    count, edges = graph
    beside = neighbours_of(count, edges)
    start, end = (place % count for place in ends)
    words = {f"{node:02}": [f"{other:02}" for other in others] for node, others in beside.items()}
    total, ways = shortest_ways(words, f"{start:02}", f"{end:02}", most=most)
    found = find_ways(ties_of(beside), start, end, most=most)
    assert (found.total, [[f"{node:02}" for node in way] for way in found.best]) == (total, [list(way) for way in ways])


def test_very_many_ways_are_counted_exactly():
    """Sixty diamonds in a row: two to the sixtieth ways, more than a float can count."""
    edges = [(3 * at + one, 3 * at + other) for at in range(60) for one, other in ((0, 1), (0, 2), (1, 3), (2, 3))]
    beside = neighbours_of(181, [*edges, (0, 1)])
    found = find_ways(ties_of(beside), 0, 180, most=1)
    assert found.total == 2**60
    assert len(found.best[0]) == 121


def test_from_a_node_to_itself_there_is_one_way_of_no_step():
    assert find_ways(ties_of({0: [], 1: []}), 1, 1, most=4) == Ways(1, ((1,),))


def test_between_what_does_not_hang_together_there_is_none():
    assert find_ways(ties_of({0: [1], 1: [0], 2: []}), 0, 2, most=4) == Ways(0, ())
