"""A reading process: takes orders from its pipe, answers each, and ends with the process that started it."""

import logging
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection

from graph.errors import DocumentError
from loaders.orders import Delivery, Order, Watch, deliver
from seeds.register import Register

Work = Callable[[Order, Register, Watch], Delivery]


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of ours in a reading process: frames and the class of the error, nothing of the document."""

    frames: str


Result = Delivery | DocumentError | Fault
Message = float | Result
"""What a reading process says: how much is read, and at last what came of it."""


def work(order: Order, register: Register, watch: Watch) -> Delivery:
    """Read a file. Raises DocumentError."""
    return deliver(order.source(), register, watch)


def serve(pipe: Connection, register: bytes, work: Work) -> None:
    """Say that it is ready (a share of 0), then answer orders until the pipe is closed.

    An interruption is the parent's to deal with; the parent's end, however it comes, ends this process too.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    logging.getLogger().addHandler(logging.NullHandler())
    known = pickle.loads(register)
    pipe.send(0.0)
    while True:
        try:
            order = pipe.recv()
        except EOFError:
            return
        _answer(pipe, order, known, work)


def _answer(pipe: Connection, order: Order, register: Register, work: Work) -> None:
    try:
        pipe.send(work(order, register, pipe.send))
    except DocumentError as error:
        pipe.send(error)
    except Exception as error:
        kind = type(error)
        pipe.send(Fault("".join(traceback.format_tb(error.__traceback__)) + f"{kind.__module__}.{kind.__qualname__}"))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
