"""How far something is: a bar on stderr, only where somebody watches."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager

Advance = Callable[[str], None]
"""Say what is done next; the bar moves one step on with every call after the first."""


@contextmanager
def progress(label: str, total: int | None) -> Generator[Advance]:
    """Show a bar while the block runs; `total` is None where the end is not known."""
    if not sys.stderr.isatty():
        yield lambda _step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn("line"),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[step]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total, step="")
        steps = iter(range(-1, sys.maxsize))

        def advance(step: str) -> None:
            bar.update(task, completed=max(0, next(steps) + 1), step=step)

        yield advance
