"""Portions of an import made while those before are written: in a process of its own, for what is worth its start."""

import gc
import marshal
import multiprocessing
import signal
from collections.abc import Generator
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import Empty, Queue
from threading import Thread
from typing import Literal, TypeAlias

from graph.bulk import Portion, portions
from graph.errors import StoreError
from graph.messages import Batch
from graph.records import packed
from graph.shelf import Shelf

WORTH_A_PROCESS = 20_000
"""Records from which on another process makes the portions."""

_AHEAD = 16
"""Portions that wait in this process: some ten to thirty megabytes."""

_Told: TypeAlias = "Portion | StoreError | Literal['end'] | None"
"""What the other process tells; None where it is gone without a word."""


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
    opened: Queue[_Told] = Queue(1)
    threads = [
        Thread(target=_receive, args=(receiving, arrived), daemon=True),
        Thread(target=_open, args=(arrived, opened), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        yield from _read(opened)
    finally:
        process.kill()
        process.join()
        while any(thread.is_alive() for thread in threads):  # they may wait for room, and end where nothing more comes
            with suppress(Empty):
                opened.get(timeout=0.05)
        receiving.close()


def _read(opened: "Queue[_Told]") -> Generator[Portion]:
    while told := opened.get():
        match told:
            case Portion():
                yield told
            case StoreError():
                raise told
            case _:
                return
    raise StoreError("import_interrupted")


def _receive(receiving: Connection, arrived: "Queue[bytes | None]") -> None:
    """Hand on what arrives; None when the other process is gone, for want of memory perhaps."""
    try:
        while True:
            arrived.put(receiving.recv_bytes())
    except (EOFError, OSError):
        arrived.put(None)


def _open(arrived: "Queue[bytes | None]", opened: "Queue[_Told]") -> None:
    """Unpack the next message while the store is busy with the one before."""
    while message := arrived.get():
        opened.put(_told(message))
    opened.put(None)


def _told(message: bytes) -> "_Told":
    what, *values = marshal.loads(message)
    if what == "portion":
        text, rows, size, makes, documents = values
        return Portion(text, Batch(rows, size), makes, documents)
    if what == "error":
        code, details = values
        return StoreError(code, **details)
    return "end"


def _send(path: str, sending: Connection) -> None:
    """Make the portions and send them, then the end or what went wrong."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who began this ends it
    gc.disable()  # nothing here refers to itself, and looking for that takes a while again and again
    try:
        with Shelf(path) as shelf:
            for portion in portions(shelf):
                batch = portion.batch
                made = ("portion", portion.text, batch.rows, batch.size, dict(portion.makes), portion.documents)
                sending.send_bytes(packed(made))
        sending.send_bytes(packed(("end",)))
    except StoreError as error:
        sending.send_bytes(packed(("error", error.code, error.details)))
    except BrokenPipeError:
        return
