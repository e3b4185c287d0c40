"""Text in columns beside a drawing and behind it: legend, sources, lists. What has no room goes on on the next page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat

from queries.answers import CellValue
from viz.palette import INITIATIVE, Look, Stroke
from viz.paper.blocks import PLATE
from viz.paper.items import SOFT, WHITE, Box, Item, Label, Line, Link, Plate, Sign, Symbol
from viz.paper.letters import Face, width_of
from viz.paper.wrapping import Wrapped, wrap

_HEAD, _TEXT, _NOTE = 3.3, 2.75, 2.4
_LEADING = 1.25
_MARK = 9.0
"""The room for a mark or a number before the text."""
_ABOVE_HEAD, _BELOW = 4.2, 1.15
_GUTTER = 6.0
_MOST_LINES = 12
_STROKE = 0.24
"""Millimetres for a pixel of the width of a line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph: a heading, or a text with a mark before it, a count at its end and a note under it."""

    text: str
    is_head: bool = False
    note: str = ""
    number: str = ""
    count: str = ""
    mark: Look | Stroke | CellValue | None = None
    hollow: bool = False
    bold: bool = False
    address: str | None = None


@dataclass(slots=True)
class Column:
    """What came to stand in the columns of one page."""

    items: list[Item] = field(default_factory=list[Item])
    links: list[Link] = field(default_factory=list[Link])


def side_by_side(frame: Box, count: int) -> tuple[Box, ...]:
    """The frame as so many columns."""
    width = (frame.width - _GUTTER * (count - 1)) / count
    lefts = [frame.left + number * (width + _GUTTER) for number in range(count)]
    return tuple(Box(left, frame.top, left + width, frame.bottom) for left in lefts)


def flow(entries: Sequence[Entry], first: Sequence[Box], further: Sequence[Box]) -> list[Column]:
    """Set the entries into the `first` columns, then into as many pages of `further` ones as are needed.

    A heading never stands alone at the foot of a column. The first page is there even where nothing is to be set.
    """
    pages = [Column()]
    boxes: Iterator[tuple[int, Box]] = chain(
        ((0, box) for box in first),
        ((page, box) for page, _ in enumerate(repeat(None), start=1) for box in further),
    )
    page, box = next(boxes)
    y = box.top
    for place, entry in enumerate(entries):
        needed = _height(entry, box.width) + (_height(entries[place + 1], box.width) if _leads(entries, place) else 0)
        while y + needed > box.bottom and y > box.top:
            page, box = next(boxes)
            y = box.top
        while len(pages) <= page:
            pages.append(Column())
        top = y + (_ABOVE_HEAD if entry.is_head and y > box.top else 0.0)
        _set(entry, Box(box.left, top, box.right, box.bottom), pages[page])
        y = top + _height(entry, box.width) - (_ABOVE_HEAD if entry.is_head else 0.0)
    return pages


def _leads(entries: Sequence[Entry], place: int) -> bool:
    return entries[place].is_head and place + 1 < len(entries)


def _room(entry: Entry, width: float) -> float:
    """How wide the text may be."""
    counted = width_of(entry.count, _TEXT) + 2.0 if entry.count else 0.0
    return width - counted - (_MARK if entry.mark is not None or entry.number else 0.0)


def _words(entry: Entry, width: float) -> tuple[Wrapped, Wrapped]:
    if entry.is_head:
        return wrap(entry.text, width, _HEAD, face=Face.BOLD), Wrapped((), 0.0)
    room = _room(entry, width)
    text = wrap(entry.text, room, _TEXT, face=_face(entry), most=_MOST_LINES)
    return text, wrap(entry.note, room, _NOTE, most=_MOST_LINES)


def _height(entry: Entry, width: float) -> float:
    text, note = _words(entry, width)
    if entry.is_head:
        return _ABOVE_HEAD + len(text.lines) * _HEAD * _LEADING + _BELOW * 1.3
    return len(text.lines) * _TEXT * _LEADING + len(note.lines) * _NOTE * _LEADING + _BELOW


def _set(entry: Entry, box: Box, page: Column) -> None:
    text, note = _words(entry, box.width)
    if entry.is_head:
        page.items.append(Label(box.left, box.top + _HEAD, text.lines, _HEAD, Face.BOLD, leading=_LEADING))
        return
    left = box.left + (_MARK if entry.mark is not None or entry.number else 0.0)
    foot, size = box.top + _TEXT, _TEXT * _LEADING
    page.items += _mark(entry, box.left, foot - _TEXT * 0.34)
    if entry.number:
        page.items.append(Label(left - 2.4, foot, (entry.number,), _TEXT, colour=SOFT, anchor="end"))
    page.items.append(Label(left, foot, text.lines, _TEXT, _face(entry), leading=_LEADING))
    if entry.count:
        page.items.append(Label(box.right, foot, (entry.count,), _TEXT, colour=SOFT, anchor="end"))
    under = foot + len(text.lines) * size - (_TEXT - _NOTE) * _LEADING
    if note.lines:
        page.items.append(Label(left, under, note.lines, _NOTE, colour=SOFT, leading=_LEADING))
    if entry.address:
        page.links.append(
            Link(Box(left, box.top, box.right, box.top + _height(entry, box.width) - _BELOW), entry.address)
        )


def _mark(entry: Entry, left: float, middle: float) -> Iterator[Item]:
    mark = entry.mark
    if isinstance(mark, Look) and mark.key == INITIATIVE:
        fill, border = (WHITE, PLATE) if entry.hollow else (PLATE, None)
        yield Plate(Box(left, middle - 1.6, left + 6.4, middle + 1.6), fill, 0.9, border, 0.3)
    elif isinstance(mark, Look):
        yield Symbol(left + 3.2, middle, 1.5, mark, entry.hollow)
    elif isinstance(mark, Stroke):
        dash = tuple(length * _STROKE for length in mark.dash)
        ends = (left, middle), (left + 6.8, middle)
        yield Line(*ends, mark.colour, (mark.width + 0.3) * _STROKE, dash, mark.mark)
    elif isinstance(mark, CellValue):
        yield Sign(left + 1.2, middle - 2.1, 4.2, mark)


def _face(entry: Entry) -> Face:
    if entry.bold:
        return Face.BOLD
    is_group = entry.hollow and isinstance(entry.mark, Look) and entry.mark.key != INITIATIVE
    return Face.ITALIC if is_group else Face.REGULAR
