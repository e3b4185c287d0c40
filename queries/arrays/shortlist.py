"""Who may be among the best partners of an initiative, out of everybody: points by number, as `seeking.py` gives them.

Of few it has to be told who they are; of all how many there are. From `surroundings.py`; next: `excerpt.py`. Pure.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.keys import fold
from queries.arrays.likeness import Weighed, classes_of, weigh_tables
from queries.arrays.rows import actor_row, initiative_row
from queries.arrays.shape import INITIATIVE, INTEREST_KINDS, NO_NODE, Numbers
from queries.arrays.surroundings import Flags, Surroundings
from queries.asked import Asked, ask_actor, ask_initiative
from queries.asking import Asking
from queries.connected import Connections
from queries.interests import FOR_IT, WANTED, worth
from queries.nearness import Lies
from queries.neighbourhood import AT_LEAST, SHOWN

_SEATS_ADD = round(100 * AT_LEAST)
_LIES = tuple(Lies)


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The nodes to be looked at, by number, sorted: the best, and all that need be told apart; `further` is how many
    others there is a reason for. `weighed` are the tables.
    """

    numbers: tuple[int, ...]
    further: int
    weighed: Weighed


def list_shortly(
    around: Surroundings,
    asking: Asking,
    competent: Collection[Asked],
    found: Connections | None,
    *,
    sought: Iterable[int] = (),
    most: int,
) -> Shortlist:
    """The `most` best and more, less those who are `competent`: they are known.

    `found` are those connected, `sought` those whom the initiative itself seeks.
    """
    return _Totals(around, asking, competent, found, sought).shortlist(most)


