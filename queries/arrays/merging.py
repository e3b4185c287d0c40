"""What was read again, put into the arrays in place of what was there. Pure. Next: `keeping.py`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from queries.answers import Coverage, CoverageRow
from queries.arrays.building import cells_of, nodes_of, number_parts, relation_rows, relations_of, tie_bits
from queries.arrays.origins import (
    FOREVER,
    Days,
    Listed,
    Namings,
    Origins,
    RelationPrints,
    find_days,
    find_listed,
    find_relations,
    print_of,
    prints_of,
    row_of,
    sorted_relations,
    to_bytes,
    to_day,
)
from queries.arrays.parts import BeyondError
from queries.arrays.shape import (
    GROUP,
    NO_DATE,
    NO_NODE,
    Arrays,
    Cells,
    Nodes,
    Numbers,
    Offsets,
    Pairs,
    Relations,
    Span,
    Texts,
    Ties,
    offsets,
)
from queries.arrays.splicing import Splice
from queries.coverage import MatrixOrder, matrix_order
from queries.facts import Facts
from queries.network import build_network
from queries.nodes import lands_of
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class Again:
    """What was read and judged again: all that is said of these `nodes`, and the rows of these initiatives.

    `facts` may tell more. `documents` are those whose namings are others, by id with the nodes they name.
    """

    facts: Facts
    nodes: frozenset[str]
    tables: frozenset[str]
    judged: Coverage
    documents: Mapping[str, Sequence[str]]
    gone_documents: frozenset[str]


def merge(arrays: Arrays, origins: Origins, again: Again, register: Register, *, day: str) -> tuple[Arrays, Origins]:
    """The arrays with what was read again, as on the day. Raises BeyondError where something does not fit."""
    place = _Place.of(arrays, again)
    nodes = _nodes(arrays.nodes, place, again.facts)
    lasts, begins = _days(origins, place, again.facts, day)
    told = Origins(
        namings=_namings(origins.namings, place, again),
        prints=place.splice.flat(origins.prints, prints_of(print_of(row_of(again.facts, id)) for id in place.coming)),
        lasts=lasts,
        begins=begins,
        relations=_relation_prints(origins.relations, place, again.facts),
        listed=_listed(origins.listed, place, again.facts),
        identity=to_bytes(again.facts.identity),
    )
    span = Span(day, to_day(int(lasts.min(initial=FOREVER))), to_day(int(begins.min(initial=FOREVER))))
    cells = _cells(arrays, nodes, place, again, register)
    ties = _ties(arrays.ties, nodes, place, again.facts, day)
    return Arrays(span, nodes, ties, _relations(arrays.relations, place, again.facts, day), cells), told


@dataclass(frozen=True, slots=True)
class _Place:
    """Which nodes go (`gone`, numbers of before), which come (ids, with the numbers they get), and who becomes what.

    `now` gives each number of before the new one, -1 where there is none any longer.
    """

    ids: Texts
    splice: Splice
    is_touched: NDArray[np.bool_]
    coming: tuple[str, ...]
    numbers: Mapping[str, int]
    now: Numbers

    @classmethod
    def of(cls, arrays: Arrays, again: Again) -> "_Place":
        ids, facts = arrays.nodes.ids, again.facts
        coming = tuple(sorted(id for id in again.nodes if id in facts.nodes or id in facts.initiatives))
        gone = sorted(number for id in again.nodes if (number := ids.find(id)) is not None)
        splice = Splice.of(len(ids), gone, [ids.place(id) for id in coming])
        new = np.flatnonzero(splice.flat(np.zeros(len(ids), np.bool_), np.ones(len(coming), np.bool_))).tolist()
        numbers, now = dict(zip(coming, new, strict=True)), splice.numbers()
        for number in gone:
            now[number] = numbers.get(ids[number], -1)
        is_touched = np.zeros(len(ids), np.bool_)
        is_touched[gone] = True
        return cls(ids, splice, is_touched, coming, numbers, now)

    def number(self, id: str) -> int:
        """The number that a node has now. Raises BeyondError for one that is not there."""
        if id in self.numbers:
            return self.numbers[id]
        before = self.ids.find(id)
        if before is None or self.now[before] < 0:
            raise BeyondError
        return int(self.now[before])

    def renumbered(self, numbers: Numbers) -> Numbers:
        """The numbers as they are now. Raises BeyondError where one is none any longer."""
        found: Numbers = self.now[numbers]
        if (found < 0).any():
            raise BeyondError
        return found


def _nodes(before: Nodes, place: _Place, facts: Facts) -> Nodes:
    new, splice = nodes_of([row_of(facts, id) for id in place.coming]), place.splice
    return Nodes(
        ids=splice.texts(before.ids, new.ids),
        names=splice.texts(before.names, new.names),
        sorts=splice.flat(before.sorts, new.sorts),
        kinds=splice.flat(before.kinds, new.kinds),
        chambers=splice.flat(before.chambers, new.chambers),
        regions=splice.lists(before.regions, new.regions),
        topics=splice.lists(before.topics, new.topics),
        aliases=splice.lists(before.aliases, new.aliases),
        registers=splice.lists(before.registers, new.registers),
        region_names=splice.lists(before.region_names, new.region_names),
    )


def _days(origins: Origins, place: _Place, facts: Facts, day: str) -> tuple[Days, Days]:
    numbers = {id: number for number, id in enumerate(dict.fromkeys((*facts.nodes, *facts.initiatives)))}
    coming = [numbers[id] for id in place.coming]
    lasts, begins = find_days(facts, numbers, day)
    return place.splice.flat(origins.lasts, lasts[coming]), place.splice.flat(origins.begins, begins[coming])


def _ties(before: Ties, nodes: Nodes, place: _Place, facts: Facts, day: str) -> Ties:
    """Ties between two nodes that were read again are those of the facts; all others stay."""
    count = len(nodes.ids)
    rows: Numbers = np.repeat(np.arange(len(before.starts) - 1, dtype=np.int32), np.diff(before.starts))
    stays = ~(place.is_touched[rows] & place.is_touched[before.ends])
    rows, ends, kinds = place.renumbered(rows[stays]), place.renumbered(before.ends[stays]), before.kinds[stays]
    network = build_network(facts, date=day)
    new = sorted(
        (place.numbers[one], place.numbers[other], tie_bits(ties))
        for one in place.coming
        for other, ties in network.ties.get(one, {}).items()
        if other in place.numbers
    )
    sides = np.array([number for number, _, _ in new], np.int32), np.array([number for _, number, _ in new], np.int32)
    at = np.searchsorted(_keys(rows, ends, count), _keys(*sides, count))
    rows, ends = np.insert(rows, at, sides[0]), np.insert(ends, at, sides[1])
    starts = offsets(np.bincount(rows, minlength=count))
    parts, sizes = number_parts(starts, ends, np.flatnonzero(nodes.sorts != GROUP).astype(np.int32))
    bits = np.insert(kinds, at, np.array([bit for _, _, bit in new], np.uint8))
    return Ties(starts, ends, bits, parts, sizes)


def _relations(before: Relations, place: _Place, facts: Facts, day: str) -> Relations:
    """Those between two nodes that were read again, or of one of them alone, are those of the facts; others stay."""
    new = relation_rows(facts, place.numbers, day)
    kinds = before.interest_kinds.astype(np.int32)
    held = (
        _rows(before.groups),
        _rows(before.branches),
        _rows(before.memberships),
        np.column_stack((_rows(before.interests), kinds)),
    )
    groups, branches, memberships, interests = (
        np.concatenate((_staying(rows, place), told)) for rows, told in zip(held, new, strict=True)
    )
    return relations_of(groups, branches, memberships, interests)


def _rows(pairs: Pairs) -> Numbers:
    return np.column_stack((pairs.sources, pairs.targets)).astype(np.int32)


def _staying(rows: Numbers, place: _Place) -> Numbers:
    has_target = rows[:, 1] != NO_NODE
    again = place.is_touched[rows[:, 0]] & (~has_target | place.is_touched[rows[:, 1]])
    found: Numbers = rows[~again]
    has_target = has_target[~again]
    found[:, 0] = place.renumbered(found[:, 0])
    found[has_target, 1] = place.renumbered(found[has_target, 1])
    return found


def _keys(rows: Numbers, ends: Numbers, count: int) -> Offsets:
    return rows.astype(np.int64) * count + ends


def _cells(arrays: Arrays, nodes: Nodes, place: _Place, again: Again, register: Register) -> Cells:
    before, ids = arrays.cells, arrays.nodes.ids
    touched = [number for id in again.tables if (number := ids.find(id)) is not None]
    leaving = np.flatnonzero(np.isin(before.rows, np.array(touched, np.int32))).tolist()
    numbers = {row.initiative.id: 0 for row in (*again.judged.rows, *again.judged.without_table)}
    for id in numbers:
        if (number := nodes.ids.find(id)) is None:
            raise BeyondError
        numbers[id] = number
    new = cells_of(again.judged, numbers)
    order = _Order(arrays, register)
    places = [
        *(order.place(row, 0, before.tables) for row in again.judged.rows),
        *(order.place(row, before.tables, len(before.rows)) for row in again.judged.without_table),
    ]
    splice = Splice.of(len(before.rows), leaving, places)
    held = np.ones(len(before.rows), np.bool_)
    held[leaving] = False
    renumbered = np.zeros(len(before.rows), np.int32)
    renumbered[held] = place.renumbered(before.rows[held])
    newest, theirs, dates = _dates(before, new)
    told, dates = _used(splice.flat(newest, theirs), dates)
    return Cells(
        rows=splice.flat(renumbered, new.rows),
        tables=before.tables - sum(row < before.tables for row in leaving) + new.tables,
        values=splice.flat(before.values, new.values),
        marks=splice.flat(before.marks, new.marks),
        newest=told,
        dates=dates,
    )


@dataclass(frozen=True, slots=True)
class _Order:
    """Finds where a row belongs among those that were there, which are looked up as few as need be."""

    arrays: Arrays
    register: Register

    def place(self, row: CoverageRow, first: int, last: int) -> int:
        """Before which of the rows from the first to before the last."""
        initiative = row.initiative
        wanted = matrix_order(initiative.id, initiative.name, initiative.regions, initiative.lands, self.register)
        while first < last:
            middle = (first + last) // 2
            if self._key(middle) < wanted:
                first = middle + 1
            else:
                last = middle
        return first

    def _key(self, row: int) -> MatrixOrder:
        nodes, number = self.arrays.nodes, int(self.arrays.cells.rows[row])
        regions = nodes.regions.at(number)
        lands = lands_of(regions, self.register)
        return matrix_order(nodes.ids[number], nodes.names[number], regions, lands, self.register)


def _dates(before: Cells, new: Cells) -> tuple[Numbers, Numbers, Texts]:
    """The newest dates of both by the same numbers, and the dates."""
    told = [cells.dates.some(range(len(cells.dates))) for cells in (before, new)]
    dates = sorted({*told[0], *told[1]})
    code = {date: number for number, date in enumerate(dates)}
    mine, theirs = (
        np.array([*(code[date] for date in some), NO_DATE], np.int32)[cells.newest]  # -1 is the last of them
        for some, cells in zip(told, (before, new), strict=True)
    )
    return mine, theirs, Texts.of(dates)


def _used(newest: Numbers, dates: Texts) -> tuple[Numbers, Texts]:
    is_used = np.bincount(newest[newest >= 0], minlength=len(dates)) > 0
    kept = np.append(np.cumsum(is_used) - 1, NO_DATE).astype(np.int32)
    return kept[newest], Texts.of(dates.some(np.flatnonzero(is_used).tolist()))


def _namings(before: Namings, place: _Place, again: Again) -> Namings:
    touched = {*again.documents, *again.gone_documents}
    gone = sorted(number for id in touched if (number := before.documents.find(id)) is not None)
    coming = sorted(again.documents)
    nodes = [sorted(map(place.number, again.documents[document])) for document in coming]
    starts = offsets([len(one) for one in nodes])
    splice = Splice.of(len(before.documents), gone, [before.documents.place(id) for id in coming])
    leaving = np.zeros(len(before.documents), np.bool_)
    leaving[gone] = True
    held = ~np.repeat(leaving, np.diff(before.starts))
    renumbered = np.full(len(before.nodes), -1, np.int32)
    renumbered[held] = place.renumbered(before.nodes[held])
    new = np.array([number for one in nodes for number in one], np.int32)
    found, values = splice.listed(before.starts, renumbered, starts, new)
    return Namings(splice.texts(before.documents, Texts.of(coming)), found, values)


def _relation_prints(before: RelationPrints, place: _Place, facts: Facts) -> RelationPrints:
    stays = ~(place.is_touched[before.sources] & place.is_touched[before.targets])
    new = find_relations(facts, place.numbers)
    return sorted_relations(
        np.concatenate((place.renumbered(before.sources[stays]), new.sources)),
        np.concatenate((place.renumbered(before.targets[stays]), new.targets)),
        np.concatenate((before.prints[stays], new.prints)),
    )


def _listed(before: Listed, place: _Place, facts: Facts) -> Listed:
    new = find_listed(facts, place.numbers)
    gone = np.flatnonzero(place.is_touched[before.initiatives]).tolist()
    initiatives = _shifted(before.initiatives, place)
    places = np.searchsorted(initiatives[initiatives >= 0], new.initiatives)
    held = np.flatnonzero(initiatives >= 0)
    splice = Splice.of(len(initiatives), gone, [int(held[at]) if at < len(held) else len(initiatives) for at in places])
    told = splice.flat(initiatives, new.initiatives)
    return Listed(told, splice.texts(before.quotes, new.quotes), *_named(before, place, new))


def _named(before: Listed, place: _Place, new: Listed) -> tuple[Texts, Numbers]:
    bearers = _shifted(before.bearers, place)
    gone, places = np.flatnonzero(bearers < 0).tolist(), list[int]()
    for number in range(len(new.names)):
        name, at = new.names[number], before.names.place(new.names[number])
        while at < len(before.names) and before.names[at] == name and bearers[at] < new.bearers[number]:
            at += 1
        places.append(at)
    splice = Splice.of(len(before.names), gone, places)
    return splice.texts(before.names, new.names), splice.flat(bearers, new.bearers)


def _shifted(numbers: Numbers, place: _Place) -> Numbers:
    """The numbers as they are now, -1 for nodes that were read again."""
    return np.where(place.is_touched[numbers], -1, place.now[numbers]).astype(np.int32)
