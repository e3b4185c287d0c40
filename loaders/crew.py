"""The reading processes: started when there is work, each asked by one thread at a time, all ended together."""

import threading
import time
from dataclasses import dataclass, field
from multiprocessing import get_context

from loaders.orders import Order, Watch
from loaders.worker import Message, Result, Work, serve, work

WORK: Work = work
_LEAVING = 5.0
"""Seconds in which a process that has nothing to do may end by itself."""


class Worker:
    """A reading process and the pipe to it; one thread at a time talks to it."""

    def __init__(self, register: bytes) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, register, WORK), daemon=True)
        self._process.start()
        theirs.close()

    def wait_until_ready(self) -> None:
        """Raises EOFError or OSError where it died before it could begin."""
        self._pipe.recv()

    def ask(self, order: Order, watch: Watch, patience: float) -> Result:
        """Its answer. Raises EOFError or OSError where it dies, TimeoutError where it takes longer than that."""
        until = time.monotonic() + patience
        self._pipe.send(order)
        while self._pipe.poll(max(0.0, until - time.monotonic())):
            said: Message = self._pipe.recv()
            if not isinstance(said, float | int):
                return said
            watch(said)
        raise TimeoutError

    def let_go(self) -> None:
        """It ends by itself when nothing more can come."""
        self._pipe.close()
        self._process.join(_LEAVING)
        self.end()

    def end(self) -> None:
        """End it at once, whatever it is doing."""
        self._process.kill()
        self._process.join()


@dataclass(slots=True)
class Crew:
    """The processes there are, and those of them that wait for work. Many threads use it."""

    register: bytes
    _all: set[Worker] = field(default_factory=set[Worker])
    _idle: list[Worker] = field(default_factory=list[Worker])
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _dismissed: bool = False

    def take(self) -> Worker:
        """One that waits, else a new one. Raises EOFError or OSError where that dies before it could begin."""
        with self._lock:
            if self._idle:
                return self._idle.pop()
            if self._dismissed:
                raise EOFError
            worker = Worker(self.register)
            self._all.add(worker)
        try:
            worker.wait_until_ready()
        except BaseException:
            self.end(worker)
            raise
        return worker

    def give_back(self, worker: Worker) -> None:
        """It has answered and waits again."""
        with self._lock:
            self._idle.append(worker)

    def end(self, worker: Worker) -> None:
        """End one that died or reads for ever."""
        with self._lock:
            if worker in self._all:
                self._all.remove(worker)
                worker.end()

    def dismiss(self, *, at_once: bool) -> None:
        """End them all; unless `at_once`, those that wait end by themselves."""
        with self._lock:
            self._dismissed = True
            for worker in self._all:
                if worker in self._idle and not at_once:
                    worker.let_go()
                else:
                    worker.end()
            self._all.clear()
            self._idle.clear()
