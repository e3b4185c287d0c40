"""Positions of many nodes: neighbours near each other, the same on every run, whatever the graph is like."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viz.pivots import scale_by_pivots
from viz.spacing import Floats, spread, sunflower


def communities(groups: int, size: int) -> list[tuple[int, int]]:
    """So many rings, each joined to the next by one line."""
    rings = [(group * size + i, group * size + (i + 1) % size) for group in range(groups) for i in range(size)]
    return rings + [(group * size, (group + 1) * size) for group in range(groups - 1)]


def length_beside_chance(points: Floats, edges: list[tuple[int, int]]) -> float:
    """The mean length of a line, beside the mean distance of any two points."""
    ends = np.array(edges)
    lengths = np.hypot(*(points[ends[:, 0]] - points[ends[:, 1]]).T)
    one, other = np.random.default_rng(0).integers(0, len(points), (2, 4000))
    return float(lengths.mean() / np.hypot(*(points[one] - points[other]).T).mean())


@pytest.mark.parametrize(("groups", "size"), [(20, 40), (5, 200), (60, 10)])
def test_neighbours_lie_near_each_other_even_when_spread_over_a_disc(groups: int, size: int) -> None:
    edges = communities(groups, size)
    points = spread(scale_by_pivots(groups * size, edges), sunflower(groups * size))
    assert length_beside_chance(points, edges) < 0.25


def test_both_directions_are_used() -> None:
    points = scale_by_pivots(800, communities(20, 40))
    assert np.allclose(points.std(axis=0), 1.0)


def test_two_runs_give_the_same_points() -> None:
    edges = communities(10, 30)
    assert np.array_equal(scale_by_pivots(300, edges), scale_by_pivots(300, edges))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 40).flatmap(
        lambda n: st.tuples(
            st.just(n), st.sets(st.tuples(st.integers(0, max(n - 1, 0)), st.integers(0, max(n - 1, 0))))
        )
    )
)
def test_every_graph_gets_a_finite_point_for_each_node(graph: tuple[int, set[tuple[int, int]]]) -> None:
    count, pairs = graph
    edges = sorted((one, other) for one, other in pairs if one < other < count)
    points = scale_by_pivots(count, edges)
    assert points.shape == (count, 2)
    assert np.isfinite(points).all()
