"""Places on the drawing: distances as on the ground, names where there is room."""

import math

import pytest

from viz.geography import middles, project, projected_outline

BERLIN, COLOGNE, MUNICH, KIEL = (13.405, 52.52), (6.96, 50.938), (11.576, 48.137), (10.135, 54.323)


@pytest.mark.parametrize(("one", "other"), [(BERLIN, COLOGNE), (BERLIN, MUNICH), (COLOGNE, KIEL), (MUNICH, KIEL)])
def test_distances_are_those_on_the_ground(one: tuple[float, float], other: tuple[float, float]) -> None:
    drawn = math.dist(project(*one), project(*other))
    (east, north), (further_east, further_north) = (tuple(map(math.radians, point)) for point in (one, other))
    half = math.sin((further_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(further_north) * math.sin((further_east - east) / 2) ** 2
    assert drawn == pytest.approx(2 * 6371 * math.asin(math.sqrt(half)), rel=0.01)


def test_east_is_right_and_south_is_below() -> None:
    assert project(*BERLIN)[0] > project(*COLOGNE)[0]
    assert project(*MUNICH)[1] > project(*KIEL)[1]


def test_the_middle_of_each_land_lies_well_within_it() -> None:
    for land, (x, y) in middles().items():
        pieces = projected_outline()[land]
        nearest = min(math.dist((x, y), point) for piece in pieces for point in piece.border)
        width, height = (
            max(point[axis] for piece in pieces for point in piece.border)
            - min(point[axis] for piece in pieces for point in piece.border)
            for axis in (0, 1)
        )
        assert nearest > 0.12 * min(width, height), land


def test_the_middle_of_brandenburg_is_not_berlin() -> None:
    assert math.dist(middles()["de-bb"], middles()["de-be"]) > 40
