"""Complements: what behind a head noun still belongs to the name ("… der Metallindustrie in Berlin e. V.")."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph.kinds import ActorKind
from loaders.lexicon import alternatives, word_set, word_table

_WITH_PROPER = word_set("organisations", "proper")
_BARE = word_set("organisations", "bare")
_WORD = r"[A-ZÄÖÜ][\w|]*(?:[-/&][\w]+)*"
_PORTFOLIO = rf"(?:{'|'.join(word_table('portfolios')['words'])}|[A-ZÄÖÜ]\w*-)"
PORTFOLIOS = re.compile(
    rf"\s+(?:für|der|des)\s+(?:(?:die|den|das)\s+)?{_PORTFOLIO}\b"
    rf"(?:(?:,\s*(?:und\s+)?|\s+(?:und|sowie|&)\s+)(?:{_PORTFOLIO})\b)*"
)
_GENITIVE = re.compile(
    r"\s+(?:(?:der|des|deutscher)\s+(?:[A-ZÄÖÜ]?[\wäöüß-]+(?:en|er|es)\s+)?|[A-ZÄÖÜ][\wäöüß-]+(?:scher|deutscher)\s+"
    rf"|(?=\w+verbände\b)){_WORD}(?:-?\s+(?:und|u\.)\s+{_WORD})?"
)
_PURPOSE = re.compile(
    rf"\s+für\s+(?:(?:die|den|das)\s+)?(?:[\wäöüß-]+e[ns]?\s+)?(?:{_WORD}-,\s+)*{_WORD}(?:-?\s+und\s+(?:[A-ZÄÖÜ]\w+e[ns]?\s+)?{_WORD})?"
)
_COMPANY_FORMS = r"gGmbH|GmbH(?:\s*&\s*Co\.?\s*KG)?|mbH|AG|SE|KGaA|KG|GbR|OHG|eG"
_LEGAL = re.compile(rf"\s+(?:e\.\s?V\b\.?|eV\b|{_COMPANY_FORMS})(?![\w])")
_COMPANY = re.compile(rf"\s+(?:{_COMPANY_FORMS})$")
_LABOUR = re.compile(r"\s+für\s+Arbeit\b(?:\s+(?:in\s+)?(?:Bad\s+)?[A-ZÄÖÜ][\w-]+(?:\s+[–-]\s+[A-ZÄÖÜ][\w-]+)*)?")
_OF_LAND = re.compile(r"\s+des\s+(?:Landes|Freistaat(?:e?s)?)\s+[A-ZÄÖÜ][\w-]+")
_OF_LABOUR_AGENCY = re.compile(r"\s+der\s+Bundesagentur\s+für\s+Arbeit\b")
_OFFICE_OF_TOWN = re.compile(r"\s+(?:für\s+[A-ZÄÖÜ]\w+|der\s+Stadt\s+[A-ZÄÖÜ]\w+)")
_RIVER = re.compile(r"\s+(?:a\.\s?M\.?|am\s+Main|an\s+der\s+\w+|\(Oder\)|\(Ems\)|\(Main\))")
_PREPOSITION = re.compile(r"\s+(?:zu|in|im|am|von)\s+(?=[A-ZÄÖÜ])")
_TWO_WORDS = re.compile(rf"\s+{_WORD}\s+und\s+{_WORD}")
_BLANK = re.compile(r"[ \t]+|-")
_NO_NAME = rf"(?!(?:{alternatives(word_set('organisations', 'never_second'))})\b)"
_CAPITALISED = re.compile(rf"\s+{_NO_NAME}(?P<name>{_WORD})")
_SECOND = re.compile(rf"\s+{_NO_NAME}{_WORD}(?=\s*(?:[,;.)(:]|$|\s[a-zäöü]))")
_TO = re.compile(r"\s+zu\s+(?=[A-ZÄÖÜ])")
_JOINED = re.compile(r"\s*(?:-|–|und|/)\s*(?=[A-ZÄÖÜ])")
_MOST = 5
_FULL_LINE = 45
_WITH_GENITIVE = frozenset(
    {
        ActorKind.EMPLOYERS_ASSOCIATION,
        ActorKind.BUSINESS_ASSOCIATION,
        ActorKind.UNIVERSITY,
        ActorKind.RESEARCH,
        ActorKind.UNION,
        ActorKind.CHAMBER,
        ActorKind.OTHER,
    }
)

FindPlace = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text to read complements from, up to `end`.

    `place_end(position)` answers where a known place that begins at `position` ends, or `position` itself.
    """

    text: str
    end: int
    place_end: FindPlace

    def matched(self, pattern: re.Pattern[str], position: int) -> int:
        """Where a match that begins at `position` ends; `position` where there is none."""
        match = pattern.match(self.text, position, self.end)
        return match.end() if match else position


