"""How each fact lies in the graph: which ends it has, and whether it is a relationship or a node. One table a form."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import (
    Absence,
    Actor,
    Branch,
    Fact,
    Group,
    Initiative,
    Interest,
    Listing,
    Membership,
    Node,
    Participation,
    Silence,
)

LinkFact = Participation | Absence | Membership | Branch
NodeFact = Interest | Silence | Listing

NODE_LABELS: Mapping[type[Node], str] = {Actor: "Actor", Initiative: "Initiative", Group: "Group"}


@dataclass(frozen=True, slots=True)
class Link:
    """A fact that is a relationship. `source` and `target` are the fields of its ends, `field` a further one."""

    relation: str
    source: str
    target: str
    field: str | None = None


LINKS: Mapping[type[LinkFact], Link] = {
    Participation: Link("PARTICIPATES", "participant_id", "initiative_id", "role"),
    Absence: Link("ABSENT", "initiative_id", "absent_id", "strength"),
    Membership: Link("MEMBER_OF", "member_id", "organisation_id"),
    Branch: Link("BRANCH_OF", "branch_id", "parent_id"),
}

NODE_FACTS: Mapping[type[NodeFact], str] = {Interest: "Interest", Silence: "Silence", Listing: "Listing"}

_ACTOR: tuple[type[Node], ...] = (Actor,)
_INITIATIVE: tuple[type[Node], ...] = (Initiative,)
_PARTICIPANT: tuple[type[Node], ...] = (Actor, Group)
_HOLDER: tuple[type[Node], ...] = (Actor, Group, Initiative)


def endpoints(fact: Fact) -> tuple[tuple[str, tuple[type[Node], ...]], ...]:
    """The nodes a fact speaks of, each with the classes it may have; for a relationship its source first."""
    match fact:
        case Participation():
            return (fact.participant_id, _PARTICIPANT), (fact.initiative_id, _INITIATIVE)
        case Absence():
            return (fact.initiative_id, _INITIATIVE), (fact.absent_id, _PARTICIPANT)
        case Membership():
            return (fact.member_id, _ACTOR), (fact.organisation_id, _ACTOR)
        case Branch():
            return (fact.branch_id, _ACTOR), (fact.parent_id, _ACTOR)
        case Interest():
            initiative = () if fact.initiative_id is None else ((fact.initiative_id, _INITIATIVE),)
            return (fact.holder_id, _HOLDER), *initiative
        case Listing():
            return ((fact.initiative_id, _INITIATIVE),)
        case Silence():
            return ()
