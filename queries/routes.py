"""Ways from a participant to a body of another column: what a cell may call "represented", never "present". Pure.

Upwards through branches (graph and register) to its parent and the parent's parent; downwards by one step to its
branches and to the members under its roof. A member does not speak for the organisation it belongs to.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.kinds import ActorKind, ChamberType
from queries.answers import ActorRow, Evidence
from queries.cells import Route
from queries.columns import column_of
from queries.facts import Facts, Relation
from seeds.register import Register

HIGHEST = 5
"""Steps upwards at most; also the end of a circle of parents."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation on the way: a node of the graph, a row of the register, or both."""

    name: str
    kind: ActorKind
    chamber_type: ChamberType | None
    node_id: str | None
    register_id: str | None


@dataclass(frozen=True, slots=True)
class Kinship:
    """Who is whose parent, and who is under whose roof, by node id."""

    nodes: Mapping[str, ActorRow]
    register: Register
    above: Mapping[str, tuple[Relation, ...]]
    below: Mapping[str, tuple[Relation, ...]]


def read_kinship(facts: Facts, register: Register) -> Kinship:
    """Sort the graph's branches and memberships once, for all routes."""
    above: defaultdict[str, list[Relation]] = defaultdict(list)
    below: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in facts.branches:
        above[relation.source].append(relation)
    for relation in (*facts.branches, *facts.memberships):
        below[relation.target or ""].append(relation)
    return Kinship(
        nodes=facts.nodes,
        register=register,
        above={node: tuple(relations) for node, relations in above.items()},
        below={node: tuple(relations) for node, relations in below.items()},
    )


def find_routes(actor: ActorRow, kinship: Kinship) -> tuple[Route, ...]:
    """Every route from this actor to a body of a column that it does not belong to itself."""
    if actor.register_id is None and actor.id not in kinship.above and actor.id not in kinship.below:
        return ()
    own = column_of(actor.kind, actor.chamber_type)
    found: list[Route] = []
    for body, evidence in (*_upwards(actor, kinship), *_downwards(actor, kinship)):
        column = column_of(body.kind, body.chamber_type)
        if column is not None and column is not own:
            found.append(Route(actor.id, body.name, column, evidence))
    return tuple(found)


def _upwards(actor: ActorRow, kinship: Kinship) -> Iterator[tuple[Body, tuple[Evidence, ...]]]:
    level: list[tuple[Body, tuple[Evidence, ...]]] = [(_body(actor), ())]
    for _ in range(HIGHEST):
        if not level:
            return
        level = [(parent, (*trail, *evidence)) for body, trail in level for parent, evidence in _parents(body, kinship)]
        yield from level


def _parents(body: Body, kinship: Kinship) -> Iterable[tuple[Body, tuple[Evidence, ...]]]:
    for relation in kinship.above.get(body.node_id or "", ()):
        if (node := kinship.nodes.get(relation.target or "")) is not None:
            yield _body(node), relation.evidence
    row = kinship.register.rows.get(body.register_id) if body.register_id else None
    parent = kinship.register.rows.get(row.parent_id) if row is not None and row.parent_id else None
    if parent is not None:
        yield Body(parent.name, parent.kind, parent.chamber_type, None, parent.id), ()


def _downwards(actor: ActorRow, kinship: Kinship) -> Iterable[tuple[Body, tuple[Evidence, ...]]]:
    for relation in kinship.below.get(actor.id, ()):
        if (node := kinship.nodes.get(relation.source)) is not None:
            yield _body(node), relation.evidence


def _body(node: ActorRow) -> Body:
    return Body(node.name, node.kind, node.chamber_type, node.id, node.register_id)
