"""Which nodes are worth comparing: those that share a telling part of a name in one place. No all-pairs.

A part that hundreds share tells nothing and is left out; what has one name is compared whatever its place.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from graph.keys import fold
from queries.likeness import designations, is_government, is_head
from queries.named import NodeSort
from queries.surfaces import Surface, initials, is_lettered, own_spellings
from queries.verdicts import Subject
from seeds.register import Register

_MOST = 60
"""Above so many nodes a name tells nothing."""
_MOST_OF_PART = 20
"""Above so many nodes a part of a name tells nothing."""
_PARTS = frozenset({"part", "begins", "ends"})
_PART = 6

_Key = tuple[str, ...]


def pair_up(subjects: Sequence[Subject], register: Register) -> list[tuple[Subject, Subject]]:
    """The pairs worth judging, each once, sorted by ids; the first has the smaller id."""
    blocks: defaultdict[_Key, list[Subject]] = defaultdict(list)
    common = _parts(subjects)
    for subject in subjects:
        for key in set(_keys(subject, common, register)):
            blocks[key].append(subject)
    pairs: dict[tuple[str, str], tuple[Subject, Subject]] = {}
    for key, members in blocks.items():
        if len(members) <= (_MOST_OF_PART if key[1] in _PARTS else _MOST):
            for one, other in combinations(sorted(members, key=_id), 2):
                if not (one.node.register_id and other.node.register_id):
                    pairs[one.node.id, other.node.id] = one, other
    return [pairs[key] for key in sorted(pairs)]


def _parts(subjects: Iterable[Subject]) -> Counter[str]:
    return Counter(
        part for subject in subjects for part in {_part(word) for one in subject.surfaces for word in one.words}
    )


def _keys(subject: Subject, common: Counter[str], register: Register) -> Iterator[_Key]:
    sort = subject.node.sort.value
    places = _where(subject, register)
    for surface in subject.surfaces:
        for place in places:
            yield sort, "name", surface.key, place
            yield sort, "stems", surface.stemmed, place
            yield from ((sort, *key, place) for key in _part_keys(surface, common))
    for place in places:
        yield from ((sort, "called", word, place) for word in designations(subject))
        if subject.node.sort is NodeSort.ACTOR and (is_head(subject) or is_government(subject)):
            yield sort, "government", place
        for letters in (fold(subject.node.name), initials(subject.node.name)):
            if letters.isalpha() and len(letters) in range(3, 7):
                yield sort, "initials", letters, place
    for name in (fold(subject.node.name), *own_spellings(subject.node.register_id, register)):
        if is_lettered(name):
            yield sort, "spelt", name.split()[0]


def _part_keys(surface: Surface, common: Counter[str]) -> Iterator[_Key]:
    """By each word's beginning and end, the rare ones first; by both ends of the whole for misspelt names."""
    for word in sorted(set(surface.words), key=lambda word: (common[_part(word)], word))[:3]:
        yield "part", _part(word)
        yield "part", word[-_PART:]
    if len(surface.key) >= 2 * _PART:
        yield "begins", surface.key[:_PART]
        yield "ends", surface.key[-_PART:]


def _part(word: str) -> str:
    return word[:_PART]


def _where(subject: Subject, register: Register) -> tuple[str, ...]:
    """The Länder a node lies in, each; "" for nowhere known and for the whole country."""
    lands = {land for place in subject.places for land in register.lands_of(place)}
    return (*sorted(lands), "") if len(lands) <= 1 else tuple(sorted(lands))


def _id(subject: Subject) -> str:
    return subject.node.id
