"""Facts and the matrix that was judged of them, as arrays. Pure. Next: `keeping.py`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from queries.answers import ActorRow, Cell, Coverage, Evidence, InitiativeRow
from queries.arrays.shape import (
    ACTOR,
    ACTOR_KINDS,
    CHAMBER_TYPES,
    COLUMNS,
    GROUP,
    INITIATIVE,
    INITIATIVE_TYPES,
    INTEREST_KINDS,
    MARKS,
    NO_CHAMBER,
    NO_DATE,
    NO_NODE,
    NO_PART,
    TIES,
    VALUES,
    Arrays,
    Bytes,
    Cells,
    Lists,
    Nodes,
    Numbers,
    Offsets,
    Pairs,
    Relations,
    Span,
    Texts,
    Ties,
)
from queries.dates import first_day, last_day
from queries.facts import Facts
from queries.network import NodeRow, Tie, TieKind, stands

_FOREVER = "9999-12-31"
_VALUE = {value: code for code, value in enumerate(VALUES)}
_MARK = {mark: code for code, mark in enumerate(MARKS)}
_TIE = {tie: code for code, tie in enumerate(TIES)}


def build_arrays(facts: Facts, matrix: Coverage, *, day: str) -> Arrays:
    """The arrays of these facts and of the whole matrix, which was judged on the day."""
    rows: dict[str, NodeRow] = {**facts.nodes, **facts.initiatives}
    ids = sorted(rows)
    numbers = {id: place for place, id in enumerate(ids)}
    return Arrays(
        span=find_span(_evidence(facts), day),
        nodes=nodes_of([rows[id] for id in ids]),
        ties=_ties(facts, numbers, day),
        relations=relations_of(*relation_rows(facts, numbers, day)),
        cells=cells_of(matrix, numbers),
    )


def find_span(evidence: Iterable[Evidence], day: str) -> Span:
    """The days from this one on until something that is told here begins or has ended."""
    last = begins = _FOREVER
    for item in evidence:
        if item.until is not None and day <= (end := last_day(item.until)) < last:
            last = end
        if item.since is not None and day < (start := first_day(item.since)) < begins:
            begins = start
    return Span(day, last, begins)


def _evidence(facts: Facts) -> Iterator[Evidence]:
    for told in (facts.links, facts.absences, facts.memberships, facts.branches):
        for fact in told:
            yield from fact.evidence


def nodes_of(rows: Sequence[NodeRow]) -> Nodes:
    """The nodes of these rows, in their order."""
    return Nodes(
        ids=Texts.of(row.id for row in rows),
        names=Texts.of(row.name for row in rows),
        sorts=np.array([sort_of(row) for row in rows], np.uint8),
        kinds=np.array([kind_of(row) for row in rows], np.uint8),
        chambers=np.array([chamber_of(row) for row in rows], np.uint8),
        regions=Lists.of([row.regions for row in rows]),
        topics=Lists.of([row.topics if isinstance(row, InitiativeRow) else () for row in rows]),
        aliases=Lists.of([row.aliases for row in rows]),
        registers=Lists.of([_if_told(row.register_id) if isinstance(row, ActorRow) else () for row in rows]),
        region_names=Lists.of([_if_told(row.region_name) if isinstance(row, InitiativeRow) else () for row in rows]),
    )


def sort_of(row: NodeRow) -> int:
    """Actor, group or initiative."""
    if isinstance(row, InitiativeRow):
        return INITIATIVE
    return GROUP if row.is_group else ACTOR


def kind_of(row: NodeRow) -> int:
    """The code of its kind, of an initiative its type."""
    return INITIATIVE_TYPES.index(row.type) if isinstance(row, InitiativeRow) else ACTOR_KINDS.index(row.kind)


def chamber_of(row: NodeRow) -> int:
    """The code of its type of chamber."""
    if not isinstance(row, ActorRow) or row.chamber_type is None:
        return NO_CHAMBER
    return CHAMBER_TYPES.index(row.chamber_type)


def _if_told(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def relation_rows(facts: Facts, numbers: Mapping[str, int], day: str) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Groups, branches, memberships and interests of these nodes: a row has two ends, of an interest its kind, too."""
    groups = (
        (link.participant_id, link.initiative_id)
        for link in facts.links
        if facts.nodes[link.participant_id].is_group and stands(link.evidence, date=day)
    )
    branches, memberships = (
        ((one.source, one.target or "") for one in told) for told in (facts.branches, facts.memberships)
    )
    pairs = (
        [(numbers[one], numbers[other]) for one, other in told if one in numbers and other in numbers]
        for told in (groups, branches, memberships)
    )
    interests = [
        (numbers[one.source], NO_NODE if one.target is None else numbers[one.target], INTEREST_KINDS.index(one.kind))
        for one in facts.interests
        if one.kind is not None and one.source in numbers and (one.target is None or one.target in numbers)
    ]
    first, second, third = (np.array(told, np.int32).reshape(-1, 2) for told in pairs)
    return first, second, third, np.array(interests, np.int32).reshape(-1, 3)


