"""The frame of every sheet: its size, title, what it is made of, page numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from viz.language import _
from viz.paper.items import FAINT, INK, RULE, SOFT, Box, Item, Label, Line, Link, Sheet
from viz.paper.letters import Face
from viz.paper.wrapping import wrap

MARGIN = 12.0
_TITLE, _SCOPE, _FOOT = 8.2, 3.1, 2.5
_ACCENT = "#0b5573"


class Size(StrEnum):
    """Sizes of paper."""

    A4 = "a4"
    A3 = "a3"
    A0 = "a0"


_LONG_SIDES = {Size.A4: 297.0, Size.A3: 420.0, Size.A0: 1189.0}
_SHORT_SIDES = {Size.A4: 210.0, Size.A3: 297.0, Size.A0: 841.0}
_SCALES = {Size.A4: 0.8, Size.A3: 1.0, Size.A0: 1189.0 / 420.0}
"""How large a millimetre of the canvas is printed: a poster is read from further away, a page from nearer."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above every sheet: `scope` says what it was made of and when, `narrowed` which part was asked for."""

    title: str
    scope: str
    narrowed: str = ""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A blank sheet in its own millimetres."""

    width: float
    height: float
    scale: float

    @property
    def inside(self) -> Box:
        """Between the margins, above the line of the page's number."""
        return Box(MARGIN, MARGIN, self.width - MARGIN, self.height - MARGIN - 3.0)


@dataclass(frozen=True, slots=True)
class Page:
    """What is to be on a page, without its frame."""

    items: Sequence[Item]
    links: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """Pages under one title; `credit` names whose data is drawn beside the documents'."""

    head: Head
    canvas: Canvas
    pages: tuple[Page, ...]
    credit: str = ""


def make_canvas(size: Size, *, upright: bool, closer: float = 1.0) -> Canvas:
    """A sheet of this size; `closer` makes everything on it larger."""
    scale = _SCALES[size] * closer
    short, long = _SHORT_SIDES[size] / scale, _LONG_SIDES[size] / scale
    return Canvas(short, long, scale) if upright else Canvas(long, short, scale)


def head_bottom(head: Head, canvas: Canvas, *, first: bool = True) -> float:
    """Where the room below the title begins; the first page has the title large."""
    lines = _head(head, canvas, first=first)
    return max(label.box.bottom for label in lines) + (6.5 if first else 5.0)


def bind(chapters: Sequence[Chapter]) -> tuple[Sheet, ...]:
    """All pages with title, scope and number."""
    count = sum(len(chapter.pages) for chapter in chapters)
    sheets: list[Sheet] = []
    for chapter in chapters:
        canvas = chapter.canvas
        for place, page in enumerate(chapter.pages):
            above = _head(chapter.head, canvas, first=not place)
            foot = _foot(canvas, len(sheets) + 1, count, "" if place else chapter.credit)
            items = (*above, *page.items, *foot)
            sheets.append(Sheet(canvas.width, canvas.height, canvas.scale, items, tuple(page.links)))
    return tuple(sheets)


def _head(head: Head, canvas: Canvas, *, first: bool) -> list[Label]:
    room = canvas.width - 2 * MARGIN
    if not first:
        line = wrap(f"{head.title} – {head.scope}", room, _SCOPE, most=1)
        return [Label(MARGIN, MARGIN + _SCOPE, line.lines, _SCOPE, colour=SOFT)]
    title = wrap(head.title, room, _TITLE, face=Face.BOLD, most=2)
    labels = [Label(MARGIN, MARGIN + _TITLE * 0.8, title.lines, _TITLE, Face.BOLD, INK, leading=1.15)]
    for text, colour, face in ((head.scope, SOFT, Face.REGULAR), (head.narrowed, _ACCENT, Face.BOLD)):
        words = wrap(text, room, _SCOPE, face=face, most=3)
        if words.lines:
            top = labels[-1].box.bottom + 2.2 + _SCOPE * 0.7
            labels.append(Label(MARGIN, top, words.lines, _SCOPE, face, colour, leading=1.3))
    return labels


def _foot(canvas: Canvas, number: int, count: int, credit: str) -> list[Item]:
    """Below every page: whose it is, how to read it, its number.

    The sentence in the middle also makes it plain to readers of PDF that lines run from left to right, which pdfium
    guesses from how much of the width has text below or above it.
    """
    y, left, right = canvas.height - MARGIN + 1.0, MARGIN, canvas.width - MARGIN
    owner = " · ".join(part for part in ("Bündnisatlas", credit) if part)
    reading = _("Shown is what the documents say; “not mentioned” does not mean “not involved”.")
    return [
        Line((left, y - 4.0), (right, y - 4.0), RULE, 0.2),
        Label(left, y, (owner,), _FOOT, colour=FAINT),
        Label(canvas.width / 2, y, (reading,), _FOOT, colour=FAINT, anchor="middle"),
        Label(right, y, (_page_number(number, count),), _FOOT, colour=FAINT, anchor="end"),
    ]


def _page_number(number: int, count: int) -> str:
    return _("page {number} of {count}").format(number=number, count=count)
