"""From what a server sends to a document: reader, character set, date, address."""

import gzip
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.keys import document_id
from loaders.document import SourceText
from loaders.web.address import parse_address
from loaders.web.fetch import Web
from loaders.web.page import read_page
from tests.loaders.formats.files_made import as_docx, as_pdf, as_xlsx
from tests.loaders.web.site import Site

SAYS = "Mitglieder sind die IHK Köln und der DGB."
PAGE = f"<html><head><title>Bündnis</title></head><body><p>{SAYS}</p></body></html>"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def source_of(url: str) -> SourceText:
    """What the page at an address says."""
    return read_page(Web(allow_private=True).fetch(parse_address(url)))


@pytest.mark.parametrize(
    ("path", "kind", "data", "name"),
    [
        ("/a", "text/html", PAGE.encode(), "html"),
        ("/a.pdf", "text/html", PAGE.encode(), "html"),
        ("/a", "application/xhtml+xml", PAGE.encode(), "html"),
        ("/a", "text/plain", SAYS.encode(), "plain"),
        ("/a.md", "text/plain; charset=utf-8", f"# Bündnis\n\n{SAYS}".encode(), "markdown"),
        ("/a", "text/markdown", f"# Bündnis\n\n{SAYS}".encode(), "markdown"),
        ("/a", "application/pdf", as_pdf([[(72, 700, 12, SAYS)]]), "pdf"),
        ("/a.PDF?v=2", "application/octet-stream", as_pdf([[(72, 700, 12, SAYS)]]), "pdf"),
        ("/a", WORD, as_docx([("paragraph", SAYS)]), "docx"),
        ("/a.docx", "application/zip", as_docx([("paragraph", SAYS)]), "docx"),
        ("/a.html", None, PAGE.encode(), "html"),
        ("/a.html", "", PAGE.encode(), "html"),
    ],
)
def test_the_content_type_decides_and_the_ending_steps_in(
    site: Site, path: str, kind: str | None, data: bytes, name: str
) -> None:
    source = source_of(site.page(path, data, kind=kind))
    assert source.document.format == name
    assert SAYS in source.document.text
    assert source.document.id == document_id(data)


def test_a_list_that_is_a_spreadsheet_is_read(site: Site) -> None:
    data = as_xlsx({"Mitglieder": [["Name"], ["IHK Köln"]]})
    assert "IHK Köln" in source_of(site.page("/liste", data, kind=SHEET)).document.text


def test_the_name_in_the_head_says_what_a_download_is(site: Site) -> None:
    data = as_pdf([[(72, 700, 12, SAYS)]])
    url = site.page(
        "/holen?nr=7",
        data,
        kind="application/octet-stream",
        Content_Disposition="attachment; filename*=UTF-8''%C3%9Cbersicht.pdf",
    )
    assert source_of(url).document.format == "pdf"


@pytest.mark.parametrize(
    ("path", "kind"), [("/bild", "image/png"), ("/a", None), ("/a.exe", "application/octet-stream")]
)
def test_what_is_no_document_is_named(site: Site, path: str, kind: str | None) -> None:
    url = site.page(path, b"\x89PNG", kind=kind)
    with pytest.raises(DocumentError, match="unknown_format") as caught:
        source_of(url)
    assert caught.value.details["address"] == url


@pytest.mark.parametrize("format", ["application/pdf", WORD, SHEET])
def test_a_damaged_file_is_damaged_on_the_web_too(site: Site, format: str) -> None:
    with pytest.raises(DocumentError) as caught:
        source_of(site.page("/a", b"kaputt" * 50, kind=format))
    assert (caught.value.code, "address" in caught.value.details) == ("damaged", True)


@pytest.mark.parametrize(
    ("charset", "encoding", "meta"),
    [
        ("iso-8859-1", "cp1252", ""),
        ("windows-1252", "cp1252", "<meta charset=utf-8>"),
        ("cp850", "cp850", "<meta charset=iso-8859-1>"),
        ("utf-16le", "utf-16-le", ""),
        ("iso-8859-1", "utf-8", ""),
        ("utf-8", "utf-8", "<meta charset=iso-8859-1>"),
        ("utf-8", "cp1252", ""),
        ("keins", "cp1252", "<meta charset=iso-8859-1>"),
        ("", "utf-16", ""),
    ],
)
def test_the_character_set_of_the_head_is_kept_to_where_it_can_be_true(
    site: Site, charset: str, encoding: str, meta: str
) -> None:
    data = (meta + PAGE).encode(encoding)
    url = site.page("/a", data, kind=f"text/html; charset={charset}" if charset else "text/html")
    assert source_of(url).document.text.strip() == SAYS
    assert source_of(url).document.id == document_id(data)


def test_a_packed_page_has_the_key_of_the_unpacked_one(site: Site) -> None:
    plain = source_of(site.page("/a", PAGE)).document
    packed = source_of(site.page("/b", gzip.compress(PAGE.encode()), Content_Encoding="gzip")).document
    assert plain.id == packed.id


def test_a_page_is_dated_by_what_it_says_never_by_the_server(site: Site) -> None:
    changed = {"Last_Modified": "Mon, 02 Mar 2026 10:00:00 GMT", "Date": "Sat, 21 Nov 2026 10:00:00 GMT"}
    undated = source_of(site.page("/a", PAGE, **changed)).document
    head = '<meta property="article:published_time" content="2019-05-03T10:00:00+02:00">'
    dated = source_of(site.page("/b", head + PAGE, **changed)).document
    assert (undated.date, undated.date_origin) == (None, None)
    assert (dated.date, dated.date_origin) == ("2019-05-03", "metadata")


def test_a_page_is_called_by_its_title_or_by_its_address(site: Site) -> None:
    assert source_of(site.page("/a", PAGE)).document.title == "Bündnis"
    assert source_of(site.page("/unter/liste?x=1", f"<p>{SAYS}</p>")).document.title == "liste"


def test_contact_data_of_a_page_is_masked(site: Site) -> None:
    assert "0221 16400" not in source_of(site.page("/a", PAGE + "<p>Telefon: 0221 16400</p>")).document.text


def test_a_page_reads_like_the_same_file(site: Site, tmp_path: Path) -> None:
    from loaders.files import read_source

    file = tmp_path / "a.html"
    file.write_text(PAGE, encoding="utf-8")
    as_file, as_page = read_source(file), source_of(site.page("/a", PAGE))
    assert (as_page.document.text, as_page.document.id) == (as_file.document.text, as_file.document.id)
    assert as_page.blocks == as_file.blocks
