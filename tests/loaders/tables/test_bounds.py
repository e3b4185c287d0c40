"""Tables that are too large, too long or empty: bounded, and told in one line."""

import io
from pathlib import Path

import openpyxl
import pytest

from graph.errors import DocumentError
from loaders.files import read_source
from tests.loaders.formats.files_made import as_xlsx
from tests.loaders.tables.reading import read_table, said, write_csv, write_xlsx
from tests.loaders.tables.samples import DIALOG, STAHL, Grid


@pytest.mark.timeout(60)
def test_a_row_behind_a_million_empty_lines_is_read(tmp_path: Path) -> None:
    path = tmp_path / "leer.csv"
    filled = f"Organisation;Initiative\nIG Metall;{STAHL}\n"
    path.write_text(filled + ";\n" * 1_000_000 + f"IGBCE;{STAHL}\n", encoding="utf-8")
    assert said(read_table(path)[0]) == {("IG Metall", STAHL, "member"), ("IGBCE", STAHL, "member")}


@pytest.mark.timeout(60)
def test_cells_of_ten_thousand_characters_are_shortened_and_name_nobody(tmp_path: Path) -> None:
    rows: Grid = [
        ["Organisation", "Initiative", "Bemerkung"],
        ["Q" * 10_000, STAHL, ""],
        ["IG Metall", STAHL, "b " * 5_000],
    ]
    reading, ignored = read_table(write_xlsx(tmp_path, {"Liste": rows}))
    assert said(reading) == {("IG Metall", STAHL, "member")}
    assert [(one.line, one.reason) for one in ignored] == [(2, "too_long")]
    assert max(map(len, reading.document.text.splitlines())) < 1_200
    assert read_source(tmp_path / "tabelle.xlsx").sheets[0].shortened == 2


@pytest.mark.parametrize("data", [as_xlsx({"Leer": []}), as_xlsx({"Leer": [[None, None], [" "]]})])
def test_an_empty_workbook_is_told(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "leer.xlsx"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match="empty"):
        read_source(path)


def test_an_empty_sheet_beside_others_is_no_error(tmp_path: Path) -> None:
    sheets: dict[str, Grid] = {"Leer": [], "Liste": [["Organisation", "Initiative"], ["IG Metall", STAHL]]}
    assert said(read_table(write_xlsx(tmp_path, sheets))[0]) == {("IG Metall", STAHL, "member")}


@pytest.mark.timeout(120)
def test_too_many_rows_are_told(tmp_path: Path) -> None:
    path = tmp_path / "lang.csv"
    path.write_text("Organisation;Initiative\n" + "IG Metall;Bündnis Stahl\n" * 100_001, encoding="utf-8")
    with pytest.raises(DocumentError, match="too_many_rows"):
        read_source(path)


def test_too_many_columns_are_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="too_many_columns"):
        read_source(write_csv(tmp_path, [["x"] * 1_001]))


def test_hidden_sheets_are_left_out_and_named_and_hidden_rows_are_read(tmp_path: Path) -> None:
    rows: Grid = [["Organisation", "Initiative"], ["IG Metall", STAHL]]
    book = openpyxl.load_workbook(
        io.BytesIO(as_xlsx({"Offen": rows, "Geheim": [["Organisation", "Initiative"], ["IGBCE", STAHL]]}))
    )
    book["Geheim"].sheet_state = "hidden"
    book["Offen"].row_dimensions[2].hidden = True
    book.save(tmp_path / "halb.xlsx")
    source = read_source(tmp_path / "halb.xlsx")
    assert source.hidden_sheets == ("Geheim",)
    assert said(read_table(tmp_path / "halb.xlsx")[0]) == {("IG Metall", STAHL, "member")}


def test_formulas_count_by_the_value_that_was_computed_and_errors_by_nothing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Organisation", "Initiative"], ['="IG "&"Metall"', STAHL], ["#REF!", DIALOG], ["IGBCE", STAHL]):
        sheet.append(row)
    book.save(tmp_path / "formeln.xlsx")
    reading, ignored = read_table(tmp_path / "formeln.xlsx")
    assert said(reading) == {("IGBCE", STAHL, "member")}
    assert [one.reason for one in ignored] == ["no_organisation", "no_organisation"]
