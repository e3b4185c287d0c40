"""What viz.paper.letters uses of fontTools, which has no types of its own for it."""

from pathlib import Path
from types import TracebackType
from typing import Self

class _Table:
    unitsPerEm: int  # noqa: N815
    metrics: dict[str, tuple[int, int]]

class TTFont:
    def __init__(self, file: Path, *, lazy: bool) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None: ...
    def __getitem__(self, tag: str) -> _Table: ...
    def getBestCmap(self) -> dict[int, str]: ...  # noqa: N802
