"""The second source of partners: who, or whose kind, already takes part in initiatives that are near or alike. Pure."""

from collections import defaultdict
from collections.abc import Iterable

from graph.keys import fold
from queries.answers import ActorRow, Column
from queries.landscape import Landscape, kind_code
from queries.reach import Reach
from queries.resemblance import Neighbour
from queries.suggestions import Elsewhere, SameKindPart

SHOWN = 3
"""So many seats count, the weightiest."""
AT_LEAST = 0.3
"""The weight below which an initiative says nothing about another one."""
SAME_KIND = 0.5
"""The seat of another one of its kind weighs half as much as its own."""
NAMES = 2
SPEAKING = frozenset(column.value for column in Column)
"""Only kinds that gaps are asked for speak for each other: one company says nothing of another."""


class Neighbourhood:
    """Who sits in the initiatives around one."""

    def __init__(self, around: Iterable[Neighbour], landscape: Landscape) -> None:
        self._landscape = landscape
        self._seats: defaultdict[str, list[Neighbour]] = defaultdict(list)
        self._kinds: defaultdict[str, dict[str, tuple[Neighbour, list[str]]]] = defaultdict(dict)
        for other in around:
            if other.weight >= AT_LEAST:
                self._take_up(other)

    def actors(self, reach: Reach) -> list[ActorRow]:
        """Those who sit there themselves and reach the place, by id."""
        found = [self._landscape.actors[id] for id in sorted(self._seats)]
        return [actor for actor in found if reach.is_met(actor, (other.near for other in self._seats[actor.id]))]

    def part(self, nodes: Iterable[str], code: str = "") -> SameKindPart | None:
        """What seats add: those of these nodes, which are it or what it is a part of, and those of its kind's code."""
        own = {other.initiative_id: (other, id) for id in nodes for other in self._seats.get(id, ())}
        seats = [self._elsewhere(other, [id], itself=True) for other, id in own.values()]
        for id, (other, who) in self._kinds[code].items() if code in SPEAKING else ():
            if id not in own:
                seats.append(self._elsewhere(other, who, itself=False))
        best = sorted(seats, key=lambda seat: (-seat.points, fold(seat.initiative), seat.initiative_id))[:SHOWN]
        return SameKindPart(round(sum(seat.points for seat in best), 2), tuple(best)) if best else None

    def _take_up(self, other: Neighbour) -> None:
        for id in self._landscape.initiatives[other.initiative_id].seats:
            self._seats[id].append(other)
            code = kind_code(self._landscape.actors[id])
            self._kinds[code].setdefault(other.initiative_id, (other, []))[1].append(id)

    def _elsewhere(self, other: Neighbour, ids: list[str], *, itself: bool) -> Elsewhere:
        row = self._landscape.initiatives[other.initiative_id].row
        who = sorted((self._landscape.actors[id] for id in ids), key=lambda actor: (fold(actor.name), actor.id))[:NAMES]
        return Elsewhere(
            initiative_id=row.id,
            initiative=row.name,
            region_name=row.region_name,
            itself=itself,
            who=tuple(actor.name for actor in who),
            who_ids=tuple(actor.id for actor in who),
            near=other.near,
            likeness=other.likeness,
            points=round(other.weight * (1 if itself else SAME_KIND), 2),
        )
