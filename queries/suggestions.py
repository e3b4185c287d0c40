"""The shapes of a suggestion: whom one could ask, from which sources that comes, and how its parts add up.

Codes and values only; `partners.py` makes them, viz words them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind
from queries.answers import Column, Evidence
from queries.body_cells import BodyValue
from queries.nearness import Near
from queries.resemblance import Likeness
from seeds.expectation import Ground
from seeds.register import Confidence


class Source(StrEnum):
    """Where a suggestion comes from; the surest first."""

    COMPETENT = "competent"
    NEARBY = "nearby"
    SAME_KIND = "same_kind"
    CONNECTED = "connected"
    INTEREST = "interest"


@dataclass(frozen=True, slots=True)
class CompetentPart:
    """Competent for the place by the register, and not at the table where one was asked for.

    `value` is what the documents say of it at that table, `evidence` where they say so; `register_sources` are the
    codes of the register's sources.
    """

    points: float
    column: Column
    value: BodyValue | None
    ground: Ground
    partial: bool
    confidence: Confidence
    register_sources: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    source: Source = Source.COMPETENT


@dataclass(frozen=True, slots=True)
class NearbyPart:
    """An initiative around a place. `who` sit there by name, `groups` without one; both by name."""

    points: float
    near: Near
    who: tuple[str, ...]
    groups: tuple[str, ...]
    source: Source = Source.NEARBY


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A seat in another initiative that is near or alike. `itself`: its own seat, else only its kind's.

    `who` are the names that sit there, `who_ids` their nodes; `points` is what this seat adds.
    """

    initiative_id: str
    initiative: str
    region_name: str | None
    itself: bool
    who: tuple[str, ...]
    who_ids: tuple[str, ...]
    near: Near | None
    likeness: Likeness
    points: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class SameKindPart:
    """It, or others of its kind, already take part in similar or neighbouring initiatives: the weightiest three."""

    points: float
    seats: tuple[Elsewhere, ...]
    source: Source = Source.SAME_KIND


@dataclass(frozen=True, slots=True)
class Together:
    """An initiative in which it sits with some who sit here, too; `points` is what these ways add."""

    initiative_id: str
    initiative: str
    who_ids: tuple[str, ...]
    who: tuple[str, ...]
    points: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ConnectedPart:
    """Connected over shared memberships: the weightiest three, and what longer and lesser ways add (`further`).

    `seat_id` and `seat` are whose memberships these are: its own, or those of what it is a part of.
    """

    points: float
    seat_id: str
    seat: str
    together: tuple[Together, ...]
    further: float
    source: Source = Source.CONNECTED


@dataclass(frozen=True, slots=True)
class InterestPart:
    """It has said that it seeks or offers something; `wanted`: the initiative itself has said that it seeks it.

    `concerns` is the name of what the interest is in, None where it is nothing named.
    """

    points: float
    kind: InterestKind
    wanted: bool
    concerns: str | None
    evidence: tuple[Evidence, ...]
    source: Source = Source.INTEREST


Part: TypeAlias = CompetentPart | NearbyPart | SameKindPart | ConnectedPart | InterestPart


class SuggestedSort(StrEnum):
    """What is suggested."""

    ACTOR = "actor"
    INITIATIVE = "initiative"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody, or an initiative, to be asked; `score` is the sum of the parts' points.

    `id` is its node, or its row in the register where the graph has no node of it (`in_graph`). `perhaps_there`: it
    may sit there already; `perhaps_as` are the groups and names behind which it may, `perhaps_in` the initiatives it
    sits in that may be the same. `declined`: a quote (`refusal`) says that it said no itself.
    """

    name: str
    id: str
    sort: SuggestedSort
    kind: ActorKind | InitiativeType
    chamber_type: ChamberType | None
    region_ids: tuple[str, ...]
    register_id: str | None
    in_graph: bool
    score: float
    sources: tuple[Source, ...]
    parts: tuple[Part, ...]
    perhaps_there: bool = False
    perhaps_as: tuple[str, ...] = ()
    perhaps_in: tuple[str, ...] = ()
    declined: bool = False
    refusal: tuple[Evidence, ...] = ()
