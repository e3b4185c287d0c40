"""The records of an export, put in order outside of memory: what belongs to a document lies together.

They come sort by sort and are needed document by document. A temporary database of SQLite keeps their lines meanwhile,
on the disk as soon as they are many, so that memory stays the same however large the export is. Each line is checked
when it comes; what belongs together is checked when it is read.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import msgspec

from graph.checking import check_consistency
from graph.errors import StoreError
from graph.exchange import write_line
from graph.folding import Claim
from graph.forms import NODE_LABELS
from graph.lines import CLAIMED, DECISIONS, DOCUMENTS, FACTS, HEADINGS, LINES, PARTS, Heading, Line, Record
from graph.model import Decision, Fact, Naming, Node, Reading, Statement, UnreadPlace
from graph.records import CLAIMS, as_map
from graph.schema import SCHEMA, Step, steps_from
from graph.shapes import TYPES
from graph.writes import Arrival

_NODES = frozenset(TYPES[cls] for cls in NODE_LABELS)
_WAITING = 10_000
"""Lines that are handed to SQLite together."""

_TABLES = """
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
    CREATE TABLE document (id TEXT PRIMARY KEY, number INTEGER, date TEXT, line BLOB);
    CREATE TABLE address (id TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE part (number INTEGER PRIMARY KEY, document TEXT, node TEXT, fact TEXT, line BLOB);
    CREATE TABLE fact (id TEXT PRIMARY KEY, number INTEGER, line BLOB);
    CREATE TABLE decision (line BLOB);
    CREATE TABLE shown (node TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
"""
_INDEXES = """
    CREATE INDEX part_document ON part (document);
    CREATE INDEX part_node ON part (node) WHERE node IS NOT NULL;
    CREATE INDEX part_fact ON part (fact, document) WHERE fact IS NOT NULL;
"""
_MAPPED = "PRAGMA mmap_size = 2147418112"
"""Of a full file the pages need not be copied."""
_INSERTS = {
    "address": "INSERT OR IGNORE INTO address VALUES (?)",
    "part": "INSERT INTO part VALUES (?, ?, ?, ?, ?)",
    "fact": "INSERT OR REPLACE INTO fact VALUES (?, ?, ?)",
    "decision": "INSERT INTO decision VALUES (?)",
    "shown": "INSERT OR REPLACE INTO shown VALUES (?, ?)",
}
_PARTS = """
    SELECT part.line, fact.line,
        part.document = (SELECT min(document) FROM part AS other WHERE other.fact = part.fact)
    FROM part LEFT JOIN fact ON fact.id = part.fact
    WHERE part.document = ? ORDER BY part.number
"""
_CLAIMS = """
    SELECT part.node, part.number, part.line, document.date
    FROM part JOIN document ON document.id = part.document
    WHERE part.node IS NOT NULL ORDER BY part.node DESC
"""
_STRAYS = (
    "SELECT min(number) FROM shown WHERE node NOT IN (SELECT node FROM part WHERE node IS NOT NULL)",
    "SELECT min(number) FROM part "
    "WHERE fact IN (SELECT fact FROM part WHERE fact IS NOT NULL EXCEPT SELECT id FROM fact)",
    "SELECT min(number) FROM fact WHERE id NOT IN (SELECT fact FROM part WHERE fact IS NOT NULL)",
    "SELECT min(number) FROM part WHERE document IN (SELECT document FROM part EXCEPT SELECT id FROM document)",
)
"""The first line of what belongs to nothing, in each way this can be."""
_UNSHOWN = "SELECT count(*) FROM part WHERE node IS NOT NULL AND node NOT IN (SELECT node FROM shown)"


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
        self._addresses = 0
        self._waiting: dict[str, list[tuple[str | int | bytes | None, ...]]] = {name: [] for name in _INSERTS}
        self._tables = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._tables.executescript(_MAPPED if self._is_filled() else _TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._tables.close()

    def fill(self, records: Iterable[Record]) -> None:
        """Take all records, as they are or each as its line, and look whether they belong together.

        Raises StoreError `import_bad_record` (line), `import_incomplete` or `schema_newer`.
        """
        self._tables.execute("BEGIN")
        for number, record in enumerate(records, start=1):
            try:
                self._put(write_line(record) if isinstance(record, dict) else record, number)
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise StoreError("import_bad_record", line=number) from error
        if not self.count:
            raise StoreError("import_bad_record", line=1)
        for name in _INSERTS:
            self._hand_over(name)
        self._tables.execute("COMMIT")
        self._tables.executescript(_INDEXES)
        self._check_belonging()

    def decisions(self) -> Iterator[Decision]:
        """People's decisions, in the order in which they came."""
        for (line,) in self._tables.execute("SELECT line FROM decision ORDER BY rowid"):
            yield DECISIONS.read(line)

    def has_shared_addresses(self) -> bool:
        """Whether two documents claim one address, so that the one loaded last has to win."""
        return self._number("SELECT count(*) FROM address") != self._addresses

    def arrivals(self) -> Iterator[Shelved]:
        """The documents by key, checked. Raises StoreError `import_bad_record` where one says what cannot be."""
        for number, line in self._tables.execute("SELECT number, line FROM document ORDER BY id"):
            yield self._arrival(number, line)

    def claims(self) -> Iterator[tuple[Claim, ...]]:
        """What the documents say of each node, a node at a time: the last key first, so initiatives before actors.

        Those are one sort of portion and full the sooner, while actors have one for each kind.
        """
        key, said = "", list[Claim]()
        claimed: Node | None = None
        told = msgspec.Raw()
        for node, number, line, date in self._tables.execute(_CLAIMS):
            if node != key and said:
                yield tuple(said)
                said = []
            key = node
            naming = CLAIMED.decode(line)
            if claimed is None or naming.claims != told:  # most say the same of a node
                claimed, told = CLAIMS.read(naming.claims), naming.claims
            if said and type(said[0].node) is not type(claimed):
                raise StoreError("import_bad_record", line=number)
            said.append(Claim(claimed, naming.confidence, date))
        if said:
            yield tuple(said)

    def _put(self, line: Line, number: int) -> None:
        """Take one record. Raises ValueError, KeyError, TypeError or RecursionError for one that is not well formed."""
        if self._steps:
            line = _renewed(line, self._steps)
        heading = HEADINGS.decode(line)
        if (heading.type == "atlas") != (number == 1):
            raise ValueError("the first record, and no other, is the atlas")
        self.count += 1
        if number == 1:
            self._steps = steps_from(_checked_schema(heading.schema))
            return
        LINES.check(line)
        match heading.type:
            case "document":
                self._put_document(heading, line, number)
            case "naming":
                if heading.claims.id != heading.node_id:
                    raise ValueError("claims of another node")
                self._hand("part", number, heading.document_id, heading.node_id, None, line)
            case "statement":
                self._hand("part", number, heading.document_id, None, heading.fact_id, line)
            case "unread":
                self._hand("part", number, heading.document_id, None, None, line)
            case "decision":
                self._hand("decision", line)
            case kind if kind in _NODES:
                self._hand("shown", heading.id, number)
            case _:
                self._hand("fact", heading.id, number, line)

    def _put_document(self, heading: Heading, line: Line, number: int) -> None:
        addresses = set(heading.addresses)
        if len(addresses) != len(heading.addresses) or heading.address != min(addresses, default=None):
            raise ValueError("addresses")
        try:
            self._tables.execute("INSERT INTO document VALUES (?, ?, ?, ?)", (heading.id, number, heading.date, line))
        except sqlite3.IntegrityError as error:
            raise ValueError("a second document of this key") from error
        self._addresses += len(addresses)
        for address in addresses:
            self._hand("address", address)

    def _hand(self, name: str, *values: str | int | bytes | None) -> None:
        self._waiting[name].append(values)
        if len(self._waiting[name]) >= _WAITING:
            self._hand_over(name)

    def _hand_over(self, name: str) -> None:
        self._tables.executemany(_INSERTS[name], self._waiting[name])
        self._waiting[name].clear()

    def _check_belonging(self) -> None:
        """Raise StoreError for the first record that belongs to nothing."""
        for text in _STRAYS:
            if number := self._number(text):
                raise StoreError("import_bad_record", line=number)
        if self._number(_UNSHOWN):
            raise StoreError("import_incomplete")  # nodes come last: the end of the file is missing

    def _arrival(self, number: int, line: Line) -> Shelved:
        document, heading = DOCUMENTS.read(line), HEADINGS.decode(line)
        nodes, namings, statements, unread = list[Node](), list[Naming](), list[Statement](), list[UnreadPlace]()
        facts, first = dict[str, Fact](), set[str]()
        for part, fact, is_first in self._tables.execute(_PARTS, (document.id,)):
            match PARTS.read(part):
                case Naming() as naming:
                    namings.append(naming)
                    nodes.append(CLAIMS.read(CLAIMED.decode(part).claims))
                case Statement() as statement:
                    statements.append(statement)
                    facts[statement.fact_id] = FACTS.read(fact)
                    if is_first:
                        first.add(statement.fact_id)
                case UnreadPlace() as place:
                    unread.append(place)
        reading = Reading(
            document,
            nodes=tuple(nodes),
            facts=tuple(facts[fact] for fact in sorted(facts)),
            namings=tuple(namings),
            statements=tuple(statements),
            unread=tuple(unread),
        )
        try:
            check_consistency(reading)  # that it can be stored was seen when it came
        except ValueError as error:
            raise StoreError("import_bad_record", line=number) from error
        return Shelved(Arrival(reading, tuple(sorted(heading.addresses)), heading.loaded_at), frozenset(first))

    def _is_filled(self) -> bool:
        return bool(self._number("SELECT count(*) FROM sqlite_master"))

    def _number(self, text: str) -> int:
        return int(self._tables.execute(text).fetchone()[0] or 0)


def only_arrival(records: Iterable[Record]) -> Arrival:
    """The one document of an export of its own."""
    with Shelf() as shelf:
        shelf.fill(records)
        return next(shelf.arrivals()).arrival


def _renewed(line: Line, steps: Iterable[Step]) -> Line:
    """The line of an older export as it would be today."""
    record = as_map(msgspec.json.decode(line))
    for step in steps:
        record = step.renew(record)
    return write_line(record)


def _checked_schema(found: int) -> int:
    if found < 1:
        raise ValueError("schema")
    if found > SCHEMA:
        raise StoreError("schema_newer", found=str(found), known=SCHEMA)
    return found
