"""Answers that take several questions are given from one state of the graph; see graph.steadiness."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from graph.store import Store

P = ParamSpec("P")
T = TypeVar("T")


def steady(answer: Callable[Concatenate[Store, P], T]) -> Callable[Concatenate[Store, P], T]:
    """The same answer, asked for until nobody wrote meanwhile."""

    @wraps(answer)
    def asked(store: Store, /, *given: P.args, **named: P.kwargs) -> T:
        return store.steadily(partial(answer, store, *given, **named))

    return asked
