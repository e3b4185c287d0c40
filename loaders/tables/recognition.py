"""Recognition: where the tables of a sheet begin, and what each column means, by its heading or by what is in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from loaders.initiative_names import find_initiative_names
from loaders.tables.contacts import (
    are_single_names,
    holds_contacts,
    holds_first_names,
    is_person,
    looks_like_organisation,
)
from loaders.tables.mapping import Mapping
from loaders.tables.meaning import Meaning, is_contact, meaning_of, role_of
from loaders.tables.sheet import Row, Sheet
from loaders.tables.table import Column, Dropped, Form, Outline
from loaders.tables.ticks import Says, read_tick, roles_in

_FEWEST_CELLS = 2
_MOST = 0.6
_HALF = 0.5
_SAMPLE = 400
_TOP = 30
_NEVER_TICKS = frozenset({Meaning.OTHER, Meaning.TOTAL, Meaning.CONTACT, Meaning.SINCE, Meaning.UNTIL, Meaning.PERIOD})
_FREE = frozenset({Meaning.OTHER, Meaning.NAME})


def outlines(sheet: Sheet, mapping: Mapping | None = None) -> Iterator[Outline]:
    """The tables of a sheet, one below the other; every row is in one of them. Raises DocumentError: see `Mapping`."""
    starts = [mapping.header_in(sheet)] if mapping and mapping.header else list(_headers(sheet.rows))
    if not starts:
        yield _outline(sheet.rows, None, mapping)
        return
    previous = 0
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(sheet.rows)
        yield _outline(sheet.rows[previous:end], start - previous, mapping)
        previous = end


def _headers(rows: Sequence[Row]) -> Iterator[int]:
    """The numbers of the rows that are headings of columns; the first one stands near the top."""
    first = next((n for n in range(min(len(rows), _TOP)) if _is_first_header(rows[n], rows[n + 1 : n + _SAMPLE])), None)
    if first is not None:
        yield first
        yield from (n for n in range(first + 1, len(rows)) if _is_next_header(rows[n]))


def _is_first_header(row: Row, below: Sequence[Row]) -> bool:
    cells = [row.cells[place] for place in row.filled]
    known = sum(meaning_of(cell) is not None for cell in cells)
    labels = sum(role_of(cell) is not None and meaning_of(cell) is None for cell in cells)
    if len(cells) < _FEWEST_CELLS:
        single = meaning_of(cells[0]) is Meaning.ORGANISATION or labels == 1
        return single and bool(below) and all(len(other.filled) == 1 for other in below[:5])
    if known and known + labels >= len(cells) * _HALF:
        return known + labels > 1 or len(cells) < 3
    return _stands_over_ticks(row, below)


def _is_next_header(row: Row) -> bool:
    """Whether a row below the first table opens another one: nearly all its cells are headings."""
    if len(row.filled) < _FEWEST_CELLS or meaning_of(row.cells[row.filled[0]]) is None:
        return False
    cells = [row.cells[place] for place in row.filled]
    known = sum(meaning_of(cell) is not None for cell in cells)
    labels = sum(role_of(cell) is not None for cell in cells)
    return known >= 2 and (known + labels) * 3 >= len(cells) * 2


def _stands_over_ticks(row: Row, below: Sequence[Row]) -> bool:
    """Whether at least one column under this row is ticks, and the row itself has none."""
    marked = any(_have_marks([row.cells[place]]) or read_tick(row.cells[place]).says is Says.NO for place in row.filled)
    if marked:
        return False
    columns = ((row.cells[place], _cells(below, place)) for place in row.filled)
    return any(_are_ticks(cells) and (_have_marks(cells) or not role_of(head)) for head, cells in columns)


def _outline(rows: Sequence[Row], header: int | None, mapping: Mapping | None) -> Outline:
    if header is None:
        titles = _titles(rows)
        body, head = tuple(rows[len(titles) :]), None
    else:
        titles, head, body = tuple(rows[:header]), rows[header], tuple(rows[header + 1 :])
    columns = _columns(head, titles, body, mapping)
    dropped = tuple(
        Dropped(column.place, column.heading, _why_dropped(column, mapping))
        for column in columns
        if column.meaning is Meaning.CONTACT
    )
    return Outline(_form(columns), columns, dropped, titles, head, body)


def _titles(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows above a table without a header: single cells before the first row of several."""
    wide = next((number for number, row in enumerate(rows) if len(row.filled) >= _FEWEST_CELLS), None)
    if wide is None:
        named = [number for number, row in enumerate(rows[:3]) if _names_initiative(row.cells[row.filled[0]])]
        wide = named[-1] + 1 if named else 0
    return tuple(rows[:wide])


