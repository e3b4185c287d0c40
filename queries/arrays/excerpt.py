"""The part of the whole graph that tells about some who could be asked: the tables and seats that count for them. Pure.

From `shortlist.py`; in it `seeking.py` finds of them what it would find in the whole.
"""

from collections.abc import Collection, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from queries.arrays.likeness import Weighed
from queries.arrays.rows import NodeNames, actor_row, initiative_row
from queries.arrays.shape import ACTOR, Bytes, Numbers
from queries.arrays.surroundings import KIND_CODES, Surroundings
from queries.asked import Asked
from queries.landscape import Landscape, Surrounding, code_of, content_words
from queries.neighbourhood import AT_LEAST, NAMES, SAME_KIND, SHOWN, SPEAKING
from queries.whole import Whole

_LEAST = round(100 * AT_LEAST)
_OF_SAME_KIND = np.array([round(100 * round(weight / 100 * SAME_KIND, 2)) for weight in range(101)], np.uint8)


def excerpt(
    around: Surroundings, table: int, weighed: Weighed, competent: Collection[Asked], numbers: Iterable[int]
) -> Whole:
    """What there is about the initiative at this table, about these bodies and these nodes."""
    return _Excerpt(around, weighed).whole(table, competent, numbers)


class _Excerpt:
    def __init__(self, around: Surroundings, weighed: Weighed) -> None:
        self._around = around
        self._weights = weighed.weights
        self._ranks = around.names.ranks[around.tables]
        self._seats: set[int] = set()
        self._tables: set[int] = set()
        self._of_kind: dict[int, Numbers] = {}

    def whole(self, table: int, competent: Collection[Asked], numbers: Iterable[int]) -> Whole:
        around, sorts = self._around, self._around.arrays.nodes.sorts
        for number in numbers:
            if sorts[number] == ACTOR:
                self._take([number])
                self._seats.update(self._wholes(around.key(number)))
        for asked in competent:
            own = [*around.nodes_of(asked.key), *self._wholes(asked.key)]
            code = code_of(asked.actor_kind, asked.chamber_type) if asked.actor_kind else ""
            self._take_kind(code, self._take(own))
        actors = {row.id: row for row in (actor_row(around.arrays, number) for number in sorted(self._seats))}
        tables = [*self._tables, table]
        seated: dict[int, list[str]] = {one: [] for one in tables}
        for number, id in zip(sorted(self._seats), actors, strict=True):
            for one in around.tables_of([number]).tolist():
                if one in seated:
                    seated[one].append(id)
        found = (self._surrounding(one, seated[one]) for one in tables)
        return Whole(Landscape({one.row.id: one for one in found}, actors), around.ties, NodeNames(around.arrays))

    def _wholes(self, key: str) -> Iterator[int]:
        for whole in self._around.voices.wholes(key):
            yield from self._around.nodes_of(whole)

    def _take(self, numbers: list[int]) -> Numbers:
        """Take up these nodes and the best of the tables at which they sit; gives all these that count."""
        self._seats.update(numbers)
        tables = self._around.tables_of(numbers)
        counting = tables[self._weights[tables] >= _LEAST]
        self._tables.update(self._best(counting, self._weights).tolist())
        return counting

    def _take_kind(self, code: str, own: Numbers) -> None:
        """Take up the best tables at which others of the kind sit, with the first of them."""
        if code not in SPEAKING:
            return
        bit = KIND_CODES.index(code)
        if bit not in self._of_kind:
            counting = (self._weights >= _LEAST) & (self._around.seated >> bit & 1 > 0)
            self._of_kind[bit] = np.flatnonzero(counting).astype(np.int32)
        others = self._of_kind[bit]
        for table in self._best(others[~np.isin(others, own)] if len(own) else others, _points_of_kind(self._weights)):
            self._tables.add(int(table))
            who = self._around.seats_of(int(table))
            who = who[self._around.codes[who] == bit]
            self._seats.update(who[np.argsort(self._around.names.ranks[who])][:NAMES].tolist())

    def _best(self, tables: Numbers, points: Bytes) -> Numbers:
        """Those with the most points; of equals those first by name."""
        if len(tables) > SHOWN:
            least = np.partition(points[tables], -SHOWN)[-SHOWN]
            tables = tables[points[tables] >= least]
        found: Numbers = tables[np.lexsort((self._ranks[tables], -points[tables].astype(np.int16)))][:SHOWN]
        return found

    def _surrounding(self, table: int, seats: list[str]) -> Surrounding:
        around = self._around
        row = initiative_row(around.arrays, int(around.tables[table]))
        bits = int(around.kinds[table])
        return Surrounding(
            row=row,
            place=around.territories[int(around.lies[around.tables[table]])],
            seats=tuple(seats),
            groups=(),
            kinds=frozenset(code for bit, code in enumerate(KIND_CODES) if bits >> bit & 1),
            words=content_words(row.name, *row.topics),
            counts=bool(around.counts[table]),
        )


def _points_of_kind(weights: Bytes) -> NDArray[np.uint8]:
    found: NDArray[np.uint8] = _OF_SAME_KIND[weights]
    return found
