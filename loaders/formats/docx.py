"""Word documents: headings by style, lists, tables, text boxes, in the order of the document.

Deleted and hidden text is left out, inserted text is read; page headers and footers come last, as boilerplate.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE
from docx.oxml.ns import qn
from lxml import etree

from loaders.document import BlockKind
from loaders.formats.archive import open_safely
from loaders.formats.content import Content, Piece, clean, compose, paragraph_pieces, row_pieces

Element = etree._Element  # pyright: ignore[reportPrivateUsage]  # lxml has no public name for it

_HEADING_STYLE = re.compile(r"^(?:heading|überschrift|titre|title|titel)\s*(\d?)$", re.IGNORECASE)
_LIST_STYLE = re.compile(r"^(?:list|liste|listen|aufzählung)(?: |$|absatz|nummer).*?(\d?)$", re.IGNORECASE)
_CAPTION_STYLE = re.compile(r"^(?:caption|beschriftung)", re.IGNORECASE)
_CONTENTS_STYLE = re.compile(r"^(?:toc|verzeichnis|inhaltsverzeichnis)\b", re.IGNORECASE)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_READ = {_FALLBACK, *map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:txbxContent"))}
_LARGEST_MARKUP = 60_000_000
_CONTENT_TYPES = "[Content_Types].xml"
_MACRO_TYPE = re.compile(rb"application/vnd\.ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml")
_OFF = frozenset({"0", "false", "off", "none"})


class _Shape(NamedTuple):
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1


def read(data: bytes) -> Content:
    """Read a Word document. Its own title and dates count; the file's date never does."""
    document = docx.Document(_without_macros(open_safely(data, largest_markup=_LARGEST_MARKUP)))
    shapes = _style_shapes(document)
    pieces = [*_pieces(document.element, shapes), *_margins(document)]
    properties = document.core_properties
    stamps = (properties.modified, properties.created)
    topmost = next((piece.text for piece in pieces if piece.kind is BlockKind.HEADING and piece.level == 1), None)
    return compose(
        pieces, title=topmost or properties.title or None, dates=(stamp.isoformat() for stamp in stamps if stamp)
    )


def _without_macros(file: io.BytesIO) -> io.BytesIO:
    """A document with macros as one without: the macros are not unpacked, and python-docx knows no such documents."""
    with zipfile.ZipFile(file) as archive:
        kinds = archive.read(_CONTENT_TYPES) if _CONTENT_TYPES in archive.namelist() else b""
        if b"macroEnabled" not in kinds:
            file.seek(0)
            return file
        plain = io.BytesIO()
        with zipfile.ZipFile(plain, "w") as copy:
            for part in archive.infolist():
                if part.filename != _CONTENT_TYPES and not part.filename.endswith(".bin"):
                    copy.writestr(part.filename, archive.read(part))
            copy.writestr(_CONTENT_TYPES, _MACRO_TYPE.sub(CONTENT_TYPE.WML_DOCUMENT_MAIN.encode(), kinds))
    plain.seek(0)
    return plain


def _style_shapes(document: Document) -> dict[str, _Shape]:
    """What each paragraph style makes of a paragraph, by the style's id."""
    return {
        style.style_id: _style_shape(style.name or "", style.element) for style in document.styles if style.style_id
    }


def _style_shape(name: str, element: Element) -> _Shape:
    if match := _HEADING_STYLE.match(name):
        return _Shape(BlockKind.HEADING, int(match[1] or 1))
    if _CAPTION_STYLE.match(name):
        return _Shape(BlockKind.CAPTION)
    if _CONTENTS_STYLE.match(name):
        return _Shape(BlockKind.BOILERPLATE)
    if match := _LIST_STYLE.match(name):
        return _Shape(BlockKind.BULLET, int(match[1] or 1))
    return _own_shape(element, _Shape())