class _Totals:
    """Hundredths of points by node, each source for itself: of nodes with one key the first has them."""

    def __init__(
        self,
        around: Surroundings,
        asking: Asking,
        competent: Collection[Asked],
        found: Connections | None,
        sought: Iterable[int],
    ) -> None:
        self._around = around
        self._asking = asking
        self._sorts = around.arrays.nodes.sorts
        self._told = {asked.key for asked in competent}
        self._told_names = {fold(asked.name) for asked in competent}
        self._there = self._flags(self._all_there())
        self._barred = self._there | self._flags(self._all_kin()) | self._flags(self._all_told())
        ids = around.arrays.nodes.ids
        self._own = [number for id in asking.circle.ids if (number := ids.find(id)) is not None]
        table = int(around.places[ids.find(asking.circle.row.id) or 0])
        self.weighed = weigh_tables(around, table, asking.place, without=around.places[self._own].tolist())
        self._beside = self._neighbours()
        self._tied = self._connected(found)
        self._sought = [*sought]
        self._wanted = self._interested()
        for group in around.registered.values():
            if len(group) > 1:
                self._gather(group)
        self._totals = self._beside + self._tied + self._wanted

    def shortlist(self, most: int) -> Shortlist:
        """Those to be looked at."""
        totals = self._totals
        declined, twins = self._declined(), self._twins()
        kept = {*declined, *twins, *(number for number in self._sought if totals[number])}
        open_totals = totals.copy()
        open_totals[[*kept]] = 0
        kept.update(_best(open_totals, self._around.names.ranks, most + len(twins)))
        further = int(np.count_nonzero(totals)) - len(kept)
        same = {number for one in kept for number in self._same(one)}
        return Shortlist(tuple(sorted(same)), further, self.weighed)

    def _same(self, number: int) -> tuple[int, ...]:
        if self._sorts[number] == INITIATIVE:
            return (number,)
        return self._around.nodes_of(self._around.key(number)) or (number,)

    def _flags(self, numbers: Iterable[int]) -> Flags:
        found = np.zeros(len(self._sorts), np.bool_)
        found[[*numbers]] = True
        return found

    def _all_there(self) -> set[int]:
        circle, presence, ids = self._asking.circle, self._asking.presence, self._around.arrays.nodes.ids
        found = {number for id in circle.kin if (number := ids.find(id)) is not None}
        found |= {number for key in presence.keys for number in self._around.nodes_of(key)}
        bearers = self._around.names.all_bearers(presence.names)
        return found | {number for number in bearers if number not in found and presence.is_there(self._asked(number))}

    def _asked(self, number: int) -> Asked:
        arrays = self._around.arrays
        if self._sorts[number] == INITIATIVE:
            return ask_initiative(initiative_row(arrays, number))
        return ask_actor(actor_row(arrays, number))

    def _all_kin(self) -> Iterable[int]:
        presence = self._asking.presence
        for key in presence.wholes:
            yield from self._around.nodes_of(key)
        for key in presence.keys if self._around.parts else ():
            yield from self._around.parts.get(key, ())

    def _all_told(self) -> Iterable[int]:
        keys = frozenset(self._told)
        for key in keys | self._asking.wholes_of(keys):
            yield from self._around.nodes_of(key)

    def _neighbours(self) -> Numbers:
        """What the seats elsewhere add, by node, for those who reach the place."""
        around, tables = self._around, self._around.ties.matrix.indices
        counting = self.weighed.weights >= _SEATS_ADD
        meeting = self._around.located
        if np.any(beside := counting & self.weighed.beside):
            meeting = meeting.copy()
            meeting[around.sitting[beside[tables]]] = True
        points = np.zeros(len(self._sorts), np.int32)
        if not np.any(meeting):
            return points
        told = np.flatnonzero(counting[tables] & meeting[around.sitting])
        points[around.seats] = _sum_of_best(around.sitting[told], self.weighed.weights[tables[told]], len(meeting))
        points[self._barred] = 0
        points[~self._open(np.flatnonzero(points))] = 0
        return points

    def _open(self, numbers: NDArray[np.integer]) -> Flags:
        """Which of these nodes reach the place."""
        around, reach = self._around, self._asking.reach
        found = np.zeros(len(self._sorts), np.bool_)
        lies = around.lies[numbers]
        for place in np.unique(lies).tolist():
            found[numbers[lies == place]] = reach.reaches(around.territories[place])
        wanted = {*numbers.tolist()} if around.registered else set[int]()
        for group in around.registered.values():
            for number in group:
                if number in wanted:
                    found[number] = reach.is_open(actor_row(around.arrays, number))
        return found

    def _connected(self, found: Connections | None) -> Numbers:
        """What shared memberships add: to those who are told already also what the ones they are a part of have."""
        points = np.zeros(len(self._sorts), np.int32)
        around, ids = self._around, self._around.arrays.nodes.ids
        told = found.points.items() if found else ()
        tied = {number: value for id, value in told if (number := ids.find(id)) is not None}
        keys = {number: around.key(number) for number in tied}
        for number, key in keys.items():
            same, parts = around.nodes_of(key), around.parts.get(key, ()) if around.parts else ()
            drafted = [one for one in {*same, *parts} if self._beside[one]]
            for one in drafted:
                points[one] = self._tie_of(one, tied)
            is_free = not self._barred[number] and not drafted
            if is_free and self._asking.reach.is_open(actor_row(around.arrays, number)):
                points[number] = round(100 * tied[number])
        return points

    def _tie_of(self, number: int, tied: dict[int, float]) -> int:
        """What the nearest of it and of what it is a part of has."""
        key = self._around.key(number)
        for one in (key, *self._around.voices.wholes(key)):
            nodes = self._around.nodes_of(one)
            if nodes and nodes[-1] in tied:
                return round(100 * tied[nodes[-1]])
        return 0

    def _interested(self) -> Numbers:
        points = np.zeros(len(self._sorts), np.int32)
        around, told = self._around, self._around.arrays.relations
        holders, targets = told.interests.sources, told.interests.targets
        if len(holders):
            classes = classes_of(around, self._asking.place)
            afar = len(_LIES)
            lies = classes[around.lies[holders]]
            beyond = (lies == afar) & (targets != NO_NODE)
            lies[beyond] = classes[around.lies[targets[beyond]]]
            worths = [[round(100 * worth(kind, one, self._asking.place)) for one in _LIES] for kind in INTEREST_KINDS]
            added = np.array([[*row, 0] for row in worths], np.int32)[told.interest_kinds, lies]
            added[np.isin(targets, self._own)] = round(100 * FOR_IT)
            added[np.isin(holders, self._own)] = 0
            np.maximum.at(points, holders, added)
        points[self._sought] = round(100 * WANTED)
        points[self._there] = 0
        points[[number for key in self._told for number in around.nodes_of(key)]] = 0
        return points

    def _gather(self, group: tuple[int, ...]) -> None:
        """Nodes with one key are one: of each source the most counts."""
        nodes = [*group]
        for points in (self._beside, self._tied, self._wanted):
            most = points[nodes].max()
            points[nodes] = 0
            points[nodes[0]] = most

    def _declined(self) -> set[int]:
        """Those who have said no themselves, or are a part of who has."""
        around, found = self._around, set[int]()
        for key in self._asking.presence.refusing:
            found |= {*around.nodes_of(key), *around.parts.get(key, ())}
            number = around.arrays.nodes.ids.find(key)
            found |= set() if number is None else {number}
        return {number for number in found if self._totals[number]}

    def _twins(self) -> set[int]:
        """The initiatives that have the name of an actor, with these."""
        found = set[int]()
        names = self._around.names
        for number in np.flatnonzero((self._totals > 0) & (self._sorts == INITIATIVE)).tolist():
            name = names.folded[int(names.ranks[number])]
            alike = {one for one in names.called(name) if self._totals[one]}
            if len(alike) > 1 or name in self._told_names:
                found |= alike
        return found


def _sum_of_best(seats: Numbers, weights: NDArray[np.uint8], count: int) -> Numbers:
    """By seat the sum of its best weights; `seats` are sorted."""
    order = np.sort((seats.astype(np.int64) << 8) | (255 - weights))
    sorted_seats, sorted_weights = order >> 8, 255 - (order & 255)
    counted = np.arange(len(order)) - _begins(sorted_seats) < SHOWN
    return np.bincount(sorted_seats[counted], weights=sorted_weights[counted], minlength=count).astype(np.int32)


def _begins(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of each of these sorted numbers where its like begin."""
    starts = np.flatnonzero(np.diff(numbers, prepend=-1))
    return np.repeat(starts, np.diff(starts, append=len(numbers)))


def _best(totals: Numbers, ranks: Numbers, most: int) -> list[int]:
    """The numbers with the highest totals above 0, of equals those first by rank."""
    above = np.flatnonzero(totals)
    if len(above) > most:
        least = np.partition(totals[above], -most)[-most]
        higher, equal = above[totals[above] > least], above[totals[above] == least]
        lacking = most - len(higher)
        equal = equal[np.argpartition(ranks[equal], lacking - 1)[:lacking]] if lacking < len(equal) else equal
        above = np.concatenate((higher, equal))
    found: list[int] = above[np.lexsort((ranks[above], -totals[above]))].tolist()
    return found
