"""The whole graph as records, one JSON object a line, and back: backup, way to another store, way out.

The first record is `{"type": "atlas", "schema": 3}`. Then come, each sort by its keys: documents (with all their
addresses and their text), namings (what a document names, and what it claims of it), facts, statements, unread places,
decisions, and the nodes as they are shown. The nodes are folded from the namings' claims; an import folds them anew
and only checks that each of them is named (`shelf.py`). Times of writing stand in `loaded_at` and `written_at`.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields

from graph.bolt import Connection
from graph.catalog import load_catalog, with_labels
from graph.decisions import decision_fields
from graph.errors import StoreError
from graph.forms import LINKS, NODE_FACTS, NODE_LABELS
from graph.model import Decision, Document, Naming, Statement, UnreadPlace
from graph.records import CLAIMS, Row, Value, as_map, record_of, to_record
from graph.schema import SCHEMA
from graph.shapes import TYPES

_LINE = json.JSONEncoder(ensure_ascii=False)


def write_line(record: Row) -> str:
    """A record as its line, without the newline, for a file in UTF-8: the same text for the same record."""
    return _LINE.encode(record)


def export_records(reader: Connection) -> Iterator[Row]:
    """Every record, sorted. Raises StoreError `graph_changed` at the end when somebody wrote meanwhile."""
    before = _revision(reader)
    yield {"type": "atlas", "schema": SCHEMA}
    yield from _documents(reader)
    for row in reader.stream(_text("export_namings")):
        yield naming_record(as_map(row["properties"]), str(row["document_id"]))
    for fact, form in LINKS.items():
        for row in reader.stream(_text("export_links", LINK_TYPE=form.relation)):
            ends: Row = {form.source: row["source"], form.target: row["target"]}
            yield stored_record(fact, as_map(row["properties"]) | ends)
    for cls, label in (*NODE_FACTS.items(), (Statement, "Statement"), (UnreadPlace, "Unread")):
        for row in reader.stream(_text("export_nodes", NodeLabel=label)):
            yield stored_record(cls, as_map(row["properties"]))
    for row in reader.stream(_text("export_nodes", NodeLabel="Decision")):
        yield stored_record(Decision, decision_fields(as_map(row["properties"])))
    for node, label in NODE_LABELS.items():
        for row in reader.stream(_text("export_nodes", NodeLabel=label)):
            yield stored_record(node, as_map(row["properties"]))
    if _revision(reader) != before:
        raise StoreError("graph_changed")


def _documents(reader: Connection) -> Iterator[Row]:
    """Documents by key, each with its addresses and text."""
    shown: defaultdict[str, list[Value]] = defaultdict(list)
    for row in reader.stream(_text("documents")):
        shown[str(row["id"])].append(row["shown_at"])
    for row in reader.stream(_text("export_nodes", NodeLabel="Document")):
        properties = as_map(row["properties"])
        key = str(properties["id"])
        text = "".join(str(part["text"]) for part in reader.read(_text("text_parts"), {"id": key}))
        further: Row = {"addresses": shown[key], "loaded_at": properties["loaded_at"]}
        yield stored_record(Document, properties | {"text": text}) | further


def naming_record(properties: Row, document_id: str) -> Row:
    """A naming's record: offsets in pairs again, claims as a record."""
    values: Row = {"document_id": document_id, **properties}
    for name in ("spans", "passages"):
        flat = values[name]
        offsets: Sequence[Value] = flat if isinstance(flat, list) else []
        values[name] = [[*pair] for pair in zip(offsets[::2], offsets[1::2], strict=True)]
    claims: Row = {"claims": to_record(CLAIMS.read(str(properties["claims"])))}
    return stored_record(Naming, values) | claims


def stored_record(cls: type, properties: Row) -> Row:
    """The record of a class: its fields, None where the store kept nothing."""
    return record_of(TYPES[cls], {field.name: properties.get(field.name) for field in fields(cls)})


def _revision(reader: Connection) -> Value:
    rows = reader.read(_text("atlas"), {})
    return rows[0]["revision"] if rows else None


def _text(name: str, **labels: str) -> str:
    return with_labels(load_catalog("graph")[name], **labels)
