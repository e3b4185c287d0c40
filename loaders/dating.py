"""The date of a document: what its head, its metadata or the person who loads it says; never the file's date.

A date counts as the document's own only in the shape of one: "Stand: Juni 2017", "Berlin, 3. Mai 2019 –", a line that
is nothing but a date. Dates of events in titles and lists are none. Origins: "head", "metadata", "given".
"""

import email.utils
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from graph.dates import FoundDate, find_dates, parse_date
from graph.errors import DocumentError
from loaders.document import Block, BlockKind
from loaders.lexicon import word_table

_HEAD_LINES = 12
_LONG = 250
_LONGEST_LINE = 2_000
_LINE_REACH = 120
_SEARCHED = 400_000

_WORDS = {name: "|".join(words) for name, words in word_table("dating").items()}
_STAND_WORDS, _PRESS_WORDS = _WORDS["stand"], _WORDS["press"]
_PLACE = (
    r"(?:(?:Bad|St\.|Sankt) )?[A-ZÄÖÜ][\w/.-]+"
    r"(?:(?: (?:am|an der|a\.|im|in der|bei|ob der))? [A-ZÄÖÜ][\w.]+| \([\w .]+\))?"
)
_WEEKDAY = r"(?:Mo|Di|Mi|Do|Fr|Sa|So)(?:\w*tag|ittwoch|nnabend)?\.?"

_STAND = re.compile(rf"^[(\[*]*(?:{_STAND_WORDS})(?: am)?\s*[:,]?\s*(?:[IVX]+\s*/\s*)?", re.IGNORECASE)
_STAND_LINE = re.compile(rf"^[^\S\n]*[(\[*]*(?:{_STAND_WORDS})\b.{{0,60}}$", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(
    rf"^(?:{_WORDS['sent']})(?: am| on)?\s*[:,]?\s*(?:(?:{_WEEKDAY}|[A-Z][a-z]{{2}}),?\s+)?$",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    rf"^(?:{_PRESS_WORDS})\b(?:\s*(?:Nr\.?|Nummer)\s*[\w/.-]+)?(?:\s*[|,:–-]|\s+vom)?\s*$", re.IGNORECASE
)
_DATED = re.compile(rf"^[(\[]?(?:{_WEEKDAY},?\s+(?:den\s+)?)?$")
_FROM_PLACE = re.compile(rf"^[(\[]?(?P<place>{_PLACE}),\s+(?:{_WEEKDAY},?\s+)?(?:den\s+|im\s+|am\s+)?$")
_BY_PERSON = re.compile(r"^(?:Von|by) [A-ZÄÖÜ][\w. -]{3,40}[,|–-]\s+(?:am\s+)?$")
_EVENT_NAME = re.compile(rf"(?:{_WORDS['events']})$")
_REST = re.compile(rf"^[)\].]*\s*(?:$|[,|–-]?\s*\d{{1,2}}[:.]\d\d(?:\s*Uhr)?$|[|/•·–-]\s*.{{1,60}}$|{_PLACE}$)")
_SENTENCE = re.compile(r"^[)\]]?\s*(?:[–—:|]|-\s|\.\s|/{2}|\+{2})")
_EVENT_AHEAD = re.compile(_WORDS["ahead"], re.MULTILINE)
_REPORTS = re.compile(rf"\b(?:{_WORDS['reports']})\b")
_STARTED = re.compile(_WORDS["started"])
_BULLET = re.compile(r"^\s*[•▪■●◦‣*–-]\s")

_SESSION = re.compile(
    rf"\W*(?:{_WORDS['minutes']})\b.{{0,80}}?\b(?:vom|am)\s+"
    rf"|[^.]{{0,60}}?\b(?:{_WORDS['sessions']})\s+(?:\w+\s+){{0,4}}?vom\s+"
)
_MINUTES = re.compile(rf"\W*(?:{_WORDS['minutes']})\b")
_HELD = re.compile(rf"\W*(?:{_WORDS['held']})\s*:\s*(?:{_WEEKDAY},?\s+(?:den\s+)?)?")
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)(?!\d)")
_PDF_DATE = re.compile(r"^D:(\d{4})(\d\d)?(\d\d)?")
# What software writes when nobody set a date: epochs, and python-docx's template.
_NO_DATES = frozenset({"1970-01-01", "1601-01-01", "1980-01-01", "2013-12-23", "2000-01-01"})


