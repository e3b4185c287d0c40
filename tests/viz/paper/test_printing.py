"""Sheets as SVG, PDF and PNG: text stays text, and nothing in it runs."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from defusedxml import ElementTree as Safe

from tests.viz.paper.printed import make, read_pdf
from tests.viz.pictures import PAYLOADS, hostile_picture, regionless_picture, small_picture
from viz.paper.letters import Typecase
from viz.paper.poster import View
from viz.paper.printing import print_pdf, print_png
from viz.paper.svg import draw

TAGS = {"svg", "title", "rect", "path", "text", "circle", "g", "a", "defs", "pattern"}


@pytest.mark.parametrize("view", View)
def test_hostile_text_never_becomes_markup(view: View) -> None:
    for sheet in make(hostile_picture(), view).sheets:
        root = Safe.fromstring(draw(sheet, title=PAYLOADS[1], language="de"))
        for element in root.iter():
            assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in TAGS
            assert not any(name.lower().startswith("on") for name in element.attrib)
            links = [value for name, value in element.attrib.items() if name.endswith("href")]
            assert all(value.startswith(("http://", "https://")) for value in links)


@pytest.mark.parametrize("view", View)
def test_hostile_text_is_printed_as_it_is(view: View) -> None:
    sheets = make(hostile_picture(), view).sheets
    _sizes, text = read_pdf(print_pdf(sheets, title=PAYLOADS[1], language="de"))
    assert "constructor" in text and "{{7*7}}" in text


def test_typst_reads_no_text_as_markup() -> None:
    names = ("#panic()", '#read("/etc/hostname")', "$ x $", "*fett*", "`code`", "\\u{41}", "@label <x>")
    _sizes, text = read_pdf(
        print_pdf(make(regionless_picture(*names), View.NET).sheets, title="#panic()", language="de")
    )
    assert all(name in text for name in names)


def test_the_fonts_are_embedded_and_the_text_is_found() -> None:
    content = print_pdf(make(small_picture(), View.NET).sheets, title="Plakat", language="de")
    assert b"AtlasSans" in content and b"FontFile" in content
    page = pypdfium2.PdfDocument(content)[0]
    assert page.get_textpage().search("Masterplan").get_next() is not None


def test_sources_on_the_web_can_be_clicked_on() -> None:
    content = print_pdf(make(small_picture(), View.NET).sheets, title="Plakat", language="de")
    page = pypdfium2.PdfDocument(content)[0]
    assert pdfium.FPDFPage_GetAnnotCount(page) == 1


def test_letters_of_every_script_are_drawn_and_never_as_boxes() -> None:
    made = make(regionless_picture("اتحاد النقابات", "תנועת העובדים", "IG Metall"), View.MATRIX)
    content = print_pdf(made.sheets, title="Plakat", language="de")
    assert b"AtlasSans" in content and b"Noto" not in content
    assert made.left_out == {}


def test_a_picture_of_dots_has_the_size_asked_for() -> None:
    sheet = make(small_picture(), View.NET).sheets[0]
    png = print_png(sheet, title="Plakat", language="de", dots_per_inch=50)
    assert png.startswith(b"\x89PNG")
    width, height = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    assert (width, height) == pytest.approx((420 / 25.4 * 50, 297 / 25.4 * 50), abs=1)


def test_text_is_taken_in_one_line_without_what_shows_nothing() -> None:
    typecase = Typecase()
    assert typecase.take(" a\tb\nc\u200b\u2060d\x00 ") == "a b cd"
    assert not typecase.left_out
