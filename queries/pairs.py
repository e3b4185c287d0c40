"""The review list: pairs that may be one, each with what tells them apart. Next: `review list` and its decisions."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.store import Store
from queries.answers import DocumentRow
from queries.decided import Decided, Standing, decided
from queries.decisions import is_on_a_pair
from queries.identity import Identity
from queries.named import Named, NodeSort
from queries.rulings import find_rulings
from queries.search import Match, to_matches
from queries.snapshot import read_documents
from queries.standing import read_identity
from queries.steady import steady
from queries.verdicts import SameReason
from queries.who import read_named
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of a pair as it is shown, with the documents that name it, sorted by address."""

    node: Match
    until: str | None
    documents: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class OpenPair:
    """A pair nobody decided on. `number` counts from 1; score in 0..1."""

    number: int
    sort: NodeSort
    one: Candidate
    other: Candidate
    score: float
    reason: SameReason
    is_postponed: bool


@dataclass(frozen=True, slots=True)
class ReviewList:
    """The pairs, the likeliest first and those put off last; and the decisions on pairs that rest."""

    pairs: tuple[OpenPair, ...]
    resting: tuple[Decided, ...]


@steady
def review_list(store: Store, register: Register) -> ReviewList:
    """What may be one and is not decided."""
    identity, nodes = _who(store, register)
    documents = {row.id: row for row in read_documents(store)}
    matches = {match.id: match for match in to_matches(nodes.values(), identity)}

    def candidate(id: str) -> Candidate:
        within = [nodes[member] for member in identity.within(id)]
        named = {document for node in within for document in node.documents if document in documents}
        shown = sorted((documents[document] for document in named), key=lambda row: (row.address, row.id))
        return Candidate(matches[id], max((node.until for node in within if node.until), default=None), tuple(shown))

    ordered = sorted(identity.possible, key=lambda pair: pair.is_postponed)
    pairs = tuple(
        OpenPair(
            number, pair.sort, candidate(pair.one), candidate(pair.other), pair.score, pair.reason, pair.is_postponed
        )
        for number, pair in enumerate(ordered, start=1)
    )
    resting = (one for one in decided(store, register) if one.standing is Standing.RESTS and is_on_a_pair(one.decision))
    return ReviewList(pairs, tuple(resting))


@steady
def members_of(store: Store, register: Register, id: str) -> tuple[Match, ...]:
    """The nodes of documents that are shown as this one, each under its own name."""
    identity, nodes = _who(store, register)
    return tuple(to_matches(nodes[member] for member in identity.within(id)))


def _who(store: Store, register: Register) -> tuple[Identity, Mapping[str, Named]]:
    nodes = read_named(store, register, find_rulings(store.decisions()))
    return read_identity(store, register), {node.id: node for node in nodes}
