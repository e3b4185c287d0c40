"""What has opened, closed or become known since a day: the coverage matrix as of then beside today's.

A change says which statements did it: those that are there today and were not then, or, where something ended, those
that said so. Undated documents count as known at any time and change nothing. Next: `gaps --since`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from graph.errors import QuestionError
from graph.store import Store
from queries.answers import (
    Cell,
    CellValue,
    Column,
    Coverage,
    CoverageRow,
    DocumentRow,
    Evidence,
    InitiativeRow,
    UnknownRegion,
)
from queries.coverage import coverage
from queries.dates import day_or_today, first_day, is_over
from queries.evidence import newest_first
from queries.selection import Selection, keep, select
from queries.steady import steady
from seeds.register import Register

_SEATED = (CellValue.PRESENT, CellValue.INFORMAL)
_UNTOLD = (CellValue.NOT_MENTIONED, CellValue.NOBODY_NAMED)
_TOLD_GAPS = (CellValue.ABSENT, CellValue.NOT_LISTED)
"""Of these a document says that nobody of the kind is there."""


class ChangeKind(StrEnum):
    """What has become of a cell, an initiative or a region; in the order in which it is told.

    OPENED: somebody was there and is no longer told to be. CLOSED: a document said that nobody was there, and now one
    is. KNOWN: something is told today of which nothing was told then.
    """

    OPENED = "opened"
    CLOSED = "closed"
    KNOWN = "known"


class InitiativeChange(StrEnum):
    """What has become of an initiative. BEGUN: it was named before its first day."""

    NEW = "new"
    BEGUN = "begun"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell then and now, with what did it, newest first; `new` and `gone` are the names that came and went."""

    kind: ChangeKind
    initiative: InitiativeRow
    column: Column
    before: Cell
    after: Cell
    new: tuple[str, ...]
    gone: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TableChange:
    """An initiative that was not known then (NEW), or that began or ended in between, with its cells of that time."""

    kind: InitiativeChange
    initiative: InitiativeRow
    cells: tuple[Cell, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed from the day `since` to the day `until`: cells by kind of change, then as in the matrix.

    `silences` are regions of which a document says since then that nothing is known. `documents` are those that have
    come since, `undated` how many count on both sides.
    """

    since: str
    until: str
    cells: tuple[CellChange, ...]
    initiatives: tuple[TableChange, ...]
    silences: tuple[UnknownRegion, ...]
    documents: tuple[DocumentRow, ...]
    undated: int

    @property
    def is_nothing(self) -> bool:
        """Whether nothing has changed."""
        return not (self.cells or self.initiatives or self.silences)


@steady
def changes(
    store: Store,
    register: Register,
    *,
    since: str,
    until: str | None = None,
    region: str | None = None,
    kinds: Sequence[Column] = (),
    wanted: Selection | None = None,
) -> Changes:
    """What has changed since a day (of a year or a month: its first), until another one (default: today).

    Raises QuestionError("since_ahead") where `since` is not before `until`, and as `coverage` and `select` do.
    """
    day, today, selection = first_day(since), day_or_today(until), wanted or Selection()
    if day >= first_day(today):
        raise QuestionError("since_ahead", since=day, until=today)
    before = keep(coverage(store, register, region=region, kinds=kinds, date=day), selection)
    after = select(coverage(store, register, region=region, kinds=kinds, date=today), selection)
    return compare(before, after, day, today)


def compare(before: Coverage, after: Coverage, since: str, until: str) -> Changes:
    """What is different in the second of two matrices of the same graph. Pure."""
    then, now = _by_id(before), _by_id(after)
    cells = [change for id, row in now.items() if id in then for change in _cells(then[id], row, until)]
    known = {document.id for document in before.documents}
    return Changes(
        since=since,
        until=until,
        cells=tuple(sorted(cells, key=lambda change: list(ChangeKind).index(change.kind))),
        initiatives=(*_came(then, now, known), *_went(then, now)),
        silences=tuple(one for one in after.unknown if one.evidence and one.region not in _silent(before)),
        documents=tuple(document for document in after.documents if document.id not in known),
        undated=sum(document.date is None for document in after.documents),
    )


def _silent(found: Coverage) -> frozenset[str]:
    return frozenset(one.region for one in found.unknown if one.evidence)


def _by_id(found: Coverage) -> Mapping[str, CoverageRow]:
    return {row.initiative.id: row for row in (*found.rows, *found.without_table)}


def _came(then: Mapping[str, CoverageRow], now: Mapping[str, CoverageRow], known: Set[str]) -> Iterator[TableChange]:
    """What is there now alone; new where no document known then names it, and those first."""
    came = [row for id, row in now.items() if id not in then]
    for row in sorted(came, key=lambda row: not known.isdisjoint(row.documents)):
        kind = InitiativeChange.NEW if known.isdisjoint(row.documents) else InitiativeChange.BEGUN
        yield TableChange(kind, row.initiative, row.cells, _all_evidence(row.cells))


def _went(then: Mapping[str, CoverageRow], now: Mapping[str, CoverageRow]) -> Iterator[TableChange]:
    for id, row in then.items():
        if id not in now:
            yield TableChange(InitiativeChange.ENDED, row.initiative, row.cells, _all_evidence(row.cells))


def _cells(then: CoverageRow, now: CoverageRow, until: str) -> Iterator[CellChange]:
    for before, after in zip(then.cells, now.cells, strict=True):
        kind = _kind(before, after)
        if kind is not None:
            yield CellChange(
                kind=kind,
                initiative=now.initiative,
                column=after.column,
                before=before,
                after=after,
                new=tuple(name for name in after.who if name not in before.who),
                gone=tuple(name for name in before.who if name not in after.who),
                evidence=_reasons(before, after, until),
            )


def _kind(before: Cell, after: Cell) -> ChangeKind | None:
    """What has become of a cell; None where it says the same of the same ones, or nothing on both days."""
    if (before.value, before.marks, before.who) == (after.value, after.marks, after.who):
        return None
    if before.value in _UNTOLD and after.value in _UNTOLD:
        return None
    if before.value in _SEATED and after.value not in _SEATED:
        return ChangeKind.OPENED
    if before.value in _TOLD_GAPS and after.value in _SEATED:
        return ChangeKind.CLOSED
    return ChangeKind.KNOWN


def _reasons(before: Cell, after: Cell, until: str) -> tuple[Evidence, ...]:
    """The statements that came; else those that said that it would end by now."""
    came = newest_first(item for item in after.evidence if item not in before.evidence)
    return came or newest_first(item for item in before.evidence if is_over(item, until))


def _all_evidence(cells: Iterable[Cell]) -> tuple[Evidence, ...]:
    return newest_first(dict.fromkeys(item for cell in cells for item in cell.evidence))