def find_date(
    text: str, *, blocks: Sequence[Block] = (), metadata: Sequence[str] = (), as_of: str | None = None
) -> tuple[str, str] | None:
    """The document's date as (ISO prefix, origin), or None when it is undated.

    `metadata` are dates as a file's fields hold them, best first. `as_of` dates a document that names no date of its
    own; it is above only the weakest sign, a single day told of in the head. Boilerplate `blocks` are not looked at.
    """
    head = tuple(_head(text, blocks))
    return (
        _marked(_dated_lines(head), "head")
        or _marked(_stand_lines(text), "head")
        or _marked((iso for value in metadata if (iso := parse_stamp(value))), "metadata")
        or _marked((as_of,) if as_of else (), "given")
        or _marked(_only_day(head, text), "head")
    )


def read_as_of(value: str) -> str:
    """The ISO prefix of a date that a person gave ("2019", "2019-03", "16.3.2021").

    Raises DocumentError("bad_date", value=…).
    """
    found = find_dates(value.strip())
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(value.strip())):
        raise DocumentError("bad_date", value=value)
    return found[0].iso


def parse_stamp(value: str) -> str | None:
    """A date as metadata holds it (ISO 8601, PDF, e-mail, German), to the day; None when none or a mere default."""
    value = value.strip()
    if pdf := _PDF_DATE.match(value):
        value = "-".join(part for part in pdf.groups() if part)
    value = _COMPACT.sub(r"\1-\2-\3", value)
    iso = parse_date(value[:10]) if value[:4].isdigit() else _mail_date(value) or parse_date(value)
    return None if iso is None or iso in _NO_DATES or iso < "1990" else iso


def _mail_date(value: str) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _marked(dates: Iterator[str] | Sequence[str], origin: str) -> tuple[str, str] | None:
    for iso in dates:
        return iso, origin
    return None


def _head(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """The first lines, down to and with the first long paragraph."""
    for line in islice(_lines(text[:_SEARCHED], blocks), _HEAD_LINES):
        yield line[:_LONGEST_LINE]
        if len(line) > _LONG:
            return


def _lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    hidden = [(block.start, block.end) for block in blocks if block.kind is BlockKind.BOILERPLATE]
    place = 0
    for line in text.split("\n"):
        while hidden and hidden[0][1] <= place:
            del hidden[0]
        if line.strip() and not (hidden and hidden[0][0] < place + len(line)):
            yield line.strip()
        place += len(line) + 1


def _dated_lines(head: Sequence[str]) -> Iterator[str]:
    is_announcement = _EVENT_AHEAD.search("\n".join(head)) is not None
    is_minutes = any(_MINUTES.match(line) for line in head)
    for line in head:
        for found in () if _BULLET.match(line) else find_dates(line[:_LINE_REACH]):
            held = is_minutes and _HELD.fullmatch(line[: found.start]) is not None
            if held or _is_own_date(line, found, is_announcement=is_announcement):
                yield found.iso


def _is_own_date(line: str, found: FoundDate, *, is_announcement: bool) -> bool:
    before, after = line[: found.start], line[found.end :]
    if found.iso.isdigit() and not _STAND.fullmatch(before):
        return False
    if _STAND.fullmatch(before) or _SENT.fullmatch(before) or _SESSION.fullmatch(before):
        return True
    ends_well = _REST.match(after) is not None
    if _ISSUED.fullmatch(before) or _BY_PERSON.fullmatch(before):
        return ends_well
    if is_announcement:
        return False
    place = _FROM_PLACE.fullmatch(before)
    if place is not None:
        return not _EVENT_NAME.search(place["place"]) and (ends_well or _SENTENCE.match(after) is not None)
    return _DATED.fullmatch(before) is not None and ends_well


def _stand_lines(text: str) -> Iterator[str]:
    """ "Stand: 05/2018" on a line of its own, wherever it stands; people put it last."""
    for line in _STAND_LINE.finditer(text):
        words = line[0].strip()
        found = find_dates(words)
        if len(found) == 1 and _STAND.fullmatch(words[: found[0].start]) and len(words) - found[0].end < 12:
            yield found[0].iso


def _only_day(head: Sequence[str], text: str) -> Iterator[str]:
    """The single day that the head of a report tells of, when nothing in the text is younger."""
    lines = [line for line in head if not _BULLET.match(line)]
    telling = [line for line in lines if find_dates(line)]
    days = {found.iso for line in telling for found in find_dates(line)}
    if len(days) != 1 or _EVENT_AHEAD.search("\n".join(lines)):
        return
    (iso,) = days
    is_report = any(_REPORTS.search(line) for line in telling) and not any(_STARTED.search(line) for line in telling)
    if is_report and len(iso) == 10 and all(other.iso <= iso for other in find_dates(text[:_SEARCHED])):
        yield iso
