"""A row of the matrix on paper: what each cell says in sign and words, as on the page of the map, set to its width."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from queries.answers import Cell, CellValue, CoverageRow, Mark
from viz.language import _
from viz.paper.items import RULE, SOFT, WHITE, Box, Item, Label, Line, Plate, Sign
from viz.paper.letters import Face, Typecase
from viz.paper.symbols import SIGN_COLOURS
from viz.paper.wrapping import Wrapped, wrap
from viz.wording.cells import word_mark, word_value
from viz.wording.kinds import word_initiative_type
from viz.words import map_wording

NAME, VALUE, DETAIL = 2.9, 2.55, 2.2
_LEADING = 1.22
_PAD = 1.5
_SIGN = 4.2
_SHORT = (CellValue.INFORMAL, CellValue.REPRESENTED, CellValue.NOT_LISTED, CellValue.NOT_MENTIONED)
_QUIET = (CellValue.NOT_LISTED, CellValue.NOT_MENTIONED, CellValue.NOBODY_NAMED)
_NAMED = (CellValue.PRESENT, CellValue.REPRESENTED, CellValue.TO_CHECK, CellValue.ABSENT, CellValue.INFORMAL)
_MOST_DETAIL, _MOST_NAME = 3, 5
_ALERT = "#9b2c00"


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of one size and colour in a cell."""

    words: Wrapped
    size: float
    face: Face
    colour: str

    @property
    def height(self) -> float:
        """Of all its lines."""
        return len(self.words.lines) * self.size * _LEADING


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell with its words set; without a value it is a plain one."""

    parts: tuple[Part, ...]
    width: float
    value: CellValue | None = None

    @property
    def height(self) -> float:
        """With the room above and below the words."""
        return sum(part.height for part in self.parts) + 2 * _PAD


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row of cells side by side."""

    cells: tuple[SetCell, ...]

    @property
    def height(self) -> float:
        """Of its tallest cell."""
        return max(cell.height for cell in self.cells)


def set_row(row: CoverageRow, widths: Sequence[float], sources: str, typecase: Typecase) -> SetRow:
    """A row's cells; the first of the `widths` is that of the initiative, the last that of the other kinds.

    Where nobody is named at all, one cell says so for all kinds.
    """
    name, *kinds, others = widths
    cells = [_name_cell(row, name, sources, typecase)]
    if row.cells and all(cell.value is CellValue.NOBODY_NAMED for cell in row.cells):
        cells.append(_value_cell(row.cells[0], sum(kinds), typecase))
    else:
        cells += [_value_cell(cell, width, typecase) for cell, width in zip(row.cells, kinds, strict=True)]
    count = sum(number for _kind, number in row.others)
    cells.append(_plain([Part(wrap(f"+ {count}" if count else "", others, VALUE), VALUE, Face.REGULAR, SOFT)], others))
    return SetRow(tuple(cells))


def draw_row(row: SetRow, left: float, top: float) -> Iterator[Item]:
    """The row with its upper left corner here, and the line below it."""
    x = left
    for cell in row.cells:
        box = Box(x, top, x + cell.width, top + row.height)
        if cell.value is not None:
            ground = SIGN_COLOURS[cell.value][1]
            if ground != WHITE:
                yield Plate(Box(box.left + 0.5, box.top, box.right - 0.5, box.bottom), ground)
            yield Sign(box.left + 1.5, box.top + _PAD - 0.55, _SIGN, cell.value)
        yield from _words(cell, box)
        x += cell.width
    yield Line((left, top + row.height), (x, top + row.height), RULE, 0.2)


def head_row(words: Sequence[str], widths: Sequence[float]) -> SetRow:
    """The headings of the columns."""
    parts = [
        [Part(wrap(text, width - 2 * _PAD, VALUE, face=Face.BOLD), VALUE, Face.BOLD, "#17212b")]
        for text, width in zip(words, widths, strict=True)
    ]
    return SetRow(tuple(_plain(part, width) for part, width in zip(parts, widths, strict=True)))


def _words(cell: SetCell, box: Box) -> Iterator[Label]:
    left = box.left + _PAD + (0.0 if cell.value is None else _SIGN + 1.4)
    y = box.top + _PAD
    for part in cell.parts:
        if part.words.lines:
            yield Label(
                left, y + part.size * 0.92, part.words.lines, part.size, part.face, part.colour, leading=_LEADING
            )
        y += part.height


def _plain(parts: Sequence[Part], width: float) -> SetCell:
    return SetCell(tuple(parts), width)


def _name_cell(row: CoverageRow, width: float, sources: str, typecase: Typecase) -> SetCell:
    initiative, room = row.initiative, width - 2 * _PAD
    note = [word_initiative_type(initiative.type), typecase.take(initiative.region_name or ""), sources]
    name = wrap(typecase.take(initiative.name), room, NAME, face=Face.BOLD, most=_MOST_NAME)
    about = wrap(" · ".join(part for part in note if part), room, DETAIL, most=_MOST_DETAIL)
    return _plain([Part(name, NAME, Face.BOLD, "#17212b"), Part(about, DETAIL, Face.REGULAR, SOFT)], width)


def _value_cell(cell: Cell, width: float, typecase: Typecase) -> SetCell:
    room = width - 2 * _PAD - _SIGN - 1.4
    words = map_wording().words
    told = words[f"short_{cell.value}"] if cell.value in _SHORT else word_value(cell.value)
    quiet = cell.value in _QUIET
    face, colour = (Face.REGULAR, SOFT) if quiet else (Face.BOLD, SIGN_COLOURS[cell.value][0])
    parts = [Part(wrap(told, room, VALUE, face=face), VALUE, face, colour)]
    detail = typecase.take(_detail(cell))
    if detail:
        parts.append(Part(wrap(detail, room, DETAIL, most=_MOST_DETAIL), DETAIL, Face.REGULAR, SOFT))
    for mark in cell.marks:
        alert = SOFT if mark is Mark.AS_GROUP else _ALERT
        parts.append(Part(wrap(word_mark(mark), room, DETAIL), DETAIL, Face.REGULAR, alert))
    return SetCell(tuple(parts), width, cell.value)


def _detail(cell: Cell) -> str:
    """Who is behind the value, and the year of the newest evidence."""
    if cell.value not in _NAMED or not cell.who:
        return ""
    first, rest = cell.who[:2], len(cell.who) - 2
    who = ", ".join(first)
    if rest > 0:
        who = _("{names} and {n} more").format(names=who, n=rest)
    return f"{who} · {cell.newest[:4] if cell.newest else _('date unknown')}"
