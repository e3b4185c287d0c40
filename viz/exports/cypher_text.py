r"""Rows of a Cypher script: all of a statement's rows are one string, which the statement splits.

That way Neo4j reads a statement in a moment and plans those of one sort once; of a list of maps it would plan every
value. Neo4j reads \uXXXX before it looks for quotation marks, wherever it stands: so a backslash of a text, which is
written as two, must never be followed by a u, and the string is parted there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from viz.exports.attributes import Value
from viz.exports.fitting import Fitting

NO_ROW = re.compile("[\x1d-\x1f\ud800-\udfff]")
"""What stands between rows, cells and values, and what no text holds."""
_VALUE, _CELL, _ROW = "\x1d", "\x1f", "\x1e"
_SPECIAL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029'\\\\]")
_SIGNS = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BEFORE_U = re.compile(r"(?<=\\)(?=[uU])")
_MOST_ROWS, _MOST_TEXT = 2_000, 500_000
"""How much stands in one statement: rows, and about so many characters."""


class Holds(Enum):
    """What a property holds."""

    TEXT = "text"
    TEXTS = "texts"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Cells:
    """A sort of rows: its columns by name, the id first, and what they hold."""

    columns: tuple[tuple[str, Holds], ...]

    def setting(self, name: str, *, start: int = 1) -> str:
        """What sets the properties of `name` from the columns from `start` on; an empty cell takes one away."""
        return ",\n  ".join(
            f"{name}.{column} = {_read(number, holds)}"
            for number, (column, holds) in enumerate(self.columns)
            if number >= start
        )


def portions(rows: Iterable[Sequence[Value]], fitting: Fitting) -> Iterator[str]:
    """The beginning of a statement for so many of the rows: from here on `cell` is a list of each row's texts."""
    waiting: list[str] = []
    size = 0
    for row in rows:
        text = _quoted(_CELL.join(_cell(value, fitting) for value in row))
        if waiting and (len(waiting) == _MOST_ROWS or size + len(text) > _MOST_TEXT):
            yield _split(waiting)
            waiting, size = [], 0
        waiting.append(text)
        size += len(text)
    if waiting:
        yield _split(waiting)


def _split(rows: Sequence[str]) -> str:
    lines = f"{_quoted(_ROW)}\n".join(rows)
    return f"UNWIND split('{lines}', '{_quoted(_ROW)}\\n') AS line\nWITH split(line, '{_quoted(_CELL)}') AS cell"


def _cell(value: Value, fitting: Fitting) -> str:
    if isinstance(value, tuple):
        return _VALUE.join(map(fitting, value))
    return "" if value is None else fitting(str(value))


def _read(number: int, holds: Holds) -> str:
    cell = f"cell[{number}]"
    if holds is Holds.NUMBER:
        return f"toInteger({cell})"
    told, empty = (f"split({cell}, '{_quoted(_VALUE)}')", "[]") if holds is Holds.TEXTS else (cell, "null")
    return " ".join(("CASE", cell, "WHEN ''", "THEN", empty, "ELSE", told, "END"))


def _quoted(text: str) -> str:
    """The text as it stands between quotation marks."""
    return "' + '".join(_SPECIAL.sub(_escaped, part) for part in _BEFORE_U.split(text))


def _escaped(found: re.Match[str]) -> str:
    return _SIGNS.get(found[0]) or f"\\u{ord(found[0]):04x}"
