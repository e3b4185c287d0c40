"""Which actors and initiatives hang together more closely than with the rest. From the network; `communities` prints.

By Louvain's method with a fixed seed. Leiden's as scikit-network 0.33.5 has it was tried and left: it gives other
communities at each call, whatever its seed, and on 60 random networks a lower modularity more often than a higher one.
networkx is slow to import: import this module where the answer is asked for, not before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from graph.keys import fold
from graph.store import Store
from queries.answers import ActorRow, InitiativeRow
from queries.network import Network, build_network, by_size
from queries.pausing import collection_paused
from queries.snapshot import read_facts
from queries.steady import steady
from seeds.register import Register, load_register

_SEED = 20_170_516
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Community:
    """Actors and initiatives by name. `names` are its initiatives with the most actors; `number` counts from 1.

    `outside` counts the participations of its actors and initiatives that lead into other communities, `inside` those
    that stay.
    """

    number: int
    names: tuple[str, ...]
    actors: tuple[ActorRow, ...]
    initiatives: tuple[InitiativeRow, ...]
    inside: int
    outside: int


@dataclass(frozen=True, slots=True)
class Communities:
    """The communities, the largest first; `total` counts all there are.

    `alone` counts actors and initiatives without any participation. `modularity` in -0.5..1: how many more
    participations stay inside than by chance; None without any.
    """

    rows: tuple[Community, ...]
    total: int
    alone: int
    modularity: float | None


@steady
def communities(
    store: Store,
    register: Register | None = None,
    *,
    date: str | None = None,
    most: int | None = None,
) -> Communities:
    """The communities, as known until and standing at the date; the `most` largest (default: all).

    Equal input gives equal output.
    """
    with collection_paused():
        facts = read_facts(store, register or load_register(), date=date)
        return find_communities(build_network(facts, date=date), most=most)


def find_communities(network: Network, *, most: int | None = None) -> Communities:
    """The same in a network already built, from its participations; memberships and branches do not count."""
    ids = [id for id in network.nodes if network.table_of(id)]
    place = {id: number for number, id in enumerate(ids)}
    # Numbers in the order of the ids: a set of them is walked through in the same order each time.
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(ids)))
    graph.add_edges_from((place[one], place[other]) for one in ids for other in network.table_of(one))
    if not ids:
        return Communities((), 0, len(network.nodes), None)
    groups = nx.community.louvain_communities(graph, seed=_SEED)
    named = sorted((_members(network, (ids[number] for number in group)) for group in groups), key=_order)
    home = {id: number for number, members in enumerate(named) for id in members}
    return Communities(
        rows=tuple(_community(network, number, members, home) for number, members in enumerate(named[:most])),
        total=len(named),
        alone=len(network.nodes) - len(ids),
        modularity=float(nx.community.modularity(graph, groups)),
    )


def _members(network: Network, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda id: (fold(network.nodes[id].name), id)))


def _order(members: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -len(members), members


def _community(network: Network, number: int, members: tuple[str, ...], home: Mapping[str, int]) -> Community:
    rows = [network.nodes[id] for id in members]
    initiatives = tuple(row for row in rows if isinstance(row, InitiativeRow))
    ends = [home[other] == number for id in members for other in network.table_of(id)]
    return Community(
        number=number + 1,
        names=tuple(network.nodes[id].name for id in by_size(network, (row.id for row in initiatives))[:_NAMED]),
        actors=tuple(row for row in rows if isinstance(row, ActorRow)),
        initiatives=initiatives,
        inside=sum(ends) // 2,  # met from either end
        outside=len(ends) - sum(ends),
    )
