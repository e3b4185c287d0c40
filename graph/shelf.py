"""The records of an export, put in order outside of memory: what belongs to a document lies together.

They come sort by sort and are needed document by document. A temporary database of SQLite keeps them meanwhile, on the
disk as soon as they are many, so that memory stays the same however large the export is.
"""

import json
import marshal
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeVar

from graph.checking import check_consistency
from graph.errors import StoreError
from graph.exchange import write_line
from graph.folding import Claim
from graph.forms import LINKS, NODE_FACTS, NODE_LABELS
from graph.model import Decision, Document, Fact, Naming, Node, Reading, Statement, UnreadPlace
from graph.records import TYPES, Row, Value, as_map, fields_of, from_row, node_from_record, packed
from graph.schema import SCHEMA, Step, steps_from
from graph.writes import Arrival

T = TypeVar("T")

_FACTS: Mapping[str, type[Fact]] = {TYPES[cls]: cls for cls in (*LINKS, *NODE_FACTS)}
_NODES = frozenset(TYPES[cls] for cls in NODE_LABELS)
_WAITING = 10_000
"""Records that are handed to SQLite together."""

_SURROGATE = re.compile(rb"\xed[\xa0-\xbf]")
"""What may be a lone surrogate in UTF-8."""

_TABLES = """
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
    CREATE TABLE document (id TEXT PRIMARY KEY, line INTEGER, date TEXT, record BLOB);
    CREATE TABLE address (id TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE part (document TEXT, line INTEGER, record BLOB);
    CREATE TABLE named (node TEXT, document TEXT, naming INTEGER);
    CREATE TABLE fact (id TEXT PRIMARY KEY, line INTEGER, record BLOB);
    CREATE TABLE said (fact TEXT, document TEXT, line INTEGER, PRIMARY KEY (fact, document)) WITHOUT ROWID;
    CREATE TABLE decision (record BLOB);
    CREATE TABLE shown (node TEXT PRIMARY KEY, line INTEGER) WITHOUT ROWID;
"""
_INDEXES = """
    CREATE INDEX part_document ON part (document);
    CREATE INDEX named_node ON named (node);
"""
_INSERTS = {
    "address": "INSERT OR IGNORE INTO address VALUES (?)",
    "part": "INSERT INTO part VALUES (?, ?, ?)",
    "named": "INSERT INTO named VALUES (?, ?, ?)",
    "fact": "INSERT OR REPLACE INTO fact VALUES (?, ?, ?)",
    "said": "INSERT OR IGNORE INTO said VALUES (?, ?, ?)",
    "decision": "INSERT INTO decision VALUES (?)",
    "shown": "INSERT OR REPLACE INTO shown VALUES (?, ?)",
}
_FACTS_SAID = """
    SELECT id, line, record, ? = (SELECT min(document) FROM said WHERE said.fact = fact.id) FROM fact
    WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_STRAYS = (
    "SELECT min(line) FROM shown WHERE node NOT IN (SELECT node FROM named)",
    "SELECT min(line) FROM said WHERE fact NOT IN (SELECT id FROM fact)",
    "SELECT min(line) FROM fact WHERE id NOT IN (SELECT fact FROM said)",
    "SELECT min(line) FROM part WHERE document NOT IN (SELECT id FROM document)",
)
"""The first line of what belongs to nothing, in each way this can be."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document's arrival. `first_facts` are those of its facts that no document before it states."""

    arrival: Arrival
    first_facts: frozenset[str]


