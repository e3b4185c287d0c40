"""The shapes of what was read from the graph: plain values, each fact with its evidence. `snapshot.py` reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.kinds import ActorKind, ChamberType, InterestKind, UnreadReason
from queries.answers import AbsenceLink, ActorRow, DocumentRow, Evidence, InitiativeRow, Link
from queries.identity import Identity


@dataclass(frozen=True, slots=True)
class Relation:
    """A membership, a branch or an interest: from one node to another (None for an interest in nothing named)."""

    id: str
    source: str
    target: str | None
    evidence: tuple[Evidence, ...]
    kind: InterestKind | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """What a document says of a subject as a whole: a listing of an initiative, a silence about a region."""

    id: str
    subject: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A place with a word of a kind, of which no fact was made. Its evidence proves nothing: confidence 0."""

    id: str
    word: str
    kind: ActorKind | None
    chamber_type: ChamberType | None
    initiative_id: str | None
    reason: UnreadReason
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Facts:
    """The graph, or a part of it, as plain values: mappings are by id, every tuple is sorted by id.

    But the links: they are sorted by their initiative first.

    `nodes` are actors and groups; `named_in` gives the documents that name a node, sorted by address. `rejected` are
    the participations that a person rejected: they are in no other list. `identity` says which nodes of documents are
    one here, and which may be.
    """

    documents: Mapping[str, DocumentRow]
    nodes: Mapping[str, ActorRow]
    initiatives: Mapping[str, InitiativeRow]
    named_in: Mapping[str, tuple[str, ...]]
    links: tuple[Link, ...]
    absences: tuple[AbsenceLink, ...]
    memberships: tuple[Relation, ...]
    branches: tuple[Relation, ...]
    interests: tuple[Relation, ...]
    listings: tuple[Saying, ...]
    silences: tuple[Saying, ...]
    unread: tuple[Unread, ...]
    rejected: tuple[Link, ...] = ()
    identity: Identity = field(default_factory=Identity)
