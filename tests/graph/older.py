"""Graphs of earlier versions, as the programs of their time left them: `schemas/schema_N.zip` and their exports.

A zip holds the embedded engine's files; for a server the same nodes and relationships are written past the store.
Before the stored form changes, `python -m tests.graph.older` stores what today's program writes.
"""

import json
import tempfile
import zipfile
from pathlib import Path

from graph.exchange import write_line
from graph.joining import SharedFolder
from graph.model import Decision
from graph.records import Row
from graph.schema import SCHEMA, steps_from
from graph.store import open_store
from tests.conftest import StorePlace, driver_of
from tests.factory import a_reading
from tests.graph.snapshots import full_reading

OLD = (1, 2, 3)
_SCHEMAS = Path(__file__).parent / "schemas"


def exported(version: int) -> list[Row]:
    """The export that the program of this version wrote of the graph."""
    lines = (_SCHEMAS / f"schema_{version}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def expected(version: int) -> list[Row]:
    """What an export of the same graph is today."""
    records = exported(version)
    for step in steps_from(version):
        records = [step.renew(record) for record in records]
    return [{"type": "atlas", "schema": SCHEMA}, *records[1:]]


def unpack(version: int, folder: Path) -> None:
    """Put the graph of this version into a folder."""
    with zipfile.ZipFile(_SCHEMAS / f"schema_{version}.zip") as packed:
        packed.extractall(folder)


def place_old(place: StorePlace, version: int, scratch: Path) -> None:
    """Put the graph of this version into a place."""
    if "://" not in place.url:
        unpack(version, Path(place.url))
        return
    unpack(version, scratch / "old")
    running = SharedFolder(scratch / "old")
    nodes = running.reader.read(
        "MATCH (n) RETURN elementId(n) AS key, labels(n) AS labels, properties(n) AS values", {}
    )
    links = running.reader.read(
        "MATCH (a)-[r]->(b) RETURN elementId(a) AS a, elementId(b) AS b, type(r) AS type, properties(r) AS values", {}
    )
    running.close()
    with driver_of(place) as driver:
        for row in nodes:
            labels = row["labels"]
            assert isinstance(labels, list)
            driver.execute_query(
                f"CREATE (n:{':'.join(map(str, labels))}) SET n = $values, n.old_key = $key",
                values=row["values"],
                key=row["key"],
            )
        for row in links:
            driver.execute_query(
                f"MATCH (a {{old_key: $a}}) MATCH (b {{old_key: $b}}) CREATE (a)-[r:{row['type']}]->(b) "
                "SET r = $values",
                a=row["a"],
                b=row["b"],
                values=row["values"],
            )
        driver.execute_query("MATCH (n) REMOVE n.old_key")


def store_today() -> None:
    """Store a graph of the version that this program writes, with a node and a fact of every sort."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "graph"
        with open_store(str(folder)) as store:
            store.write_reading(full_reading().build())
            store.write_reading(a_reading("zweite.txt").sentence("Ein zweiter Text. Ü 🏭").silence("DE-MV").build())
            store.write_reading(a_reading("erste.txt").sentence("Ein zweiter Text. Ü 🏭").silence("DE-MV").build())
            store.decide(Decision("decision:1", "merge", "actor:a", "actor:b", (), "Notiz", "A. B.", "2026-11-21"))
            lines = [write_line(record) + "\n" for record in store.export_records()]
        (_SCHEMAS / f"schema_{SCHEMA}.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")
        with zipfile.ZipFile(_SCHEMAS / f"schema_{SCHEMA}.zip", "w", zipfile.ZIP_DEFLATED) as packed:
            for path in (folder / "graph.json", *sorted((folder / "engine" / "databases").rglob("*"))):
                packed.write(path, path.relative_to(folder).as_posix())


if __name__ == "__main__":
    store_today()
