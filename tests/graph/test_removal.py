"""A removed document comes back as it was; facts go with their last statement, decisions never."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from graph.copying import copy_graph, plan_copy
from graph.errors import StoreError
from graph.model import Decision, Reading
from graph.removal import kept_content
from graph.store import Store, open_store
from graph.texts import LONG_TEXT
from tests.factory import a_reading
from tests.graph.snapshots import full_reading, ids
from tests.graph.strategies import readings
from tests.graph.test_exchange import emptied, filled


def take_away(store: Store, document_id: str) -> None:
    """Remove a document and bring it back."""
    removal = store.remove_and_keep(document_id, batch="b")
    assert removal is not None
    assert document_id not in ids(store, "Document")
    store.bring_back(removal)


def nothing_kept(store: Store) -> bool:
    return not (ids(store, "Removal") | ids(store, "RemovedPart"))


def test_what_was_removed_comes_back_exactly(store: Store) -> None:
    records = filled(store)
    for document in store.documents():
        take_away(store, document.id)
        assert list(store.export_records()) == records
    assert nothing_kept(store)


def test_documents_come_back_in_any_order(store: Store) -> None:
    records = filled(store)
    kept = [store.remove_and_keep(document.id, batch="b") for document in store.documents()]
    assert [record["type"] for record in store.export_records()] == ["atlas", "decision"]
    assert [removal.address for removal in store.removals()] == ["erste.txt", "full.txt"]
    for removal in kept:
        assert removal is not None
        store.bring_back(removal)
    assert list(store.export_records()) == records


def test_a_long_text_comes_back(store: Store) -> None:
    store.write_reading(a_reading("lang.txt").sentence("Ein „Satz“. " * (LONG_TEXT // 10)).silence("DE-BY").build())
    records = list(store.export_records())
    take_away(store, store.documents()[0].id)
    assert list(store.export_records()) == records


def test_what_is_newer_at_the_address_stays(store: Store) -> None:
    store.write_reading(a_reading("a.txt").sentence("Alt.").silence("DE-SH").build())
    removal = store.remove_and_keep(store.documents()[0].id, batch="b")
    store.write_reading(a_reading("a.txt").sentence("Neu.").silence("DE-BY").build())
    before = list(store.export_records())
    assert removal is not None
    assert store.bring_back(removal).unchanged
    assert list(store.export_records()) == before
    assert nothing_kept(store)


def test_the_same_document_loaded_again_counts_once(store: Store) -> None:
    reading = full_reading().build()
    store.write_reading(reading)
    removal = store.remove_and_keep(reading.document.id, batch="b")
    store.write_reading(reading)
    before = list(store.export_records())
    assert removal is not None
    assert store.bring_back(removal).unchanged
    assert list(store.export_records()) == before


def test_what_is_not_there_is_not_removed(store: Store) -> None:
    assert store.remove_and_keep("document:none", batch="b") is None
    assert nothing_kept(store)


def test_exports_hold_no_removals(store: Store) -> None:
    filled(store)
    store.remove_and_keep(store.documents()[0].id, batch="b")
    assert {record["type"] for record in store.export_records()}.isdisjoint({"removal", "removedpart"})


def test_what_is_kept_can_be_forgotten(store: Store) -> None:
    filled(store)
    removal = store.remove_and_keep(store.documents()[0].id, batch="b")
    assert removal is not None
    assert "Ein zweiter Text. Ü 🏭" in kept_content(store.read, removal.id)
    store.forget_removals([removal.id])
    assert store.removals() == ()
    assert nothing_kept(store)


def test_a_removal_that_was_interrupted_removes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    records = filled(store)
    with monkeypatch.context() as broken:
        broken.setattr("graph.store.remove_kept", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.remove_and_keep(store.documents()[0].id, batch="b")
    assert list(store.export_records()) == records
    assert store.removals() == ()
    store.remove_and_keep(store.documents()[0].id, batch="b")
    assert len(ids(store, "Removal")) == 1


def test_a_document_that_changes_meanwhile_is_not_removed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = full_reading().build()
    store.write_reading(reading)
    fewer = replace(reading, unread=())

    def keep_late(*_: object) -> None:
        store.write_reading(fewer)

    monkeypatch.setattr("graph.store.keep", keep_late)
    with pytest.raises(StoreError) as caught:
        store.remove_and_keep(reading.document.id, batch="b")
    assert caught.value.code == "graph_changed"
    assert [document.id for document in store.documents()] == [reading.document.id]


def test_a_copy_takes_what_is_kept_along(store: Store, tmp_path: object) -> None:
    records = filled(store)
    store.remove_and_keep(store.documents()[0].id, batch="b")
    with open_store(f"{tmp_path}/other") as other:
        for _ in range(2):
            copy_graph(store, other, plan_copy(store, other), tell=lambda _address: None)
        assert other.removals() == store.removals()
        other.bring_back(other.removals()[0])
        assert list(other.export_records()) == records


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=readings("a.txt"), second=readings("b.txt"))
def test_facts_go_with_their_last_statement_and_come_back(store: Store, first: Reading, second: Reading) -> None:
    emptied(store)
    store.forget_removals([removal.id for removal in store.removals()])
    decision = Decision("decision:1", "confirm", "actor:x", None, (), "", "AB", "2026")
    store.decide(decision)
    store.write_reading(first)
    alone = list(store.export_records())
    store.write_reading(second)
    both = list(store.export_records())
    removal = store.remove_and_keep(second.document.id, batch="b")
    assert list(store.export_records()) == alone
    facts = store.read(
        "MATCH (n) WHERE n:Silence OR n:Listing OR n:Interest RETURN n.id AS id "
        "UNION MATCH ()-[r:PARTICIPATES|ABSENT|MEMBER_OF|BRANCH_OF]->() RETURN r.id AS id"
    )
    stated = store.read("MATCH (s:Statement) RETURN DISTINCT s.fact_id AS id")
    assert {row["id"] for row in facts} == {row["id"] for row in stated}
    assert store.decisions() == (decision,)
    assert removal is not None
    store.bring_back(removal)
    assert list(store.export_records()) == both
