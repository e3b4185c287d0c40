"""The closed lists every room speaks: kinds, types, roles, strengths. Their German names live in viz/locale."""

from enum import StrEnum


class ActorKind(StrEnum):
    """What sort of organisation an actor is."""

    CHAMBER = "chamber"
    UNION = "union"
    EMPLOYERS_ASSOCIATION = "employers_association"
    BUSINESS_ASSOCIATION = "business_association"
    MINISTRY = "ministry"
    PUBLIC_BODY = "public_body"
    COMPANY = "company"
    UNIVERSITY = "university"
    RESEARCH = "research"
    CONSULTANCY = "consultancy"
    NETWORK = "network"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The label of this kind in the graph, beside `:Actor`."""
        return _LABELS.get(self, "".join(part.capitalize() for part in self.value.split("_")))


_LABELS = {ActorKind.OTHER: "Organisation"}


class ChamberType(StrEnum):
    """Which chamber: one never covers for the other."""

    IHK = "ihk"
    HWK = "hwk"
    ARBEITSKAMMER = "arbeitskammer"


class InitiativeType(StrEnum):
    """What sort of initiative it is; the first five have a table one can sit at."""

    ALLIANCE = "alliance"
    DIALOGUE = "dialogue"
    COUNCIL = "council"
    NETWORK = "network"
    MASTER_PLAN = "master_plan"
    PROGRAMME = "programme"
    CAMPAIGN = "campaign"
    EVENT = "event"
    SERVICE_CENTRE = "service_centre"
    OTHER = "other"

    @property
    def has_table(self) -> bool:
        """Whether one can sit at its table, so that an empty chair means something."""
        return self in _WITH_TABLE


_WITH_TABLE = frozenset(
    {
        InitiativeType.ALLIANCE,
        InitiativeType.DIALOGUE,
        InitiativeType.COUNCIL,
        InitiativeType.NETWORK,
        InitiativeType.MASTER_PLAN,
    }
)


class Role(StrEnum):
    """In which role an actor or a group takes part."""

    LEAD = "lead"
    SPONSOR = "sponsor"
    COMMISSIONER = "commissioner"
    MEMBER = "member"
    PARTNER = "partner"
    PARTICIPANT = "participant"
    ORGANISER = "organiser"
    SUPPORTER = "supporter"
    PATRON = "patron"
    FUNDER = "funder"
    FOUNDER = "founder"
    SERVICE_PROVIDER = "service_provider"


class Strength(StrEnum):
    """How absent: not involved at all, or not formally but supporting."""

    ABSENT = "absent"
    INFORMAL = "informal"


class InterestKind(StrEnum):
    """Whether somebody looks for cooperation, advice or support, or offers it."""

    SEEKS = "seeks"
    OFFERS = "offers"


class Status(StrEnum):
    """Where an initiative stands."""

    PLANNED = "planned"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"
    UNCLEAR = "unclear"


class UnreadReason(StrEnum):
    """Why no fact was made of a place."""

    NO_FACT = "no_fact"
    WITHHELD = "withheld"
