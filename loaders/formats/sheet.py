"""Spreadsheets: each sheet is a heading, each row a table row. Columns with contact data are dropped at reading."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time

from openpyxl import load_workbook

from loaders.document import BlockKind
from loaders.formats.archive import open_safely
from loaders.formats.content import Content, Piece, clean, compose, row_piece
from loaders.lexicon import word_table

Cell = object

_CONTACT = frozenset(word_table("columns")["contact"])
_LABEL_END = re.compile(r"\s*[(\[/:\n].*$", re.DOTALL)
_LONGEST_GAP = 5_000
_FEWEST_HEADINGS = 3


def read(data: bytes) -> Content:
    """Read the visible sheets of a workbook; formulas count by the value that was last computed."""
    book = load_workbook(open_safely(data), read_only=True, data_only=True, keep_links=False)
    try:
        pieces: list[Piece] = []
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                sheet.reset_dimensions()  # the recorded size is often a lie of a million rows
                rows = list(_rows(sheet.iter_rows(values_only=True)))
                pieces += [Piece(BlockKind.HEADING, clean(sheet.title)), *rows] if rows else []
        stamps = (book.properties.modified, book.properties.created)
        return compose(
            pieces, title=book.properties.title or "", dates=(stamp.isoformat() for stamp in stamps if stamp)
        )
    finally:
        book.close()


def _rows(rows: Iterable[Sequence[Cell]]) -> Iterator[Piece]:
    dropped: frozenset[int] = frozenset()
    is_first, gap = True, 0
    for values in rows:
        cells = [_text(value) for value in values]
        filled = sum(map(bool, cells))
        gap = 0 if filled else gap + 1
        if gap > _LONGEST_GAP:
            return
        contacts = frozenset(place for place, cell in enumerate(cells) if _is_contact(cell))
        if filled >= (2 if is_first else _FEWEST_HEADINGS) and (contacts or is_first):
            dropped, is_first = contacts, False
        kept = [cell for place, cell in enumerate(cells) if place not in dropped]
        if any(kept):
            yield row_piece(kept)


def _is_contact(heading: str) -> bool:
    return _LABEL_END.sub("", heading).strip().lower() in _CONTACT


def _text(value: Cell) -> str:
    """A cell as people read it."""
    if value is None:
        return ""
    if isinstance(value, date | datetime):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return clean(str(value))
