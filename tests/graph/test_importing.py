"""Many documents at once into an empty graph: the same graph as one by one, all of it or nothing."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from graph import ahead, bulk, importing, messages
from graph.errors import StoreError
from graph.exchange import write_line
from graph.model import Reading
from graph.records import Row
from graph.store import Store, open_store
from tests.conftest import StorePlace
from tests.factory import a_reading
from tests.graph.children import command
from tests.graph.snapshots import full_reading
from tests.graph.strategies import readings
from tests.graph.test_crash import numbered
from tests.graph.test_exchange import DECISION, emptied, filled


def stored(store: Store) -> list[str]:
    """Every node and relationship as it is stored, but for the atlas, whose revision counts writes."""
    nodes = store.read(
        "MATCH (n) WHERE NOT n:Atlas AND NOT n:BuendnisatlasTests RETURN labels(n) AS labels, properties(n) AS values"
    )
    links = store.read(
        "MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS values, a.id AS source, b.id AS target"
    )
    for row in nodes:
        assert isinstance(row["labels"], list)
        row["labels"] = sorted(row["labels"], key=str)
    return sorted(map(_sorted_line, [*nodes, *links]))


def _sorted_line(row: Row) -> str:
    values = row["values"]
    assert isinstance(values, dict)
    return write_line({**row, "values": {name: values[name] for name in sorted(values)}})


def one_by_one(store: Store, records: list[Row]) -> None:
    """Import without the way for empty graphs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.store.import_ahead", lambda *_, **__: False)
        store.import_records(records)


def cleared(store: Store) -> None:
    """Remove documents and decisions."""
    emptied(store)
    store._write(lambda transaction: transaction.run("MATCH (n:Decision) DETACH DELETE n"))


def both_ways(store: Store, records: list[Row]) -> tuple[list[str], list[str]]:
    """What the store holds after an import at once, and after one document by document."""
    cleared(store)
    one_by_one(store, records)
    slowly = stored(store)
    cleared(store)
    store.import_records(records)
    return stored(store), slowly


def test_an_import_at_once_leaves_what_one_by_one_leaves(store: Store) -> None:
    records = filled(store)
    at_once, slowly = both_ways(store, records)
    assert at_once == slowly
    assert list(store.export_records()) == records


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=readings("a.txt"), second=readings("b.txt"), third=readings("c.txt"))
def test_so_it_does_for_any_documents(store: Store, first: Reading, second: Reading, third: Reading) -> None:
    cleared(store)
    for reading in (first, second, third):
        store.write_reading(reading)
    at_once, slowly = both_ways(store, list(store.export_records()))
    assert at_once == slowly


