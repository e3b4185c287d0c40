"""Who belongs to an initiative already, under whatever name, and who may; so that nobody is suggested to join twice.

The phases of an initiative are read together. From facts that hold at least what is said of it; next: `partners.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.errors import QuestionError
from graph.keys import fold
from queries.answers import ActorRow, Evidence, InitiativeRow
from queries.asked import Asked
from queries.columns import possible_columns
from queries.facts import Facts
from queries.identity import Identity
from queries.narrowing import as_one
from queries.network import stands
from queries.refusals import is_refusal
from queries.speaking import Voices
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class Circle:
    """An initiative with its phases. `seated` sit there by name, `groups` without one; both sorted by id.

    `kin` are the ids of all initiatives that are the same, a part of it or around it, or may be the same
    (`lookalikes`).
    """

    row: InitiativeRow
    ids: frozenset[str]
    kin: frozenset[str]
    lookalikes: frozenset[str]
    seated: tuple[ActorRow, ...]
    groups: tuple[ActorRow, ...]
    facts: Facts


def circle_of(facts: Facts, id: str, *, date: str | None = None) -> Circle:
    """The circle of the initiative with this id. Raises QuestionError("unknown_node")."""
    row = facts.initiatives.get(id)
    if row is None:
        raise QuestionError("unknown_node", id=id)
    ids = phases_of(facts.identity, id)
    links = [link for link in facts.links if link.initiative_id in ids]
    there = sorted({link.participant_id for link in links if stands(link.evidence, date=date)})
    actors = [facts.nodes[one] for one in there]
    return Circle(
        row=row,
        ids=ids,
        kin=_kin(facts, ids),
        lookalikes=_lookalikes(facts, ids),
        seated=tuple(actor for actor in actors if not actor.is_group),
        groups=tuple(actor for actor in actors if actor.is_group),
        facts=as_one(facts, ids, row),
    )


class Presence:
    """Tells of anybody whether it is there."""

    def __init__(self, circle: Circle, facts: Facts, register: Register, voices: Voices) -> None:
        self._circle = circle
        self._identity = facts.identity
        self._register = register
        self._voices = voices
        self._keys = {actor.register_id or actor.id for actor in circle.seated}
        self._wholes = {whole for key in self._keys for whole in voices.wholes(key)}
        self._ids = {actor.id for actor in circle.seated}
        rows = [circle.row, *(facts.initiatives[id] for id in sorted(circle.ids) if id in facts.initiatives)]
        self._alike = _seats_in(facts, circle.lookalikes)
        self._own_names = {fold(name) for row in rows for name in (row.name, *row.aliases)}
        self._seated_by_name = {fold(name): actor for actor in circle.seated for name in (actor.name, *actor.aliases)}

    @property
    def names(self) -> frozenset[str]:
        """The folded names under which somebody may be there: the initiative's own, and of those who sit there."""
        return frozenset((*self._own_names, *self._seated_by_name))

    @property
    def keys(self) -> frozenset[str]:
        """Who sits there, by row of the register, else by node."""
        return frozenset(self._keys)

    @property
    def wholes(self) -> frozenset[str]:
        """What those who sit there are a part of."""
        return frozenset(self._wholes)

    @property
    def refusing(self) -> frozenset[str]:
        """Who has said no itself, by row of the register, else by node."""
        return frozenset(_key(absent) for absent, _item in self._refusals)

    def is_there(self, asked: Asked) -> bool:
        """Whether it is the initiative itself, sits there, or sits there under another name."""
        if asked.id in self._circle.kin or asked.id in self._ids or asked.key in self._keys:
            return True
        names = [fold(name) for name in asked.names]
        if not self._own_names.isdisjoint(names):
            return True
        bearers = [self._seated_by_name[name] for name in names if name in self._seated_by_name]
        return any(self._may_meet(actor.regions, asked.regions) for actor in bearers)

    def is_kin(self, asked: Asked) -> bool:
        """Whether what it is a part of sits there, or a part of it."""
        return asked.key in self._wholes or not self._keys.isdisjoint(self._voices.wholes(asked.key))

    def perhaps_as(self, asked: Asked) -> tuple[str, ...]:
        """The groups and names behind which it may sit there already, sorted."""
        columns = possible_columns(asked.actor_kind, asked.chamber_type)
        groups = [
            group.name
            for group in self._circle.groups
            if group.kind is asked.actor_kind or set(columns) & {*possible_columns(group.kind, group.chamber_type)}
            if asked.chamber_type is None or group.chamber_type in (None, asked.chamber_type)
        ]
        maybe = {*self._identity.possibly(asked.id)}
        alike = [actor.name for actor in self._circle.seated if actor.id in maybe] if maybe else []
        return tuple(sorted({*groups, *alike}))

    def perhaps_in(self, asked: Asked) -> tuple[str, ...]:
        """The initiatives it sits in that may be this one, sorted."""
        return tuple(sorted(self._alike.get(asked.id, ())))

    def refusal(self, asked: Asked) -> tuple[Evidence, ...]:
        """The sentences in which it, or what it is a part of, has said no itself."""
        found = self._refusals
        if not found:
            return ()
        keys = {asked.key, *self._voices.wholes(asked.key)}
        return tuple(item for absent, item in found if _key(absent) in keys)

    @cached_property
    def _refusals(self) -> tuple[tuple[ActorRow, Evidence], ...]:
        """Who has said no, with the sentences."""
        facts = self._circle.facts
        absent = ((facts.nodes[absence.absent_id], absence.evidence) for absence in facts.absences)
        told = ((actor, item) for actor, evidence in absent for item in evidence)
        return tuple((actor, item) for actor, item in told if is_refusal(item.quote, self._names(actor)))

    def _names(self, actor: ActorRow) -> tuple[str, ...]:
        row = self._register.rows.get(actor.register_id or "")
        return (actor.name, *actor.aliases, *((row.name, row.short_name, *row.aliases) if row else ()))

    def _may_meet(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether two of one name may be one: nothing is known of the place of either, or the places meet."""
        mine, theirs = self._lands(one), self._lands(other)
        return not mine or not theirs or not mine.isdisjoint(theirs)

    def _lands(self, regions: Iterable[str]) -> frozenset[str]:
        known = [region for region in regions if self._register.has_region(region)]
        return frozenset(land for region in known for land in self._register.lands_of(region) or ("de",))


def _key(actor: ActorRow) -> str:
    return actor.register_id or actor.id


def phases_of(identity: Identity, id: str) -> frozenset[str]:
    """The initiative shown under this id with all its phases, which are read together."""
    found, waiting = {id}, [id]
    while waiting:
        pairs = identity.phases_at.get(waiting.pop(), ())
        new = {end for pair in pairs for end in (pair.one, pair.other)} - found
        found |= new
        waiting += sorted(new)
    return frozenset(found)


def _lookalikes(facts: Facts, ids: frozenset[str]) -> frozenset[str]:
    return frozenset(other for id in ids for other in facts.identity.possibly(id)) - ids


def _seats_in(facts: Facts, tables: frozenset[str]) -> Mapping[str, set[str]]:
    """The names of those of these initiatives in which somebody sits, by its id."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for link in facts.links if tables else ():
        if link.initiative_id in tables and link.initiative_id in facts.initiatives:
            found[link.participant_id].add(facts.initiatives[link.initiative_id].name)
    return found


def _kin(facts: Facts, ids: frozenset[str]) -> frozenset[str]:
    found = {*ids, *_lookalikes(facts, ids)}
    above = {row.parent_id for id in ids if (row := facts.initiatives.get(id)) and row.parent_id}
    below = {row.id for row in facts.initiatives.values() if row.parent_id in ids}
    return frozenset(found | above | below)
