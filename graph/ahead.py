"""Portions of an import made while those before are written: in a process of its own, for what is worth its start."""

import gc
import marshal
import multiprocessing
import signal
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import Literal, Self, TypeAlias

from graph.bulk import Portion, portions
from graph.errors import StoreError
from graph.lines import Record
from graph.messages import Batch
from graph.records import packed
from graph.shelf import Shelf

WORTH_A_PROCESS = 20_000
"""Records from which on another process makes the portions."""

_AHEAD = 16
"""Portions that wait in this process: some ten to thirty megabytes."""

_FULL = b"full"

_Told: TypeAlias = "Portion | StoreError | Literal['end'] | None"
"""What the other process tells; None where it is gone without a word."""


class Ahead:
    """The portions of a shelf that lies in a file. For many records, another process makes them.

    Its start takes a second, so it begins while the shelf is being filled (`passing`).
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._started: _Started | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._started:
            self._started.process.kill()
            self._started.process.join()
            self._started.pipe.close()

    def passing(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records on their way to the shelf."""
        for count, record in enumerate(records, start=1):
            if count > WORTH_A_PROCESS and not self._started:
                self._started = _start(self._shelf.path)
            yield record

    def portions(self) -> Generator[Portion]:
        """The portions of the full shelf, once. Raises StoreError as `bulk.portions` does."""
        if not self._started:
            yield from portions(self._shelf)
            return
        pipe = self._started.pipe
        arrived: Queue[bytes | None] = Queue(_AHEAD)  # many portions are full at a time, then none for a while
        opened: Queue[_Told] = Queue(1)
        threads = [
            Thread(target=_receive, args=(pipe, arrived), daemon=True),
            Thread(target=_open, args=(arrived, opened), daemon=True),
        ]
        with suppress(OSError):  # it may be gone already
            pipe.send_bytes(_FULL)
        for thread in threads:
            thread.start()
        try:
            yield from _read(opened)
        finally:
            self._started.process.kill()
            while any(thread.is_alive() for thread in threads):  # they may wait for room, and end where nothing comes
                with suppress(Empty):
                    opened.get(timeout=0.05)


@dataclass(frozen=True, slots=True)
class _Started:
    process: SpawnProcess
    pipe: Connection


def _start(path: str) -> _Started:
    spawning = multiprocessing.get_context("spawn")  # the same on every system, and without this process's threads
    ours, theirs = spawning.Pipe()
    process = spawning.Process(target=_send, args=(path, theirs), daemon=True)
    process.start()
    theirs.close()
    return _Started(process, ours)


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


def _send(path: str, pipe: Connection) -> None:
    """Make the portions once the shelf is full and send them, then the end or what went wrong."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who began this ends it
    gc.disable()  # nothing here refers to itself, and looking for that takes a while again and again
    try:
        pipe.recv_bytes()
        with Shelf(path) as shelf:
            for portion in portions(shelf):
                batch = portion.batch
                made = ("portion", portion.text, batch.rows, batch.size, dict(portion.makes), portion.documents)
                pipe.send_bytes(packed(made))
        pipe.send_bytes(packed(("end",)))
    except StoreError as error:
        pipe.send_bytes(packed(("error", error.code, error.details)))
    except (BrokenPipeError, EOFError):
        return
