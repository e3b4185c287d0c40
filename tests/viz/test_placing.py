"""Positions on the drawing of Germany: near their place, nothing on top of anything else, the same every time."""

import itertools
import math
import re

import numpy as np
import pytest

from seeds.outline import Point
from tests.viz.pictures import homes_picture, sized_picture, small_picture
from viz.geography import is_within, middles, project, projected_outline
from viz.lands import load_lands
from viz.map_data import gather
from viz.placing import CROWD_ABOVE, Places, Site, place

FRANKFURT, MUNICH, HAMBURG = project(8.68, 50.11), project(11.58, 48.14), project(10.0, 53.55)


def sites(*anchors: Point | None) -> list[Site]:
    return [Site(60, 40, anchor, "de-he") for anchor in anchors]


def kilometres(places: Places) -> list[Point]:
    """The points as kilometres: the scale is that of the ground's names."""
    land = places.grounds[0]
    x, y = middles()[land.land]
    scale = math.hypot(land.x, land.y) / math.hypot(x, y)
    return [(left / scale, top / scale) for left, top in places.points]


def test_an_initiative_stands_at_its_town_and_its_actors_around() -> None:
    found = place(sites(FRANKFURT, HAMBURG, None, None), [(2, 0), (3, 0)])
    frankfurt, hamburg, *actors = kilometres(found)
    assert math.dist(frankfurt, FRANKFURT) < 60 and math.dist(hamburg, HAMBURG) < 60
    assert all(math.dist(one, frankfurt) < 120 for one in actors)
    assert found.beside is None


def test_things_at_one_place_do_not_cover_each_other() -> None:
    found = place(sites(*[FRANKFURT] * 12), [])
    for (ax, ay), (bx, by) in itertools.combinations(found.points, 2):
        assert abs(ax - bx) > 58 or abs(ay - by) > 38


def test_who_takes_part_in_two_places_stands_between_them() -> None:
    between = kilometres(place(sites(FRANKFURT, MUNICH, None), [(2, 0), (2, 1)]))[2]
    assert math.dist(between, ((FRANKFURT[0] + MUNICH[0]) / 2, (FRANKFURT[1] + MUNICH[1]) / 2)) < 40


def test_what_has_no_place_stands_beside_the_outline_with_its_actors() -> None:
    found = place(sites(FRANKFURT, None, None), [(2, 1)])
    right = max(x for pieces in projected_outline().values() for piece in pieces for x, _ in piece.border)
    assert found.beside is not None
    assert [x > right for x, _ in kilometres(found)] == [False, True, True]


def test_large_maps_keep_everything_in_its_own_land() -> None:
    lands = ("de-nw", "de-by", "de-be")
    many = [Site(60, 40, middles()[lands[index % 3]], lands[index % 3]) for index in range(CROWD_ABOVE + 200)]
    found = place(many, [])
    for land in lands:
        own = [point for point, site in zip(kilometres(found), many, strict=True) if site.land == land]
        assert is_within(np.array(own), projected_outline()[land]).mean() > 0.98
    assert len(set(found.points)) == len(many)


@pytest.mark.parametrize("count", [0, 60, CROWD_ABOVE + 100])
def test_equal_pictures_get_equal_places(count: int) -> None:
    picture = sized_picture(count) if count else small_picture()
    one, other = (gather(picture, load_lands()) for _ in range(2))
    assert one.page["ground"] == other.page["ground"]
    assert [node["there"] for node in one.nodes] == [node["there"] for node in other.nodes]


def test_every_land_is_a_path_and_has_a_name() -> None:
    lands = gather(homes_picture(), load_lands()).page["ground"]
    assert isinstance(lands, dict)
    assert len(lands["lands"]) == 16
    assert {land["name"] for land in lands["lands"]} >= {"Hessen", "Berlin", "Thüringen"}
    assert all(re.fullmatch(r"(M[-\d. ]+l[-\d. ]+z)+", land["path"]) for land in lands["lands"])
    assert lands["source"] == "GeoBasis-DE / BKG"
