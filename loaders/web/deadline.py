"""A deadline for work that waits on others: looking up names, shaking hands and trickling bytes all count."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from graph.errors import DocumentError

T = TypeVar("T")
_LOOK = 0.1


def within(seconds: float, work: Callable[[], T]) -> T:
    """What the work gives, if it gives it in time; else it is left behind and DocumentError("web_too_slow") raised.

    Waits in short steps, so that Ctrl-C is heard on every system.
    """
    answer: Future[T] = Future()

    def do() -> None:
        try:
            answer.set_result(work())
        except BaseException as error:
            answer.set_exception(error)

    worker = threading.Thread(target=do, name="web", daemon=True)
    worker.start()
    end = time.monotonic() + seconds
    while worker.is_alive() and (left := end - time.monotonic()) > 0:
        worker.join(min(left, _LOOK))
    if not answer.done():
        raise DocumentError("web_too_slow")
    return answer.result()
