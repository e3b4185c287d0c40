"""For one body of the register: at which tables of its territory it sits, and at which it does not.

Where it is proven absent, not named, perhaps there in a group, or spoken for by somebody else are different answers.
From facts and `register_bodies.py`; next: `gaps --for`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import QuestionError
from graph.store import Store
from queries.answers import Cell, Column, DocumentRow, InitiativeRow, UnknownRegion
from queries.body_cells import BodyCell, BodyCells, BodyValue
from queries.competence import Competence, Competent
from queries.coverage import Table, cover, searched_tables
from queries.dates import day_or_today
from queries.facts import Facts
from queries.pausing import collection_paused
from queries.register_bodies import RegisterBody, to_body
from queries.snapshot import read_facts
from queries.speaking import Voices
from queries.steady import steady
from seeds.expectation import Ground
from seeds.register import Register

_ORDER = (
    BodyValue.ABSENT,
    BodyValue.INFORMAL,
    BodyValue.NOT_LISTED,
    BodyValue.NOT_MENTIONED,
    BodyValue.AS_GROUP,
    BodyValue.REPRESENTED,
    BodyValue.TO_CHECK,
    BodyValue.NOBODY_NAMED,
    BodyValue.PRESENT,
)


@dataclass(frozen=True, slots=True)
class BodyAtTable:
    """One body at one initiative's table. `kind` is the cell of its whole kind there: who else of it takes part.

    `ground` is why the register expects it there, None where only the documents name it; `partial`: one of several.
    """

    initiative: InitiativeRow
    cell: BodyCell
    kind: Cell
    ground: Ground | None
    partial: bool


@dataclass(frozen=True, slots=True)
class OneBody:
    """A body with the tables of its territory: absences first, seats last; within that by Land, name, id.

    `unknown` are regions of its territory of which no document tells anything: no gaps. `date` is the day asked for.
    """

    body: RegisterBody
    tables: tuple[BodyAtTable, ...]
    unknown: tuple[UnknownRegion, ...]
    documents: tuple[DocumentRow, ...]
    date: str


@steady
def one_body(
    store: Store, register: Register, id: str, *, region: str | None = None, date: str | None = None
) -> OneBody:
    """Where the body with this id of the register sits, and where it does not, on a date (default: today).

    Told are tables where its territory and kind are asked for, in every sector, and all initiatives that name it.
    Raises QuestionError: unknown_body, never_asked (its kind is none that gaps are asked for), unknown_region.
    """
    row = register.rows.get(id)
    if row is None:
        raise QuestionError("unknown_body", name=id)
    body = to_body(register, row, date)
    if body.column is None:
        raise QuestionError("never_asked", name=body.name)
    with collection_paused():
        facts = read_facts(store, register, date=date)
        tables = searched_tables(store, facts, register, date=date)
        return _Sought(facts, register, body, body.column, date).answer(tables, region)


class _Sought:
    """What is needed for every table, gathered once."""

    def __init__(self, facts: Facts, register: Register, body: RegisterBody, column: Column, date: str | None) -> None:
        self._facts = facts
        self._register = register
        self._body = body
        self._column = column
        self._date = date
        self._day = day_or_today(date)
        self._voices = Voices(facts, register)
        self._cells = BodyCells(facts, register, self._voices)
        self._competence = Competence(register, self._day)

    def answer(self, tables: Sequence[Table], region: str | None) -> OneBody:
        """The answer for those of the tables that lie in a region (default: everywhere)."""
        found = cover(self._facts, self._register, region=region, kinds=(self._column,), date=self._date, tables=tables)
        by_id = {table.initiative.id: table for table in tables}
        told = [
            one
            for row in (*found.rows, *found.without_table)
            for one in self._at_table(by_id[row.initiative.id], row.cells[0])
        ]
        return OneBody(
            body=self._body,
            tables=tuple(sorted(told, key=lambda one: _ORDER.index(one.cell.value))),
            unknown=tuple(one for one in found.unknown if self._is_own(one.region)),
            documents=found.documents,
            date=self._day,
        )

    def _at_table(self, table: Table, kind: Cell) -> Iterator[BodyAtTable]:
        """Nothing where it is neither expected nor named."""
        row = self._register.rows[self._body.id]
        expected = self._expected(table.initiative).get(self._body.id) if table.counts else None
        if expected or self._cells.is_named(row, table.facts):
            speakers = self._voices.speakers(table.facts.seated())
            cell = self._cells.judge(row, self._column, table.facts, speakers)
            ground = expected.ground if expected else None
            yield BodyAtTable(table.initiative, cell, kind, ground, expected is not None and expected.partial)

    def _expected(self, initiative: InitiativeRow) -> Mapping[str, Competent]:
        bodies = self._competence.of(initiative, every_sector=True).get(self._column, ())
        return {body.id: body for body in bodies}

    def _is_own(self, region: str) -> bool:
        """Whether a region lies in its territory; the whole country is nobody's in particular."""
        lands = self._register.lands_of(region) if self._register.has_region(region) else ()
        return not {*lands}.isdisjoint(self._body.regions)
