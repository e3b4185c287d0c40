"""What a document says, as frozen values: the shape that loaders make and the store keeps.

Every fact has an `id` made from its content (`graph.keys`), so that loading twice changes nothing. A fact or a node
lives as long as one `Statement` or `Naming` supports it. Dates are ISO 8601, prefixes allowed ("2019", "2019-03").
Offsets count code points of `Document.text`, half-open. Confidences lie in 0..1, 1 is certain.
"""

from dataclasses import dataclass

from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind, Role, Status, Strength, UnreadReason


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read. Its `id` comes from the original's bytes; `text` has contact data masked in place.

    `model` is the language model that took part in the reading, None where the grammar read alone. `pages` are the
    offsets at which its pages begin, in order; empty for a document without pages.
    """

    id: str
    address: str
    title: str
    format: str
    text: str
    date: str | None = None
    date_origin: str | None = None
    sample: bool = False
    model: str | None = None
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation. `register_id` is set when the register knows it; `regions` are register ids."""

    id: str
    name: str
    kind: ActorKind
    chamber_type: ChamberType | None = None
    regions: tuple[str, ...] = ()
    register_id: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Initiative:
    """What actors take part in. `regions` are register ids, `region_name` is how the document puts it."""

    id: str
    name: str
    type: InitiativeType
    regions: tuple[str, ...] = ()
    region_name: str | None = None
    since: str | None = None
    until: str | None = None
    topics: tuple[str, ...] = ()
    status: Status = Status.UNCLEAR
    parent_id: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A kind named without a name, within one initiative ("die Gewerkschaften", "25 Partner")."""

    id: str
    initiative_id: str
    kind: ActorKind
    word: str
    chamber_type: ChamberType | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor or a group takes part in an initiative, in one role."""

    id: str
    participant_id: str
    initiative_id: str
    role: Role


@dataclass(frozen=True, slots=True)
class Absence:
    """A document says that an actor or a group does not take part, or not formally."""

    id: str
    initiative_id: str
    absent_id: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Membership:
    """An organisation is a member of another one."""

    id: str
    member_id: str
    organisation_id: str


@dataclass(frozen=True, slots=True)
class Branch:
    """An organisation is a part of another one."""

    id: str
    branch_id: str
    parent_id: str


@dataclass(frozen=True, slots=True)
class Interest:
    """An actor, a group or an initiative seeks or offers cooperation; never a participation."""

    id: str
    holder_id: str
    initiative_id: str | None
    kind: InterestKind


@dataclass(frozen=True, slots=True)
class Silence:
    """A document says that nothing is known about a region."""

    id: str
    region: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A document enumerates who takes part in an initiative; who is not on the list is not listed."""

    id: str
    initiative_id: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One piece of evidence for one fact: `document.text[quote_start:quote_end] == quote`."""

    id: str
    fact_id: str
    document_id: str
    quote_start: int
    quote_end: int
    quote: str
    method: str
    confidence: float
    as_of: str | None = None
    reported_by: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a document names an actor, an initiative or a group. `spans` are sorted (start, end) pairs.

    `passages` (initiatives only) are the parts of the text that speak about it.
    """

    document_id: str
    node_id: str
    spans: tuple[tuple[int, int], ...]
    method: str
    confidence: float
    passages: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadPlace:
    """A word of a kind in the text on an initiative, of which no fact was made."""

    id: str
    document_id: str
    quote_start: int
    quote_end: int
    quote: str
    word: str
    kind: ActorKind | None
    chamber_type: ChamberType | None
    initiative_id: str | None
    reason: UnreadReason


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's decision. It survives re-loading and is never overwritten by a loader; undone, it stays on record.

    `action` is add, confirm, reject, merge, split or correct; `subject_id` and `object_id` are nodes or facts (of what
    a person added, `object_id` is the note that says so); `values` are the corrected fields as sorted (field, value)
    pairs, "" for one that is taken away. `written_at` is ISO 8601 with time, UTC; the later decision wins.
    """

    id: str
    action: str
    subject_id: str
    object_id: str | None
    values: tuple[tuple[str, str], ...]
    note: str
    author: str
    written_at: str
    undone: bool = False


Node = Actor | Initiative | Group
Fact = Participation | Absence | Membership | Branch | Interest | Silence | Listing


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one document says. Each node has a naming, each fact a statement."""

    document: Document
    nodes: tuple[Node, ...] = ()
    facts: tuple[Fact, ...] = ()
    namings: tuple[Naming, ...] = ()
    statements: tuple[Statement, ...] = ()
    unread: tuple[UnreadPlace, ...] = ()
