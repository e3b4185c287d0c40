"""When a body existed. Dates are ISO 8601 with allowed prefixes ("2019", "2019-03"); a prefix means all its days."""

import re
from collections.abc import Iterable, Mapping
from datetime import date as day
from datetime import timedelta

from graph.errors import RegisterError
from seeds.rows import RegisterRow

Span = tuple[str, str]
"""First day and the day after the last one, as full ISO dates."""

ALWAYS: Span = ("0000", "9999")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LAST_DAYS = ("-12-31", "-06-30")


def span_of(date: str) -> Span:
    """The days a date stands for. Raises RegisterError("bad_date") when it is none."""
    if not _DATE.fullmatch(date):
        raise RegisterError("bad_date", date=date)
    parts = [int(part) for part in date.split("-")]
    try:
        first = day(*[*parts, 1, 1][:3])
    except ValueError as error:
        raise RegisterError("bad_date", date=date) from error
    if len(parts) == 1:
        after = f"{parts[0] + 1:04}-01-01"
    elif len(parts) == 2:
        after = f"{parts[0] + parts[1] // 12:04}-{parts[1] % 12 + 1:02}-01"
    else:
        after = (first + timedelta(days=1)).isoformat()
    return first.isoformat(), after


def lifetimes(rows: Iterable[RegisterRow]) -> Mapping[str, Span]:
    """The days on which each dated body existed, by id; a body without dates is left out.

    `valid_to` is the day of the change, so its first day no longer counts; written as a last day (31 December,
    30 June) it does, unless a sibling starts on that very day.
    """
    dated = [row for row in rows if row.valid_from or row.valid_to]
    starts = {(row.parent_id, row.valid_from) for row in dated}
    return {row.id: (_start(row), _end(row, (row.parent_id, row.valid_to) in starts)) for row in dated}


def overlaps(lifetime: Span, asked: Span) -> bool:
    """Whether two spans share a day."""
    return lifetime[0] < asked[1] and asked[0] < lifetime[1]


def _start(row: RegisterRow) -> str:
    return span_of(row.valid_from)[0] if row.valid_from else ALWAYS[0]


def _end(row: RegisterRow, has_successor: bool) -> str:
    if row.valid_to is None:
        return ALWAYS[1]
    first, after = span_of(row.valid_to)
    return after if row.valid_to.endswith(_LAST_DAYS) and not has_successor else first
