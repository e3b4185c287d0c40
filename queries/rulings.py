"""What people decided, subject by subject: which decisions hold, and what they say. Pure; next: `corrections.py`.

Decisions are taken in the order they were written. A rejection holds until a later decision on the same fact; a
corrected field until a later correction of that field. What is undone says nothing, what a later one replaced is
superseded.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from graph.kinds import ActorKind, ChamberType, InitiativeType, Role, Status
from graph.model import Decision
from queries.decisions import is_on_a_pair
from queries.regions import name_of
from seeds.register import Register

ABOUT = "about"
"""The field that keeps what the subject was called, for the day it is gone."""
NAME = "name"
RULING = frozenset({"add", "confirm", "reject", "correct"})
"""The actions that say something of one fact or node; the others are about two nodes being one."""
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def _is_one_of(kind: type[StrEnum]) -> Callable[[str], bool]:
    codes = frozenset(member.value for member in kind)
    return lambda value: value in codes


def _is_date(value: str) -> bool:
    return not value or _ISO.fullmatch(value) is not None


_FIELDS: Mapping[str, Callable[[str], bool]] = {
    NAME: bool,
    "role": _is_one_of(Role),
    "kind": _is_one_of(ActorKind),
    "chamber_type": lambda value: not value or _is_one_of(ChamberType)(value),
    "type": _is_one_of(InitiativeType),
    "status": _is_one_of(Status),
    "region": lambda value: True,
    "since": _is_date,
    "until": _is_date,
    "as_of": _is_date,
}
"""What a correction may change, and which values it may give; anything else is passed over."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision that holds, with the values that hold of it."""

    decision: Decision
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What holds of one fact or node. `values` by field; "" takes a field away. `standing` is newest first."""

    is_rejected: bool
    values: Mapping[str, str]
    standing: tuple[Ruled, ...]


Rulings: TypeAlias = Mapping[str, Ruling]
"""By the id of the fact or node."""


def find_rulings(decisions: Iterable[Decision]) -> Rulings:
    """What holds of each subject. `decisions` in the order they were written."""
    found: defaultdict[str, list[Ruled]] = defaultdict(list)
    for decision in decisions:
        if decision.undone or decision.action not in RULING or is_on_a_pair(decision):
            continue
        for subject, values in _subjects(decision):
            found[subject].append(Ruled(decision, values))
    return {subject: _rule(told) for subject, told in found.items()}


def _subjects(decision: Decision) -> Iterable[tuple[str, tuple[tuple[str, str], ...]]]:
    """What the decision speaks of: a participation's may rename its actor, which is a word on the actor."""
    values = tuple((field, value) for field, value in decision.values if is_valid(field, value))
    renamed = decision.object_id if decision.action == "correct" else None
    own = tuple((field, value) for field, value in values if field != NAME or not renamed)
    if own or not (renamed and values):
        yield decision.subject_id, own
    if renamed:
        yield renamed, tuple((field, value) for field, value in values if field == NAME)


def is_valid(field: str, value: str) -> bool:
    """Whether a correction may give this value to this field."""
    return field in _FIELDS and _FIELDS[field](value)


def readable(values: Iterable[tuple[str, str]], register: Register) -> tuple[tuple[str, str], ...]:
    """The values with regions as people name them."""
    return tuple((field, name_of(register, told) if field == "region" and told else told) for field, told in values)


def _rule(told: list[Ruled]) -> Ruling:
    is_rejected, values, setter = False, dict[str, str](), dict[str, Ruled]()
    rejection, agreed = list[Ruled](), list[Ruled]()
    for one in told:
        is_rejected = one.decision.action == "reject"
        if is_rejected:
            rejection, agreed = [one], []
        elif one.decision.action != "correct":
            agreed.append(one)
        for field, value in one.values:
            values[field], setter[field] = value, one
    if is_rejected:
        return Ruling(True, {}, tuple(rejection))
    standing = [one for one in told if one in agreed or any(one is by for by in setter.values())]
    holding = [Ruled(one.decision, tuple(pair for pair in one.values if setter[pair[0]] is one)) for one in standing]
    return Ruling(False, values, tuple(reversed(holding)))
