"""Whom the register expects where somebody is not at the table: for every gap the bodies that could fill it.

From a coverage matrix and the register, by place, sector and date. The register does not hold everybody: an empty
list never says that there is none, and `UNHELD` goes with every answer. Next: `gaps --expected`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.store import Store
from queries.answers import Cell, CellValue, Column, Coverage, CoverageRow, InitiativeRow, Mark
from queries.body_cells import BodyCell, BodyCells, BodyValue
from queries.cells import Claim, RowFacts
from queries.competence import Competence, Competent
from queries.completeness import mark_open_lists
from queries.coverage import Table, cover, searched_tables
from queries.dates import day_or_today
from queries.facts import Facts
from queries.pausing import collection_paused
from queries.selection import Selection, select
from queries.snapshot import read_facts
from queries.speaking import Voices
from queries.steady import steady
from seeds.expectation import Unheld
from seeds.register import Register

UNHELD = tuple(Unheld)
"""What the register does not hold, or not wholly."""

_FIRST = (BodyValue.ABSENT, BodyValue.INFORMAL, BodyValue.TO_CHECK)
"""Bodies of which the documents say so come before those of which they say nothing."""
_SILENT = {
    CellValue.NOT_LISTED: BodyValue.NOT_LISTED,
    CellValue.NOT_MENTIONED: BodyValue.NOT_MENTIONED,
    CellValue.NOBODY_NAMED: BodyValue.NOBODY_NAMED,
}
"""Where nothing is said of the kind, nothing is said of one of it."""
_MAY_BE_THERE = (CellValue.PRESENT, CellValue.TO_CHECK, CellValue.NOBODY_NAMED)


@dataclass(frozen=True, slots=True)
class PossibleBody:
    """A body that could fill a gap, and what the documents say of this very body there (`cell`).

    `actor_id` is its node, where the graph has it.
    """

    competent: Competent
    cell: BodyCell
    actor_id: str | None


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A cell that is a gap, or may be one, with who could fill it: of a documented absence first, then by closeness.

    `perhaps_there`: a group of the kind takes part, or nobody is named, so they may sit there already.
    `is_held`: whether the register knows bodies of this kind at all.
    """

    column: Column
    value: CellValue
    marks: tuple[Mark, ...]
    perhaps_there: bool
    is_held: bool
    bodies: tuple[PossibleBody, ...]


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """One initiative's vacancies, documented absences first, then in the order of `Column`.

    Without a place (`has_place`) nobody can be told to be competent.
    """

    initiative: InitiativeRow
    has_place: bool
    vacancies: tuple[Vacancy, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """The coverage matrix, and for its rows whom the register expects; `date` is the day the bodies are asked for."""

    coverage: Coverage
    rows: tuple[ExpectedRow, ...]
    date: str
    unheld: tuple[Unheld, ...] = UNHELD


@steady
def expected(
    store: Store,
    register: Register,
    *,
    region: str | None = None,
    kinds: Sequence[Column] = (),
    date: str | None = None,
) -> Expected:
    """The coverage matrix with the bodies that could fill its gaps; only initiatives that are asked for gaps.

    Options and errors are those of `coverage`; bodies are told as they are there on the date (default: today).
    """
    with collection_paused():
        facts = read_facts(store, register, date=date)
        tables = searched_tables(store, facts, register, date=date)
        matrix = cover(facts, register, region=region, kinds=kinds, date=date, tables=tables)
        found = mark_open_lists(store, matrix)
        by_id = {table.initiative.id: table for table in tables}
        filling = Filling(facts, register, day_or_today(date))
        return Expected(found, tuple(filling.row(row, by_id[row.initiative.id]) for row in found.rows), filling.day)


def narrow(found: Expected, wanted: Selection) -> Expected:
    """The same for these initiatives only. Raises QuestionError("unknown_topic"), as `select` does."""
    kept = select(found.coverage, wanted)
    ids = {row.initiative.id for row in kept.rows}
    return replace(found, coverage=kept, rows=tuple(row for row in found.rows if row.initiative.id in ids))


@dataclass(frozen=True, slots=True)
class _AtTable:
    """What the documents say of one table, and who sits there and may speak for others."""

    facts: RowFacts
    speakers: tuple[Claim, ...]


class Filling:
    """Tells whom the register expects at a table, from facts already read; gathers once what every table needs.

    The facts need hold no more than what is said of the tables asked for, of who takes part there, and all bodies of
    the register that the graph has. `voices` are those of the whole graph where the facts hold less.
    """

    def __init__(self, facts: Facts, register: Register, day: str, *, voices: Voices | None = None) -> None:
        self.day = day
        self.voices = voices or Voices(facts, register)
        self.competence = Competence(register, day)
        self._register = register
        self._cells = BodyCells(facts, register, self.voices)
        self._actors = {node.register_id: node.id for node in facts.nodes.values() if node.register_id}

    def row(self, row: CoverageRow, table: Table) -> ExpectedRow:
        """One initiative's vacancies."""
        expected = self.competence.of(row.initiative)
        at_table = _AtTable(table.facts, self.voices.speakers(table.facts.seated()))
        told = [self._vacancy(cell, expected.get(cell.column, ()), at_table) for cell in row.cells]
        vacancies = sorted((one for one in told if one), key=lambda one: one.value is not CellValue.ABSENT)
        return ExpectedRow(row.initiative, self.competence.has_place(row.initiative), tuple(vacancies))

    def _vacancy(self, cell: Cell, expected: Iterable[Competent], at_table: _AtTable) -> Vacancy | None:
        """None where the kind is there by name and no single body of it is told to be absent."""
        bodies = self._possible(cell, expected, at_table)
        is_seated = cell.value is CellValue.PRESENT and Mark.AS_GROUP not in cell.marks
        if is_seated:
            bodies = [body for body in bodies if body.cell.value is BodyValue.ABSENT]
        if is_seated and not bodies:
            return None
        return Vacancy(
            column=cell.column,
            value=cell.value,
            marks=cell.marks,
            perhaps_there=not is_seated and cell.value in _MAY_BE_THERE,
            is_held=self._register.holds(cell.column.value),
            bodies=tuple(sorted(bodies, key=_rank)),
        )

    def _possible(self, cell: Cell, expected: Iterable[Competent], at_table: _AtTable) -> list[PossibleBody]:
        found: list[PossibleBody] = []
        for competent in expected:
            if cell.value in _SILENT and not at_table.speakers:
                told = BodyCell(_SILENT[cell.value])
            else:
                body = self._register.rows[competent.id]
                told = self._cells.judge(body, cell.column, at_table.facts, at_table.speakers)
            found.append(PossibleBody(competent, told, self._actors.get(competent.id)))
        return found


def _rank(body: PossibleBody) -> int:
    return _FIRST.index(body.cell.value) if body.cell.value in _FIRST else len(_FIRST)
