"""The coverage matrix region × kind: in how many of a Land's initiatives which cell says what. Pure, over a matrix.

An initiative in two Länder counts in each of them and once in the total. What is there for the whole country, and what
no document gives a region, is counted apart: neither lies in a Land.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.keys import fold
from queries.answers import Cell, CellValue, Column, Coverage, CoverageRow, Mark
from queries.regions import name_of
from seeds.register import Register

NATIONWIDE = "de"
"""The region of what is there for the whole country."""


@dataclass(frozen=True, slots=True)
class ValueCount:
    """The initiatives (their ids, in the order of the matrix) whose cell has this value."""

    value: CellValue
    initiatives: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many."""
        return len(self.initiatives)


@dataclass(frozen=True, slots=True)
class RegionCell:
    """One kind in one region: the values that occur, in the order of `CellValue`; their counts add up to the row's.

    `marks` says how many cells bear each mark, `statements` how many statements stand behind all of them, `newest` the
    date of the newest one (None where none is dated).
    """

    column: Column
    values: tuple[ValueCount, ...]
    marks: tuple[tuple[Mark, int], ...]
    statements: int
    newest: str | None

    def count(self, value: CellValue) -> int:
        """In how many initiatives the cell has this value."""
        return next((one.count for one in self.values if one.value is value), 0)


@dataclass(frozen=True, slots=True)
class RegionRow:
    """One Land; `region` is its id, `NATIONWIDE`, or None for what has no region. `name` is None for that one."""

    region: str | None
    name: str | None
    initiatives: tuple[str, ...]
    cells: tuple[RegionCell, ...]


@dataclass(frozen=True, slots=True)
class RegionCoverage:
    """The matrix region × kind of the initiatives with a table: what is nationwide, what has no region, the Länder by
    name; only regions with such an initiative. `total` has every initiative once.
    """

    rows: tuple[RegionRow, ...]
    total: RegionRow
    coverage: Coverage


def by_region(coverage: Coverage, register: Register) -> RegionCoverage:
    """The matrix, added up for each Land."""
    gathered: defaultdict[str | None, list[CoverageRow]] = defaultdict(list)
    for row in coverage.rows:
        for region in _regions(row):
            gathered[region].append(row)
    rows = [_row(region, region and name_of(register, region), gathered[region]) for region in gathered]
    return RegionCoverage(tuple(sorted(rows, key=_order)), _row(None, None, coverage.rows), coverage)


def _regions(row: CoverageRow) -> Sequence[str | None]:
    """The Länder it lies in; else the whole country, where it has any region, or None."""
    initiative = row.initiative
    return initiative.lands or ((NATIONWIDE,) if NATIONWIDE in initiative.regions else (None,))


def _order(row: RegionRow) -> tuple[bool, bool, str]:
    """What is nationwide first, then what has no region, then the Länder."""
    return row.region != NATIONWIDE, row.region is not None, fold(row.name or "")


def _row(region: str | None, name: str | None, rows: Sequence[CoverageRow]) -> RegionRow:
    columns = zip(*(row.cells for row in rows), strict=True)
    ids = tuple(row.initiative.id for row in rows)
    return RegionRow(region, name, ids, tuple(_cell(ids, cells) for cells in columns))


def _cell(ids: Sequence[str], cells: Sequence[Cell]) -> RegionCell:
    having: defaultdict[CellValue, list[str]] = defaultdict(list)
    for id, cell in zip(ids, cells, strict=True):
        having[cell.value].append(id)
    marks = [mark for cell in cells for mark in cell.marks]
    return RegionCell(
        column=cells[0].column,
        values=tuple(ValueCount(value, tuple(having[value])) for value in CellValue if value in having),
        marks=tuple((mark, marks.count(mark)) for mark in Mark if mark in marks),
        statements=len({item for cell in cells for item in cell.evidence}),
        newest=max((cell.newest for cell in cells if cell.newest), default=None),
    )
