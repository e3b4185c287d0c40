"""What has opened, closed or become known since a day, and which statements did it."""

import pytest

from graph.errors import QuestionError
from graph.kinds import ActorKind, InitiativeType
from graph.store import Store
from queries.answers import Column, Coverage
from queries.changes import Changes, changes, compare
from queries.selection import Selection
from seeds.register import load_register
from tests.factory import ReadingBuilder, a_reading

REGISTER = load_register()
UNION = ActorKind.UNION


def told(address: str, date: str | None) -> ReadingBuilder:
    """A document on one alliance; its text names its address, so that no two are the same document."""
    return a_reading(address, date=date).sentence(f"Aus {address}.").initiative("Bündnis", region="de-he")


def since_2016(store: Store, **asked: object) -> Changes:
    return changes(store, REGISTER, since="2016", until="2020-06-01", **asked)  # type: ignore[arg-type]


def lines(found: Changes) -> list[tuple[str, str, str, str]]:
    return [(one.kind.value, one.column.value, one.before.value.value, one.after.value.value) for one in found.cells]


def test_a_seat_that_a_later_document_takes_back_has_opened(store: Store) -> None:
    store.write_reading(told("1.txt", "2015").actor("ver.di", UNION).participates("ver.di", "Bündnis").build())
    store.write_reading(told("2.txt", "2018").actor("ver.di", UNION).absent("Bündnis", "ver.di").build())
    found = since_2016(store)
    assert lines(found) == [("opened", "union", "present", "absent")]
    assert [item.document_address for item in found.cells[0].evidence] == ["2.txt"]
    assert [document.address for document in found.documents] == ["2.txt"]


def test_a_documented_absence_that_ends_has_closed(store: Store) -> None:
    store.write_reading(told("1.txt", "2015").actor("ver.di", UNION).absent("Bündnis", "ver.di").build())
    store.write_reading(told("2.txt", "2018").actor("ver.di", UNION).participates("ver.di", "Bündnis").build())
    found = since_2016(store)
    assert lines(found) == [("closed", "union", "absent", "present")]
    assert [item.document_address for item in found.cells[0].evidence] == ["2.txt"]


def test_a_seat_where_nothing_was_told_has_become_known_and_closed_nothing(store: Store) -> None:
    store.write_reading(told("1.txt", "2015").actor("Otis", ActorKind.COMPANY).participates("Otis", "Bündnis").build())
    store.write_reading(told("2.txt", "2018").actor("ver.di", UNION).participates("ver.di", "Bündnis").build())
    found = since_2016(store)
    assert lines(found) == [("known", "union", "not_mentioned", "present")]
    assert found.cells[0].new == ("ver.di",)


def test_a_further_name_at_the_same_seat_has_become_known(store: Store) -> None:
    store.write_reading(told("1.txt", "2015").actor("ver.di", UNION).participates("ver.di", "Bündnis").build())
    store.write_reading(told("2.txt", "2018").actor("NGG", UNION).participates("NGG", "Bündnis").build())
    [change] = since_2016(store).cells
    assert (change.kind, change.new, change.gone) == ("known", ("NGG",), ())
    assert [item.document_address for item in change.evidence] == ["2.txt"]


def test_a_seat_that_ended_in_between_has_opened_by_the_statement_that_said_so(store: Store) -> None:
    reading = told("1.txt", "2015").actor("ver.di", UNION)
    store.write_reading(reading.participates("ver.di", "Bündnis", since="2010", until="2017").build())
    [change] = since_2016(store).cells
    assert (change.kind, change.after.value) == ("opened", "to_check")
    assert [item.until for item in change.evidence] == ["2017"]


def test_silence_that_turns_into_another_silence_is_no_change(store: Store) -> None:
    store.write_reading(told("1.txt", "2015").build())
    store.write_reading(told("2.txt", "2018").actor("Otis", ActorKind.COMPANY).participates("Otis", "Bündnis").build())
    assert since_2016(store).is_nothing


def test_initiatives_come_and_go(store: Store) -> None:
    store.write_reading(told("1.txt", "2015").initiative("Pakt", region="de-he", until="2017").build())
    late = told("2.txt", "2018").initiative("Neu", region="de-he").actor("NGG", UNION).participates("NGG", "Neu")
    store.write_reading(late.build())
    found = since_2016(store)
    assert [(one.kind.value, one.initiative.name) for one in found.initiatives] == [("new", "Neu"), ("ended", "Pakt")]
    assert [item.document_address for item in found.initiatives[0].evidence] == ["2.txt"]


def test_an_initiative_named_before_its_first_day_has_begun_and_is_not_new(store: Store) -> None:
    store.write_reading(told("1.txt", "2015").initiative("Nacht", region="de-he", since="2017-06-22").build())
    late = told("2.txt", "2018").initiative("Neu", region="de-he", since="2017")
    store.write_reading(late.build())
    found = since_2016(store)
    assert [(one.kind.value, one.initiative.name) for one in found.initiatives] == [("new", "Neu"), ("begun", "Nacht")]


def test_a_silence_about_a_region_has_become_known_and_undated_documents_are_counted(store: Store) -> None:
    store.write_reading(told("1.txt", None).build())
    store.write_reading(told("2.txt", "2018").silence("de-by").build())
    found = since_2016(store)
    assert ([one.name for one in found.silences], found.undated) == (["Bayern"], 1)


def test_every_changed_cell_names_a_statement(store: Store) -> None:
    store.write_reading(told("1.txt", "2015").actor("ver.di", UNION).participates("ver.di", "Bündnis").build())
    late = told("2.txt", "2018").actor("ver.di", UNION).absent("Bündnis", "ver.di").listing("Bündnis")
    store.write_reading(late.unread("Hochschulen", ActorKind.UNIVERSITY, initiative="Bündnis").build())
    found = since_2016(store)
    assert len(found.cells) == len(Column)
    assert all(change.evidence for change in found.cells)


def test_filters_hold_for_both_days(store: Store) -> None:
    store.write_reading(told("1.txt", "2015").build())
    late = told("2.txt", "2018").initiative("Plan", type=InitiativeType.MASTER_PLAN, region="de-th", topics=("Arbeit",))
    store.write_reading(late.build())
    assert [one.initiative.name for one in since_2016(store, wanted=Selection(topics=("Arbeit",))).initiatives] == [
        "Plan"
    ]
    assert since_2016(store, region="Hessen").is_nothing


def test_the_same_matrix_twice_has_not_changed() -> None:
    empty = Coverage((), (), (), ())
    assert compare(empty, empty, "2016-01-01", "2020-01-01").is_nothing


@pytest.mark.parametrize("since", ["2020-06-01", "2021", "2099"])
def test_a_day_that_is_not_before_the_other_is_refused(store: Store, since: str) -> None:
    with pytest.raises(QuestionError) as raised:
        changes(store, REGISTER, since=since, until="2020-06-01")
    assert raised.value.code == "since_ahead"


def test_an_empty_graph_has_not_changed(store: Store) -> None:
    assert since_2016(store).is_nothing
