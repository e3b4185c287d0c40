"""A pause for Python's collector of circular garbage, while a question builds millions of values that hold none."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Generator[None]:
    """Do not look for circles in the block: each look walks over all that is there, a third of a large answer's time.

    Of several threads the first to begin ends the pause.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # lets what is there count as old: else the next thing made starts a look
                gc.freeze()
                gc.unfreeze()
            gc.enable()
