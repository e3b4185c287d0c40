"""Dates with prefixes allowed ("2017", "2017-05"): which time a statement speaks of, and whether two times meet.

Pure. `None` is an unknown date: it may be any. Comparison is on strings, which ISO 8601 allows.
"""

from dataclasses import dataclass
from datetime import date as day_of

from graph.errors import QuestionError
from queries.answers import Evidence

_FIRST = "-01-01"
_LAST = "-12-31"


def day_or_today(date: str | None) -> str:
    """The date asked for; today's where none is."""
    return date or day_of.today().isoformat()


def first_day(date: str) -> str:
    """The first day that the date may mean.

    >>> first_day("2017"), first_day("2017-05")
    ('2017-01-01', '2017-05-01')
    """
    return date + _FIRST[len(date) - 4 :]


def last_day(date: str) -> str:
    """No day that the date may mean is later; the last day of a month is always written as the 31st.

    >>> last_day("2017"), last_day("2017-05")
    ('2017-12-31', '2017-05-31')
    """
    return date + _LAST[len(date) - 4 :]


def check_order(since: str | None, until: str | None) -> None:
    """Raises QuestionError("period_reversed") for a time that ends before it begins."""
    if since and until and first_day(since) > last_day(until):
        raise QuestionError("period_reversed", since=since, until=until)


def is_until(date: str | None, limit: str | None) -> bool:
    """Whether something dated so was known at the limit; undated things were, and without a limit everything."""
    return date is None or limit is None or first_day(date) <= last_day(limit)


def lasts_at(date: str | None, *, since: str | None, until: str | None) -> bool:
    """Whether something from `since` to `until` may be there at the date; without a date it always is.

    >>> lasts_at("2016", since="2017", until=None), lasts_at("2016", since=None, until="2016-03")
    (False, True)
    """
    return is_until(since, date) and (date is None or until is None or first_day(date) <= last_day(until))


@dataclass(frozen=True, slots=True)
class Period:
    """The days a statement speaks of; None is an open or unknown end."""

    first: str | None
    last: str | None

    def is_after(self, other: "Period") -> bool:
        """Whether all of it is later than all of the other: never, where a date between them is unknown."""
        return self.first is not None and other.last is not None and self.first > other.last


def stated(evidence: Evidence) -> str | None:
    """The date a statement holds for: what it says itself, else its document's."""
    return evidence.as_of or evidence.document_date


def period(evidence: Evidence) -> Period:
    """The time a statement speaks of: from `since` to `until`, and where these are missing, the day it was made."""
    begins = evidence.since or stated(evidence)
    ends = evidence.until or stated(evidence)
    first = None if begins is None else first_day(begins)
    last = None if ends is None else last_day(ends)
    if first is not None and last is not None and first > last:
        # "ab 2018" in a text of 2017 has no known end, "bis 2015" in a text of 2017 no known beginning.
        return Period(first, None) if evidence.since else Period(None, last)
    return Period(first, last)


def is_over(evidence: Evidence, day: str) -> bool:
    """Whether the statement itself says that this ended before the day."""
    return evidence.until is not None and last_day(evidence.until) < first_day(day)


def is_ahead(evidence: Evidence, day: str) -> bool:
    """Whether the statement itself says that this begins after the day."""
    return evidence.since is not None and first_day(evidence.since) > last_day(day)
