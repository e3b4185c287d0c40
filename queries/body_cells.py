"""One cell for one body of the register: what the documents say of it, not of its whole kind. Pure.

What is said of a group of its kind speaks of the body, too; what is said of another body of its kind does not.
From `coverage.py`'s tables; next: `expected.py`, `one_body.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from graph.keys import fold
from graph.kinds import ActorKind
from queries.answers import ActorRow, Cell, CellValue, Column, Evidence, Mark
from queries.cells import Claim, Hint, RowFacts, judge
from queries.columns import covers, is_untyped_chamber, possible_columns
from queries.facts import Facts
from queries.refusals import is_refusal
from queries.speaking import BodyRoute, Voices
from seeds.register import Register, RegisterRow

_KEPT = 65536


class BodyValue(StrEnum):
    """What may be said of one body at one table; the first that holds wins.

    The values of a cell, but `AS_GROUP`: only a group of its kind takes part, and perhaps the body with it.
    """

    PRESENT = "present"
    INFORMAL = "informal"
    ABSENT = "absent"
    AS_GROUP = "as_group"
    REPRESENTED = "represented"
    TO_CHECK = "to_check"
    NOT_LISTED = "not_listed"
    NOT_MENTIONED = "not_mentioned"
    NOBODY_NAMED = "nobody_named"


@dataclass(frozen=True, slots=True)
class BodyCell:
    """One body at one table. `who` are the names behind it; `declined`: a quote says that it said no itself.

    `routes` are those that sit there and speak for it, whatever the value.
    """

    value: BodyValue
    who: tuple[str, ...] = ()
    declined: bool = False
    routes: tuple[BodyRoute, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    newest: str | None = None


_UNSAID = (BodyValue.REPRESENTED, BodyValue.NOT_LISTED, BodyValue.NOT_MENTIONED, BodyValue.NOBODY_NAMED)


class BodyCells:
    """Judges cells of single bodies."""

    def __init__(self, facts: Facts, register: Register, voices: Voices) -> None:
        self._named = _by_name(facts.nodes.values())
        self._register = register
        self._voices = voices
        self._resolved = lru_cache(maxsize=_KEPT)(self._resolve)

    def judge(self, body: RegisterRow, column: Column, facts: RowFacts, speakers: Iterable[Claim]) -> BodyCell:
        """What may be said of this body at this table. `speakers` are the seats that may speak for others.

        Only of what is said of the body itself there is evidence: a list or a silence is the cell's of its kind.
        """
        own = (body.id, *self._voices.wholes(body.id))
        told = replace(
            facts,
            claims=tuple(self._claims(body, column, own, facts)),
            routes=(),
            hints=tuple(hint for hint in facts.hints if column in _columns(hint) and self._may_mean(hint, own)),
            rejected=tuple(claim for claim in facts.rejected if claim.subject.register_id == body.id),
        )
        cell = judge(column, told)
        routes = self._voices.routes(body, speakers)
        value = _value(cell, is_represented=bool(routes), names_somebody=facts.names_somebody)
        if value in _UNSAID:
            return BodyCell(value, routes=routes)
        declined = value is BodyValue.ABSENT and _has_declined(body, cell)
        return BodyCell(value, cell.who, declined, routes, cell.evidence, cell.newest)

    def is_named(self, body: RegisterRow, facts: RowFacts) -> bool:
        """Whether the documents say of this very body that it takes part, supports or is absent."""
        return any(claim.subject.register_id == body.id for claim in facts.claims)

    def _claims(self, body: RegisterRow, column: Column, own: tuple[str, ...], facts: RowFacts) -> Iterator[Claim]:
        """What speaks of this body, or may speak of it."""
        for claim in facts.claims:
            subject = claim.subject
            if subject.register_id == body.id:
                yield claim
            elif column not in possible_columns(subject.kind, subject.chamber_type):
                continue
            elif claim.value is not CellValue.PRESENT:
                if subject.register_id in own or covers(subject, _as_actor(body)):
                    yield claim
            elif subject.is_group or (is_untyped_chamber(subject.kind, subject.chamber_type) and _is_unknown(subject)):
                yield claim
            elif self._may_be_house(subject, body):
                yield replace(claim, subject=replace(subject, is_group=True))

    def _may_be_house(self, subject: ActorRow, body: RegisterRow) -> bool:
        """A government, senate or ministry that the register does not name may be the ministry asked for."""
        if body.kind is not ActorKind.MINISTRY or subject.kind is not ActorKind.MINISTRY or not _is_unknown(subject):
            return False
        lands = {land for one in subject.regions if self._register.has_region(one) for land in self._lands(one)}
        return not lands or not lands.isdisjoint(body.regions)

    def _lands(self, region: str) -> tuple[str, ...]:
        return self._register.lands_of(region) or ("de",)

    def _may_mean(self, hint: Hint, own: tuple[str, ...]) -> bool:
        """Whether the word may mean the body: it names it, what it is a part of, or nobody that is known."""
        meant = self._resolved(hint.word)
        return not meant or not meant.isdisjoint(own)

    def _resolve(self, word: str) -> frozenset[str]:
        """The organisations of register and documents that a word names."""
        named = self._named.get(fold(word), frozenset())
        return named | {candidate.row.id for candidate in self._register.resolve(word)}


def _value(cell: Cell, *, is_represented: bool, names_somebody: bool) -> BodyValue:
    value = BodyValue.AS_GROUP if Mark.AS_GROUP in cell.marks else BodyValue(cell.value.value)
    if is_represented and value in (BodyValue.TO_CHECK, *_UNSAID):
        return BodyValue.REPRESENTED
    if value is BodyValue.NOBODY_NAMED and names_somebody:
        return BodyValue.NOT_MENTIONED
    return value


def _columns(hint: Hint) -> tuple[Column, ...]:
    return possible_columns(hint.kind, hint.chamber_type)


def _has_declined(body: RegisterRow, cell: Cell) -> bool:
    names = (body.name, body.short_name, *body.aliases)
    return any(is_refusal(item.quote, names) for item in cell.evidence)


def _by_name(nodes: Iterable[ActorRow]) -> Mapping[str, frozenset[str]]:
    """Which organisations bear a name, folded: their register ids, else their nodes' ids."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for node in nodes:
        for name in () if node.is_group else (node.name, *node.aliases):
            found[fold(name)].add(node.register_id or node.id)
    return {name: frozenset(bearers) for name, bearers in found.items()}


def _is_unknown(subject: ActorRow) -> bool:
    """Whether the register does not know it."""
    return subject.register_id is None


def _as_actor(body: RegisterRow) -> ActorRow:
    return ActorRow(body.id, body.name, body.kind, body.chamber_type, body.regions, (), body.id)
