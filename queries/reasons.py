"""What a score of `scores.py` is made of: the ways over who sits where with whom, which add up to it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from queries.scores import TOLERANCE, Weights, popularity, rounds, walk
from queries.ties import Side
from queries.traits import alike_at

Numbers: TypeAlias = NDArray[np.int64]
Amounts: TypeAlias = NDArray[np.float64]
Ways: TypeAlias = tuple[Numbers, Numbers, Amounts]


@dataclass(frozen=True, slots=True)
class Way:
    """A part of a score: over `first`, where who asks sits or which lies further on, and `then`, who sits there too.

    Asked by an actor, `first` is an initiative and `then` an actor who sits in it and in the initiative scored; asked
    by an initiative, `first` is an actor and `then` an initiative that has both it and the actor scored. `is_shared`:
    who asks is tied to `first` itself.
    """

    first: str
    then: str
    amount: float
    is_shared: bool


@dataclass(frozen=True, slots=True)
class Share:
    """What adds so much to a score: an initiative or an actor."""

    id: str
    amount: float


@dataclass(frozen=True, slots=True)
class Reasons:
    """A score in parts that add up to it: the ways, the largest first, then by ids; the part of popularity; and the
    actors in the initiative who are like the actor, the largest part first, then by id.

    `further` is what the ways that are not among these add, `further_ways` how many they are.
    """

    ways: tuple[Way, ...]
    popularity: float = 0.0
    further: float = 0.0
    further_ways: int = 0
    alike: tuple[Share, ...] = ()

    @property
    def total(self) -> float:
        """The score."""
        shares = (part.amount for parts in (self.ways, self.alike) for part in parts)
        return sum(shares) + self.further + self.popularity


def explain(
    side: Side,
    row: int,
    columns: Sequence[int],
    weights: Weights,
    *,
    most: int | None = None,
) -> tuple[Reasons, ...]:
    """The parts of `mixture(side, [row], weights)` at these columns, with so many of the largest ways (default: all).

    A walk that has come to the column, left it and come back counts for the way by which it came first. Where the two
    are tied already, the tie itself is the way over the column and the row.
    """
    times = rounds(weights.restart, TOLERANCE) - 1
    visits = [found[0] for found in walk(side, [row], restart=weights.restart, times=times)]
    found = (find_ways(side, row, column, weights.restart, visits) for column in columns)
    shares = weights.popularity * popularity(side) if weights.popularity else None
    return tuple(
        replace(
            _reasons(side, row, ways, most),
            popularity=0.0 if shares is None else float(shares[column]),
            alike=_alike(side, row, column, weights.traits),
        )
        for column, ways in zip(columns, found, strict=True)
    )


def explain_companions(side: Side, row: int, other: int) -> tuple[Share, ...]:
    """The parts of `companions(side, [row])` at another of its own; the largest first, then by id."""
    if row == other:
        return ()
    degrees = side.other_degrees
    shared = {*side.others_of(row).tolist()} & {*side.others_of(other).tolist()}
    found = (Share(side.others[one], 1 / float(degrees[one] - 1)) for one in shared)
    return tuple(sorted(found, key=lambda share: (-share.amount, share.id)))


def _reasons(side: Side, row: int, ways: Ways, most: int | None) -> Reasons:
    first, then, amounts = ways
    if most is not None and most < len(amounts):
        smallest = np.partition(amounts, -most)[-most] if most else np.inf
        near = np.flatnonzero(amounts >= smallest)
    else:
        near = np.arange(len(amounts))
    shown = near[np.lexsort((then[near], first[near], -amounts[near]))][:most]
    tied = {*side.others_of(row).tolist()}
    listed = zip(first[shown].tolist(), then[shown].tolist(), amounts[shown].tolist(), strict=True)
    return Reasons(
        ways=tuple(Way(side.others[one], side.own[other], amount, one in tied) for one, other, amount in listed),
        further=float(np.sum(np.delete(amounts, shown))),
        further_ways=len(amounts) - len(shown),
    )


def _alike(side: Side, row: int, column: int, weight: float) -> tuple[Share, ...]:
    ids = side.own if side.own_traits else side.others
    parts = alike_at(side, row, column).items() if weight else ()
    shares = (Share(ids[one], weight * part) for one, part in parts)
    return tuple(sorted(shares, key=lambda share: (-share.amount, share.id)))


def find_ways(
    side: Side,
    row: int,
    column: int,
    restart: float,
    visits: Sequence[Amounts],
    *,
    among: NDArray[np.bool_] | None = None,
) -> Ways:
    """Of every way the column it leads over first, the row it leads over then, and its amount, in no order.

    `visits` are the scores of all shorter walks than those of the score, the shortest first; `among` flags the columns
    that are to be led over first (default: all).
    """
    last = side.own_of(column)
    begins = side.out.indptr[last].astype(np.int64)
    degrees = side.out.indptr[last + 1] - begins
    places = np.arange(degrees.sum()) + np.repeat(begins - np.cumsum(degrees) + degrees, degrees)
    first, then, sizes = side.out.indices[places], np.repeat(last, degrees), np.repeat(degrees, degrees)
    if among is not None:
        wanted = np.flatnonzero(among[first] | (first == column))
        first, then, sizes = first[wanted], then[wanted], sizes[wanted]
    onward = (1 - restart) ** 2 / (side.other_degrees[first] * sizes)
    back = first == column
    returning = float(np.sum(onward[back]))
    amounts, direct = np.zeros(len(first)), restart * (1 - restart)
    for found in visits:
        amounts = onward * found[first] + returning * amounts
        direct = restart * (1 - restart) + returning * direct
    amounts[back] = 0
    amounts[back & (then == row)] = direct / max(len(side.others_of(row)), 1)
    kept = (amounts > 0) if among is None else (amounts > 0) & among[first]
    return first[kept].astype(np.int64), then[kept], amounts[kept]