@pytest.mark.parametrize("rows", [1, 3])
def test_however_small_the_portions_are(store: Store, monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
    records = filled(store)
    monkeypatch.setattr(messages, "BATCH_ROWS", rows)
    at_once, slowly = both_ways(store, records)
    assert at_once == slowly


def test_a_graph_goes_on_after_an_import_at_once(store: Store) -> None:
    filled(store)
    records = list(store.export_records())
    cleared(store)
    store.import_records(records)
    further = a_reading("neu.txt").sentence("Neu.").silence("DE-BY").build()
    assert store.write_reading(further).facts_added == 0
    store.write_reading(full_reading("anderswo.txt").build())
    store.remove_document(further.document.id)
    emptied(store)
    assert [row["labels"] for row in store.read("MATCH (n) RETURN DISTINCT labels(n) AS labels ORDER BY labels")] == [
        *([["Atlas"]]),
        *([["BuendnisatlasTests"]] if store.engine == "neo4j" else []),
        ["Decision"],
    ]


def test_documents_are_told_as_they_are_written(store: Store) -> None:
    records = filled(store)
    told: list[str] = []
    cleared(store)
    store.import_records(records, tell=told.append)
    assert sorted(told) == ["erste.txt", "full.txt"]


def test_of_two_documents_at_one_address_the_one_loaded_last_stays(store: Store) -> None:
    store.write_reading(a_reading("a.txt").sentence("Alt.").silence("DE-SH").build())
    [head, *old] = store.export_records()
    store.write_reading(a_reading("a.txt").sentence("Neu.").silence("DE-BY").build())
    new = list(store.export_records())[1:]
    emptied(store)
    dated = [record | ({"loaded_at": "2020"} if record["type"] == "document" else {}) for record in old]
    store.import_records([head, *new, *dated])
    assert [record["region"] for record in store.export_records() if record["type"] == "silence"] == ["DE-BY"]


def test_a_row_that_found_no_place_is_noticed_and_everything_cleared(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = filled(store)
    cleared(store)
    before = stored(store)
    monkeypatch.setattr(bulk, "naming_properties", lambda *_: {"node_id": "actor:gone"})
    with pytest.raises(StoreError) as caught:
        store.import_records(records)
    assert caught.value.code == "import_incomplete"
    assert stored(store) == before
    store.write_reading(full_reading().build())


def interrupted(store: Store, monkeypatch: pytest.MonkeyPatch, write: Callable[..., None]) -> list[Row]:
    """Begin an import that ends at its third portion as if the program had died; the records."""
    records = filled(store)
    cleared(store)
    with monkeypatch.context() as patch:
        patch.setattr(messages, "BATCH_ROWS", 2)
        patch.setattr(importing, "_write", write)
        patch.setattr(importing, "clear_import", lambda *_, **__: None)
        patch.setattr(importing, "_HOLD_MILLISECONDS", 1)
        with pytest.raises(KeyboardInterrupt):
            store.import_records(records)
    return records


def dying(left: int) -> Callable[..., None]:
    """Write so many portions."""
    write = importing._write

    def counted(*arguments: object, number: int, **named: object) -> None:
        if number > left:
            raise KeyboardInterrupt
        write(*arguments, number=number, **named)  # type: ignore[arg-type]

    return counted


@pytest.mark.parametrize("portions", [0, 3, 8])
def test_the_next_writer_clears_what_an_interrupted_import_has_left(
    store: Store, monkeypatch: pytest.MonkeyPatch, portions: int
) -> None:
    interrupted(store, monkeypatch, dying(portions))
    store.write_reading(full_reading().build())
    assert [document.address for document in store.documents()] == ["full.txt"]
    emptied(store)
    assert store.read("MATCH (n) WHERE NOT n:Atlas AND NOT n:BuendnisatlasTests RETURN n.id") == []


def test_the_next_opening_for_writing_clears_it_and_one_for_reading_is_refused(
    store_place: StorePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store_place.open() as store:
        records = interrupted(store, monkeypatch, dying(4))
    with pytest.raises(StoreError) as caught:
        store_place.open(read_only=True)
    assert caught.value.code == "graph_unfinished"
    with store_place.open() as store:
        assert [record["type"] for record in store.export_records()] == ["atlas"]
        store.import_records(records)
        assert list(store.export_records()) == records
    with store_place.open(read_only=True) as store:
        assert list(store.export_records()) == records


def test_while_an_import_goes_on_nobody_reads_half_of_it(store_place: StorePlace) -> None:
    with store_place.open() as store:
        records = filled(store)
        cleared(store)
        seen: list[str] = []

        def look(_address: str) -> None:
            with pytest.raises(StoreError) as caught, store_place.open(read_only=True):
                pass
            seen.append(caught.value.code)

        store.import_records(records, tell=look)
    assert seen == ["graph_importing"] * 2


def test_who_was_taken_for_interrupted_stops(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a night with the lid closed: another program has cleared the graph and gone on."""
    records = filled(store)
    cleared(store)
    further = full_reading("weiter.txt").build()

    def overtaken(transaction: object, **_named: object) -> None:
        raise StoreError("graph_changed")

    with monkeypatch.context() as patch:
        patch.setattr(importing, "_write", overtaken)
        with pytest.raises(StoreError) as caught:
            store.import_records(records)
    assert caught.value.code == "graph_changed"
    store.write_reading(further)
    assert [document.address for document in store.documents()] == ["weiter.txt"]


DIE = """
from graph import importing, messages
messages.BATCH_ROWS = 20
left, write = int(sys.argv[3]), importing._write
def counted(*arguments, number, **named):
    if number > left:
        os._exit(9)
    write(*arguments, number=number, **named)
importing._write = counted
importing._HOLD_MILLISECONDS = 1
with open_store(sys.argv[1]) as store:
    store.import_records(pathlib.Path(sys.argv[2]).read_bytes().splitlines())
os._exit(7)
"""
"""Import and be gone before the given portion."""


def test_a_death_in_the_middle_leaves_nothing_and_the_next_import_is_whole(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "source")) as store:
        for number in range(12):
            store.write_reading(numbered(number))
        store.decide(DECISION)
        records = list(store.export_records())
    export = tmp_path / "export.jsonl"
    export.write_text("".join(write_line(record) + "\n" for record in records), encoding="utf-8")
    for left, code in ((0, 9), (2, 9), (9, 9), (999, 7)):
        folder = tmp_path / f"graph-{left}"
        with subprocess.Popen(command(DIE, str(folder), str(export), str(left))) as program:
            assert program.wait(timeout=120) == code
        with open_store(str(folder)) as store:
            found = list(store.export_records())
            assert len(found) == (1 if code == 9 else len(records))
            store.import_records(records)
            assert list(store.export_records()) == records


def test_another_process_makes_the_same_portions(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    records = filled(store)
    monkeypatch.setattr(ahead, "WORTH_A_PROCESS", 0)
    monkeypatch.setattr(messages, "BATCH_ROWS", 3)
    at_once, slowly = both_ways(store, records)
    assert at_once == slowly


def test_what_it_finds_wrong_is_named_by_its_line_and_nothing_is_left(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = filled(store)
    cleared(store)
    monkeypatch.setattr(ahead, "WORTH_A_PROCESS", 0)
    at = next(number for number, record in enumerate(records) if record["type"] == "statement")
    records[at] = records[at] | {"quote": "Nie gesagt."}
    line = 1 + next(n for n, record in enumerate(records) if record.get("id") == records[at]["document_id"])
    with pytest.raises(StoreError) as caught:
        store.import_records(records)
    assert (caught.value.code, caught.value.details["line"]) == ("import_bad_record", line)
    assert [record["type"] for record in store.export_records()] == ["atlas"]


def test_its_death_ends_the_import_with_one_clear_error(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    records = filled(store)
    cleared(store)
    monkeypatch.setattr(ahead, "WORTH_A_PROCESS", 0)
    monkeypatch.setattr(ahead, "_send", os._exit)
    with pytest.raises(StoreError) as caught:
        store.import_records(records)
    assert caught.value.code == "import_interrupted"
    assert [record["type"] for record in store.export_records()] == ["atlas"]
