"""Hints in texts that one initiative was there before another ("schlanker als der ehemalige …"): never a fact.

Looked for where a passage on one initiative names another of the same place; the words decide. Next: `identity.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.keys import fold
from graph.store import Store
from queries.catalog import question
from queries.identity import Judged
from queries.rows import spans, text
from queries.surfaces import word_set
from queries.verdicts import Place, Sameness, SameReason, Subject, Verdict, compare_places
from seeds.names import stem
from seeds.register import Register

_BODIES = frozenset({"alliance", "dialogue", "council", "network"})
_PLANS = frozenset({"master_plan", "programme"})
_BEFORE = 40
"""So many letters before the name the cue stands at most."""


@dataclass(frozen=True, slots=True)
class _Naming:
    node: str
    places: tuple[tuple[int, int], ...]
    passages: tuple[tuple[int, int], ...]


def read_hints(store: Store, subjects: Mapping[str, Subject], register: Register) -> Iterator[Judged]:
    """A possible pair for every such hint."""
    crossings = dict(_crossings(store, subjects, register))
    texts: defaultdict[str, str] = defaultdict(str)
    for row in store.read(question("texts"), ids=sorted(crossings)):
        texts[text(row, "document")] += text(row, "text")
    for document, found in sorted(crossings.items()):
        for one, other, start in found:
            if _speaks_of_before(texts[document][max(start - _BEFORE, 0) : start]):
                yield min(one, other), max(one, other), Verdict(Sameness.POSSIBLE, 0.3, SameReason.SUCCESSION)


def _crossings(
    store: Store, subjects: Mapping[str, Subject], register: Register
) -> Iterator[tuple[str, list[tuple[str, str, int]]]]:
    """By document: whose passage names whom, and where; only initiatives of one place."""
    namings: defaultdict[str, list[_Naming]] = defaultdict(list)
    for row in store.read(question("initiative_namings")):
        if text(row, "node") in subjects:
            naming = _Naming(text(row, "node"), spans(row, "spans"), spans(row, "passages"))
            namings[text(row, "document")].append(naming)
    for document, named in namings.items():
        found = [
            (one.node, other.node, start)
            for one, other in _neighbours(named, subjects, register)
            for start, end in other.places
            if any(first <= start and end <= last for first, last in one.passages)
        ]
        if found:
            yield document, found


def _neighbours(
    named: Sequence[_Naming], subjects: Mapping[str, Subject], register: Register
) -> Iterable[tuple[_Naming, _Naming]]:
    by_place: defaultdict[frozenset[str], list[_Naming]] = defaultdict(list)
    for naming in named:
        by_place[subjects[naming.node].places].append(naming)
    for alike in by_place.values():
        for one in alike:
            for other in alike:
                if one is not other and _may_follow(subjects[one.node], subjects[other.node], register):
                    yield one, other


def _may_follow(one: Subject, other: Subject, register: Register) -> bool:
    is_part = other.node.parent_id == one.node.id or one.node.parent_id == other.node.id
    is_alike = _family(one.node.kind) == _family(other.node.kind)
    return is_alike and not is_part and compare_places(one, other, register) is Place.SAME


def _family(kind: str) -> frozenset[str]:
    """The types of which one may come after another: a plan never replaces a round of talks."""
    return next((family for family in (_BODIES, _PLANS) if kind in family), frozenset({kind}))


def _speaks_of_before(words: str) -> bool:
    return any(stem(word) in word_set("succession", "before") for word in fold(words).split()[-3:])
