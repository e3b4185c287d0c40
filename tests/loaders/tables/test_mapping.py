"""A mapping file says which column is what; a wrong one is told in one clear line."""

from pathlib import Path

import pytest

from graph.errors import DocumentError
from loaders.files import read_source
from loaders.tables.mapping import Mapping, read_mapping
from tests.loaders.tables.reading import read_table, said, write_csv
from tests.loaders.tables.samples import STAHL, Grid

ODD: Grid = [
    ["Auszug aus der Datenbank"],
    ["Haus", "Kreis der", "F", "Wer"],
    ["IHK zu Köln", STAHL, "M", "Tannhuber"],
    ["IG Metall", STAHL, "T", "Ebersbeck"],
]


def mapping(folder: Path, text: str) -> Mapping:
    path = folder / "zuordnung.toml"
    path.write_text(text, encoding="utf-8")
    return read_mapping(path)


def test_columns_by_heading_and_by_letter(tmp_path: Path) -> None:
    given = mapping(
        tmp_path,
        f'header = 2\n[columns]\n"haus" = "organisation"\n"B" = "initiative"\n"F" = "rolle"\n"Wer" = "weglassen"\n'
        f'[ticks]\n"M" = "Mitglied"\n"T" = "Träger"\n# {STAHL}\n',
    )
    reading, ignored = read_table(write_csv(tmp_path, ODD), given)
    assert said(reading) == {("IHK Köln", STAHL, "member"), ("IG Metall", STAHL, "sponsor")}
    assert ignored == []
    assert "Tannhuber" not in reading.document.text


def test_a_list_gets_its_initiative(tmp_path: Path) -> None:
    rows: Grid = [["Organisation", "Ort"], ["IG Metall", "Aalen"]]
    reading, _ = read_table(write_csv(tmp_path, rows), mapping(tmp_path, 'initiative = "Werkraum Ostalb"'))
    assert said(reading) == {("IG Metall", "Werkraum Ostalb", "member")}


def test_a_column_can_have_a_role(tmp_path: Path) -> None:
    rows: Grid = [["Bündnis", "Chef"], [STAHL, "IG Metall"]]
    given = mapping(tmp_path, '[columns]\n"Chef" = "organisation: Federführung"')
    assert said(read_table(write_csv(tmp_path, rows), given)[0]) == {("IG Metall", STAHL, "lead")}


def test_a_column_named_as_contact_is_dropped(tmp_path: Path) -> None:
    rows: Grid = [["Organisation", "Initiative", "Zuruf"], ["IG Metall", STAHL, "Ebersbeckia"]]
    path = write_csv(tmp_path, rows)
    source = read_source(path, mapping=mapping(tmp_path, '[columns]\n"Zuruf" = "kontakt"'))
    assert "Ebersbeckia" not in source.document.text
    assert [(column.heading, column.by) for column in source.sheets[0].dropped] == [("Zuruf", "mapping")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("kopf = 3", "mapping_key"),
        ("header = 0", "mapping_value"),
        ('header = "2"', "mapping_value"),
        ("columns = 3", "mapping_value"),
        ('[columns]\n"Haus" = 3', "mapping_value"),
        ('initiative = ""', "mapping_value"),
        ('[columns]\n"Haus" = "verein"', "mapping_meaning"),
        ('[ticks]\n"M" = "Murmel"', "mapping_role"),
        ("das ist kein TOML", "mapping_invalid"),
    ],
)
def test_a_wrong_mapping_is_told_before_anything_is_read(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as told:
        mapping(tmp_path, text)
    assert (told.value.code, Path(str(told.value.details["path"])).name) == (code, "zuordnung.toml")


def test_a_mapping_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="mapping_unreadable"):
        read_mapping(tmp_path / "fehlt.toml")


@pytest.mark.parametrize(
    ("text", "code", "detail"),
    [
        ('[columns]\n"Hof" = "organisation"', "mapping_column", "Hof"),
        ("header = 17", "mapping_header", "17"),
        ('sheet = "Blatt 9"', "mapping_sheet", "Blatt 9"),
    ],
)
def test_a_mapping_that_does_not_fit_the_table_is_told(text: str, code: str, detail: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as told:
        read_source(write_csv(tmp_path, ODD), mapping=mapping(tmp_path, text))
    assert told.value.code == code
    assert detail in map(str, told.value.details.values())
