"""Which nodes are worth comparing: those that share a telling part of a name in one place. No all-pairs.

A part that hundreds share tells nothing and is left out; what has one name is compared whatever its place.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations

from graph.keys import fold
from queries.likeness import designations, is_government, names_head
from queries.named import NodeSort
from queries.surfaces import initials, is_lettered, own_spellings
from queries.verdicts import Subject
from seeds.register import Register

_MOST = 60
"""Above so many nodes a name tells nothing."""
_MOST_OF_PART = 20
"""Above so many nodes a part of a name tells nothing."""
_PART = 6


def pair_up(subjects: Sequence[Subject], register: Register) -> list[tuple[Subject, Subject]]:
    """The pairs worth judging, each once, sorted by ids; the first has the smaller id."""
    pairs: dict[tuple[str, str], tuple[Subject, Subject]] = {}
    for block in _blocks(subjects, register):
        for one, other in combinations(sorted(block, key=_id), 2):
            if not (one.node.register_id and other.node.register_id):
                pairs[one.node.id, other.node.id] = one, other
    return [pairs[key] for key in sorted(pairs)]


def _blocks(subjects: Sequence[Subject], register: Register) -> Iterator[list[Subject]]:
    """Those of one sort that share something telling; by one sort of it after the other, which takes less memory."""
    around: defaultdict[tuple[NodeSort, str], list[Subject]] = defaultdict(list)
    for subject in subjects:
        for place in _where(subject, register):
            around[subject.node.sort, place].append(subject)
    parts = partial(_parts, common=_count_parts(subjects))
    folded = {subject.node.id: fold(subject.node.name) for subject in subjects}
    governments, letters = partial(_governments, folded=folded), partial(_letters, folded=folded)
    for members in around.values():
        for telling in (_keys, _stems, designations, governments, letters):
            yield from _sharing(members, telling, most=_MOST)
        for telling in (parts, _beginnings, _ends):
            yield from _sharing(members, telling, most=_MOST_OF_PART)
    for sort in NodeSort:
        members = [subject for subject in subjects if subject.node.sort is sort]
        yield from _sharing(members, partial(_spellings, folded=folded, register=register), most=_MOST)


def _sharing(
    members: Iterable[Subject], telling: Callable[[Subject], Iterable[str]], *, most: int
) -> list[list[Subject]]:
    """Those that share a text with another one, without the texts that more than `most` share."""
    first: dict[str, Subject] = {}
    shared: dict[str, list[Subject]] = {}
    for subject in members:
        for text in {*telling(subject)}:
            if text not in first:
                first[text] = subject
            elif len(block := shared.setdefault(text, [first[text]])) <= most:
                block.append(subject)
    return [block for block in shared.values() if len(block) <= most]


def _keys(subject: Subject) -> list[str]:
    return [surface.key for surface in subject.surfaces]


def _stems(subject: Subject) -> list[str]:
    return [surface.stemmed for surface in subject.surfaces]


def _count_parts(subjects: Iterable[Subject]) -> Counter[str]:
    """Of how many nodes each beginning of a word is."""
    return Counter(
        part for subject in subjects for part in {_part(word) for one in subject.surfaces for word in one.words}
    )


def _parts(subject: Subject, common: Counter[str]) -> Iterator[str]:
    """Each word's beginning and end, of the rare ones."""
    for surface in subject.surfaces:
        words = set(surface.words)
        rare = words if len(words) <= 3 else sorted(words, key=lambda word: (common[_part(word)], word))[:3]
        for word in rare:
            yield _part(word)
            yield word[-_PART:]


def _beginnings(subject: Subject) -> list[str]:
    """Both ends of the whole are for misspelt names."""
    return [surface.key[:_PART] for surface in subject.surfaces if len(surface.key) >= 2 * _PART]


def _ends(subject: Subject) -> list[str]:
    return [surface.key[-_PART:] for surface in subject.surfaces if len(surface.key) >= 2 * _PART]


def _governments(subject: Subject, folded: Mapping[str, str]) -> tuple[str, ...]:
    """The same for all of them."""
    told = subject.node.sort is NodeSort.ACTOR and (names_head(folded[subject.node.id]) or is_government(subject))
    return ("",) if told else ()


def _letters(subject: Subject, folded: Mapping[str, str]) -> Iterator[str]:
    """A name of few letters, and what may be one: the initials."""
    for letters in (folded[subject.node.id], initials(subject.node.name)):
        if letters.isalpha() and len(letters) in range(3, 7):
            yield letters


def _spellings(subject: Subject, folded: Mapping[str, str], register: Register) -> Iterator[str]:
    registered = own_spellings(subject.node.register_id, register) if subject.node.register_id else ()
    for name in (folded[subject.node.id], *registered):
        if is_lettered(name):
            yield name.split()[0]


def _part(word: str) -> str:
    return word[:_PART]


def _where(subject: Subject, register: Register) -> tuple[str, ...]:
    """The Länder a node lies in, each; "" for nowhere known and for the whole country."""
    lands = {land for place in subject.places for land in register.lands_of(place)}
    return (*sorted(lands), "") if len(lands) <= 1 else tuple(sorted(lands))


def _id(subject: Subject) -> str:
    return subject.node.id
