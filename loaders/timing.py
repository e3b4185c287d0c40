"""Since when and until when a body takes part, where its sentence says so."""

import re

from graph.dates import FoundDate, find_dates
from loaders.lexicon import word_table

_SINCE = re.compile(r"\b(?:[Ss]eit|[Aa]b|[Vv]on)\s+(?:dem\s+|Anfang\s+|Mitte\s+|Ende\s+)?$")
_UNTIL = re.compile(r"\b[Bb]is\s+(?:zum\s+|Anfang\s+|Mitte\s+|Ende\s+|einschließlich\s+)?$")
_PAST, _LEFT = (re.compile(rf"\b(?:{'|'.join(word_table('timing')[name])})\b") for name in ("past", "left"))


def term_of(words: str) -> tuple[str | None, str | None]:
    """The first and last date of taking part that a sentence states, ISO prefixes; None where it states none.

    "bis 2019" ends it only in the past tense ("war bis 2019 Mitglied"); "2019 ausgetreten" ends it outright.
    """
    since, until = None, None
    dates = find_dates(words)
    for found in dates:
        before = words[max(0, found.start - 24) : found.start]
        if _SINCE.search(before):
            since = found.iso
        elif _UNTIL.search(before) and _PAST.search(words):
            until = found.iso
    if until is None and _LEFT.search(words) and dates:
        until = _nearest(dates, _LEFT.search(words)).iso
        since = None if since == until else since
    return since, until


def _nearest(dates: tuple[FoundDate, ...], verb: re.Match[str] | None) -> FoundDate:
    place = verb.start() if verb else 0
    return min(dates, key=lambda found: abs(found.start - place))
