"""OpenDocument texts (LibreOffice): headings, lists, tables and text boxes in the order of the document.

Deleted text, comments and the office's own indexes are left out; page headers and footers come last, as boilerplate.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from graph.errors import DocumentError
from loaders.document import BlockKind
from loaders.formats.archive import open_safely
from loaders.formats.content import Content, Piece, clean, compose, paragraph_pieces, row_pieces

Element = etree._Element  # pyright: ignore[reportPrivateUsage]  # lxml has no public name for it

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_LARGEST_MARKUP = 60_000_000


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


_HEADING, _PARAGRAPH, _LIST, _ROW = (_tag(name) for name in ("text:h", "text:p", "text:list", "table:table-row"))
_TABLE = _tag("table:table")
_CELLS = (_tag("table:table-cell"), _tag("table:covered-table-cell"))
_BOX_NAME = "draw:text-box"
_BOX = _tag(_BOX_NAME)
_BREAK, _TAB, _BLANKS = _tag("text:line-break"), _tag("text:tab"), _tag("text:s")
_NOT_READ = frozenset(
    _tag(f"text:{name}")
    for name in (
        *("tracked-changes", "table-of-content", "alphabetical-index", "illustration-index", "table-index"),
        *("object-index", "user-index", "bibliography", "sequence-decls", "variable-decls", "user-field-decls"),
        "note-citation",
    )
) | {_tag(name) for name in ("office:annotation", "office:annotation-end", "office:forms", "office:scripts", _BOX_NAME)}
_OPEN = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)


class _Style(NamedTuple):
    parent: str
    outline: int
    is_bold: bool


_Styles = Mapping[str, _Style]


def read(data: bytes) -> Content:
    """Read an OpenDocument text. Its own title and dates count; the file's date never does."""
    with zipfile.ZipFile(open_safely(data, largest_markup=_LARGEST_MARKUP)) as archive:
        names = frozenset(archive.namelist())
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise DocumentError("password_protected")
        parts = {
            name: etree.fromstring(archive.read(name), _OPEN)
            for name in ("content.xml", "styles.xml", "meta.xml")
            if name in names
        }
    content = parts.get("content.xml")
    body = None if content is None else content.find("office:body/office:text", _NAMES)
    if body is None:
        raise DocumentError("damaged", reason="no_text_document")
    styles = {name: style for part in parts.values() for name, style in _styles(part)}
    pieces = [*_pieces(body, styles, lists=0), *_margins(parts.get("styles.xml"))]
    topmost = next((piece.text for piece in pieces if piece.kind is BlockKind.HEADING and piece.level == 1), None)
    meta = parts.get("meta.xml")
    return compose(
        pieces,
        title=topmost or next(_fields(meta, "dc:title"), None),
        dates=(*_fields(meta, "dc:date"), *_fields(meta, "meta:creation-date")),
    )


def _fields(meta: Element | None, name: str) -> Iterator[str]:
    for field in () if meta is None else meta.iter(_tag(name)):
        if words := clean(field.text or ""):
            yield words


def _styles(part: Element) -> Iterator[tuple[str, _Style]]:
    for style in part.iter(_tag("style:style")):
        weight = style.find("style:text-properties", _NAMES)
        outline = style.get(_tag("style:default-outline-level"), "")
        is_bold = weight is not None and weight.get(_tag("fo:font-weight")) == "bold"
        parent = style.get(_tag("style:parent-style-name"), "")
        yield style.get(_tag("style:name"), ""), _Style(parent, int(outline) if outline.isdecimal() else 0, is_bold)


def _pieces(container: Element, styles: _Styles, *, lists: int) -> Iterator[Piece]:
    is_first = True
    for element in container.iterchildren():
        if element.tag in (_HEADING, _PARAGRAPH):
            yield from _paragraph(element, styles, level=lists if is_first else 0)
            is_first = False
            for box in _nearest(element, (_BOX,)):
                yield from _pieces(box, styles, lists=0)
        elif element.tag == _LIST:
            for item in element.iterchildren():
                yield from _pieces(item, styles, lists=lists + 1)
        elif element.tag == _TABLE:
            for row in _nearest(element, (_ROW,)):
                cells = _nearest(row, _CELLS)
                yield from row_pieces([list(_unbold(_pieces(cell, styles, lists=0))) for cell in cells])
        elif element.tag == _BOX or element.tag not in _NOT_READ:
            yield from _pieces(element, styles, lists=lists)


