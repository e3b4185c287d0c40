"""Which sentence of which document tells of which event: the stored texts, walked through once.

In: the facts and the store; out: sentences by the initiative whose event or meeting they tell of. Next: `events.py`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.keys import fold
from graph.kinds import InitiativeType
from graph.store import Store
from queries.answers import DocumentRow, Evidence, InitiativeRow
from queries.catalog import question
from queries.event_sentences import EventSentence, IsTown, read_event_sentences
from queries.evidence import quoted
from queries.facts import Facts
from queries.gathered import read_gathered
from queries.rows import spans, text
from queries.sentences import SENTENCE
from seeds.register import Register

_TOWNS = frozenset({"kreisfreie_stadt", "gemeinde", "land"})
_PORTION = 100
"""So many documents are read at a time."""
_GENERAL = frozenset({"veranstaltung", "termin"})
"""Names that stand for the event which the passage is about."""
_LONGEST = 400
_NEAR = 120
"""So many letters lie at most between a name and what is said of it right behind or below."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence with the day of an event, and where it stands."""

    sentence: EventSentence
    evidence: Evidence


@dataclass(slots=True)
class Tellings:
    """By initiative: `own` tell of an event that is an initiative itself, `others` of a meeting of that initiative.

    `named` is one place where an event is named, for those of which no sentence gives the day. `recurring` are events
    whose first date is only a beginning ("seit 2009").
    """

    own: defaultdict[str, list[Telling]] = field(default_factory=lambda: defaultdict(list))
    others: defaultdict[str, list[Telling]] = field(default_factory=lambda: defaultdict(list))
    named: dict[str, Evidence] = field(default_factory=dict)
    recurring: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Naming:
    """Where a document names an initiative, and which parts of it speak about it."""

    row: InitiativeRow
    places: tuple[tuple[int, int], ...]
    passages: tuple[tuple[int, int], ...]

    @property
    def is_event(self) -> bool:
        return self.row.type is InitiativeType.EVENT

    @property
    def names(self) -> tuple[str, ...]:
        return (self.row.name, *self.row.aliases)

    def is_named(self, start: int, end: int) -> bool:
        """Whether the name stands there."""
        return any(start <= first and last <= end for first, last in self.places)

    def around(self, start: int) -> int | None:
        """How long the shortest passage about it is that holds this place; None where none does."""
        return min((last - first for first, last in self.passages if first <= start < last), default=None)


def read_tellings(store: Store, facts: Facts, register: Register) -> Tellings:
    """Every sentence that tells of an event of one of these initiatives, by document and place."""
    namings = _namings(store, facts)
    found, is_town = Tellings(), _Towns(register).is_town
    ids = sorted(namings)
    for at in range(0, len(ids), _PORTION):
        for id, body in _texts(store, ids[at : at + _PORTION]):
            _take(found, facts.documents[id], body, namings[id], is_town)
    return found


