"""Answers on what several documents call by several names: one initiative, with everything all of them say."""

import pytest

from graph.kinds import ActorKind, InitiativeType, Role
from queries.answers import CellValue, Column
from queries.coverage import coverage
from queries.figures import holdings
from queries.picture import picture
from queries.profile import actor_profile, initiative_profile
from queries.search import find
from queries.snapshot import read_facts
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()
IHK, UNION = ActorKind.CHAMBER, ActorKind.UNION


def first():
    return (
        a_reading("a.txt", date="2018")
        .initiative("Werkbankpakt Thüringen", region="de-th", since="2016", topics=("Fachkräfte",))
        .actor("IG Metall", UNION, register_id="ig-metall")
        .participates("IG Metall", "Werkbankpakt Thüringen", Role.MEMBER)
        .group("Kammern", IHK, "Werkbankpakt Thüringen")
        .participates("Kammern", "Werkbankpakt Thüringen")
        .build()
    )


def second():
    return (
        a_reading("b.txt", date="2020")
        .initiative("Thüringer Werkbankpakt", region="de-th", since="2016-03", topics=("Energie",))
        .initiative("Werkbanktag", region="de-th", type=InitiativeType.EVENT, part_of="Thüringer Werkbankpakt")
        .actor("IG Metall", UNION, register_id="ig-metall")
        .participates("IG Metall", "Thüringer Werkbankpakt", Role.MEMBER)
        .actor("DGB", UNION, register_id="dgb")
        .participates("DGB", "Thüringer Werkbankpakt", Role.LEAD)
        .group("Kammern", IHK, "Thüringer Werkbankpakt")
        .participates("Kammern", "Thüringer Werkbankpakt")
        .build()
    )


@pytest.fixture(params=[(first, second), (second, first)])
def both(store, request):
    for make in request.param:
        store.write_reading(make())
    return store


def test_it_is_found_once_under_each_of_its_names_and_ids(both):
    found = [find(both, name, register=REGISTER) for name in ("Werkbankpakt Thüringen", "Thüringer Werkbankpakt")]
    [[one], [other]] = [list(one.matches) for one in found]
    assert one.id == other.id
    assert {one.name, *one.aliases} == {"Werkbankpakt Thüringen", "Thüringer Werkbankpakt"}
    raw = [key for reading in (first(), second()) for key in (reading.nodes[0].id,)]
    assert {find(both, key, register=REGISTER).matches[0].id for key in raw} == {one.id}


def test_its_profile_has_the_facts_and_the_evidence_of_all(both):
    raw = [reading.nodes[0].id for reading in (first(), second())]
    profiles = [initiative_profile(both, id, register=REGISTER) for id in raw]
    assert profiles[0] == profiles[1]
    profile = profiles[0]
    assert profile.initiative.since == "2016"
    assert set(profile.initiative.topics) == {
        "Energie",
        "Fachkräfte",
    }
    assert [row.address for row in profile.documents] == ["a.txt", "b.txt"]
    said = {(seat.actor.name, seat.role, len(seat.evidence)) for seat in profile.seats}
    assert said == {("IG Metall", Role.MEMBER, 2), ("DGB", Role.LEAD, 1), ("Kammern", Role.MEMBER, 2)}
    assert [part.name for part in profile.parts] == ["Werkbanktag"]


def test_an_actor_has_one_seat_in_it_with_both_quotes(both):
    [seat] = actor_profile(both, "actor:ig-metall", register=REGISTER).seats
    assert [evidence.document_address for evidence in seat.evidence] == ["b.txt", "a.txt"]


def test_the_matrix_and_the_map_have_it_once(both):
    [row] = coverage(both, REGISTER).rows
    [union] = [cell for cell in row.cells if cell.column is Column.UNION]
    assert (union.value, union.who, union.newest) == (CellValue.PRESENT, ("DGB", "IG Metall"), "2020")
    drawn = picture(both, REGISTER)
    assert len([one for one in drawn.initiatives if "Werkbankpakt" in one.name]) == 1
    assert len([one for one in drawn.actors if one.is_group]) == 1
    assert len(drawn.links) == 3


def test_figures_count_it_once(both):
    held = holdings(both, register=REGISTER)
    assert held.total.initiatives == 2
    assert held.total.participations == 3
    assert [one.figures.initiatives for one in held.documents] == [1, 2]


def test_before_it_began_none_of_its_names_is_in_the_matrix(both):
    assert read_facts(both, REGISTER, date="2015").initiatives.keys() == set()


def test_when_one_document_goes_exactly_what_it_said_goes(store):
    store.write_reading(first())
    before = read_facts(store, REGISTER)
    store.write_reading(second())
    store.remove_document(second().document.id)
    assert read_facts(store, REGISTER) == before
