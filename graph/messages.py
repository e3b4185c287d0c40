"""What goes to a store in one message: rows in batches, and several statements or questions as one.

A store answers each message after a round trip and a plan, so fewer are faster. Each of several statements becomes a
subquery without rows of its own. Cypher carries clauses out one after the other, and each sees what those before it
wrote, so that together they do what they would do one by one. The rows of each of several questions are gathered into
one record: a record costs the store and the driver more than its values.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.errors import StoreError
from graph.records import Parameter, Row, Value, packed

_MESSAGE_BYTES = 15_000_000
"""The embedded engine takes messages up to 16 MiB. It answers nothing to a larger one, for ever."""

BATCH_BYTES = 4_000_000
BATCH_ROWS = 10_000

MOST_COMMANDS = 25
"""A store takes longer to plan a longer statement, the first time it sees it."""

_PARAMETER = re.compile(r"\$([A-Za-z]\w*)")
_COMMENT = re.compile(r"^//.*\n", re.MULTILINE)
_COLUMN = re.compile(r"\bAS (\w+)")


@dataclass(frozen=True, slots=True)
class Command:
    """A Cypher text and the values of its parameters."""

    text: str
    parameters: Mapping[str, Parameter]


def together(commands: Sequence[Command]) -> Command:
    """One statement that does what these do, in their order. None of them may return anything."""
    blocks: list[str] = []
    parameters: dict[str, Parameter] = {}
    for number, command in enumerate(commands):
        blocks.append(_block(command.text, number))
        parameters |= {f"{name}_{number}": value for name, value in command.parameters.items()}
    return Command("\n".join((*blocks, "RETURN true AS done")), parameters)


def asked_together(questions: Sequence[Command]) -> Command:
    """One question for these; `rows_together` tells its answer apart."""
    blocks: list[str] = []
    parameters: dict[str, Parameter] = {}
    for number, question in enumerate(questions):
        listed = ", ".join(columns_of(question.text))
        blocks.append(f"{_block(question.text, number)}\nRETURN {number} AS number, collect([{listed}]) AS rows")
        parameters |= {f"{name}_{number}": value for name, value in question.parameters.items()}
    return Command("\nUNION ALL\n".join(blocks), parameters)


def rows_together(questions: Sequence[Command], answer: Iterable[Row]) -> list[list[Row]]:
    """The rows of each of the questions in an answer to all; of one that finds nothing the embedded engine has none."""
    told = {row["number"]: row["rows"] for row in answer}
    return [_rows(columns_of(question.text), told.get(number)) for number, question in enumerate(questions)]


@cache
def columns_of(text: str) -> tuple[str, ...]:
    """The columns of a question whose last RETURN names each with AS."""
    return tuple(_COLUMN.findall(text, text.rindex("RETURN ")))


def _rows(columns: Sequence[str], told: Value) -> list[Row]:
    rows = told if isinstance(told, list) else []
    return [dict(zip(columns, values, strict=True)) for values in rows if isinstance(values, list)]


@cache
def _block(text: str, number: int) -> str:
    code = _PARAMETER.sub(rf"$\1_{number}", _COMMENT.sub("", text).strip())
    return f"CALL () {{\n{code}\n}}"


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows that fit into one message, unless a single one is larger than that, and how many bytes they take."""

    rows: Sequence[Row]
    size: int


class Batching:
    """Rows in groups that fit into one message, in their order; each is measured once."""

    def __init__(self) -> None:
        self.full: list[Batch] = []
        self._rows: list[Row] = []
        self._size = 0

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows behind those that are there."""
        some = [*rows]
        size = size_of(some)
        if len(self._rows) + len(some) <= BATCH_ROWS and self._size + size <= BATCH_BYTES:
            self._rows += some
            self._size += size
            return
        for row in some:
            self._add_one(row)

    def _add_one(self, row: Row) -> None:
        size = size_of(row)
        if self._rows and (len(self._rows) >= BATCH_ROWS or self._size + size > BATCH_BYTES):
            self._close()
        self._rows.append(row)
        self._size += size

    def take(self, *, whole: bool = True) -> Sequence[Batch]:
        """All batches, the last of them with room left, or only the full ones; they are gone from here."""
        if whole and self._rows:
            self._close()
        taken, self.full = self.full, []
        return taken

    def _close(self) -> None:
        self.full.append(Batch(self._rows, self._size))
        self._rows, self._size = [], 0


def batches(rows: Iterable[Row]) -> Sequence[Batch]:
    """The rows in groups that fit into one message."""
    batching = Batching()
    batching.add(rows)
    return batching.take()


def size_of(value: Parameter) -> int:
    """How many bytes a value takes, closely: numbers and text are packed much as the driver does it."""
    try:
        return len(packed(value))
    except ValueError:  # a word of a closed list is a string to the driver, but not to marshal
        return len(json.dumps(value))


def require_room(size: int) -> None:
    """Raise StoreError `value_too_large` for so many bytes of parameters, where they do not fit into one message."""
    if size > _MESSAGE_BYTES:
        raise StoreError("value_too_large", bytes=size)
