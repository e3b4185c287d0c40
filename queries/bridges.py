"""Who connects what would be further apart: betweenness, sole links, Burt's constraint, roles between groups.

From the network of `network.py`; next: `bridges` prints it. rustworkx and networkx are slow to import: import this
module where the answer is asked for, not before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx as nx
import rustworkx as rx

from graph.keys import fold
from graph.store import Store
from queries.answers import ActorRow, InitiativeRow
from queries.brokerage import Roles, Weights, brokerage, constraint
from queries.network import Network, NodeRow, build_network
from queries.parts import Part, parts_without, walk
from queries.pausing import collection_paused
from queries.snapshot import read_facts
from queries.steady import steady
from queries.traits import kind_of, land_of
from seeds.register import Register, load_register

EXACT_UP_TO = 20_000
"""Above so many nodes betweenness is estimated from `_PIVOTS` of them, the same ones each time."""
_PIVOTS = 200


@dataclass(frozen=True, slots=True)
class Between:
    """Pairs of actors without a table in common between whom an actor sits, by the groups of the three.

    `own`: both of its group (Gould and Fernandez: coordinator). `foreign`: both of one other group (consultant).
    `gate`: one of its own, one of another (representative and gatekeeper, which are the same where ties have no
    direction). `third`: of two other groups (liaison).
    """

    own: int
    foreign: int
    gate: int
    third: int


@dataclass(frozen=True, slots=True)
class Bridge:
    """An actor or an initiative, and what hangs on it.

    `tables`: in how many initiatives it sits, or how many sit in it. `betweenness` in 0..1: the part of all pairs of
    others whose shortest connection leads over it. `parts`: those with an initiative and an actor into which the
    network would fall without it, the largest first; fewer than two of them make no sole link.

    The rest is of actors only: `constraint` see queries.brokerage (None without anybody at a table), `by_kind` and
    `by_land` None where the actor has no group.
    """

    node: NodeRow
    tables: int
    betweenness: float
    parts: tuple[Part, ...]
    constraint: float | None = None
    by_kind: Between | None = None
    by_land: Between | None = None

    @property
    def is_sole_link(self) -> bool:
        """Whether initiatives would fall apart without it."""
        return len(self.parts) > 1


@dataclass(frozen=True, slots=True)
class Bridges:
    """The rows by betweenness, then name. `total` counts those with any; `without_land` actors without a region.

    `is_estimated`: the network is so large that betweenness is estimated.
    """

    rows: tuple[Bridge, ...]
    total: int
    actors: int
    initiatives: int
    without_land: int
    is_estimated: bool


@steady
def bridges(
    store: Store, register: Register | None = None, *, date: str | None = None, most: int | None = None
) -> Bridges:
    """Who stands between others, as known until and standing at the date; the `most` first of them (default: all).

    Whoever is on no shortest connection between two others is left out.
    """
    known = register or load_register()
    with collection_paused():
        return find_bridges(build_network(read_facts(store, known, date=date), date=date), known, most=most)


def find_bridges(network: Network, register: Register, *, most: int | None = None) -> Bridges:
    """The same in a network already built."""
    between = betweenness(network)
    found = sorted((id for id, share in between.items() if share > 0), key=lambda id: _order(network, between, id))
    weights = actor_weights(network)
    actors = {id: row for id in weights if isinstance(row := network.nodes[id], ActorRow)}
    kinds = {id: kind_of(row) for id, row in actors.items()}
    lands = {id: land for id, row in actors.items() if (land := land_of(row, register))}
    shown, walked = found[:most], walk(network)
    by_kind, by_land = (brokerage(weights, groups, brokers=shown) for groups in (kinds, lands))
    rows = [
        Bridge(
            node=network.nodes[id],
            tables=len(network.table_of(id)),
            betweenness=between[id],
            parts=parts_without(walked, id),
            constraint=constraint(weights, id) if id in weights else None,
            by_kind=_pairs(by_kind.get(id)),
            by_land=_pairs(by_land.get(id)),
        )
        for id in shown
    ]
    return Bridges(
        rows=tuple(rows),
        total=len(found),
        actors=len(weights),
        initiatives=len(network.nodes) - len(weights),
        without_land=len(weights) - len(lands),
        is_estimated=len(network.nodes) > EXACT_UP_TO,
    )


def betweenness(network: Network) -> Mapping[str, float]:
    """By node the part of all pairs of others whose shortest connections lead over it, in 0..1 (Freeman 1977)."""
    if len(network.nodes) > EXACT_UP_TO:
        large: nx.Graph[str] = nx.Graph()
        large.add_nodes_from(network.nodes)
        large.add_edges_from((one, other) for one, beside in network.ties.items() for other in beside)
        return dict(nx.betweenness_centrality(large, k=_PIVOTS, seed=0))
    ids = [*network.nodes]
    place = {id: number for number, id in enumerate(ids)}
    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(ids)
    graph.add_edges_from_no_data([(place[one], place[other]) for one in ids for other in network.ties[one]])
    # One thread: sums in another order would not be the same to the last digit.
    shares = rx.graph_betweenness_centrality(graph, normalized=True, parallel_threshold=len(ids) + 1)
    return {id: float(shares[number]) for id, number in place.items()}


def actor_weights(network: Network) -> Weights:
    """By actor those who sit at a table with it, and at how many."""
    weights: dict[str, dict[str, float]] = {id: {} for id, row in network.nodes.items() if isinstance(row, ActorRow)}
    for id, row in network.nodes.items():
        if isinstance(row, InitiativeRow):
            for one, other in combinations(network.table_of(id), 2):
                weights[one][other] = weights[other][one] = weights[one].get(other, 0) + 1
    return weights


def _order(network: Network, between: Mapping[str, float], id: str) -> tuple[float, str, str]:
    return -round(between[id], 12), fold(network.nodes[id].name), id


def _pairs(roles: Roles | None) -> Between | None:
    """Roles counted in both directions as pairs."""
    if roles is None:
        return None
    return Between(roles.coordinator // 2, roles.consultant // 2, roles.gatekeeper, roles.liaison // 2)
