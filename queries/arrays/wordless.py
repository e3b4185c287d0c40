"""All facts of the graph, of participations without the words: no cell and no tie asks for these. Next: `judging.py`.

It takes a quarter of the memory of `read_facts` in `queries.snapshot`, which says the same with every quote.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TypeAlias, TypeVar

from graph.model import Decision
from graph.records import Row
from graph.store import Store
from queries.answers import Evidence
from queries.catalog import question
from queries.corrections import correct_nodes
from queries.evidence import newest_first
from queries.facts import Facts
from queries.identity import Identity
from queries.joins import Evidenced, Seat, join, statements_of
from queries.nodes import to_document
from queries.rows import integers, text, texts
from queries.rulings import find_rulings
from queries.snapshot import laid_over, read_rows
from queries.standing import read_identity
from queries.uniting import unite_rows
from seeds.register import Register

T = TypeVar("T")

Reach: TypeAlias = Callable[[float], None]
"""Is told which share is done, from 0 to 1."""

_OTHERS = (
    "namings_gathered",
    "absences",
    "actors",
    "branches",
    "groups",
    "initiatives",
    "interests",
    "listings",
    "memberships",
    "silences",
    "unread",
)
_AT_A_TIME = 2
"""The store finds what one question asks for while another one's answer is taken in."""
_SHARES = {
    "seats": 10,
    "identity": 10,
    "statements": 6,
    "namings_gathered": 4,
    "actors": 2,
    "initiatives": 2,
    "documents": 1,
    "memberships": 1,
    "branches": 1,
    "joined": 6,
}
"""How long the parts take beside each other, in a large graph; what is not here takes no time."""
_WORDLESS = "participation:"
"""The facts of which `statements_told.cypher` tells no quotes begin so."""


@dataclass(frozen=True, slots=True)
class _Seats:
    """Participations as columns, by initiative; equal texts are one."""

    ids: list[str] = field(default_factory=list[str])
    participants: list[str] = field(default_factory=list[str])
    initiatives: list[str] = field(default_factory=list[str])
    roles: list[str] = field(default_factory=list[str])

    def __iter__(self) -> Iterator[Seat]:
        return zip(self.ids, self.participants, self.initiatives, self.roles, strict=True)


@dataclass(frozen=True, slots=True)
class _Told:
    """What one document says in one way of one time: of these participations, at these places."""

    evidence: Evidence
    facts: Sequence[str]
    starts: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Statements:
    """What facts rest on: participations, and the others by fact."""

    seats: Sequence[_Told]
    others: Mapping[str, Sequence[Evidence]]

    def evidence(self, kept: Mapping[str, str]) -> Evidenced:
        """By fact, newest first; `kept` gives facts that are one with another the id of that one.

        What tells a participation alone is shared with all that it tells so, and has no place.
        """
        found: dict[str, tuple[Evidence, ...]] = {}
        several = {*kept, *kept.values()}
        for told in self.seats:
            shared = (told.evidence,)
            several.update(fact for fact in told.facts if found.setdefault(fact, shared) is not shared)
        apart: defaultdict[str, list[Evidence]] = defaultdict(list)
        for fact, evidence in (*self._placed(several), *self._others()):
            apart[kept.get(fact, fact)].append(evidence)
        found |= {fact: newest_first(evidence) for fact, evidence in apart.items()}
        return found

    def _placed(self, facts: set[str]) -> Iterator[tuple[str, Evidence]]:
        for told in self.seats if facts else ():
            for fact, start in zip(told.facts, told.starts, strict=True):
                if fact in facts:
                    yield fact, replace(told.evidence, quote_start=start, quote_end=start)

    def _others(self) -> Iterator[tuple[str, Evidence]]:
        return ((fact, item) for fact, evidence in self.others.items() for item in evidence)


