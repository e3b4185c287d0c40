"""Graphs and exports of earlier versions: brought to this one without loss, and never left between two."""

import subprocess
from pathlib import Path

import pytest

from graph import migration
from graph.catalog import load_catalog, split_statements
from graph.errors import StoreError
from graph.schema import SCHEMA, STEPS
from graph.store import Store, open_store
from tests.conftest import StorePlace
from tests.graph.children import command
from tests.graph.older import OLD, expected, exported, place_old, unpack
from tests.graph.snapshots import full_reading


def schema_of(store: Store) -> object:
    return store.read("MATCH (a:Atlas) RETURN a.schema AS schema")[0]["schema"]


def test_the_steps_lead_from_version_to_version_and_each_has_its_fixture() -> None:
    assert [step.version for step in STEPS] == list(range(2, SCHEMA + 1))
    assert {step.text for step in STEPS if step.text} <= load_catalog("graph").keys()
    assert list(OLD) == [step.version - 1 for step in STEPS]


@pytest.mark.parametrize("version", OLD)
def test_a_graph_of_an_earlier_version_opens_whole(store_place: StorePlace, version: int, tmp_path: Path) -> None:
    place_old(store_place, version, tmp_path)
    with store_place.open() as store:
        assert schema_of(store) == SCHEMA
        assert list(store.export_records()) == expected(version)
        store.write_reading(full_reading().build())
        store.remove_document(full_reading().build().document.id)
    with store_place.open(read_only=True) as store:
        assert [document.address for document in store.documents()] == ["erste.txt"]


@pytest.mark.parametrize("version", OLD)
def test_an_export_of_an_earlier_version_comes_in(store: Store, version: int) -> None:
    records = exported(version)
    assert records[0]["schema"] == version
    store.import_records(records)
    assert list(store.export_records()) == expected(version)


def test_each_step_is_told_of_before_it_is_taken(store_place: StorePlace, tmp_path: Path) -> None:
    place_old(store_place, 1, tmp_path)
    told: list[int] = []
    with open_store(store_place.url, settings=store_place.settings, on_step=lambda step: told.append(step.version)):
        assert told == [step.version for step in STEPS]
    with open_store(store_place.url, settings=store_place.settings, on_step=lambda step: told.append(step.version)):
        assert told == [step.version for step in STEPS]


def test_an_earlier_version_is_not_changed_for_reading(store_place: StorePlace, tmp_path: Path) -> None:
    place_old(store_place, 2, tmp_path)
    for _ in range(2):
        with pytest.raises(StoreError) as caught:
            store_place.open(read_only=True)
        assert (caught.value.code, caught.value.details["found"]) == ("schema_older", 2)


def test_a_step_works_in_portions(store_place: StorePlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migration, "PORTION", 1)
    place_old(store_place, 1, tmp_path)
    with store_place.open() as store:
        assert list(store.export_records()) == expected(1)


def test_a_program_stops_writing_when_a_newer_one_has_taken_over(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store._write(lambda transaction: transaction.run("MATCH (a:Atlas) SET a.schema = 99"))
    before = content_rows(store)
    with pytest.raises(StoreError) as caught:
        store.write_reading(full_reading().build())
    assert (caught.value.code, caught.value.details["found"]) == ("schema_newer", "99")
    assert content_rows(store) == before


def content_rows(store: Store) -> list[dict[str, object]]:
    rows = store.read("MATCH (n) WHERE NOT n:BuendnisatlasTests RETURN properties(n) AS properties ORDER BY n.id")
    return [dict(row) for row in rows]


DIE = """
from graph import bolt
left = int(sys.argv[2])
def counted(call):
    def write(*arguments):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return call(*arguments)
    return write
bolt.Connection.write = counted(bolt.Connection.write)
bolt.Connection.define = counted(bolt.Connection.define)
open_store(sys.argv[1])
os._exit(7)
"""
"""Open a graph and be gone before the given write."""


def test_a_death_in_the_middle_leaves_one_version_or_the_other(tmp_path: Path) -> None:
    found: list[object] = []
    defined = len(split_statements(load_catalog("graph")["schema_embedded"]))
    for writes in (0, 9, *range(defined - 1, defined + 6), 99):
        folder = tmp_path / str(writes)
        unpack(1, folder)
        with subprocess.Popen(command(DIE, str(folder), str(writes))) as program:
            code = program.wait(timeout=120)
        left = _version_left(folder)
        assert left in range(1, SCHEMA + 1)
        found.append(left)
        with open_store(str(folder)) as store:
            assert list(store.export_records()) == expected(1)
    assert code == 7
    assert found == sorted(found, key=str)
    assert {1, 2, SCHEMA} <= set(found)


def _version_left(folder: Path) -> object:
    try:
        with open_store(str(folder), read_only=True) as store:
            return schema_of(store)
    except StoreError as error:
        assert error.code == "schema_older"
        return error.details["found"]
