"""The closed lists of `graph.kinds` in words, one table each."""

from collections.abc import Mapping

from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind, Role, Status, Strength, UnreadReason
from viz.language import _, mark

_ACTORS: Mapping[ActorKind, str] = {
    ActorKind.CHAMBER: mark("Chamber"),
    ActorKind.UNION: mark("Union"),
    ActorKind.EMPLOYERS_ASSOCIATION: mark("Employers’ association"),
    ActorKind.BUSINESS_ASSOCIATION: mark("Business association"),
    ActorKind.MINISTRY: mark("Ministry"),
    ActorKind.PUBLIC_BODY: mark("Public body"),
    ActorKind.COMPANY: mark("Company"),
    ActorKind.UNIVERSITY: mark("University"),
    ActorKind.RESEARCH: mark("Research institute"),
    ActorKind.CONSULTANCY: mark("Consultancy"),
    ActorKind.NETWORK: mark("Network"),
    ActorKind.OTHER: mark("Other organisation"),
}
_CHAMBERS: Mapping[ChamberType, str] = {
    ChamberType.IHK: mark("IHK"),
    ChamberType.HWK: mark("Chamber of crafts"),
    ChamberType.ARBEITSKAMMER: mark("Chamber of labour"),
}
_INITIATIVES: Mapping[InitiativeType, str] = {
    InitiativeType.ALLIANCE: mark("Alliance"),
    InitiativeType.DIALOGUE: mark("Dialogue"),
    InitiativeType.COUNCIL: mark("Council"),
    InitiativeType.NETWORK: mark("Network"),
    InitiativeType.MASTER_PLAN: mark("Master plan"),
    InitiativeType.PROGRAMME: mark("Programme"),
    InitiativeType.CAMPAIGN: mark("Campaign"),
    InitiativeType.EVENT: mark("Event"),
    InitiativeType.SERVICE_CENTRE: mark("Service centre"),
    InitiativeType.OTHER: mark("Other initiative"),
}
_ROLES: Mapping[Role, str] = {
    Role.LEAD: mark("Lead"),
    Role.SPONSOR: mark("Sponsor"),
    Role.COMMISSIONER: mark("Commissioner"),
    Role.MEMBER: mark("Member"),
    Role.PARTNER: mark("Partner"),
    Role.PARTICIPANT: mark("takes part"),
    Role.ORGANISER: mark("Organiser"),
    Role.SUPPORTER: mark("Supporter"),
    Role.PATRON: mark("Patron"),
    Role.FUNDER: mark("Funder"),
    Role.FOUNDER: mark("Founder"),
    Role.SERVICE_PROVIDER: mark("commissioned"),
}
_STRENGTHS: Mapping[Strength, str] = {
    Strength.ABSENT: mark("not involved, says the source"),
    Strength.INFORMAL: mark("supports without formal participation"),
}
_INTERESTS: Mapping[InterestKind, str] = {InterestKind.SEEKS: mark("seeks"), InterestKind.OFFERS: mark("offers")}
_STATUSES: Mapping[Status, str] = {
    Status.PLANNED: mark("planned"),
    Status.ACTIVE: mark("active"),
    Status.PAUSED: mark("paused"),
    Status.ENDED: mark("ended"),
    Status.UNCLEAR: mark("unclear"),
}
_UNREAD: Mapping[UnreadReason, str] = {
    UnreadReason.NO_FACT: mark("no fact made of it"),
    UnreadReason.WITHHELD: mark("held back, below the threshold"),
}


def word_actor_kind(kind: ActorKind, chamber_type: ChamberType | None = None) -> str:
    """The kind of an actor; a chamber says which one it is."""
    return _(_CHAMBERS[chamber_type]) if chamber_type else _(_ACTORS[kind])


def word_initiative_type(kind: InitiativeType) -> str:
    """The type of an initiative."""
    return _(_INITIATIVES[kind])


def word_role(role: Role) -> str:
    """The role of a participation."""
    return _(_ROLES[role])


def word_strength(strength: Strength) -> str:
    """How absent somebody is."""
    return _(_STRENGTHS[strength])


def word_interest(kind: InterestKind) -> str:
    """Whether somebody seeks or offers."""
    return _(_INTERESTS[kind])


def word_status(status: Status) -> str:
    """Where an initiative stands."""
    return _(_STATUSES[status])


def word_unread_reason(reason: UnreadReason) -> str:
    """Why no fact was made of a place."""
    return _(_UNREAD[reason])