def relations_of(groups: Numbers, branches: Numbers, memberships: Numbers, interests: Numbers) -> Relations:
    """The relations of such rows, in whatever order they come."""
    told = np.unique(interests, axis=0)
    return Relations(
        groups=_pairs(np.unique(groups, axis=0)),
        branches=_pairs(np.unique(branches, axis=0)),
        memberships=_pairs(np.unique(memberships, axis=0)),
        interests=_pairs(told),
        interest_kinds=told[:, 2].astype(np.uint8),
    )


def _pairs(rows: Numbers) -> Pairs:
    return Pairs(np.ascontiguousarray(rows[:, 0]), np.ascontiguousarray(rows[:, 1]))


def _ties(facts: Facts, numbers: Mapping[str, int], day: str) -> Ties:
    """The ties of `build_network`, without the facts behind them."""
    members = {id: number for id, number in numbers.items() if id in facts.initiatives or not facts.nodes[id].is_group}
    there: list[tuple[Numbers, Bytes]] = []
    for kind, told in _told(facts):
        places = (members.get(id, NO_NODE) for *ends, evidence in told if stands(evidence, date=day) for id in ends)
        pairs = np.fromiter(places, np.int32).reshape(-1, 2)
        pairs = pairs[(pairs != NO_NODE).all(axis=1) & (pairs[:, 0] != pairs[:, 1])]
        there.append((pairs, np.full(len(pairs), 1 << _TIE[kind], np.uint8)))
    joined, bits = (np.concatenate(columns) for columns in zip(*there, strict=True))
    sources, targets = joined.T
    starts, ends, kinds = _beside(np.r_[sources, targets], np.r_[targets, sources], np.r_[bits, bits], len(numbers))
    parts, sizes = number_parts(starts, ends, [*members.values()])
    return Ties(starts, ends, kinds, parts, sizes)


def _told(facts: Facts) -> Iterator[tuple[TieKind, Iterator[tuple[str, str, tuple[Evidence, ...]]]]]:
    """By kind the ends and the evidence of the facts that join two nodes."""
    yield TieKind.PARTICIPATION, ((one.participant_id, one.initiative_id, one.evidence) for one in facts.links)
    for kind, relations in ((TieKind.MEMBERSHIP, facts.memberships), (TieKind.BRANCH, facts.branches)):
        yield kind, ((one.source, one.target or "", one.evidence) for one in relations)


def _beside(ones: Numbers, others: Numbers, bits: Bytes, count: int) -> tuple[Offsets, Numbers, Bytes]:
    """By node where its neighbours begin, the neighbours in their order, and the bits of all ties between the two."""
    pairs = ones.astype(np.int64) * count + others
    order = np.argsort(pairs, kind="stable")
    found, first = np.unique(pairs[order], return_index=True)
    kinds = np.bitwise_or.reduceat(bits[order], first) if len(found) else bits
    starts = np.searchsorted(found, np.arange(count + 1, dtype=np.int64) * count).astype(np.int64)
    return starts, (found % max(count, 1)).astype(np.int32), kinds


def tie_bits(ties: Iterable[Tie]) -> int:
    """A bit for each kind of these ties."""
    return sum(1 << _TIE[kind] for kind in {tie.kind for tie in ties})


def number_parts(starts: Offsets, ends: Numbers, members: Sequence[int] | Numbers) -> tuple[Numbers, Numbers]:
    """What hangs together among the members: of each node its part, and how many nodes each part has."""
    from scipy.sparse import csr_array  # slow to import
    from scipy.sparse.csgraph import connected_components

    joined = csr_array((np.ones(len(ends), np.uint8), ends, starts), shape=(len(starts) - 1, len(starts) - 1))
    _count, found = connected_components(joined, directed=False)
    parts = np.full(len(starts) - 1, NO_PART, np.int32)
    parts[members] = found[members]
    return parts, np.bincount(found).astype(np.int32)


def cells_of(matrix: Coverage, numbers: Mapping[str, int]) -> Cells:
    """The cells of a matrix whose initiatives have these numbers."""
    rows = (*matrix.rows, *matrix.without_table)
    cells = [row.cells for row in rows]
    dates = sorted({cell.newest for row in cells for cell in row if cell.newest is not None})
    place: dict[str | None, int] = {None: NO_DATE, **{date: number for number, date in enumerate(dates)}}
    shape = (len(rows), len(COLUMNS))
    return Cells(
        rows=np.array([numbers[row.initiative.id] for row in rows], np.int32),
        tables=len(matrix.rows),
        values=np.array([[_VALUE[cell.value] for cell in row] for row in cells], np.uint8).reshape(shape),
        marks=np.array([[_marks(cell) for cell in row] for row in cells], np.uint8).reshape(shape),
        newest=np.array([[place[cell.newest] for cell in row] for row in cells], np.int32).reshape(shape),
        dates=Texts.of(dates),
    )


def _marks(cell: Cell) -> int:
    return sum(1 << _MARK[mark] for mark in set(cell.marks))
