"""The coverage matrix as an .xlsx file: the matrix, its cells, every statement, what is not known. Through pandas.

Every cell is text, never a formula, whatever a document made of it. pandas is slow to import: import this module where
a workbook is asked for, not before.
"""

import io
import re
from collections.abc import Iterable, Sequence
from typing import cast

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from graph.errors import QuestionError
from queries.answers import CellValue, Column, Coverage, CoverageRow, Mark
from seeds.register import Register
from viz.commands.profiles import region_names
from viz.commands.sheet import cell_head, cell_rows, statement_head, statement_rows
from viz.commands.workbook_file import Sheet
from viz.language import _, ngettext
from viz.wording.cells import sign_of, sign_of_mark, word_column, word_mark, word_value
from viz.wording.dates import word_scope

_MOST_ROWS = 1_048_575
"""What a sheet of Excel holds, without its heading."""
_LONGEST_CELL = 32_000
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDE, _USUAL = 44, 18
_HEAD = {"bold": True, "font_color": "white", "bg_color": "#1F3A5F", "text_wrap": True, "valign": "top"}
_TEXT = {"num_format": "@", "text_wrap": True, "valign": "top"}


def matrix_workbook(
    found: Coverage,
    register: Register,
    *,
    columns: Sequence[Column],
    notes: Sequence[str] = (),
    further: Iterable[Sheet] = (),
) -> bytes:
    """The file. `notes` say which part of the matrix was asked for; `further` sheets stand behind the matrix.

    Raises QuestionError("sheet_too_long") where a sheet would have more rows than Excel takes.
    """
    sheets = [
        _matrix_sheet(found, register, columns),
        *further,
        Sheet(_("Cells"), cell_head(), list(cell_rows(found, register)), frozenset({1, 10}), 2),
        Sheet(_("Sources"), statement_head(), list(statement_rows(found)), frozenset({0, 3, 4, 5})),
        Sheet(_("Notes"), [_("How to read this")], [[line] for line in _notes(found, notes)], frozenset({0})),
    ]
    for sheet in sheets:
        if len(sheet.rows) > _MOST_ROWS:
            raise QuestionError("sheet_too_long", count=len(sheet.rows), most=_MOST_ROWS)
    stream = io.BytesIO()
    with pd.ExcelWriter(stream, engine="xlsxwriter", engine_kwargs={"options": _OPTIONS}) as writer:
        book: Workbook = writer.book
        text, head = book.add_format(_TEXT), book.add_format(_HEAD)
        quoted = book.add_format({**_TEXT, "quote_prefix": True})
        for sheet in sheets:
            _write(writer, sheet, text=text, head=head, quoted=quoted)
    return stream.getvalue()


def _write(writer: pd.ExcelWriter, sheet: Sheet, *, text: Format, head: Format, quoted: Format) -> None:
    rows = [[_clean(text) for text in row] for row in sheet.rows]
    pd.DataFrame(rows, columns=list(sheet.head), dtype=str).to_excel(writer, sheet_name=sheet.name, index=False)
    page = cast(Worksheet, writer.sheets[sheet.name])
    for number, heading in enumerate(sheet.head):
        page.set_column(number, number, _WIDE if number in sheet.wide else _USUAL, text)
        page.write_string(0, number, heading, head)
    for row, cells in enumerate(rows, start=1):
        for number, cell in enumerate(cells):
            if cell.startswith(_FORMULA_SIGNS):
                page.write_string(row, number, cell, quoted)
    page.freeze_panes(1, sheet.frozen)
    page.autofilter(0, 0, max(len(rows), 1), len(sheet.head) - 1)
    page.set_landscape()
    page.repeat_rows(0)


def _clean(text: str) -> str:
    return " ".join(_UNWRITABLE.sub(" ", text).split())[:_LONGEST_CELL]


def _matrix_sheet(found: Coverage, register: Register, columns: Sequence[Column]) -> Sheet:
    head = [_("Land"), _("Initiative"), *map(word_column, columns)]
    rows = [_matrix_row(row, register) for row in (*found.rows, *found.without_table)]
    return Sheet(_("Matrix"), head, rows, frozenset({1}), 2)


def _matrix_row(row: CoverageRow, register: Register) -> list[str]:
    """The initiative with a sign, the value and the year of the newest statement for each kind."""
    cells: list[str] = []
    for cell in row.cells:
        marks = "".join(map(sign_of_mark, cell.marks))
        year = f", {cell.newest[:4]}" if cell.newest else ""
        cells.append(f"{sign_of(cell.value)}{marks} {word_value(cell.value)}{year}")
    return [", ".join(region_names(row.initiative.lands, register)), row.initiative.name, *cells]


def _notes(found: Coverage, notes: Sequence[str]) -> list[str]:
    count = len(found.documents)
    asked = ngettext("Who is there? {count} document searched", "Who is there? {count} documents searched", count)
    signs = [f"{sign_of(value)}  {word_value(value)}" for value in CellValue]
    signs += [f"{sign_of_mark(mark)}  {word_mark(mark)}" for mark in Mark]
    return [
        ", ".join([asked.format(count=count), *word_scope(found.documents)]),
        *notes,
        *signs,
        _("The year is that of the newest evidence; without a year its date is unknown."),
        _("“Not mentioned” does not mean “not involved”: it says what the documents that were searched tell."),
        *(
            _("No information, and so no gap: {names}").format(names=", ".join(region.name for region in found.unknown))
            for _one in found.unknown[:1]
        ),
    ]
