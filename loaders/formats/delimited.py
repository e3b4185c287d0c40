"""Tables as text (.csv, .tsv): one sheet, named after the file as spreadsheet programs do it."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from loaders.encoding import decode
from loaders.formats.content import Content, clean
from loaders.tables.mapping import Mapping
from loaders.tables.rendering import lay_out
from loaders.tables.sheet import SheetBuilder

_DELIMITERS = ";\t,|"
_SEP = re.compile(r"sep=(?P<delimiter>.)\n", re.IGNORECASE)
_SAMPLE_LINES = 200
_LARGEST_FIELD = 1_000_000


def read(data: bytes, *, stem: str = "", mapping: Mapping | None = None) -> Content:
    """Read rows of cells, whatever separates them. Raises DocumentError: binary, `SheetBuilder` and `Mapping`."""
    text = decode(data)
    declared = _SEP.match(text)
    delimiter = declared["delimiter"] if declared else _delimiter(text)
    builder = SheetBuilder.of(clean(stem))
    skipped = 1 if declared else 0
    for line, cells in _rows(text[declared.end() if declared else 0 :], delimiter):
        builder.add(line + skipped, cells)
    return lay_out([builder.sheet()], stem=stem, mapping=mapping)


def _delimiter(text: str) -> str:
    """What separates the cells: what gives most rows the same number of cells, and more than one."""
    sample = "".join(islice(io.StringIO(text, newline=""), _SAMPLE_LINES))

    def evenness(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(cells) for _, cells in _rows(sample, delimiter) if any(cells))
        width, rows = max(widths.items(), key=lambda one: (one[0] > 1, one[1], one[0]), default=(1, 0))
        return (rows, width) if width > 1 else (0, 0)

    return max(_DELIMITERS, key=evenness)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line they begin in. Where quotation marks do not close, they are letters like others."""
    csv.field_size_limit(_LARGEST_FIELD)
    closes = _closes(text, delimiter)
    quoting: Literal[0, 3] = 0 if closes else csv.QUOTE_NONE
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)
    begin = 1
    for cells in lines:
        yield begin, [clean(cell if closes else cell.strip('"')) for cell in cells]
        begin = lines.line_num + 1


def _closes(text: str, delimiter: str) -> bool:
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" not in str(error) and "field larger" not in str(error)
    return True
