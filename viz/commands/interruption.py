"""What an interruption leaves behind, for the one line that is said of it."""

from collections.abc import Callable, Generator
from contextlib import contextmanager

import click


class Interrupted(KeyboardInterrupt):
    """An interruption, and how things stand after it, in words."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


@contextmanager
def leaving(state: Callable[[], str]) -> Generator[None]:
    """Let an interruption of this block say how things stand; `state` is asked then."""
    try:
        yield
    except Interrupted:
        raise
    except (KeyboardInterrupt, click.Abort) as ending:
        raise Interrupted(state()) from ending
