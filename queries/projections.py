"""The network as networkx graphs, for people who compute with it: two-mode, or one of its sides.

networkx is slow to import: import this module where a graph is asked for, not before.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import combinations
from typing import Literal, TypeAlias, get_args

import networkx as nx

from graph.store import Store
from queries.answers import InitiativeRow
from queries.catalog import question
from queries.evidence import newest_date
from queries.facts import Facts
from queries.network import Network, NodeRow, Tie, TieKind, build_network
from queries.pausing import collection_paused
from queries.rows import integer, text
from queries.snapshot import read_facts
from queries.steady import steady
from seeds.register import Register, load_register

Mode: TypeAlias = Literal["two-mode", "actors", "initiatives"]
StatementIds: TypeAlias = Mapping[tuple[str, str, str, int], Collection[str]]
"""By actor, initiative, document and the quote's start: the ids of the statements there."""


@steady
def to_networkx(
    store: Store, register: Register | None = None, *, mode: Mode = "two-mode", date: str | None = None
) -> "nx.Graph[str]":
    """Who takes part in what, as known until and standing at the date, as an undirected graph.

    Nodes are ids in their order, with `name`, `sort` (actor or initiative), `kind` and `regions`; of a two-mode graph
    also `bipartite` (0 actor, 1 initiative). Groups are left out, whoever takes part in nothing is a node alone.

    An edge has `weight` and `statements` (ids, sorted). Two-mode: `weight` counts the roles, `roles` and `newest` (the
    date of the newest statement or None) tell more. One-mode: `weight` counts what both share, `shared` are its ids,
    and `newman` is the sum of 1/(d-1) over what is shared, d being how many share it (Newman, PRE 64, 016132, 2001).

    Raises ValueError for another mode.
    """
    if mode not in get_args(Mode):
        raise ValueError(f"{mode}: not one of {', '.join(get_args(Mode))}")
    with collection_paused():
        facts = read_facts(store, register or load_register(), date=date)
        network = build_network(facts, date=date)
        graph = to_two_mode(network, _statement_ids(store, facts))
    return graph if mode == "two-mode" else to_one_mode(graph, side=mode)


def to_two_mode(network: Network, statements: StatementIds | None = None) -> "nx.Graph[str]":
    """Actors and initiatives with their participations."""
    graph: nx.Graph[str] = nx.Graph()
    for id, row in network.nodes.items():
        graph.add_node(id, **_told(row), bipartite=int(isinstance(row, InitiativeRow)))
    for one, beside in network.ties.items():
        for other, ties in beside.items():
            seats = [tie for tie in ties if tie.kind is TieKind.PARTICIPATION]
            if seats and one == seats[0].source_id:
                graph.add_edge(one, other, **_seat(seats, statements or {}))
    return graph


def to_one_mode(graph: "nx.Graph[str]", *, side: Literal["actors", "initiatives"]) -> "nx.Graph[str]":
    """One side of a two-mode graph, joined by what is shared on the other."""
    kept = int(side == "initiatives")
    one_mode: nx.Graph[str] = nx.Graph()
    for id, told in graph.nodes(data=True):
        if told["bipartite"] == kept:
            one_mode.add_node(id, **{key: value for key, value in told.items() if key != "bipartite"})
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for id, told in graph.nodes(data=True):
        if told["bipartite"] != kept:
            for pair in combinations(sorted(graph[id]), 2):
                shared[pair].append(id)
    for (one, other), between in sorted(shared.items()):
        statements = {id for node in between for end in (one, other) for id in graph.edges[end, node]["statements"]}
        one_mode.add_edge(
            one,
            other,
            weight=len(between),
            newman=sum(1 / (len(graph[node]) - 1) for node in between),
            shared=tuple(between),
            statements=tuple(sorted(statements)),
        )
    return one_mode


def _told(row: NodeRow) -> Mapping[str, str | tuple[str, ...]]:
    is_initiative = isinstance(row, InitiativeRow)
    kind = row.type.value if isinstance(row, InitiativeRow) else row.kind.value
    return {
        "name": row.name,
        "sort": "initiative" if is_initiative else "actor",
        "kind": kind,
        "regions": row.regions,
    }


def _seat(seats: Collection[Tie], statements: StatementIds) -> Mapping[str, int | str | tuple[str, ...] | None]:
    found = {
        id
        for seat in seats
        for item in seat.evidence
        for id in statements.get((seat.source_id, seat.target_id, item.document_id, item.quote_start), ())
    }
    return {
        "weight": len(seats),
        "roles": tuple(seat.role.value for seat in seats if seat.role),
        "newest": newest_date(item for seat in seats for item in seat.evidence),
        "statements": tuple(sorted(found)),
    }


def _statement_ids(store: Store, facts: Facts) -> StatementIds:
    """The stored statements on each participation, those on what became one with it among them."""
    rejected = {link.id for link in facts.rejected}
    ends: dict[str, tuple[str, str]] = {}
    first: dict[tuple[str, str, str], str] = {}
    for row in store.read(question("participations")):
        pair = facts.identity.of(text(row, "participant")), facts.identity.of(text(row, "initiative"))
        if first.setdefault((*pair, text(row, "role")), text(row, "id")) not in rejected:
            ends[text(row, "id")] = pair
    found: defaultdict[tuple[str, str, str, int], list[str]] = defaultdict(list)
    for row in store.read(question("statement_places")):
        if (fact := text(row, "fact")) in ends:
            found[*ends[fact], text(row, "document"), integer(row, "quote_start")].append(text(row, "id"))
    return found
