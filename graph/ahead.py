"""Portions of an import made while those before are written: in a process of its own, for what is worth its start."""

import marshal
import multiprocessing
import signal
from collections.abc import Generator
from multiprocessing.connection import Connection

from graph.bulk import Portion, portions
from graph.errors import StoreError
from graph.records import packed
from graph.shelf import Shelf

WORTH_A_PROCESS = 20_000
"""Records from which on another process makes the portions."""


def portions_ahead(shelf: Shelf) -> Generator[Portion]:
    """The portions of a full shelf that lies in a file. Raises StoreError as `portions` does."""
    if shelf.count < WORTH_A_PROCESS:
        yield from portions(shelf)
        return
    spawning = multiprocessing.get_context("spawn")  # the same on every system, and without this process's threads
    receiving, sending = spawning.Pipe(duplex=False)
    process = spawning.Process(target=_send, args=(shelf.path, sending), daemon=True)
    process.start()
    sending.close()
    try:
        yield from _received(receiving)
    finally:
        receiving.close()
        process.kill()
        process.join()


def _received(receiving: Connection) -> Generator[Portion]:
    while True:
        try:
            what, *values = marshal.loads(receiving.recv_bytes())
        except EOFError as error:  # the other process is gone, for want of memory perhaps
            raise StoreError("import_interrupted") from error
        if what == "end":
            return
        if what == "error":
            code, details = values
            raise StoreError(code, **details)
        text, rows, makes, documents = values
        yield Portion(text, rows, makes, documents)


def _send(path: str, sending: Connection) -> None:
    """Make the portions and send them, then the end or what went wrong."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who began this ends it
    try:
        with Shelf(path) as shelf:
            for portion in portions(shelf):
                made = ("portion", portion.text, portion.rows, dict(portion.makes), portion.documents)
                sending.send_bytes(packed(made))
        sending.send_bytes(packed(("end",)))
    except StoreError as error:
        sending.send_bytes(packed(("error", error.code, error.details)))
    except BrokenPipeError:
        return
