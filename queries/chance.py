"""Whether kinds sit together more often than chance has it: who sits where is drawn by lot, its sums kept. Pure.

In how many initiatives each kind sits, and how many kinds sit in each initiative, stays as it is: two kinds put the
initiatives together in which one of them sits without the other, and draw anew who gets which (curveball; Strona and
others 2014). An initiative is no more here than the combination of kinds in it, so counts of combinations are drawn
instead of single initiatives: the same chances, and 50,000 take little longer than 500.

What was observed stands at a random place in the chain of draws (Besag and Clifford 1989): p never says more than it
may, even where the chain is too short to mix. Next: `balance.py`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

SAMPLES = 2_000
"""So many draws; with 15 pairs the least p after Holm's correction is 0.015."""
_TRADES = 2
"""Between two samples each kind trades so often, in the mean twice as often."""
_SEED = 20_140_704
_OUTER = 0.025
"""The part of the draws beyond either end of what is told as usual."""

Counts: TypeAlias = NDArray[np.int64]
"""How many initiatives have each combination of kinds; kind k is bit k of the combination's number."""
Pair: TypeAlias = tuple[int, int]
"""The numbers of two kinds, the lesser first."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """In how many initiatives two kinds sit together, and in how many of those drawn by lot.

    Of the draws 95 % lie within `low` and `high`. `p` in 0..1 is two-sided, what was observed counting as one draw.
    `is_fixed`: the sums leave no room, every draw gives the same.
    """

    observed: int
    mean: float
    low: int
    high: int
    p: float
    is_fixed: bool


def draw_pairs(
    tables: Sequence[frozenset[int]], kinds: int, *, on_step: Callable[[int], None] = lambda _done: None
) -> Mapping[Pair, Drawn]:
    """Every pair of so many kinds; a table is the numbers of the kinds that sit there.

    Equal tables, in whatever order, give equal draws. `on_step` is told before each of `SAMPLES` how many are done.
    """
    pairs = list(combinations(range(kinds), 2))
    counts = count_combinations(tables, kinds)
    both = _both(kinds, pairs)
    observed = counts @ both
    drawn = np.empty((SAMPLES, len(pairs)))
    rng = np.random.default_rng(_SEED)
    before = int(rng.integers(SAMPLES + 1))
    for first, last in ((0, before), (before, SAMPLES)):
        state = counts
        for number in range(first, last):
            on_step(number)
            for place in rng.integers(len(pairs), size=_TRADES * kinds).tolist() if pairs else ():
                one, other = pairs[place]
                state = trade(state, one, other, rng)
            drawn[number] = state @ both
    return {pair: _compared(int(observed[place]), drawn[:, place]) for place, pair in enumerate(pairs)}


def count_combinations(tables: Sequence[frozenset[int]], kinds: int) -> Counts:
    """How many of the tables have each combination of so many kinds."""
    numbers = np.array([sum(1 << kind for kind in table) for table in tables], dtype=np.int64)
    return np.bincount(numbers, minlength=1 << kinds).astype(np.int64)


def trade(counts: Counts, one: int, other: int, rng: np.random.Generator) -> Counts:
    """The combinations after two kinds drew anew who sits where only one of them does. Every sum is kept."""
    ones, others = _exclusive(len(counts), one, other)
    mine = counts[ones]
    pooled = mine + counts[others]
    given = rng.multivariate_hypergeometric(pooled, int(mine.sum()), method="marginals")
    traded = counts.copy()
    traded[ones], traded[others] = given, pooled - given
    return traded


def holm(values: Sequence[float]) -> list[float]:
    """The p of several tests, corrected so that one false alarm in all of them is as rare as in one (Holm 1979)."""
    corrected = [0.0] * len(values)
    least = 0.0
    for rank, place in enumerate(sorted(range(len(values)), key=lambda place: values[place])):
        least = max(least, min(1.0, (len(values) - rank) * values[place]))
        corrected[place] = least
    return corrected


@cache
def _exclusive(size: int, one: int, other: int) -> tuple[Counts, Counts]:
    """The combinations with `one` and without `other`, and beside each the same the other way round."""
    numbers = np.arange(size, dtype=np.int64)
    ones = numbers[(numbers >> one & 1 == 1) & (numbers >> other & 1 == 0)]
    return ones, ones ^ (1 << one | 1 << other)


def _both(kinds: int, pairs: Sequence[Pair]) -> NDArray[np.float64]:
    """For each combination (row) and pair (column) whether both are in it."""
    numbers = np.arange(1 << kinds)
    found = np.zeros((1 << kinds, len(pairs)))
    for place, (one, other) in enumerate(pairs):
        found[:, place] = (numbers >> one) & (numbers >> other) & 1
    return found


def _compared(observed: int, drawn: NDArray[np.float64]) -> Drawn:
    as_many = 1 + int(np.count_nonzero(drawn >= observed))
    as_few = 1 + int(np.count_nonzero(drawn <= observed))
    return Drawn(
        observed=observed,
        mean=float(drawn.mean()),
        low=int(np.quantile(drawn, _OUTER, method="lower")),
        high=int(np.quantile(drawn, 1 - _OUTER, method="higher")),
        p=min(1.0, 2 * min(as_many, as_few) / (len(drawn) + 1)),
        is_fixed=bool(drawn.min() == drawn.max()),
    )
