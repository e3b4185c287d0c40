"""How far something is: a bar on stderr, only where somebody watches."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(slots=True)
class Meter:
    """Steps one after the other; `show` is told how many are done, with the share of the running one, and its name."""

    show: Callable[[float, str], None]
    _before: int = -1
    _step: str = ""

    def begin(self, step: str) -> None:
        """Say what is done next; what was before is done."""
        self._before, self._step = self._before + 1, step
        self.show(self._before, step)

    def reach(self, share: float) -> None:
        """Say how much of this step is done, from 0 to 1."""
        self.show(self._before + share, self._step)


@contextmanager
def progress(label: str, total: int | None) -> Generator[Meter]:
    """Show a bar while the block runs; `total` is the number of steps, None where the end is not known."""
    if not sys.stderr.isatty():
        yield Meter(lambda _done, _step: None)
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
        yield Meter(lambda done, step: bar.update(task, completed=done, step=step))
