"""One actor or one initiative, with everything told about it: each line with its evidence.

From the facts around it to a typed profile; `show` and the pages print it. Who starts from a name finds it by `find`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import QuestionError
from graph.keys import fold
from graph.kinds import InterestKind, Role, Strength
from graph.store import Store
from queries.answers import ActorRow, DocumentRow, Evidence, InitiativeRow, Link
from queries.completeness import OwnWord, read_completeness
from queries.evidence import newest_first, quoted
from queries.facts import Facts, Relation, Unread
from queries.identity import Pair, Union
from queries.search import Found, Match, MatchReason, NodeSort, find
from queries.sizes import StatedSize, stated_size
from queries.snapshot import read_facts_around
from queries.steady import steady
from queries.verdicts import SameReason
from seeds.register import Register, load_register

__all__ = [
    "ActorProfile",
    "Found",
    "InitiativeProfile",
    "Match",
    "MatchReason",
    "NodeSort",
    "actor_profile",
    "find",
    "initiative_profile",
]
_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class Seat:
    """A participation, seen from either side."""

    id: str
    role: Role
    actor: ActorRow
    initiative: InitiativeRow
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class EmptySeat:
    """A documented absence, seen from either side."""

    id: str
    strength: Strength
    actor: ActorRow
    initiative: InitiativeRow
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Kin:
    """The other end of a membership or a branch."""

    id: str
    actor: ActorRow
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class InterestRow:
    """Somebody seeks or offers cooperation. `holder` is the name of an actor, a group or an initiative."""

    id: str
    kind: InterestKind
    holder_id: str
    holder: str
    initiative_id: str | None
    initiative: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """Another node that may be the same, or an earlier or later phase; `region` as it is shown. Score in 0..1.

    `evidence` are the sentences that say that one came after the other, newest first; none where only names tell it.
    """

    id: str
    name: str
    region: str | None
    score: float
    reason: SameReason
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is said of sameness: who else it may be, its phases, which names of documents became one here, and why."""

    possibly: tuple[Twin, ...] = ()
    earlier: tuple[Twin, ...] = ()
    later: tuple[Twin, ...] = ()
    unions: tuple[Union, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorProfile:
    """What is told of an actor (or a group). Seats by role, then name; kin by name; documents by address.

    `rejected` are the seats that a person rejected, the rejection first among their evidence.
    """

    actor: ActorRow
    seats: tuple[Seat, ...]
    rejected: tuple[Seat, ...]
    absences: tuple[EmptySeat, ...]
    member_of: tuple[Kin, ...]
    members: tuple[Kin, ...]
    parents: tuple[Kin, ...]
    branches: tuple[Kin, ...]
    interests: tuple[InterestRow, ...]
    documents: tuple[DocumentRow, ...]
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class InitiativeProfile:
    """What is told of an initiative. Seats by role, then name; unread places in the order of the texts.

    `rejected` are the seats that a person rejected, the rejection first among their evidence. `size` is how many the
    source says there are, where it names only some; `completeness` what the documents say of their own lists.
    """

    initiative: InitiativeRow
    parent: InitiativeRow | None
    parts: tuple[InitiativeRow, ...]
    seats: tuple[Seat, ...]
    rejected: tuple[Seat, ...]
    absences: tuple[EmptySeat, ...]
    listings: tuple[Evidence, ...]
    interests: tuple[InterestRow, ...]
    unread: tuple[Unread, ...]
    documents: tuple[DocumentRow, ...]
    likeness: Likeness
    size: StatedSize | None = None
    completeness: tuple[OwnWord, ...] = ()


@steady
def actor_profile(store: Store, id: str, *, register: Register | None = None) -> ActorProfile:
    """Everything told of an actor or a group. Raises QuestionError("unknown_actor")."""
    facts = read_facts_around(store, register or load_register(), id)
    id = facts.identity.of(id)
    actor = facts.nodes.get(id)
    if actor is None:
        raise QuestionError("unknown_actor", id=id)
    return ActorProfile(
        actor=actor,
        seats=_seats(facts, facts.links, id),
        rejected=_seats(facts, facts.rejected, id),
        absences=_absences(facts, id),
        member_of=_kin(facts, ((one, one.target) for one in facts.memberships if one.source == id)),
        members=_kin(facts, ((one, one.source) for one in facts.memberships if one.target == id)),
        parents=_kin(facts, ((one, one.target) for one in facts.branches if one.source == id)),
        branches=_kin(facts, ((one, one.source) for one in facts.branches if one.target == id)),
        interests=_interests(facts, id),
        documents=tuple(facts.documents[document] for document in facts.named_in[id]),
        likeness=_likeness(facts, id),
    )


@steady
def initiative_profile(store: Store, id: str, *, register: Register | None = None) -> InitiativeProfile:
    """Everything told of an initiative. Raises QuestionError("unknown_initiative")."""
    facts = read_facts_around(store, register or load_register(), id)
    id = facts.identity.of(id)
    initiative = facts.initiatives.get(id)
    if initiative is None:
        raise QuestionError("unknown_initiative", id=id)
    unread = (place for place in facts.unread if place.initiative_id == id)
    seats = _seats(facts, facts.links, id)
    named = {seat.actor.id for seat in seats if not seat.actor.is_group}
    return InitiativeProfile(
        initiative=initiative,
        parent=facts.initiatives.get(initiative.parent_id) if initiative.parent_id else None,
        parts=tuple(sorted((row for row in facts.initiatives.values() if row.parent_id == id), key=_by_name)),
        seats=seats,
        rejected=_seats(facts, facts.rejected, id),
        absences=_absences(facts, id),
        listings=tuple(item for listing in facts.listings if listing.subject == id for item in listing.evidence),
        interests=_interests(facts, id),
        unread=tuple(sorted(unread, key=lambda place: (_place(place.evidence), place.word, place.id))),
        documents=tuple(facts.documents[document] for document in facts.named_in[id]),
        likeness=_likeness(facts, id),
        size=stated_size(len(named), (item for seat in seats for item in seat.evidence)),
        completeness=read_completeness(store, facts.named_in[id]),
    )


def _likeness(facts: Facts, id: str) -> Likeness:
    identity = facts.identity
    beside = identity.phases_at.get(id, ())
    return Likeness(
        possibly=_twins(facts, id, identity.possible_at.get(id, ())),
        earlier=_twins(facts, id, (pair for pair in beside if pair.other == id)),
        later=_twins(facts, id, (pair for pair in beside if pair.one == id)),
        unions=identity.unions_of(id),
    )


def _twins(facts: Facts, id: str, pairs: Iterable[Pair]) -> tuple[Twin, ...]:
    found = [(pair, pair.other if pair.one == id else pair.one) for pair in pairs]
    return tuple(_twin(facts, pair, other) for pair, other in found if other in {*facts.initiatives, *facts.nodes})


def _twin(facts: Facts, pair: Pair, id: str) -> Twin:
    row = facts.initiatives.get(id)
    told = (
        quoted(
            facts.documents[said.document], said.text, said.start, said.end, method="succession", confidence=pair.score
        )
        for said in pair.quotes
    )
    region = row.region_name if row else None
    return Twin(id, _name(facts, id), region, pair.score, pair.reason, newest_first(told))


def _seats(facts: Facts, links: Iterable[Link], id: str) -> tuple[Seat, ...]:
    seats = [
        Seat(link.id, link.role, facts.nodes[link.participant_id], facts.initiatives[link.initiative_id], link.evidence)
        for link in links
        if id in (link.participant_id, link.initiative_id)
    ]
    return tuple(sorted(seats, key=lambda seat: (_ROLES.index(seat.role), *_names(seat.actor, seat.initiative))))


def _absences(facts: Facts, id: str) -> tuple[EmptySeat, ...]:
    seats = [
        EmptySeat(one.id, one.strength, facts.nodes[one.absent_id], facts.initiatives[one.initiative_id], one.evidence)
        for one in facts.absences
        if id in (one.absent_id, one.initiative_id)
    ]
    return tuple(sorted(seats, key=lambda seat: (seat.strength.value, *_names(seat.actor, seat.initiative))))


def _kin(facts: Facts, relations: Iterable[tuple[Relation, str | None]]) -> tuple[Kin, ...]:
    known = [(relation, facts.nodes.get(other or "")) for relation, other in relations]
    kin = [Kin(relation.id, actor, relation.evidence) for relation, actor in known if actor is not None]
    return tuple(sorted(kin, key=lambda one: (_by_name(one.actor), one.id)))


def _interests(facts: Facts, id: str) -> tuple[InterestRow, ...]:
    found = [
        InterestRow(
            id=one.id,
            kind=one.kind,
            holder_id=one.source,
            holder=_name(facts, one.source),
            initiative_id=one.target,
            initiative=_name(facts, one.target) if one.target else None,
            evidence=one.evidence,
        )
        for one in facts.interests
        if one.kind is not None and id in (one.source, one.target)
    ]
    return tuple(sorted(found, key=lambda one: (one.kind.value, fold(one.holder), one.id)))


def _name(facts: Facts, id: str) -> str:
    row = facts.nodes.get(id) or facts.initiatives.get(id)
    return row.name if row else id


def _names(actor: ActorRow, initiative: InitiativeRow) -> tuple[str, str, str, str]:
    return fold(actor.name), fold(initiative.name), actor.id, initiative.id


def _by_name(row: ActorRow | InitiativeRow) -> tuple[str, str]:
    return fold(row.name), row.id


def _place(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.document_address, evidence.quote_start, evidence.quote_end
