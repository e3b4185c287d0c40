"""The table of corrections that `review export` wrote, read back as plain cells; what they mean is read in viz/.

It is known by its headings, so that it is never taken for a document: its rows are no statements.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from graph.errors import DocumentError
from loaders.formats.archive import open_safely
from loaders.tables.review import is_review

_MOST_ROWS = 1_048_576
"""Of a sheet in any program; a file may claim more."""
_BROKEN = (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, AttributeError, EOFError, SyntaxError)
_CARRIAGE_RETURN = "_x000D_"  # as .xlsx writes it
_COMPUTED = frozenset({"f", "e"})


class _Cell(Protocol):
    """A cell of openpyxl, filled or empty."""

    @property
    def value(self) -> object: ...

    @property
    def data_type(self) -> str: ...


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A row of the table: its number in the sheet, counted from 1, and its texts by heading.

    `computed` are the headings under which there is a formula or an error: no text that a person wrote.
    """

    number: int
    cells: Mapping[str, str]
    computed: tuple[str, ...] = ()


def holds_review(path: Path) -> bool:
    """Whether the file is a table of corrections; a file that cannot be read is none."""
    if path.suffix.casefold() != ".xlsx" or not path.is_file():
        return False
    try:
        with closing(_open(path)) as book:
            return any(is_review(_first_row(sheet.iter_rows(max_row=1))) for sheet in book.worksheets)
    except (DocumentError, OSError):
        return False


def read_review(path: Path) -> tuple[ReviewLine, ...]:
    """The rows of the table that are not empty, in their order.

    Raises DocumentError with the path: no_review_table, damaged, password_protected, too_large.
    """
    with closing(_open(path)) as book:
        try:
            return tuple(_lines(book))
        except DocumentError as error:
            raise DocumentError(error.code, **{"path": str(path), **error.details}) from error
        except _BROKEN as error:
            raise DocumentError("damaged", path=str(path), reason=type(error).__name__) from error


def _open(path: Path) -> Workbook:
    try:
        return load_workbook(open_safely(path.read_bytes()), read_only=True, keep_links=False)
    except DocumentError as error:
        raise DocumentError(error.code, **{"path": str(path), **error.details}) from error
    except _BROKEN as error:
        raise DocumentError("damaged", path=str(path), reason=type(error).__name__) from error


def _lines(book: Workbook) -> Iterator[ReviewLine]:
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        headings = _first_row(sheet.iter_rows(max_row=1))
        if is_review(headings):
            yield from _below(headings, sheet.iter_rows(min_row=2, max_row=_MOST_ROWS, max_col=len(headings)))
            return
    raise DocumentError("no_review_table")


def _below(headings: Sequence[str], rows: Iterable[Sequence[_Cell]]) -> Iterator[ReviewLine]:
    for number, row in enumerate(rows, start=2):
        told = [(name, cell) for name, cell in zip(headings, row, strict=False) if name and _text(cell.value)]
        if told:
            computed = tuple(name for name, cell in told if cell.data_type in _COMPUTED)
            yield ReviewLine(number, {name: _text(cell.value) for name, cell in told}, computed)


def _first_row(rows: Iterator[Sequence[_Cell]]) -> tuple[str, ...]:
    return tuple(_text(cell.value) for cell in next(rows, ()))


def _text(value: object) -> str:
    """A cell as a person wrote it: what a spreadsheet made a date or a number of is one line of text again."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).replace(_CARRIAGE_RETURN, " ").split())
