"""Reading on more than one machine: the same step, run by the workers of a Dask cluster.

Files are opened here, so that the workers need no folder in common and contact data never leaves this machine; what is
sent is the masked text. The workers need the same version of this program. A document that kills them is given up once
Dask has tried it on several.
"""

import logging
import time
from concurrent.futures import CancelledError
from types import TracebackType
from typing import Self

from distributed import Client, Future, KilledWorker, wait
from distributed.client import ClosedClientError

from graph.errors import DocumentError, SchedulerError
from loaders.orders import Answer, Delivery, Order, Watch, deliver
from loaders.pool import patience_for
from seeds.register import Register

_AHEAD = 2
_FEWEST = 4
_GLANCE = 0.5
_REACHING = 10.0
"""Seconds in which the scheduler must answer and name a worker."""


class ReadingCluster:
    """The workers behind a Dask scheduler; what was not answered is called off when the block ends."""

    def __init__(self, register: Register, *, scheduler: str) -> None:
        """Raises SchedulerError: scheduler_unreachable."""
        _keep_quiet()
        self._address = scheduler
        try:
            self._client = Client(scheduler, timeout=_REACHING)
        except (OSError, ValueError) as error:
            raise SchedulerError("scheduler_unreachable", url=scheduler) from error
        try:
            self._client.wait_for_workers(1, timeout=_REACHING)
            self._register = self._client.scatter(register, broadcast=True, hash=False)
            self._threads = sum(self._client.nthreads().values())
        except OSError as error:
            self._client.close()
            raise SchedulerError("scheduler_unreachable", url=scheduler) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._client.close()

    @property
    def most(self) -> int:
        """How many orders may wait for their answers."""
        return max(_FEWEST, _AHEAD * self._threads)

    def begin(self, order: Order) -> Answer:
        """Begin to read a file on a worker. This and the answer may raise SchedulerError("scheduler_lost")."""
        try:
            source = order.source()
        except DocumentError as error:
            return _refusal(error)
        try:
            future = self._client.submit(deliver, source, self._register, pure=False)
        except ClosedClientError as error:
            raise SchedulerError("scheduler_lost", url=self._address) from error
        return lambda _watch: self._awaited(order, future)

    def _awaited(self, order: Order, future: Future[Delivery]) -> Delivery:
        patience = patience_for(order)
        until = time.monotonic() + patience
        while True:
            try:
                wait([future], timeout=_GLANCE)
                return future.result()
            except TimeoutError:
                if time.monotonic() > until:
                    future.cancel()
                    minutes = round(patience / 60)
                    raise DocumentError("reader_too_slow", path=str(order.path), minutes=minutes) from None
            except KilledWorker as error:
                raise DocumentError("reader_died", path=str(order.path)) from error
            except CancelledError as error:
                raise SchedulerError("scheduler_lost", url=self._address) from error


def _refusal(error: DocumentError) -> Answer:
    """The answer for a file that cannot be opened."""

    def refuse(_watch: Watch) -> Delivery:
        raise error

    return refuse


def _keep_quiet() -> None:
    """What Dask says about its connections is not for the console."""
    for name in logging.root.manager.loggerDict:
        if name.startswith(("distributed", "tornado")):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