class Shelf:
    """The records of one export; `fill` it, then read it as often as needed, from one thread at a time.

    Without a `path` it is nowhere but in memory and in files without a name; with one, another process may read what
    was filled here.
    """

    def __init__(self, path: str = "") -> None:
        self.path = path
        self.count = 0
        self._steps: tuple[Step, ...] = ()
        self._addresses = self._parts = 0
        self._waiting: dict[str, list[tuple[str | int | bytes, ...]]] = {name: [] for name in _INSERTS}
        self._tables = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        if not self._is_filled():
            self._tables.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._tables.close()

    def fill(self, records: Iterable[Row]) -> None:
        """Take all records and look whether they belong together.

        Raises StoreError `import_bad_record` (line), `import_incomplete` or `schema_newer`.
        """
        self._tables.execute("BEGIN")
        for line, record in enumerate(records, start=1):
            try:
                self._put(record, line)
            except (ValueError, KeyError, TypeError) as error:
                raise StoreError("import_bad_record", line=line) from error
        if not self.count:
            raise StoreError("import_bad_record", line=1)
        for name in _INSERTS:
            self._hand_over(name)
        self._tables.execute("COMMIT")
        self._tables.executescript(_INDEXES)
        self._check_belonging()

    def decisions(self) -> Iterator[Decision]:
        """People's decisions, in the order in which they came."""
        for (record,) in self._tables.execute("SELECT record FROM decision ORDER BY rowid"):
            yield from_row(Decision, fields_of(_read(record)))

    def has_shared_addresses(self) -> bool:
        """Whether two documents claim one address, so that the one loaded last has to win."""
        return self._number("SELECT count(*) FROM address") != self._addresses

    def arrivals(self) -> Iterator[Shelved]:
        """The documents by key, checked. Raises StoreError `import_bad_record` where one says what cannot be."""
        documents = self._tables.execute("SELECT id, line, record FROM document ORDER BY id")
        for key, line, record in documents:
            yield self._arrival(str(key), int(line), _read(record))

    def claims(self) -> Iterator[tuple[Claim, ...]]:
        """What the documents say of each node, a node at a time: the last key first, so initiatives before actors.

        Those are one sort of portion and full the sooner, while actors have one for each kind.
        """
        text = (
            "SELECT named.node, part.record, document.date FROM named "
            "JOIN part ON part.rowid = named.naming JOIN document ON document.id = named.document "
            "ORDER BY named.node DESC"
        )
        key, said = "", list[Claim]()
        claimed: Node | None = None
        told: Value = None
        for node, record, date in self._tables.execute(text):
            if node != key and said:
                yield tuple(said)
                said = []
            key = str(node)
            naming = _read(record)
            confidence = naming["confidence"]
            if claimed is None or naming["claims"] != told:  # most say the same of a node
                told = naming["claims"]
                claimed = node_from_record(as_map(told))
            said.append(Claim(claimed, float(confidence) if isinstance(confidence, int | float) else 0.0, date))
        if said:
            yield tuple(said)

    def _put(self, record: Row, line: int) -> None:
        """Take one record. Raises ValueError, KeyError or TypeError for one that is not well formed."""
        for step in self._steps:
            record = step.renew(record)
        written = packed(record)
        if _SURROGATE.search(written):
            write_line(record).encode()  # a lone surrogate is a ValueError
        kind = record["type"]
        if (kind == "atlas") != (line == 1):
            raise ValueError("the first record, and no other, is the atlas")
        self.count += 1
        match kind:
            case "atlas":
                self._steps = steps_from(_checked_schema(record["schema"]))
            case "document":
                self._put_document(record, line, written)
            case "naming" | "statement" | "unread":
                self._put_part(str(kind), record, line, written)
            case "decision":
                from_row(Decision, fields_of(record))
                self._hand("decision", written)
            case str() if kind in _NODES:
                self._hand("shown", node_from_record(record).id, line)
            case str() if kind in _FACTS:
                self._hand("fact", _key(record["id"]), line, written)
            case _:
                raise ValueError("type")

    def _put_document(self, record: Row, line: int, written: bytes) -> None:
        addresses = record["addresses"]
        if not isinstance(addresses, list) or not isinstance(record["loaded_at"], str):
            raise ValueError("document")
        texts = sorted({address for address in addresses if isinstance(address, str)})
        if len(texts) != len(addresses) or record["address"] != min(texts, default=None):
            raise ValueError("addresses")
        try:
            values = (_key(record["id"]), line, record["date"], written)
            self._tables.execute("INSERT INTO document VALUES (?, ?, ?, ?)", values)
        except sqlite3.Error as error:  # a second one, or a date that is no text
            raise ValueError("document") from error
        self._addresses += len(texts)
        for address in texts:
            self._hand("address", address)

    def _put_part(self, kind: str, record: Row, line: int, written: bytes) -> None:
        document = _key(record["document_id"])
        self._parts += 1
        self._hand("part", document, line, written)
        if kind == "naming":
            self._hand("named", _key(record["node_id"]), document, self._parts)
        elif kind == "statement":
            self._hand("said", _key(record["fact_id"]), document, line)

    def _hand(self, name: str, *values: str | int | bytes) -> None:
        self._waiting[name].append(values)
        if len(self._waiting[name]) >= _WAITING:
            self._hand_over(name)

    def _hand_over(self, name: str) -> None:
        self._tables.executemany(_INSERTS[name], self._waiting[name])
        self._waiting[name].clear()

    def _check_belonging(self) -> None:
        """Raise StoreError for the first record that belongs to nothing."""
        for text in _STRAYS:
            if line := self._number(text):
                raise StoreError("import_bad_record", line=line)
        if self._number("SELECT count(*) FROM named WHERE node NOT IN (SELECT node FROM shown)"):
            raise StoreError("import_incomplete")  # nodes come last: the end of the file is missing

    def _arrival(self, key: str, line: int, record: Row) -> Shelved:
        parts: dict[str, list[_Line]] = {"naming": [], "statement": [], "unread": []}
        for place, part in self._tables.execute(
            "SELECT line, record FROM part WHERE document = ? ORDER BY rowid", (key,)
        ):
            one = _Line(int(place), _read(part))
            parts[str(one.record["type"])].append(one)
        stated = {str(one.record["fact_id"]) for one in parts["statement"]}
        facts = self._tables.execute(_FACTS_SAID, (key, json.dumps(sorted(stated)))).fetchall()
        addresses, loaded_at = record.pop("addresses"), record.pop("loaded_at")
        reading = Reading(
            document=_made(_document, _Line(line, record)),
            nodes=tuple(_made(_claimed, one) for one in parts["naming"]),
            facts=tuple(_made(_fact, _Line(int(place), _read(fact))) for _, place, fact, _ in facts),
            namings=tuple(_made(_naming, one) for one in parts["naming"]),
            statements=tuple(_made(_statement, one) for one in parts["statement"]),
            unread=tuple(_made(_unread, one) for one in parts["unread"]),
        )
        try:
            check_consistency(reading)  # that it can be stored was seen when it came
        except ValueError as error:
            raise StoreError("import_bad_record", line=line) from error
        shown_at = addresses if isinstance(addresses, list) else []
        first = frozenset(str(fact) for fact, _, _, is_first in facts if is_first)
        return Shelved(Arrival(reading, tuple(sorted(map(str, shown_at))), str(loaded_at)), first)

    def _is_filled(self) -> bool:
        return bool(self._number("SELECT count(*) FROM sqlite_master"))

    def _number(self, text: str) -> int:
        return int(self._tables.execute(text).fetchone()[0] or 0)


