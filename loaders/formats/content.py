"""What every reader gives, and the composer that writes marked-up documents as one plain text with blocks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.document import Block, BlockKind
from loaders.lexicon import word_table
from loaders.tables.table import SheetLayout


@dataclass(frozen=True, slots=True)
class Content:
    """A file's text.

    `blocks` is None where the layout of the lines is all there is. `title` is None where the first heading is one,
    empty where the file's name is better. `dates` are metadata, best first. `pages` are where its pages begin. `sheets`
    are those of a file of tables, `hidden_sheets` the names of those that are not read.
    """

    text: str
    blocks: tuple[Block, ...] | None = None
    title: str | None = None
    dates: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    sheets: tuple[SheetLayout, ...] = ()
    hidden_sheets: tuple[str, ...] = ()


class Piece(NamedTuple):
    """A block before it has a place."""

    kind: BlockKind
    text: str
    level: int = 1


BULLET_SIGN = "• "
CELL_SEPARATOR = " | "

_LAYOUT = word_table("layout")
_RUNS = re.compile(r"[ \t\r\f\v\u00a0\u2000-\u200a\u202f]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f]")
_LISTED = re.compile(r"[•·▪◦‣∙*–-]\s+(?=\S)")
_KEY_VALUE = re.compile(r"[A-ZÄÖÜ][\w/-]*(?: [\w/-]+){0,3}:\s+\S")
_CAPTION = re.compile("|".join(re.escape(mark) for mark in _LAYOUT["caption_marks"]), re.IGNORECASE)
_CONTACT = re.compile(
    rf"(?:{'|'.join(re.escape(label) for label in _LAYOUT['contact_labels'])})\b\.?\s*:", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?;,:]$")
_LONGEST_CAPTION = 300
_LONGEST_KEY_VALUE = 400
_LONGEST_BOLD_HEADING = 130
_BOLD_LEVEL = 6
_LONGEST_ROW = 1200
_DEEPEST_INDENT = 9
_IN_CELLS = frozenset({BlockKind.PARAGRAPH, BlockKind.KEY_VALUE, BlockKind.CAPTION})
_TIGHT = frozenset({BlockKind.BULLET, BlockKind.TABLE_ROW, BlockKind.KEY_VALUE, BlockKind.BOILERPLATE})


def clean(text: str) -> str:
    """Runs of blanks become one, invisible characters and empty lines go; line breaks stay."""
    lines = (_RUNS.sub(" ", line).strip() for line in _INVISIBLE.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)


def paragraph_pieces(text: str, *, is_bold: bool = False) -> Iterator[Piece]:
    """A paragraph as its pieces: lines that are bullets or "Label: value" stand alone; one all in bold is a heading."""
    lines = text.split("\n")
    kinds = [_line_kind(line) for line in lines]
    if is_bold and len(lines) == 1 and len(text) <= _LONGEST_BOLD_HEADING and not _SENTENCE_END.search(text):
        yield Piece(BlockKind.HEADING, text, _BOLD_LEVEL)
    elif all(kind is BlockKind.PARAGRAPH for kind in kinds):
        yield Piece(BlockKind.PARAGRAPH, text)
    else:
        for kind, line in zip(kinds, lines, strict=True):
            yield Piece(kind, _LISTED.sub("", line, count=1) if kind is BlockKind.BULLET else line)


def row_pieces(cells: Sequence[Sequence[Piece]]) -> Iterator[Piece]:
    """A row of a table as one piece, or its pieces one by one where the table only arranges them on the page."""
    pieces = [piece for cell in cells for piece in cell]
    arranges = any(piece.kind not in _IN_CELLS and piece.level != _BOLD_LEVEL for piece in pieces)
    if arranges or sum(1 for cell in cells if cell) < 2 or sum(len(piece.text) for piece in pieces) > _LONGEST_ROW:
        yield from pieces
    else:
        yield row_piece("; ".join(piece.text for piece in cell) for cell in cells)


def row_piece(cells: Iterable[str]) -> Piece:
    """A row of a table. Empty cells keep their place, save those at the end."""
    texts = [cell.replace("\n", "; ") for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return Piece(BlockKind.TABLE_ROW, CELL_SEPARATOR.join(texts).strip())


def compose(pieces: Iterable[Piece], *, title: str | None = None, dates: Iterable[str] = ()) -> Content:
    """Write the pieces down: blank lines between them, none within lists, tables and label lines."""
    written: list[str] = []
    blocks: list[Block] = []
    place = 0
    last: BlockKind | None = None
    for piece in pieces:
        gap = "" if last is None else "\n" if piece.kind is last and last in _TIGHT else "\n\n"
        sign = "  " * (min(piece.level, _DEEPEST_INDENT) - 1) + BULLET_SIGN if piece.kind is BlockKind.BULLET else ""
        start = place + len(gap) + len(sign)
        written += gap, sign, piece.text
        place, last = start + len(piece.text), piece.kind
        blocks.append(Block(piece.kind, start, place, piece.level))
    written.append("\n" if blocks else "")
    return Content("".join(written), tuple(blocks), title, tuple(dates))


def _line_kind(line: str) -> BlockKind:
    if _LISTED.match(line):
        return BlockKind.BULLET
    if _CONTACT.match(line):
        return BlockKind.BOILERPLATE
    if len(line) <= _LONGEST_CAPTION and _CAPTION.search(line):
        return BlockKind.CAPTION
    if len(line) <= _LONGEST_KEY_VALUE and _KEY_VALUE.match(line):
        return BlockKind.KEY_VALUE
    return BlockKind.PARAGRAPH
