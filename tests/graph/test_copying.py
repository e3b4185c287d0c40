"""A graph in another store is the same; one that holds anything else is left alone; an interrupted copy goes on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from graph.copying import copy_graph, plan_copy, take_inventory
from graph.errors import StoreError
from graph.extracts import stored_arrival
from graph.model import Reading
from graph.records import reading_digest
from graph.store import Store, open_store
from graph.texts import LONG_TEXT
from tests.factory import a_reading
from tests.graph.snapshots import full_reading
from tests.graph.strategies import readings
from tests.graph.test_exchange import emptied, filled


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """A second graph, in a folder."""
    with open_store(str(tmp_path / "other")) as opened:
        yield opened


def carry(source: Store, target: Store) -> list[str]:
    """Copy everything; the addresses that were told."""
    told: list[str] = []
    copy_graph(source, target, plan_copy(source, target), tell=told.append)
    return told


def test_a_copy_there_and_back_is_the_same_byte_for_byte(store: Store, other: Store) -> None:
    records = filled(store)
    assert sorted(carry(store, other)) == ["erste.txt", "full.txt"]
    assert list(other.export_records()) == records
    assert take_inventory(store) == take_inventory(other)
    emptied(store)
    carry(other, store)
    assert list(store.export_records()) == records


def test_an_inventory_counts_what_there_is(store: Store) -> None:
    filled(store)
    counts = take_inventory(store).counts
    assert (counts["document"], counts["decision"], counts["actor"], counts["silence"]) == (2, 1, 5, 2)


def test_an_interrupted_copy_leaves_nothing_half_done(store: Store, other: Store) -> None:
    records = filled(store)

    def interrupt(_address: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_graph(store, other, plan_copy(store, other), tell=interrupt)
    assert plan_copy(store, other).there == 0
    assert sorted(carry(store, other)) == ["erste.txt", "full.txt"]
    assert list(other.export_records()) == records


def test_a_copy_goes_on_where_some_documents_are_there(store: Store, other: Store) -> None:
    records = filled(store)
    first, _ = plan_copy(store, other).documents
    other.write_arrival(stored_arrival(store.read, first))
    assert plan_copy(store, other).there == 1
    assert carry(store, other) == ["full.txt"]
    assert list(other.export_records()) == records
    assert carry(store, other) == []


@pytest.mark.parametrize("name", ["foreign", "later", "decided"])
def test_a_target_that_holds_anything_else_is_left_alone(store: Store, other: Store, name: str) -> None:
    filled(store)
    match name:
        case "foreign":
            other.write_reading(a_reading("fremd.txt").silence("DE-HH").build())
        case "later":
            carry(store, other)
            other.write_reading(full_reading("anderswo.txt").build())
        case _:
            other.decide(replace(store.decisions()[0], undone=True))
    before = list(other.export_records())
    with pytest.raises(StoreError) as caught:
        plan_copy(store, other)
    assert caught.value.code == "target_not_empty"
    assert list(other.export_records()) == before


def test_a_long_text_is_copied_in_its_parts(store: Store, other: Store) -> None:
    store.write_reading(a_reading("lang.txt").sentence("Ein Satz. " * (LONG_TEXT // 10 + 1)).silence("DE-BY").build())
    carry(store, other)
    assert take_inventory(store) == take_inventory(other)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=readings("a.txt"), second=readings("b.txt"))
def test_a_document_is_read_from_the_graph_as_it_was_written(store: Store, first: Reading, second: Reading) -> None:
    emptied(store)
    for reading in (first, second):
        store.write_reading(reading)
    for reading in (first, second):
        found = stored_arrival(store.read, reading.document.id)
        assert reading_digest(found.reading) == reading_digest(reading)
