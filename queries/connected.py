"""The third source of partners: who sits elsewhere with those who sit here, over shared memberships. Pure.

Personalised PageRank from `scores.py`, told in the ways that add up to it. scipy is slow to import: import this module
where partners are asked for, not before.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from queries.reasons import Reasons, explain
from queries.scores import Weights, mixture
from queries.suggestions import ConnectedPart, Together
from queries.ties import Side

_POINTS = 33.0
"""What one would get who is as close as the usual participant; others are much less close."""
_LEAST = 0.1
_MOST = 60
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Connections:
    """How close those on the other side are to one: points by id, and what tells the parts of them."""

    side: Side
    row: int
    points: Mapping[str, float]
    factor: float

    def part(self, id: str, names: Mapping[str, str], initiatives: frozenset[str]) -> ConnectedPart:
        """The points of one in parts: where it sits with whom. `names` are by id, `initiatives` the ids of those."""
        (reasons,) = explain(self.side, self.row, [self.side.column(id)], Weights())
        told = [*_together(reasons, names, initiatives, self.factor)]
        shown = sorted(told, key=lambda one: (-one.points, one.initiative, one.initiative_id))[:_SHOWN]
        points = self.points[id]
        return ConnectedPart(points, id, names[id], tuple(shown), round(points - sum(one.points for one in shown), 2))


def connections(side: Side, id: str, *, without: Iterable[str] = ()) -> Connections | None:
    """Who is close to the one with this id and not tied to it yet; None where it is tied to nobody.

    `without` are others not to be told.
    """
    row = side.row(id)
    tied = side.others_of(row)
    if not len(tied):
        return None
    scores = mixture(side, [row], Weights())[0]
    factor = _POINTS / float(np.mean(scores[tied]))
    scores[tied] = 0
    barred = {*without}
    best = np.lexsort((np.arange(len(scores)), -scores))[: _MOST + len(barred)]
    told = ((side.others[number], round(float(scores[number]) * factor, 2)) for number in best.tolist())
    return Connections(side, row, {id: points for id, points in told if points >= _LEAST and id not in barred}, factor)


def _together(
    reasons: Reasons, names: Mapping[str, str], initiatives: frozenset[str], factor: float
) -> Iterator[Together]:
    """The ways over what is shared, one for each initiative in which they lead over somebody."""
    found: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for way in reasons.ways:
        table, actor = (way.first, way.then) if way.first in initiatives else (way.then, way.first)
        if way.is_shared:
            found[table].append((way.amount, actor))
    for table, ways in found.items():
        ranked = sorted(ways, key=lambda way: (-way[0], names[way[1]], way[1]))
        points = round(factor * sum(amount for amount, _ in ways), 2)
        actors = tuple(dict.fromkeys(actor for _, actor in ranked))
        if points:
            yield Together(table, names[table], actors, tuple(names[actor] for actor in actors), points)
