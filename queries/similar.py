"""Which initiatives elsewhere are like one, what they have that it lacks, and whom to call there.

From the facts and the landscape of all initiatives; next: `similar`. That a kind takes part there and is not named here
does not mean that it is not there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.keys import fold
from graph.kinds import Role
from graph.store import Store
from queries.answers import ActorRow, Cell, CellValue, Column, Evidence, InitiativeRow
from queries.coverage import read_tables, searched_facts
from queries.facts import Facts
from queries.landscape import Landscape, Surrounding, build_landscape
from queries.narrowing import narrowed
from queries.nearness import Near, Nearness
from queries.network import stands
from queries.pausing import collection_paused
from queries.presence import circle_of, phases_of
from queries.resemblance import Likeness, compare
from queries.snapshot import read_facts
from queries.steady import steady
from seeds.register import Register

_AT_LEAST = 0.3
"""The likeness below which two initiatives are not called comparable."""
_CALLED = (Role.LEAD, Role.ORGANISER, Role.SPONSOR, Role.COMMISSIONER, Role.FOUNDER, Role.SERVICE_PROVIDER)
"""Whom one would call, the first first."""
_OPEN = (
    CellValue.ABSENT,
    CellValue.INFORMAL,
    CellValue.NOT_LISTED,
    CellValue.NOT_MENTIONED,
    CellValue.NOBODY_NAMED,
)


@dataclass(frozen=True, slots=True)
class Contact:
    """Who leads an initiative or carries it, in one role."""

    actor: ActorRow
    role: Role
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Ahead:
    """A kind that takes part there, and of which here nobody is named, or the source says that it does not."""

    column: Column
    there: Cell
    here: CellValue


@dataclass(frozen=True, slots=True)
class Comparable:
    """An initiative like the one asked for; `near` is None for one far away.

    `name` is its name, `score` 0..1 that of its likeness. `ahead` is in the order of `Column`, `contacts` by role, then
    by name.
    """

    name: str
    initiative: InitiativeRow
    score: float
    likeness: Likeness
    near: Near | None
    ahead: tuple[Ahead, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Similar:
    """Initiatives like one, the likest first, then by name and id; `rest` are those beyond the limit.

    `names_nobody`: no document names anybody in the one asked for, so that what others have cannot be compared.
    """

    initiative: InitiativeRow
    found: tuple[Comparable, ...]
    rest: int
    names_nobody: bool


@steady
def similar(store: Store, register: Register, id: str, *, date: str | None = None, limit: int | None = None) -> Similar:
    """Which initiatives are like the one with this id, as known until and standing at the date (default: today).

    Raises QuestionError("unknown_node").
    """
    with collection_paused():
        facts = read_facts(store, register, date=date)
        shown = facts.identity.of(id)
        told = searched_facts(store, facts, register, phases_of(facts.identity, shown), date=date)
        return similar_to(told, build_landscape(facts, date=date), register, shown, date=date, limit=limit)


def similar_to(
    facts: Facts,
    landscape: Landscape,
    register: Register,
    id: str,
    *,
    date: str | None = None,
    limit: int | None = None,
) -> Similar:
    """The same from what was read already: quotes and cells only of those that are shown."""
    circle = circle_of(facts, id, date=date)
    own = landscape.initiatives[id]
    ranked = _ranked(own, circle.kin, landscape)
    shown = ranked[:limit]
    (table,) = read_tables(circle.facts, register, date=date)
    here = {cell.column: cell.value for cell in table.row(tuple(Column)).cells}
    there = _cells(facts, [one.row.id for one, _ in shown], register, date)
    nearness = Nearness(register)
    found = tuple(
        Comparable(
            name=other.row.name,
            initiative=other.row,
            score=likeness.score,
            likeness=likeness,
            near=nearness.between(own.place, other.place),
            ahead=_ahead(here, there[other.row.id]),
            contacts=_contacts(facts, other.row.id, date),
        )
        for other, likeness in shown
    )
    return Similar(circle.row, found, len(ranked) - len(shown), not table.facts.names_somebody)


def _ranked(own: Surrounding, kin: frozenset[str], landscape: Landscape) -> list[tuple[Surrounding, Likeness]]:
    compared = ((other, compare(own, other)) for id, other in landscape.initiatives.items() if id not in kin)
    alike = [(other, likeness) for other, likeness in compared if likeness.score >= _AT_LEAST and _is_more(likeness)]
    return sorted(alike, key=lambda one: (-one[1].score, fold(one[0].row.name), one[0].row.id))


def _is_more(likeness: Likeness) -> bool:
    """Whether more than the type is the same."""
    return bool(likeness.kinds or likeness.words)


def _cells(facts: Facts, ids: Sequence[str], register: Register, date: str | None) -> Mapping[str, tuple[Cell, ...]]:
    tables = read_tables(narrowed(facts, frozenset(ids)), register, date=date)
    return {table.initiative.id: table.row(tuple(Column)).cells for table in tables}


def _ahead(here: Mapping[Column, CellValue], there: Iterable[Cell]) -> tuple[Ahead, ...]:
    found = (cell for cell in there if cell.value is CellValue.PRESENT and here[cell.column] in _OPEN)
    return tuple(Ahead(cell.column, cell, here[cell.column]) for cell in found)


def _contacts(facts: Facts, id: str, date: str | None) -> tuple[Contact, ...]:
    found = [
        Contact(facts.nodes[link.participant_id], link.role, link.evidence[:1])
        for link in facts.links
        if link.initiative_id == id and link.role in _CALLED and stands(link.evidence, date=date)
    ]
    best: dict[str, Contact] = {}
    for one in sorted(found, key=lambda one: (_CALLED.index(one.role), fold(one.actor.name), one.actor.id)):
        if not one.actor.is_group:
            best.setdefault(one.actor.id, one)
    return tuple(best.values())
