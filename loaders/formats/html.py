"""HTML as text with blocks. Nothing that a reader of the page sees is dropped; navigation and footers are marked.

The page is read as a stream of tags, never as a tree, so that any depth of nesting is read in linear time.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from loaders.document import BlockKind
from loaders.encoding import decode
from loaders.formats.content import Content, Piece, clean, compose, paragraph_pieces, row_pieces
from loaders.formats.elements import CELLS, TRANSPARENT, Item, OpenElement, open_element

# Where pages keep their date, best first.
_DATE_FIELDS = (
    "article:published_time",
    "datepublished",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "dc.date.created",
    "date",
    "pubdate",
    "publish-date",
    "publication_date",
    "time",
    "last-modified",
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
)
_TITLE_FIELD = "og:title"
_LINKED_DATA_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_CHARACTER_SET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_HEAD_PIECES = 5


def read(data: bytes) -> Content:
    """Read a page; its character set is the byte order mark's, else UTF-8 if it is that, else the declared one."""
    declared = _CHARACTER_SET.search(data[:_DECLARED_WITHIN])
    return read_markup(decode(data, declared=declared[1].decode("ascii") if declared else None))


def read_markup(text: str) -> Content:
    """Read a page that is decoded already."""
    page = _Page()
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True)
    parser.feed(text.encode("utf-8", "replace"))
    parser.close()
    return compose(page.pieces, title=page.title(), dates=page.dates())


@dataclass(slots=True)
class _Row:
    """A row that is open. One with a table inside only arranges: its pieces go straight to the page."""

    cells: list[list[Piece]] = field(default_factory=list)
    arranges: bool = False


@dataclass(slots=True)
class _Page:
    """The parser's target: words go to a buffer, which becomes a piece at the edge of every block."""

    pieces: list[Piece] = field(default_factory=list)
    _open: list[OpenElement] = field(default_factory=lambda: [OpenElement("")])
    _rows: list[_Row] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _has_plain_words: bool = False
    _term: str | None = None
    _is_term_told: bool = True
    _titles: list[str] = field(default_factory=list)
    _fields: dict[str, str] = field(default_factory=dict)

    def start(self, tag: str | bytes, attrib: dict[str | bytes, str | bytes]) -> None:
        """An element opens."""
        name, attributes = str(tag), {str(key): str(value) for key, value in attrib.items()}
        if name not in TRANSPARENT:
            self._end_piece()
        here = open_element(self._open[-1], name, attributes)
        self._open.append(here)
        self._note_fields(name, attributes, here)
        if here.is_hidden:
            return
        if name == "br":
            self._words.append("\n")
        elif name == "tr":
            self._open_row()
        elif name in CELLS and self._rows:
            self._rows[-1].cells.append([])
        elif name == "li" and here.item:
            here.item.first_piece = len(self._target())

    def end(self, tag: str | bytes) -> None:
        """An element closes."""
        here = self._open[-1]
        if tag not in TRANSPARENT:
            self._end_piece()
        if len(self._open) > 1:
            self._open.pop()
        if here.is_hidden:
            return
        if tag == "tr" and self._rows:
            self._close_row()
        elif tag == "li" and here.item:
            self._unhead(here.item, here.lists)
        elif tag == "dl":
            self._flush_term()

    def comment(self, text: str | bytes) -> None:
        """A comment is no part of the page."""

    def data(self, data: str | bytes) -> None:
        """Words stand in the element opened last."""
        words = str(data)
        here = self._open[-1]
        if here.tag == "title" and len(self._open) > 1 and self._open[-2].tag in ("head", "html", ""):
            self._titles.append(words)
        elif here.tag == "script" and (stamp := _LINKED_DATA_DATE.search(words)):
            self._fields.setdefault("datepublished", stamp[1])
        elif not here.is_hidden:
            self._words.append(words if here.is_verbatim else words.replace("\n", " "))
            self._has_plain_words |= not here.is_bold and not words.isspace()

    def close(self) -> None:
        """The page ends."""
        self._end_piece()
        self._flush_term()
        while self._rows:
            self._close_row()

    def title(self) -> str | None:
        """The main heading, else what the head says."""
        main = (piece.text for piece in self.pieces if piece.kind is BlockKind.HEADING and piece.level == 1)
        named = self._fields.get(_TITLE_FIELD) or clean("".join(self._titles)).replace("\n", " ")
        return next(main, None) or named or None

    def dates(self) -> Iterator[str]:
        """What the page's fields say about its date, best first."""
        return (self._fields[name] for name in _DATE_FIELDS if name in self._fields)

    def _note_fields(self, tag: str, attributes: Mapping[str, str], here: OpenElement) -> None:
        names = [attributes.get(key, "").lower() for key in ("property", "name", "itemprop", "http-equiv")]
        value = attributes.get("content") or attributes.get("datetime") or ""
        if tag == "time" and value and not here.is_furniture and not any(names) and len(self.pieces) <= _HEAD_PIECES:
            names = ["time"]
        for name in names:
            if value and tag in ("meta", "time") and (name in _DATE_FIELDS or name == _TITLE_FIELD):
                self._fields.setdefault(name, value)

    def _target(self) -> list[Piece]:
        row = self._rows[-1] if self._rows else None
        return row.cells[-1] if row and row.cells and not row.arranges else self.pieces

    def _open_row(self) -> None:
        if self._rows and not self._rows[-1].arranges:
            outer = self._rows[-1]
            outer.arranges = True
            self.pieces.extend(piece for cell in outer.cells for piece in cell)
        self._rows.append(_Row())

    def _close_row(self) -> None:
        row = self._rows.pop()
        if not row.arranges:
            self.pieces.extend(row_pieces(row.cells))

    def _end_piece(self) -> None:
        words, is_bold = clean("".join(self._words)), not self._has_plain_words
        self._words.clear()
        self._has_plain_words = False
        if not words:
            return
        here = self._open[-1]
        if here.is_furniture:
            self._target().append(Piece(BlockKind.BOILERPLATE, words))
        elif here.kind is BlockKind.KEY_VALUE and here.definition is None:
            self._flush_term()
            self._term, self._is_term_told = words.removesuffix(":").rstrip().replace("\n", " "), False
        else:
            self._target().extend(self._made(words, here, is_bold=is_bold))

    def _made(self, words: str, here: OpenElement, *, is_bold: bool) -> Iterator[Piece]:
        if here.definition and not here.definition.is_used and self._term:
            here.definition.is_used = self._is_term_told = True
            if here.kind is BlockKind.KEY_VALUE:
                yield Piece(BlockKind.KEY_VALUE, f"{self._term}: {words}")
                return
            yield Piece(BlockKind.PARAGRAPH, f"{self._term}:")
        if here.kind is BlockKind.BULLET and here.item and not here.item.is_used:
            here.item.is_used = True
            yield Piece(BlockKind.BULLET, words, here.level)
        elif here.kind in (BlockKind.HEADING, BlockKind.CAPTION):
            if here.item:
                here.item.is_used = True
            yield Piece(here.kind, words.replace("\n", " "), here.level)
        else:
            yield from paragraph_pieces(words, is_bold=is_bold)

    def _flush_term(self) -> None:
        if self._term and not self._is_term_told:
            self._target().append(Piece(BlockKind.PARAGRAPH, self._term))
        self._term = None

    def _unhead(self, item: Item, level: int) -> None:
        """A list item that is nothing but a heading is a bullet: linked members are often set that way."""
        target = self._target()
        if len(target) - item.first_piece == 1 and target[-1].kind is BlockKind.HEADING:
            target[-1] = Piece(BlockKind.BULLET, target[-1].text, max(1, level))
