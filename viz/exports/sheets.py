"""The tables for Kumu and for spreadsheets as one workbook: elements, connections, and a sheet of notes."""

import io
from collections.abc import Iterable, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from graph.errors import QuestionError
from viz.exports.drawing import Drawing
from viz.exports.fitting import FORMULA_SIGNS, NO_XML, Fitting, Part, Written
from viz.exports.kumu import connection_head, connection_rows, element_head, element_rows
from viz.language import _

_MOST_ROWS = 1_048_575
"""What a sheet of Excel holds, without its heading."""
_LONGEST_CELL = 32_767
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDTHS = {"Label": 44, "Description": 60, "ID": 24, "From": 24, "To": 24}
_USUAL = 18
_TEXT = {"num_format": "@", "valign": "top"}
_HEAD = {"bold": True, "font_color": "white", "bg_color": "#1F3A5F", "valign": "top"}


def write_workbook(drawing: Drawing) -> Written:
    """The file. Every cell is text, never a formula; Kumu passes over the sheet whose name ends in "(ignore)".

    Raises QuestionError("sheet_too_long") where there are more rows than Excel takes.
    """
    for table in (drawing.symbols, drawing.lines):
        if len(table) > _MOST_ROWS:
            raise QuestionError("sheet_too_long", count=len(table), most=_MOST_ROWS)
    fitting, stream = Fitting(NO_XML, longest=_LONGEST_CELL), io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    formats = (book.add_format(_TEXT), book.add_format({**_TEXT, "quote_prefix": True}), book.add_format(_HEAD))
    _write(book.add_worksheet(_("Elements")), element_head(), element_rows(drawing), formats, fitting)
    _write(book.add_worksheet(_("Connections")), connection_head(), connection_rows(drawing), formats, fitting)
    notes = ([note] for note in drawing.notes)
    _write(book.add_worksheet(f"{_('Notes')} (ignore)"), [_("How to read this")], notes, formats, fitting)
    book.close()
    return Written((Part("", stream.getvalue()),), fitting.left_out)


def _write(
    page: Worksheet,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    formats: tuple[Format, Format, Format],
    fitting: Fitting,
) -> None:
    text, quoted, heading = formats
    for column, name in enumerate(head):
        page.set_column(column, column, _WIDTHS.get(name, 110 if len(head) == 1 else _USUAL), text)
        page.write_string(0, column, name, heading)
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, cell in enumerate(map(fitting, row)):
            if cell:
                page.write_string(last, column, cell, quoted if cell.startswith(FORMULA_SIGNS) else text)
    page.freeze_panes(1, 2 if len(head) > 1 else 0)
    page.autofilter(0, 0, max(last, 1), len(head) - 1)
