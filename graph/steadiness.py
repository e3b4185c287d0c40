"""An answer from one state of the graph, although it takes several questions and others may write meanwhile.

A question shows what is written at its own moment, and on either store what is being written may show in part: while
the embedded engine gives an actor another kind, a question can meet it twice or not at all. So an answer counts only
where nobody wrote while it was asked for; where somebody always does, the writers wait for it.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TypeVar

from graph.derived import Revision
from graph.errors import StoreError

T = TypeVar("T")

_TRIES = 3
_MAY_NOT_HOLD = frozenset({"store_forbidden", "store_only_reads"})


def ask_steadily(
    ask: Callable[[Revision | None], T],
    *,
    revision: Callable[[], Revision],
    hold: Callable[[], AbstractContextManager[None]],
) -> T:
    """What `ask`, told the graph's revision, finds between two writes.

    It is asked again when the revision has changed, the fourth time within `hold`, not told any. What it raises counts
    only then, too. Raises StoreError `graph_changed` where this account may not let others wait.
    """
    for _ in range(_TRIES):
        before = revision()
        try:
            answer = ask(before)
        except Exception:
            if revision().writes == before.writes:
                raise
            continue
        if revision().writes == before.writes:
            return answer
    try:
        with hold():
            return ask(None)
    except StoreError as error:
        if error.code in _MAY_NOT_HOLD:
            raise StoreError("graph_changed") from error
        raise
