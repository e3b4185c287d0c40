"""How much one initiative is like another, by type, participants, topics and name; and how near it is. Pure.

Every part says what both have, and the parts add up to the whole. From `landscape.py`; next: `similar.py`,
`partners.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.kinds import InitiativeType
from queries.landscape import Landscape, Surrounding
from queries.nearness import Lies, Near, Nearness

TYPE, KINDS, WORDS = 0.3, 0.4, 0.3
"""What each part adds at most; together 1."""
NEAR = {
    Lies.SAME: 1.0,
    Lies.WITHIN: 0.8,
    Lies.AROUND: 0.8,
    Lies.CLOSE: 0.7,
    Lies.LAND: 0.5,
    Lies.COUNTRY: 0.3,
}
"""How close what lies so is, 0 for what is far away."""
_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two initiatives have in common: `type` where it is the same, `kinds` at both tables, `words` of both.

    Each `by_…` is that part of the `score` (0..1), which is their sum.
    """

    score: float
    by_type: float
    by_kinds: float
    by_words: float
    type: InitiativeType | None
    kinds: tuple[str, ...]
    words: tuple[str, ...]


UNLIKE = Likeness(0.0, 0.0, 0.0, 0.0, None, (), ())
"""Nothing in common, or nothing to compare with."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another initiative that lies near to one or is like it. `weight` is half nearness, half likeness: 0..1."""

    initiative_id: str
    near: Near | None
    likeness: Likeness
    weight: float


def compare(one: Surrounding, other: Surrounding) -> Likeness:
    """What the other has in common with the one."""
    same_type = one.row.type is other.row.type
    kinds, words = one.kinds & other.kinds, one.words & other.words
    by_type = TYPE if same_type else 0.0
    by_kinds = share(len(kinds), len(one.kinds | other.kinds), KINDS)
    by_words = share(len(words), len(one.words | other.words), WORDS)
    return Likeness(
        score=round(by_type + by_kinds + by_words, _DIGITS),
        by_type=by_type,
        by_kinds=by_kinds,
        by_words=by_words,
        type=one.row.type if same_type else None,
        kinds=tuple(sorted(kinds)),
        words=tuple(sorted(words)),
    )


def neighbours(
    one: Surrounding, landscape: Landscape, nearness: Nearness, *, without: frozenset[str]
) -> list[Neighbour]:
    """The others by weight, then by id; `without` are the initiatives not to be compared with."""
    found = [*_all(one, landscape, nearness, without)]
    return sorted(found, key=lambda other: (-other.weight, other.initiative_id))


def _all(one: Surrounding, landscape: Landscape, nearness: Nearness, without: frozenset[str]) -> Iterator[Neighbour]:
    for id, other in landscape.initiatives.items():
        if id in without or not other.counts:
            continue
        near, likeness = nearness.between(one.place, other.place), compare(one, other)
        yield Neighbour(id, near, likeness, weight_of(NEAR[near.lies] if near else 0.0, likeness.score))


def weight_of(closeness: float, likeness: float) -> float:
    """The weight of a neighbour that is so close (0..1) and so like."""
    return round((closeness + likeness) / 2, _DIGITS)


def share(both: int, either: int, most: float) -> float:
    """The part of a likeness for so many that both have, of so many that either has."""
    return round(most * both / either, _DIGITS) if either else 0.0
