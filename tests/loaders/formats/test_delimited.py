"""Tables as text: what separates the cells, which characters they are written in, quotation marks and line breaks."""

import codecs

import pytest

from graph.errors import DocumentError
from loaders.formats.delimited import read

ROWS = "Organisation;Initiative;Rolle\nIHK zu Köln;Bündnis Stahl;Träger\n"
TEXT = "liste\n\nOrganisation | Initiative | Rolle\nIHK zu Köln | Bündnis Stahl | Träger\n"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_any_delimiter_is_found(delimiter: str) -> None:
    assert read(ROWS.replace(";", delimiter).encode(), stem="liste").text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    assert read(ROWS.encode(encoding), stem="liste").text == TEXT


def test_utf16_of_either_order_is_read() -> None:
    assert read(codecs.BOM_UTF16_BE + ROWS.encode("utf-16-be"), stem="liste").text == TEXT


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_any_line_end_is_read(end: str) -> None:
    assert read(ROWS.replace("\n", end).encode(), stem="liste").text == TEXT


def test_the_line_that_names_the_delimiter_is_none_of_the_table() -> None:
    content = read(f"sep=;\n{ROWS}".encode(), stem="liste")
    assert content.text == TEXT
    assert [row.line for row in content.sheets[0].tables[0].rows] == [3]


def test_quoted_line_breaks_and_delimiters_stay_in_their_cell() -> None:
    data = 'Organisation;Initiative\n"IHK zu Köln;\nIG Metall";"Bündnis ""Stahl"""\nver.di;Bündnis Stahl\n'
    content = read(data.encode(), stem="liste")
    assert content.text.splitlines()[3:] == ['IHK zu Köln;; IG Metall | Bündnis "Stahl"', "ver.di | Bündnis Stahl"]
    assert [row.line for row in content.sheets[0].tables[0].rows] == [2, 4]


def test_a_quotation_mark_that_does_not_close_swallows_nothing() -> None:
    data = 'Organisation;Initiative\n"IHK zu Köln;Bündnis Stahl\nver.di;Bündnis Stahl\n'
    assert read(data.encode(), stem="liste").text.splitlines()[3:] == [
        "IHK zu Köln | Bündnis Stahl",
        "ver.di | Bündnis Stahl",
    ]


def test_commas_in_german_numbers_are_no_delimiters() -> None:
    data = "Organisation;Initiative;Anteil\nIHK zu Köln;Bündnis Stahl;1,5\nver.di;Bündnis Stahl;2,5\n"
    assert "IHK zu Köln | Bündnis Stahl | 1,5" in read(data.encode(), stem="liste").text


def test_bytes_that_are_no_text_are_told() -> None:
    with pytest.raises(DocumentError) as told:
        read(bytes(range(256)) * 20)
    assert told.value.code == "binary"
