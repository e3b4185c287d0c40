"""One region: its initiatives and who sits there, which kinds are at how many tables, who is competent, what is open.

From the facts, the coverage matrix and the register. Next: `show --region` prints it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.keys import fold
from graph.kinds import Role
from graph.store import Store
from queries.answers import ActorRow, CellValue, Column, Coverage, CoverageRow, InitiativeRow
from queries.competence import Competence, Competent
from queries.completeness import mark_open_lists
from queries.coverage import cover, searched_tables
from queries.dates import day_or_today
from queries.expected import UNHELD
from queries.facts import Facts
from queries.network import stands
from queries.offers import Offer, find_offers, reaches
from queries.pausing import collection_paused
from queries.profile import EmptySeat, Seat
from queries.regions import find_region, is_inside, name_of
from queries.snapshot import read_facts
from queries.steady import steady
from seeds.expectation import Unheld
from seeds.register import Register, load_register

_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class RegionTable:
    """An initiative of the region with who sits there: seats by role, then name, groups without a name among them.

    `row` are its cells in the coverage matrix; `has_table` is false for events and the like, never asked for gaps.
    """

    initiative: InitiativeRow
    has_table: bool
    seats: tuple[Seat, ...]
    absences: tuple[EmptySeat, ...]
    row: CoverageRow


@dataclass(frozen=True, slots=True)
class RegionActor:
    """An actor by name at a table of the region. `here` and `elsewhere` are initiatives, each once, by name."""

    actor: ActorRow
    here: tuple[InitiativeRow, ...]
    elsewhere: tuple[InitiativeRow, ...]

    @property
    def is_bridge(self) -> bool:
        """Whether it joins tables: several here, or one here and others elsewhere."""
        return len(self.here) + len(self.elsewhere) > 1


@dataclass(frozen=True, slots=True)
class CompetentBody:
    """A body of the register that is competent here, and at how many tables of the region it is named."""

    body: Competent
    tables: int


@dataclass(frozen=True, slots=True)
class RegionKind:
    """One kind: how many tables have which value in the coverage matrix, in its order, and who would be competent.

    `is_held`: whether the register knows bodies of this kind at all.
    """

    column: Column
    counts: tuple[tuple[CellValue, int], ...]
    is_held: bool
    bodies: tuple[CompetentBody, ...]


@dataclass(frozen=True, slots=True)
class RegionProfile:
    """What is told of a region (`id`, `name`) on the day `date`.

    `tables` are its initiatives as in the matrix; `around` are initiatives of a larger region that it lies in. `actors`
    by number of tables here, then name; `resident` sit in the region and at none of these tables. `coverage` is the
    matrix of the region, with what is unknown.
    """

    id: str
    name: str
    date: str
    tables: tuple[RegionTable, ...]
    around: tuple[InitiativeRow, ...]
    actors: tuple[RegionActor, ...]
    resident: tuple[ActorRow, ...]
    kinds: tuple[RegionKind, ...]
    offers: tuple[Offer, ...]
    coverage: Coverage
    unheld: tuple[Unheld, ...] = UNHELD


@steady
def region_profile(
    store: Store, region: str, *, register: Register | None = None, date: str | None = None
) -> RegionProfile:
    """Everything told of a region (an id of the register or a name), as known until the date and standing then.

    Raises QuestionError("unknown_region") with the three nearest names.
    """
    known = register or load_register()
    wanted = find_region(known, region)
    with collection_paused():
        facts = read_facts(store, known, date=date)
        tables = searched_tables(store, facts, known, date=date)
        matrix = mark_open_lists(store, cover(facts, known, region=wanted, date=date, tables=tables))
        return _Region(facts, known, wanted, date).profile(matrix)


class _Region:
    """What is asked of one region, with the seats at each table."""

    def __init__(self, facts: Facts, register: Register, region: str, date: str | None) -> None:
        self._facts = facts
        self._register = register
        self._region = region
        self._day = day_or_today(date)
        self._seats: defaultdict[str, list[Seat]] = defaultdict(list)
        for link in facts.links:
            if stands(link.evidence, date=date):
                actor, initiative = facts.nodes[link.participant_id], facts.initiatives[link.initiative_id]
                self._seats[initiative.id].append(Seat(link.id, link.role, actor, initiative, link.evidence))

    def profile(self, matrix: Coverage) -> RegionProfile:
        """The profile, from the matrix of the region."""
        told = [(row, True) for row in matrix.rows] + [(row, False) for row in matrix.without_table]
        tables = tuple(self._table(row, has_table=has_table) for row, has_table in told)
        actors = self._actors({table.initiative.id for table in tables})
        seated = {one.actor.id for one in actors}
        resident = [
            row
            for row in self._facts.nodes.values()
            if not row.is_group and row.id not in seated and is_inside(self._register, row.regions, self._region)
        ]
        offers = find_offers(self._facts, self._register)
        return RegionProfile(
            id=self._region,
            name=name_of(self._register, self._region),
            date=self._day,
            tables=tables,
            around=self._around({table.initiative.id for table in tables}),
            actors=actors,
            resident=tuple(sorted(resident, key=_by_name)),
            kinds=self._kinds(matrix, actors),
            offers=tuple(row for row in offers if reaches(self._register, row.regions, self._region)),
            coverage=matrix,
        )

    def _table(self, row: CoverageRow, *, has_table: bool) -> RegionTable:
        facts, id = self._facts, row.initiative.id
        seats = sorted(self._seats[id], key=lambda seat: (_ROLES.index(seat.role), *_by_name(seat.actor)))
        absences = [
            EmptySeat(one.id, one.strength, facts.nodes[one.absent_id], row.initiative, one.evidence)
            for one in facts.absences
            if one.initiative_id == id
        ]
        return RegionTable(row.initiative, has_table, tuple(seats), tuple(absences), row)

    def _around(self, inside: set[str]) -> tuple[InitiativeRow, ...]:
        found = (
            row
            for row in self._facts.initiatives.values()
            if row.id not in inside and reaches(self._register, row.regions, self._region)
        )
        return tuple(sorted(found, key=_by_name))

    def _actors(self, inside: set[str]) -> tuple[RegionActor, ...]:
        tables: defaultdict[str, dict[str, InitiativeRow]] = defaultdict(dict)
        for seats in self._seats.values():
            for seat in seats:
                if not seat.actor.is_group:
                    tables[seat.actor.id][seat.initiative.id] = seat.initiative
        found = [
            RegionActor(
                self._facts.nodes[id],
                here=_sorted(row for row in at.values() if row.id in inside),
                elsewhere=_sorted(row for row in at.values() if row.id not in inside),
            )
            for id, at in tables.items()
            if not inside.isdisjoint(at)
        ]
        return tuple(sorted(found, key=lambda one: (-len(one.here), *_by_name(one.actor))))

    def _kinds(self, matrix: Coverage, actors: Iterable[RegionActor]) -> tuple[RegionKind, ...]:
        sitting = {one.actor.register_id: len(one.here) for one in actors if one.actor.register_id}
        competent = Competence(self._register, self._day).at((self._region,))
        return tuple(self._kind(column, matrix, competent, sitting) for column in Column)

    def _kind(
        self,
        column: Column,
        matrix: Coverage,
        competent: Mapping[Column, tuple[Competent, ...]],
        sitting: Mapping[str, int],
    ) -> RegionKind:
        counted = Counter(cell.value for row in matrix.rows for cell in row.cells if cell.column is column)
        return RegionKind(
            column=column,
            counts=tuple((value, counted[value]) for value in CellValue if counted[value]),
            is_held=self._register.holds(column.value),
            bodies=tuple(CompetentBody(body, sitting.get(body.id, 0)) for body in competent.get(column, ())),
        )


def _sorted(rows: Iterable[InitiativeRow]) -> tuple[InitiativeRow, ...]:
    return tuple(sorted(rows, key=_by_name))


def _by_name(row: ActorRow | InitiativeRow) -> tuple[str, str]:
    return fold(row.name), row.id
