"""How well hidden ties were found, in figures: over all of them, and the spread over the seeds. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from queries.holdout import Places


@dataclass(frozen=True, slots=True)
class Spread:
    """The mean over the seeds, and their standard deviation."""

    mean: float
    deviation: float


@dataclass(frozen=True, slots=True)
class Figures:
    """All in 0..1, 1 for the best.

    `mrr`: the mean of 1 / place. `hit_1`, `hit_5`, `hit_10`: the part found among the first so many. `auc`: the part of
    others that came below a hidden tie. `aupr`: of each who asks the mean precision at its hidden ties (the area under
    precision and recall), and the mean of that.
    """

    mrr: Spread
    hit_1: Spread
    hit_5: Spread
    hit_10: Spread
    auc: Spread
    aupr: Spread


def figures(found: Sequence[Places]) -> Figures:
    """The figures of one or more seeds, each with a place or more."""
    return Figures(
        mrr=spread(found, lambda one: _mean(1 / one.places)),
        hit_1=spread(found, lambda one: _mean(one.places <= 1)),
        hit_5=spread(found, lambda one: _mean(one.places <= 5)),
        hit_10=spread(found, lambda one: _mean(one.places <= 10)),
        auc=spread(found, lambda one: _mean(one.above)),
        aupr=spread(found, _mean_precision),
    )


def spread(found: Sequence[Places], measure: Callable[[Places], float]) -> Spread:
    """A measure's mean and standard deviation over the seeds (0 for one seed)."""
    values = [measure(one) for one in found]
    return Spread(float(np.mean(values)), float(np.std(values, ddof=1)) if len(values) > 1 else 0.0)


def _mean(values: NDArray[np.float64] | NDArray[np.bool_]) -> float:
    return float(np.mean(values))


def _mean_precision(one: Places) -> float:
    of_row = np.unique(one.rows, return_inverse=True)[1].reshape(-1)
    return float(np.mean(np.bincount(of_row, weights=one.precision) / np.bincount(of_row)))
