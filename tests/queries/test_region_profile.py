"""One region with everything told of it, from a real store."""

import pytest

from graph.errors import QuestionError
from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind, Strength
from queries.answers import CellValue, Column
from queries.coverage import coverage
from queries.region_profile import region_profile
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()
VHU = next(row.id for row in REGISTER.rows.values() if row.short_name == "VhU")


@pytest.fixture
def graph(store):
    """Two tables in Hessen, one in Thüringen, one for all Germany and an event; a silence about Kassel."""
    store.write_reading(
        a_reading("a.txt", date="2017")
        .initiative("Platz", region="de-he")
        .initiative("Plan", region="stadt-frankfurt-am-main")
        .initiative("Pakt", region="de-th")
        .initiative("Stelle", region="de", type=InitiativeType.SERVICE_CENTRE)
        .initiative("Nacht", region="de-he", type=InitiativeType.EVENT)
        .actor("VhU", ActorKind.EMPLOYERS_ASSOCIATION, region="de-he", register_id=VHU)
        .actor("DGB", ActorKind.UNION)
        .actor("IHK Kassel-Marburg", ActorKind.CHAMBER, chamber_type=ChamberType.IHK, region="de-he")
        .group("Betriebe", ActorKind.COMPANY, "Plan")
        .group("Gewerkschaften", ActorKind.UNION, "Platz")
        .participates("VhU", "Platz")
        .participates("VhU", "Plan")
        .participates("DGB", "Plan")
        .participates("DGB", "Pakt")
        .participates("Betriebe", "Plan")
        .absent("Platz", "Gewerkschaften", Strength.ABSENT)
        .interest("Stelle", InterestKind.OFFERS, "Stelle")
        .interest("IHK Kassel-Marburg", InterestKind.SEEKS)
        .interest("Pakt", InterestKind.SEEKS, "Pakt")
        .silence("stadt-kassel")
        .build()
    )
    return store


def test_a_region_tells_its_tables_who_sits_there_and_who_joins_them(graph):
    found = region_profile(graph, "Hessen", register=REGISTER)
    assert [(one.initiative.name, one.has_table, len(one.seats)) for one in found.tables] == [
        ("Plan", True, 3),
        ("Platz", True, 1),
        ("Nacht", False, 0),
    ]
    assert [row.name for row in found.around] == ["Stelle"]
    names = [
        (one.actor.name, [row.name for row in one.here], [row.name for row in one.elsewhere], one.is_bridge)
        for one in found.actors
    ]
    assert names == [("VhU", ["Plan", "Platz"], [], True), ("DGB", ["Plan"], ["Pakt"], True)]
    assert [row.name for row in found.resident] == ["IHK Kassel-Marburg"]
    assert [(row.kind, row.holder.name) for row in found.offers] == [
        (InterestKind.OFFERS, "Stelle"),
        (InterestKind.SEEKS, "IHK Kassel-Marburg"),
    ]
    assert "stadt-kassel" in [row.region for row in found.coverage.unknown]
    assert all(seat.evidence for one in found.tables for seat in one.seats)


def test_the_counts_are_those_of_the_matrix_and_the_register_names_who_would_be_competent(graph):
    found = region_profile(graph, "Hessen", register=REGISTER)
    kinds = {kind.column: kind for kind in found.kinds}
    assert dict(kinds[Column.UNION].counts) == {CellValue.PRESENT: 1, CellValue.ABSENT: 1}
    assert found.coverage == coverage(graph, REGISTER, region="Hessen")
    assert all(sum(dict(kind.counts).values()) == 2 for kind in found.kinds)
    employers = {one.body.short_name: one.tables for one in kinds[Column.EMPLOYERS].bodies}
    assert (employers["VhU"], employers["HESSENMETALL"]) == (2, 0)
    assert (kinds[Column.SCIENCE].is_held, kinds[Column.SCIENCE].bodies) == (False, ())


def test_a_date_before_everything_knows_nothing(graph):
    found = region_profile(graph, "Hessen", register=REGISTER, date="2016")
    assert (found.tables, found.actors, found.offers) == ((), (), ())


def test_an_empty_graph_still_says_who_would_be_competent(store):
    found = region_profile(store, "Lippe", register=REGISTER)
    assert (found.name, found.tables, found.actors) == ("Kreis Lippe", (), ())
    [ihk] = [kind.bodies for kind in found.kinds if kind.column is Column.IHK]
    assert [one.body.short_name for one in ihk] == ["IHK Lippe zu Detmold"]


def test_an_unknown_region_gets_the_three_nearest(store):
    with pytest.raises(QuestionError) as caught:
        region_profile(store, "Hesen", register=REGISTER)
    assert len(caught.value.details["nearest"].split(", ")) == 3
