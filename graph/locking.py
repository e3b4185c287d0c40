"""Who may write: one transaction at a time, and none while somebody copies the graph.

Every write touches the atlas first. Who needs the graph to stand still while reading it puts a hold on the atlas, for
half a minute at a time, which a program that dies leaves to run out. Times are the store's own.
"""

import threading
import time
import uuid
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from graph.bolt import Connection, Transaction
from graph.catalog import load_catalog
from graph.errors import StoreError
from graph.lock import Turns
from graph.records import Row
from graph.schema import SCHEMA

T = TypeVar("T")

_HOLD_MILLISECONDS = 30_000
_RENEW_SECONDS = 10.0
_LOOK_SECONDS = 0.1


class GraphHeldError(Exception):
    """The graph stands still for somebody: this transaction is to be tried again. It never leaves the room."""


class GraphUnfinishedError(Exception):
    """An import was interrupted: what it left is to be cleared, then this transaction to be tried again."""


def lock_graph(transaction: Transaction) -> None:
    """Let this transaction be the only writer until it ends.

    Raises GraphHeldError while the graph is held, GraphUnfinishedError after an interrupted import, and StoreError
    `schema_newer` where a newer program has taken the graph over meanwhile.
    """
    require_free(transaction, transaction.run(load_catalog("graph")["lock_graph"], schema=SCHEMA)[0])


def require_free(transaction: Transaction, row: Row) -> None:
    """Raise as `lock_graph` does unless the atlas of this row is free for a writer; then this is its next write."""
    if row["schema"] != SCHEMA:
        raise StoreError("schema_newer", found=str(row["schema"]), known=SCHEMA)
    if row["is_held"]:
        raise GraphHeldError
    if row["importing"] is not None:
        raise GraphUnfinishedError
    if transaction.number is None and isinstance(number := row["revision"], int):
        transaction.number = number


def wait_while_held(write: Callable[[], T]) -> T:
    """Do a write, trying again and again while the graph is held."""
    while True:
        try:
            return write()
        except GraphHeldError:
            time.sleep(_LOOK_SECONDS)


@contextmanager
def holding(writer: Connection, turns: Turns) -> Generator[None]:
    """Let every writer wait until the block ends; who holds the graph at the same time is waited for."""
    holder, is_over = uuid.uuid4().hex, threading.Event()

    def write(work: Callable[[Transaction], T]) -> T:
        with turns:
            return writer.write(work)

    while not write(partial(_hold, holder=holder)):
        time.sleep(_LOOK_SECONDS)
    renewing = threading.Thread(target=_renew, args=(write, holder, is_over), daemon=True)
    renewing.start()
    try:
        yield
    finally:
        is_over.set()
        renewing.join()
        write(partial(_release, holder=holder))


def _hold(transaction: Transaction, *, holder: str) -> bool:
    text = load_catalog("graph")["hold_graph"]
    return bool(transaction.run(text, holder=holder, milliseconds=_HOLD_MILLISECONDS, schema=SCHEMA))


def _release(transaction: Transaction, *, holder: str) -> None:
    transaction.run(load_catalog("graph")["release_graph"], holder=holder)


def _renew(write: Callable[[Callable[[Transaction], bool]], bool], holder: str, is_over: threading.Event) -> None:
    while not is_over.wait(_RENEW_SECONDS):
        try:
            write(partial(_hold, holder=holder))
        except StoreError:
            return  # a write that came in between shows in the revision
