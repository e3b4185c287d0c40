"""What a reading would change: its participations and absences beside those the graph holds already."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.kinds import Role, Strength
from graph.model import Absence, Group, Participation, Reading
from graph.store import Store
from queries.catalog import question
from queries.gathered import read_gathered
from queries.rows import maybe_text, text

Pair = tuple[str, str]
"""Who and in what: ids of an actor or group and of an initiative."""


class Novelty(StrEnum):
    """NEW: the graph does not have it. KNOWN: another document says so already. CHANGED: this file said it otherwise.

    UNCHANGED: this file says so already. GONE: it said so, and no longer does.
    """

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    UNCHANGED = "unchanged"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Seat:
    """One participation or absence as it would be, with its period; ISO prefixes."""

    manner: Role | Strength
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What would become of one pair: `now` as the file says it, `before` as it said it; empty where it says nothing."""

    who: str
    initiative: str
    novelty: Novelty
    now: tuple[Seat, ...]
    before: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences, sorted by names; `names` are by id, `new_nodes` the ids that the graph does not have."""

    differences: tuple[Difference, ...]
    names: Mapping[str, str]
    new_nodes: frozenset[str]

    def of(self, novelty: Novelty) -> tuple[Difference, ...]:
        """Those of one sort."""
        return tuple(one for one in self.differences if one.novelty is novelty)


def compare(store: Store | None, reading: Reading) -> Comparison:
    """What writing this reading would change; without a graph everything is new. Nothing is written."""
    names = {node.id: node.word if isinstance(node, Group) else node.name for node in reading.nodes}
    now = _told(reading)
    if store is None:
        fresh = [_difference(pair, Novelty.NEW, now, {}) for pair in now]
        return Comparison(_sorted(fresh, names), names, frozenset(names))
    rows = (*read_gathered(store, "names"), *store.read(question("groups")))
    held = {text(row, "id"): text(row, "name") for row in rows}
    seats = _seats(store)
    before = _before(store, reading.document.address, seats)
    elsewhere = {(pair, seat.manner) for pair, seat in seats.values()}
    found = [_difference(pair, _novelty(pair, now, before, elsewhere), now, before) for pair in {**now, **before}]
    return Comparison(_sorted(found, held | names), held | names, frozenset(names) - frozenset(held))


def _novelty(
    pair: Pair,
    now: Mapping[Pair, set[Seat]],
    before: Mapping[Pair, set[Seat]],
    elsewhere: set[tuple[Pair, Role | Strength]],
) -> Novelty:
    if pair in before:
        return Novelty.GONE if pair not in now else Novelty.UNCHANGED if now[pair] == before[pair] else Novelty.CHANGED
    known = all((pair, seat.manner) in elsewhere for seat in now[pair])
    return Novelty.KNOWN if known else Novelty.NEW


def _told(reading: Reading) -> dict[Pair, set[Seat]]:
    periods: dict[str, list[tuple[str | None, str | None]]] = defaultdict(list)
    for statement in reading.statements:
        periods[statement.fact_id].append((statement.since, statement.until))
    told: dict[Pair, set[Seat]] = defaultdict(set)
    for fact in reading.facts:
        if isinstance(fact, Participation):
            pair, manner = (fact.participant_id, fact.initiative_id), fact.role
            told[pair].update(Seat(manner, *period) for period in periods[fact.id])
        elif isinstance(fact, Absence):
            told[fact.absent_id, fact.initiative_id].update(Seat(fact.strength, *p) for p in periods[fact.id])
    return told


def _seats(store: Store) -> dict[str, tuple[Pair, Seat]]:
    """The participations and absences of the graph by their ids."""
    seats: dict[str, tuple[Pair, Seat]] = {}
    for row in store.read(question("participations")):
        pair = (text(row, "participant"), text(row, "initiative"))
        seats[text(row, "id")] = (pair, Seat(Role(text(row, "role"))))
    for row in store.read(question("absences")):
        pair = (text(row, "absent"), text(row, "initiative"))
        seats[text(row, "id")] = (pair, Seat(Strength(text(row, "strength"))))
    return seats


def _before(store: Store, address: str, seats: Mapping[str, tuple[Pair, Seat]]) -> dict[Pair, set[Seat]]:
    """What the document that this address shows now says."""
    documents = {record.id for record in store.documents() if address in record.addresses}
    told: dict[Pair, set[Seat]] = defaultdict(set)
    if not documents:
        return told
    for row in store.read(question("statements")):
        if text(row, "document") in documents and text(row, "fact") in seats:
            pair, seat = seats[text(row, "fact")]
            told[pair].add(Seat(seat.manner, maybe_text(row, "since"), maybe_text(row, "until")))
    return told


def _difference(
    pair: Pair, novelty: Novelty, now: Mapping[Pair, set[Seat]], before: Mapping[Pair, set[Seat]]
) -> Difference:
    return Difference(*pair, novelty, _ordered(now.get(pair, ())), _ordered(before.get(pair, ())))


def _ordered(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    return tuple(sorted(seats, key=lambda seat: (seat.manner.value, seat.since or "", seat.until or "")))


def _sorted(found: Iterable[Difference], names: Mapping[str, str]) -> tuple[Difference, ...]:
    def place(one: Difference) -> tuple[str, str, str]:
        return names.get(one.initiative, one.initiative), names.get(one.who, one.who), one.who

    return tuple(sorted(found, key=place))
