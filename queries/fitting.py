"""With which weights the scores of `scores.py` find ties that were hidden: fitted on the ties at hand. Pure."""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from queries.holdout import at_most, find_places, hide, may_be_hidden
from queries.scores import Weights, pagerank, popularity
from queries.ties import Side
from queries.traits import by_traits

USUAL = Weights(popularity=0.0, traits=0.03)
"""The weights where there are too few ties to fit any: popularity helps some graphs and spoils others."""
FEWEST = 50
"""From so many ties on weights are fitted, and methods are compared."""
_PARTS = (0.0, 0.01, 0.03, 0.1)
_SHARE, _TIMES = 0.03, 20
"""Few are hidden, often: what is left is then most like the graph the weights are for."""
_ASKED = 200


def fit_weights(side: Side, *, seed: int = 0) -> Weights:
    """The weights by which ties of these that were hidden come first, by mean reciprocal rank; `USUAL` if too few.

    Of those no worse than the best by more than the standard error of the difference the smallest are taken.
    """
    has_traits = bool(side.own_traits or side.other_traits)
    grid = [Weights(popularity=one, traits=other) for one, other in product(_PARTS, _PARTS if has_traits else (0.0,))]
    if side.size < FEWEST or not len(may_be_hidden(side)):
        return USUAL if has_traits else Weights()
    reached = np.array([_reached(side, grid, seed=seed * _TIMES + number) for number in range(_TIMES)])
    means = reached.mean(axis=0)
    best = int(np.argmax(np.round(means, 9)))
    error = (reached - reached[:, [best]]).std(axis=0, ddof=1) / np.sqrt(_TIMES)
    enough = [one for one, mean, less in zip(grid, means, error, strict=True) if mean >= means[best] - less - 1e-9]
    return min(enough, key=lambda one: one.popularity + one.traits)


def _reached(side: Side, grid: list[Weights], *, seed: int) -> NDArray[np.float64]:
    """By weights the mean of 1 / place over ties hidden once."""
    split = at_most(hide(side, seed=seed, share=_SHARE), _ASKED, seed=seed)
    asked = split.asked.tolist()
    walked, popular, alike = pagerank(split.side, asked), popularity(split.side), by_traits(split.side, asked)
    scored = (walked + one.popularity * popular + one.traits * alike for one in grid)
    return np.array([float(np.mean(1 / find_places(split, scores, seed=seed).places)) for scores in scored])