def _unbold(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """In a table bold words are no headings."""
    return (piece._replace(kind=BlockKind.PARAGRAPH) if piece.kind is BlockKind.HEADING else piece for piece in pieces)


def _paragraph(element: Element, styles: _Styles, *, level: int) -> Iterator[Piece]:
    words = clean("".join(_words(element)))
    if not words:
        return
    name = element.get(_tag("text:style-name"), "")
    line = tuple(_ancestry(name, styles))
    heading = _heading_level(element, line, styles)
    if heading:
        yield Piece(BlockKind.HEADING, words.replace("\n", " "), heading)
    elif level:
        yield Piece(BlockKind.BULLET, words, level)
    elif any(parent.startswith("Caption") for parent in line):
        yield Piece(BlockKind.CAPTION, words.replace("\n", " "))
    else:
        yield from paragraph_pieces(words, is_bold=_is_bold(element, line, styles))


def _heading_level(element: Element, line: Iterable[str], styles: _Styles) -> int:
    """The level of a heading, by its element or its style; 0 for other paragraphs."""
    if element.tag == _HEADING:
        level = element.get(_tag("text:outline-level"), "1")
        return max(1, min(int(level), 10)) if level.isdecimal() else 1
    for name in line:
        if name in ("Title", "Titel"):
            return 1
        if name in styles and styles[name].outline:
            return min(styles[name].outline, 10)
    return 0


def _is_bold(element: Element, line: Iterable[str], styles: _Styles) -> bool:
    """Whether all words are bold: by the paragraph's style, or because each of them stands in a bold span."""
    if any(name in styles and styles[name].is_bold for name in line):
        return True
    spans = element.findall("text:span", _NAMES)
    loose = [element.text, *(span.tail for span in element.iterchildren())]
    bold = (styles.get(span.get(_tag("text:style-name"), "")) for span in spans)
    return bool(spans) and not any(text and text.strip() for text in loose) and all(one and one.is_bold for one in bold)


def _ancestry(name: str, styles: _Styles) -> Iterator[str]:
    """A style and those it goes back to; one that goes back to itself ends."""
    seen: set[str] = set()
    while name and name not in seen:
        seen.add(name)
        yield name
        name = styles[name].parent if name in styles else ""


def _words(element: Element) -> Iterator[str]:
    """The words of a paragraph, in order; what is not read keeps the words behind it."""
    yield _spaced(element.text)
    waiting: list[Element | str] = list(reversed(element))
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, str):
            yield _spaced(inner)
            continue
        if inner.tail:
            waiting.append(inner.tail)
        if inner.tag == _BREAK:
            yield "\n"
        elif inner.tag in (_TAB, _BLANKS):
            yield " "
        elif inner.tag not in _NOT_READ:
            yield _spaced(inner.text)
            waiting.extend(reversed(inner))


def _spaced(text: str | None) -> str:
    """Line breaks in the markup are blanks to the reader."""
    return (text or "").replace("\n", " ").replace("\r", " ")


def _nearest(container: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """The elements with one of these tags, but none inside another one of them."""
    for element in container.iterchildren():
        if element.tag in tags:
            yield element
        elif element.tag not in _NOT_READ:
            yield from _nearest(element, tags)


def _margins(part: Element | None) -> Iterator[Piece]:
    """What stands in page headers and footers, once each."""
    told: set[str] = set()
    for name in () if part is None else ("style:header", "style:footer"):
        for margin in part.iter(_tag(name)) if part is not None else ():
            for paragraph in margin.iter(_PARAGRAPH):
                words = clean("".join(_words(paragraph)))
                if words and words not in told:
                    told.add(words)
                    yield Piece(BlockKind.BOILERPLATE, words)
