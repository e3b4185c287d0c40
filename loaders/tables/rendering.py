"""Rendering: a sheet as readable rows of text, without contact data, and its tables as spans of that text.

A row of a list reads "IHK Köln | Bündnis Stahl | Träger", a row with ticks "IHK Köln | Bündnis Stahl: x", so that each
row says by itself who is meant. This text is what the document's evidence quotes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from loaders.document import Block, BlockKind
from loaders.formats.content import CELL_SEPARATOR, Content, Piece, compose
from loaders.tables.contacts import is_contact_cell, is_contact_line
from loaders.tables.mapping import Mapping
from loaders.tables.meaning import Meaning
from loaders.tables.recognition import outlines
from loaders.tables.review import refuse_review
from loaders.tables.sheet import Row, Sheet
from loaders.tables.table import Column, Form, Outline, SheetLayout, Span, Table, TableRow

_NAMELESS = "Tabelle"
_KEPT_WHOLE = frozenset(Meaning) - {Meaning.OTHER, Meaning.TOTAL}


@dataclass(frozen=True, slots=True)
class _Line:
    """A row before it has a place in the document: its text, and the spans of cells and headings within it."""

    line: int
    text: str
    cells: tuple[Span, ...] = ()
    headings: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Written:
    """An outline as lines: `titles`, then the header, then the rows."""

    outline: Outline
    titles: tuple[_Line, ...]
    header: _Line | None
    rows: tuple[_Line, ...]

    @property
    def lines(self) -> tuple[_Line, ...]:
        return (*self.titles, *((self.header,) if self.header else ()), *self.rows)


def lay_out(
    sheets: Sequence[Sheet],
    *,
    stem: str = "",
    title: str = "",
    dates: Iterable[str] = (),
    mapping: Mapping | None = None,
) -> Content:
    """The sheets as one text with blocks and tables; `stem` names a sheet that has no name of its own.

    Raises DocumentError: review_file for a table of corrections, and see `Mapping`.
    """
    for sheet in sheets:
        refuse_review(sheet.rows[0].cells if sheet.rows else ())
    if mapping:
        mapping.require_sheet([sheet.name for sheet in sheets])
    laid = [(sheet, list(outlines(sheet, _for(mapping, sheet)))) for sheet in sheets if sheet.rows]
    lists = any(outline.form is Form.MEMBER_LIST for _, found in laid for outline in found)
    named_by_file = bool(stem) and lists and any(sheet.name != stem for sheet, _ in laid)
    pieces = [Piece(BlockKind.HEADING, stem)] if named_by_file else []
    layouts: list[Callable[[Sequence[Block]], SheetLayout]] = []
    for sheet, found in laid:
        own, layout = _sheet(sheet, found, _for(mapping, sheet), len(pieces), named_by_file=named_by_file)
        pieces += own
        layouts.append(layout)
    content = compose(pieces, title=title, dates=dates)
    return replace(content, sheets=tuple(layout(content.blocks or ()) for layout in layouts))


def _for(mapping: Mapping | None, sheet: Sheet) -> Mapping | None:
    return mapping if mapping and mapping.speaks_of(sheet) else None


def _sheet(
    sheet: Sheet, found: Sequence[Outline], mapping: Mapping | None, first: int, *, named_by_file: bool
) -> tuple[list[Piece], Callable[[Sequence[Block]], SheetLayout]]:
    """The pieces of a sheet, and what makes its layout once they have their places."""
    pieces = [Piece(BlockKind.HEADING, sheet.name or _NAMELESS)]
    named = mapping.initiative if mapping else None
    if named:
        pieces.append(Piece(BlockKind.HEADING, named, 2))
    left_out: list[int] = []
    written = [_write(outline, left_out) for outline in found]
    pieces += [Piece(BlockKind.TABLE_ROW, line.text) for one in written for line in one.lines]

    def layout(blocks: Sequence[Block]) -> SheetLayout:
        above = (blocks[first], *((blocks[0],) if named_by_file else ()))
        place = first + (2 if named else 1)
        tables: list[Table] = []
        for one in written:
            own = blocks[place : place + len(one.lines)]
            place += len(one.lines)
            table = _table(sheet.name, one, own, above)
            if table and mapping:
                given = (blocks[first + 1].start, blocks[first + 1].end) if named else None
                table = replace(table, initiative=given, ticks=mapping.ticks)
            tables += [table] if table else []
        columns = tuple(column for one in written for column in one.outline.kept)
        dropped = tuple(dict.fromkeys(column for one in written for column in one.outline.dropped))
        reason = None if tables else _reason(columns)
        return SheetLayout(sheet.name, tuple(tables), columns, dropped, tuple(left_out), sheet.shortened, reason)

    return pieces, layout


def _reason(columns: Sequence[Column]) -> str:
    return "no_organisations" if any(c.meaning is Meaning.INITIATIVE for c in columns) else "no_columns"


def _write(outline: Outline, left_out: list[int]) -> _Written:
    def kept(rows: Iterable[Row], *, outside: bool = False) -> tuple[_Line, ...]:
        lines: list[_Line] = []
        for row in rows:
            alone = outside or len(row.filled) == 1
            line = (
                None
                if alone and is_contact_line(row.cells)
                else _title(row, outline)
                if outside
                else _line(row, outline)
            )
            if line is None:
                left_out.append(row.line)
            else:
                lines.append(line)
        return tuple(lines)

    header = _line(outline.header, outline, is_header=True) if outline.header else None
    return _Written(outline, kept(outline.titles, outside=True), header, kept(outline.rows))


def _title(row: Row, outline: Outline) -> _Line | None:
    """A row above a table as text."""
    dropped = {column.place for column in outline.dropped}
    cells = [cell.replace("\n", "; ") for place, cell in enumerate(row.cells) if place not in dropped]
    text = CELL_SEPARATOR.join(cells).strip()
    return _Line(row.line, text) if text.strip("| ") else None


def _line(row: Row, outline: Outline, *, is_header: bool = False) -> _Line | None:
    """A row as text; None where nothing of it is kept. A heading stands before each tick, but in the header itself."""
    labelled = (
        outline.form is not None and not is_header and any(column.meaning is Meaning.TICK for column in outline.kept)
    )
    text, cells, headings = "", list[Span](), list[Span]()
    columns = outline.kept
    last = max((n for n, column in enumerate(columns) if row.cell(column.place)), default=-1)
    for number, column in enumerate(columns):
        cell = _cell(row, column, is_header=is_header)
        is_tick = labelled and column.meaning is Meaning.TICK
        written = (cell or not labelled) and number <= last
        if written and (text or (number and not labelled)):
            text += CELL_SEPARATOR
        head = column.heading.replace("\n", " ") if is_tick and cell else ""
        headings.append((len(text), len(text) + len(head)))
        text += f"{head}: " if head else ""
        cells.append((len(text), len(text) + len(cell)))
        text += cell
    shift = len(text) - len(text.lstrip())
    stripped = text.strip()
    if not stripped.strip("| "):
        return None
    return _Line(row.line, stripped, _shifted(cells, -shift), _shifted(headings, -shift))


def _cell(row: Row, column: Column, *, is_header: bool) -> str:
    """A cell in one line; contact data in a column that no fact is made of is left out."""
    cell = row.cell(column.place).replace("\n", "; ")
    private = not is_header and column.meaning not in _KEPT_WHOLE and is_contact_cell(cell)
    return "" if private else cell


def _table(sheet: str, written: _Written, blocks: Sequence[Block], above: Sequence[Block]) -> Table | None:
    """The table as spans of the document's text; None where it has no form."""
    outline, titles = written.outline, len(written.titles)
    if outline.form is None:
        return None
    rows = blocks[titles + (1 if written.header else 0) :]
    return Table(
        sheet=sheet,
        form=outline.form,
        columns=outline.kept,
        titles=tuple((block.start, block.end) for block in (*blocks[:titles], *above)),
        own_titles=titles + 1,
        header=(blocks[titles].start, blocks[titles].end) if written.header else None,
        rows=tuple(
            TableRow(
                line.line,
                block.start,
                block.end,
                _shifted(line.cells, block.start),
                _shifted(line.headings, block.start),
            )
            for line, block in zip(written.rows, rows, strict=True)
        ),
    )


def _shifted(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
    return tuple((max(start + by, 0), max(end + by, 0)) for start, end in spans)
