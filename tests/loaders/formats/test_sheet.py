"""Spreadsheets: rows as they are read, without contact columns, in bounded time."""

import io
import re
import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from graph.errors import DocumentError
from loaders.files import read_source
from loaders.formats.sheet import read
from tests.loaders.formats.files_made import as_xlsx
from tests.loaders.formats.hostile_made import sparse_xlsx


def rows(sheet: list[list[object]]) -> list[str]:
    return rows_of(read(as_xlsx({"Liste": sheet})).text)


def rows_of(text: str) -> list[str]:
    return text.splitlines()[2:]


def test_each_sheet_is_a_heading_and_each_row_a_row() -> None:
    content = read(as_xlsx({"Hessen": [["Initiative", "Träger"], ["Dialog", "IHK"]], "NRW": [["Bündnis", "HWK"]]}))
    assert content.blocks is not None
    assert [(block.kind.value, content.text[block.start : block.end]) for block in content.blocks] == [
        ("heading", "Hessen"),
        ("table_row", "Initiative | Träger"),
        ("table_row", "Dialog | IHK"),
        ("heading", "NRW"),
        ("table_row", "Bündnis | HWK"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Ansprechpartner",
        "Ansprechpartner/in",
        "ANSPRECHPARTNERIN",
        "Kontaktperson (Amt)",
        "Telefon",
        "Tel.",
        "Telefon: dienstlich",
        "E-Mail",
        "E-Mail-Adresse",
        "Mobil",
        "Fax",
        "Contact person",
        "Phone",
        "email",
    ],
)
def test_columns_with_contact_data_are_dropped(heading: str) -> None:
    assert rows([["Initiative", heading, "Land"], ["Dialog", "Sven Muster", "Hessen"]]) == [
        "Initiative | Land",
        "Dialog | Hessen",
    ]


@pytest.mark.parametrize("heading", ["Träger", "Kontaktstelle", "Telekommunikation", "Mailand", "Partner", "Name"])
def test_other_columns_stay(heading: str) -> None:
    assert rows([["Initiative", heading], ["Dialog", "IHK"]]) == [f"Initiative | {heading}", "Dialog | IHK"]


def test_a_header_below_a_title_is_recognised() -> None:
    sheet: list[list[object]] = [
        ["Liste der Initiativen"],
        [],
        ["Initiative", "Telefon", "Land"],
        ["Dialog", "1", "Hessen"],
    ]
    assert rows(sheet) == ["Liste der Initiativen", "Initiative | Land", "Dialog | Hessen"]


def test_a_second_table_brings_its_own_header() -> None:
    sheet: list[list[object]] = [
        ["Initiative", "Land"],
        ["Dialog", "Hessen"],
        [],
        ["Initiative", "Land", "Telefon"],
        ["Bündnis", "NRW", "12"],
    ]
    assert rows(sheet) == ["Initiative | Land", "Dialog | Hessen", "Initiative | Land", "Bündnis | NRW"]


def test_cells_read_as_people_read_them() -> None:
    sheet: list[list[object]] = [
        ["A", "B", "C"],
        [3.0, 2.5, True],
        [date(2019, 5, 3), datetime(2019, 5, 3, 10), time(10, 30)],
        [None, "IHK\nHWK", None],
    ]
    assert rows(sheet)[1:] == ["3 | 2,5 | WAHR", "03.05.2019 | 03.05.2019 | 10:30", "| IHK; HWK"]


def test_hidden_sheets_are_not_read() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx({"Offen": [["a", "b"]], "Geheim": [["c", "d"]]})))
    book["Geheim"].sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    assert "Geheim" not in read(stream.getvalue()).text


def test_the_title_is_the_workbooks_and_never_the_sheets_name() -> None:
    assert read(as_xlsx({"Tabelle1": [["a", "b"]]}, title="Initiativen")).title == "Initiativen"
    assert read(as_xlsx({"Tabelle1": [["a", "b"]]})).title == ""


@pytest.mark.timeout(120)
def test_a_row_behind_a_million_empty_ones_is_read() -> None:
    data = sparse_xlsx(["Dialog", "IHK"], ["Stahl", "DGB"], empty=1_000_000)
    assert rows_of(read(data).text) == ["Organisation | Initiative", "Dialog | IHK", "Stahl | DGB"]


@pytest.mark.timeout(120)
def test_a_cell_in_the_last_row_is_read_and_a_recorded_size_is_not_believed() -> None:
    last = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>weit weg</t></is></c></row>'
    empty = b'<row r="7"><c r="XFD7" s="0"/></row>'
    assert rows_of(read(_with_sheet_rows(empty + last)).text) == ["Dialog | IHK", "weit weg"]


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "rows_xml",
    [
        b'<row r="999999999999"><c r="A999999999999"><v>1</v></c></row>',
        b"".join(b'<row r="%d"><c r="XFD%d" s="0"/></row>' % (line, line) for line in range(2, 5_000)),
    ],
    ids=["rows", "columns"],
)
def test_more_empty_cells_than_can_be_read_are_told(rows_xml: bytes) -> None:
    with pytest.raises(DocumentError, match="too_many_empty_rows"):
        read(_with_sheet_rows(rows_xml))


def _with_sheet_rows(more: bytes) -> bytes:
    source, target = io.BytesIO(as_xlsx({"Liste": [["Dialog", "IHK"]]})), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                data = data.replace(b"</sheetData>", more + b"</sheetData>").replace(
                    b'ref="A1:B1"', b'ref="A1:XFD1048576"'
                )
            new.writestr(part.filename, data)
    return target.getvalue()


def test_what_the_parser_prints_of_a_broken_sheet_is_shown_to_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_xlsx({"Liste": [["a", 1]]}))) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, re.sub(rb"<cellStyleXfs.*</cellStyleXfs>", b"", old.read(part)))
    path = tmp_path / "liste.xlsx"
    path.write_bytes(target.getvalue())
    with suppress(DocumentError):
        read_source(path)
    assert capsys.readouterr() == ("", "")
