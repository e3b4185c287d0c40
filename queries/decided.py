"""The list of what people decided: each decision with where it stands today."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.model import Decision
from graph.store import Store
from queries.catalog import question
from queries.decisions import is_on_a_pair, others, standing_pairs
from queries.rows import text
from queries.rulings import ABOUT, RULING, find_rulings, is_valid, readable
from seeds.register import Register

_NODES = ("actors", "initiatives", "groups")
_FACTS = ("participations", "absences", "memberships", "branches", "interests", "listings")


class Standing(StrEnum):
    """Where a decision stands: it holds, it rests while its subject is gone, a later one replaced it, it is undone."""

    HOLDS = "holds"
    RESTS = "rests"
    SUPERSEDED = "superseded"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision and where it stands. `about` is what its subject was called when it was written, "" where unknown."""

    decision: Decision
    standing: Standing
    about: str
    values: tuple[tuple[str, str], ...]


def decided(store: Store, register: Register) -> tuple[Decided, ...]:
    """Every decision, the newest first."""
    decisions = store.decisions()
    rulings = find_rulings(decisions).values()
    holding = {one.decision.id for ruling in rulings for one in ruling.standing}
    holding |= standing_pairs(decisions)
    there = subjects(store) if decisions else frozenset[str]()
    return tuple(_judged(decision, holding, there, register) for decision in reversed(decisions))


def subjects(store: Store) -> frozenset[str]:
    """The ids of everything in the graph that one can decide on."""
    return frozenset(_subjects(store))


def _subjects(store: Store) -> Iterator[str]:
    for name in (*_NODES, *_FACTS):
        yield from (text(row, "id") for row in store.read(question(name)))
    yield from (text(row, "id") for row in store.read(question("silences")))


def _judged(decision: Decision, holding: Collection[str], there: Collection[str], register: Register) -> Decided:
    standing = Standing.HOLDS
    if decision.undone:
        standing = Standing.UNDONE
    elif (decision.action in RULING or is_on_a_pair(decision)) and decision.id not in holding:
        standing = Standing.SUPERSEDED
    elif not {decision.subject_id, *(others(decision) if is_on_a_pair(decision) else ())} <= set(there):
        standing = Standing.RESTS
    return Decided(decision, standing, dict(decision.values).get(ABOUT, ""), visible_values(decision, register))


def visible_values(decision: Decision, register: Register) -> tuple[tuple[str, str], ...]:
    """The corrected fields of a decision, with regions by their names, without what makes no sense."""
    return readable((pair for pair in decision.values if is_valid(*pair)), register)
