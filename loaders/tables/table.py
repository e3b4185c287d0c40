"""A table as it was recognised: where it begins, what its columns mean, where its cells lie in the document's text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graph.kinds import Role
from loaders.tables.meaning import Meaning
from loaders.tables.sheet import Row, letters

Span = tuple[int, int]
"""A stretch of the document's text; empty (start == end) for an empty cell."""


class Form(StrEnum):
    """EDGE_LIST: a row is one participation. MATRIX: a cell is one. MEMBER_LIST: each row is a member."""

    EDGE_LIST = "edge_list"
    MATRIX = "matrix"
    MEMBER_LIST = "member_list"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, its heading ("" where it has none) and what it means.

    `role` is that of a heading such as "Träger": of the organisations in the column, or of the ticks in it.
    """

    place: int
    heading: str
    meaning: Meaning
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A column that was dropped at reading because it holds contact data. `by` is heading, content or mapping."""

    place: int
    heading: str
    by: str

    @property
    def name(self) -> str:
        """Its heading, else its letter."""
        return self.heading or letters(self.place)


@dataclass(frozen=True, slots=True)
class Outline:
    """A table in a sheet before it is written down: `titles` are the rows above it, `header` is None without one."""

    form: Form | None
    columns: tuple[Column, ...]
    dropped: tuple[Dropped, ...]
    titles: tuple[Row, ...]
    header: Row | None
    rows: tuple[Row, ...]

    @property
    def kept(self) -> tuple[Column, ...]:
        """The columns that are written down, in order."""
        return tuple(column for column in self.columns if column.meaning is not Meaning.CONTACT)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row in the document's text; `cells` and `headings` are the spans of each kept column's cell and heading.

    A heading has a span in the rows of tables with ticks ("IHK Köln: x"), else it is empty.
    """

    line: int
    start: int
    end: int
    cells: tuple[Span, ...]
    headings: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised table in a document. `titles` are the spans of what may name it, best first.

    The first `own_titles` of them are the lines above it and the sheet's name; the file's name may come last.
    `initiative` and `ticks` come from a mapping file; `header` is the row of the headings.
    """

    sheet: str
    form: Form
    columns: tuple[Column, ...]
    titles: tuple[Span, ...]
    own_titles: int
    header: Span | None
    rows: tuple[TableRow, ...]
    initiative: Span | None = None
    ticks: Mapping[str, Role | None] = field(default_factory=dict[str, Role | None])


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """What became of a sheet. `reason` says why no table was recognised, None where there is one.

    Reasons: no_columns, no_organisations. `left_out` are the lines that hold contact data and nothing else.
    """

    name: str
    tables: tuple[Table, ...]
    columns: tuple[Column, ...]
    dropped: tuple[Dropped, ...]
    left_out: tuple[int, ...]
    shortened: int
    reason: str | None = None
