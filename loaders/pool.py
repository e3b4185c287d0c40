"""Reading on all cores: processes that are started once with the register, and one answer for each order.

What is read does not depend on how many there are. A process that dies (killed, out of memory) or reads for ever costs
only the document it was reading; another one takes its place.
"""

import os
import pickle
import signal
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from graph.errors import DocumentError
from loaders.crew import Crew, Worker
from loaders.orders import Answer, Delivery, Order, Watch
from loaders.worker import Fault
from seeds.register import Register

PATIENCE = 300.0
"""Seconds after which a document is given up, and one more for each `_SLOWEST` bytes of it."""

_SLOWEST = 10_000
_AHEAD = 2
_GLANCE = 0.2


class ReaderError(Exception):
    """A fault of ours in a reading process; `frames` say where, without anything of the document."""

    def __init__(self, frames: str) -> None:
        super().__init__(frames)
        self.frames = frames


def usable_cores() -> int:
    """How many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(slots=True)
class _Ticket:
    """An order under way: how much of it is read, from 0 to 1."""

    order: Order
    share: float = 0.0

    def reach(self, share: float) -> None:
        self.share = share


class ReadingPool:
    """`jobs` processes that read; started as orders come, ended with the block or with this process."""

    def __init__(self, register: Register, *, jobs: int, patience: float | None = None) -> None:
        self._patience = patience
        self._jobs = jobs
        self._crew = Crew(pickle.dumps(register))
        self._threads = ThreadPoolExecutor(jobs, initializer=_leave_interruptions)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._crew.dismiss(at_once=kind is not None)
        self._threads.shutdown()

    @property
    def most(self) -> int:
        """How many orders may wait for their answers."""
        return _AHEAD * self._jobs

    def begin(self, order: Order) -> Answer:
        """Begin to read a file in one of the processes. The answer may raise ReaderError."""
        ticket = _Ticket(order)
        future = self._threads.submit(self._read, ticket)
        return lambda watch: _awaited(future, ticket, watch)

    def _read(self, ticket: _Ticket) -> Delivery:
        path = ticket.order.path
        patience = patience_for(ticket.order, self._patience)
        worker: Worker | None = None
        try:
            worker = self._crew.take()
            said = worker.ask(ticket.order, ticket.reach, patience)
        except TimeoutError as error:
            raise DocumentError("reader_too_slow", path=str(path), minutes=round(patience / 60)) from error
        except (EOFError, OSError) as error:
            raise DocumentError("reader_died", path=str(path)) from error
        else:
            self._crew.give_back(worker)
            worker = None
        finally:
            if worker is not None:
                self._crew.end(worker)
        if isinstance(said, Fault):
            raise ReaderError(said.frames)
        if isinstance(said, DocumentError):
            raise said
        return said


def _awaited(future: "Future[Delivery]", ticket: _Ticket, watch: Watch) -> Delivery:
    """Waiting in short steps: Windows hears an interruption only between them."""
    while not wait([future], timeout=_GLANCE).done:
        watch(ticket.share)
    return future.result()


def patience_for(order: Order, patience: float | None = None) -> float:
    """Seconds that a document's reading may take: `patience` (else PATIENCE), and more for a large one."""
    try:
        size = order.path.stat().st_size
    except OSError:
        size = 0
    return (PATIENCE if patience is None else patience) + size / _SLOWEST


def _leave_interruptions() -> None:
    """An interruption is for the main thread; processes that this one starts never speak of it either."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
