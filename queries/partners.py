"""Whom an initiative could ask: a ranked list, each line with where it comes from and what it rests on.

From the facts on the initiative and the landscape of all of them; next: `partners`. Who sits there already is left
out, under whatever name; so is who has said no, unless asked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.store import Store
from queries.answers import ActorRow, Column, InitiativeRow
from queries.asked import Asked, ask_actor, ask_body
from queries.connected import connections
from queries.coverage import read_tables, searched_facts
from queries.dates import day_or_today
from queries.drafts import Drafts
from queries.expected import UNHELD, Filling
from queries.facts import Facts
from queries.interests import interested
from queries.landscape import code_of
from queries.nearness import Nearness, territory
from queries.neighbourhood import Neighbourhood
from queries.pausing import collection_paused
from queries.presence import Presence, circle_of, phases_of
from queries.quoting import with_quotes
from queries.reach import Reach
from queries.resemblance import neighbours
from queries.snapshot import read_facts
from queries.steady import steady
from queries.suggestions import Suggestion
from queries.vacant import competent_part
from queries.whole import Whole, read_whole
from seeds.expectation import Unheld
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class Partners:
    """Whom an initiative could ask, best first; `rest` are those beyond the limit, `declined` those left out.

    Without a place (`has_place`) nobody can be told to be competent. `has_table`: whether one can sit at its table;
    `names_nobody`: no document names anybody there, so that everybody may be there already. `date` is the day asked
    for.
    """

    initiative: InitiativeRow
    suggestions: tuple[Suggestion, ...]
    rest: int
    declined: int
    has_place: bool
    has_table: bool
    names_nobody: bool
    date: str
    unheld: tuple[Unheld, ...] = UNHELD


@steady
def partners(
    store: Store,
    register: Register,
    id: str,
    *,
    date: str | None = None,
    with_refusals: bool = False,
    limit: int | None = None,
) -> Partners:
    """Whom the initiative with this id could ask, as known until and standing at the date (default: today).

    Raises QuestionError("unknown_node").
    """
    with collection_paused():
        facts = read_facts(store, register, date=date)
        shown = facts.identity.of(id)
        told = searched_facts(store, facts, register, phases_of(facts.identity, shown), date=date)
        whole = read_whole(facts, date=date)
        return partners_of(told, whole, register, shown, date=date, with_refusals=with_refusals, limit=limit)


def partners_of(
    facts: Facts,
    whole: Whole,
    register: Register,
    id: str,
    *,
    date: str | None = None,
    with_refusals: bool = False,
    limit: int | None = None,
) -> Partners:
    """The same from what was read already: `facts` on the initiative, and the whole graph without quotes."""
    search = _Search(facts, whole, register, id, date)
    ranked = search.drafts().ranked()
    told = [one for one in ranked if with_refusals or not one.declined]
    shown = told[:limit]
    return Partners(
        initiative=search.circle.row,
        suggestions=with_quotes(shown, facts),
        rest=len(told) - len(shown),
        declined=len(ranked) - len(told),
        has_place=search.expected.has_place,
        has_table=search.table.counts,
        names_nobody=not search.table.facts.names_somebody,
        date=search.filling.day,
    )


class _Search:
    """What is needed to look for partners of one initiative, and the sources asked one after the other."""

    def __init__(self, facts: Facts, whole: Whole, register: Register, id: str, date: str | None) -> None:
        self._facts = facts
        self._whole = whole
        self._landscape = whole.landscape
        self._register = register
        self.circle = circle_of(facts, id, date=date)
        self.filling = Filling(facts, register, day_or_today(date))
        (self.table,) = read_tables(self.circle.facts, register, date=date)
        self.expected = self.filling.row(self.table.row(tuple(Column)), self.table)
        self._voices = self.filling.voices
        self._presence = Presence(self.circle, facts, register, self._voices)
        self._nearness = Nearness(register)
        self._place = territory(self.circle.row.regions)
        self._reach = Reach(register, lands=self.circle.row.lands or ("de",), competent=self._competent())

    def drafts(self) -> Drafts:
        """Everybody there is a reason for, less those who are there."""
        drafts = Drafts()
        self._add_competent(drafts)
        self._add_neighbours(drafts)
        self._add_connected(drafts)
        self._add_interested(drafts)
        for asked in drafts.asked():
            behind, within = self._presence.perhaps_as(asked), self._presence.perhaps_in(asked)
            if behind or within:
                drafts.mark_perhaps(asked.key, behind=behind, within=within)
            drafts.mark_declined(asked.key, self._presence.refusal(asked))
        return drafts

    def _add_competent(self, drafts: Drafts) -> None:
        for vacancy in self.expected.vacancies:
            for body in vacancy.bodies:
                asked = ask_body(body.competent, self._register, body.actor_id)
                if not self._presence.is_there(asked):
                    drafts.add(asked, competent_part(vacancy, body))
                    if vacancy.perhaps_there:
                        drafts.mark_perhaps(asked.key)

    def _add_neighbours(self, drafts: Drafts) -> None:
        own = self._landscape.initiatives[self.circle.row.id]
        around = neighbours(own, self._landscape, self._nearness, without=self.circle.ids)
        neighbourhood = Neighbourhood(around, self._landscape)
        competent = drafts.asked()
        for asked in competent:
            code = code_of(asked.actor_kind, asked.chamber_type) if asked.actor_kind else ""
            if part := neighbourhood.part(self._nodes_of(asked.key), code):
                drafts.add(asked, part)
        for asked in self._outside(neighbourhood.actors(self._reach), competent):
            if part := neighbourhood.part([asked.id]):
                drafts.add(asked, part)

    def _add_connected(self, drafts: Drafts) -> None:
        found = connections(self._whole.ties.from_initiatives, self.circle.row.id)
        if found is None:
            return
        names = self._whole.names
        actors = [self._landscape.actors[id] for id in sorted(found.points)]
        competent = [asked for asked in drafts.asked() if self._nodes_of(asked.key)]
        for asked in competent:
            node = next((id for id in self._nodes_of(asked.key) if id in found.points), None)
            if node:
                drafts.add(asked, found.part(node, names, self._whole.initiative_ids))
        for asked in self._outside([actor for actor in actors if self._reach.is_open(actor)], drafts.asked()):
            drafts.add(asked, found.part(asked.id, names, self._whole.initiative_ids))

    def _add_interested(self, drafts: Drafts) -> None:
        for one in interested(self._place, self._facts, self._nearness, own=self.circle.ids):
            if not self._presence.is_there(one.asked):
                drafts.add(one.asked, one.part)

    def _outside(self, actors: Iterable[ActorRow], told: Iterable[Asked]) -> Iterator[Asked]:
        """Those not told yet, themselves or by a part of them, who neither sit there nor have a part or whole there."""
        keys = {asked.key for asked in told}
        keys |= {whole for key in [*keys] for whole in self._voices.wholes(key)}
        for asked in map(ask_actor, actors):
            if asked.key not in keys and not self._presence.is_there(asked) and not self._presence.is_kin(asked):
                yield asked

    def _nodes_of(self, key: str) -> list[str]:
        """Its node and those of what it is a part of, where the graph has them."""
        nodes = self._whole.nodes_by_key
        return [nodes[one] for one in (key, *self._voices.wholes(key)) if one in nodes]

    def _competent(self) -> frozenset[str]:
        bodies = self.filling.competence.of(self.circle.row, every_sector=True)
        return frozenset(body.id for column in bodies.values() for body in column)
