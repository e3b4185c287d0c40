"""Who takes part in what, as a sparse matrix. From the facts of `snapshot.py` or a network; next: `scores.py`. Pure.

scipy is slow to import: import this module where scores are asked for, not before.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from queries.answers import InitiativeRow
from queries.facts import Facts
from queries.network import Network, stands

Matrix: TypeAlias = "csr_array[np.float64, tuple[int, int]]"
Trait: TypeAlias = NDArray[np.int64]
"""By actor the number of its value, from 0; -1 where none is known."""


@dataclass(frozen=True, eq=False)
class Side:
    """The ties as one end of them asks: `out` has a row for each of its `own` ids, a column for each of the `others`.

    `back` is `out` transposed. Every entry is 1. The actors' traits stand where the actors are.
    """

    own: tuple[str, ...]
    others: tuple[str, ...]
    out: Matrix
    back: Matrix
    own_traits: tuple[Trait, ...] = ()
    other_traits: tuple[Trait, ...] = ()

    @cached_property
    def degrees(self) -> NDArray[np.float64]:
        """How many of the others each of its own is tied to."""
        return _counted(self.out)

    @cached_property
    def other_degrees(self) -> NDArray[np.float64]:
        """How many of its own each of the others is tied to."""
        return _counted(self.back)

    @property
    def size(self) -> int:
        """How many ties there are."""
        return len(self.out.indices)

    def row(self, id: str) -> int:
        """The row of one of its own; raises KeyError."""
        return _number(self.own, id)

    def column(self, id: str) -> int:
        """The column of one of the others; raises KeyError."""
        return _number(self.others, id)

    def others_of(self, row: int) -> NDArray[np.int64]:
        """The columns of those tied to a row, sorted."""
        return _entries(self.out, row)

    def own_of(self, column: int) -> NDArray[np.int64]:
        """The rows of those tied to a column, sorted."""
        return _entries(self.back, column)


@dataclass(frozen=True, eq=False)
class Ties:
    """Actors (no groups) and initiatives, sorted by id, and which actor (row) is in which initiative (column): 1 or 0.

    `across` is the `matrix` transposed; see `traits.py` for what actors have in common.
    """

    actors: tuple[str, ...]
    initiatives: tuple[str, ...]
    matrix: Matrix
    across: Matrix
    traits: tuple[Trait, ...] = ()

    @cached_property
    def from_actors(self) -> Side:
        """As an actor asks."""
        return Side(self.actors, self.initiatives, self.matrix, self.across, own_traits=self.traits)

    @cached_property
    def from_initiatives(self) -> Side:
        """As an initiative asks."""
        return Side(self.initiatives, self.actors, self.across, self.matrix, other_traits=self.traits)


def ties_of(facts: Facts, *, date: str | None = None) -> Ties:
    """The participations that stand at the date (default: today), one entry a pair; those without any are there too."""
    actors = [id for id, row in facts.nodes.items() if not row.is_group]
    known = {*actors}
    pairs = (
        (link.participant_id, link.initiative_id)
        for link in facts.links
        if link.participant_id in known and link.initiative_id in facts.initiatives and stands(link.evidence, date=date)
    )
    return make_ties(pairs, actors=actors, initiatives=facts.initiatives)


def ties_of_network(network: Network) -> Ties:
    """The same from a network, which stands at its date already."""
    initiatives = {id for id, row in network.nodes.items() if isinstance(row, InitiativeRow)}
    pairs = ((actor, id) for id in initiatives for actor in network.table_of(id))
    return make_ties(pairs, actors=network.nodes.keys() - initiatives, initiatives=initiatives)


def make_ties(pairs: Iterable[tuple[str, str]], *, actors: Iterable[str] = (), initiatives: Iterable[str] = ()) -> Ties:
    """The ties of (actor, initiative) pairs, in any order and repeated or not; further ids have no tie."""
    found = sorted({*pairs})
    rows = tuple(sorted({*actors, *(actor for actor, _ in found)}))
    columns = tuple(sorted({*initiatives, *(initiative for _, initiative in found)}))
    row_of, column_of = ({id: number for number, id in enumerate(ids)} for ids in (rows, columns))
    matrix = ties_matrix(
        np.array([row_of[actor] for actor, _ in found], dtype=np.int64),
        np.array([column_of[initiative] for _, initiative in found], dtype=np.int64),
        shape=(len(rows), len(columns)),
    )
    return Ties(rows, columns, matrix, transposed(matrix))


def ties_matrix(rows: NDArray[np.int64], columns: NDArray[np.int64], *, shape: tuple[int, int]) -> Matrix:
    """A matrix with 1 at these places, each given once."""
    matrix = csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    matrix.sort_indices()
    return matrix


def transposed(matrix: Matrix) -> Matrix:
    """The same with rows for columns, again by rows."""
    turned = csr_array(matrix.T)
    turned.sort_indices()
    return turned


def _number(ids: Sequence[str], id: str) -> int:
    place = bisect_left(ids, id)
    if place == len(ids) or ids[place] != id:
        raise KeyError(id)
    return place


def _counted(matrix: Matrix) -> NDArray[np.float64]:
    """How many entries each row has; kept for many askers, so that nobody may change it."""
    counts: NDArray[np.float64] = np.diff(matrix.indptr).astype(np.float64)
    counts.setflags(write=False)
    return counts


def _entries(matrix: Matrix, row: int) -> NDArray[np.int64]:
    return matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]].astype(np.int64)
