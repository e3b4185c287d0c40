"""What texts say and hint of one initiative having been there before another.

A sentence that states it (`sayings.py`) links any two, whatever their names and places. A hint ("schlanker als der
ehemalige …") is never a fact: it is looked for where a passage on one initiative names another of the same place.
Next: `identity.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.keys import fold
from graph.store import Store
from queries.catalog import question
from queries.gathered import stream_gathered
from queries.identity import Judged
from queries.rows import spans, text
from queries.sayings import Place as NamedAt
from queries.sayings import read_sayings
from queries.surfaces import word_set
from queries.verdicts import Place, Quote, Sameness, SameReason, Subject, Verdict, compare_places
from seeds.names import stem
from seeds.register import Register

_BODIES = frozenset({"alliance", "dialogue", "council", "network"})
_PLANS = frozenset({"master_plan", "programme"})
_BEFORE = 40
"""So many letters before the name the cue stands at most."""

_AT_A_TIME = 200
"""So many documents are held at once."""
_SENTENCE = 300
"""So many letters lie between two names of one sentence at most."""


@dataclass(frozen=True, slots=True)
class _Naming:
    node: str
    places: tuple[tuple[int, int], ...]
    passages: tuple[tuple[int, int], ...]


def read_hints(store: Store, subjects: Mapping[str, Subject], register: Register) -> Iterator[Judged]:
    """Phases for every sentence that states a succession, the earlier first; a possible pair for every hint."""
    hinted: list[Judged] = []
    for some in _namings(store, subjects):
        crossings = {id: found for id, named in some.items() if (found := _crossings(named, subjects, register))}
        close = [id for id, named in some.items() if _are_close(named)]
        texts = _texts(store, {*crossings, *close})
        for document in close:
            yield from _stated(document, texts[document], some[document], subjects)
        hinted += (hint for document, found in crossings.items() for hint in _hinted(found, texts[document]))
    yield from hinted


def _texts(store: Store, documents: Iterable[str]) -> Mapping[str, str]:
    texts: defaultdict[str, str] = defaultdict(str)
    if wanted := sorted(documents):
        for row in store.read(question("texts"), ids=wanted):
            texts[text(row, "document")] += text(row, "text")
    return texts


def _hinted(crossings: Iterable[tuple[str, str, int]], words: str) -> Iterator[Judged]:
    for one, other, start in crossings:
        if _speaks_of_before(words[max(start - _BEFORE, 0) : start]):
            yield min(one, other), max(one, other), Verdict(Sameness.POSSIBLE, 0.3, SameReason.SUCCESSION)


def _stated(document: str, words: str, named: Sequence[_Naming], subjects: Mapping[str, Subject]) -> Iterator[Judged]:
    places = [NamedAt(naming.node, *place) for naming in named for place in naming.places]
    for saying in read_sayings(words, places):
        if not _is_part(subjects[saying.earlier], subjects[saying.later]):
            quote = Quote(document, saying.start, saying.end, words[saying.start : saying.end])
            verdict = Verdict(Sameness.PHASES, 0.9, SameReason.SUCCESSION_STATED, quote=quote)
            yield saying.earlier, saying.later, verdict


def _namings(store: Store, subjects: Mapping[str, Subject]) -> Iterator[Mapping[str, list[_Naming]]]:
    """By document, some of them at a time: which initiatives it names, and where. In the order of their ids."""
    some: dict[str, list[_Naming]] = {}
    for row in stream_gathered(store, "initiative_namings"):
        document, node = text(row, "document"), text(row, "node")
        if document not in some and len(some) == _AT_A_TIME:
            yield some
            some = {}
        if node in subjects:
            some.setdefault(document, []).append(_Naming(node, spans(row, "spans"), spans(row, "passages")))
    yield some


def _are_close(named: Sequence[_Naming]) -> bool:
    """Whether any two of them may stand in one sentence."""
    ordered = sorted((start, end, naming.node) for naming in named for start, end in naming.places)
    return any(one[2] != other[2] and other[0] - one[1] < _SENTENCE for one, other in pairwise(ordered))


def _crossings(
    named: Sequence[_Naming], subjects: Mapping[str, Subject], register: Register
) -> list[tuple[str, str, int]]:
    """Whose passage names whom, and where; only initiatives of one place."""
    by_place: defaultdict[frozenset[str], list[_Naming]] = defaultdict(list)
    for naming in named if any(naming.passages for naming in named) else ():
        by_place[subjects[naming.node].places].append(naming)
    return [
        (one.node, other.node, start)
        for alike in by_place.values()
        for one in alike
        for other in alike
        if one is not other and (starts := _starts_within(other, one.passages))
        if _may_follow(subjects[one.node], subjects[other.node], register)
        for start in starts
    ]


def _starts_within(naming: _Naming, passages: Sequence[tuple[int, int]]) -> list[int]:
    """Where these passages name it."""
    return [start for start, end in naming.places if any(first <= start and end <= last for first, last in passages)]


def _may_follow(one: Subject, other: Subject, register: Register) -> bool:
    is_alike = _family(one.node.kind) == _family(other.node.kind)
    return is_alike and not _is_part(one, other) and compare_places(one, other, register) is Place.SAME


def _is_part(one: Subject, other: Subject) -> bool:
    return other.node.parent_id == one.node.id or one.node.parent_id == other.node.id


def _family(kind: str) -> frozenset[str]:
    """The types of which one may come after another: a plan never replaces a round of talks."""
    return next((family for family in (_BODIES, _PLANS) if kind in family), frozenset({kind}))


def _speaks_of_before(words: str) -> bool:
    return any(stem(word) in word_set("succession", "before") for word in fold(words).split()[-3:])
