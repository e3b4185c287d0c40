"""Beginnings: since when an initiative is, from the sentence that says how it began (`german/founding.toml`).

A date counts for what its clause speaks of: in "ging 2014 aus dem Bündnis hervor, das 2011 begonnen hatte" there are
two. Said outright is more than "since then they do", and that is more than a date of a decision.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.dates import FoundDate, find_dates
from graph.kinds import InitiativeType
from loaders.clauses import is_governed
from loaders.initiative_names import find_quoted
from loaders.initiatives import Draft
from loaders.lexicon import word_table
from loaders.mention import InitiativeMention
from loaders.scan import Scan
from loaders.sentence import Sentence

_TABLE = word_table("founding")
_FOUNDED, _DECIDED, _HAPPENED, _GOES_ON, _JOINS, _SERVES, _OPENED_ELSE, _LASTED, _STARTS, _DECLARED = (
    re.compile("|".join(_TABLE[name]), re.IGNORECASE)
    for name in (
        "founded",
        "decided",
        "happened",
        "goes_on",
        "joins",
        "serves",
        "opened_else",
        "lasted",
        "starts",
        "declared",
    )
)
_REPLACES, _BY_PRONOUN = (re.compile("|".join(_TABLE[name])) for name in ("replaces", "replaces_by_pronoun"))
_OPENED = re.compile(r"\beröffnet\b")
_SINCE = re.compile(r"\b[Ss]eit\s+(?:(?:dem|Anfang|Mitte|Ende)\s+){0,2}$")
_RELATIVE = re.compile(
    r"[“”\"«]?(?:\s\([^)]{1,30}\))?(?:\s+[a-zäöüß]+){0,2}(?P<clause>,\s+(?:(?:in|an|zu|mit|bei|unter)\s+)?(?:der|die|das|de[mn]|deren|dessen)\s[^,;]+)"
)
_PASSIVE = re.compile(r"\s+(?:wurden?|ist|sind)\b")
_MEANS = re.compile(
    r"\b[Mm]it\s+(?:de[mnr]|ihre[mnr]|seine[mnr]|unsere[mnr])\s+(?:\w+n\s+)?(?:[A-ZÄÖÜ]\w+\s+)?[„“\"”»]?$"
)
_MADE_FOR_OTHERS = frozenset({InitiativeType.PROGRAMME, InitiativeType.CAMPAIGN, InitiativeType.MASTER_PLAN})
_THERE_IS = re.compile(r"\b[Gg]ibt\s+es\s+seit|\b[Ss]eit\b[^,.;]{4,24}\bgibt\s+es\b")
_OF_IT = re.compile(
    r"(?:^|\b)(?:das|den|die|[Dd]er|[Dd]as|[Dd]ie|eine?n?)\s+(?:\w+[en]\s+)?(?:[A-ZÄÖÜ]\w+\s+)?[„“\"”»]?$"
)
_SUBJECT = re.compile(
    r"\b(?:[Dd](?:er|ie|as)|[Uu]nsere?|[Aa]us\s+(?:de[mr]|diese[mr]))\s+(?:[A-ZÄÖÜ]\w+\s+)?[„“\"”»]?$"
)
_AND = re.compile(r"[“”\"«]?\s+(?:und|sowie)\s+(?:d(?:as|en|ie|er)\s+)?(?:[A-ZÄÖÜ]\w+\s+)?[„“\"”»]?")
_GOVERNED = re.compile(
    r"\b(?:von|mit|bei|aus|nach|zu|durch|in|an|auf|für|gegen)\s+(?:de[rmn]|die|das)\s+(?:\w+n\s+)?(?:[A-ZÄÖÜ]\w+\s+)?[„“\"”»]?$"
)
_COMPANY = re.compile(r"(?:[\w&.-]+\s+){1,6}(?:GmbH|AG|KG|SE|eG|mbH|e\.\s?V\.)(?=\s+(?:wurden?|ist|sind)\b)")
_NOUN = re.compile(r"Gründ|Initiator|Start")
_JOINED = re.compile(r"\b(?:[Ss]eit|[Bb]is|[Aa]b)\s+(?:\w+\s+)?$")
_OPENS = re.compile(r"(?:[Vv]on|[Zz]wischen)\s+(?:\w+\s+)?")
_FROM, _TO = re.compile(r"\b(?:[Vv]on|[Zz]wischen)\s+(?:\w+\s+)?$"), re.compile(r"\s+(?:bis|und)\b")
_BEHIND = 30
_MAY_DATE = re.compile(r"\d\d|[Hh]eut|[Ss]oeben|[Hh]iermit|schließ|gründen")
_TODAY = re.compile(r"\b(?:heute|am heutigen Tag|soeben)\b")
_SAID, _ONGOING, _RESOLVED = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Beginning:
    """A first date, an ISO prefix; the higher its `strength`, the more outright it is said."""

    date: str
    strength: int


def find_beginnings(scan: Scan, sentence: Sentence, drafts: Mapping[int, Draft]) -> Iterator[tuple[int, Beginning]]:
    """(initiative, beginning) of a sentence: a relative clause speaks of what stands before it."""
    if not _MAY_DATE.search(scan.text, sentence.start, sentence.end):
        return
    words = scan.text[sentence.start : sentence.end]
    rest = words
    for mention in sentence.named:
        if mention.index == sentence.target:
            continue
        started = _STARTS.search(words) if is_started(scan.text, sentence, mention) else None
        begun = _nearest(words, started, _dates_outside_names(words, 0, sentence)) if started else None
        if begun:
            yield mention.index, Beginning(begun, _SAID)
            return
        clause = _RELATIVE.match(words, mention.end - sentence.start)
        if clause is None:
            dates = _dates_outside_names(words, 0, sentence)
            lasting = _lasting(words, 0, dates, sentence, drafts[mention.index])
            if lasting:
                yield mention.index, Beginning(lasting, _ONGOING)
                return
            continue
        begin, end = clause.span("clause")
        rest = rest[:begin] + " " * (end - begin) + rest[end:]
        found = _beginning(scan, sentence, words[begin:end], begin, drafts[mention.index])
        if found:
            yield mention.index, found
    target = _begun(scan.text, sentence)
    if target is not None and not _founds_a_company(words, sentence):
        found = _beginning(scan, sentence, rest, 0, drafts[target])
        if found:
            yield target, found


def _begun(text: str, sentence: Sentence) -> int | None:
    """Whose beginning a sentence can tell: where one comes in the place of another, not that of the other."""
    words = text[sentence.start : sentence.end]
    if sentence.target is None or not _REPLACES.search(words):
        return sentence.target
    replaced = {one.index for one in sentence.named if is_governed(text, sentence.start, one.start)}
    if _BY_PRONOUN.search(words):
        replaced |= {one.index for one in sentence.named}
    came = [one.index for one in sentence.named if one.index not in replaced]
    return sentence.target if sentence.target not in replaced else next(iter(came), None)


def is_started(text: str, sentence: Sentence, mention: InitiativeMention) -> bool:
    """Whether an initiative is what another one began: "Der Pakt hat 2021 das „Netzwerk Guss“ gestartet"."""
    if not _STARTS.search(text, sentence.start, sentence.end) or not _OF_IT.search(text, sentence.start, mention.start):
        return False
    if _GOVERNED.search(text, sentence.start, mention.start):
        return False
    others = (m for m in sentence.mentions if isinstance(m, InitiativeMention) and m.end < mention.start)
    return any(
        m.index != mention.index
        and _SUBJECT.search(text, sentence.start, m.start)
        and not _AND.fullmatch(text, m.end, mention.start)
        for m in others
    )


def _beginning(scan: Scan, sentence: Sentence, words: str, offset: int, draft: Draft) -> Beginning | None:
    dates = _dates_outside_names(words, offset, sentence)
    wanted = _FOUNDED.search(words)
    if wanted and not (_OPENED.search(wanted.group()) and _OPENED_ELSE.search(words)):
        found = _nearest(words, wanted, dates) or (scan.source.document.date if _TODAY.search(words) else None)
        return Beginning(found, _SAID) if found else None
    ongoing = _lasting(words, offset, dates, sentence, draft) or _ongoing(words, dates, sentence)
    if ongoing:
        return Beginning(ongoing, _ONGOING)
    weak = _DECIDED.search(words) or (_HAPPENED.search(words) if draft.type is InitiativeType.EVENT else None)
    found = _nearest(words, weak, dates) if weak else None
    if not found and (_DECLARED.search(words) or (weak and _TODAY.search(words))):
        found = scan.source.document.date
    return Beginning(found, _RESOLVED) if found else None


def _nearest(words: str, wanted: re.Match[str], dates: list[FoundDate]) -> str | None:
    """The date of a cue: inside it, else the nearest before in its clause, else right behind, else the first."""
    before = [d.iso for d in dates if d.end <= wanted.start() and "," not in words[d.end : wanted.start()]]
    free = [d for d in dates if not _JOINED.search(words, 0, d.start)]
    behind = [d.iso for d in free if 0 <= d.start - wanted.end() < _BEHIND]
    inside = [d.iso for d in dates if wanted.start() <= d.start < wanted.end()]
    anywhere = [] if _NOUN.match(wanted.group()) else [d.iso for d in free]
    dated = inside or before[-1:] or behind or anywhere
    return dated[0] if dated else None


def _ongoing(words: str, dates: list[FoundDate], sentence: Sentence) -> str | None:
    """The date since which the initiative itself does what it does."""
    for date in dates:
        since = _SINCE.search(words, 0, date.start)
        if since is None or _JOINS.search(words) or (sentence.actors and _SERVES.search(words)):
            continue
        if since.start() == 0 or _GOES_ON.search(words):
            return date.iso
    return None


def _lasting(words: str, offset: int, dates: list[FoundDate], sentence: Sentence, draft: Draft) -> str | None:
    """The date since which there is the initiative or others act by means of it, or the first of the years it took."""
    begin = sentence.start + offset
    own = [(m.start - begin, m.end - begin) for m in sentence.named if m.index == draft.index]
    clauses = [clause.span() for _, end in own if end > 0 and (clause := _RELATIVE.match(words, end))]
    for date in dates:
        opens = bool(_OPENS.fullmatch(words, 0, date.start)) and offset == 0
        told = offset > 0 or opens or any(start <= date.start < end for start, end in clauses)
        if told and _FROM.search(words, 0, date.start) and _TO.match(words, date.end) and _LASTED.search(words):
            return date.iso
        if not _SINCE.search(words, 0, date.start):
            continue
        if any(_is_means(words, start, draft) or _is_there(words, start, date) for start, _ in own):
            return date.iso
    return None


def _is_means(words: str, start: int, draft: Draft) -> bool:
    """Whether somebody acts by it: "Mit dem Programm „X“ fördert das Land seit 2019 …"."""
    return draft.type in _MADE_FOR_OTHERS and bool(_MEANS.search(words, 0, max(start, 0)))


def _is_there(words: str, start: int, date: FoundDate) -> bool:
    """Whether it is what there is since a date: "Seit 2015 gibt es in Ulm das „Werkbündnis Süd“"."""
    between = words[date.end : start] if start >= date.end else words[start : date.start]
    return bool(_THERE_IS.search(words) and _OF_IT.search(words, 0, max(start, 0))) and "," not in between


def _founds_a_company(words: str, sentence: Sentence) -> bool:
    """Whether the sentence says of an organisation that it was founded: "Die Guss GmbH wurde 1927 gegründet"."""
    if _COMPANY.match(words):
        return True
    opening = next((actor for actor in sentence.actors if actor.start - sentence.start < _BEHIND // 3), None)
    return opening is not None and bool(_PASSIVE.match(words, opening.end - sentence.start))


def _dates_outside_names(words: str, offset: int, sentence: Sentence) -> list[FoundDate]:
    """The dates of a stretch that are no part of an initiative's or a quoted name ("Industrie 2025")."""
    begin = sentence.start + offset
    names = [(m.start - begin, m.end - begin) for m in sentence.named]
    names += find_quoted(words, 0, len(words))
    return [found for found in find_dates(words) if not any(start <= found.start < end for start, end in names)]
