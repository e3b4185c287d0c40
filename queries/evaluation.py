"""How well partners are found: ties of the graph are hidden, and every method is asked to find them again.

From `ties.py`, `scores.py` and `holdout.py`; next: `evaluate partners` prints it. The protocol is that of
docs/partners.md: 15 % of the ties hidden ten times (or each tie once), both ends keep a tie, known ties are left out of
the ranking, equal scores are ordered by lot, weights are fitted on what is left.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from graph.store import Store
from queries.fitting import FEWEST, fit_weights
from queries.holdout import (
    Floats,
    Numbers,
    Places,
    Split,
    at_most,
    find_places,
    hide,
    hide_these,
    joined,
    may_be_hidden,
)
from queries.measures import Figures, Spread, figures, spread
from queries.named import NodeSort
from queries.pausing import collection_paused
from queries.scores import Weights, mixture, pagerank, popularity, probs, resource
from queries.snapshot import read_facts
from queries.steady import steady
from queries.ties import Side, Ties, ties_of
from queries.traits import kind_of, same_traits, with_kind_and_land
from seeds.register import Register

SEEDS = 10
MOST_EACH_ONCE = 1_000
"""Up to so many ties each can be hidden once."""
_ASKED = 400


class Method(StrEnum):
    """What scores are compared, the product's first."""

    MIXTURE = "mixture"
    PAGERANK = "pagerank"
    PROBS = "probs"
    RESOURCE = "resource_allocation"
    SAME = "same_land_and_kind"
    POPULARITY = "popularity"
    RANDOM = "random"


class GroupSort(StrEnum):
    """By what the hidden ties are told apart: their actor's kind, or how many ties it was left with."""

    KIND = "kind"
    DEGREE = "degree"


@dataclass(frozen=True, slots=True)
class MethodRow:
    """A method with its figures over all hidden ties."""

    method: Method
    figures: Figures


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The hidden ties of one group, counted over all seeds: how well the product finds them, beside popularity.

    `value` is a kind (IHK and HWK apart), or "1", "2-3", "4+". Spreads over the seeds in which some were hidden.
    """

    sort: GroupSort
    value: str
    hidden: int
    mrr: Spread
    hit_10: Spread
    popularity_mrr: Spread


@dataclass(frozen=True, slots=True)
class Asked:
    """The comparison when actors are to find their initiatives, or initiatives their actors.

    `hidden` counts over all seeds; `weights` are those fitted, one for each seed.
    """

    asks: NodeSort
    hidden: int
    rows: tuple[MethodRow, ...]
    groups: tuple[GroupRow, ...]
    weights: tuple[Weights, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The comparison on these ties, from either end; nothing `asked` where there are too few or none can be hidden.

    `seeds`: how many times ties were hidden; with `each_once` the ties are in so many parts, each hidden alone.
    """

    ties: int
    actors: int
    initiatives: int
    seeds: int
    each_once: bool
    is_too_small: bool
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """What came of one seed: by method the places, the degree each hidden tie's actor was left with, the weights."""

    places: dict[Method, Places]
    degrees: Numbers
    weights: Weights


@steady
def read_ties(store: Store, register: Register, *, date: str | None = None) -> tuple[Ties, tuple[str, ...]]:
    """The ties that stand at the date (default: today), with the kind of each actor."""
    with collection_paused():
        facts = read_facts(store, register, date=date)
        ties = with_kind_and_land(ties_of(facts, date=date), facts.nodes, register)
        return ties, tuple(kind_of(facts.nodes[id]) for id in ties.actors)


def evaluate(
    ties: Ties,
    kinds: Sequence[str],
    *,
    seeds: int = SEEDS,
    each_once: bool = False,
    on_step: Callable[[int], None] = lambda _: None,
) -> Evaluation:
    """Compare the methods on these ties, `kinds` being those of the actors.

    `on_step` is told before each seed how many of 2 x `seeds` are done. Equal ties give equal figures. With fewer than
    `FEWEST` ties, or where none can be hidden, nothing is compared.
    """
    sides = {NodeSort.ACTOR: ties.from_actors, NodeSort.INITIATIVE: ties.from_initiatives}
    asked: list[Asked] = []
    for asks, side in sides.items():
        if side.size < FEWEST or not len(may_be_hidden(side)):
            break
        found: list[_Found] = []
        for number, fold in enumerate(_folds(side, seeds=seeds, each_once=each_once)):
            on_step(len(asked) * seeds + number)
            found.append(_find(fold, asks))
        asked.append(_compared(asks, found, kinds))
    actors, initiatives = (int(np.count_nonzero(side.degrees)) for side in sides.values())
    size = ties.from_actors.size
    return Evaluation(size, actors, initiatives, seeds, each_once, size < FEWEST, tuple(asked))


