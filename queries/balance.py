"""How evenly tables are set: members by kind, social partners, mix of kinds; and what of it is more than chance.

From the facts and the coverage matrix; `chance.py` draws tables by lot. Who is not named may still be there: every
count is of those whom documents name. Next: `gaps --balance`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.kinds import ActorKind
from graph.store import Store
from queries.answers import ActorRow, Cell, CellValue, Column, Coverage, InitiativeRow
from queries.chance import SAMPLES, Drawn, Pair, draw_pairs, holm
from queries.columns import column_of
from queries.completeness import mark_open_lists
from queries.coverage import Table, cover, searched_tables
from queries.pausing import collection_paused
from queries.selection import Selection, select
from queries.snapshot import read_facts
from queries.steady import steady
from seeds.register import Register

FEWEST_MEMBERS = 3
"""Below so many known members nothing is said of how mixed a table is."""
FEWEST_INITIATIVES = 20
"""Below so many initiatives chance cannot be told from a pattern."""
LEVEL = 0.05
"""Up to this p, corrected for the number of pairs, a pair is more than chance."""


class MemberKind(StrEnum):
    """The kinds a table can be mixed of: those of the matrix, then those never asked for.

    CHAMBER is a chamber of labour, or one that does not say which it is. Who is of no known kind is in none of them.
    """

    IHK = "ihk"
    HWK = "hwk"
    UNION = "union"
    EMPLOYERS = "employers"
    GOVERNMENT = "government"
    SCIENCE = "science"
    CHAMBER = "chamber"
    COMPANY = "company"
    CONSULTANCY = "consultancy"
    NETWORK = "network"


ASKED = tuple(MemberKind(column.value) for column in Column)
"""The kinds that gaps are asked for, and that are compared in pairs."""


class Sides(StrEnum):
    """Which social partners are named as taking part; employers' side is the column of the matrix, without chambers."""

    BOTH = "both"
    UNIONS = "unions"
    EMPLOYERS = "employers"
    NEITHER = "neither"