@dataclass(slots=True)
class _Done:
    """Adds up what is done, whichever thread did it."""

    reach: Reach
    shares: int = 0
    turn: Lock = field(default_factory=Lock)

    def when(self, answer: Future[T], name: str) -> Future[T]:
        """The answer, which counts once it is there."""
        answer.add_done_callback(lambda _answer: self.add(name))
        return answer

    def add(self, name: str) -> None:
        """Count this part as done."""
        with self.turn:
            self.shares += _SHARES.get(name, 0)
            self.reach(self.shares / sum(_SHARES.values()))


@dataclass(frozen=True, slots=True)
class _Read:
    rows: Mapping[str, list[Row]]
    seats: _Seats
    statements: _Statements
    decisions: tuple[Decision, ...]


def read_wordless_facts(store: Store, register: Register, *, reach: Reach) -> Facts:
    """The whole graph as `read_facts` reads it, but for the words of participations.

    Their quotes are empty, and what a document says once of each of several has no place. `reach` is told the share
    that is done, up to 1, also from other threads.
    """
    done = _Done(reach)
    identity = read_identity(store, register)  # not beside the reading: two that compute hold each other up
    done.add("identity")
    pool = ThreadPoolExecutor(_AT_A_TIME)
    try:
        documents = done.when(pool.submit(read_rows, store, "documents"), "documents")
        statements = done.when(pool.submit(_read_statements, store, documents), "statements")
        seats = done.when(pool.submit(_read_seats, store), "seats")
        asked = {name: done.when(pool.submit(read_rows, store, name), name) for name in _OTHERS}
        rows = {name: answer.result() for name, answer in asked.items()} | {"documents": documents.result()}
        told = _Read(rows, seats.result(), statements.result(), store.decisions())
        facts = _joined(told, identity, register)
        done.add("joined")
        return facts
    finally:
        pool.shutdown(cancel_futures=True)


def _read_seats(store: Store) -> _Seats:
    found, known = _Seats(), dict[str, str]()
    for record in store.stream(question("participations_gathered")):
        found.ids.extend(texts(record, "id"))
        for column, name in (
            ("participant", found.participants),
            ("initiative", found.initiatives),
            ("role", found.roles),
        ):
            name.extend(known.setdefault(one, one) for one in texts(record, column))
    return found


def _read_statements(store: Store, documents: Future[list[Row]]) -> _Statements:
    known = {row.id: row for row in map(to_document, documents.result())}
    seats: list[_Told] = []
    others: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in store.stream(question("statements_told")):
        if (document := known.get(text(row, "document"))) is None:
            continue
        facts, starts = texts(row, "facts"), integers(row, "starts")
        places = [place for place, fact in enumerate(facts) if fact.startswith(_WORDLESS)]
        if places:
            ((_, shared),) = statements_of({**row, "facts": [""], "starts": [0], "ends": [0], "quotes": [""]}, document)
            told = _Told(shared, [facts[place] for place in places], array("q", [starts[place] for place in places]))
            seats.append(told)
        if len(places) < len(facts):
            for fact, evidence in statements_of(row, document):
                if not fact.startswith(_WORDLESS):
                    others[fact].append(evidence)
    return _Statements(seats, others)


def _joined(read: _Read, identity: Identity, register: Register) -> Facts:
    """As `join_rows` does it: of participations only those of nodes that are one with others are made rows of."""
    shown, columns = identity.shown, ("id", "participant", "initiative", "role")
    concerned: list[Row] = [
        dict(zip(columns, seat, strict=True)) for seat in read.seats if shown and _is_one_of(seat, shown)
    ]
    others = (seat for seat in read.seats if not (shown and _is_one_of(seat, shown)))
    rows = {**read.rows, "participations": concerned, "statements_gathered": []}
    united = unite_rows(correct_nodes(rows, find_rulings(read.decisions), register), identity)
    facts = join(united.rows, register, evidence=read.statements.evidence(united.kept), seats=others)
    return laid_over(facts, united, identity, read.decisions, register)


def _is_one_of(seat: Seat, shown: Mapping[str, str]) -> bool:
    _, participant, initiative, _ = seat
    return participant in shown or initiative in shown
