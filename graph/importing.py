"""Many documents at once into a graph that holds none: in portions, and yet all or nothing.

The atlas says that an import is under way and lets writers wait, for half a minute from each portion on. Who dies
meanwhile leaves the mark: the next writer, or the next who opens the graph for writing, clears what is there. At the
end everything is counted, and only then the mark goes.
"""

import uuid
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import TypeVar

from graph.ahead import Ahead
from graph.bolt import Connection, Transaction
from graph.bulk import Portion
from graph.catalog import load_catalog, with_labels
from graph.changes import logged
from graph.decisions import put_decision
from graph.errors import StoreError
from graph.locking import GraphUnfinishedError, lock_graph
from graph.records import Parameter
from graph.shelf import Shelf
from graph.writes import write_newer

T = TypeVar("T")

_HOLD_MILLISECONDS = 30_000
_CLEARED = 5_000
"""Nodes that are deleted in one transaction."""

_LABELS = (
    *("Statement", "Unread", "TextPart", "Address", "Interest", "Silence", "Listing", "Region", "Decision"),
    *("Group", "Actor", "Initiative", "Document"),
)
"""Everything an import makes; what has many relationships comes last, when most of them are gone."""


def import_ahead(writer: Connection, ahead: Ahead, *, tell: Callable[[str], None]) -> bool:
    """Write all that is on a full shelf, if the graph holds no document and no decision; False if it does.

    `tell` is given the address of each document when it is written. Raises StoreError `import_bad_record` with nothing
    written, and `graph_changed` where another program took the import for an interrupted one.
    """
    importer = uuid.uuid4().hex
    if not write_cleared(writer, partial(_begin, importer=importer)):
        return False
    try:
        made = Counter[str]()
        with closing(ahead.portions()) as ready:
            for number, portion in enumerate(ready, start=1):
                for address in portion.documents:
                    tell(address)
                writer.write(partial(_write, importer=importer, number=number, portion=portion))
                made.update(portion.makes)
        writer.write(partial(_end, importer=importer, made=made))
    except BaseException:
        clear_import(writer, importer=importer)
        raise
    return True


def import_one_by_one(
    write: Callable[[Callable[[Transaction], object]], object], shelf: Shelf, *, tell: Callable[[str], None]
) -> None:
    """Write each document of the shelf in a transaction of its own into a graph that holds some, then the decisions.

    All are checked before the first is written.
    """
    for _ in shelf.arrivals():
        pass
    for shelved in shelf.arrivals():
        tell(shelved.arrival.reading.document.address)
        write(partial(write_newer, arrival=shelved.arrival))
    for decision in shelf.decisions():
        write(partial(put_decision, decision=decision, only_newer=True))


def write_cleared(writer: Connection, work: Callable[[Transaction], T]) -> T:
    """Do the work in one transaction, after what an interrupted import has left is cleared."""
    done = partial(logged, work)
    try:
        return writer.write(done)
    except GraphUnfinishedError:
        clear_import(writer)
        return writer.write(done)


def clear_import(writer: Connection, *, importer: str = "") -> None:
    """Clear what an interrupted import has left, or this one; nothing while somebody else's goes on."""
    for label in _LABELS:
        while writer.write(partial(_clear, importer=importer, label=label)):
            pass
    writer.write(partial(_clear, importer=importer, label=None))


def _begin(transaction: Transaction, *, importer: str) -> bool:
    lock_graph(transaction)
    return bool(transaction.run(_text("begin_import"), importer=importer, milliseconds=_HOLD_MILLISECONDS))


def _write(transaction: Transaction, *, importer: str, number: int, portion: Portion) -> None:
    before = _go_on(transaction, "take_portion", importer=importer, imported=number, milliseconds=_HOLD_MILLISECONDS)
    if before != number:  # else the driver repeats what it got no answer for
        transaction.run_batch(portion.text, portion.batch)


def _end(transaction: Transaction, *, importer: str, made: Counter[str]) -> None:
    """Compare what is there with what was written, and let it count."""
    _go_on(transaction, "take_import", importer=importer)
    for name, count in sorted(made.items()):
        text = (
            with_labels(_text("count_links"), LINK_TYPE=name)
            if name.isupper()
            else with_labels(_text("count_nodes"), NodeLabel=name)
        )
        counted = transaction.run(text)[0]["counted"]
        if counted != count:
            raise StoreError("import_incomplete", name=name, found=str(counted), wanted=count)
    transaction.run(_text("end_import"))


def _go_on(transaction: Transaction, name: str, **given: Parameter) -> object:
    """Go on with the import; how many portions were there before. Raises StoreError `graph_changed`."""
    rows = transaction.run(_text(name), **given)
    if not rows:
        raise StoreError("graph_changed")
    return rows[0]["imported"]


def _clear(transaction: Transaction, *, importer: str, label: str | None) -> int:
    """Delete some nodes of this label, how many; with None, let the graph count as empty."""
    if not transaction.run(_text("unfinished_import"), importer=importer):
        return 0
    if label is None:
        transaction.run(_text("end_import"))
        return 0
    cleared = transaction.run(with_labels(_text("clear_nodes"), NodeLabel=label), limit=_CLEARED)[0]["cleared"]
    return cleared if isinstance(cleared, int) else 0


def _text(name: str) -> str:
    return load_catalog("graph")[name]
