"""The Länder in the overview: what is counted, what is joined, and where it stands."""

import itertools
from collections import Counter
from dataclasses import replace
from typing import Any

from graph.kinds import ActorKind, InitiativeType, Role
from queries.answers import Coverage, Picture, UnknownRegion
from tests.viz.pictures import (
    DOCUMENT,
    UNDATED,
    actor,
    cite,
    homes_picture,
    hostile_picture,
    initiative,
    lands_picture,
    link,
    row,
    single_picture,
    small_picture,
)
from viz.lands import load_lands
from viz.map_data import gather
from viz.overview import Known, Tie, known, ties

HESSE, NORTH = (
    initiative("he", "Am Main", InitiativeType.ALLIANCE, "de-he"),
    initiative("nw", "An der Ruhr", InitiativeType.ALLIANCE, "de-nw"),
)
UNION = actor("union", "IG Metall", ActorKind.UNION)
HOMES = {HESSE.id: ("de-he",), NORTH.id: ("de-nw",), UNION.id: ("de-he", "de-nw")}


def two_lands(*, is_group: bool = False) -> Picture:
    """A union in two Länder: the one on an undated passage, the other on one of March 2017."""
    who = replace(UNION, is_group=is_group)
    links = (
        link(who, HESSE, Role.MEMBER, cite("Die IG Metall ist dabei.", UNDATED)),
        link(who, NORTH, Role.MEMBER, cite("Die IG Metall wirkt mit.", DOCUMENT)),
    )
    rows = tuple(replace(row(one), documents=()) for one in (HESSE, NORTH))
    silence = UnknownRegion("de-by", "Bayern", (cite("Aus Bayern ist nichts bekannt."),))
    return Picture((who,), (HESSE, NORTH), links, (), Coverage(rows, (), (silence,), (DOCUMENT, UNDATED)), False)


def by_land(picture: Picture, homes: dict[str, tuple[str, ...]]) -> dict[str, Known]:
    return {one.land: one for one in known(picture, homes)}


def hubs_of(picture: Picture) -> list[Any]:
    """The discs as the page gets them."""
    page: Any = gather(picture, load_lands()).page["overview"]
    return list(page["hubs"])


def test_a_land_counts_its_initiatives_its_documents_and_its_newest_date() -> None:
    found = by_land(two_lands(), HOMES)
    assert found["de-nw"] == Known("de-nw", 1, 0, 1, "2017-03-14")
    assert found["de-he"] == Known("de-he", 1, 0, 1, None)
    assert found["de-by"] == Known("de-by", 0, 0, 1, "2017-03-14")


def test_all_sixteen_lands_are_there_and_the_rest_only_where_it_occurs() -> None:
    assert len(known(two_lands(), HOMES)) == 16
    assert [one["land"] for one in hubs_of(homes_picture())[-3:]] == ["de", "across", "nowhere"]


def test_an_actor_in_initiatives_of_two_lands_joins_them_and_a_group_without_a_name_does_not() -> None:
    assert ties(two_lands(), HOMES) == (Tie("de-he", "de-nw", 1),)
    assert ties(two_lands(is_group=True), HOMES) == ()


def test_an_initiative_of_two_lands_counts_once_and_is_told_of_in_both() -> None:
    both = initiative("both", "Zwei Länder", InitiativeType.ALLIANCE, None, lands=("de-be", "de-bb"))
    picture = Picture((), (both,), (), (), Coverage((row(both),), (), (), (DOCUMENT,)), False)
    found = by_land(picture, {both.id: ("de-be", "de-bb")})
    assert (found["across"].initiatives, found["de-be"].initiatives, found["de-be"].shared) == (1, 0, 1)


def test_the_sums_are_those_of_the_picture() -> None:
    picture = lands_picture(700)
    page = gather(picture, load_lands())
    homes = {row.id: node for row, node in zip(picture.initiatives, page.nodes, strict=False)}
    counted = Counter(str(node["home"]) for node in homes.values())
    hubs = {str(hub["land"]): hub["initiatives"] for hub in hubs_of(picture)}
    assert {land: count for land, count in hubs.items() if count} == dict(counted)
    assert sum(counted.values()) == len(picture.initiatives)


def test_areas_are_as_the_numbers_and_nothing_lies_over_anything_else() -> None:
    hubs = [hub for hub in hubs_of(lands_picture(2000)) if hub["initiatives"]]
    largest = max(hubs, key=lambda hub: hub["radius"])
    for hub in hubs:
        share = (hub["radius"] / largest["radius"]) ** 2
        assert abs(share - hub["initiatives"] / largest["initiatives"]) < 0.02
    for one, other in itertools.combinations(hubs, 2):
        apart = ((one["x"] - other["x"]) ** 2 + (one["y"] - other["y"]) ** 2) ** 0.5
        assert apart > one["radius"] + other["radius"]


def test_one_land_needs_no_overview_and_a_large_picture_begins_with_it() -> None:
    assert gather(single_picture(), load_lands()).page["overview"] is None
    assert gather(small_picture(), load_lands()).page["views"] == [
        "net",
        "map",
        "around",
        "matrix",
        "table",
        "overview",
    ]
    assert gather(lands_picture(600), load_lands()).page["views"] == [
        "overview",
        "net",
        "map",
        "around",
        "matrix",
        "table",
    ]


def test_lands_that_nobody_knows_have_a_disc_too() -> None:
    picture = hostile_picture()
    assert len(hubs_of(picture)) == 16 + len({row.lands for row in picture.initiatives})