class _Towns:
    """Which words are a town of the register, each looked up once."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._known: dict[str, bool] = {}

    def is_town(self, words: str) -> bool:
        if words not in self._known:
            region = self._register.find_region(words)
            self._known[words] = region is not None and region.kind in _TOWNS
        return self._known[words]


def _namings(store: Store, facts: Facts) -> dict[str, list[_Naming]]:
    """By document: which initiatives it names."""
    found: defaultdict[str, list[_Naming]] = defaultdict(list)
    for row in read_gathered(store, "initiative_namings"):
        initiative = facts.initiatives.get(facts.identity.of(text(row, "node")))
        if initiative is not None and text(row, "document") in facts.documents:
            found[text(row, "document")].append(_Naming(initiative, spans(row, "spans"), spans(row, "passages")))
    return found


def _texts(store: Store, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    whole: defaultdict[str, list[str]] = defaultdict(list)
    for row in store.read(question("texts"), ids=ids):
        whole[text(row, "document")].append(text(row, "text"))
    for id, parts in sorted(whole.items()):
        yield id, "".join(parts)


def _take(found: Tellings, document: DocumentRow, body: str, namings: Sequence[_Naming], is_town: IsTown) -> None:
    events = [naming for naming in namings if naming.is_event]
    names = sorted({place for naming in events for place in naming.places})
    for naming in events:
        if naming.places and naming.row.id not in found.named:
            start, end = _sentence_around(body, *min(naming.places))
            found.named[naming.row.id] = _evidence(document, body, start, end)
        if naming.row.since and _has_begun(body, naming):
            found.recurring.add(naming.row.id)
    for sentence in read_event_sentences(body, names=names, is_town=is_town):
        telling = Telling(sentence, _evidence(document, body, sentence.start, sentence.end))
        meant = _naming_of(sentence, namings)
        heading = None if meant and meant.is_event else _heading_of(sentence, events)
        if heading is not None:
            found.own[heading.row.id].append(telling)
        elif meant is not None and meant.is_event and _is_of_itself(sentence, meant):
            found.own[meant.row.id].append(telling)
        elif meant is not None and sentence.is_event and (sentence.noun or sentence.has_met or sentence.is_labelled):
            found.others[meant.row.id].append(telling)


def _naming_of(sentence: EventSentence, namings: Iterable[_Naming]) -> _Naming | None:
    """Of which initiative the sentence tells: the event it names, else the one whose passage it stands in, else the one
    it names; None where that is not clear."""
    around = [(length, naming) for naming in namings if (length := naming.around(sentence.start)) is not None]
    named = [naming for naming in namings if naming.is_named(sentence.start, sentence.end)]
    events = [naming for naming in named if naming.is_event]
    if len(events) > 1:
        events = [naming for naming in events if naming.around(sentence.start) is not None]
    if len(events) == 1:
        return events[0]
    if around:
        shortest = min(length for length, _naming in around)
        nearest = [naming for length, naming in around if length == shortest]
        return nearest[0] if len(nearest) == 1 else None
    return named[0] if len(named) == 1 else None


def _heading_of(sentence: EventSentence, events: Iterable[_Naming]) -> _Naming | None:
    """The event named right above whose date this is: "Lange Nacht der Industrie", and below it "Termin: 9.11.2017"."""
    above = [
        (sentence.start - end, naming)
        for naming in events
        if naming.row.since and sentence.day.first.startswith(naming.row.since) and not sentence.is_beginning
        for _start, end in naming.places
        if 0 <= sentence.start - end <= _NEAR
    ]
    nearest = [naming for distance, naming in above if distance == min(distance for distance, _naming in above)]
    return nearest[0] if len(nearest) == 1 else None


def _is_of_itself(sentence: EventSentence, naming: _Naming) -> bool:
    """Whether the day is that of the event, not of another one told of in its passage."""
    if sentence.day.first == naming.row.since and not sentence.is_beginning:
        return True
    noun = fold(sentence.noun or "")
    own = not noun or noun in _GENERAL or any(noun in fold(name) or fold(name) in noun for name in naming.names)
    return sentence.is_event and own


def _has_begun(body: str, naming: _Naming) -> bool:
    """Whether the text says "seit" of the year of its first date."""
    year = (naming.row.since or "")[: len("2017")]
    begun = re.compile(rf"\b[Ss]eit\s+(?:\w+\s+){{0,3}}{year}\b")
    around = [(_sentence_around(body, *place)[0], place[1] + _NEAR) for place in naming.places]
    return any(begun.search(body, start, end) for start, end in (*naming.passages, *around))


def _sentence_around(body: str, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds a name, or its part of a long one."""
    line = body.rfind("\n", 0, start) + 1
    for found in SENTENCE.finditer(body, max(line, start - _LONGEST), end + _LONGEST):
        if found.start() <= start and end <= found.end():
            return found.span()
    return start, end


def _evidence(document: DocumentRow, body: str, start: int, end: int) -> Evidence:
    return quoted(document, body[start:end], start, end, method="event", confidence=0.8)