def _own_shape(element: Element, given: _Shape) -> _Shape:
    """The shape that a paragraph's (or style's) own properties give it, else the given one."""
    properties = element.find(qn("w:pPr"))
    if properties is None or given.kind is BlockKind.HEADING:
        return given
    outline = _value(properties, "w:outlineLvl")
    if outline and outline.isdigit() and int(outline) < 9:
        return _Shape(BlockKind.HEADING, int(outline) + 1)
    numbering = properties.find(qn("w:numPr"))
    if numbering is not None and _value(numbering, "w:numId") != "0":
        level = _value(numbering, "w:ilvl")
        return _Shape(BlockKind.BULLET, int(level) + 1 if level and level.isdigit() else given.level)
    return given


def _pieces(container: Element, shapes: dict[str, _Shape]) -> Iterator[Piece]:
    for element in container.iterchildren():
        if element.tag == qn("w:p"):
            yield from _paragraph(element, shapes)
            for box in _nearest(element, qn("w:txbxContent")):
                yield from _pieces(box, shapes)
        elif element.tag == qn("w:tbl"):
            for row in _nearest(element, qn("w:tr")):
                cells = _nearest(row, qn("w:tc"))
                yield from row_pieces([list(_unbold(_pieces(cell, shapes))) for cell in cells])
        elif element.tag not in _NOT_READ:
            yield from _pieces(element, shapes)


def _unbold(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """In a table bold words are no headings."""
    return (piece._replace(kind=BlockKind.PARAGRAPH) if piece.kind is BlockKind.HEADING else piece for piece in pieces)


def _paragraph(element: Element, shapes: dict[str, _Shape]) -> Iterator[Piece]:
    runs = list(_runs(element))
    words = clean("".join(text for text, _ in runs))
    if not words:
        return
    properties = element.find(qn("w:pPr"))
    style = _value(properties, "w:pStyle") if properties is not None else None
    shape = _own_shape(element, shapes.get(style or "", _Shape()))
    if shape.kind is BlockKind.PARAGRAPH:
        yield from paragraph_pieces(words, is_bold=all(is_bold for text, is_bold in runs if text.strip()))
    elif shape.kind is BlockKind.BULLET:
        yield Piece(shape.kind, words, shape.level)
    else:
        yield Piece(shape.kind, words.replace("\n", " "), shape.level)


def _runs(paragraph: Element) -> Iterator[tuple[str, bool]]:
    """The words of a paragraph with whether they are bold, in order."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in _NOT_READ:
            continue
        if element.tag == qn("w:r") and _is_on(element, "w:vanish"):
            continue
        if element.tag == qn("w:t"):
            yield element.text or "", _is_on(element.getparent(), "w:b")
        elif element.tag in (qn("w:br"), qn("w:cr")):
            yield "\n", True
        elif element.tag == qn("w:tab"):
            yield " ", True
        elif element.tag == qn("w:noBreakHyphen"):
            yield "-", True
        else:
            waiting.extend(reversed(element))


def _nearest(container: Element, tag: str) -> Iterator[Element]:
    """The elements with this tag, but none inside another one of them or in what is there twice."""
    for element in container.iterchildren():
        if element.tag == tag:
            yield element
        elif element.tag != _FALLBACK:
            yield from _nearest(element, tag)


def _margins(document: Document) -> Iterator[Piece]:
    """What stands in page headers and footers, once each."""
    told: set[str] = set()
    for section in document.sections:
        for margin in (section.header, section.footer):
            for paragraph in () if margin.is_linked_to_previous else margin.paragraphs:
                words = clean(paragraph.text)
                if words and words not in told:
                    told.add(words)
                    yield Piece(BlockKind.BOILERPLATE, words)


def _value(element: Element, name: str) -> str | None:
    found = element.find(qn(name))
    return None if found is None else found.get(qn("w:val"))


def _is_on(run: Element | None, name: str) -> bool:
    properties = None if run is None else run.find(qn("w:rPr"))
    switch = None if properties is None else properties.find(qn(name))
    return switch is not None and (switch.get(qn("w:val")) or "1").lower() not in _OFF
