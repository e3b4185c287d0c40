"""The outline of the Länder fits the register: sixteen of them, closed, and every town in or near its own."""

import math
from itertools import pairwise

import pytest

from seeds.outline import Ring, load_outline
from seeds.register import load_register

LANDS = sorted(load_outline())


def is_inside(ring: Ring, longitude: float, latitude: float) -> bool:
    """Whether a ray to the east crosses the ring an odd number of times."""
    crossings = 0
    for (x, y), (next_x, next_y) in pairwise(ring):
        if (y > latitude) is not (next_y > latitude):
            crossings += longitude < x + (latitude - y) * (next_x - x) / (next_y - y)
    return crossings % 2 == 1


def kilometres(ring: Ring, longitude: float, latitude: float) -> float:
    """From the point to the nearest corner."""
    shrink = math.cos(math.radians(latitude))
    return min(math.hypot((x - longitude) * shrink, y - latitude) for x, y in ring) * 111.2


def test_there_are_the_sixteen_laender_of_the_register() -> None:
    register = load_register()
    assert len(LANDS) == 16
    assert {register.region(land).kind for land in LANDS} == {"land"}


@pytest.mark.parametrize("land", LANDS)
def test_every_line_is_closed(land: str) -> None:
    for piece in load_outline()[land]:
        for ring in (piece.border, *piece.holes):
            assert ring[0] == ring[-1]
            assert len(ring) > 3


@pytest.mark.parametrize("land", LANDS)
def test_every_kreis_and_town_has_its_middle_in_or_near_its_land(land: str) -> None:
    """Helgoland is smaller than the islands that are drawn."""
    register = load_register()
    outside = {}
    for region in register.regions.values():
        if region.land != land or region.latitude is None or region.longitude is None:
            continue
        point = (region.longitude, region.latitude)
        if not any(is_inside(piece.border, *point) for piece in load_outline()[land]):
            outside[region.name] = min(kilometres(piece.border, *point) for piece in load_outline()[land])
    assert {name for name, distance in outside.items() if distance > 12} <= {"Helgoland"}
    assert len(outside) < 60


def test_berlin_is_a_hole_in_brandenburg_and_bremen_in_niedersachsen() -> None:
    outline = load_outline()
    assert any(is_inside(hole, 13.4, 52.52) for piece in outline["de-bb"] for hole in piece.holes)
    assert any(is_inside(hole, 8.8, 53.08) for piece in outline["de-ni"] for hole in piece.holes)
