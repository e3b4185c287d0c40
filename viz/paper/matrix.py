"""The matrix initiative × kind on paper: as many pages as it is long, the headings on each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from queries.answers import Column, Coverage, CoverageRow
from seeds.register import Register
from viz.language import _
from viz.paper.cells import NAME, SetRow, draw_row, head_row, set_row
from viz.paper.columns import Entry, flow, side_by_side
from viz.paper.framing import Canvas, Head, Page, head_bottom
from viz.paper.items import INK, SOFT, Box, Item, Label, Line
from viz.paper.letters import Face, Typecase
from viz.paper.lists import value_legend
from viz.paper.numbering import Sources
from viz.paper.wrapping import wrap
from viz.wording.paper import word_sources
from viz.wording.places import by_place
from viz.words import map_wording

_NAME_SHARE, _OTHERS = 0.23, 15.0
_GROUP = 8.2
_LEGEND_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows under one heading; `note` says what they have in common."""

    title: str
    note: str
    rows: tuple[SetRow, ...]


@dataclass(slots=True)
class _Printer:
    """Sets rows onto pages; `y` is where the next one begins."""

    canvas: Canvas
    head: Head
    headings: SetRow
    y: float
    items: list[Item] = field(default_factory=list[Item])
    done: list[list[Item]] = field(default_factory=list[list[Item]])

    def begin(self) -> None:
        """Set the headings of the columns."""
        inside = self.canvas.inside
        rule = self.y + self.headings.height
        cells = [item for item in draw_row(self.headings, inside.left, self.y) if not isinstance(item, Line)]
        self.items += [*cells, Line((inside.left, rule), (inside.right, rule), INK, 0.5)]
        self.y = rule

    def turn(self) -> None:
        """Go on on the next page."""
        self.done.append(self.items)
        self.items = []
        self.y = head_bottom(self.head, self.canvas, first=False)
        self.begin()

    def title(self, text: str, note: str) -> None:
        """Set the heading of a group."""
        left = self.canvas.inside.left
        foot = self.y + _GROUP - 2.0
        label = Label(left + 1.5, foot, (text,), NAME * 1.08, Face.BOLD)
        self.items.append(label)
        if note:
            self.items.append(Label(label.box.right + 4.0, foot, (note,), NAME * 0.85, colour=SOFT))
        self.y += _GROUP
        self.items.append(Line((left, self.y), (self.canvas.inside.right, self.y), SOFT, 0.25))

    def room_for(self, height: float) -> bool:
        """Whether this much still fits on the page."""
        return self.y + height <= self.canvas.inside.bottom

    def group(self, group: _Group) -> None:
        """Set a group; on a new page its heading is said again."""
        if not self.room_for(_GROUP + (group.rows[0].height if group.rows else 0.0)):
            self.turn()
        self.title(group.title, group.note)
        for row in group.rows:
            if not self.room_for(row.height):
                self.turn()
                self.title(_("{title} (continued)").format(title=group.title), "")
            self.items += draw_row(row, self.canvas.inside.left, self.y)
            self.y += row.height


def matrix_pages(
    coverage: Coverage,
    columns: Sequence[Column],
    *,
    head: Head,
    canvas: Canvas,
    sources: Sources,
    register: Register,
    typecase: Typecase,
    behind: Sequence[Entry],
) -> list[Page]:
    """The pages of the matrix; what comes `behind` it stands under its last row, or on pages of its own."""
    inside = canvas.inside
    rows = (*coverage.rows, *coverage.without_table)
    legend = value_legend(rows)
    bottom, items = _legend(legend, Box(inside.left, head_bottom(head, canvas), inside.right, inside.bottom))
    printer = _Printer(canvas, head, head_row(_headings(columns), _widths(canvas, len(columns))), bottom, items)
    if rows:
        printer.begin()
        for group in _groups(coverage, _widths(canvas, len(columns)), sources, register, typecase):
            printer.group(group)
    else:
        note = _("No initiative with a table, or with two participants named, is in these documents.")
        printer.items.append(Label(inside.left, bottom + NAME, wrap(note, inside.width, NAME).lines, NAME))
        printer.y = bottom + 3 * NAME
    under = Box(inside.left, printer.y + 8.0, inside.right, inside.bottom)
    fresh = Box(inside.left, head_bottom(head, canvas, first=False), inside.right, inside.bottom)
    first, *further = flow(behind, side_by_side(under, 3), side_by_side(fresh, 3))
    pages = [Page(done) for done in printer.done] + [Page((*printer.items, *first.items), first.links)]
    return pages + [Page(one.items, one.links) for one in further]


def _headings(columns: Sequence[Column]) -> list[str]:
    words = map_wording().words
    return [
        _("Initiative"),
        *(words[f"head_{column}"].replace("\u00ad", "") for column in columns),
        words["other_kinds"],
    ]


def _widths(canvas: Canvas, columns: int) -> list[float]:
    room = canvas.inside.width
    name = max(room * _NAME_SHARE, room - _OTHERS - columns * 60.0)
    return [name, *[(room - name - _OTHERS) / max(columns, 1)] * columns, _OTHERS]


def _legend(entries: Sequence[Entry], box: Box) -> tuple[float, list[Item]]:
    """The legend in rows of four, and where it ends."""
    items: list[Item] = []
    bottom = box.top
    columns = side_by_side(box, _LEGEND_COLUMNS)
    for start in range(0, len(entries), _LEGEND_COLUMNS):
        top = bottom
        for entry, column in zip(entries[start : start + _LEGEND_COLUMNS], columns, strict=False):
            found = flow([entry], [Box(column.left, top, column.right, box.bottom)], [column])[0].items
            items += found
            bottom = max([bottom, *(item.box.bottom + 2.0 for item in found if isinstance(item, Label))])
    return bottom + 2.0, items


def _groups(
    coverage: Coverage, widths: Sequence[float], sources: Sources, register: Register, typecase: Typecase
) -> Iterator[_Group]:
    def set_rows(rows: Sequence[CoverageRow]) -> tuple[SetRow, ...]:
        return tuple(set_row(row, widths, _sources(row, sources), typecase) for row in rows)

    for place, rows in by_place(coverage.rows, register):
        yield _Group(typecase.take(place), "", set_rows(rows))
    if coverage.without_table:
        note = _("Events, campaigns and the like: listed, but not asked for gaps.")
        yield _Group(_("No table to sit at"), note, set_rows(coverage.without_table))


def _sources(row: CoverageRow, sources: Sources) -> str:
    return word_sources(sorted({*sources.of_documents(row.documents)}))
