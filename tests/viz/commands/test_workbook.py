"""`gaps --xlsx`: the matrix, its cells and every statement in a workbook that holds text and no formula."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.viz.commands.conftest import HESSEN, Atlas
from viz.commands import workbook


@pytest.fixture
def loaded(atlas: Atlas, document: Path) -> Atlas:
    assert atlas("load", document).code == 0
    return atlas


def sheets(path: Path) -> dict[str, list[dict[str, str]]]:
    """Each sheet's rows by heading, empty cells as ""."""
    told = {}
    for sheet in load_workbook(path):
        head, *rows = sheet.iter_rows(values_only=True)
        told[sheet.title] = [{str(k): str(v or "") for k, v in zip(head, row, strict=True)} for row in rows]
    return told


def test_the_workbook_holds_matrix_cells_and_sources(loaded: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "lücken.xlsx"
    said = loaded("gaps", "--xlsx", path)
    assert (said.code, said.out.strip()) == (0, f"1 Initiative geschrieben: {path}")
    told = sheets(path)
    assert list(told) == ["Matrix", "Zellen", "Quellen", "Hinweise"]
    [row] = told["Matrix"]
    assert (row["Land"], row["Initiative"]) == ("Hessen", "Allianz Industrie Mittelhessen")
    assert row["Arbeitgeber- oder Wirtschaftsverband"] == "× laut Quelle nicht beteiligt, 2018"
    [union] = [cell for cell in told["Zellen"] if cell["Art"] == "Gewerkschaft"]
    assert (union["Wert"], union["Wer"], union["Zuletzt belegt"], union["Fundstellen"]) == (
        "beteiligt",
        "IG Metall",
        "12.03.2018",
        "1",
    )
    [absent] = [one for one in told["Quellen"] if one["Wert"] == "laut Quelle nicht beteiligt"]
    assert (absent["Zitat"], absent["Adresse"], absent["Stand"]) == (
        "Die Arbeitgeberverbände sind nicht beteiligt.",
        "hessen.txt",
        "12.03.2018",
    )
    assert float(absent["Sicherheit (0 bis 1)"].replace(",", ".")) > 0.5
    assert any("heißt nicht „nicht beteiligt“" in one["Zum Lesen"] for one in told["Hinweise"])


def test_it_says_what_the_json_and_the_sheet_say(loaded: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    loaded("gaps", "--xlsx", path)
    rows = json.loads(loaded("gaps", "--json").out)["rows"]
    told = sheets(path)
    assert len(told["Zellen"]) == sum(len(row["cells"]) for row in rows)
    silences = [one for one in told["Quellen"] if one["Wert"] == "Keine Angaben"]
    assert len(told["Quellen"]) - len(silences) == sum(len(cell["evidence"]) for row in rows for cell in row["cells"])
    sheet = list(csv.DictReader(io.StringIO(loaded("gaps", "--csv", "-").out), delimiter=";"))
    assert [row for row in sheet if row["Initiative"]] == told["Zellen"]


def test_no_cell_of_the_workbook_is_a_formula(atlas: Atlas, document: Path, tmp_path: Path) -> None:
    title = '=HYPERLINK("http://x";"y")'
    document.write_text(HESSEN.replace("Übersicht der Industriedialoge", title), encoding="utf-8")
    atlas("load", document)
    path = tmp_path / "a.xlsx"
    atlas("gaps", "--by-region", "--xlsx", path)
    cells = [cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell for cell in cells if cell.data_type == "n" and cell.value is not None] == []
    assert any(str(cell.value).startswith("=HYPERLINK") and cell.quotePrefix for cell in cells)


def test_names_of_persons_stay_at_home(atlas: Atlas, document: Path, tmp_path: Path) -> None:
    named = HESSEN.replace("der IG Metall, der", "der IG Metall (Frau Sabine Muster), der")
    document.write_text(named, encoding="utf-8")
    atlas("load", document)
    masked, whole = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    atlas("gaps", "--xlsx", masked)
    atlas("gaps", "--xlsx", whole, "--with-names")
    assert ("Sabine" in str(sheets(masked)), "Sabine" in str(sheets(whole))) == (False, True)
    assert str(document.parent) not in str(sheets(masked))


def test_filters_and_regions_reach_the_workbook(loaded: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    loaded("gaps", "--by-region", "--kind", "gewerkschaft", "--region", "Hessen", "--xlsx", path)
    told = sheets(path)
    assert list(told)[:2] == ["Matrix", "Regionen"]
    assert list(told["Matrix"][0]) == ["Land", "Initiative", "Gewerkschaft"]
    assert told["Regionen"][0]["beteiligt"] == "1"
    assert "Nur: Hessen · Gewerkschaft" in [one["Zum Lesen"] for one in told["Hinweise"]]


def test_an_empty_matrix_is_an_empty_workbook(loaded: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert loaded("gaps", "--region", "Sachsen", "--xlsx", path).code == 0
    assert (sheets(path)["Matrix"], sheets(path)["Zellen"]) == ([], [])


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("--expected",), "bitte --expected weglassen"),
        (("--for", "DGB"), "bitte --for weglassen"),
        (("--json",), "nur eine davon"),
    ],
)
def test_a_workbook_is_asked_for_alone(loaded: Atlas, tmp_path: Path, words: tuple[str, ...], line: str) -> None:
    path = tmp_path / "a.xlsx"
    said = loaded("gaps", "--xlsx", path, *words)
    assert (said.code, path.exists()) == (2, False)
    assert line in said.err


def test_another_ending_is_refused(loaded: Atlas, tmp_path: Path) -> None:
    said = loaded("gaps", "--xlsx", tmp_path / "a.csv")
    assert (said.code, "endet auf .xlsx" in said.err) == (2, True)


def test_what_excel_cannot_hold_is_refused_and_nothing_written(
    loaded: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 3)
    path = tmp_path / "a.xlsx"
    said = loaded("gaps", "--xlsx", path)
    assert (said.code, path.exists()) == (1, False)
    assert "Ein Excel-Blatt fasst 3 Zeilen, dieses hätte 6." in said.err
