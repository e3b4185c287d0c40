"""The coverage matrix as pandas tables: their rows are the matrix's, their columns the documented ones."""

import pytest
from pandas import DataFrame, isna

from graph.kinds import ActorKind, InitiativeType
from graph.store import Store
from queries.answers import CellValue, Column, Coverage
from queries.by_region import by_region
from queries.coverage import coverage
from queries.matrix_frame import (
    CELL_COLUMNS,
    REGION_COLUMNS,
    STATEMENT_COLUMNS,
    TOTAL,
    UNKNOWN_COLUMNS,
    Columns,
    coverage_frame,
    matrix_frame,
    regions_frame,
    statements_frame,
    unknown_frame,
)
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()


@pytest.fixture
def found(store: Store) -> Coverage:
    """A plan with a union on page 1, an alliance of whose unions nothing is said, a silence."""
    store.write_reading(
        a_reading("plan.pdf", title="Planbuch", date="2019-05")
        .page()
        .initiative("Masterplan", type=InitiativeType.MASTER_PLAN, region="de-th", topics=("Energie", "Arbeit"))
        .actor("IG Metall", ActorKind.UNION)
        .actor("ver.di", ActorKind.UNION)
        .participates("IG Metall", "Masterplan")
        .participates("ver.di", "Masterplan")
        .initiative("Bündnis", region="de-he")
        .unread("Hochschulen", ActorKind.UNIVERSITY, initiative="Bündnis")
        .initiative("Nacht", type=InitiativeType.EVENT, region="de-he")
        .silence("de-by")
        .build()
    )
    return coverage(store, REGISTER)


def names(columns: Columns) -> list[str]:
    return [name for name, _ in columns]


def test_a_row_a_cell_says_what_the_cell_says(found: Coverage) -> None:
    frame = coverage_frame(found)
    assert list(frame.columns) == names(CELL_COLUMNS)
    assert len(frame) == 3 * len(Column)
    union = frame.query("initiative == 'Masterplan' and kind == 'union'").iloc[0]
    told = ("type", "lands", "topics", "has_table", "value", "who", "newest", "statements", "document", "page")
    assert tuple(union[name] for name in told) == (
        "master_plan",
        "de-th",
        "Arbeit; Energie",
        True,
        "present",
        "IG Metall; ver.di",
        "2019-05",
        2,
        "Planbuch",
        1,
    )
    silent = frame.query("initiative == 'Bündnis' and kind == 'union'").iloc[0]
    assert (silent["value"], silent["statements"], isna(silent["newest"])) == ("nobody_named", 0, True)
    assert list(frame.query("initiative == 'Nacht'")["has_table"].unique()) == [False]


def test_a_row_an_initiative_gives_each_kind_its_value(found: Coverage) -> None:
    frame = matrix_frame(found)
    assert list(frame.columns) == ["initiative", *(column.value for column in Column)]
    by_name = frame.set_index("initiative")
    assert (by_name.loc["Masterplan", "union"], by_name.loc["Bündnis", "science"]) == ("present", "to_check")


def test_every_statement_behind_a_cell_has_a_row(found: Coverage) -> None:
    frame = statements_frame(found)
    assert list(frame.columns) == names(STATEMENT_COLUMNS)
    rows = (*found.rows, *found.without_table)
    assert len(frame) == sum(len(cell.evidence) for row in rows for cell in row.cells)
    counted = coverage_frame(found).set_index(["initiative_id", "kind"])["statements"]
    by_cell = frame.groupby(["initiative_id", "kind"]).size()
    assert by_cell.to_dict() == counted[counted > 0].to_dict()
    unread = frame[frame["value"] == "to_check"].iloc[0]
    assert (unread["confidence"], unread["quote"]) == (0.0, "Auch Hochschulen kommen vor.")


def test_no_cell_is_newer_than_its_newest_statement(found: Coverage) -> None:
    newest = statements_frame(found).groupby(["initiative_id", "kind"])["date"].max().to_dict()
    cells = coverage_frame(found).dropna(subset=["newest"])
    assert len(cells) > 0
    assert all(row.newest == newest[row.initiative_id, row.kind] for row in cells.itertuples())


def test_regions_add_up_to_the_cells(found: Coverage) -> None:
    frame = regions_frame(by_region(found, REGISTER))
    assert list(frame.columns) == names(REGION_COLUMNS)
    union = frame[frame["kind"] == "union"].set_index(["region_id", "value"])["count"].to_dict()
    assert union == {
        ("de-he", "nobody_named"): 1,
        ("de-th", "present"): 1,
        (TOTAL, "present"): 1,
        (TOTAL, "nobody_named"): 1,
    }


def test_the_unknown_regions_have_the_quote_where_one_says_so(found: Coverage) -> None:
    frame = unknown_frame(found).set_index("region")
    assert frame.loc["Bayern", "document"] == "plan.pdf"
    assert isna(frame.loc["Saarland", "quote"])


EMPTY = Coverage((), (), (), ())


@pytest.mark.parametrize(
    ("frame", "columns"),
    [
        (coverage_frame(EMPTY), CELL_COLUMNS),
        (statements_frame(EMPTY), STATEMENT_COLUMNS),
        (regions_frame(by_region(EMPTY, REGISTER)), REGION_COLUMNS),
        (unknown_frame(EMPTY), UNKNOWN_COLUMNS),
    ],
)
def test_an_empty_graph_gives_tables_with_their_columns(frame: DataFrame, columns: Columns) -> None:
    assert (len(frame), list(frame.columns)) == (0, names(columns))
    assert list(matrix_frame(EMPTY).columns) == ["initiative"]


@pytest.mark.parametrize("columns", [CELL_COLUMNS, STATEMENT_COLUMNS, REGION_COLUMNS, UNKNOWN_COLUMNS])
def test_every_column_says_what_it_means(columns: Columns) -> None:
    assert len(set(names(columns))) == len(columns)
    assert all(meaning.replace("_", "").isalnum() for _, meaning in columns)


def test_values_are_the_codes_of_the_matrix(found: Coverage) -> None:
    assert set(coverage_frame(found)["value"]) <= set(CellValue)
