"""The coverage matrix as pandas tables of codes and values: its cells, its statements, regions without any. Pure.

pandas is slow to import: import this module where a table is asked for, not before. What each column means is said in
codes beside the table; `viz` words them.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import pandas as pd

from queries.answers import Cell, Coverage, CoverageRow, Evidence, UnknownRegion
from queries.by_region import RegionCell, RegionCoverage, RegionRow
from queries.dates import stated

Value: TypeAlias = str | int | float | bool | None
Columns: TypeAlias = tuple[tuple[str, str], ...]
"""Name and meaning of each column, the meaning as a code."""

CELL_COLUMNS: Columns = (
    ("initiative_id", "id_of_initiative"),
    ("initiative", "name_of_initiative"),
    ("type", "type_of_initiative"),
    ("region", "region_in_the_words_of_the_document"),
    ("lands", "ids_of_laender"),
    ("since", "first_date_of_initiative"),
    ("until", "last_date_of_initiative"),
    ("status", "status_of_initiative"),
    ("topics", "topics_of_initiative"),
    ("has_table", "is_asked_for_gaps"),
    ("kind", "kind_asked_for"),
    ("value", "value_of_cell"),
    ("marks", "marks_of_cell"),
    ("who", "names_behind_the_cell"),
    ("newest", "date_of_newest_statement"),
    ("statements", "number_of_statements"),
    ("quote", "newest_quote"),
    ("document", "title_of_its_document"),
    ("address", "address_of_its_document"),
    ("page", "page_of_the_quote"),
    ("document_date", "date_of_its_document"),
    ("possibly", "initiatives_that_may_be_the_same"),
)
"""Of `coverage_frame`. Lists are joined by "; ", dates are ISO 8601 or prefixes, what is unknown is missing (NaN)."""

STATEMENT_COLUMNS: Columns = (
    ("initiative_id", "id_of_initiative"),
    ("initiative", "name_of_initiative"),
    ("kind", "kind_asked_for"),
    ("value", "value_of_cell"),
    ("quote", "quote_of_statement"),
    ("document", "title_of_its_document"),
    ("address", "address_of_its_document"),
    ("page", "page_of_the_quote"),
    ("date", "date_the_statement_speaks_of"),
    ("since", "since_when_by_the_statement"),
    ("until", "until_when_by_the_statement"),
    ("confidence", "confidence_from_0_to_1"),
    ("method", "way_it_was_read"),
    ("reported_by", "who_reported_it"),
)
"""Of `statements_frame`. A place without a fact has confidence 0: it proves nothing."""

REGION_COLUMNS: Columns = (
    ("region_id", "id_of_region"),
    ("region", "name_of_region"),
    ("kind", "kind_asked_for"),
    ("initiatives", "number_of_initiatives"),
    ("value", "value_of_cell"),
    ("count", "number_of_cells_with_the_value"),
    ("newest", "date_of_newest_statement"),
)
"""Of `regions_frame`. The last rows, without a region's id and name but with `region_id` "total", are the total."""

UNKNOWN_COLUMNS: Columns = (
    ("region_id", "id_of_region"),
    ("region", "name_of_region"),
    ("reason", "why_nothing_is_known"),
    ("quote", "quote_of_statement"),
    ("document", "address_of_its_document"),
    ("date", "date_the_statement_speaks_of"),
)
"""Of `unknown_frame`."""

TOTAL = "total"


def coverage_frame(coverage: Coverage) -> pd.DataFrame:
    """One row for each initiative and kind, those with a table first, in the order of the matrix."""
    return _frame(
        (_cell(row, cell, has_table) for row, has_table in _rows(coverage) for cell in row.cells), CELL_COLUMNS
    )


def matrix_frame(coverage: Coverage) -> pd.DataFrame:
    """One row an initiative (index: its id), a column for each kind with the cell's value; `initiative` comes first."""
    rows = [
        {
            "initiative_id": row.initiative.id,
            "initiative": row.initiative.name,
            **{cell.column.value: cell.value.value for cell in row.cells},
        }
        for row, _ in _rows(coverage)
    ]
    columns = list(dict.fromkeys(name for row in rows for name in row)) or ["initiative_id", "initiative"]
    return pd.DataFrame.from_records(rows, columns=columns).set_index("initiative_id")


