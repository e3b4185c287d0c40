"""OpenDocument texts: shapes by element and style, what is deleted or a comment stays out."""

import zipfile
from io import BytesIO

import odfdo
import pytest

from graph.errors import DocumentError
from loaders.formats.odt import read
from tests.loaders.formats.files_made import as_odt, zipped

NAMES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "text": "text",
            "table": "table",
            "style": "style",
            "fo": "xsl-fo-compatible",
            "draw": "drawing",
            "meta": "meta",
        }.items()
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def made(body: str, *, styles: str = "", further: dict[str, str] | None = None) -> bytes:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts = {"content.xml": content} | (further or {})
    return zipped({name: text.encode() for name, text in parts.items()})


def shapes(data: bytes) -> list[tuple[str, str, int]]:
    content = read(data)
    return [(block.kind.value, content.text[block.start : block.end], block.level) for block in content.blocks or ()]


BOLD = '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
TITLE = '<style:style style:name="P1" style:parent-style-name="Title"/>'
CASES = {
    "levels": ('<text:h text:outline-level="3">Drei</text:h>', [("heading", "Drei", 3)]),
    "title style": ('<text:p text:style-name="P1">Titel</text:p>', [("heading", "Titel", 1)]),
    "bold words": ('<text:p><text:span text:style-name="B">Dialog</text:span></text:p>', [("heading", "Dialog", 6)]),
    "bold in text": (
        '<text:p><text:span text:style-name="B">IHK</text:span> ist dabei</text:p>',
        [("paragraph", "IHK ist dabei", 1)],
    ),
    "blanks and breaks": (
        "<text:p>a<text:s/>b<text:tab/>c<text:line-break/>d</text:p>",
        [("paragraph", "a b c\nd", 1)],
    ),
    "nested list": (
        "<text:list><text:list-item><text:p>IHK</text:p><text:list><text:list-item><text:p>Bezirk</text:p>"
        "</text:list-item></text:list></text:list-item></text:list>",
        [("bullet", "IHK", 1), ("bullet", "Bezirk", 2)],
    ),
    "further words of an item": (
        "<text:list><text:list-item><text:p>IHK</text:p><text:p>mehr dazu</text:p></text:list-item></text:list>",
        [("bullet", "IHK", 1), ("paragraph", "mehr dazu", 1)],
    ),
    "deleted": (
        "<text:tracked-changes><text:p>weg</text:p></text:tracked-changes><text:p>da</text:p>",
        [("paragraph", "da", 1)],
    ),
    "comment": (
        "<text:p>Im<office:annotation><text:p>Wer?</text:p></office:annotation> Land</text:p>",
        [("paragraph", "Im Land", 1)],
    ),
    "link": ("<text:p>Die <text:a>IHK</text:a> ist da</text:p>", [("paragraph", "Die IHK ist da", 1)]),
    "section": ("<text:section><text:p>drin</text:p></text:section>", [("paragraph", "drin", 1)]),
    "text box": (
        "<text:p>davor<draw:frame><draw:text-box><text:p>im Kasten</text:p></draw:text-box></draw:frame></text:p>",
        [("paragraph", "davor", 1), ("paragraph", "im Kasten", 1)],
    ),
    "contents": (
        "<text:table-of-content><text:p>Kapitel 1</text:p></text:table-of-content><text:p>da</text:p>",
        [("paragraph", "da", 1)],
    ),
    "table": (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
        "<table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table-header-rows>"
        "<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p>"
        "</table:table-cell></table:table-row></table:table>",
        [("table_row", "A | B", 1), ("table_row", "1 | 2", 1)],
    ),
    "style that goes back to itself": (
        '<text:p text:style-name="S">da</text:p>',
        [("paragraph", "da", 1)],
    ),
}  # fmt: skip
LOOP = '<style:style style:name="S" style:parent-style-name="S"/>'


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_parts_of_a_document(body: str, expected: list[tuple[str, str, int]]) -> None:
    assert shapes(made(body, styles=BOLD + TITLE + LOOP)) == expected


def test_page_headers_and_footers_come_last_as_boilerplate() -> None:
    footer = "<style:footer><text:p>Stand: Mai</text:p></style:footer>"
    styles = f"<office:document-styles {NAMES}>{footer}</office:document-styles>"
    data = made("<text:p>Text</text:p>", further={"styles.xml": styles})
    assert shapes(data) == [("paragraph", "Text", 1), ("boilerplate", "Stand: Mai", 1)]


def test_the_documents_own_title_and_dates_count() -> None:
    document = odfdo.Document(BytesIO(as_odt([("paragraph", "Text")])))
    document.meta.title = "Dialog Hessen"
    stream = BytesIO()
    document.save(stream)
    content = read(stream.getvalue())
    assert content.title == "Dialog Hessen"
    assert content.dates


def test_a_document_with_a_password_says_so() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(DocumentError) as caught:
        read(made("<text:p>x</text:p>", further={"META-INF/manifest.xml": manifest}))
    assert caught.value.code == "password_protected"


def test_an_archive_without_a_text_is_damaged() -> None:
    with pytest.raises(DocumentError) as caught:
        read(zipped({"content.xml": f"<office:document-content {NAMES}/>".encode()}))
    assert caught.value.code == "damaged"
    assert zipfile.is_zipfile(BytesIO(as_odt([("paragraph", "x")])))
