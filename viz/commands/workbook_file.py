"""A workbook asked for: what its sheets are made of, and the file written. pandas is imported when it is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from queries.answers import Coverage
from seeds.register import Register
from viz.commands.files import write_bytes
from viz.commands.gap_options import Asked
from viz.commands.lines import say
from viz.language import ngettext


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `wide` are the numbers of the columns that hold sentences; `frozen` so many stay in sight."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    wide: frozenset[int] = frozenset()
    frozen: int = 1


def write_workbook(
    path: str,
    found: Coverage,
    register: Register,
    asked: Asked,
    *,
    further: Iterable[Sheet] = (),
    notes: Iterable[str] = (),
) -> None:
    """Write the matrix into a workbook, with `further` sheets behind it and `notes` among those how to read it.

    Raises QuestionError("sheet_too_long").
    """
    from viz.commands.workbook import matrix_workbook

    told = [line for line in (asked.words(found), *notes) if line]
    book = matrix_workbook(found, register, columns=asked.told_columns, notes=told, further=further)
    write_bytes(path, (book,))
    count = len(found.rows) + len(found.without_table)
    line = ngettext("{count} initiative written: {path}", "{count} initiatives written: {path}", count)
    say(line.format(count=count, path=path))
