"""The same content reads the same, whatever the format; and blocks always point into the text."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import DocumentError
from loaders.blocks import find_blocks
from loaders.document import Block, BlockKind
from loaders.formats import FORMATS, reader
from loaders.formats.content import Content
from tests.loaders.formats import files_made

SHAPES = [
    ("heading", "Bündnis für Industrie"),
    ("paragraph", "Unter Federführung des Ministers arbeiten im Bündnis zusammen:"),
    ("bullet", "Verband der Metall- und Elektro-Industrie (VMET),"),
    ("bullet", "IG Metall Bezirk Mitte"),
    ("heading", "In|du|strie & mehr"),
    ("key_value", "Veranstalter: IHK Köln"),
    ("table_row", "Initiative | Land"),
    ("table_row", "Dialog Industrie | Hessen"),
    ("paragraph", "Die Gewerkschaften sind nicht beteiligt."),
]

WORDS = st.lists(st.sampled_from(("Bündnis", "IHK", "Köln", "und", "für", "Industrie", "4.0")), min_size=2, max_size=8)
TEXTS = WORDS.map(" ".join)
SOME_SHAPES = st.lists(
    st.one_of(
        TEXTS.map(lambda text: ("heading", text)),
        TEXTS.map(lambda text: ("paragraph", text + ".")),
        TEXTS.map(lambda text: ("bullet", text)),
        st.tuples(TEXTS, TEXTS).map(lambda cells: ("table_row", " | ".join(cells))),
    ),
    min_size=1,
    max_size=12,
)


def blocks_of(content: Content) -> tuple[Block, ...]:
    return find_blocks(content.text) if content.blocks is None else content.blocks


def shapes_of(name: str, data: bytes) -> list[tuple[str, str]]:
    content = reader(name)(data)
    return [(block.kind.value, content.text[block.start : block.end]) for block in blocks_of(content)]


def assert_blocks_point_into_the_text(content: Content) -> None:
    place = 0
    assert "\r" not in content.text
    content.text.encode("utf-8")
    for block in blocks_of(content):
        words = content.text[block.start : block.end]
        assert place <= block.start < block.end <= len(content.text)
        assert words == words.strip()
        assert block.level >= 1
        place = block.end


def test_every_format_of_the_table_has_a_reader() -> None:
    assert {name for name in FORMATS.values() if callable(reader(name))} == set(FORMATS.values())


@pytest.mark.parametrize("name", ["html", "markdown", "docx"])
def test_marked_up_formats_give_the_same_blocks(name: str) -> None:
    made = {"html": files_made.as_html, "markdown": files_made.as_markdown, "docx": files_made.as_docx}
    assert shapes_of(name, made[name](SHAPES)) == SHAPES


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(SOME_SHAPES)
def test_any_content_reads_the_same_in_html_markdown_and_word(shapes: list[tuple[str, str]]) -> None:
    as_html = shapes_of("html", files_made.as_html(shapes))
    assert as_html == shapes
    assert shapes_of("markdown", files_made.as_markdown(shapes)) == as_html
    assert shapes_of("docx", files_made.as_docx(shapes)) == as_html


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(SOME_SHAPES)
def test_blocks_of_marked_up_formats_point_into_the_text(shapes: list[tuple[str, str]]) -> None:
    for name, made in (
        ("html", files_made.as_html),
        ("markdown", files_made.as_markdown),
        ("docx", files_made.as_docx),
        ("plain", files_made.as_markdown),
    ):
        assert_blocks_point_into_the_text(reader(name)(made(shapes)))


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300))
def test_any_text_becomes_blocks_that_point_into_it(text: str) -> None:
    data = text.encode("utf-8", "replace")
    for name in ("plain", "markdown", "html"):
        try:
            content = reader(name)(data)
        except DocumentError as error:
            assert error.code == "binary"
        else:
            assert_blocks_point_into_the_text(content)


TAGS = """<p> </p> <ul> <li> </li> </ul> <h1> </h1> <h3> <b> </b> <br> <table> <tr> <td> </td> </tr> </table> <dl> <dt>
<dd> </dd> </dl> <nav> </nav> <aside> </aside> <div> </div> <article> </article> <th> <figcaption> </figcaption> <pre>
<header> </header> <caption> &nbsp; &shy; &amp; IHK Köln: Text."""
MARKUP = st.lists(st.sampled_from((*TAGS.split(), " ", "\n")), max_size=60).map("".join)


@settings(deadline=None, max_examples=300)
@given(MARKUP)
def test_any_tag_soup_becomes_blocks_that_point_into_it(markup: str) -> None:
    assert_blocks_point_into_the_text(reader("html")(f"<main>{markup}</main>".encode()))


@settings(deadline=None, max_examples=300)
@given(MARKUP)
def test_no_word_of_a_page_is_lost(markup: str) -> None:
    content = reader("html")(f"<main>{markup}</main>".encode())
    for word in ("IHK", "Köln", "Text."):
        assert content.text.count(word) >= markup.count(word)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(st.sampled_from(["", "IHK", "Köln", 3, 2.5, None, "a\nb"]), max_size=5), max_size=8))
def test_blocks_of_sheets_point_into_the_text(rows: list[list[object]]) -> None:
    assert_blocks_point_into_the_text(reader("sheet")(files_made.as_xlsx({"Liste": rows})))


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(20, 500), st.integers(20, 800), st.sampled_from([9, 11, 16]), TEXTS), max_size=12
        ),
        min_size=1,
        max_size=4,
    )
)
def test_blocks_of_pdf_pages_point_into_the_text(pages: list[list[files_made.Line]]) -> None:
    try:
        content = reader("pdf")(files_made.as_pdf(pages))
    except DocumentError as error:
        assert error.code == "no_text_layer"
    else:
        assert_blocks_point_into_the_text(content)


@pytest.mark.parametrize("name", ["docx", "pdf", "sheet"])
@settings(deadline=None, max_examples=30)
@given(st.binary(max_size=400))
def test_rubbish_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        reader(name)(data)
    assert caught.value.code in ("damaged", "password_protected")


def test_bullet_signs_stand_in_the_text_but_not_in_the_block() -> None:
    content = reader("html")(b"<ul><li>IHK<ul><li>Region</ul><li>HWK</ul>")
    assert content.text == "• IHK\n  • Region\n• HWK\n"
    assert content.blocks is not None
    assert [(block.kind, block.level) for block in content.blocks] == [
        (BlockKind.BULLET, 1),
        (BlockKind.BULLET, 2),
        (BlockKind.BULLET, 1),
    ]


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    bomb = files_made.zipped({"word/document.xml": b" " * 150_000_000})
    assert len(bomb) < 1_000_000
    for name in ("docx", "sheet"):
        with pytest.raises(DocumentError) as caught:
            reader(name)(bomb)
        assert caught.value.code == "document_bomb"


def test_an_office_file_with_a_password_says_so() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    for name in ("docx", "sheet"):
        with pytest.raises(DocumentError) as caught:
            reader(name)(io.BytesIO(locked).getvalue())
        assert caught.value.code == "password_protected"
