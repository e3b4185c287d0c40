"""Spreadsheets (.xlsx): every visible sheet with its cells as people read them.

Hidden sheets are left out and named; hidden rows and columns are read, since a filter that was left on hides rows
without anybody meaning it. Formulas count by the value that was last computed. Rows behind a million empty ones, as
programs write them, are read too.
"""

import re
from dataclasses import replace
from datetime import date, datetime, time

from openpyxl import load_workbook

from graph.errors import DocumentError
from loaders.formats.archive import open_safely
from loaders.formats.content import Content, clean
from loaders.tables.mapping import Mapping
from loaders.tables.rendering import lay_out
from loaders.tables.sheet import SheetBuilder

Cell = object

_MOST_CELLS = 50_000_000
"""Of a whole workbook, empty ones too; what a file can hold within `open_safely` is a sixth of that."""

_ERROR = re.compile(r"#(?:REF!|BEZUG!|N/A|NV|NAME\?|VALUE!|WERT!|DIV/0!|NUM!|ZAHL!|NULL!|SPILL!|ÜBERLAUF!)")


def read(data: bytes, *, stem: str = "", mapping: Mapping | None = None) -> Content:
    """Read the visible sheets of a workbook.

    Raises DocumentError: too_many_empty_rows, and see `open_safely`, `SheetBuilder` and `Mapping`.
    """
    book = load_workbook(open_safely(data), read_only=True, data_only=True, keep_links=False)
    try:
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        hidden = tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible")
        builders: list[SheetBuilder] = []
        cells = 0
        for sheet in sheets:
            sheet.reset_dimensions()  # the recorded size is often a lie of a million rows
            builder = SheetBuilder.of(clean(sheet.title))
            builders.append(builder)
            for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
                cells += len(values) or 1
                if cells > _MOST_CELLS:
                    raise DocumentError("too_many_empty_rows", sheet=builder.name)
                if values:
                    builder.add(line, [_text(value) for value in values])
        stamps = (book.properties.modified, book.properties.created)
        dates = [stamp.isoformat() for stamp in stamps if stamp]
        title = book.properties.title or ""
        content = lay_out([b.sheet() for b in builders], stem=stem, title=title, dates=dates, mapping=mapping)
        return replace(content, hidden_sheets=hidden)
    finally:
        book.close()


def _text(value: Cell) -> str:
    """A cell as people in Germany read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "WAHR" if value else "FALSCH"
    if isinstance(value, date | datetime):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    text = clean(str(value))
    return "" if _ERROR.fullmatch(text) else text