def only_arrival(records: Iterable[Row]) -> Arrival:
    """The one document of an export of its own."""
    with Shelf() as shelf:
        shelf.fill(records)
        return next(shelf.arrivals()).arrival


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    record: Row


def _made(make: Callable[[Row], T], line: _Line) -> T:
    try:
        return make(line.record)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError("import_bad_record", line=line.number) from error


def _document(record: Row) -> Document:
    return from_row(Document, {"model": None, **fields_of(record)})


def _claimed(record: Row) -> Node:
    return node_from_record(as_map(record["claims"]))


def _fact(record: Row) -> Fact:
    return from_row(_FACTS[str(record["type"])], fields_of(record))


def _naming(record: Row) -> Naming:
    return from_row(Naming, {name: value for name, value in fields_of(record).items() if name != "claims"})


def _statement(record: Row) -> Statement:
    return from_row(Statement, fields_of(record))


def _unread(record: Row) -> UnreadPlace:
    return from_row(UnreadPlace, fields_of(record))


def _read(record: bytes) -> Row:
    return as_map(marshal.loads(record))


def _key(value: Value) -> str:
    if not isinstance(value, str):
        raise ValueError("key")
    return value


def _checked_schema(found: Value) -> int:
    if not isinstance(found, int):
        raise ValueError("schema")
    if found > SCHEMA:
        raise StoreError("schema_newer", found=str(found), known=SCHEMA)
    return found
