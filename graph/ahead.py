"""Portions of an import made while those before are written: in a process of its own, for what is worth its start."""

import marshal
import multiprocessing
import signal
from collections.abc import Generator
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import Empty, Queue
from threading import Thread

from graph.bulk import Portion, portions
from graph.errors import StoreError
from graph.records import packed
from graph.shelf import Shelf

WORTH_A_PROCESS = 20_000
"""Records from which on another process makes the portions."""

_AHEAD = 16
"""Portions that wait in this process: some ten to thirty megabytes."""


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
    arrived: Queue[bytes | None] = Queue(_AHEAD)  # many portions are full at a time, then none for a while
    receiver = Thread(target=_receive, args=(receiving, arrived), daemon=True)
    receiver.start()
    try:
        yield from _read(arrived)
    finally:
        process.kill()
        process.join()
        while receiver.is_alive():  # it may wait for room, and ends where nothing more comes
            with suppress(Empty):
                arrived.get(timeout=0.05)
        receiving.close()


def _read(arrived: "Queue[bytes | None]") -> Generator[Portion]:
    while message := arrived.get():
        what, *values = marshal.loads(message)
        if what == "end":
            return
        if what == "error":
            code, details = values
            raise StoreError(code, **details)
        text, rows, makes, documents = values
        yield Portion(text, rows, makes, documents)
    raise StoreError("import_interrupted")


def _receive(receiving: Connection, arrived: "Queue[bytes | None]") -> None:
    """Hand on what arrives; None when the other process is gone, for want of memory perhaps."""
    try:
        while True:
            arrived.put(receiving.recv_bytes())
    except (EOFError, OSError):
        arrived.put(None)


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
