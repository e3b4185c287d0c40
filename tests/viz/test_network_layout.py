"""Positions: the same every time, nothing on top of anything else, Länder where people expect them."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viz.layout import ISLANDS_ABOVE, Layout, Spot, lay_out
from viz.spacing import pack, push_apart, spread, step_distances, sunflower

LANDS = ("de-nw", "de-by", "de-sh", "across")


def spots(count: int) -> list[Spot]:
    return [Spot(60, 40, LANDS[index % len(LANDS)]) for index in range(count)]


def closest(layout: Layout) -> float:
    return min(math.dist(a, b) for a, b in itertools.combinations(layout.points, 2))


@settings(max_examples=25, deadline=None)
@given(st.data(), st.integers(1, 30))
def test_every_spot_gets_its_own_finite_place(data: st.DataObject, count: int) -> None:
    ends = st.integers(0, count - 1)
    edges = data.draw(st.lists(st.tuples(ends, ends), max_size=40))
    layout = lay_out(spots(count), edges)
    assert len(layout.points) == count
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in layout.points)
    assert layout == lay_out(spots(count), edges)
    assert count == 1 or closest(layout) > 20


def test_nothing_to_lay_out() -> None:
    assert lay_out([], []) == Layout(())


def test_boxes_of_one_group_do_not_overlap() -> None:
    layout = lay_out(spots(20), [(0, index) for index in range(1, 20)])
    for (ax, ay), (bx, by) in itertools.combinations(layout.points, 2):
        assert abs(ax - bx) > 59 or abs(ay - by) > 39


def test_large_pictures_become_islands_that_hold_their_nodes_and_do_not_touch() -> None:
    many = spots(ISLANDS_ABOVE + 100)
    layout = lay_out(many, [(index, index + 4) for index in range(len(many) - 4)])
    assert {island.land for island in layout.islands} == set(LANDS)
    by_land = {island.land: island for island in layout.islands}
    for spot, point in zip(many, layout.points, strict=True):
        island = by_land[spot.land]
        assert math.dist(point, (island.x, island.y)) < island.radius
    for one, other in itertools.combinations(layout.islands, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) > one.radius + other.radius
    assert closest(layout) > 40


def test_north_lies_above_south_among_islands() -> None:
    layout = lay_out(spots(ISLANDS_ABOVE + 4), [])
    height = {island.land: island.y for island in layout.islands}
    assert height["de-sh"] < height["de-by"]


@pytest.mark.parametrize("count", [1, 2, 40])
def test_packed_boxes_do_not_overlap(count: int) -> None:
    sizes = np.array([[50.0 + 7 * (index % 9), 30.0 + 5 * (index % 7)] for index in range(count)])
    places = pack(sizes, sunflower(count), stretch=1.5)
    for left, right in itertools.combinations(range(count), 2):
        gaps = np.abs(places[left] - places[right]) - (sizes[left] + sizes[right]) / 2
        assert gaps.max() >= -1e-6


def test_pushing_apart_separates_identical_places() -> None:
    places = push_apart(np.zeros((9, 2)), np.full((9, 2), 30.0))
    for left, right in itertools.combinations(range(9), 2):
        assert np.abs(places[left] - places[right]).max() > 29


def test_spreading_gives_every_point_one_spot_and_keeps_left_left() -> None:
    points = np.array([[float(index), float(index % 3)] for index in range(17)])
    found = spread(points, sunflower(17))
    assert sorted(map(tuple, found)) == sorted(map(tuple, sunflower(17)))
    assert found[:8, 0].mean() < found[9:, 0].mean()


def test_step_distances_count_lines() -> None:
    steps = step_distances(4, [(0, 1), (1, 2), (2, 3)])
    assert steps[0].tolist() == [0, 1, 2, 3]
    assert steps[2].tolist() == [2, 1, 0, 1]
