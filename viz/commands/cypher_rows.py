"""The rows of a Cypher answer: as a table on the screen, as JSON, or for a spreadsheet."""

import csv
import dataclasses
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from graph.asked import Told
from viz.commands.lines import dim, display_width, padded, say, terminal_width, wrapped
from viz.wording.cypher import legible, word_told

_BYTE_ORDER_MARK = "\ufeff"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t")
_LONGEST_CELL = 400
_SHORT_CELL = 20
_NARROW = 25
_GAP = 3
"""Columns of the terminal: what a cell never breaks at, what a long one needs to be read, what lies between two."""

Row = tuple[Told, ...]


class Limited:
    """At most so many of the rows (None: all). Once they are read, `cut` says whether there were more."""

    def __init__(self, rows: Iterable[Row], limit: int | None) -> None:
        self._rows, self._limit = rows, limit
        self.cut = False

    def __iter__(self) -> Iterator[Row]:
        for number, row in enumerate(self._rows):
            if number == self._limit:
                self.cut = True
                return
            yield row


def say_table(columns: Sequence[str], rows: Iterable[Row]) -> int:
    """Write the rows as a table that fits the terminal, or each below the other where its columns would be narrow.

    Long values are cut. Returns the number of rows.
    """
    heads = [legible(column) for column in columns]
    cells = [[_short(word_told(value)) for value in row] for row in rows]
    widths = [max(len(head), *(len(row[place]) for row in cells)) for place, head in enumerate(heads)] if cells else []
    giving = [width for width in widths if width > _SHORT_CELL]
    room = terminal_width() - sum(widths) - _GAP * (len(widths) - 1) + sum(giving)
    if cells and len(giving) > 2 and room < _NARROW * len(giving):
        _say_below_each_other(heads, cells)
    elif cells:
        _say_side_by_side(heads, cells, widths, apart=sum(giving) > room)
    return len(cells)


def _say_side_by_side(
    heads: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int], *, apart: bool
) -> None:
    """A table; `apart` puts a blank line between its rows, which take several lines then."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold", leading=int(apart))
    for head, width in zip(heads, widths, strict=True):
        # Only what is long gives way where the terminal is narrow.
        table.add_column(Text(head), overflow="fold", no_wrap=width <= _SHORT_CELL)
    for row in cells:
        table.add_row(*map(Text, row))
    console = Console(width=terminal_width(), highlight=False)
    with console.capture() as drawn:
        console.print(table)
    for line in drawn.get().rstrip().splitlines():
        say(line.rstrip())


def _say_below_each_other(heads: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    """Each row as lines of heading and value; what is empty is left out."""
    width = max(map(display_width, heads)) + 2
    for row in cells:
        for head, cell in zip(heads, row, strict=True):
            first, *others = wrapped(cell, indent=width)
            if cell:
                say("\n".join((dim(padded(head, width)) + first[width:], *others)))
        say()


def json_pieces(columns: Sequence[str], rows: Limited) -> Iterator[str]:
    """The answer as JSON: `rows`, one object a line with every property of nodes and relationships, and `cut`."""
    yield '{\n  "rows": ['
    before = "\n"
    for row in rows:
        told = dict(zip(columns, row, strict=True))
        yield f"{before}    {json.dumps(told, ensure_ascii=False, default=_plain)}"
        before = ",\n"
    yield f'\n  ],\n  "cut": {json.dumps(rows.cut)}\n}}\n'


def csv_pieces(columns: Sequence[str], rows: Iterable[Row], *, to_pipe: bool) -> Iterator[str]:
    """The answer for a spreadsheet: semicolons; a file starts with a byte order mark, by which Excel knows UTF-8."""
    if not to_pipe:
        yield _BYTE_ORDER_MARK
    head = True
    for row in rows:
        if head:
            yield _line([legible(column) for column in columns])
            head = False
        yield _line([word_told(value) for value in row])


def _line(cells: list[str]) -> str:
    """A line of the file; no cell can be taken for a formula."""
    stream = io.StringIO()
    safe = [f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell for cell in cells]
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerow(safe)
    return stream.getvalue()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    raise TypeError(type(value).__name__)
