"""Which documents and decisions the last writes touched: the graph keeps a short log of it, in their own transactions.

By the log, what was made of the whole graph can be brought up to date without reading it whole. It is a row without a
gap up to some write. A write that does not say what it touches (a statement of the user's own, an import of many
documents, a write of an older program) ends that row, and the next one that does begins it anew.

Keys of documents and decisions stand for content by its digest: no name is in the log.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from graph.bolt import Transaction
from graph.catalog import load_catalog
from graph.locking import lock_graph
from graph.records import Row, Value

T = TypeVar("T")

_KEPT = 64
"""So many writes are kept."""
_MOST_KEYS = 64
"""A write that touches more does not say so."""


def tell_changed(transaction: Transaction, keys: Iterable[str]) -> None:
    """Say that this write touches no other documents and decisions than these, and those told already."""
    transaction.changed = (transaction.changed or frozenset()) | {*keys}


def touch_nothing(transaction: Transaction) -> None:
    """A write that changes nothing."""
    lock_graph(transaction)
    tell_changed(transaction, ())


def logged(work: Callable[[Transaction], T], transaction: Transaction) -> T:
    """Do the work of a write, and log what it says it touches."""
    result = work(transaction)
    changed, number = transaction.changed, transaction.number
    if number is not None and changed is not None and len(changed) <= _MOST_KEYS:
        entry = " ".join((str(number), *sorted(changed)))
        transaction.put(_text("log_write"), before=number - 1, entries=[entry], kept=_KEPT)
    return result


def read_changes(read: Callable[..., list[Row]], *, since: int) -> frozenset[str] | None:
    """The keys that were touched after this many writes; None where the log does not tell."""
    rows = read(_text("log"))
    if not rows or not isinstance(logged_until := rows[0]["logged"], int) or logged_until != rows[0]["revision"]:
        return None
    entries = sorted(map(_numbered, rows[0]["log"] if isinstance(rows[0]["log"], list) else ()))
    if not entries or not entries[0][0] - 1 <= since <= logged_until:
        return None
    return frozenset(key for number, keys in entries if number > since for key in keys)


def _numbered(entry: Value) -> tuple[int, tuple[str, ...]]:
    number, *keys = str(entry).split(" ")
    return int(number), tuple(keys)


def _text(name: str) -> str:
    return load_catalog("graph")[name]
