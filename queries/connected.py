"""The third source of partners: who sits elsewhere with those who sit here, over shared memberships. Pure.

Personalised PageRank from `scores.py`, told in the ways that add up to it. scipy is slow to import: import this module
where partners are asked for, not before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from queries.reasons import Amounts, Numbers, find_ways
from queries.scores import TOLERANCE, Weights, rounds, walk
from queries.suggestions import ConnectedPart, Together
from queries.ties import Side, Ties

_POINTS = 33.0
"""What one would get who is as close as the usual participant; others are much less close."""
_LEAST = 0.1
_MOST = 60
_SHOWN = 3


_Table: TypeAlias = tuple[float, str, Numbers, Amounts]
"""An initiative: what the ways over it add, its id, and over whom they lead with how much each adds."""


@dataclass(frozen=True)
class Connections:
    """How close those on the other side are to one: points by id, and what tells the parts of them.

    `by_actor`: an actor asks, else an initiative. `visits` are the scores of shorter walks.
    """

    side: Side
    row: int
    points: Mapping[str, float]
    factor: float
    visits: Sequence[Amounts]
    by_actor: bool

    @cached_property
    def _tied(self) -> NDArray[np.bool_]:
        """Which of the others are tied to the one who asks."""
        found = np.zeros(len(self.side.others), np.bool_)
        found[self.side.others_of(self.row)] = True
        return found

    def part(self, id: str, names: Mapping[str, str]) -> ConnectedPart:
        """The points of one in parts: where it sits with whom. `names` are by id."""
        shown = sorted(self._tables(id), key=lambda one: (-one[0], names[one[1]], one[1]))[:_SHOWN]
        told = tuple(self._together(points, table, actors, amounts, names) for points, table, actors, amounts in shown)
        points = self.points[id]
        return ConnectedPart(points, id, names[id], told, round(points - sum(one.points for one in told), 2))

    def _tables(self, id: str) -> Iterator[_Table]:
        """The ways over what is shared, for each initiative in which they lead over somebody."""
        column = self.side.column(id)
        first, then, amounts = find_ways(self.side, self.row, column, Weights().restart, self.visits, among=self._tied)
        tables, actors = (first, then) if self.by_actor else (then, first)
        order = np.lexsort((actors, tables))
        tables, actors, amounts = tables[order], actors[order], amounts[order]
        ids = self.side.others if self.by_actor else self.side.own
        starts = np.flatnonzero(np.diff(tables, prepend=-1))
        for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(tables)], strict=True):
            points = round(self.factor * float(np.sum(amounts[start:end])), 2)
            if points:
                yield points, ids[int(tables[start])], actors[start:end], amounts[start:end]

    def _together(
        self, points: float, table: str, actors: Numbers, amounts: Amounts, names: Mapping[str, str]
    ) -> Together:
        ids = self.side.own if self.by_actor else self.side.others
        who = [(ids[actor], amount) for actor, amount in zip(actors.tolist(), amounts.tolist(), strict=True)]
        ranked = sorted((-amount, names[id], id) for id, amount in who)
        return Together(
            table, names[table], tuple(id for *_, id in ranked), tuple(name for _, name, _ in ranked), points
        )


def connections(ties: Ties, id: str, *, by_actor: bool = False) -> Connections | None:
    """Who is close to the initiative (or the actor) with this id and not tied to it yet; None where nobody is tied."""
    side, weights = ties.from_actors if by_actor else ties.from_initiatives, Weights()
    row = side.row(id)
    tied = side.others_of(row)
    if not len(tied):
        return None
    times = rounds(weights.restart, TOLERANCE)
    *visits, scores = (found[0] for found in walk(side, [row], restart=weights.restart, times=times))
    factor = _POINTS / float(np.mean(scores[tied]))
    scores[tied] = 0
    told = ((side.others[number], round(float(scores[number]) * factor, 2)) for number in _best(scores, _MOST))
    points = {id: points for id, points in told if points >= _LEAST}
    return Connections(side, row, points, factor, visits, by_actor)


def _best(scores: Amounts, most: int) -> list[int]:
    """The places of the highest scores above 0, of equals the first."""
    above = np.flatnonzero(scores)
    if len(above) > most:
        least = np.partition(scores[above], -most)[-most]
        above = above[scores[above] >= least]
    found: list[int] = above[np.lexsort((above, -scores[above]))][:most].tolist()
    return found
