"""Who at a table speaks for a body of the register that is not there itself: its part, its parent, its umbrella. Pure.

Such a route is named and never counts as present. A member does not speak for the organisation it belongs to, nor one
district for another. Next: `expected.py`, `one_body.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from queries.answers import ActorRow, Evidence
from queries.cells import Claim
from queries.columns import column_of
from queries.evidence import newest_first
from queries.facts import Facts, Relation
from queries.routes import HIGHEST
from seeds.register import Register, RegisterRow

_PARTS = frozenset(
    {
        "union_district",
        "union_office",
        "union_confederation_district",
        "union_confederation_region",
        "chamber_service",
    }
)
"""The register's kinds that are a part of their parent; all others are members of it."""


class Way(StrEnum):
    """What the one who sits there is to the body."""

    PART = "part"
    COMPANY = "company"
    PARENT = "parent"
    UMBRELLA = "umbrella"


@dataclass(frozen=True, slots=True)
class BodyRoute:
    """A participant that speaks for a body. `via` is the organisation between the two, None where there is none."""

    participant_id: str
    participant: str
    way: Way
    via: str | None
    evidence: tuple[Evidence, ...]


class Voices:
    """Finds such participants. Organisations go by their register id, else by their node's id."""

    def __init__(self, facts: Facts, register: Register) -> None:
        self._register = register
        self._names = {_key(node): node.name for node in facts.nodes.values()}
        self._parts = _upwards(facts.branches, facts.nodes)
        self._memberships = _upwards(facts.memberships, facts.nodes)
        self._roofs = {roof for roofs in (*self._memberships.values(), *self._parts.values()) for roof in roofs}
        self._above: dict[str, Mapping[str, Way]] = {}

    def speakers(self, seats: Iterable[Claim]) -> tuple[Claim, ...]:
        """Those of the seats that may speak for anybody but themselves: of most organisations nothing is known."""
        return tuple(seat for seat in seats if self._may_speak(seat.subject))

    def routes(self, body: RegisterRow, seats: Iterable[Claim]) -> tuple[BodyRoute, ...]:
        """Through whom the body is spoken for at a table with these seats, by name."""
        above = self._above.get(body.id)
        if above is None:
            above = self._above[body.id] = dict(self._all_above(body.id))
        told: defaultdict[str, list[Evidence]] = defaultdict(list)
        subjects: dict[str, ActorRow] = {}
        for seat in seats:
            told[seat.subject.id].append(seat.statement)
            subjects[seat.subject.id] = seat.subject
        routes = (self._route(subject, body, above, told[id]) for id, subject in subjects.items())
        return tuple(sorted((one for one in routes if one), key=lambda one: (one.participant, one.participant_id)))

    def wholes(self, key: str) -> tuple[str, ...]:
        """What this is a part of, the nearest first."""
        found: list[str] = []
        level = [key]
        for _ in range(HIGHEST):
            level = [whole for part in level for whole in self._part_of(part) if whole not in (key, *found)]
            found += dict.fromkeys(level)
        return tuple(found)

    def _may_speak(self, subject: ActorRow) -> bool:
        key = _key(subject)
        return not subject.is_group and (key in self._register.rows or key in self._parts or key in self._roofs)

    def _route(
        self, subject: ActorRow, body: RegisterRow, above: Mapping[str, Way], told: Iterable[Evidence]
    ) -> BodyRoute | None:
        key = _key(subject)
        if subject.is_group or key == body.id:
            return None
        wholes = self.wholes(key)
        is_company = column_of(subject.kind, subject.chamber_type) is None
        way, via = above.get(key), None
        if body.id in wholes:
            way = Way.COMPANY if is_company else Way.PART
        elif way is None and self._meets(subject, body):
            via = next((one for one in wholes if one in above and (is_company or above[one] is Way.UMBRELLA)), None)
            way = (Way.COMPANY if is_company else above[via]) if via else None
        if way is None:
            return None
        return BodyRoute(subject.id, subject.name, way, self._name(via) if via else None, newest_first(told))

    def _meets(self, subject: ActorRow, body: RegisterRow) -> bool:
        """Whether the territories meet; one that is not known speaks against nothing."""
        row = self._register.rows.get(subject.register_id or "")
        lands = set(row.regions) if row else {land for one in subject.regions for land in self._lands(one)}
        return not lands or "de" in lands or "de" in body.regions or not lands.isdisjoint(body.regions)

    def _lands(self, region: str) -> tuple[str, ...]:
        if not self._register.has_region(region):
            return ()
        return self._register.lands_of(region) or ("de",)

    def _all_above(self, key: str) -> Iterator[tuple[str, Way]]:
        """All that this is a part or a member of: only parts of a part have a parent, all others an umbrella."""
        seen = {key}
        level = [(key, Way.PARENT)]
        for _ in range(HIGHEST):
            steps = [(whole, way) for one, way in level for whole in self._part_of(one)]
            steps += [(roof, Way.UMBRELLA) for one, _way in level for roof in self._member_of(one)]
            level = [(one, way) for one, way in steps if one not in seen]
            seen.update(one for one, _way in level)
            yield from level

    def _part_of(self, key: str) -> tuple[str, ...]:
        row = self._register.rows.get(key)
        own = (row.parent_id,) if row and row.parent_id and row.register_kind in _PARTS else ()
        return (*own, *self._parts.get(key, ()))

    def _member_of(self, key: str) -> tuple[str, ...]:
        row = self._register.rows.get(key)
        own = (row.parent_id,) if row and row.parent_id and row.register_kind not in _PARTS else ()
        return (*own, *(row.member_of if row else ()), *self._memberships.get(key, ()))

    def _name(self, key: str) -> str:
        row = self._register.rows.get(key)
        return row.short_name or row.name if row else self._names[key]


def _key(node: ActorRow) -> str:
    return node.register_id or node.id


def _upwards(relations: Iterable[Relation], nodes: Mapping[str, ActorRow]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for relation in relations:
        source, target = nodes.get(relation.source), nodes.get(relation.target or "")
        if source is not None and target is not None:
            found[_key(source)].append(_key(target))
    return {key: tuple(dict.fromkeys(above)) for key, above in found.items()}
