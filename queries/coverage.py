"""The coverage matrix initiative × kind: who is at which table, and what the documents say where nobody is.

From the store's facts to rows of judged cells (`cells.py`); next: gaps, map and handout draw them.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from graph.keys import fold
from graph.kinds import ActorKind, Strength, UnreadReason
from graph.store import Store
from queries.answers import (
    AbsenceLink,
    ActorRow,
    CellValue,
    Column,
    Coverage,
    CoverageRow,
    Evidence,
    InitiativeRow,
    Lookalike,
)
from queries.cells import Claim, Hint, Route, RowFacts, judge_all
from queries.columns import possible_columns
from queries.completeness import mark_open_lists
from queries.dates import day_or_today
from queries.facts import Facts, Unread
from queries.listed import ListedNames
from queries.narrowing import narrowed
from queries.pausing import collection_paused
from queries.refusals import is_refusal
from queries.regions import find_region, is_inside, name_of, unknown_districts, unknown_regions
from queries.routes import find_routes, read_kinship
from queries.snapshot import read_facts
from queries.steady import steady
from queries.text_check import search_texts
from seeds.register import Register

_Routes: TypeAlias = Mapping[str, tuple[Route, ...]]
"""By the id of a participant, where it has any."""

MatrixOrder: TypeAlias = tuple[tuple[str, ...], str, str]
"""The key by which the rows of the matrix are ordered."""

_KINDS = tuple(ActorKind)
_NAMED_MAKE_A_TABLE = 2
_VALUES = {Strength.ABSENT: CellValue.ABSENT, Strength.INFORMAL: CellValue.INFORMAL}


@steady
def coverage(
    store: Store,
    register: Register,
    *,
    region: str | None = None,
    kinds: Sequence[Column] = (),
    date: str | None = None,
) -> Coverage:
    """Who is at which table, by initiative and kind.

    `region` is an id of the register or a name; a row belongs when one of its regions lies within. `kinds` keeps these
    columns only. `date` asks what was known at that time; without it every document counts. What a document tells to
    have ended before the date (default: today), or to begin after it, is no presence but to be checked.
    Raises QuestionError("unknown_region") with the three nearest names.
    """
    with collection_paused():
        facts = read_facts(store, register, date=date)
        tables = searched_tables(store, facts, register, date=date)
        found = cover(facts, register, region=region, kinds=kinds, date=date, tables=tables)
        return mark_open_lists(store, found)


def cover(
    facts: Facts,
    register: Register,
    *,
    region: str | None = None,
    kinds: Sequence[Column] = (),
    date: str | None = None,
    tables: Sequence["Table"] = (),
) -> Coverage:
    """The same from facts already read, without what documents say of their own completeness.

    `tables` are those of these facts and this date, where they were read already; without them no text is searched.
    """
    wanted = find_region(register, region) if region else None
    columns = tuple(column for column in Column if not kinds or column in kinds)
    told = tables or read_tables(facts, register, date=date)
    placed = ordered(
        (table for table in told if wanted is None or is_inside(register, table.initiative.regions, wanted)), register
    )
    return Coverage(
        rows=tuple(table.row(columns) for table in placed if table.counts),
        without_table=tuple(table.row(columns) for table in placed if not table.counts),
        unknown=unknown_regions(facts, register, wanted=wanted),
        documents=tuple(sorted(facts.documents.values(), key=lambda document: (document.address, document.id))),
        districts=unknown_districts(facts, register, wanted=wanted),
    )


@dataclass(frozen=True, slots=True)
class Table:
    """One initiative with what the documents say about it."""

    initiative: InitiativeRow
    facts: RowFacts
    participants: tuple[ActorRow, ...]
    documents: tuple[str, ...]
    possibly: tuple[Lookalike, ...]

    @property
    def counts(self) -> bool:
        """Whether an empty chair means something: a table one sits at, or two participants named."""
        named = [participant for participant in self.participants if not participant.is_group]
        return self.initiative.type.has_table or len(named) >= _NAMED_MAKE_A_TABLE

    def with_hints(self, hints: Sequence[Hint]) -> "Table":
        """The same with further words of which no fact was made."""
        if not hints:
            return self
        return replace(self, facts=replace(self.facts, hints=(*self.facts.hints, *hints)))

    def row(self, columns: Sequence[Column]) -> CoverageRow:
        """The row of the matrix with these columns."""
        cells = judge_all(columns, self.facts)
        return CoverageRow(self.initiative, cells, _others(self.participants), self.documents, self.possibly)


@dataclass(slots=True)
class _Collected:
    """What was found of one initiative, while the facts are walked through once."""

    claims: list[Claim] = field(default_factory=list)
    participants: dict[str, ActorRow] = field(default_factory=dict)
    hints: list[Hint] = field(default_factory=list)
    listings: list[Evidence] = field(default_factory=list)
    rejected: list[Claim] = field(default_factory=list)

    @property
    def rejected_names(self) -> frozenset[str]:
        """The folded names of those of whom a person said that they do not take part."""
        subjects = [claim.subject for claim in self.rejected]
        return frozenset(fold(name) for subject in subjects for name in (subject.name, *subject.aliases))


def read_tables(facts: Facts, register: Register, *, date: str | None = None) -> list[Table]:
    """Every initiative with what the documents say about it, to be judged on the date (default: today)."""
    day = day_or_today(date)
    collected, kinship = _collect(facts, register), read_kinship(facts, register)
    sitting = {id: actor for found in collected.values() for id, actor in found.participants.items()}
    routes = {id: found for id, actor in sitting.items() if (found := find_routes(actor, kinship))}
    return [_table(initiative, collected[id], facts, routes, day) for id, initiative in facts.initiatives.items()]


def searched_tables(
    store: Store, facts: Facts, register: Register, *, date: str | None = None, among: Collection[str] | None = None
) -> list[Table]:
    """The same, each with the words of kinds, in the text on it, of which it would say nothing.

    With `among` only the tables of these initiatives.
    """
    read = read_tables(facts, register, date=date)
    tables = read if among is None else [table for table in read if table.initiative.id in among]
    found = _hints(search_texts(store, facts, {table.initiative.id: table.facts for table in tables}, register))
    return [table.with_hints(found.get(table.initiative.id, ())) for table in tables]


def searched_facts(
    store: Store, facts: Facts, register: Register, ids: Collection[str], *, date: str | None = None
) -> Facts:
    """The facts with the words of kinds, in the texts on these initiatives, of which their tables would say nothing."""
    tables = read_tables(narrowed(facts, ids), register, date=date) if ids else []
    found = search_texts(store, facts, {table.initiative.id: table.facts for table in tables}, register)
    return replace(facts, unread=tuple(sorted((*facts.unread, *found), key=lambda place: place.id)))


def _table(initiative: InitiativeRow, found: _Collected, facts: Facts, routes: _Routes, day: str) -> Table:
    participants = tuple(found.participants[id] for id in sorted(found.participants))
    row_facts = RowFacts(
        day=day,
        claims=tuple(found.claims),
        routes=tuple(route for actor in participants for route in routes.get(actor.id, ())),
        hints=tuple(found.hints),
        listings=tuple(found.listings),
        rejected=tuple(found.rejected),
    )
    near = (facts.initiatives.get(id) for id in facts.identity.possibly(initiative.id))
    possibly = tuple(Lookalike(other.id, other.name, other.region_name) for other in near if other is not None)
    return Table(initiative, row_facts, participants, facts.named_in[initiative.id], possibly)


def _collect(facts: Facts, register: Register) -> Mapping[str, _Collected]:
    collected: defaultdict[str, _Collected] = defaultdict(_Collected)
    names = ListedNames(facts, register) if facts.listings else None
    for link in facts.links:
        here, subject = collected[link.initiative_id], facts.nodes[link.participant_id]
        here.participants[subject.id] = subject
        here.claims.extend(Claim(subject, CellValue.PRESENT, statement, link.role) for statement in link.evidence)
    for link in facts.rejected:
        here, subject = collected[link.initiative_id], facts.nodes[link.participant_id]
        words = (item for item in link.evidence if item.correction)
        here.rejected.extend(Claim(subject, CellValue.PRESENT, item, link.role) for item in words)
    for absence in facts.absences:
        subject = facts.nodes[absence.absent_id]
        collected[absence.initiative_id].claims.extend(_denials(absence, subject, register))
    for id, hints in _hints(facts.unread).items():
        collected[id].hints.extend(hints)
    for listing in facts.listings:
        here = collected[listing.subject]
        here.listings.extend(listing.evidence)
        found = (hint for statement in listing.evidence for hint in (names.hints(statement) if names else ()))
        here.hints.extend(hint for hint in found if fold(hint.word) not in here.rejected_names)
    return collected


def _hints(places: Iterable[Unread]) -> Mapping[str, list[Hint]]:
    """By initiative the places with a word of a kind."""
    found: defaultdict[str, list[Hint]] = defaultdict(list)
    for place in places:
        if place.initiative_id is not None:
            is_withheld = place.reason is UnreadReason.WITHHELD
            hint = Hint(place.word, place.kind, place.chamber_type, is_withheld, place.evidence)
            found[place.initiative_id].append(hint)
    return found


def _denials(absence: AbsenceLink, subject: ActorRow, register: Register) -> Iterator[Claim]:
    value, called = _VALUES[absence.strength], _all_names(subject, register)
    for item in absence.evidence:
        declined = value is CellValue.ABSENT and is_refusal(item.quote, called)
        yield Claim(subject, value, item, declined=declined)


def _all_names(subject: ActorRow, register: Register) -> tuple[str, ...]:
    """What documents and the register call it."""
    row = register.rows.get(subject.register_id or "")
    registered = (row.name, row.short_name, *row.aliases) if row else ()
    return tuple(dict.fromkeys((subject.name, *subject.aliases, *registered)))


def _others(participants: Iterable[ActorRow]) -> tuple[tuple[ActorKind, int], ...]:
    """How many participants of each kind that is never asked for, in the order of the kinds."""
    never_asked = [actor.kind for actor in participants if not possible_columns(actor.kind, actor.chamber_type)]
    counted = Counter(never_asked) if never_asked else {}
    return tuple((kind, counted[kind]) for kind in _KINDS if kind in counted)


def ordered(tables: Iterable["Table"], register: Register) -> list["Table"]:
    """The tables in the order of the matrix."""

    def key(table: Table) -> MatrixOrder:
        row = table.initiative
        return matrix_order(row.id, row.name, row.regions, row.lands, register)

    return sorted(tables, key=key)


def matrix_order(id: str, name: str, regions: Sequence[str], lands: Iterable[str], register: Register) -> MatrixOrder:
    """By the names of its Länder, then by name; first what lies nowhere, then what is there for the whole country."""
    around = tuple(sorted(fold(name_of(register, land)) for land in lands))
    nationwide = ("",) if regions and not around else ()
    return around or nationwide, fold(name), id
