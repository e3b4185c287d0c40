"""What a network falls into without a node, beside networkx with the node taken out."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from queries.parts import Part, parts_without, walk
from tests.queries.test_bridges import network_of

SEATS = st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25)


def taken_out(graph, id):
    """The parts into which what hangs together with the node falls: each with how many actors and whose tables."""
    rest = graph.subgraph(nx.node_connected_component(graph, id) - {id})
    parts = []
    for part in nx.connected_components(rest):
        tables = sorted((node for node in part if node[0] == "i"), key=lambda node: (-graph.degree(node), node))
        if 0 < len(tables) < len(part):
            parts.append(Part(len(part) - len(tables), len(tables), tuple(tables[:3])))
    return tuple(sorted(parts, key=lambda part: (-part.initiatives, -part.actors, part.names)))


@given(SEATS)
def test_the_parts_are_those_of_the_network_without_the_node(seats):
    network = network_of(seats)
    graph = nx.Graph({id: [*beside] for id, beside in network.ties.items()})
    walked = walk(network)
    assert {id: parts_without(walked, id) for id in graph} == {id: taken_out(graph, id) for id in graph}


def test_a_chain_longer_than_python_s_calls_go_deep_is_walked():
    walked = walk(network_of({(n, n) for n in range(2_000)} | {(n, n + 1) for n in range(2_000)}))
    assert [(part.actors, part.initiatives) for part in parts_without(walked, "a1000")] == [(1000, 1001), (999, 1000)]
