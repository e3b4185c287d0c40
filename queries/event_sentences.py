"""Events with a date, as a text tells of them: "Die Jahreskonferenz fand am 3. Mai 2018 in Kassel statt". Pure.

In: a text; out: each such sentence with what it is called, when and where. The words are in `events.toml`. A date that
a sentence only looks back on, a plan that was only proposed or a founding is no event. Next: `event_tellings.py`.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as day_of
from datetime import timedelta
from importlib import resources

from graph.dates import FoundDate, find_dates
from queries.sentences import SENTENCE

_WORDS: dict[str, str] = tomllib.loads(resources.files("queries").joinpath("events.toml").read_text(encoding="utf-8"))
_NOUN = re.compile(rf"(?:(?<!\w)\d{{1,2}}\.\s+)?(?<!\w)(?:[A-ZÄÖÜ][\w/-]*)?(?:{_WORDS['nouns']})(?!\w)")
_WEEKDAY = r"(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend)"
_LEAD = re.compile(rf"(?:\b(?:{_WORDS['lead']})|[:,(–-])\s*(?:(?:dem|den)\s+)?(?:{_WEEKDAY},?\s+(?:den\s+|dem\s+)?)?$")
_LABEL = re.compile(rf"^\W*(?:{_WORDS['label']})\b(?:\s+\d{{4}})?\s*:?\s*(?:{_WEEKDAY},?\s+(?:den\s+)?)?$")
_HELD, _MET, _DENIED, _CALLED_OFF, _VERBS = (
    re.compile(rf"(?<!\w)(?:{_WORDS[name]})(?!\w)") for name in ("held", "met", "denied", "called_off", "verbs")
)
_CLAUSE = re.compile(r"[;!?]")
_JOIN = re.compile(r"\s*(?:[-–—]|bis(?:\s+zum)?)\s*")
_AND = re.compile(r"\s*(?:und(?:\s+am)?|[+&/])\s*")
_HOUR = r"(\d{1,2})(?:[:.](\d\d))?"
_TIME = re.compile(rf"^[^.;]{{0,60}}?(?<![\w.]){_HOUR}(?:\s*(?:Uhr)?\s*(?:bis|[-–])\s*{_HOUR})?\s*(?:Uhr|h)\b")
_VENUE = re.compile(r"\s*,\s+(?P<venue>[A-ZÄÖÜ][^.;:()\n]{2,70}?)\.?$")
_PLACE = re.compile(r"\b(?:in|nach|im|zu|bei)\s+(?:(?:der|dem|den|die|das)\s+)?((?:[A-ZÄÖÜ][\w.()-]*\s?){1,5})")
_LONGEST_GAP, _LONGEST = 60, 600
_MONTH = len("2017-05")

IsTown = Callable[[str], bool]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class EventDay:
    """When: ISO 8601 with prefixes to the month, `last` only where it is another day; times of day as "10:00"."""

    first: str
    last: str | None = None
    begins: str | None = None
    ends: str | None = None


@dataclass(frozen=True, slots=True)
class EventSentence:
    """A sentence, `text[start:end]`, with a date in it and what it says of an event on that day.

    `noun` is what it is called there, None where the sentence gives only the day, or only says that people met.
    `is_event` is false where the date may be of anything else; `is_beginning`: "seit".
    """

    start: int
    end: int
    day: EventDay
    is_event: bool
    noun: str | None = None
    place: str | None = None
    has_met: bool = False
    is_labelled: bool = False
    is_beginning: bool = False
    is_called_off: bool = False


def read_event_sentences(text: str, *, names: Sequence[Span] = (), is_town: IsTown) -> Iterator[EventSentence]:
    """Every sentence with a day or a month, once for each, in order. `names` are where the text names events."""
    dates = [found for found in find_dates(text) if len(found.iso) >= _MONTH]
    if not dates:
        return
    at = 0
    for found in SENTENCE.finditer(text):
        inside: list[FoundDate] = []
        while at < len(dates) and dates[at].start < found.end():
            if dates[at].start >= found.start():
                inside.append(dates[at])
            at += 1
        if inside and found.end() - found.start() <= _LONGEST:
            here = [(start, end) for start, end in names if found.start() <= start and end <= found.end()]
            yield from _read(text, found.span(), inside, here, is_town)


def _read(
    text: str, span: Span, dates: Sequence[FoundDate], names: Sequence[Span], is_town: IsTown
) -> Iterator[EventSentence]:
    start, end = span
    words = text[start:end]
    nouns = sorted([match.span() for match in _NOUN.finditer(words)] + [(a - start, b - start) for a, b in names])
    days = list(_days(text, dates))
    for (first, last), (a, b) in days:
        before, after = words[: a - start], words[b - start :] if len(days) == 1 else ""
        is_labelled = _LABEL.match(before) is not None
        near = _named_before(words, nouns, a - start)
        met = _MET.search(words) is not None
        denied = _DENIED.search(words) is not None
        led = _LEAD.search(before) is not None
        told = is_labelled or (led and (near or ((met or _HELD.search(words)) and not denied)))
        begins, ends = _times(after)
        noun = near or (nouns[0] if nouns else None)
        yield EventSentence(
            start=start,
            end=end,
            day=EventDay(first, last, begins, ends),
            is_event=bool(told) and not (denied and not is_labelled),
            noun=" ".join(words[noun[0] : noun[1]].split()) if noun else None,
            place=_place(words, is_town) or _venue(after, is_town),
            has_met=met,
            is_labelled=is_labelled,
            is_beginning=re.search(r"\b(?:[Ss]eit|[Aa]b)\s+(?:dem\s+)?$", before) is not None,
            is_called_off=_CALLED_OFF.search(words) is not None,
        )


def _named_before(words: str, nouns: Sequence[Span], date: int) -> Span | None:
    """The noun whose date this is: nothing but more nouns stands between them."""
    for start, end in reversed(nouns):
        if end > date:
            continue
        gap = words[end:date]
        is_near = len(gap) <= _LONGEST_GAP and not _CLAUSE.search(gap) and not _VERBS.search(gap)
        return (start, end) if is_near else None
    return None


def _days(text: str, dates: Sequence[FoundDate]) -> Iterator[tuple[tuple[str, str | None], Span]]:
    """Each day or range of days, with where it stands."""
    at = 0
    while at < len(dates):
        one = dates[at]
        other = dates[at + 1] if at + 1 < len(dates) else None
        if other is not None and _is_range(text[one.end : other.start], one.iso, other.iso):
            yield (one.iso, other.iso), (one.start, other.end)
            at += 2
        else:
            yield (one.iso, None), (one.start, one.end)
            at += 1


def _is_range(between: str, first: str, last: str) -> bool:
    if not first < last or len(first) != len(last):
        return False
    if _JOIN.fullmatch(between):
        return True
    is_day = len(first) > _MONTH
    return bool(is_day and _AND.fullmatch(between) and _next_day(first) == last)


def _next_day(iso: str) -> str:
    return (day_of.fromisoformat(iso) + timedelta(days=1)).isoformat()


def _times(after: str) -> tuple[str | None, str | None]:
    found = _TIME.match(after)
    if found is None:
        return None, None
    return _clock(found[1], found[2]), _clock(found[3], found[4]) if found[3] else None


def _clock(hour: str, minute: str | None) -> str | None:
    return f"{int(hour):02}:{minute or '00'}" if int(hour) < 24 and int(minute or 0) < 60 else None


def _venue(after: str, is_town: IsTown) -> str | None:
    """What stands behind the date and ends the line, where it names a town: ", Theater, Itzehoe"."""
    found = _VENUE.match(after)
    if found is None or _VERBS.search(found["venue"]) or any(letter.isdigit() for letter in found["venue"]):
        return None
    parts = found["venue"].replace(",", " ").split()
    towns = (" ".join(parts[a:b]) for a in range(len(parts)) for b in range(a + 1, min(a + 4, len(parts)) + 1))
    return found["venue"] if any(part[:1].isupper() and is_town(part) for part in towns) else None


def _place(words: str, is_town: IsTown) -> str | None:
    """Where, as written, as far as a town of the register ends it."""
    for found in _PLACE.finditer(words):
        parts = found[1].rstrip(" .,").split()
        for last in range(len(parts), 0, -1):
            if any(is_town(" ".join(parts[first:last])) for first in range(last)):
                return " ".join(parts[:last])
    return None
