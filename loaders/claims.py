"""Claims: what a sentence says, before names become nodes. One claim, one stretch of evidence."""

from dataclasses import dataclass

from graph.kinds import InterestKind, Role, Strength
from loaders.mention import ActorMention, GroupMention

Body = ActorMention | GroupMention


@dataclass(frozen=True, slots=True)
class Taking:
    """A body takes part in initiative number `initiative`; `start`, `end` are the evidence."""

    who: Body
    initiative: int
    role: Role
    start: int
    end: int
    confidence: float
    method: str
    reported_by: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """A body is documented absent from an initiative, or informal."""

    who: Body
    initiative: int
    strength: Strength
    start: int
    end: int
    confidence: float
    reported_by: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """An enumeration of those who take part in an initiative."""

    initiative: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Silent:
    """Nothing is known about a region."""

    region: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Interested:
    """A body, or (None) the initiative itself, seeks or offers cooperation."""

    who: Body | None
    initiative: int | None
    kind: InterestKind
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Belonging:
    """An organisation is a member of another one."""

    member: ActorMention
    organisation: ActorMention
    start: int
    end: int
    confidence: float


Claim = Taking | Missing | Listed | Silent | Interested | Belonging
