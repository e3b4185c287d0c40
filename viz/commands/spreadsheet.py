"""Tables for a spreadsheet: semicolons, as German ones expect them, and no cell that could be taken for a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""By which Excel knows UTF-8."""
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t")


def spreadsheet(head: Sequence[str], rows: Iterable[Sequence[str]], *, to_pipe: bool) -> Iterator[str]:
    """The lines of a table. A file starts with a byte order mark, a pipe does not."""
    if not to_pipe:
        yield BYTE_ORDER_MARK
    yield line_of(head)
    yield from map(line_of, rows)


def line_of(cells: Iterable[str]) -> str:
    """A line of the file."""
    stream = io.StringIO()
    safe = [f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else " ".join(cell.split()) for cell in cells]
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerow(safe)
    return stream.getvalue()
