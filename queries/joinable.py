"""The initiatives an actor could join, for the same four sources as partners of an initiative. Pure.

Next: `colleagues.py`, `actor_partners.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from graph.keys import fold
from queries.answers import ActorRow, Evidence
from queries.asked import ask_initiative
from queries.columns import column_of, covers, possible_columns
from queries.connected import connections
from queries.coverage import read_tables
from queries.drafts import Drafts
from queries.expected import Filling
from queries.facts import Facts
from queries.interests import interested
from queries.landscape import Surrounding, is_past
from queries.narrowing import narrowed
from queries.nearness import Nearness, territory
from queries.reach import Reach
from queries.refusals import is_refusal
from queries.resemblance import Neighbour, neighbours
from queries.suggestions import Elsewhere, SameKindPart, Suggestion
from queries.vacant import competent_part
from queries.whole import Whole
from seeds.register import Register

_WEIGHS = 0.3
_SHOWN = 3


class Seeker:
    """The actor who looks for partners, with what both lists of its partners need."""

    def __init__(self, actor: ActorRow, facts: Facts, whole: Whole, filling: Filling, register: Register) -> None:
        self.actor = actor
        self.facts = facts
        self.whole = whole
        self.landscape = whole.landscape
        self.filling = filling
        self.register = register
        self.nearness = Nearness(register)
        self.place = territory(actor.regions)
        self.key = actor.register_id or actor.id
        self.wholes = frozenset(filling.voices.wholes(self.key))
        self.tables = self.landscape.tables_of.get(actor.id, ())

    @cached_property
    def open_to(self) -> Mapping[str, Surrounding]:
        """The initiatives that it may join, by id."""
        return {id: one for id, one in self.landscape.initiatives.items() if self.may_join(one)}

    @cached_property
    def expected_at(self) -> frozenset[str]:
        """The tables among them where the register expects it."""
        column = column_of(self.actor.kind, self.actor.chamber_type)
        if column is None or self.actor.register_id is None:
            return frozenset()
        return frozenset(
            id
            for id, one in self.open_to.items()
            if one.counts and any(body.id == self.key for body in self.filling.competence.of(one.row).get(column, ()))
        )

    def is_kin(self, other: ActorRow) -> bool:
        """Whether the other is the actor itself, a part of it, or what it is a part of."""
        key = other.register_id or other.id
        return key == self.key or key in self.wholes or self.key in self.filling.voices.wholes(key)

    def may_join(self, other: Surrounding) -> bool:
        """Whether the initiative is new to it and lies in its territory."""
        if not self.is_new(other):
            return False
        competent = self.filling.competence.of(other.row, every_sector=True).values()
        ids = frozenset(body.id for bodies in competent for body in bodies)
        return Reach(self.register, lands=other.row.lands or ("de",), competent=ids).is_open(self.actor)

    def is_new(self, other: Surrounding) -> bool:
        """Whether the initiative is neither over nor the actor itself, and nobody of its house sits there yet."""
        if is_past(other.row, self.filling.day) or other.row.id in self._own():
            return False
        if any(self.is_kin(self.landscape.actors[seat]) for seat in other.seats):
            return False
        return fold(other.row.name) not in {fold(name) for name in (self.actor.name, *self.actor.aliases)}

    def _own(self) -> frozenset[str]:
        """Its initiatives, with their phases and those that may be the same."""
        identity = self.facts.identity
        around = {
            end for id in self.tables for pair in identity.phases_at.get(id, ()) for end in (pair.one, pair.other)
        }
        return frozenset({*self.tables, *around, *(other for id in self.tables for other in identity.possibly(id))})


def joinable(seeker: Seeker, told: Facts, *, date: str | None = None) -> tuple[Suggestion, ...]:
    """The initiatives it could join, best first; where it has said no itself, last.

    `told` is what is said of the tables where it is expected.
    """
    drafts = Drafts()
    _add_vacant(drafts, seeker, told, date)
    _add_alike(drafts, seeker, seeker.open_to)
    _add_connected(drafts, seeker, seeker.open_to)
    for one in interested(seeker.place, seeker.facts, seeker.nearness):
        other = seeker.landscape.initiatives.get(one.asked.id)
        if other is not None and seeker.is_new(other):
            drafts.add(one.asked, one.part)
    for asked in drafts.asked():
        if groups := _groups(seeker, seeker.landscape.initiatives[asked.id]):
            drafts.mark_perhaps(asked.key, behind=groups)
        drafts.mark_declined(asked.key, _refusal(seeker, asked.id))
    return drafts.ranked()


def _add_vacant(drafts: Drafts, seeker: Seeker, told: Facts, date: str | None) -> None:
    """The tables where the register expects it and where nobody of its kind sits."""
    column = column_of(seeker.actor.kind, seeker.actor.chamber_type)
    if column is None or not seeker.expected_at:
        return
    for table in read_tables(narrowed(told, seeker.expected_at), seeker.register, date=date):
        expected = seeker.filling.row(table.row((column,)), table)
        for vacancy in expected.vacancies:
            for body in vacancy.bodies:
                if body.competent.id == seeker.key:
                    drafts.add(ask_initiative(table.initiative), competent_part(vacancy, body))
                    if vacancy.perhaps_there:
                        drafts.mark_perhaps(table.initiative.id)


def _add_alike(drafts: Drafts, seeker: Seeker, open_to: Mapping[str, Surrounding]) -> None:
    """Those near to, or like, the ones it sits in already."""
    own: defaultdict[str, list[Elsewhere]] = defaultdict(list)
    for id in seeker.tables:
        table = seeker.landscape.initiatives[id]
        for other in neighbours(table, seeker.landscape, seeker.nearness, without=frozenset({id})):
            if other.weight >= _WEIGHS and other.initiative_id in open_to:
                own[other.initiative_id].append(_seat(seeker, table, open_to[other.initiative_id], other))
    for id, seats in own.items():
        best = sorted(seats, key=lambda seat: (-seat.points, fold(seat.initiative), seat.initiative_id))[:_SHOWN]
        part = SameKindPart(round(sum(seat.points for seat in best), 2), tuple(best))
        drafts.add(ask_initiative(open_to[id].row), part)


def _seat(seeker: Seeker, table: Surrounding, other: Surrounding, found: Neighbour) -> Elsewhere:
    """Its own seat at a table, as it lies to the other initiative."""
    return Elsewhere(
        initiative_id=table.row.id,
        initiative=table.row.name,
        region_name=table.row.region_name,
        itself=True,
        who=(seeker.actor.name,),
        who_ids=(seeker.actor.id,),
        near=seeker.nearness.between(other.place, table.place),
        likeness=found.likeness,
        points=found.weight,
    )


def _add_connected(drafts: Drafts, seeker: Seeker, open_to: Mapping[str, Surrounding]) -> None:
    """Those in which many sit with whom it sits elsewhere."""
    if not seeker.tables:
        return
    found = connections(seeker.whole.ties, seeker.actor.id, by_actor=True)
    for id in sorted(found.points) if found else ():
        if found and id in open_to:
            part = found.part(id, seeker.whole.names)
            drafts.add(ask_initiative(open_to[id].row), part)


def _groups(seeker: Seeker, other: Surrounding) -> tuple[str, ...]:
    """The groups there behind which it may be."""
    mine = {*possible_columns(seeker.actor.kind, seeker.actor.chamber_type)}
    groups = [seeker.landscape.actors[id] for id in other.groups]
    found = (one for one in groups if covers(one, seeker.actor) or _meets(mine, one, seeker.actor))
    return tuple(sorted({one.name for one in found}))


def _meets(mine: Iterable[str], group: ActorRow, actor: ActorRow) -> bool:
    same_chamber = actor.chamber_type is None or group.chamber_type in (None, actor.chamber_type)
    return same_chamber and not {*mine}.isdisjoint(possible_columns(group.kind, group.chamber_type))


def _refusal(seeker: Seeker, id: str) -> tuple[Evidence, ...]:
    return tuple(_refusals(seeker, id))


def _refusals(seeker: Seeker, id: str) -> Iterator[Evidence]:
    """The sentences in which it, or what it is a part of, has said no to this initiative."""
    for absence in seeker.facts.absences:
        absent = seeker.facts.nodes[absence.absent_id]
        if absence.initiative_id == id and (absent.register_id or absent.id) in {seeker.key, *seeker.wholes}:
            row = seeker.register.rows.get(absent.register_id or "")
            names = (absent.name, *absent.aliases, *((row.name, row.short_name, *row.aliases) if row else ()))
            yield from (item for item in absence.evidence if is_refusal(item.quote, names))
