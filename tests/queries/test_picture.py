"""The picture, the figures, the checklist and the frames of a real store."""

import pytest

from graph.errors import QuestionError
from graph.kinds import ActorKind, UnreadReason
from queries.checklist import checklist
from queries.coverage import coverage
from queries.figures import Figures, holdings
from queries.frames import coverage_frame, unknown_frame
from queries.picture import picture
from seeds.register import load_register
from tests.queries.story import Story

REGISTER = load_register()


def two() -> tuple[Story, Story]:
    """Two documents that share an actor, an initiative and a participation."""
    first, second = Story("1.txt", date="2017"), Story("2.txt", date="2019", sample=True)
    for story in (first, second):
        alliance = story.initiative("Bündnis", regions=("de-th",), region_name="Thüringen")
        story.takes_part(story.actor("IG Metall"), alliance)
    story, alliance = second, second.initiative("Bündnis", regions=("de-th",), region_name="Thüringen")
    story.takes_part(story.group(alliance, "Unternehmen", ActorKind.COMPANY), alliance)
    story.is_absent(story.actor("ver.di"), alliance)
    story.is_silent("de-by")
    story.mentions("Hochschulen", alliance, ActorKind.UNIVERSITY)
    story.mentions("Otis", alliance, ActorKind.COMPANY, reason=UnreadReason.WITHHELD)
    return first, second


def load(store) -> tuple[Story, Story]:
    stories = two()
    for story in stories:
        store.write_reading(story.reading())
    return stories


def test_the_picture_holds_every_node_and_link_once(store):
    load(store)
    seen = picture(store, REGISTER)
    assert sorted(actor.name for actor in seen.actors) == ["IG Metall", "Unternehmen", "ver.di"]
    assert [initiative.name for initiative in seen.initiatives] == ["Bündnis"]
    assert (len(seen.links), len(seen.absences)) == (2, 1)
    assert seen.coverage == coverage(store, REGISTER)
    for rows in (seen.actors, seen.initiatives, seen.links, seen.absences):
        assert [row.id for row in rows] == sorted(row.id for row in rows)


def test_the_picture_says_whether_a_sample_is_in_it(store):
    first, second = two()
    store.write_reading(first.reading())
    assert not picture(store, REGISTER).sample
    store.write_reading(second.reading())
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


def test_a_checklist_goes_through_the_document_by_heading(store):
    story = Story("a.txt")
    first = story.initiative("Bündnis Nord")
    story.takes_part(story.actor("IG Metall"), first)
    second = story.initiative("Bündnis Süd")
    story.is_absent(story.actor("ver.di"), second)
    sentence = story.mentions("Hochschulen", second, ActorKind.UNIVERSITY)
    reading = story.reading()
    store.write_reading(reading)
    sections = checklist(store, REGISTER, reading.document.id).sections
    assert [(section.heading, [row.name for row in section.initiatives]) for section in sections] == [
        ("Bündnis Nord", ["Bündnis Nord"]),
        ("Bündnis Süd", ["Bündnis Süd"]),
    ]
    assert [[seat.actor.name for seat in section.seats] for section in sections] == [["IG Metall"], ["ver.di"]]
    assert [[place.evidence.quote for place in section.unread] for section in sections] == [[], [sentence]]


def test_a_checklist_follows_the_headings_it_is_given(store):
    story = Story("a.txt")
    before = story.mentions("Verbände", None, ActorKind.BUSINESS_ASSOCIATION)
    start = len(story.text)
    alliance = story.initiative("Bündnis")
    story.takes_part(story.actor("IG Metall"), alliance)
    reading = story.reading()
    store.write_reading(reading)
    found = checklist(store, REGISTER, reading.document.id, headings=[(start, start + len("Bündnis"))])
    assert [section.heading for section in found.sections] == [None, "Bündnis"]
    assert [place.evidence.quote for place in found.sections[0].unread] == [before]


def test_a_checklist_of_an_unknown_document_is_a_question_error(store):
    with pytest.raises(QuestionError):
        checklist(store, REGISTER, "document:none")


def test_the_matrix_as_a_table_has_a_row_an_initiative_and_a_column_a_kind(store):
    load(store)
    frame = coverage_frame(coverage(store, REGISTER))
    row = frame.iloc[0]
    assert len(frame) == 1
    assert (row["initiative"], row["region"], row["lands"], row["union"], row["science"]) == (
        "Bündnis",
        "Thüringen",
        "de-th",
        "present",
        "to_check",
    )
    assert (row["union_who"], row["union_newest"], row["union_document"]) == ("IG Metall", "2019", "2.txt")


def test_the_unknown_regions_as_a_table(store):
    load(store)
    frame = unknown_frame(coverage(store, REGISTER))
    assert frame.set_index("region").loc["Bayern", "document"] == "2.txt"


def test_tables_of_an_empty_graph_have_their_columns(store):
    found = coverage(store, REGISTER)
    assert "initiative" in coverage_frame(found).columns
    assert list(unknown_frame(found).columns) == ["region_id", "region", "quote", "document", "date"]
