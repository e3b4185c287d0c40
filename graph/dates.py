"""Dates in German (and English) text: where they stand, and what they are as ISO 8601 prefixes.

Nothing is guessed: a season, "Ende 2010" or a quarter is its year, a month its month. Dates without a year are none.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple


class FoundDate(NamedTuple):
    """A date at `text[start:end]`; `iso` is "2019", "2019-03" or "2019-03-16"."""

    start: int
    end: int
    iso: str


_MONTH_NAMES = {
    1: "Januar Jänner January Jan",
    2: "Februar Feber February Feb",
    3: "März Maerz Ma\u0308rz March Mrz Mär",
    4: "April Apr",
    5: "Mai May",
    6: "Juni June Jun",
    7: "Juli July Jul",
    8: "August Aug",
    9: "September Sept Sep",
    10: "Oktober October Okt Oct",
    11: "November Nov",
    12: "Dezember December Dez Dec",
}
_MONTHS = {name.lower(): number for number, names in _MONTH_NAMES.items() for name in names.split()}

_YEAR = r"(?:1[6-9]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_MONTH_NAME = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?!\w)"
_PART = (
    r"(?:Anfang|Mitte|Ende|Jahresanfang|Jahresende|Frühjahr|Frühling|(?:Früh|Spät|Hoch)?sommer|(?:Spät)?herbst|Winter|"
    r"(?:[1-4]|I|II|III|IV)\.\s?(?:Quartal|Halbjahr|Jahreshälfte)|Q[1-4])(?:\s+(?:des\s+Jahres|im\s+Jahre?))?"
)
_CENTURY_TURN = 50

_COMPLETE = re.compile(
    rf"""
      (?<![\d.,/-])(?P<iso>(?P<iy>{_YEAR})-(?P<im>0[1-9]|1[0-2])(?:-(?P<id>0[1-9]|[12]\d|3[01]))?)(?!\d|-\d)
    | (?<![\d.,])(?P<nd>{_DAY})\.\s?(?P<nm>{_MONTH})\.\s?(?P<ny>{_YEAR}|\d\d)(?!\d|[.,]\d|\s?%)
    | (?<![\w.,])(?P<wd>{_DAY})(?:\.|st|nd|rd|th)?\s*(?P<wm>{_MONTH_NAME})\.?,?\s*(?P<wy>{_YEAR}|[’']\d\d)(?!\d)
    | (?<!\w)(?P<em>{_MONTH_NAME})\.?\s+(?P<ed>{_DAY})(?:st|nd|rd|th)?,\s+(?P<ey>{_YEAR})(?!\d)
    | (?<!\w)(?:(?:Anfang|Mitte|Ende)\s+)?(?P<mm>{_MONTH_NAME})\.?,?\s*(?:des\s+Jahres\s+)?
      (?P<my>{_YEAR}|[’']\d\d)(?!\d)
    | (?<![\w./-])(?P<sm>{_MONTH})[/.](?P<sy>{_YEAR})(?!\w|[./]\d)
    | (?<![\w.,:/§#-])(?:{_PART}\s+)?(?P<py>{_YEAR})(?P<pj>[/–-])(?P<pz>\d\d)(?!\w|[./-]\d)
    | (?<![\w.,:§#])(?<![^\W\d]/)(?:{_PART}\s+)?(?P<y>{_YEAR})(?!\w|[.,:]\d|-[^\W\d]|-\d{{3}}(?!\d))
    """,
    re.VERBOSE | re.IGNORECASE,
)

_JOIN = r"\s*(?:[-–—/+&]|,|bis(?:\s+zum)?|und(?:\s+am)?|sowie)\s*"
_OPEN_START = re.compile(
    rf"(?<![\w.])(?P<part>(?P<d>{_DAY})\.(?:\s?(?P<m>{_MONTH})\.?|\s*(?P<n>{_MONTH_NAME}))?|(?P<o>{_MONTH_NAME})\.?)"
    rf"{_JOIN}$",
    re.IGNORECASE,
)
_OPEN_REACH = 36

# A bare number that counts things is no year; after one of these cues it is one all the same.
_COUNTED = re.compile(
    r"\s*(?:%|€|[$]|Euro\b|EUR\b|Mio\b|Mrd\b|Million|Milliard|Prozent|Tonnen|Stunden|Quadratmeter|Hektar|Kilo|Meter\b"
    r"|[kK]?[mgWVt]²?\b|[MG]Wh?\b|(?:\w+-?)?(?:[Uu]nternehmen|[Bb]etriebe|[Mm]itglieder|[Bb]eschäftigte|[Mm]itarbeit|"
    r"[Tt]eilnehm|[Bb]esuch|[Pp]ersonen|[Mm]enschen|[Ff]irmen|[Aa]rbeitsplätze|[Jj]obs\b|[Ss]tellen|[Ss]chüler|"
    r"[Ss]tudierende|[Ee]inwohner|[Gg]äste|[Pp]artner|[Ss]tück|[Uu]nterschriften|[Pp]rojekte))"
)
_ABOUT = re.compile(
    r"(?:\b(?:rund|etwa|circa|über|fast|knapp|mehr als|weniger als|bis zu|insgesamt|gut|ca\.|Nr\.|Nummer|DIN|ISO|EN|"
    r"Paragraf|Seite|S\.|PLZ|Postfach|Zimmer|Raum)|€)\s*$",
    re.IGNORECASE,
)
_YEAR_CUE = re.compile(
    r"\b(?:Jahre?|Jahren|Jahres|seit|Anfang|Mitte|Ende|Sommer|Herbst|Winter|Frühjahr)\s*$", re.IGNORECASE
)
_DAY_CUE = re.compile(r"(?:\b(?:am|vom|bis|seit|ab|den|Stand:?|zum|Datum:?|Termin:?)|,)\s*$", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:Nr\.?|Nummer|Heft|Ausgabe|Drucksache|Drs\.?|Az\.?)\s*$", re.IGNORECASE)
_CUE_REACH = 16
_DIGIT = re.compile(r"\d")


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Every date in the text, sorted, disjoint. A range ("19. bis 25. Juni 2017", "2010 – 2020") gives two."""
    return tuple(_all_dates(text))


def parse_date(text: str) -> str | None:
    """The first date in the text as an ISO prefix, or None.

    >>> parse_date("im Herbst 2006"), parse_date("seit März 2019"), parse_date("30.04.18")
    ('2006', '2019-03', '2018-04-30')
    """
    found = next(_all_dates(text), None)
    return found.iso if found else None


def _all_dates(text: str) -> Iterator[FoundDate]:
    if not _DIGIT.search(text):
        return
    last_end = 0
    for match in _COMPLETE.finditer(text):
        for found in _dates_of(match, text, last_end):
            yield found
            last_end = found.end


def _dates_of(match: re.Match[str], text: str, after: int) -> Iterator[FoundDate]:
    iso = _iso_of(match, text)
    if iso is None:
        return
    if match["pz"]:
        yield from _year_pair(match)
        return
    opening = _opening(match, iso, text, after)
    if opening is not None:
        yield opening
    yield FoundDate(match.start(), match.end(), iso)


def _year_pair(match: re.Match[str]) -> Iterator[FoundDate]:
    """ "2017/18", "2018-21": two years when the second follows the first, else the first alone."""
    first = int(match["py"])
    second = first - first % 100 + int(match["pz"])
    yield FoundDate(match.start(), match.end("py"), str(first))
    if second == first + 1 or (match["pj"] != "/" and second > first):
        yield FoundDate(match.start("pz"), match.end("pz"), str(second))


def _iso_of(match: re.Match[str], text: str) -> str | None:
    before = text[max(0, match.start() - _CUE_REACH) : match.start()]
    if match["iso"]:
        return _iso(match["iy"], match["im"], match["id"])
    if match["nd"]:
        return _iso(match["ny"], match["nm"], match["nd"]) if _is_day(match, before) else None
    if match["wd"]:
        return _iso(match["wy"], _month(match["wm"]), match["wd"])
    if match["em"]:
        return _iso(match["ey"], _month(match["em"]), match["ed"])
    if match["mm"]:
        return _iso(match["my"], _month(match["mm"]))
    if match["sm"]:
        return match["sy"] if _ISSUE.search(before) else _iso(match["sy"], match["sm"])
    year: str = match["py"] or match["y"]
    return year if _is_year(match, before, text) else None


def _is_day(match: re.Match[str], before: str) -> bool:
    """ "3.5.18" may be a section's number: with a two-digit year, two-digit day and month or a cue are needed."""
    if len(match["ny"]) == 4:
        return True
    return len(match["nd"]) == len(match["nm"]) == 2 or _DAY_CUE.search(before) is not None


def _is_year(match: re.Match[str], before: str, text: str) -> bool:
    has_part = match.start("y" if match["y"] else "py") > match.start()
    if has_part or _YEAR_CUE.search(before):
        return True
    return not _ABOUT.search(before) and not _COUNTED.match(text, match.end())


def _opening(match: re.Match[str], iso: str, text: str, after: int) -> FoundDate | None:
    """The first half of a range, which borrows its year (and month) from the second."""
    reach = max(after, match.start() - _OPEN_REACH)
    found = _OPEN_START.search(text[reach : match.start()])
    year, _, rest = iso.partition("-")
    if found is None or not rest:
        return None
    month = found["m"] or _month(found["n"] or found["o"]) or rest[:2]
    if not found["d"] and "-" in rest and not found["o"]:
        return None
    opening = _iso(year, month, found["d"])
    if opening is None or opening[:4] != year or opening >= iso:
        return None
    return FoundDate(reach + found.start(), reach + found.end("part"), opening)


def _month(name: str | None) -> str | None:
    return str(_MONTHS[name.lower()]) if name else None


def _iso(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """The prefix as far as it is known; None for a day that the calendar does not have."""
    number = int(year.lstrip("’'"))
    if number < 100:
        number += 2000 if number < _CENTURY_TURN else 1900
    if month is None:
        return f"{number:04}"
    if day is None:
        return f"{number:04}-{int(month):02}"
    try:
        return date(number, int(month), int(day)).isoformat()
    except ValueError:
        return None