@dataclass(frozen=True, slots=True, eq=False)
class _Fold:
    """One seed: the ties weights are fitted on, and those hidden, in one split or each in its own."""

    seed: int
    fitted_on: Side
    splits: tuple[Split, ...]


def _folds(side: Side, *, seeds: int, each_once: bool) -> Iterator[_Fold]:
    if each_once:
        parts = np.array_split(np.random.default_rng(0).permutation(may_be_hidden(side)), seeds)
        for seed, part in enumerate(parts):
            if len(part):
                splits = tuple(hide_these(side, [tie]) for tie in part.tolist())
                yield _Fold(seed, hide_these(side, part.tolist()).side, splits)
        return
    for seed in range(seeds):
        split = hide(side, seed=seed)
        yield _Fold(seed, split.side, (at_most(split, _ASKED, seed=seed),))


def _find(fold: _Fold, asks: NodeSort) -> _Found:
    weights = fit_weights(fold.fitted_on, seed=fold.seed)
    found: dict[Method, list[Places]] = {method: [] for method in Method}
    degrees: list[Numbers] = []
    for number, split in enumerate(fold.splits):
        for method in Method:
            scores = score(split.side, split.asked.tolist(), method, weights)
            found[method].append(find_places(split, scores, seed=fold.seed * MOST_EACH_ONCE + number))
        own, others = split.side.degrees[split.rows], split.side.other_degrees[split.columns]
        degrees.append((own if asks is NodeSort.ACTOR else others).astype(np.int64))
    return _Found({method: joined(places) for method, places in found.items()}, np.concatenate(degrees), weights)


def score(side: Side, rows: Sequence[int], method: Method, weights: Weights) -> Floats:
    """The scores of these rows by a method; the mixture takes the weights."""
    match method:
        case Method.MIXTURE:
            return mixture(side, rows, weights)
        case Method.PAGERANK:
            return pagerank(side, rows)
        case Method.PROBS:
            return probs(side, rows)
        case Method.RESOURCE:
            return resource(side, rows)
        case Method.SAME:
            return same_traits(side, rows)
        case Method.POPULARITY:
            return np.tile(popularity(side), (len(rows), 1))
        case Method.RANDOM:
            return np.zeros((len(rows), len(side.others)))


def _compared(asks: NodeSort, found: Sequence[_Found], kinds: Sequence[str]) -> Asked:
    names = np.array(kinds)
    by_kind, by_degree = list[Sequence[str]](), list[Sequence[str]]()
    for one in found:
        places = one.places[Method.MIXTURE]
        by_kind.append(names[places.rows if asks is NodeSort.ACTOR else places.columns].tolist())
        by_degree.append([_degree_group(degree) for degree in one.degrees.tolist()])
    return Asked(
        asks=asks,
        hidden=sum(len(one.degrees) for one in found),
        rows=tuple(MethodRow(method, figures([one.places[method] for one in found])) for method in Method),
        groups=(*_groups(GroupSort.DEGREE, found, by_degree), *_groups(GroupSort.KIND, found, by_kind)),
        weights=tuple(one.weights for one in found),
    )


def _groups(sort: GroupSort, found: Sequence[_Found], values: Sequence[Sequence[str]]) -> Iterator[GroupRow]:
    """A row a value, sorted; `values` are those of the hidden ties of each seed."""
    for value in sorted({one for row in values for one in row}):
        chosen = [np.array([one == value for one in row]) for row in values]
        own, popular = (
            [one.places[method].only(kept) for one, kept in zip(found, chosen, strict=True) if kept.any()]
            for method in (Method.MIXTURE, Method.POPULARITY)
        )
        yield GroupRow(
            sort=sort,
            value=value,
            hidden=sum(len(one.places) for one in own),
            mrr=spread(own, _reciprocal),
            hit_10=spread(own, lambda one: float(np.mean(one.places <= 10))),
            popularity_mrr=spread(popular, _reciprocal),
        )


def _reciprocal(one: Places) -> float:
    return float(np.mean(1 / one.places))


def _degree_group(degree: int) -> str:
    return "1" if degree == 1 else "2-3" if degree <= 3 else "4+"
