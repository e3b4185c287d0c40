"""An answer from one state of the graph, although it takes several questions and others may write meanwhile.

A question shows what is written at its own moment, and on either store what is being written may show in part: while
the embedded engine gives an actor another kind, a question can meet it twice or not at all. So an answer counts only
where nobody wrote while it was asked for; where somebody always does, the writers wait for it.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TypeVar

from graph.errors import StoreError

T = TypeVar("T")

_TRIES = 3
_MAY_NOT_HOLD = frozenset({"store_forbidden", "store_only_reads"})


def ask_steadily(
    ask: Callable[[], T], *, writes: Callable[[], int], hold: Callable[[], AbstractContextManager[None]]
) -> T:
    """What `ask` finds between two writes: asked again when `writes` has changed, the fourth time within `hold`.

    What `ask` raises counts only then, too. Raises StoreError `graph_changed` where this account may not let others
    wait.
    """
    for _ in range(_TRIES):
        before = writes()
        try:
            answer = ask()
        except Exception:
            if writes() == before:
                raise
            continue
        if writes() == before:
            return answer
    try:
        with hold():
            return ask()
    except StoreError as error:
        if error.code in _MAY_NOT_HOLD:
            raise StoreError("graph_changed") from error
        raise
