"""The workbook and the CSV files: Kumu's headings, every row, no cell that is a formula."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from graph.errors import QuestionError
from queries.answers import Picture
from tests.viz.exports.files import EXOTIC, UNFIT, write
from tests.viz.pictures import empty_picture, hostile_picture, named_picture, single_picture, small_picture
from viz.exports import sheets
from viz.exports.fitting import LeftOut
from viz.exports.formats import Format

Table = list[dict[str, str]]
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
ELEMENTS, CONNECTIONS = "Elemente", "Verbindungen"


def tables(picture: Picture, form: Format, folder: Path) -> Mapping[str, Table]:
    """Both tables by their German names, empty cells as ""."""
    path, _left_out = write(picture, form, folder)
    if form is Format.XLSX:
        found = pd.read_excel(path, sheet_name=None, dtype=str, keep_default_na=False)
        return {name: found[name].to_dict("records") for name in (ELEMENTS, CONNECTIONS)}
    told: dict[str, Table] = {}
    csv.field_size_limit(2_000_000)
    for name, file in ((ELEMENTS, "elements.csv"), (CONNECTIONS, "connections.csv")):
        with (path / file).open(encoding="utf-8", newline="") as stream:
            told[name] = list(csv.DictReader(stream))
    return told


each_format = pytest.mark.parametrize("form", [Format.XLSX, Format.CSV])


@each_format
@pytest.mark.parametrize(
    ("picture", "counts"),
    [(small_picture(), (9, 8)), (hostile_picture(), (20, 20)), (single_picture(), (1, 0)), (empty_picture(), (0, 0))],
    ids=["small", "hostile", "single", "empty"],
)
def test_every_symbol_and_line_is_a_row(
    form: Format, picture: Picture, counts: tuple[int, int], tmp_path: Path
) -> None:
    found = tables(picture, form, tmp_path)
    assert (len(found[ELEMENTS]), len(found[CONNECTIONS])) == counts
    ids = {row["ID"] for row in found[ELEMENTS]}
    assert len(ids) == counts[0]
    assert {row[end] for row in found[CONNECTIONS] for end in ("From", "To")} <= ids


@each_format
def test_kumu_finds_its_headings_first(form: Format, tmp_path: Path) -> None:
    found = tables(small_picture(), form, tmp_path)
    assert list(found[ELEMENTS][0])[:5] == ["ID", "Label", "Type", "Description", "Tags"]
    assert list(found[CONNECTIONS][0])[:6] == ["ID", "From", "To", "Type", "Direction", "Description"]
    assert {row["Direction"] for row in found[CONNECTIONS]} == {"undirected"}
    for rows in found.values():
        assert len({*rows[0]}) == len(rows[0])


@each_format
def test_people_read_names_roles_and_quotes(form: Format, tmp_path: Path) -> None:
    found = tables(small_picture(), form, tmp_path)
    [dialogue] = [row for row in found[ELEMENTS] if row["ID"] == "initiative:dialog"]
    assert (dialogue["Label"], dialogue["Type"], dialogue["Tags"]) == (
        "Dialog Größe & Zukunft",
        "Dialog",
        "Digitalisierung",
    )
    [firms] = [row for row in found[ELEMENTS] if row["ID"] == "actor:firms"]
    assert (firms["Sorte"], firms["Anzahl"]) == ("ohne Namensnennung", "360")
    seats = [row for row in found[CONNECTIONS] if row["From"] == "actor:ihk"]
    assert [(row["Wer"], row["Type"], row["Zuletzt belegt"]) for row in seats] == [
        ("IHK Musterstadt", "Federführung/Vorsitz", ""),
        ("IHK Musterstadt", "Träger", "14.03.2017"),
    ]
    assert seats[1]["Description"] == "„Träger ist die IHK.“"
    [plan] = [row for row in found[ELEMENTS] if row["ID"] == "initiative:plan"]
    assert plan["Quellen"].split("|") == [
        "Übersicht der Bündnisse (https://beispiel.example/bündnisse)",
        "Rundbrief (rundbrief.txt)",
    ]


@each_format
def test_no_cell_starts_a_formula(form: Format, tmp_path: Path) -> None:
    names = [f"{sign}1+1" for sign in FORMULA_SIGNS]
    if form is Format.XLSX:
        path, _left_out = write(named_picture(names), form, tmp_path)
        cells = [cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
        assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(FORMULA_SIGNS))
    else:
        found = tables(named_picture(names), form, tmp_path)
        cells = {cell for rows in found.values() for row in rows for cell in row.values() if cell}
        assert {cell for cell in cells if cell.startswith(FORMULA_SIGNS)} == set()
        labels = [row["Label"] for row in found[ELEMENTS]]
        assert labels[: len(names)] == [f"'{name}" for name in names]


@each_format
def test_any_name_comes_back_as_it_was_or_is_reported(form: Format, tmp_path: Path) -> None:
    _path, left_out = write(named_picture(EXOTIC), form, tmp_path)
    rows = tables(named_picture(EXOTIC), form, tmp_path)[ELEMENTS]
    # openpyxl leaves the code by which Excel knows a carriage return
    labels = {row["ID"]: row["Label"].replace("_x000D_", "\r") for row in rows}
    changed = [name for i, name in enumerate(EXOTIC) if labels[f"actor:{i:02}"] != name]
    if form is Format.XLSX:
        assert [len(name) for name in changed] == [1_000_000]
        assert left_out.texts > 0
        assert labels[f"actor:{len(EXOTIC) - 1:02}"].endswith("…")
    else:
        assert [name[0] for name in changed] == ["=", "+"]
        assert (left_out.cells > 0, left_out.texts) == (True, 0)


def test_what_a_sheet_cannot_hold_is_replaced_and_counted(tmp_path: Path) -> None:
    _path, left_out = write(named_picture(UNFIT), Format.XLSX, tmp_path)
    labels = [row["Label"] for row in tables(named_picture(UNFIT), Format.XLSX, tmp_path)[ELEMENTS]]
    assert labels[:4] == ["null�eins", "Glocke� und �[31m", "halb � allein", "��"]
    assert left_out.characters > 0


def test_nothing_is_reported_where_nothing_was_left_out(tmp_path: Path) -> None:
    for form in Format:
        if form is not Format.JSONL:
            assert write(small_picture(), form, tmp_path)[1] == LeftOut()


def test_kumu_passes_over_the_notes(tmp_path: Path) -> None:
    path, _left_out = write(small_picture(), Format.XLSX, tmp_path)
    book = load_workbook(path)
    assert book.sheetnames == [ELEMENTS, CONNECTIONS, "Hinweise (ignore)"]
    notes = [row[0] for row in book["Hinweise (ignore)"].iter_rows(values_only=True)]
    assert "kein Anspruch auf Vollständigkeit" in notes


def test_more_rows_than_excel_takes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_MOST_ROWS", 3)
    with pytest.raises(QuestionError, match="sheet_too_long"):
        write(small_picture(), Format.XLSX, tmp_path)
