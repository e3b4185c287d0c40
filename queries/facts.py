"""Everything the graph holds, read once: a handful of questions, joined here. Next: coverage, picture, profile.

Facts without evidence are left out: reads are separate transactions, so another process may have replaced a document
in between. `date` leaves out documents, statements and nodes that were not known at that time; undated ones were.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.kinds import ActorKind, ChamberType, InterestKind, Role, Strength, UnreadReason
from graph.store import Row, Store
from queries.answers import AbsenceLink, ActorRow, DocumentRow, Evidence, InitiativeRow, Link
from queries.catalog import question
from queries.dates import is_until
from queries.evidence import newest_first
from queries.nodes import chamber_type, read_documents, read_initiatives, read_nodes
from queries.rows import integer, maybe_text, number, text
from seeds.register import Register


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
    """A place with a word of a kind, of which no fact was made."""

    id: str
    word: str
    kind: ActorKind | None
    chamber_type: ChamberType | None
    initiative_id: str | None
    reason: UnreadReason
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Facts:
    """The graph as plain values. Mappings are by id, in the order of ids; every tuple is sorted by id."""

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


def read_facts(store: Store, register: Register, *, date: str | None = None) -> Facts:
    """Read the whole graph. Raises StoreError where a property has another type than the schema promises."""
    documents = {row.id: row for row in read_documents(store) if is_until(row.date, date)}
    named_in = _named_in(store, documents)
    nodes = {row.id: row for row in read_nodes(store) if row.id in named_in}
    initiatives = {row.id: row for row in read_initiatives(store, register) if row.id in named_in}
    evidence = _evidence(store, documents, date)
    return Facts(
        documents=documents,
        nodes=nodes,
        initiatives=initiatives,
        named_in=named_in,
        links=tuple(_links(store, evidence, nodes, initiatives)),
        absences=tuple(_absences(store, evidence, nodes, initiatives)),
        memberships=tuple(_relations(store, "memberships", ("member", "organisation"), evidence)),
        branches=tuple(_relations(store, "branches", ("branch", "parent"), evidence)),
        interests=tuple(_interests(store, evidence)),
        listings=tuple(_sayings(store, "listings", "initiative", evidence)),
        silences=tuple(_sayings(store, "silences", "region", evidence)),
        unread=tuple(_unread(store, documents)),
    )


def _named_in(store: Store, documents: Mapping[str, DocumentRow]) -> dict[str, tuple[str, ...]]:
    """Node id to the ids of the documents that name it, by address."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in store.read(question("namings")):
        if text(row, "document") in documents:
            found[text(row, "node")].append(text(row, "document"))
    return {node: tuple(sorted(ids, key=lambda id: (documents[id].address, id))) for node, ids in found.items()}


def _evidence(store: Store, documents: Mapping[str, DocumentRow], date: str | None) -> dict[str, tuple[Evidence, ...]]:
    """Fact id to its evidence, newest first."""
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in store.read(question("statements")):
        document = documents.get(text(row, "document"))
        as_of = maybe_text(row, "as_of")
        if document is None or not is_until(as_of, date):
            continue
        found[text(row, "fact")].append(
            Evidence(
                quote=text(row, "quote"),
                quote_start=integer(row, "quote_start"),
                quote_end=integer(row, "quote_end"),
                document_id=document.id,
                document_title=document.title,
                document_address=document.address,
                document_date=document.date,
                method=text(row, "method"),
                confidence=number(row, "confidence"),
                as_of=as_of,
                reported_by=maybe_text(row, "reported_by"),
                since=maybe_text(row, "since"),
                until=maybe_text(row, "until"),
            )
        )
    return {fact: newest_first(evidence) for fact, evidence in found.items()}


def _links(
    store: Store,
    evidence: Mapping[str, tuple[Evidence, ...]],
    nodes: Mapping[str, ActorRow],
    initiatives: Mapping[str, InitiativeRow],
) -> Iterable[Link]:
    for row in store.read(question("participations")):
        fact, participant, initiative = text(row, "id"), text(row, "participant"), text(row, "initiative")
        if fact in evidence and participant in nodes and initiative in initiatives:
            yield Link(fact, participant, initiative, Role(text(row, "role")), evidence[fact])


def _absences(
    store: Store,
    evidence: Mapping[str, tuple[Evidence, ...]],
    nodes: Mapping[str, ActorRow],
    initiatives: Mapping[str, InitiativeRow],
) -> Iterable[AbsenceLink]:
    for row in store.read(question("absences")):
        fact, absent, initiative = text(row, "id"), text(row, "absent"), text(row, "initiative")
        if fact in evidence and absent in nodes and initiative in initiatives:
            yield AbsenceLink(fact, initiative, absent, Strength(text(row, "strength")), evidence[fact])


def _relations(
    store: Store, name: str, ends: tuple[str, str], evidence: Mapping[str, tuple[Evidence, ...]]
) -> Iterable[Relation]:
    source, target = ends
    for row in store.read(question(name)):
        if text(row, "id") in evidence:
            yield Relation(text(row, "id"), text(row, source), text(row, target), evidence[text(row, "id")])


def _interests(store: Store, evidence: Mapping[str, tuple[Evidence, ...]]) -> Iterable[Relation]:
    for row in store.read(question("interests")):
        fact = text(row, "id")
        if fact in evidence:
            target, kind = maybe_text(row, "initiative"), InterestKind(text(row, "kind"))
            yield Relation(fact, text(row, "holder"), target, evidence[fact], kind)


def _sayings(store: Store, name: str, subject: str, evidence: Mapping[str, tuple[Evidence, ...]]) -> Iterable[Saying]:
    for row in store.read(question(name)):
        if text(row, "id") in evidence:
            yield Saying(text(row, "id"), text(row, subject), evidence[text(row, "id")])


def _unread(store: Store, documents: Mapping[str, DocumentRow]) -> Iterable[Unread]:
    for row in store.read(question("unread")):
        document = documents.get(text(row, "document"))
        if document is None:
            continue
        kind = maybe_text(row, "kind")
        yield Unread(
            id=text(row, "id"),
            word=text(row, "word"),
            kind=ActorKind(kind) if kind else None,
            chamber_type=chamber_type(row),
            initiative_id=maybe_text(row, "initiative"),
            reason=UnreadReason(text(row, "reason")),
            evidence=_place(row, document),
        )


def _place(row: Row, document: DocumentRow) -> Evidence:
    """A place nobody made a fact of: its method is the reason, and it proves nothing."""
    return Evidence(
        quote=text(row, "quote"),
        quote_start=integer(row, "quote_start"),
        quote_end=integer(row, "quote_end"),
        document_id=document.id,
        document_title=document.title,
        document_address=document.address,
        document_date=document.date,
        method=text(row, "reason"),
        confidence=0.0,
    )