def statements_frame(coverage: Coverage) -> pd.DataFrame:
    """One row for each statement behind a cell, the newest of a cell first."""
    rows = (_statement(row, cell, item) for row, _ in _rows(coverage) for cell in row.cells for item in cell.evidence)
    return _frame(rows, STATEMENT_COLUMNS)


def regions_frame(found: RegionCoverage) -> pd.DataFrame:
    """One row for each region, kind and value that occurs; the total last."""
    rows = (values for row in (*found.rows, found.total) for cell in row.cells for values in _counts(row, cell, found))
    return _frame(rows, REGION_COLUMNS)


def unknown_frame(coverage: Coverage) -> pd.DataFrame:
    """The regions of which nothing is known, with the newest quote where a document says so."""
    return _frame(map(_unknown, coverage.unknown), UNKNOWN_COLUMNS)


def _frame(rows: Iterable[Mapping[str, Value]], columns: Columns) -> pd.DataFrame:
    return pd.DataFrame.from_records(list(rows), columns=[name for name, _ in columns])


def _rows(coverage: Coverage) -> Iterator[tuple[CoverageRow, bool]]:
    """The rows, and whether they are asked for gaps."""
    yield from ((row, True) for row in coverage.rows)
    yield from ((row, False) for row in coverage.without_table)


def _cell(row: CoverageRow, cell: Cell, has_table: bool) -> Mapping[str, Value]:
    initiative, newest = row.initiative, cell.evidence[0] if cell.evidence else None
    return {
        "initiative_id": initiative.id,
        "initiative": initiative.name,
        "type": initiative.type.value,
        "region": initiative.region_name,
        "lands": _joined(initiative.lands),
        "since": initiative.since,
        "until": initiative.until,
        "status": initiative.status.value,
        "topics": _joined(initiative.topics),
        "has_table": has_table,
        "kind": cell.column.value,
        "value": cell.value.value,
        "marks": _joined(cell.marks),
        "who": _joined(cell.who),
        "newest": cell.newest,
        "statements": len(cell.evidence),
        "quote": newest.quote if newest else None,
        **_source(newest),
        "document_date": newest.document_date if newest else None,
        "possibly": _joined(one.name for one in row.possibly),
    }


def _statement(row: CoverageRow, cell: Cell, item: Evidence) -> Mapping[str, Value]:
    return {
        "initiative_id": row.initiative.id,
        "initiative": row.initiative.name,
        "kind": cell.column.value,
        "value": cell.value.value,
        "quote": item.quote,
        **_source(item),
        "date": stated(item),
        "since": item.since,
        "until": item.until,
        "confidence": item.confidence,
        "method": item.method,
        "reported_by": item.reported_by,
    }


def _source(item: Evidence | None) -> Mapping[str, Value]:
    if item is None:
        return {"document": None, "address": None, "page": None}
    return {"document": item.document_title, "address": item.document_address, "page": item.page}


def _counts(row: RegionRow, cell: RegionCell, found: RegionCoverage) -> Iterator[Mapping[str, Value]]:
    is_total = row is found.total
    for one in cell.values:
        yield {
            "region_id": TOTAL if is_total else row.region,
            "region": row.name,
            "kind": cell.column.value,
            "initiatives": len(row.initiatives),
            "value": one.value.value,
            "count": one.count,
            "newest": cell.newest,
        }


def _unknown(one: UnknownRegion) -> Mapping[str, Value]:
    newest = one.evidence[0] if one.evidence else None
    return {
        "region_id": one.region,
        "region": one.name,
        "reason": one.reason.value,
        "quote": newest.quote if newest else None,
        "document": newest.document_address if newest else None,
        "date": stated(newest) if newest else None,
    }


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)