def _columns(
    head: Row | None, titles: Sequence[Row], body: Sequence[Row], mapping: Mapping | None
) -> tuple[Column, ...]:
    width = max((len(row.cells) for row in (*((head,) if head else ()), *body)), default=0)
    contacts = _under_contacts(titles, head, width)
    columns: list[Column] = []
    for place in range(width):
        heading = head.cell(place) if head else ""
        cells = _cells(body, place)
        if not heading and not any(cells):
            continue
        found = _column(place, heading, cells)
        columns.append(replace(found, meaning=Meaning.CONTACT) if place in contacts else found)
    columns = _beside_first_names(columns, body)
    completed = _completed(columns, body)
    return mapping.applied(completed) if mapping else tuple(completed)


def _under_contacts(titles: Sequence[Row], head: Row | None, width: int) -> frozenset[int]:
    """The columns under a heading of contacts in the row above the header, which spans several columns."""
    above = titles[-1] if titles and head and titles[-1].line == head.line - 1 else None
    if above is None:
        return frozenset()
    found: set[int] = set()
    for number, place in enumerate(above.filled):
        end = above.filled[number + 1] if number + 1 < len(above.filled) else width
        if is_contact(above.cells[place]):
            found.update(range(place, end))
    return frozenset(found)


def _column(place: int, heading: str, cells: Sequence[str]) -> Column:
    """What a column means by itself; OTHER where neither heading nor content says so."""
    meaning = _sole_meaning(heading)
    role = role_of(heading) if meaning in (None, Meaning.TICK) else None
    if meaning is Meaning.CONTACT:
        return Column(place, heading, meaning)
    if (
        meaning not in _NEVER_TICKS
        and heading
        and _are_ticks(cells)
        and not (meaning is Meaning.ROLE and not _have_marks(cells))
    ):
        return Column(place, heading, Meaning.TICK, role)
    if meaning is None and role is not None and any(cells) and not holds_contacts(cells):
        return Column(place, heading, Meaning.ORGANISATION, role)
    dated = meaning in (Meaning.SINCE, Meaning.UNTIL, Meaning.PERIOD, Meaning.FOUNDED, Meaning.REGION, Meaning.TOWN)
    if not dated and holds_contacts(cells):
        return Column(place, heading, Meaning.CONTACT)
    return Column(place, heading, Meaning.OTHER if meaning in (None, Meaning.TICK) else meaning)


def _sole_meaning(heading: str) -> Meaning | None:
    """What a heading says; a corner that names both ("Initiative / Organisation") says nothing."""
    parts = [meaning_of(part.strip()) for part in heading.replace("\\", "/").split("/") if part.strip()]
    both = {Meaning.INITIATIVE, Meaning.ORGANISATION} <= set(parts)
    return None if both else meaning_of(heading)


def _beside_first_names(columns: Sequence[Column], body: Sequence[Row]) -> list[Column]:
    """First names stand beside last ones: a neighbour of single words without a known heading is dropped too."""
    first = {c.place for c in columns if c.meaning is Meaning.CONTACT and holds_first_names(_cells(body, c.place))}

    def is_last_name(column: Column) -> bool:
        beside = column.place - 1 in first or column.place + 1 in first
        return beside and column.meaning in _FREE and are_single_names(_cells(body, column.place))

    return [replace(c, meaning=Meaning.CONTACT) if is_last_name(c) else c for c in columns]


def _completed(columns: Sequence[Column], body: Sequence[Row]) -> list[Column]:
    """What is missing of organisation, initiative and role, told by the cells; a column "Name" is what is missing."""
    found = list(columns)
    is_matrix = any(map(_is_named_tick, found))
    for meaning, is_one in ((Meaning.INITIATIVE, _names_initiative), (Meaning.ORGANISATION, _names_organisation)):
        known = {column.meaning for column in found}
        if meaning in known or (is_matrix and known & {Meaning.INITIATIVE, Meaning.ORGANISATION}):
            continue
        named = next((n for n, c in enumerate(found) if c.meaning is Meaning.NAME), None)
        best = next((n for n, c in enumerate(found) if c.meaning in _FREE and _share(body, c, is_one) >= _HALF), None)
        if meaning is Meaning.ORGANISATION and best is None and not is_matrix:
            best = named
        if best is not None:
            found[best] = replace(found[best], meaning=meaning)
    for number, column in enumerate(found):
        is_role = column.meaning is Meaning.OTHER and not column.heading and _share(body, column, _is_role) >= _MOST
        if is_role and not any(other.meaning is Meaning.ROLE for other in found):
            found[number] = replace(column, meaning=Meaning.ROLE)
    return _without_nameless_ticks(_with_names_of_ticks(_with_bare_columns(found, body)))


