"""How close those on one side of the ties are to those on the other, over who sits where with whom. Pure.

From `ties.py`; next: `reasons.py` tells the paths behind a score. For a row o (who asks), a column i, and p, j the
rows and columns between them, d(.) being how many ties each has, every way leads o - j - p - i. All answers are dense,
a row for each row asked and a column for each of the others; equal ties give equal scores.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, log
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from queries.ties import Matrix, Side
from queries.traits import by_traits

Scores: TypeAlias = NDArray[np.float64]
Walked: TypeAlias = "Matrix | Scores"

RESTART = 0.7
TOLERANCE = 1e-3
_DENSE_FROM = 0.02
"""Walks that have reached this part of all nodes go on faster as a dense matrix."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a score is mixed from: `pagerank` with this `restart`, `popularity` and `by_traits` times their weights."""

    restart: float = RESTART
    popularity: float = 0.0
    traits: float = 0.0


def mixture(side: Side, rows: Sequence[int], weights: Weights) -> Scores:
    """The score of the product: personalised PageRank, a little popularity, and a little of where those alike sit."""
    found = pagerank(side, rows, restart=weights.restart)
    if weights.popularity:
        found = found + weights.popularity * popularity(side)
    return found + weights.traits * by_traits(side, rows) if weights.traits else found


def probs(side: Side, rows: Sequence[int]) -> Scores:
    """The sum over the ways o - j - p - i of 1 / (d(j) d(p)): what o has, handed on in equal parts (ProbS).

    The same number from either end. T. Zhou, J. Ren, M. Medo, Y.-C. Zhang, Physical Review E 76, 046115, 2007.
    """
    half = _scaled(side.out[[*rows]], _inverse(side.other_degrees)) @ side.back
    return (_scaled(half, _inverse(side.degrees)) @ side.out).toarray()


def resource(side: Side, rows: Sequence[int]) -> Scores:
    """The sum over the ways o - j - p - i of 1 / d(j) (resource allocation), p being another than o."""
    half = _scaled(side.out[[*rows]], _inverse(side.other_degrees)) @ side.back
    themselves = csr_array((np.ones(len(rows)), [*rows], np.arange(len(rows) + 1)), shape=half.shape)
    return ((half - half.multiply(themselves)) @ side.out).toarray()


def popularity(side: Side) -> NDArray[np.float64]:
    """By column the part of all ties that it has: sums to 1, or to 0 without a tie."""
    return side.other_degrees / max(side.size, 1)


def pagerank(side: Side, rows: Sequence[int], *, restart: float = RESTART, tolerance: float = TOLERANCE) -> Scores:
    """How often a walker who starts anew at o, with this chance at every step, is found at i (personalised PageRank).

    Walks are followed until less than `tolerance` of all are longer: what is left out of a row's scores sums to less.
    Raises ValueError for a restart or a tolerance outside 0..1, ends excluded.
    """
    return deque(walk(side, rows, restart=restart, times=rounds(restart, tolerance)), maxlen=1).pop()


def walk(side: Side, rows: Sequence[int], *, restart: float, times: int) -> Iterator[Scores]:
    """The scores of `pagerank` with walks of 1 step, of up to 3, up to 5, and so on, so many times."""
    start = restart * csr_array((np.ones(len(rows)), [*rows], range(len(rows) + 1)), shape=(len(rows), len(side.own)))
    own, others = (1 - restart) * _inverse(side.degrees), (1 - restart) * _inverse(side.other_degrees)
    at: Walked = start
    for left in reversed(range(times)):
        found = _step(at, own, side.out, side.back)
        yield found.T if isinstance(found, np.ndarray) else found.toarray()
        if not left:
            return
        back = _step(found, others, side.back, side.out)
        at = back + start.toarray().T if isinstance(back, np.ndarray) else csr_array(back + start)


def rounds(restart: float, tolerance: float) -> int:
    """How many times a walker comes to the other side until the chance that it walks on is below the tolerance."""
    if not (0 < restart < 1 and 0 < tolerance < 1):
        raise ValueError(f"restart {restart}, tolerance {tolerance}: not within 0..1")
    return max(2, ceil(log(tolerance) / log(1 - restart) / 2))


def companions(side: Side, rows: Sequence[int]) -> Scores:
    """Of its own, who sits with o where few others sit: the sum over what both share of 1 / (d - 1), 0 for o itself.

    M. E. J. Newman, Physical Review E 64, 016132, 2001.
    """
    found = (_scaled(side.out[[*rows]], _inverse(side.other_degrees - 1)) @ side.back).toarray()
    found[np.arange(len(rows)), [*rows]] = 0
    return found


def _step(at: Walked, inverse: NDArray[np.float64], ties: Matrix, turned: Matrix) -> Walked:
    """Everyone walks on over one tie, all with equal chance.

    Where little is reached a sparse matrix with a row a walker, from then on an array with a column a walker: the one
    looks only at what is near, the other is faster where all is.
    """
    if isinstance(at, np.ndarray):
        return np.asarray(turned @ (at * inverse[:, None]))
    reached = csr_array(_scaled(at, inverse) @ ties)
    return reached.toarray().T if reached.nnz > _DENSE_FROM * np.prod(reached.shape) else reached


def _scaled(matrix: Matrix, by: NDArray[np.float64]) -> Matrix:
    """The matrix with every column times its number."""
    found = matrix.copy()
    found.data = matrix.data * by[matrix.indices]
    return found


def _inverse(numbers: NDArray[np.float64]) -> NDArray[np.float64]:
    """1 / n, 0 where n is not above 0."""
    return np.divide(1.0, numbers, out=np.zeros_like(numbers), where=numbers > 0)
