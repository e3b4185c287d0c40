"""The actors an actor could work with, and does not sit with yet. Pure. From `joinable.py`; next: `actor_partners.py`.

Competent in the same place by the register; sitting in an initiative it could join; or with an interest of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from queries.answers import ActorRow
from queries.asked import ask_actor, ask_body
from queries.columns import column_of
from queries.drafts import Drafts
from queries.interests import interested
from queries.joinable import Seeker
from queries.suggestions import ConnectedPart, Elsewhere, Part, SameKindPart, SuggestedSort, Suggestion
from queries.vacant import part_at_place

_HALF = 0.5
"""Who sits in an initiative that could be joined counts half as much as the initiative."""


def colleagues(seeker: Seeker, initiatives: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """The actors it could work with, best first; `initiatives` are those it could join."""
    drafts = Drafts()
    beside = frozenset(seat for id in seeker.tables for seat in seeker.landscape.initiatives[id].seats)
    _add_competent(drafts, seeker, beside)
    for one in initiatives:
        for seat in seeker.landscape.initiatives[one.id].seats:
            actor = seeker.landscape.actors[seat]
            if seat not in beside and not seeker.is_kin(actor):
                for part in _through(one, actor):
                    drafts.add(ask_actor(actor), part)
    for found in interested(seeker.place, seeker.facts, seeker.nearness):
        holder = seeker.facts.nodes.get(found.asked.id)
        if holder is not None and holder.id not in beside and not seeker.is_kin(holder):
            drafts.add(found.asked, found.part)
    return tuple(one for one in drafts.ranked() if one.sort is SuggestedSort.ACTOR)


def _add_competent(drafts: Drafts, seeker: Seeker, beside: frozenset[str]) -> None:
    """Who is competent by the register where it is, of other kinds than its own; of one Land at most."""
    if len(seeker.place) != 1 or "de" in seeker.place:
        return
    nodes = seeker.whole.nodes_by_key
    own = column_of(seeker.actor.kind, seeker.actor.chamber_type)
    seated = {seeker.facts.nodes[id].register_id or id for id in beside}
    seated |= {whole for key in seated for whole in seeker.filling.voices.wholes(key)}
    for column, bodies in seeker.filling.competence.at(seeker.place).items():
        for body in bodies if column is not own else ():
            wholes = seeker.filling.voices.wholes(body.id)
            if body.id not in seated and seated.isdisjoint(wholes):
                drafts.add(ask_body(body, seeker.register, nodes.get(body.id)), part_at_place(column, body))


def _through(one: Suggestion, actor: ActorRow) -> Iterator[Part]:
    """The parts of an initiative's suggestion as they speak for one who sits there."""
    for part in one.parts:
        if isinstance(part, SameKindPart):
            seat = replace(part.seats[0], points=round(part.points * _HALF, 2))
            yield SameKindPart(seat.points, (_there(seat, one, actor),))
        elif isinstance(part, ConnectedPart) and part.together:
            told = replace(
                part.together[0], initiative_id=one.id, initiative=one.name, points=round(part.points * _HALF, 2)
            )
            yield ConnectedPart(told.points, actor.id, actor.name, (told,), 0.0)


def _there(seat: Elsewhere, one: Suggestion, actor: ActorRow) -> Elsewhere:
    return replace(seat, initiative_id=one.id, initiative=one.name, who=(actor.name,), who_ids=(actor.id,), itself=True)
