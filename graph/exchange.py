"""The whole graph as records, one JSON object a line, and back: backup, way to another store, way out.

The first record is `{"type": "atlas", "schema": 3}`. Then come, each sort by its keys: documents (with all their
addresses and their text), namings (what a document names, and what it claims of it), facts, statements, unread places,
decisions, and the nodes as they are shown. The nodes are folded from the namings' claims; an import folds them anew
and only checks that each of them is named. Times of writing stand in `loaded_at` and `written_at`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from graph.bolt import Connection
from graph.catalog import load_catalog, with_labels
from graph.checking import check_reading
from graph.decisions import decision_fields
from graph.errors import StoreError
from graph.forms import LINKS, NODE_FACTS, NODE_LABELS
from graph.model import Decision, Document, Fact, Naming, Node, Reading, Statement, UnreadPlace
from graph.records import (
    TYPES,
    Row,
    Value,
    canonical,
    fields_of,
    from_row,
    node_from_claims,
    node_from_record,
    record_of,
    to_record,
)
from graph.schema import SCHEMA, steps_from
from graph.writes import Arrival

_FACTS: Mapping[str, type[Fact]] = {TYPES[cls]: cls for cls in (*LINKS, *NODE_FACTS)}
_NODES = frozenset(TYPES[cls] for cls in NODE_LABELS)


@dataclass(frozen=True, slots=True)
class Package:
    """An export that was read and found whole. `count` counts its records."""

    arrivals: tuple[Arrival, ...]
    decisions: tuple[Decision, ...]
    count: int


def write_line(record: Row) -> str:
    """A record as its line, without the newline, for a file in UTF-8: the same text for the same record."""
    return json.dumps(record, ensure_ascii=False)


def read_lines(lines: Iterable[str]) -> Iterator[Row]:
    """The records of the lines. Raises StoreError `import_bad_record` with the first line that is none."""
    for number, line in enumerate(lines, start=1):
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise StoreError("import_bad_record", line=number) from error
        if not isinstance(record, dict):
            raise StoreError("import_bad_record", line=number)
        yield record


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


def read_package(records: Iterable[Row]) -> Package:
    """Read and check an export whole, before anything of it is written."""
    shelf = _Shelf()
    for line, record in enumerate(records, start=1):
        try:
            shelf.put(record, line)
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError("import_bad_record", line=line) from error
    if not shelf.count:
        raise StoreError("import_bad_record", line=1)
    return Package(tuple(shelf.arrivals()), tuple(shelf.decisions), shelf.count)


class _Shelf:
    """The records of an export, put where they belong; each error names the line it came from."""

    def __init__(self) -> None:
        self.count = 0
        self._schema = SCHEMA
        self.decisions: list[Decision] = []
        self._documents: dict[str, tuple[int, Document, tuple[str, ...], str]] = {}
        self._namings: defaultdict[str, list[tuple[int, Naming, Node]]] = defaultdict(list)
        self._facts: dict[str, tuple[int, Fact]] = {}
        self._statements: defaultdict[str, list[tuple[int, Statement]]] = defaultdict(list)
        self._unread: defaultdict[str, list[tuple[int, UnreadPlace]]] = defaultdict(list)
        self._shown: dict[str, int] = {}

    def put(self, record: Row, line: int) -> None:
        """Take one record. Raises ValueError, KeyError or TypeError for one that is not well formed."""
        canonical(record).encode("utf-8")  # a lone surrogate is a ValueError too
        for step in steps_from(self._schema):
            record = step.renew(record)
        kind, values = record["type"], fields_of(record)
        if (kind == "atlas") != (line == 1):
            raise ValueError("the first record, and no other, is the atlas")
        self.count += 1
        match kind:
            case "atlas":
                self._schema = _checked_schema(values["schema"])
            case "document":
                self._put_document(values, line)
            case "naming":
                node = node_from_record(as_map(values.pop("claims")))
                naming = from_row(Naming, values)
                self._namings[naming.document_id].append((line, naming, node))
            case "statement":
                statement = from_row(Statement, values)
                self._statements[statement.document_id].append((line, statement))
            case "unread":
                place = from_row(UnreadPlace, values)
                self._unread[place.document_id].append((line, place))
            case "decision":
                self.decisions.append(from_row(Decision, values))
            case str() if kind in _NODES:
                self._shown[node_from_record(record).id] = line
            case str():
                fact = from_row(_FACTS[kind], values)
                self._facts[fact.id] = line, fact
            case _:
                raise ValueError("type")

    def arrivals(self) -> Iterator[Arrival]:
        """The readings of the documents. Raises StoreError where records do not belong together."""
        self._check_belonging()
        for key, (line, document, addresses, loaded_at) in sorted(self._documents.items()):
            stated = [statement for _, statement in self._statements[key]]
            reading = Reading(
                document=document,
                nodes=tuple(node for _, _, node in self._namings[key]),
                facts=tuple(self._facts[fact][1] for fact in sorted({statement.fact_id for statement in stated})),
                namings=tuple(naming for _, naming, _ in self._namings[key]),
                statements=tuple(stated),
                unread=tuple(place for _, place in self._unread[key]),
            )
            try:
                check_reading(reading)
            except (ValueError, StoreError) as error:
                raise StoreError("import_bad_record", line=line) from error
            yield Arrival(reading, addresses, loaded_at)

    def _put_document(self, values: Row, line: int) -> None:
        addresses, loaded_at = values.pop("addresses"), values.pop("loaded_at")
        document = from_row(Document, {"model": None, **values})
        if not isinstance(addresses, list) or not isinstance(loaded_at, str) or document.id in self._documents:
            raise ValueError("document")
        texts = tuple(sorted({address for address in addresses if isinstance(address, str)}))
        if len(texts) != len(addresses) or document.address != min(texts, default=None):
            raise ValueError("addresses")
        self._documents[document.id] = line, document, texts, loaded_at

    def _check_belonging(self) -> None:
        named = {naming.node_id for part in self._namings.values() for _, naming, _ in part}
        stated = {statement.fact_id for part in self._statements.values() for _, statement in part}
        for key, line in self._shown.items():
            _require(key in named, line)
        if not named <= self._shown.keys():  # nodes come last: the end of the file is missing
            raise StoreError("import_incomplete")
        for part in self._statements.values():
            for line, statement in part:
                _require(statement.fact_id in self._facts, line)
        for key, (line, _) in self._facts.items():
            _require(key in stated, line)
        for key, lines in self._lines_of_documents():
            _require(key in self._documents, lines)

    def _lines_of_documents(self) -> Iterator[tuple[str, int]]:
        yield from ((key, part[0][0]) for key, part in self._namings.items())
        yield from ((key, part[0][0]) for key, part in self._statements.items())
        yield from ((key, part[0][0]) for key, part in self._unread.items())


def _require(belongs: bool, line: int) -> None:
    if not belongs:
        raise StoreError("import_bad_record", line=line)


def _checked_schema(found: Value) -> int:
    if not isinstance(found, int):
        raise ValueError("schema")
    if found > SCHEMA:
        raise StoreError("schema_newer", found=str(found), known=SCHEMA)
    return found


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
    claims: Row = {"claims": to_record(node_from_claims(str(properties["claims"])))}
    return stored_record(Naming, values) | claims


def stored_record(cls: type, properties: Row) -> Row:
    """The record of a class: its fields, None where the store kept nothing."""
    return record_of(TYPES[cls], {field.name: properties.get(field.name) for field in fields(cls)})


def as_map(value: Value) -> Row:
    """The value, which is an object. Raises ValueError for anything else."""
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def _revision(reader: Connection) -> Value:
    rows = reader.read(_text("atlas"), {})
    return rows[0]["revision"] if rows else None


def _text(name: str, **labels: str) -> str:
    return with_labels(load_catalog("graph")[name], **labels)
