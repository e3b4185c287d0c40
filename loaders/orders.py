"""Orders: files to be read, each with what its reading needs to know; readers in other processes get nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from graph.model import Reading
from loaders.document import BlockKind, SourceText
from loaders.files import read_source
from loaders.proposal import Cautious
from loaders.reading import read
from loaders.tables.mapping import Mapping
from seeds.register import Register

Span = tuple[int, int]
Watch = Callable[[float], None]
"""Is told how much of a document is read, from 0 to 1; of a long one again and again."""


@dataclass(frozen=True, slots=True)
class Order:
    """A file to be read: where it lies, the address it is known by, the date for a document that bears none."""

    path: Path
    address: str
    as_of: str | None = None
    sample: bool = False
    mapping: Mapping | None = None

    def source(self) -> SourceText:
        """What the file says. Raises DocumentError as `read_source` does."""
        return read_source(self.path, as_of=self.as_of, address=self.address, sample=self.sample, mapping=self.mapping)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was read. `dropped` are a table's columns of contact data, `ignored` counts the rows without a fact."""

    reading: Reading
    headings: tuple[Span, ...]
    dropped: tuple[str, ...] = ()
    ignored: int = 0


Answer = Callable[[Watch], Delivery]
"""Waits for a delivery and gives it. Raises DocumentError for a file that cannot be read."""


class Readers(Protocol):
    """Who reads side by side."""

    @property
    def most(self) -> int:
        """How many orders may wait for their answers: enough to keep all busy, and few, so that memory stays flat."""
        ...

    def begin(self, order: Order) -> Answer:
        """Begin to read a file."""
        ...


def deliver(
    source: SourceText, register: Register, watch: Watch | None = None, *, model: Cautious | None = None
) -> Delivery:
    """Read a document whose text is here already."""
    size = len(source.document.text)
    ignored: set[tuple[str, int]] = set()
    reading = read(
        source,
        register,
        progress=None if watch is None else lambda done: watch(done / size),
        ignored=lambda row: ignored.add((row.sheet, row.line)),
        model=model,
    )
    dropped = tuple(dict.fromkeys(column.name for sheet in source.sheets for column in sheet.dropped))
    return Delivery(reading, headings_of(source), dropped, len(ignored))


def headings_of(source: SourceText) -> tuple[Span, ...]:
    """Where the headings of a document are."""
    return tuple((block.start, block.end) for block in source.blocks if block.kind is BlockKind.HEADING)
