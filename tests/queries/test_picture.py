"""The picture, the figures and the checklist of a real store."""

import pytest

from graph.errors import QuestionError
from graph.kinds import ActorKind, UnreadReason
from queries.checklist import checklist
from queries.coverage import coverage
from queries.figures import Figures, holdings
from queries.picture import nodes_within, picture
from seeds.register import load_register
from tests.factory import ReadingBuilder, a_reading

REGISTER = load_register()


def told(address: str, *, date: str, sample: bool = False) -> ReadingBuilder:
    """The actor, the initiative and the participation that both documents share."""
    return (
        a_reading(address, date=date, sample=sample)
        .sentence(f"Aus {address}.")
        .initiative("Bündnis", region="de-th", region_name="Thüringen")
        .actor("IG Metall", ActorKind.UNION)
        .participates("IG Metall", "Bündnis")
    )


FIRST = told("1.txt", date="2017").build()
SECOND = (
    told("2.txt", date="2019", sample=True)
    .group("Unternehmen", ActorKind.COMPANY, "Bündnis")
    .participates("Unternehmen", "Bündnis")
    .actor("ver.di", ActorKind.UNION)
    .absent("Bündnis", "ver.di")
    .silence("de-by")
    .unread("Hochschulen", ActorKind.UNIVERSITY, initiative="Bündnis")
    .unread("Otis", ActorKind.COMPANY, initiative="Bündnis", reason=UnreadReason.WITHHELD)
    .build()
)


def load(store) -> None:
    for reading in (FIRST, SECOND):
        store.write_reading(reading)


def test_the_picture_holds_every_node_and_link_once(store):
    load(store)
    seen = picture(store, REGISTER)
    assert sorted(actor.name for actor in seen.actors) == ["IG Metall", "Unternehmen", "ver.di"]
    assert [initiative.name for initiative in seen.initiatives] == ["Bündnis"]
    assert (len(seen.links), len(seen.absences)) == (2, 1)
    assert seen.coverage == coverage(store, REGISTER)
    for rows in (seen.actors, seen.initiatives, seen.links, seen.absences):
        assert [row.id for row in rows] == sorted(row.id for row in rows)


def test_a_part_holds_a_region_s_initiatives_and_who_takes_part_or_is_absent_there(store):
    load(store)
    elsewhere = a_reading("3.txt").initiative("Rat", region="de-by").actor("IG Metall", ActorKind.UNION)
    store.write_reading(elsewhere.actor("DGB", ActorKind.UNION).participates("DGB", "Rat").build())
    seen = picture(store, REGISTER)
    names = {row.id: row.name for row in (*seen.actors, *seen.initiatives)}
    inside = {names[id] for id in nodes_within(seen, REGISTER, "de-th")}
    assert inside == {"Bündnis", "IG Metall", "Unternehmen", "ver.di"}
    assert {names[id] for id in nodes_within(seen, REGISTER, "de-by")} == {"Rat", "DGB"}


def test_the_picture_says_whether_a_sample_is_in_it(store):
    store.write_reading(FIRST)
    assert not picture(store, REGISTER).sample
    store.write_reading(SECOND)
    assert picture(store, REGISTER).sample


def test_the_picture_of_a_date_holds_what_was_known_then(store):
    load(store)
    seen = picture(store, REGISTER, date="2018")
    assert [actor.name for actor in seen.actors] == ["IG Metall"]
    assert (len(seen.links), len(seen.links[0].evidence), seen.absences, seen.sample) == (1, 1, (), False)


def test_figures_count_distinct_things_overall_and_by_document(store):
    load(store)
    held = holdings(store)
    each = {one.document.address: one.figures for one in held.documents}
    assert each["1.txt"] == Figures(1, 1, 1, 0, 0, 0, 0)
    assert each["2.txt"] == Figures(2, 1, 2, 1, 1, 1, 1)
    assert held.total == Figures(2, 1, 2, 1, 1, 1, 1)


def test_figures_of_an_empty_graph_are_nought(store):
    assert holdings(store).total == Figures(0, 0, 0, 0, 0, 0, 0)


def test_a_checklist_goes_through_the_document_by_initiative(store):
    reading = (
        a_reading()
        .initiative("Nord")
        .actor("IG Metall", ActorKind.UNION)
        .participates("IG Metall", "Nord")
        .actor("ver.di", ActorKind.UNION)
        .initiative("Süd")
        .absent("Süd", "ver.di")
        .unread("Hochschulen", ActorKind.UNIVERSITY, initiative="Süd")
        .build()
    )
    store.write_reading(reading)
    sections = checklist(store, REGISTER, reading.document.id).sections
    assert [(section.heading, [row.name for row in section.initiatives]) for section in sections] == [
        ("Nord.", ["Nord"]),
        ("Süd.", ["Süd"]),
    ]
    assert [[seat.actor.name for seat in section.seats] for section in sections] == [["IG Metall"], ["ver.di"]]
    assert [[place.word for place in section.unread] for section in sections] == [[], ["Hochschulen"]]


def test_a_checklist_follows_the_headings_it_is_given(store):
    reading = (
        a_reading()
        .unread("Verbände", ActorKind.BUSINESS_ASSOCIATION)
        .sentence("Hier")
        .initiative("Bündnis")
        .sentence("Dort")
        .build()
    )
    store.write_reading(reading)
    start = reading.document.text.index("Hier")
    later = reading.document.text.index("Dort")
    headings = [(later, later + 4), (start, start + 4)]
    sections = checklist(store, REGISTER, reading.document.id, headings=headings).sections
    assert [(section.heading, len(section.initiatives), len(section.unread)) for section in sections] == [
        (None, 0, 1),
        ("Hier", 1, 0),
    ]


def test_a_checklist_of_an_unknown_document_is_a_question_error(store):
    with pytest.raises(QuestionError):
        checklist(store, REGISTER, "document:none")