class Verdict(StrEnum):
    """What a pair of kinds says beside chance. FIXED: the sums leave no room for chance."""

    MORE = "more"
    LESS = "less"
    CHANCE = "chance"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Members:
    """Those of one kind at a table: `names` by id; `as_group` where a group without names sits there, too."""

    kind: MemberKind
    names: tuple[str, ...]
    as_group: bool

    @property
    def count(self) -> int:
        """How many are named; a group is none."""
        return len(self.names)


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One table: its members by kind, in the order of `MemberKind`, and how mixed they are.

    `unions` and `employers` are the cells of the matrix, `unsorted` the names of members of no known kind. `blau` in
    0..1 − 1/k (k: the number of `MemberKind`) is the chance that two members, drawn with replacement, are of two
    kinds; `iqv` in 0..1 is blau over the greatest it can be. None with fewer than `FEWEST_MEMBERS` known members.
    """

    initiative: InitiativeRow
    members: tuple[Members, ...]
    unsorted: tuple[str, ...]
    unions: Cell
    employers: Cell
    blau: float | None
    iqv: float | None

    @property
    def known(self) -> int:
        """How many named members of a known kind there are."""
        return sum(one.count for one in self.members)

    @property
    def sides(self) -> Sides:
        """Which social partners are there."""
        there = (self.unions.value is CellValue.PRESENT, self.employers.value is CellValue.PRESENT)
        return _SIDES[there]

    def of(self, kind: MemberKind) -> Members:
        """Those of this kind."""
        return next((one for one in self.members if one.kind is kind), Members(kind, (), as_group=False))


@dataclass(frozen=True, slots=True)
class KindPair:
    """Two kinds: in how many initiatives both are there, beside chance (None with too few initiatives).

    `p` in 0..1 is corrected for the number of pairs compared (Holm).
    """

    one: MemberKind
    other: MemberKind
    observed: int
    drawn: Drawn | None = None
    p: float | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """The rows of the matrix with a table, in its order, and the pairs of kinds, in the order of `MemberKind`.

    `compared` counts the initiatives in which any kind is named: with fewer than `FEWEST_INITIATIVES` of them nothing
    is drawn by lot, and `samples` is 0.
    """

    coverage: Coverage
    rows: tuple[BalanceRow, ...]
    pairs: tuple[KindPair, ...]
    compared: int
    samples: int

    def count(self, sides: Sides) -> int:
        """In how many initiatives these social partners are named."""
        return sum(row.sides is sides for row in self.rows)


_SIDES = {
    (True, True): Sides.BOTH,
    (True, False): Sides.UNIONS,
    (False, True): Sides.EMPLOYERS,
    (False, False): Sides.NEITHER,
}


def balance(
    store: Store,
    register: Register,
    *,
    region: str | None = None,
    kinds: Sequence[Column] = (),
    date: str | None = None,
    wanted: Selection | None = None,
    on_step: Callable[[int], None] = lambda _done: None,
) -> Balance:
    """How evenly the tables are set; options and errors are those of `coverage` and `select`.

    `kinds` keeps these columns, and the pairs that have one of them. `on_step` is told before each of `chance.SAMPLES`
    how many are done.
    """
    found, tables = _read(store, register, region=region, date=date, wanted=wanted or Selection())
    return weigh(found, tables, kinds=kinds, on_step=on_step)


@steady
def _read(
    store: Store, register: Register, *, region: str | None, date: str | None, wanted: Selection
) -> tuple[Coverage, Mapping[str, Table]]:
    with collection_paused():
        facts = read_facts(store, register, date=date)
        tables = searched_tables(store, facts, register, date=date)
        found = select(cover(facts, register, region=region, date=date, tables=tables), wanted)
        return mark_open_lists(store, found), {table.initiative.id: table for table in tables}


def weigh(
    coverage: Coverage,
    tables: Mapping[str, Table],
    *,
    kinds: Sequence[Column] = (),
    on_step: Callable[[int], None] = lambda _done: None,
) -> Balance:
    """The same from a matrix with every column and its tables by the id of their initiative."""
    rows = tuple(
        weigh_table(row.initiative, tables[row.initiative.id].facts.members(), row.cells) for row in coverage.rows
    )
    seated = [frozenset(one.kind for one in row.members) for row in rows if row.members]
    wanted = [MemberKind(column.value) for column in kinds]
    pairs = [pair for pair in _pairs(ASKED) if not wanted or any(kind in wanted for kind in pair)]
    shown = _narrowed(coverage, kinds) if kinds else coverage
    if len(seated) < FEWEST_INITIATIVES:
        return Balance(shown, rows, tuple(_counted(pair, seated) for pair in pairs), len(seated), samples=0)
    numbers = {kind: number for number, kind in enumerate(MemberKind)}
    drawn = draw_pairs([frozenset(map(numbers.__getitem__, one)) for one in seated], len(numbers), on_step=on_step)
    told = _judged([(pair, drawn[_places(pair, numbers)]) for pair in pairs])
    return Balance(shown, rows, told, len(seated), samples=SAMPLES)


def weigh_table(initiative: InitiativeRow, members: Iterable[ActorRow], cells: Iterable[Cell]) -> BalanceRow:
    """One table from those who sit there and its cells, those of unions and of employers among them."""
    named: dict[MemberKind | None, list[str]] = {}
    groups: set[MemberKind | None] = set()
    for actor in members:
        kind = kind_of_member(actor)
        here = named.setdefault(kind, [])
        if actor.is_group:
            groups.add(kind)
        else:
            here.append(actor.name)
    sides = {cell.column: cell for cell in cells}
    mixed = blau([len(names) for kind, names in named.items() if kind is not None])
    most = 1 - 1 / len(MemberKind)
    return BalanceRow(
        initiative=initiative,
        members=tuple(Members(kind, tuple(named[kind]), kind in groups) for kind in MemberKind if kind in named),
        unsorted=tuple(named.get(None, ())),
        unions=sides[Column.UNION],
        employers=sides[Column.EMPLOYERS],
        blau=mixed,
        iqv=None if mixed is None else mixed / most,
    )


def kind_of_member(actor: ActorRow) -> MemberKind | None:
    """The kind that it is counted as; None where it is of no known kind."""
    column = column_of(actor.kind, actor.chamber_type)
    if column is not None:
        return MemberKind(column.value)
    return None if actor.kind is ActorKind.OTHER else MemberKind(actor.kind.value)


def blau(counts: Sequence[int]) -> float | None:
    """Blau's index of these numbers of members, 0 where all are of one kind; None with too few members."""
    total = sum(counts)
    if total < FEWEST_MEMBERS:
        return None
    return 1 - sum((count / total) ** 2 for count in counts)


def _narrowed(coverage: Coverage, kinds: Sequence[Column]) -> Coverage:
    """The matrix with the columns asked for."""
    kept, without = (
        tuple(replace(row, cells=tuple(cell for cell in row.cells if cell.column in kinds)) for row in rows)
        for rows in (coverage.rows, coverage.without_table)
    )
    return replace(coverage, rows=kept, without_table=without)


def _pairs(kinds: Sequence[MemberKind]) -> list[tuple[MemberKind, MemberKind]]:
    return [(one, other) for place, one in enumerate(kinds) for other in kinds[place + 1 :]]


def _places(pair: tuple[MemberKind, MemberKind], numbers: Mapping[MemberKind, int]) -> Pair:
    return numbers[pair[0]], numbers[pair[1]]


def _counted(pair: tuple[MemberKind, MemberKind], seated: Iterable[frozenset[MemberKind]]) -> KindPair:
    return KindPair(*pair, observed=sum({*pair} <= kinds for kinds in seated))


def _judged(drawn: Sequence[tuple[tuple[MemberKind, MemberKind], Drawn]]) -> tuple[KindPair, ...]:
    """The pairs with their verdicts; those without room for chance are no tests that p is corrected for."""
    open_ones = [found.p for _pair, found in drawn if not found.is_fixed]
    corrected = iter(holm(open_ones))
    told: list[KindPair] = []
    for pair, found in drawn:
        p = 1.0 if found.is_fixed else next(corrected)
        told.append(KindPair(*pair, found.observed, found, p, _verdict(found, p)))
    return tuple(told)


def _verdict(found: Drawn, p: float) -> Verdict:
    if found.is_fixed:
        return Verdict.FIXED
    if p > LEVEL:
        return Verdict.CHANCE
    return Verdict.MORE if found.observed > found.mean else Verdict.LESS
