"""Ties hidden from a graph, and at which place scores of the rest find them again. Pure.

From `ties.py`; next: `measures.py` sums the places up. Random choices come from the seed alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from queries.ties import Side, ties_matrix, transposed

Numbers: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]

SHARE = 0.15
"""The part of all ties that is hidden at a time."""
_ALIKE = 1e-9
"""Scores this close, measured by the greater one, are a tie."""


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """The ties but for the hidden ones, as one end asks; `rows` and `columns` are the hidden ones, sorted."""

    side: Side
    rows: Numbers
    columns: Numbers

    @property
    def asked(self) -> Numbers:
        """The rows with a hidden tie, each once, sorted."""
        return np.unique(self.rows)


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where hidden ties came, each among the columns its row is not known to be tied to, other hidden ones left out.

    `places` count from 1, ties broken by lot; `above` in 0..1 is the part of those columns that came below it, those
    beside it counted half; `precision` the part of hidden ones among all columns down to it.
    """

    rows: Numbers
    columns: Numbers
    places: Numbers
    above: Floats
    precision: Floats

    def only(self, kept: NDArray[np.bool_]) -> "Places":
        """Those of them that are kept."""
        return Places(self.rows[kept], self.columns[kept], self.places[kept], self.above[kept], self.precision[kept])


def hide(side: Side, *, seed: int, share: float = SHARE, most: int | None = None) -> Split:
    """Hide this part of the ties, one at least and so many at `most`; both ends of a hidden tie keep another one.

    Fewer where there are no more that may be hidden.
    """
    chance = np.random.default_rng(seed)
    rows, columns = _ends(side)
    degrees, others = side.degrees.copy(), side.other_degrees.copy()
    hidden, count = list[int](), min(max(int(share * len(rows)), 1), most or len(rows))
    for one in chance.permutation(len(rows)).tolist():
        if len(hidden) == count:
            break
        row, column = rows[one], columns[one]
        if degrees[row] > 1 and others[column] > 1:
            degrees[row] -= 1
            others[column] -= 1
            hidden.append(one)
    return hide_these(side, hidden)


def hide_these(side: Side, ties: Sequence[int]) -> Split:
    """Hide the ties of these numbers, counted by rows, then columns."""
    rows, columns = _ends(side)
    kept = np.ones(len(rows), dtype=np.bool_)
    kept[[*ties]] = False
    out = ties_matrix(rows[kept], columns[kept], shape=(len(side.own), len(side.others)))
    return Split(replace(side, out=out, back=transposed(out)), rows[~kept], columns[~kept])


def may_be_hidden(side: Side) -> Numbers:
    """The numbers of the ties both of whose ends have another one, sorted."""
    rows, columns = _ends(side)
    return np.flatnonzero((side.degrees[rows] > 1) & (side.other_degrees[columns] > 1))


def at_most(split: Split, most: int, *, seed: int, scores: int = 4_000_000) -> Split:
    """The split with the hidden ties of so many of its rows, chosen by lot; fewer where they had more `scores`."""
    asked = min(most, max(scores // max(len(split.side.others), 1), 1))
    if len(split.asked) <= asked:
        return split
    chosen = np.random.default_rng(seed).choice(split.asked, asked, replace=False)
    kept = np.isin(split.rows, chosen)
    return replace(split, rows=split.rows[kept], columns=split.columns[kept])


def find_places(split: Split, scores: Floats, *, seed: int) -> Places:
    """Where the hidden ties come by these scores: a row for each of `split.asked`, a column for each of the others."""
    chance = np.random.default_rng(seed)
    of_row = np.searchsorted(split.asked, split.rows)
    candidates = scores.copy()
    for number, row in enumerate(split.asked.tolist()):
        candidates[number, split.side.others_of(row)] = -np.inf
    candidates[of_row, split.columns] = -np.inf
    found = scores[of_row, split.columns]
    margin = _ALIKE * np.abs(found)
    before, beside, total = (np.zeros(len(found), dtype=np.int64) for _ in range(3))
    for number, (row, score, near) in enumerate(zip(of_row.tolist(), found.tolist(), margin.tolist(), strict=True)):
        before[number] = np.count_nonzero(candidates[row] > score + near)
        beside[number] = np.count_nonzero(candidates[row] >= score - near) - before[number]
        total[number] = np.count_nonzero(candidates[row] > -np.inf)
    places = 1 + before + chance.integers(0, beside + 1)
    below = (total - before - 0.5 * beside) / np.maximum(total, 1)
    return Places(split.rows, split.columns, places, below, _precision(of_row, places))


def joined(found: Sequence[Places]) -> Places:
    """The places of several splits as one."""
    return Places(
        np.concatenate([one.rows for one in found]),
        np.concatenate([one.columns for one in found]),
        np.concatenate([one.places for one in found]),
        np.concatenate([one.above for one in found]),
        np.concatenate([one.precision for one in found]),
    )


def _precision(of_row: Numbers, places: Numbers) -> Floats:
    """Of each hidden tie how many of those down to it are hidden ones of its row: k / (place + k - 1) for the k-th."""
    order = np.lexsort((places, of_row))
    first = np.searchsorted(of_row[order], of_row[order])
    number = np.arange(len(order)) - first + 1
    found = np.empty(len(order))
    found[order] = number / (places[order] + number - 1)
    return found


def _ends(side: Side) -> tuple[Numbers, Numbers]:
    return np.repeat(np.arange(len(side.own)), np.diff(side.out.indptr)), side.out.indices.astype(np.int64)
