"""Answers as tables for spreadsheets: codes and values, one row an initiative.

pandas is slow to import: import this module where a table is asked for, not before.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import pandas as pd

from queries.answers import Cell, Coverage, CoverageRow, Evidence
from queries.dates import stated

Value: TypeAlias = str | bool | None


def coverage_frame(coverage: Coverage) -> pd.DataFrame:
    """The matrix with one row an initiative, those with a table first; six columns a kind, from value to address."""
    rows = [_row(row, has_table=True) for row in coverage.rows]
    rows += [_row(row, has_table=False) for row in coverage.without_table]
    columns = list(dict.fromkeys(name for row in rows for name in row)) or list(_HEAD)
    return pd.DataFrame.from_records(rows, columns=columns)


def unknown_frame(coverage: Coverage) -> pd.DataFrame:
    """The regions of which nothing is known, with the newest quote where a document says so."""
    rows = [
        {"region_id": unknown.region, "region": unknown.name, **_quote(unknown.evidence)}
        for unknown in coverage.unknown
    ]
    return pd.DataFrame.from_records(rows, columns=["region_id", "region", "quote", "document", "date"])


_HEAD = ("initiative_id", "initiative", "type", "region", "lands", "status", "has_table")


def _row(row: CoverageRow, *, has_table: bool) -> Mapping[str, Value]:
    initiative = row.initiative
    values: dict[str, Value] = {
        "initiative_id": initiative.id,
        "initiative": initiative.name,
        "type": initiative.type.value,
        "region": initiative.region_name,
        "lands": _joined(initiative.lands),
        "status": initiative.status.value,
        "has_table": has_table,
    }
    for cell in row.cells:
        values |= _cell(cell)
    return values


def _cell(cell: Cell) -> Mapping[str, Value]:
    column, quote = cell.column.value, _quote(cell.evidence)
    return {
        column: cell.value.value,
        f"{column}_marks": _joined(cell.marks),
        f"{column}_who": _joined(cell.who),
        f"{column}_newest": cell.newest,
        f"{column}_quote": quote["quote"],
        f"{column}_document": quote["document"],
    }


def _quote(evidence: tuple[Evidence, ...]) -> Mapping[str, Value]:
    newest = evidence[0] if evidence else None
    return {
        "quote": newest.quote if newest else None,
        "document": newest.document_address if newest else None,
        "date": stated(newest) if newest else None,
    }


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)
