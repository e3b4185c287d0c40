"""What several documents say of one node, folded into the one node that is shown: a pure function of the claims.

The order of loading never matters, and a document's removal restores what the others say. The most certain claim
comes first, then the one of the newest document (undated ones last), then the first in the order of their texts. A
field comes from the first claim that says something; "other", "unclear", None and () say nothing where another claim
says more. Aliases and topics are the sorted union; a name that was not chosen becomes an alias.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.keys import fold
from graph.kinds import ActorKind, InitiativeType, Status
from graph.model import Actor, Group, Initiative, Node
from graph.records import Row, canonical, to_row

N = TypeVar("N", Actor, Initiative, Group)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Claim:
    """A node as one document gives it. `confidence` is the naming's, `date` the document's."""

    node: Node
    confidence: float
    date: str | None


def fold_claims(claims: Sequence[Claim]) -> Node:
    """The node that these claims make together. Raises ValueError unless they are of one node."""
    if len({(type(claim.node), claim.node.id) for claim in claims}) != 1:
        raise ValueError("claims of one node expected")
    differing = len({claim.node for claim in claims}) > 1
    ordered = sorted(claims, key=lambda claim: canonical(claim.node)) if differing else [claims[0]]
    ordered.sort(key=lambda claim: (claim.confidence, claim.date or ""), reverse=True)
    match ordered[0].node:
        case Actor():
            return _fold_actors([claim.node for claim in ordered if isinstance(claim.node, Actor)])
        case Initiative():
            return _fold_initiatives([claim.node for claim in ordered if isinstance(claim.node, Initiative)])
        case Group():
            return _fold_groups([claim.node for claim in ordered if isinstance(claim.node, Group)])


LONGEST_FOLDED = 1_000
"""Letters of a folded name that are stored: it is indexed, and Neo4j indexes no text of more than 8,167 bytes."""


def node_properties(node: Node) -> Row:
    """The properties of a node in the graph: its fields, and for what has a name its folded forms, for search."""
    row = to_row(node)
    if isinstance(node, Actor | Initiative):
        row["folded"] = fold(node.name)[:LONGEST_FOLDED]
        row["folded_aliases"] = [*sorted({fold(alias) for alias in node.aliases} - {""})]
    return row


def _fold_actors(nodes: Sequence[Actor]) -> Actor:
    kind = _first(nodes, lambda node: node.kind, silent=ActorKind.OTHER)
    of_kind = [node for node in nodes if node.kind is kind]
    return Actor(
        id=nodes[0].id,
        name=nodes[0].name,
        kind=kind,
        chamber_type=_first(of_kind, lambda node: node.chamber_type, silent=None),
        regions=_first(nodes, lambda node: node.regions, silent=()),
        register_id=_first(nodes, lambda node: node.register_id, silent=None),
        aliases=_aliases(nodes),
    )


def _fold_initiatives(nodes: Sequence[Initiative]) -> Initiative:
    return Initiative(
        id=nodes[0].id,
        name=nodes[0].name,
        type=_first(nodes, lambda node: node.type, silent=InitiativeType.OTHER),
        regions=_first(nodes, lambda node: node.regions, silent=()),
        region_name=_first(nodes, lambda node: node.region_name, silent=None),
        since=_first(nodes, lambda node: node.since, silent=None),
        until=_first(nodes, lambda node: node.until, silent=None),
        topics=tuple(sorted({topic for node in nodes for topic in node.topics})),
        status=_first(nodes, lambda node: node.status, silent=Status.UNCLEAR),
        parent_id=_first(nodes, lambda node: node.parent_id, silent=None),
        aliases=_aliases(nodes),
    )


def _fold_groups(nodes: Sequence[Group]) -> Group:
    return Group(
        id=nodes[0].id,
        initiative_id=nodes[0].initiative_id,
        kind=_first(nodes, lambda node: node.kind, silent=ActorKind.OTHER),
        word=nodes[0].word,
        chamber_type=_first(nodes, lambda node: node.chamber_type, silent=None),
        count=_first(nodes, lambda node: node.count, silent=None),
    )


def _first(nodes: Sequence[N], field: Callable[[N], T], *, silent: T) -> T:
    return next((value for node in nodes if (value := field(node)) != silent), silent)


def _aliases(nodes: Sequence[Actor] | Sequence[Initiative]) -> tuple[str, ...]:
    names = {name for node in nodes for name in (node.name, *node.aliases)}
    return tuple(sorted(names - {nodes[0].name}))
