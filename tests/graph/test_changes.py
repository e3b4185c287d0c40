"""What the graph's log of changes says of the last writes, on both stores."""

from dataclasses import replace

import pytest

from graph.decisions import new_decision
from graph.store import SCHEMA, Store
from tests.factory import a_reading
from tests.graph.snapshots import full_reading


def since(store: Store, before: int) -> frozenset[str] | None:
    return store.changes_since(before)


def test_a_load_a_decision_and_a_removal_say_what_they_touch(store: Store) -> None:
    store.write_reading(full_reading().build())
    before = store.revision().writes
    reading = a_reading("b.txt").build()
    store.write_reading(reading)
    decision = new_decision("confirm", "participation:1", author="AB")
    store.decide(decision)
    assert since(store, before) == {reading.document.id, decision.id}
    store.remove_document(reading.document.id)
    assert since(store, store.revision().writes - 1) == {reading.document.id}
    assert since(store, store.revision().writes) == frozenset()


def test_what_an_address_showed_before_is_touched_too(store: Store) -> None:
    first, second = (a_reading("a.txt").sentence(text).build() for text in ("Eins.", "Zwei."))
    store.write_reading(first)
    before = store.revision().writes
    store.write_reading(second)
    assert since(store, before) == {first.document.id, second.document.id}


def test_a_document_that_is_removed_and_brought_back_is_touched(store: Store) -> None:
    reading = full_reading().build()
    store.write_reading(reading)
    before = store.revision().writes
    removal = store.remove_and_keep(reading.document.id, batch="1")
    assert since(store, before) == {reading.document.id}
    assert removal is not None
    before = store.revision().writes
    store.bring_back(removal)
    assert since(store, before) == {reading.document.id}


def test_after_a_statement_of_the_users_own_nothing_is_known_of_before(store: Store) -> None:
    store.write_reading(full_reading().build())
    before = store.revision().writes
    store.change("MATCH (n:Actor) SET n.name = 'X'", {}, limit=0)
    assert since(store, before) is None
    later = store.revision().writes
    assert since(store, later) is None
    decision = new_decision("confirm", "participation:1", author="AB")
    store.decide(decision)
    assert since(store, before) is None
    assert since(store, later) == {decision.id}


def test_after_an_import_of_many_documents_nothing_is_known_of_before(store: Store) -> None:
    store.import_records([{"type": "atlas", "schema": SCHEMA}])
    assert since(store, 0) is None


@pytest.mark.slow
def test_the_log_is_short(store: Store) -> None:
    decision = new_decision("confirm", "participation:1", author="AB")
    store.decide(decision)
    before = store.revision().writes
    for number in range(64):
        store.decide(replace(decision, note=str(number)))
    assert since(store, before) == {decision.id}
    store.decide(decision)
    assert since(store, before) is None
    assert since(store, before + 1) == {decision.id}


def test_the_log_holds_no_name(store: Store) -> None:
    store.write_reading(full_reading().build())
    [row] = store.read("MATCH (atlas:Atlas) RETURN atlas.log AS log")
    entries = row["log"]
    assert isinstance(entries, list)
    for entry in entries:
        number, *keys = str(entry).split()
        assert number.isdigit()
        assert all(key.startswith(("document:", "decision:")) for key in keys)
