"""Events and dated meetings, from a real store."""

import pytest

from graph.errors import QuestionError
from graph.kinds import ActorKind, InitiativeType, Role
from queries.event_sentences import EventDay
from queries.events import events
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()
EVENT = InitiativeType.EVENT


@pytest.fixture
def graph(store):
    """A week with hosts, a night whose day stands below its name, one that is only named, and an alliance's sitting."""
    reading = (
        a_reading("a.txt", date="2017-03-01")
        .initiative("Pakt Emstal", region="de-he")
        .sentence("Die 5. Sitzung am 12. März 2018, 10 bis 12 Uhr, in Kassel leitet der Landrat.")
        .sentence("Im Mai 2016 wurde der Beirat gegründet.")
        .passage("Pakt Emstal")
        .initiative("Woche der Werke", type=EVENT, region="de-th", since="2017-06", part_of="Pakt Emstal")
        .sentence("Die Woche der Werke findet vom 19. bis 25. Juni 2017 in Erfurt statt.")
        .actor("IHK Erfurt", ActorKind.CHAMBER, region="de-th")
        .actor("DGB", ActorKind.UNION)
        .participates("DGB", "Woche der Werke", Role.SUPPORTER)
        .participates("IHK Erfurt", "Woche der Werke", Role.ORGANISER)
        .initiative("Nacht der Tore", type=EVENT, region="de-sl", since="2017-09-28")
        .sentence("Termin: 28. September 2017")
        .initiative("Tag der Halle", type=EVENT, region="de-by")
        .initiative("Messe Isar", type=EVENT, region="de-by", since="2009")
        .sentence("Seit 2009 gibt es die Messe Isar.")
    )
    store.write_reading(reading.build())
    return store


def told(found):
    return [(row.day, row.name, row.is_own, row.place, [seat.actor.name for seat in row.hosts]) for row in found.rows]


def test_each_event_has_its_day_its_place_and_its_hosts(graph):
    found = events(graph, REGISTER)
    assert told(found) == [
        (EventDay("2017-06-19", "2017-06-25"), "Woche der Werke", True, "Erfurt", ["IHK Erfurt"]),
        (EventDay("2017-09-28"), "Nacht der Tore", True, None, []),
        (EventDay("2018-03-12", None, "10:00", "12:00"), "5. Sitzung", False, "Kassel", []),
        (None, "Messe Isar", True, None, []),
        (None, "Tag der Halle", True, None, []),
    ]
    week, night, sitting, *_undated = found.rows
    assert (week.part_of.name, sitting.initiative.name) == ("Pakt Emstal", "Pakt Emstal")
    assert [night.evidence[0].quote, sitting.evidence[0].quote[:10]] == ["Termin: 28. September 2017", "Die 5. Sit"]


def test_every_quote_is_a_slice_of_its_document(graph):
    for row in events(graph, REGISTER).rows:
        assert row.evidence
        for item in row.evidence:
            assert graph.text(item.document_id)[item.quote_start : item.quote_end] == item.quote


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"region": "Thüringen"}, ["Woche der Werke"]),
        ({"first": "2017-06-25", "last": "2017"}, ["Woche der Werke", "Nacht der Tore"]),
        ({"first": "2017-07"}, ["Nacht der Tore", "5. Sitzung"]),
        ({"last": "2016"}, []),
        ({"region": "Bayern", "first": "2000"}, []),
    ],
)
def test_what_is_asked_for_is_left(graph, asked, names):
    found = events(graph, REGISTER, **asked)
    assert ([row.name for row in found.rows], found.total) == (names, 5)


def test_ids_stay_when_the_document_is_loaded_with_more_around_it(graph):
    before = {row.id for row in events(graph, REGISTER).rows}
    graph.write_reading(a_reading("b.txt").initiative("Anderer Pakt").sentence("Nichts davon.").build())
    assert {row.id for row in events(graph, REGISTER).rows} == before
    assert len(before) == 5


def test_two_documents_on_one_event_make_one(store):
    for address, day in (("a.txt", "im Juni 2017"), ("b.txt", "am 19. Juni 2017")):
        store.write_reading(
            a_reading(address)
            .initiative("Woche der Werke", type=EVENT, region="de-th", since="2017-06")
            .sentence(f"Die Woche der Werke fand {day} statt.")
            .build()
        )
    [row] = events(store, REGISTER).rows
    assert (row.day, len(row.evidence)) == (EventDay("2017-06-19"), 2)


def test_an_unknown_region_gets_the_nearest_and_an_empty_graph_has_none(store):
    with pytest.raises(QuestionError, match="unknown_region"):
        events(store, REGISTER, region="Hesen")
    assert events(store, REGISTER).rows == ()
