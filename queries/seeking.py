"""Those whom an initiative could ask, from four sources one after the other, as drafts. Pure.

From `asking.py` and the landscape of all initiatives, or of the part that counts; next: `partners.py`.
"""

from collections.abc import Collection, Iterable, Iterator

from queries.answers import ActorRow
from queries.asked import Asked, ask_actor, ask_body
from queries.asking import Asking
from queries.connected import Connections, connections
from queries.drafts import Drafts
from queries.facts import Facts
from queries.interests import interested
from queries.landscape import code_of
from queries.nearness import Nearness
from queries.neighbourhood import Neighbourhood
from queries.resemblance import neighbours
from queries.vacant import competent_part
from queries.whole import Whole


class Search:
    """Looks for partners of one initiative in the whole graph, or in a part of it.

    `among` are the ids of those to be looked at who are neither competent nor interested (default: everybody); `found`
    are those connected with it, where they are known.
    """

    def __init__(
        self,
        asking: Asking,
        facts: Facts,
        whole: Whole,
        *,
        among: Collection[str] | None = None,
        found: Connections | None = None,
        nearness: Nearness | None = None,
    ) -> None:
        self._asking = asking
        self._facts = facts
        self._whole = whole
        self._landscape = whole.landscape
        self._among = among
        self._found = found or connections(whole.ties, asking.circle.row.id)
        self._nearness = nearness or Nearness(asking.register)

    def drafts(self) -> Drafts:
        """Everybody there is a reason for, less those who are there."""
        drafts, presence = Drafts(), self._asking.presence
        add_competent(drafts, self._asking)
        self._add_neighbours(drafts)
        self._add_connected(drafts)
        self._add_interested(drafts)
        for asked in drafts.asked():
            behind, within = presence.perhaps_as(asked), presence.perhaps_in(asked)
            if behind or within:
                drafts.mark_perhaps(asked.key, behind=behind, within=within)
            drafts.mark_declined(asked.key, presence.refusal(asked))
        return drafts

    def _add_neighbours(self, drafts: Drafts) -> None:
        circle = self._asking.circle
        own = self._landscape.initiatives[circle.row.id]
        around = neighbours(own, self._landscape, self._nearness, without=circle.ids)
        neighbourhood = Neighbourhood(around, self._landscape)
        competent = drafts.asked()
        for asked in competent:
            code = code_of(asked.actor_kind, asked.chamber_type) if asked.actor_kind else ""
            if part := neighbourhood.part(self._nodes_of(asked.key), code):
                drafts.add(asked, part)
        for asked in self._outside(neighbourhood.actors(self._asking.reach), competent):
            if part := neighbourhood.part([asked.id]):
                drafts.add(asked, part)

    def _add_connected(self, drafts: Drafts) -> None:
        found = self._found
        if found is None:
            return
        names = self._whole.names
        actors = [self._landscape.actors[id] for id in sorted(found.points) if id in self._landscape.actors]
        competent = [asked for asked in drafts.asked() if self._nodes_of(asked.key)]
        for asked in competent:
            node = next((id for id in self._nodes_of(asked.key) if id in found.points), None)
            if node:
                drafts.add(asked, found.part(node, names))
        is_open = self._asking.reach.is_open
        for asked in self._outside([actor for actor in actors if is_open(actor)], drafts.asked()):
            drafts.add(asked, found.part(asked.id, names))

    def _add_interested(self, drafts: Drafts) -> None:
        for one in interested(self._asking.place, self._facts, self._nearness, own=self._asking.circle.ids):
            if not self._asking.presence.is_there(one.asked):
                drafts.add(one.asked, one.part)

    def _outside(self, actors: Iterable[ActorRow], told: Iterable[Asked]) -> Iterator[Asked]:
        """Those not told yet, themselves or by a part of them, who neither sit there nor have a part or whole there."""
        presence = self._asking.presence
        keys = frozenset(asked.key for asked in told)
        keys |= self._asking.wholes_of(keys)
        for actor in actors:
            asked = ask_actor(actor)
            is_wanted = asked.key not in keys and (self._among is None or asked.id in self._among)
            if is_wanted and not presence.is_there(asked) and not presence.is_kin(asked):
                yield asked

    def _nodes_of(self, key: str) -> list[str]:
        """Its node and those of what it is a part of, where the graph has them."""
        nodes = self._whole.nodes_by_key
        return [nodes[one] for one in (key, *self._asking.voices.wholes(key)) if one in nodes]


def add_competent(drafts: Drafts, asking: Asking) -> None:
    """Take up those whom the register expects at the table and who are not there."""
    for vacancy in asking.expected.vacancies:
        for body in vacancy.bodies:
            asked = ask_body(body.competent, asking.register, body.actor_id)
            if not asking.presence.is_there(asked):
                drafts.add(asked, competent_part(vacancy, body))
                if vacancy.perhaps_there:
                    drafts.mark_perhaps(asked.key)
