"""What people decided on two nodes being one. Pure; next: `identity.py` applies it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.model import Decision


class Action(StrEnum):
    """What a decision on sameness does with its pair. `split` parts what was one, `unsure` puts the pair off."""

    MERGE = "merge"
    SPLIT = "split"
    REJECT = "reject"
    UNSURE = "unsure"


PART = "part"
"""The field of a split that names a node from which its subject is parted; of several each has a number behind it."""


@dataclass(frozen=True, slots=True)
class Link:
    """One decided pair. `sort` of action; the later of two on one pair holds."""

    decision_id: str
    action: Action
    one: str
    other: str


def is_on_a_pair(decision: Decision) -> bool:
    """Whether it decides on two nodes being one, not on one fact or node: a rejected pair has an object."""
    return decision.action in set(Action) and (decision.action != Action.REJECT or decision.object_id is not None)


def called(decisions: Iterable[Decision], kept: Mapping[str, str]) -> tuple[Decision, ...]:
    """The decisions on facts, with facts that became one with another called as that one."""
    return tuple(
        replace(decision, subject_id=kept.get(decision.subject_id, decision.subject_id)) for decision in decisions
    )


def links(decisions: Iterable[Decision]) -> tuple[Link, ...]:
    """The pairs that stand decided, the newest first."""
    found: list[Link] = []
    for decision in sorted(decisions, key=age, reverse=True):
        if not decision.undone and is_on_a_pair(decision):
            action = Action(decision.action)
            found.extend(Link(decision.id, action, decision.subject_id, other) for other in others(decision))
    return tuple(found)


def others(decision: Decision) -> tuple[str, ...]:
    """The nodes that a decision on sameness sets its subject against."""
    parts = [value for field, value in decision.values if field.rstrip("0123456789") == PART]
    return tuple(dict.fromkeys([*([decision.object_id] if decision.object_id else []), *parts]))


def parting(nodes: Sequence[str]) -> dict[str, str]:
    """The values of a split from these nodes."""
    return {f"{PART}{number}": node for number, node in enumerate(nodes, start=1)}


def standing_pairs(decisions: Iterable[Decision]) -> frozenset[str]:
    """The decisions on pairs of which no later one speaks on every pair of theirs."""
    newest: dict[frozenset[str], str] = {}
    for link in links(decisions):
        newest.setdefault(frozenset((link.one, link.other)), link.decision_id)
    return frozenset(newest.values())


def age(decision: Decision) -> tuple[str, str]:
    """The order of decisions: when they were written, then by id."""
    return decision.written_at, decision.id
