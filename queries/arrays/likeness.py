"""How much every table weighs for one initiative: how near and how like it is, as in `queries.resemblance`. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from queries.arrays.shape import Bytes, Numbers
from queries.arrays.surroundings import Flags, Surroundings, Words
from queries.nearness import Lies, Near, Territory
from queries.reach import BESIDE
from queries.resemblance import KINDS, NEAR, TYPE, WORDS, share, weight_of

_LIES = tuple(Lies)
_AFAR = len(_LIES)
"""The class of what is far away, after those of `Lies`."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """By table its weight in hundredths, and whether it lies beside the initiative."""

    weights: Bytes
    beside: Flags


def weigh_tables(around: Surroundings, table: int, place: Territory, *, without: Iterable[int] = ()) -> Weighed:
    """What every table says about one of them, which lies at this place; 0 for what counts as no table.

    `without` are tables that are not to be compared.
    """
    classes = classes_of(around, place)[around.lies[around.tables]]
    weights = _weights()[classes, _scores(around, table)]
    weights[~around.counts] = 0
    weights[[*without]] = 0
    return Weighed(weights, np.array([*(lies in BESIDE for lies in _LIES), False])[classes])


def classes_of(around: Surroundings, place: Territory) -> NDArray[np.uint8]:
    """Of each of the territories how it lies to the place: its number in `Lies`, one more for far away."""
    return np.array([_class(around.nearness.between(place, other)) for other in around.territories], np.uint8)


def _class(near: Near | None) -> int:
    return _AFAR if near is None else _LIES.index(near.lies)


def _scores(around: Surroundings, table: int) -> Numbers:
    """The likeness of every table in hundredths."""
    nodes = around.arrays.nodes
    types = nodes.kinds[around.tables]
    found = np.where(types == types[table], round(100 * TYPE), 0).astype(np.int32)
    kinds = around.kinds[table]
    both, either = _bits(around.kinds & kinds), _bits(around.kinds | kinds)
    found += _shares(both, either, _share_of_kinds)
    shared = _shared_words(around.words, table, len(around.tables))
    found += _shares(shared, around.words.counts[table] + around.words.counts - shared, _share_of_words)
    return found


def _shared_words(words: Words, table: int, tables: int) -> Numbers:
    """How many words each table shares with this one."""
    found = np.zeros(tables, np.int32)
    for number in words.of(table):
        found[words.tables[words.starts[number] : words.starts[number + 1]]] += 1
    return found


def _shares(both: Numbers, either: Numbers, part: Callable[[int, int], int]) -> Numbers:
    """The parts of a likeness, from a table of all pairs of numbers that there can be."""
    width = int(either.max(initial=0)) + 1
    known = [part(shared, of) for shared in range(int(both.max(initial=0)) + 1) for of in range(width)]
    return np.array(known, np.int32).take(both * width + either)


@cache
def _share_of_kinds(both: int, either: int) -> int:
    return round(100 * share(both, either, KINDS))


@cache
def _share_of_words(both: int, either: int) -> int:
    return round(100 * share(both, either, WORDS))


@cache
def _weights() -> Bytes:
    """The weight by class of nearness and by likeness, both in hundredths."""
    nearness: Sequence[float] = [*(NEAR[lies] for lies in _LIES), 0.0]
    return np.array(
        [[round(100 * weight_of(near, score / 100)) for score in range(101)] for near in nearness], np.uint8
    )


def _bits(sets: NDArray[np.uint32]) -> Numbers:
    """How many there are in each set."""
    low, high = sets & 0xFFFF, sets >> 16
    found: Numbers = _counted()[low] + _counted()[high]
    return found


@cache
def _counted() -> Numbers:
    return np.array([number.bit_count() for number in range(1 << 16)], np.int32)
