"""The store: where facts are kept. One class over the official driver; a folder or a user's Neo4j behind it.

`open_store` takes a path or an address. Loaders hand in readings, questions read rows, and nothing above this file
knows which store it is.
"""

import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Literal, Self, TypeVar

from graph.ahead import Ahead
from graph.asked import Answer, Explain, Question
from graph.bolt import Connection, Transaction
from graph.catalog import load_catalog, split_statements
from graph.changes import read_changes, touch_nothing
from graph.checking import check_reading
from graph.decisions import put_decision, to_decision
from graph.derived import OvertakenError, Revision, keep_derived, read_revision
from graph.documents import DocumentRecord, to_documents
from graph.errors import StoreError
from graph.exchange import export_records
from graph.importing import import_ahead, import_one_by_one, write_cleared
from graph.joining import SharedFolder
from graph.lines import Record
from graph.lock import Turns
from graph.locking import holding, lock_graph, wait_while_held
from graph.messages import Command, asked_together, rows_together
from graph.migration import migrate
from graph.model import Decision, Document, Reading
from graph.records import Parameter, Row, Value
from graph.removal import (
    Removal,
    bring_back,
    document_content,
    forget,
    keep,
    kept_arrival,
    new_removal,
    remove_kept,
    settle,
    stored_removals,
)
from graph.schema import SCHEMA, Step
from graph.server import ServerSettings, connect, is_server, shown_address
from graph.shelf import Shelf
from graph.steadiness import ask_steadily
from graph.texts import LONG_TEXT, bring_ahead, clear_ahead
from graph.writes import Arrival, Change, UnchangedError, known_document, once, remove, write_arrival

__all__ = ["SCHEMA", "Change", "DocumentRecord", "Row", "ServerSettings", "Store", "Value", "open_store"]

Engine = Literal["embedded", "neo4j"]
T = TypeVar("T")


def open_store(
    url: str,
    *,
    read_only: bool = False,
    settings: ServerSettings | None = None,
    log_folder: Path | None = None,
    on_step: Callable[[Step], None] = lambda _step: None,
) -> "Store":
    """Open the graph at a path (made when it is missing, unless `read_only`) or at a server's address.

    `settings` log in to a server and are not used for a path; `log_folder` is where the embedded engine logs, by
    default nowhere; `on_step` is told of each step that brings a graph of an older version to this one.
    Raises StoreError; see graph.joining, graph.server and `Store.set_up` for the codes.
    """
    if is_server(url):
        store = _open_server(url, settings or ServerSettings(), read_only)
    else:
        store = _open_folder(Path(url).expanduser().resolve(), read_only, log_folder)
    try:
        store.set_up(on_step)
    except BaseException:
        store.close()
        raise
    return store


