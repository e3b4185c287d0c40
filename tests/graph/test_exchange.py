"""Export and import: lossless, sorted, the same twice; a bad record is named by its line and nothing is written."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from graph.errors import StoreError
from graph.exchange import write_line
from graph.kinds import ActorKind, InitiativeType
from graph.model import Decision, Initiative, Reading
from graph.records import to_record
from graph.store import SCHEMA, Store
from tests.conftest import StorePlace
from tests.factory import a_reading
from tests.graph.snapshots import content, full_reading
from tests.graph.strategies import readings

DECISION = Decision("decision:1", "merge", "actor:a", "actor:b", (("kind", "union"),), "Notiz", "A. B.", "2026-11-21")


def filled(store: Store) -> list[dict[str, Any]]:
    """An export of a graph with everything in it."""
    store.write_reading(full_reading().build())
    store.write_reading(a_reading("zweite.txt").sentence("Ein zweiter Text. Ü 🏭").silence("DE-MV").build())
    store.write_reading(a_reading("erste.txt").sentence("Ein zweiter Text. Ü 🏭").silence("DE-MV").build())
    store.decide(DECISION)
    return list(store.export_records())


def emptied(store: Store) -> None:
    for document in store.documents():
        store.remove_document(document.id)


def lines_of(records: list[dict[str, Any]]) -> list[str]:
    return [write_line(record) for record in records]


def test_an_export_comes_back_line_by_line(store_place: StorePlace) -> None:
    with store_place.open() as store:
        before = lines_of(filled(store))
        emptied(store)
        assert store.import_records(before) == len(before)
        assert lines_of(list(store.export_records())) == before


def test_importing_twice_changes_nothing(store: Store) -> None:
    records = filled(store)
    store.import_records(records)
    store.import_records(records)
    assert list(store.export_records()) == records


def test_an_export_is_sorted_and_names_its_schema(store: Store) -> None:
    records = filled(store)
    assert records[0] == {"type": "atlas", "schema": SCHEMA}
    by_type: dict[str, list[str]] = {}
    for record in records[1:]:
        key = record["document_id"] + record["node_id"] if record["type"] == "naming" else record["id"]
        by_type.setdefault(record["type"], []).append(key)
    assert all(keys == sorted(keys) for keys in by_type.values())
    assert {"document", "naming", "actor", "initiative", "group", "participation", "absence", "membership"} <= set(
        by_type
    )
    assert {"branch", "interest", "silence", "listing", "statement", "unread", "decision"} <= set(by_type)


def test_lines_may_come_in_any_order_after_the_first(store: Store) -> None:
    records = filled(store)
    emptied(store)
    store.import_records([records[0], *reversed(records[1:])])
    assert list(store.export_records()) == records


def test_an_import_merges_into_what_is_there(store: Store) -> None:
    store.write_reading(a_reading("da.txt").sentence("Schon da.").silence("DE-SH").build())
    mine = content(store)
    other = filled(store)
    emptied(store)
    store.write_reading(a_reading("da.txt").sentence("Schon da.").silence("DE-SH").build())
    store.import_records([record for record in other if "SH" not in json.dumps(record)][:1])
    assert [record["id"] for record in content(store) if "id" in record][0:1] == [mine[1]["id"]]
    store.import_records(other)
    assert {document.address for document in store.documents()} == {"da.txt", "erste.txt", "full.txt"}


def test_at_one_address_the_document_loaded_last_stays(store: Store) -> None:
    store.write_reading(a_reading("a.txt").sentence("Alt.").silence("DE-SH").build())
    old = [
        record | ({"loaded_at": "2020-01-01"} if record["type"] == "document" else {})
        for record in store.export_records()
    ]
    store.write_reading(a_reading("a.txt").sentence("Neu.").silence("DE-BY").build())
    before = list(store.export_records())
    store.import_records(old)
    assert list(store.export_records()) == before
    newer = [record | ({"loaded_at": "2099-01-01"} if record["type"] == "document" else {}) for record in old]
    store.import_records(newer)
    assert [record["region"] for record in store.export_records() if record["type"] == "silence"] == ["DE-SH"]


def test_a_newer_decision_replaces_an_older_one_and_never_the_reverse(store: Store) -> None:
    store.decide(DECISION)
    old = list(store.export_records())
    store.import_records([old[0], old[1] | {"note": "Später", "written_at": "2027"}])
    store.import_records(old)
    assert [record["note"] for record in store.export_records() if record["type"] == "decision"] == ["Später"]


def test_which_model_took_part_comes_back_and_may_be_left_out(store: Store) -> None:
    reading = a_reading("a.txt").sentence("Ein Satz.").build()
    store.write_reading(replace(reading, document=replace(reading.document, model="klein")))
    before = list(store.export_records())
    assert [record.get("model") for record in before] == [None, "klein"]
    assert [document.model for document in store.documents()] == ["klein"]
    assert (store.model_of(reading.document.id), store.model_of("document:none")) == ("klein", None)
    store.write_reading(reading)
    assert [document.model for document in store.documents()] == [None]
    store.remove_document(reading.document.id)
    store.import_records([_without("model")(record) for record in before])
    assert [document.model for document in store.documents()] == [None]


def test_an_export_from_before_there_were_pages_is_taken(store: Store) -> None:
    records = list(map(dict, filled(store)))
    emptied(store)
    records[0]["schema"] = 1
    for record in records:
        record.pop("pages", None)
    store.import_records(records)
    documents = [record for record in store.export_records() if record["type"] == "document"]
    assert [record["pages"] for record in documents] == [[] for _ in documents]
    assert documents


def test_an_export_of_a_newer_program_is_refused(store: Store) -> None:
    with pytest.raises(StoreError) as caught:
        store.import_records([{"type": "atlas", "schema": SCHEMA + 1}])
    assert caught.value.code == "schema_newer"


def _without(key: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda record: {name: value for name, value in record.items() if name != key}


BAD = {
    "no type": ("statement", _without("type")),
    "unknown type": ("statement", lambda record: record | {"type": "cloud"}),
    "missing field": ("statement", _without("quote")),
    "further field": ("actor", lambda record: record | {"size": 3}),
    "mistyped field": ("statement", lambda record: record | {"quote_start": "3"}),
    "unknown kind": ("actor", lambda record: record | {"kind": "cloud"}),
    "unknown fact": ("statement", lambda record: record | {"fact_id": "participation:x"}),
    "node without naming": ("actor", lambda record: record | {"id": "actor:x"}),
    "unknown document": ("naming", lambda record: record | {"document_id": "document:x"}),
    "claims that are no node": ("naming", lambda record: record | {"claims": {"type": "silence"}}),
    "no addresses": ("document", lambda record: record | {"addresses": []}),
    "address not among them": ("document", lambda record: record | {"address": "elsewhere"}),
    "lone surrogate": ("document", lambda record: record | {"title": "\ud800"}),
    "pages in disorder": ("document", lambda record: record | {"pages": [9, 3]}),
    "pages beyond the text": ("document", lambda record: record | {"pages": [0, 10**9]}),
    "missing field that has a default": ("actor", _without("regions")),
    "further field in the claims": ("naming", lambda record: record | {"claims": record["claims"] | {"size": 3}}),
    "claims of another node": ("naming", lambda record: record | {"claims": record["claims"] | {"id": "actor:x"}}),
    "naming without claims": ("naming", _without("claims")),
    "truth for a number": ("statement", lambda record: record | {"quote_start": False}),
    "number for truth": ("document", lambda record: record | {"sample": 0}),
    "number with a point for a whole one": ("statement", lambda record: record | {"quote_start": 0.0}),
    "no number at all": ("statement", lambda record: record | {"confidence": float("nan")}),
    "half a pair": ("naming", lambda record: record | {"spans": [[0]]}),
    "nothing where something must be": ("statement", lambda record: record | {"quote": None}),
    "no time of loading": ("document", _without("loaded_at")),
    "address given twice": ("document", lambda record: record | {"addresses": record["addresses"] * 2}),
    "second head": ("silence", lambda record: {"type": "atlas", "schema": 1}),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_record_is_named_by_its_line_and_nothing_is_written(store: Store, name: str) -> None:
    records = filled(store)
    emptied(store)
    before = list(store.export_records())
    kind, spoil = BAD[name]
    line = next(number for number, record in enumerate(records, start=1) if record["type"] == kind)
    records[line - 1] = spoil(records[line - 1])
    with pytest.raises(StoreError) as caught:
        store.import_records(records)
    assert (caught.value.code, caught.value.details["line"]) == ("import_bad_record", line)
    assert list(store.export_records()) == before


def test_a_fact_without_a_statement_is_named_by_its_line(store: Store) -> None:
    records = [*filled(store), {"type": "silence", "id": "silence:x", "region": "DE-SN"}]
    with pytest.raises(StoreError) as caught:
        store.import_records(records)
    assert (caught.value.code, caught.value.details["line"]) == ("import_bad_record", len(records))


def test_a_quote_that_is_not_in_the_text_is_named_by_its_documents_line(store: Store) -> None:
    records = filled(store)
    index = next(index for index, record in enumerate(records) if record["type"] == "statement")
    records[index] |= {"quote": "Nie gesagt."}
    line = 1 + next(i for i, record in enumerate(records) if record.get("id") == records[index]["document_id"])
    with pytest.raises(StoreError) as caught:
        store.import_records(records)
    assert (caught.value.code, caught.value.details["line"]) == ("import_bad_record", line)


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ([], 1),
        (["{}"], 1),
        (["[1]"], 1),
        (['{"type": "atlas", "schema": 1}', "{"], 2),
        (['{"type": "atlas", "schema": 1}', "[" * 100_000], 2),
        (['{"type": "atlas", "schema": 4}', "[" * 100_000], 2),
        (
            ['{"type": "atlas", "schema": 4}', '{"type": "silence", "further": ' + "[" * 100_000 + "]" * 100_000 + "}"],
            2,
        ),
        (['{"type": "atlas", "schema": 4}', "\ufeff{}"], 2),
        (['{"type": "atlas", "schema": 4}', ""], 2),
        (['{"type": "atlas", "schema": 4}', b'{"type": "silence", "id": "\xff", "region": "DE-BY"}'], 2),
        (['{"type": "atlas", "schema": 4}', '{"type": "silence", "id": "\\ud800", "region": "DE-BY"}'], 2),
        (['{"type": "atlas", "schema": 4}', '{"type": "silence", "id": "\udcff", "region": "DE-BY"}'], 2),
        (['{"type": "atlas", "schema": 4}', '{"type": "silence", "id": "a", "region": "DE-BY"} {}'], 2),
        (['{"type": "atlas"}'], 1),
        (['{"type": "atlas", "schema": 0}'], 1),
        (['{"type": "atlas", "schema": "1"}'], 1),
        (['{"type": "document"}'], 1),
        (['{"type": ["x"], "schema": 1}'], 1),
    ],
)
def test_a_file_that_is_no_export_is_refused(store: Store, lines: list[str | bytes], line: int) -> None:
    with pytest.raises(StoreError) as caught:
        store.import_records(lines)
    assert (caught.value.code, caught.value.details["line"]) == ("import_bad_record", line)


def test_a_whole_number_may_stand_for_one_with_a_point_and_the_last_of_two_fields_counts(store: Store) -> None:
    records = filled(store)
    emptied(store)
    lines = lines_of(records)
    at = next(number for number, record in enumerate(records) if record["type"] == "statement")
    lines[at] = '{"confidence": 0.1, ' + write_line(records[at] | {"confidence": 1})[1:]
    records[at] |= {"confidence": 1.0}
    store.import_records(lines)
    assert lines_of(list(store.export_records())) == lines_of(records)


def test_a_node_that_two_documents_take_for_different_sorts_is_named_by_its_line(store: Store) -> None:
    store.write_reading(a_reading("a.txt").sentence("Ein Satz.").actor("IG Metall", ActorKind.UNION).build())
    store.write_reading(a_reading("b.txt").sentence("Noch einer.").actor("IG Metall", ActorKind.UNION).build())
    records = list(store.export_records())
    emptied(store)
    *_, at = (number for number, record in enumerate(records) if record["type"] == "naming")
    initiative = to_record(Initiative(records[at]["node_id"], "IG Metall", InitiativeType.OTHER))
    spoilt = [*records[:at], records[at] | {"claims": initiative}, *records[at + 1 :]]
    with pytest.raises(StoreError) as caught:
        store.import_records(spoilt)
    assert caught.value.code == "import_bad_record"
    assert [record["type"] for record in store.export_records()] == ["atlas"]


def test_an_export_during_a_write_says_so(store: Store) -> None:
    filled(store)
    export = store.export_records()
    next(export)
    store.write_reading(a_reading("neu.txt").sentence("Dazwischen.").build())
    with pytest.raises(StoreError) as caught:
        list(export)
    assert caught.value.code == "graph_changed"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=readings("a.txt"), second=readings("b.txt"))
def test_any_graph_comes_back_from_its_export(store: Store, first: Reading, second: Reading) -> None:
    emptied(store)
    store.write_reading(first)
    store.write_reading(second)
    before = lines_of(list(store.export_records()))
    emptied(store)
    assert [record["type"] for record in store.export_records()] == ["atlas"]
    store.import_records(before)
    assert lines_of(list(store.export_records())) == before


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=readings("a.txt"), second=readings("b.txt"), third=readings("a.txt"))
def test_the_way_to_a_graph_never_matters(store: Store, first: Reading, second: Reading, third: Reading) -> None:
    emptied(store)
    store.write_reading(third)
    store.write_reading(second)
    straight = content(store)
    emptied(store)
    for reading in (second, first, third):
        store.write_reading(reading)
    assert content(store) == straight