def without_legal_form(name: str) -> str:
    """A company's name without the form behind it; the name itself where it has none."""
    return _COMPANY.sub("", name)


def wraps(text: str, position: int) -> bool:
    """Whether the line that ends at `position` is only broken because it is full, so that a name may go on below."""
    return text[position : position + 1] == "\n" and position - text.rfind("\n", 0, position) > _FULL_LINE


def complements_end(stretch: Stretch, position: int, *, tail: str, kind: ActorKind) -> int:
    """Where the name ends that has its head before `position`; `tail` is the head noun, "plural" for a plural one."""
    named = position
    for number in range(_MOST):
        step = _next(stretch, named, tail, kind, first=number == 0)
        if step == named or _COMPANY.search(stretch.text, named, step):
            return step
        named = step
    return named


def _next(stretch: Stretch, position: int, tail: str, kind: ActorKind, *, first: bool) -> int:
    for pattern in _patterns(tail, kind, first=first):
        stop = stretch.matched(pattern, position)
        if stop > position:
            return stop
    proper = first and any(tail.endswith(word) for word in _WITH_PROPER)
    prepositions = kind is ActorKind.CHAMBER or (not first and kind is not ActorKind.COMPANY)
    if kind is ActorKind.UNIVERSITY and stretch.matched(_TO, position) > position:
        prepositions = True
    return places_end(stretch, position, proper=proper, prepositions=prepositions)


def _patterns(tail: str, kind: ActorKind, *, first: bool) -> tuple[re.Pattern[str], ...]:
    """What may follow a head of this sort, in order of preference."""
    patterns = [_LEGAL, _OF_LAND] if first else [_LEGAL, _RIVER]
    if tail == "regionaldirektion":
        patterns.append(_OF_LABOUR_AGENCY)
    if first and (kind is ActorKind.MINISTRY or tail.endswith("amt")):
        patterns.append(PORTFOLIOS)
    if first and kind in _WITH_GENITIVE and tail not in _BARE and tail != "plural":
        patterns += [_GENITIVE, _PURPOSE]
    if not first and kind is ActorKind.RESEARCH:
        patterns.append(_PURPOSE)
    if tail.endswith("agentur"):
        patterns.append(_LABOUR)
    if first and tail == "gesellschaft":
        patterns.append(_PURPOSE)
    if first and tail in ("institut", "berufsgenossenschaft"):
        patterns.append(_TWO_WORDS)
    if tail == "wissenschaftszentrum":
        patterns.append(_PURPOSE)
    if tail in ("amt", "wirtschaftsförderung", "stadtplanung"):
        patterns.append(_OFFICE_OF_TOWN)
    return tuple(patterns)


def places_end(stretch: Stretch, position: int, *, proper: bool, prepositions: bool = True) -> int:
    """Where places end that follow the head ("Lippe zu Detmold"); with `proper` one other name may ("Provadis")."""
    preposition = stretch.matched(_PREPOSITION, position) if prepositions else position
    begin = preposition if preposition > position else stretch.matched(_BLANK, position)
    if begin == position and wraps(stretch.text, position):
        begin = position + 1
    if begin == position or begin >= stretch.end:
        return position
    stop = stretch.place_end(begin)
    if begin < stop <= stretch.end:
        joined = stretch.matched(_JOINED, stop) if preposition > position else stop
        return max(stop, stretch.place_end(joined)) if joined > stop and stretch.place_end(joined) > joined else stop
    if not proper or preposition != position:
        return position
    named = stretch.matched(_CAPITALISED, position)
    return stretch.matched(_SECOND, named) if named > position else position
