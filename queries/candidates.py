"""Which nodes are worth comparing: those that share a telling part of a name in one place. No all-pairs.

A part that hundreds share tells nothing and is left out; what has one name is compared whatever its place.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from graph.keys import fold
from queries.likeness import designations, is_government, names_head
from queries.named import NodeSort
from queries.surfaces import Surface, initials, is_folded_lettered, own_spellings
from queries.verdicts import Subject
from seeds.register import Register

_MOST = 60
"""Above so many nodes a name tells nothing."""
_MOST_OF_PART = 20
"""Above so many nodes a part of a name tells nothing."""
_PART = 6
_RAREST = 3
"""So many words of a longer name are compared in parts."""


def pair_up(subjects: Iterable[Subject], register: Register) -> list[tuple[str, str]]:
    """The ids of the pairs worth judging, each once, sorted; the smaller id first. No subject is kept."""
    found = _Found(register)
    for subject in subjects:
        found.take(subject)
    return found.pairs()


@dataclass(frozen=True, slots=True)
class _Shared:
    """Texts that may be shared, each as a number that stands for it and for what it tells where, and whose they are.

    Should two have one number, a pair more is judged.
    """

    most: int
    texts: "array[int]" = field(default_factory=lambda: array("q"))
    whose: "array[int]" = field(default_factory=lambda: array("q"))

    def take(self, number: int, places: Sequence[int], telling: str, texts: Iterable[str]) -> None:
        """What a node shares in these places by one way of telling."""
        for text in {*texts}:
            self.texts.extend([hash((place, telling, text)) for place in places])
            self.whose.extend([number] * len(places))

    def blocks(self) -> Iterator[list[int]]:
        """Those that share a text with another one, without the texts that more than `most` share."""
        texts, whose = np.array(self.texts, np.int64), np.array(self.whose, np.int64)
        order = np.argsort(texts, kind="stable")
        _, begins, sizes = np.unique(texts[order], return_index=True, return_counts=True)
        telling = (sizes > 1) & (sizes <= self.most)
        for begin, size in zip(begins[telling].tolist(), sizes[telling].tolist(), strict=True):
            yield whose[order[begin : begin + size]].tolist()


class _Found:
    """What nodes share, told by one after the other; they go by number."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._ids: list[str] = []
        self._registered: list[bool] = []
        self._places: dict[tuple[bool, str | None], int] = {}
        self._wholes, self._parts = _Shared(_MOST), _Shared(_MOST_OF_PART)
        self._common = Counter[str]()
        self._long: list[tuple[int, tuple[int, ...], list[frozenset[str]]]] = []

    def take(self, subject: Subject) -> None:
        """Compare this one with the others."""
        number, folded, surfaces = len(self._ids), fold(subject.node.name), subject.surfaces
        self._ids.append(subject.node.id)
        self._registered.append(bool(subject.node.register_id))
        places = tuple(self._place(subject, place) for place in _where(subject, self._register))
        wholes = self._wholes
        wholes.take(number, places, "key", [surface.key for surface in surfaces])
        wholes.take(number, places, "stem", [surface.stemmed for surface in surfaces])
        if called := designations(subject):
            wholes.take(number, places, "designation", called)
        if _is_government(subject, folded):
            wholes.take(number, places, "government", ("",))
        if letters := _letters(subject, folded):
            wholes.take(number, places, "letters", letters)
        if spelled := _spellings(subject, folded, self._register):
            wholes.take(number, (self._place(subject, None),), "spelling", spelled)
        self._take_parts(number, places, surfaces)

    def pairs(self) -> list[tuple[str, str]]:
        """The ids of those that share something telling."""
        for number, places, named in self._long:
            self._parts.take(number, places, "part", _parts(self._rarest(words) for words in named))
        ids, registered, found = self._ids, self._registered, set[tuple[str, str]]()
        for shared in (self._wholes, self._parts):
            for block in shared.blocks():
                for one, other in combinations(block, 2):
                    if not (registered[one] and registered[other]):
                        found.add((ids[one], ids[other]) if ids[one] < ids[other] else (ids[other], ids[one]))
        return sorted(found)

    def _place(self, subject: Subject, place: str | None) -> int:
        return self._places.setdefault((subject.node.sort is NodeSort.INITIATIVE, place), len(self._places))

    def _take_parts(self, number: int, places: tuple[int, ...], surfaces: Sequence[Surface]) -> None:
        named = [frozenset(surface.words) for surface in surfaces]
        self._common.update({word[:_PART] for words in named for word in words})
        if all(len(words) <= _RAREST for words in named):
            self._parts.take(number, places, "part", _parts(named))
        else:
            self._long.append((number, places, named))
        # Both ends of the whole are for misspelt names.
        long = [surface.key for surface in surfaces if len(surface.key) >= 2 * _PART]
        self._parts.take(number, places, "beginning", [key[:_PART] for key in long])
        self._parts.take(number, places, "end", [key[-_PART:] for key in long])

    def _rarest(self, words: frozenset[str]) -> Iterable[str]:
        if len(words) <= _RAREST:
            return words
        return sorted(words, key=lambda word: (self._common[word[:_PART]], word))[:_RAREST]


def _parts(named: Iterable[Iterable[str]]) -> set[str]:
    """Each word's beginning and end."""
    return {part for words in named for word in words for part in (word[:_PART], word[-_PART:])}


def _is_government(subject: Subject, folded: str) -> bool:
    """Whether it is a Land's government or the head of one; each of them is compared with each."""
    return subject.node.sort is NodeSort.ACTOR and (names_head(folded) or is_government(subject))


def _letters(subject: Subject, folded: str) -> list[str]:
    """A name of few letters, and what may be one: the initials."""
    both = (folded, initials(subject.node.name))
    return [letters for letters in both if len(letters) in range(3, 7) and letters.isalpha()]


def _spellings(subject: Subject, folded: str, register: Register) -> list[str]:
    registered = own_spellings(subject.node.register_id, register) if subject.node.register_id else ()
    return [name.split()[0] for name in (folded, *registered) if is_folded_lettered(name)]


def _where(subject: Subject, register: Register) -> tuple[str, ...]:
    """The Länder a node lies in, each; "" for nowhere known and for the whole country."""
    lands = {land for place in subject.places for land in register.lands_of(place)}
    return (*sorted(lands), "") if len(lands) <= 1 else tuple(sorted(lands))
