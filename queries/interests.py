"""The fourth source of partners: who has said that it seeks or offers support, and whom the initiative seeks. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.kinds import InterestKind
from queries.answers import ActorRow
from queries.asked import Asked, ask_actor, ask_initiative
from queries.facts import Facts, Relation
from queries.nearness import Lies, Nearness, Territory, territory
from queries.suggestions import InterestPart

WANTED = 3.0
"""The initiative itself has named it."""
FOR_IT = 2.0
"""It has said so of this initiative."""
_POINTS = {
    InterestKind.OFFERS: {
        Lies.SAME: 1.5, Lies.AROUND: 1.5, Lies.WITHIN: 0.75, Lies.CLOSE: 0.75, Lies.LAND: 0.5, Lies.COUNTRY: 0.25,
    },
    InterestKind.SEEKS: {
        Lies.SAME: 1.0, Lies.AROUND: 1.0, Lies.WITHIN: 1.0, Lies.CLOSE: 0.75, Lies.LAND: 0.5, Lies.COUNTRY: 0.25,
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Interested:
    """Who it is, and what its word adds."""

    asked: Asked
    part: InterestPart


def interested(
    here: Territory, facts: Facts, nearness: Nearness, *, own: frozenset[str] = frozenset()
) -> Iterator[Interested]:
    """Those who seek or offer something that reaches the place `here`.

    `own` are the ids of an initiative that looks for partners: it is none itself, but whom it seeks by name is one.
    """
    for relation in facts.interests:
        if relation.kind is None:
            continue
        if relation.source in own:
            if relation.kind is InterestKind.SEEKS:
                yield from _sought(relation, facts)
        elif points := FOR_IT if relation.target in own else _points(relation, here, facts, nearness):
            yield Interested(_holder(relation, facts), _part(relation, relation.kind, points, facts))


def _points(relation: Relation, here: Territory, facts: Facts, nearness: Nearness) -> float:
    places = [_holder(relation, facts).regions]
    if concerned := facts.initiatives.get(relation.target or ""):
        places.append(concerned.regions)
    near = next((found for place in places if (found := nearness.between(here, territory(place)))), None)
    return 0.0 if near is None or relation.kind is None else worth(relation.kind, near.lies, here)


def worth(kind: InterestKind, lies: Lies, here: Territory) -> float:
    """What an interest adds that lies so to the place `here`; what is there for all of the country is around it."""
    is_everywhere = lies is Lies.COUNTRY and "de" not in here
    return _POINTS[kind][Lies.AROUND if is_everywhere else lies]


def _holder(relation: Relation, facts: Facts) -> Asked:
    actor = facts.nodes.get(relation.source)
    return ask_actor(actor) if actor else ask_initiative(facts.initiatives[relation.source])


def _part(relation: Relation, kind: InterestKind, points: float, facts: Facts, *, wanted: bool = False) -> InterestPart:
    concerned = facts.initiatives.get(relation.target or "")
    concerns = concerned.name if concerned and concerned.id != relation.source else None
    return InterestPart(points, kind, wanted, concerns, relation.evidence[:1])


def _sought(relation: Relation, facts: Facts) -> Iterator[Interested]:
    """Those whose names stand in the sentence with which the initiative seeks."""
    documents = {item.document_id for item in relation.evidence}
    for id, actor in facts.nodes.items():
        if actor.is_group or documents.isdisjoint(facts.named_in.get(id, ())):
            continue
        if is_sought(actor, relation):
            part = _part(relation, InterestKind.SEEKS, WANTED, facts, wanted=True)
            yield Interested(ask_actor(actor), part)


def is_sought(actor: ActorRow, relation: Relation) -> bool:
    """Whether the sentence with which an initiative seeks names this actor."""
    return any(_stands_in(name, item.quote) for name in (actor.name, *actor.aliases) for item in relation.evidence)


def _stands_in(name: str, quote: str) -> bool:
    return name in quote and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", quote) is not None