class Store:
    """An open graph. A context manager; safe to use from several threads, of which one writes at a time."""

    def __init__(
        self,
        url: str,
        engine: Engine,
        *,
        reader: Connection,
        writer: Connection | None,
        close: Callable[[], None],
        turns: Turns,
        still: Callable[[], AbstractContextManager[None]],
        explain: Explain = lambda _text: "",
    ) -> None:
        self.url: str = url
        self.engine: Engine = engine
        self._reader, self._writer, self._close, self._explain = reader, writer, close, explain
        self._writing, self._still = turns, still
        self._steady = threading.local()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the graph and, for a folder, give it back. Safe to call twice."""
        self._close()

    def set_up(self, on_step: Callable[[Step], None] = lambda _step: None) -> None:
        """Make the constraints and indexes of a graph that has none yet, and bring an older one to this version.

        Raises StoreError `schema_newer`; opened read-only `schema_older` for an older graph, `graph_importing` or
        `graph_unfinished` for one into which an import goes on or was interrupted; `store_not_empty` for a server's
        database where somebody else's data has our labels or types of relationship: reading would mix them, and
        removing would delete theirs.
        """
        rows = self._atlas()
        if not rows and self.engine == "neo4j":
            foreign = self.read(load_catalog("graph")["foreign"])
            rows = self._atlas()
            if foreign and not rows:  # with an atlas now, another process has just begun ours
                raise StoreError("store_not_empty", url=self.url, name=str(foreign[0]["name"]))
        found = rows[0]["schema"] if rows else SCHEMA
        if not isinstance(found, int) or found > SCHEMA:
            raise StoreError("schema_newer", url=self.url, found=str(found), known=SCHEMA)
        if self._writer is None:
            if found < SCHEMA:
                raise StoreError("schema_older", url=self.url, found=found, known=SCHEMA)
            if rows and rows[0]["importing"] is not None:
                is_held = rows[0]["is_held"]
                raise StoreError("graph_importing" if is_held else "graph_unfinished", url=self.url)
            return
        if rows and found == SCHEMA:
            if rows[0]["importing"] is not None:
                self._write(lock_graph)
            self._write(clear_ahead)
            return
        definitions = split_statements(load_catalog("graph")[f"schema_{self.engine}"])
        with self._writing:
            rows = self._atlas()  # another process may have had its turn
            found = rows[0]["schema"] if rows else found
            migrate(
                self._writer, found=found if isinstance(found, int) else SCHEMA, definitions=definitions, tell=on_step
            )
        self._write(lock_graph)

    def read(self, text: str, /, **parameters: Parameter) -> list[Row]:
        """The rows of a question, as plain values. It cannot write, on either store (StoreError `store_forbidden`)."""
        return self._reader.read(text, parameters)

    def read_all(self, questions: Sequence[Command]) -> list[list[Row]]:
        """The rows of each of several questions, asked in one message; each names all its columns with AS."""
        asked = asked_together(questions)
        return rows_together(questions, self.read(asked.text, **asked.parameters))

    def stream(self, text: str) -> Iterator[Row]:
        """The rows of a question that orders them down to a unique key, one after the other, without holding all."""
        return self._reader.stream(text)

    def steadily(self, ask: Callable[[], T]) -> T:
        """What `ask`, which asks this store, finds in one state of the graph; see graph.steadiness."""

        def ask_at(revision: Revision | None) -> T:
            before, self._steady.revision = getattr(self._steady, "revision", None), revision
            try:
                return ask()
            finally:
                self._steady.revision = before

        return ask_steadily(ask_at, revision=partial(read_revision, self.read), hold=self._held_still)

    @contextmanager
    def asked(self, text: str, parameters: Mapping[str, Parameter]) -> Generator[Answer]:
        """The answer to a question of the user's own, row by row until the block ends. It cannot write.

        Raises StoreError; for what is wrong with the question see `graph.asked.question_error`.
        """
        with self._reader.asked(Question(text, parameters, self._explain)) as answer:
            yield answer

    def change(self, text: str, parameters: Mapping[str, Parameter], *, limit: int | None) -> Answer:
        """Carry out a statement of the user's own, in one transaction; of its rows at most `limit` are kept.

        The embedded engine counts no changes.
        """

        def work(transaction: Transaction) -> Answer:
            lock_graph(transaction)
            return transaction.ask(Question(text, parameters, self._explain), limit=limit)

        answer = self._write(work)
        return answer if self.engine == "neo4j" else replace(answer, changes=None)

    def text(self, document_id: str) -> str:
        """The stored text of a document; "" for one that is not there."""
        return "".join(str(row["text"]) for row in self.read(load_catalog("graph")["text_parts"], id=document_id))

    def model_of(self, document_id: str) -> str | None:
        """The model that took part in reading a document; None for one that is not there, too."""
        rows = self.read(load_catalog("graph")["stored_document"], id=document_id)
        model = rows[0]["model"] if rows else None
        return model if isinstance(model, str) else None

    def documents(self) -> tuple[DocumentRecord, ...]:
        """Every document, sorted by address."""
        return to_documents(self.read(load_catalog("graph")["documents"]))

    def write_reading(self, reading: Reading) -> Change:
        """Write what a document says, in one transaction; it replaces what its address showed before.

        Nothing is written when the graph says so already. A text that is there from another address counts once: the
        address is added. Raises ValueError for a reading that breaks a rule of `graph.checking`.
        """
        check_reading(reading)
        arrival = Arrival(reading, (reading.document.address,), datetime.now(UTC).isoformat(timespec="seconds"))
        return self.write_arrival(arrival)

    def write_arrival(self, arrival: Arrival) -> Change:
        """Write a checked reading at all its addresses and with its time of loading, as `write_reading` does."""
        document = arrival.reading.document
        self._bring_text(document)
        return self._write_once(partial(write_arrival, arrival=arrival), document.id)

    def remove_document(self, document_id: str) -> Change:
        """Remove a document, at all its addresses, and exactly what only it supported."""
        return self._write_once(partial(remove, document_id=document_id), document_id)

    def remove_and_keep(self, document_id: str, *, batch: str) -> Removal | None:
        """Remove a document and keep what it said, to be brought back; None for one that is not there.

        Raises StoreError `graph_changed` when somebody else changes the document meanwhile.
        """
        known = known_document(self.read, document_id)
        if known is None:
            return None
        self.forget_removals([])
        removal = new_removal(known, document_id, batch=batch)
        keep(self._write, removal, document_content(self.read, document_id))
        self._write(partial(remove_kept, removal=removal, known=known))
        return removal

    def removals(self) -> tuple[Removal, ...]:
        """The removed documents that are kept, the oldest first."""
        return tuple(stored_removals(self.read))

    def bring_back(self, removal: Removal) -> Change:
        """Write a removed document as it was; unchanged when its addresses show something newer by now."""
        arrival = kept_arrival(self.read, removal)
        self._bring_text(arrival.reading.document)
        return self._write(partial(bring_back, removal=removal, arrival=arrival))

    def forget_removals(self, ids: Sequence[str]) -> None:
        """Delete what is kept of removed documents, and what an interrupted removal has left."""
        gone = [*ids, *(removal.id for removal in stored_removals(self.read, ready=False))]
        if gone:
            self._write(partial(forget, ids=gone))

    def take_removal(self, removal: Removal, content: str) -> None:
        """Keep a removal of another graph, with its content."""
        keep(self._write, removal, content)
        self._write(partial(settle, removal=removal))

    def decide(self, decision: Decision) -> None:
        """Keep a person's decision; one with the same key is replaced. The same one twice is written once."""
        self._write(partial(put_decision, decision=decision))

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, those undone too, in the order they were written; at the same time by key."""
        found = map(to_decision, self.read(load_catalog("graph")["decisions"]))
        return tuple(sorted(found, key=lambda decision: (decision.written_at, decision.id)))

    def revision(self) -> Revision:
        """How many writes the graph has seen, and what is derived from it; see graph.derived.

        Within `steadily` that of its beginning, which is compared at its end.
        """
        steady: Revision | None = getattr(self._steady, "revision", None)
        return steady or read_revision(self.read)

    def changes_since(self, writes: int) -> frozenset[str] | None:
        """The keys of the documents and decisions touched after so many writes; None where that is not known."""
        return read_changes(self.read, since=writes)

    def keep_likenesses(self, likenesses: Sequence[Row], *, revision: int, rules: str) -> bool:
        """Keep rows (id, sort, one, other, details) that were derived from the graph as it was at this revision.

        False where that is impossible: the graph is open to be read only, it stands still for whoever asks, or somebody
        has written since.
        """
        if self._writer is None or getattr(self._steady, "is_held", False):
            return False
        try:
            self._write(partial(keep_derived, likenesses=likenesses, revision=revision, rules=rules))
        except (OvertakenError, StoreError):  # a question was asked, and is answered without it
            return False
        return True

    def export_records(self) -> Iterator[Row]:
        """The whole graph as JSON-able records: sorted, lossless, the same for the same graph; see graph.exchange.

        Raises StoreError `graph_changed` at the end when somebody wrote meanwhile: the records do not belong together.
        """
        return export_records(self._reader)

    @contextmanager
    def held(self) -> Generator[None]:
        """Let all writers wait, those of other programs too, until the block ends; nothing for a read-only store."""
        if self._writer is None:
            yield
            return
        self._write(touch_nothing)  # which clears what an interrupted import has left
        with holding(self._writer, self._writing):
            yield

    def import_records(self, records: Iterable[Record], *, tell: Callable[[str], None] = lambda _address: None) -> int:
        """Add the records of an export, all or, where one is bad, none; the number of records read.

        `tell` is given each document's address when it is written. An empty graph takes many at once. What is there
        stays, at one address what was loaded last. Raises StoreError `import_bad_record` (line) or `schema_newer`.
        """
        with (
            TemporaryDirectory(prefix="buendnisatlas-") as folder,
            Shelf(f"{folder}/shelf") as shelf,
            Ahead(shelf) as ahead,
        ):
            shelf.fill(ahead.passing(records))
            if shelf.has_shared_addresses() or not self._in_turn(partial(import_ahead, ahead=ahead, tell=tell)):
                import_one_by_one(self._write, shelf, tell=tell)
            return shelf.count

    def _bring_text(self, document: Document) -> None:
        if len(document.text) >= LONG_TEXT and known_document(self.read, document.id) is None:
            bring_ahead(self._write, document)

    @contextmanager
    def _held_still(self) -> Generator[None]:
        with self._still():
            self._steady.is_held = True
            try:
                yield
            finally:
                self._steady.is_held = False

    def _atlas(self) -> list[Row]:
        return self.read(load_catalog("graph")["atlas"])

    def _write(self, work: Callable[[Transaction], T]) -> T:
        return self._in_turn(partial(write_cleared, work=work))

    def _write_once(self, work: Callable[[Transaction], Change], document_id: str) -> Change:
        try:
            return self._write(once(work))
        except UnchangedError:
            return Change(document_id, unchanged=True)

    def _require_writer(self) -> Connection:
        if self._writer is None:
            raise StoreError("graph_read_only", url=self.url)
        return self._writer

    def _in_turn(self, work: Callable[[Connection], T]) -> T:
        writer = self._require_writer()

        def take_turn() -> T:
            with self._writing:
                return work(writer)

        return wait_while_held(take_turn)


def _open_folder(folder: Path, read_only: bool, log_folder: Path | None) -> Store:
    shared = SharedFolder(folder, create=not read_only, log_folder=log_folder)
    writer = None if read_only else shared.writer  # it may have to run the engine, but hands out only its reader
    return Store(
        str(folder), "embedded", reader=shared.reader, writer=writer,
        close=shared.close, turns=shared.turns, still=lambda: shared.turns, explain=shared.explain,
    )  # fmt: skip


def _open_server(url: str, settings: ServerSettings, read_only: bool) -> Store:
    connection = connect(url, settings)
    turns = Turns()
    return Store(
        shown_address(url), "neo4j", reader=connection, writer=None if read_only else connection,
        close=connection.close, turns=turns, still=partial(holding, connection, turns),
    )  # fmt: skip
