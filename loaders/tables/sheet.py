"""A sheet as a format gives it: rows of cells, contact data still in them. Never stored, never logged."""

from dataclasses import dataclass

from graph.errors import DocumentError

LONGEST_CELL = 1_000
MOST_ROWS = 100_000
MOST_COLUMNS = 1_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it. `line` counts from 1 as in the file; cells are clean, "" where there is nothing."""

    line: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> tuple[int, ...]:
        """The places, from 0, of the cells that are not empty."""
        return tuple(place for place, cell in enumerate(self.cells) if cell)

    def cell(self, place: int) -> str:
        """The cell at this place, "" beyond the end of the row."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its rows in order; `shortened` counts the cells that were cut at `LONGEST_CELL` characters."""

    name: str
    rows: tuple[Row, ...]
    shortened: int = 0


@dataclass(slots=True)
class SheetBuilder:
    """Takes rows as a format reads them, within bounds."""

    name: str
    _rows: list[Row]
    _shortened: int = 0

    @classmethod
    def of(cls, name: str) -> "SheetBuilder":
        """An empty sheet of this name."""
        return cls(name, [])

    def add(self, line: int, cells: list[str]) -> None:
        """Add a row; empty ones count for nothing. Raises DocumentError: too_many_rows, too_many_columns."""
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            return
        if len(self._rows) >= MOST_ROWS:
            raise DocumentError("too_many_rows", limit=MOST_ROWS, sheet=self.name)
        if len(cells) > MOST_COLUMNS:
            raise DocumentError("too_many_columns", limit=MOST_COLUMNS, sheet=self.name)
        self._shortened += sum(len(cell) > LONGEST_CELL for cell in cells)
        self._rows.append(Row(line, tuple(map(_shortened, cells))))

    def sheet(self) -> Sheet:
        """What was read so far."""
        return Sheet(self.name, tuple(self._rows), self._shortened)


def letters(place: int) -> str:
    """A column as spreadsheets call it.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    name, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _shortened(cell: str) -> str:
    return cell if len(cell) <= LONGEST_CELL else cell[: LONGEST_CELL - 2].rstrip() + " …"
