"""With which weights the scores of `scores.py` find ties that were hidden: fitted on the ties at hand. Pure."""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from queries.holdout import at_most, find_places, hide, may_be_hidden
from queries.scores import Weights, pagerank, popularity
from queries.ties import Side
from queries.traits import by_traits

USUAL = Weights(popularity=0.00003, traits=0.01)
"""What did well on every graph measured (docs/partners.md): so little popularity orders those nobody leads to.

More popularity helps some graphs and spoils others: the ties of a graph must speak for it.
"""
FEWEST = 50
"""From so many ties on weights are fitted, and methods are compared."""
_PARTS = (0.00003, 0.003, 0.01, 0.03)
CAUTION = 2.0
"""By so many standard errors other weights must be better than the usual ones."""
_SHARE, _TIMES = 0.03, 20
"""Few are hidden, often: what is left is then most like the graph the weights are for."""
_ASKED, _SCORES = 200, 1_000_000
"""So many rows are asked each time, and no more than have so many scores."""


def fit_weights(side: Side, *, seed: int = 0, caution: float = CAUTION) -> Weights:
    """The weights by which ties of these that were hidden come first, by mean reciprocal rank.

    `USUAL`, unless others are better by more than so many standard errors of the difference: then the best.
    """
    grid = [Weights(popularity=one, traits=other) for one, other in product(_PARTS, _PARTS)]
    if side.size < FEWEST or not len(may_be_hidden(side)):
        return USUAL
    reached = np.array([_reached(side, grid, seed=seed * _TIMES + number) for number in range(_TIMES)])
    gained = reached - reached[:, [grid.index(USUAL)]]
    best = int(np.argmax(np.round(gained.mean(axis=0), 9)))
    error = gained[:, best].std(ddof=1) / np.sqrt(_TIMES)
    return grid[best] if gained[:, best].mean() > caution * error else USUAL


def _reached(side: Side, grid: list[Weights], *, seed: int) -> NDArray[np.float64]:
    """By weights the mean of 1 / place over ties hidden once."""
    split = at_most(hide(side, seed=seed, share=_SHARE, most=2 * _ASKED), _ASKED, seed=seed, scores=_SCORES)
    asked = split.asked.tolist()
    walked, popular, alike = pagerank(split.side, asked), popularity(split.side), by_traits(split.side, asked)
    scored = (walked + one.popularity * popular + one.traits * alike for one in grid)
    return np.array([float(np.mean(1 / find_places(split, scores, seed=seed).places)) for scores in scored])