def _without_nameless_ticks(columns: list[Column]) -> list[Column]:
    """In a list that says both who and what, a column of ticks under an unknown heading says something else."""
    is_list = {Meaning.ORGANISATION, Meaning.INITIATIVE} <= {column.meaning for column in columns}
    return [replace(c, meaning=Meaning.OTHER) if is_list and _is_named_tick(c) else c for c in columns]


def _with_bare_columns(columns: list[Column], body: Sequence[Row]) -> list[Column]:
    """Beside columns of ticks, one with nothing but "nein", "-" and "?" in it is one of them."""

    def is_bare(column: Column) -> bool:
        filled = [cell for cell in _cells(body, column.place) if cell]
        free = column.meaning is Meaning.OTHER and column.heading and meaning_of(column.heading) is None
        return bool(free and filled) and all(_is_no_word(cell) for cell in filled)

    if not any(column.meaning is Meaning.TICK for column in columns):
        return columns
    return [replace(c, meaning=Meaning.TICK, role=role_of(c.heading)) if is_bare(c) else c for c in columns]


def _is_no_word(cell: str) -> bool:
    return read_tick(cell).says in (Says.NO, Says.DENIED, Says.DOUBTFUL) or not any(map(str.isalnum, cell))


def _with_names_of_ticks(columns: list[Column]) -> list[Column]:
    """A matrix whose corner says nothing: the headings of its ticks tell what its rows are."""
    ticks = [column.heading for column in columns if _is_named_tick(column)]
    named = any(column.meaning in (Meaning.ORGANISATION, Meaning.INITIATIVE) for column in columns)
    first = next((n for n, column in enumerate(columns) if column.meaning in _FREE), None)
    if not ticks or named or first is None:
        return columns
    for is_one, rows in ((_names_initiative, Meaning.ORGANISATION), (_names_organisation, Meaning.INITIATIVE)):
        if sum(map(is_one, ticks)) >= len(ticks) * _HALF:
            columns[first] = replace(columns[first], meaning=rows)
            return columns
    return columns


def _is_named_tick(column: Column) -> bool:
    """Whether a column of ticks is about somebody: its heading is no role and no "dabei"."""
    return column.meaning is Meaning.TICK and column.role is None and meaning_of(column.heading) is not Meaning.TICK


def _form(columns: Sequence[Column]) -> Form | None:
    meanings = {column.meaning for column in columns}
    if {Meaning.ORGANISATION, Meaning.INITIATIVE} <= meanings:
        return Form.EDGE_LIST
    if any(map(_is_named_tick, columns)) and meanings & {Meaning.ORGANISATION, Meaning.INITIATIVE}:
        return Form.MATRIX
    return Form.MEMBER_LIST if Meaning.ORGANISATION in meanings else None


def _why_dropped(column: Column, mapping: Mapping | None) -> str:
    if mapping and mapping.names(column):
        return "mapping"
    return "heading" if is_contact(column.heading) else "content"


def _cells(rows: Sequence[Row], place: int) -> list[str]:
    """The cells of a column, of the rows that have several."""
    return [row.cell(place) for row in rows if len(row.filled) >= _FEWEST_CELLS] or [row.cell(place) for row in rows]


def _are_ticks(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    said = [read_tick(cell).says for cell in filled]
    clear = sum(says in (Says.YES, Says.NO, Says.DENIED) for says in said)
    counts = sum(cell.isdigit() and cell not in ("0", "1") for cell in filled)
    return Says.YES in said and clear >= len(filled) * _HALF and counts < max(clear - said.count(Says.NO), 1)


def _have_marks(cells: Sequence[str]) -> bool:
    """Whether one of the cells is a mere mark, no word of a role."""
    return any(read_tick(cell).says is Says.YES and not roles_in(cell) for cell in cells if cell)


def _share(rows: Sequence[Row], column: Column, is_one: Callable[[str], bool]) -> float:
    filled = [cell for cell in _cells(rows, column.place) if cell]
    return sum(map(is_one, filled)) / len(filled) if filled else 0.0


def _names_initiative(cell: str) -> bool:
    return any(name.named and not name.plural for name in find_initiative_names(cell, 0, len(cell)))


def _names_organisation(cell: str) -> bool:
    return looks_like_organisation(cell) and not is_person(cell)


def _is_role(cell: str) -> bool:
    return bool(roles_in(cell))
