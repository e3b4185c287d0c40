"""The link predictors of networkx, asked as `queries.holdout` asks: a row for each actor, a column for each initiative.

They score pairs by the neighbours both have. An actor and an initiative have none in common in a graph of two sides, so
each is asked twice: of the pair itself ("direct"), and of the actor with all who sit with it somewhere, summed over
those in the initiative ("neighbours"). Those that need communities get Louvain's.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import networkx as nx
import numpy as np
from networkx.algorithms import link_prediction as predict

from queries.holdout import Floats
from queries.ties import Side

Node: TypeAlias = tuple[int, int]
"""(0, row) for who asks, (1, column) for the others."""
Pairs: TypeAlias = Iterable[tuple[Node, Node]]
Predictor: TypeAlias = Callable[["nx.Graph[Node]", Pairs], Iterator[tuple[Node, Node, float]]]

PREDICTORS: Mapping[str, Predictor] = {
    "adamic_adar_index": predict.adamic_adar_index,
    "common_neighbor_centrality": predict.common_neighbor_centrality,
    "jaccard_coefficient": predict.jaccard_coefficient,
    "preferential_attachment": predict.preferential_attachment,
    "resource_allocation_index": predict.resource_allocation_index,
    "cn_soundarajan_hopcroft": predict.cn_soundarajan_hopcroft,
    "ra_index_soundarajan_hopcroft": predict.ra_index_soundarajan_hopcroft,
    "within_inter_cluster": predict.within_inter_cluster,
}


def scored(side: Side, asked: Sequence[int]) -> dict[str, Floats]:
    """By predictor and way of asking the scores of these rows."""
    graph = _graph(side)
    found: dict[str, Floats] = {}
    for name, predictor in PREDICTORS.items():
        found[f"{name}, direct"] = _direct(graph, side, asked, predictor)
        found[f"{name}, neighbours"] = _by_neighbours(graph, side, asked, predictor)
    return found


def _graph(side: Side) -> "nx.Graph[Node]":
    graph: nx.Graph[Node] = nx.Graph()
    graph.add_nodes_from((0, row) for row in range(len(side.own)))
    graph.add_nodes_from((1, column) for column in range(len(side.others)))
    rows, columns = side.out.nonzero()
    graph.add_edges_from(((0, row), (1, column)) for row, column in zip(rows.tolist(), columns.tolist(), strict=True))
    for number, members in enumerate(nx.community.louvain_communities(graph, seed=0)):
        nx.set_node_attributes(graph, dict.fromkeys(members, number), "community")
    return graph


def _direct(graph: "nx.Graph[Node]", side: Side, asked: Sequence[int], predictor: Predictor) -> Floats:
    place = {row: number for number, row in enumerate(asked)}
    found = np.zeros((len(asked), len(side.others)))
    pairs = [
        ((0, row), (1, column))
        for row in asked
        for column in range(len(side.others))
        if not graph.has_edge((0, row), (1, column))
    ]
    for (_, row), (_, column), score in predictor(graph, pairs):
        found[place[row], column] = score
    return found


def _by_neighbours(graph: "nx.Graph[Node]", side: Side, asked: Sequence[int], predictor: Predictor) -> Floats:
    place = {row: number for number, row in enumerate(asked)}
    near = np.zeros((len(asked), len(side.own)))
    met = (side.out[[*asked]] @ side.back).tocoo()
    pairs = [
        ((0, asked[number]), (0, other))
        for number, other in zip(met.row.tolist(), met.col.tolist(), strict=True)
        if asked[number] != other
    ]
    for (_, row), (_, other), score in predictor(graph, pairs):
        near[place[row], other] = score
    return np.asarray(near @ side.out)
