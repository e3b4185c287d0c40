"""Documents that were removed, kept to be brought back: what each said, as an export of its own.

A removal is a node with its content in parts of which each fits into one message. It is written before the document
goes and counts only from then on. Exports hold no removals; a copy of a graph does.
"""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial

from graph.bolt import Transaction
from graph.catalog import load_catalog, with_labels
from graph.changes import tell_changed
from graph.errors import StoreError
from graph.exchange import write_line
from graph.extracts import Read, document_records
from graph.locking import lock_graph
from graph.messages import batches
from graph.records import Row
from graph.shelf import only_arrival
from graph.texts import TEXT_PART
from graph.writes import Arrival, Change, Known, known_document, remove, write_newer

Write = Callable[[Callable[[Transaction], None]], None]


@dataclass(frozen=True, slots=True)
class Removal:
    """A removed document. Those of one call have the same `batch`; `removed_at` is ISO 8601 with time, UTC."""

    id: str
    batch: str
    document_id: str
    address: str
    title: str
    removed_at: str


def new_removal(known: Known, document_id: str, *, batch: str) -> Removal:
    """The removal of a document now."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return Removal(f"removal:{uuid.uuid4().hex[:16]}", batch, document_id, known.address, known.title, now)


def stored_removals(read: Read, *, ready: bool = True) -> Iterator[Removal]:
    """The removals, the oldest first; with `ready` false those that were interrupted before the document went."""
    for row in read(load_catalog("graph")["removals"]):
        properties = row["properties"]
        if isinstance(properties, dict) and (properties.get("ready") is True) is ready:
            yield Removal(**{name: str(properties[name]) for name in Removal.__slots__})


def document_content(read: Read, document_id: str) -> str:
    """What the graph holds of a document, as the lines of an export."""
    return "\n".join(map(write_line, document_records(read, document_id)))


def kept_content(read: Read, removal_id: str) -> str:
    """What is kept of a removed document, as the lines of an export."""
    return "".join(str(row["text"]) for row in read(load_catalog("graph")["kept_parts"], id=removal_id))


def keep(write: Write, removal: Removal, content: str) -> None:
    """Keep the content; it counts from `settle` on."""
    write(partial(_begin, removal=removal))
    parts: list[Row] = [
        {"id": f"{removal.id}/{number}", "position": number, "text": content[start : start + TEXT_PART]}
        for number, start in enumerate(range(0, len(content), TEXT_PART))
    ]
    for batch in batches(parts):
        write(partial(_create_kept, removal_id=removal.id, rows=[*batch.rows]))


def settle(transaction: Transaction, removal: Removal) -> None:
    """Let the kept content count. Raises StoreError `graph_changed` where it is gone meanwhile."""
    rows = transaction.run(load_catalog("graph")["settle_removal"], id=removal.id)
    if not rows or not rows[0]["parts"]:
        raise StoreError("graph_changed")


def remove_kept(transaction: Transaction, *, removal: Removal, known: Known) -> Change:
    """Remove the document whose content is kept. Raises StoreError `graph_changed` when it is another by now."""
    lock_graph(transaction)
    settle(transaction, removal)
    if known_document(transaction.run, removal.document_id) != known:
        raise StoreError("graph_changed")
    return remove(transaction, removal.document_id)


def kept_arrival(read: Read, removal: Removal) -> Arrival:
    """The document as it was when it was removed."""
    return only_arrival(kept_content(read, removal.id).split("\n"))


def bring_back(transaction: Transaction, *, removal: Removal, arrival: Arrival) -> Change:
    """Write the document again and forget the removal; what its addresses show by now, if newer, stays."""
    forget(transaction, [removal.id])
    return write_newer(transaction, arrival)


def forget(transaction: Transaction, ids: list[str]) -> None:
    """Delete removals with all they keep."""
    lock_graph(transaction)
    tell_changed(transaction, ())
    rows: list[Row] = [{"id": id} for id in ids]
    transaction.run_rows(load_catalog("graph")["delete_kept"], rows)
    transaction.run_rows(with_labels(load_catalog("graph")["delete_nodes"], NodeLabel="Removal"), rows)


def _begin(transaction: Transaction, *, removal: Removal) -> None:
    lock_graph(transaction)
    tell_changed(transaction, ())
    properties: Row = {**asdict(removal), "ready": False}
    transaction.run(load_catalog("graph")["begin_removal"], id=removal.id, properties=properties)


def _create_kept(transaction: Transaction, *, removal_id: str, rows: list[Row]) -> None:
    transaction.run(load_catalog("graph")["create_kept"], id=removal_id, rows=rows)
