"""Overviews: tables of a text whose rows are initiatives, with a column for their name and one for each role.

"Land | Bezeichnung | Beginn | Federführung | Weitere Beteiligte": the first row says what the columns mean, by the
words of `german/columns.toml` and the labels of `german/roles.toml`. Who takes part is read in `overview_roles.py`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.dates import parse_date
from graph.keys import fold
from graph.kinds import Role
from loaders.document import Block, BlockKind
from loaders.labels import ROLE_OF_LABEL
from loaders.lexicon import word_table

_COLUMNS = word_table("columns")
_NAMES = frozenset(map(fold, (*_COLUMNS["initiative"], *_COLUMNS["name"])))
_PLACES = frozenset(map(fold, (*_COLUMNS["region"], *_COLUMNS["town"])))
_BEGINNINGS = frozenset(map(fold, (*_COLUMNS["founded"], *_COLUMNS["since"])))
_PEOPLE = frozenset(map(fold, _COLUMNS["taking_part"]))
_BAR = re.compile(r"\s*\|\s*")
_FEWEST = 3
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One initiative: its name's place, its Land's or town's, its first date (ISO, maybe only a year), who is in it.

    `rest` are the cells no column heading explains, remarks most of all.
    """

    start: int
    end: int
    name: Span
    where: Span | None
    since: str | None
    roles: tuple[tuple[Role, Span], ...]
    rest: tuple[Span, ...]


def find_overview_rows(text: str, blocks: Iterable[Block]) -> Iterator[OverviewRow]:
    """The rows of all overviews among the blocks, in order."""
    heading: tuple[str, ...] | None = None
    for block in blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            heading = None
            continue
        cells = _cells(text, block)
        if heading is None:
            columns = tuple(fold(text[start:end]) for start, end in cells)
            heading = columns if _is_overview(columns) else ()
        elif len(cells) == len(heading):
            row = _row(text, block, heading, cells)
            if row is not None:
                yield row


def _is_overview(heading: Sequence[str]) -> bool:
    """Whether a heading has a column of initiatives, and one of who takes part in them."""
    named = sum(cell in _NAMES for cell in heading)
    return named == 1 and len(heading) >= _FEWEST and any(_role(cell) for cell in heading)


def _role(cell: str) -> Role | None:
    return ROLE_OF_LABEL.get(cell) or (Role.MEMBER if cell in _PEOPLE else None)


def _row(text: str, block: Block, heading: Sequence[str], cells: Sequence[Span]) -> OverviewRow | None:
    name = next(span for cell, span in zip(heading, cells, strict=True) if cell in _NAMES)
    if not text[slice(*name)][:1].isupper():
        return None
    where = next((span for cell, span in zip(heading, cells, strict=True) if cell in _PLACES), None)
    begun = next((span for cell, span in zip(heading, cells, strict=True) if cell in _BEGINNINGS), None)
    roles = [(role, span) for cell, span in zip(heading, cells, strict=True) if (role := _role(cell))]
    told = {name, where, begun, *(span for _, span in roles)}
    rest = tuple(span for span in cells if span not in told)
    since = parse_date(text[slice(*begun)]) if begun else None
    return OverviewRow(block.start, block.end, name, where, since, tuple(roles), rest)


def _cells(text: str, block: Block) -> tuple[Span, ...]:
    """The cells of a row, without outer blanks, empty ones too."""
    found, begin = [], block.start
    for bar in _BAR.finditer(text, block.start, block.end):
        found.append((begin, bar.start()))
        begin = bar.end()
    return (*found, (begin, block.end))
