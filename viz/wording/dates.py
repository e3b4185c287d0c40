"""Dates and sizes as people in Germany write them."""

from collections.abc import Iterable

from queries.answers import DocumentRow
from viz.language import _, ngettext, spoken_language


def word_date(date: str | None) -> str:
    """A date, or a prefix of one, day first; undated says so.

    >>> word_date("2019-03")
    '03.2019'
    """
    if date is None:
        return _("date unknown")
    year, month, day = [*date[:10].split("-"), "", ""][:3]
    if day:
        return _("{day}/{month}/{year}").format(day=day, month=month, year=year)
    return _("{month}/{year}").format(month=month, year=year) if month else year


def word_period(since: str | None, until: str | None) -> str:
    """From when to when, "" when neither is known."""
    if since and until:
        return f"{word_date(since)}–{word_date(until)}" if since != until else word_date(since)
    if since:
        return _("since {date}").format(date=word_date(since))
    return _("until {date}").format(date=word_date(until)) if until else ""


def word_scope(documents: Iterable[DocumentRow]) -> list[str]:
    """From when documents are, how many are undated, and that some are samples."""
    rows = tuple(documents)
    dates = [row.date for row in rows if row.date]
    undated = len(rows) - len(dates)
    parts: list[str] = []
    if dates:
        parts.append(_("as of {oldest} to {newest}").format(oldest=word_date(min(dates)), newest=word_date(max(dates))))
    if undated:
        parts.append(ngettext("{count} undated", "{count} undated", undated).format(count=undated))
    if any(row.sample for row in rows):
        parts.append(_("Sample data"))
    return parts


def word_size(size: int) -> str:
    """A size in bytes, to be read at a glance."""
    amount, unit = float(size), "B"
    for unit in ("B", "kB", "MB", "GB"):
        if amount < 1000 or unit == "GB":
            break
        amount /= 1000
    text = f"{amount:.0f}" if unit == "B" or amount >= 100 else f"{amount:.1f}"
    return f"{text.replace('.', ',') if spoken_language() == 'de' else text} {unit}"
