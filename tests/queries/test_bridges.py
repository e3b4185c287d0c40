"""Who connects, from a real store; betweenness and sole links beside networkx on random networks."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.kinds import ActorKind, InitiativeType, Status
from queries import bridges as module
from queries.answers import ActorRow, InitiativeRow
from queries.bridges import Between, actor_weights, betweenness, bridges, find_bridges
from queries.network import Network, Tie, TieKind
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()
UNION, COMPANY = ActorKind.UNION, ActorKind.COMPANY


@pytest.fixture
def told(store):
    """VhU alone joins Platz (Hessen) and Plan; IHKen take part in Plan and Insel as a group and join nothing."""
    reading = (
        a_reading("a.txt", date="2017")
        .initiative("Platz")
        .initiative("Plan")
        .initiative("Insel")
        .actor("VhU", ActorKind.EMPLOYERS_ASSOCIATION, region="de-he")
        .actor("Werk Eins", COMPANY, region="de-he")
        .actor("IG Metall", UNION, region="de")
        .actor("DGB", UNION, region="de-th")
        .actor("Robinson", COMPANY)
        .participates("VhU", "Platz")
        .participates("Werk Eins", "Platz")
        .participates("VhU", "Plan")
        .participates("IG Metall", "Plan")
        .participates("DGB", "Plan")
        .participates("Robinson", "Insel")
        .group("IHKen", ActorKind.CHAMBER, "Plan")
        .participates("IHKen", "Plan")
        .participates("IHKen", "Insel")
    )
    store.write_reading(reading.build())
    return store


def test_the_only_link_between_two_initiatives_is_named_with_what_it_joins(told):
    found = bridges(told, REGISTER)
    vhu = next(row for row in found.rows if row.node.name == "VhU")
    assert (vhu.tables, vhu.is_sole_link) == (2, True)
    assert [(part.names, part.actors, part.initiatives) for part in vhu.parts] == [
        (("Plan",), 2, 1),
        (("Platz",), 1, 1),
    ]
    # of the 21 pairs of the 7 others those of Platz and Werk Eins with Plan, IG Metall and DGB
    assert vhu.betweenness == pytest.approx(6 / 21)
    assert [row.node.name for row in found.rows] == ["Plan", "VhU", "Platz"]
    assert (found.total, found.actors, found.initiatives, found.without_land) == (3, 5, 3, 1)


def test_an_actor_s_roles_count_pairs_by_kind_and_by_land(told):
    vhu = next(row for row in bridges(told, REGISTER).rows if row.node.name == "VhU")
    # Werk Eins (company, Hessen) with IG Metall (union, the country) and with DGB (union, Thüringen)
    assert vhu.by_kind == Between(own=0, foreign=0, gate=0, third=2)
    assert vhu.by_land == Between(own=0, foreign=0, gate=2, third=0)
    assert vhu.constraint == pytest.approx(1 / 9 + 2 * (1 / 3 + 1 / 3 * 1 / 2) ** 2)


def test_an_initiative_has_no_roles(told):
    plan = next(row for row in bridges(told, REGISTER).rows if row.node.name == "Plan")
    assert (plan.tables, plan.constraint, plan.by_kind, plan.by_land) == (3, None, None, None)
    assert not plan.is_sole_link, "those who sit nowhere else are no part of the network that would be lost"


def test_only_the_first_are_given_where_so_many_are_asked_for(told):
    found = bridges(told, REGISTER, most=1)
    assert ([row.node.name for row in found.rows], found.total) == (["Plan"], 3)


def test_an_empty_graph_and_one_actor_have_no_bridges(store):
    empty = bridges(store, REGISTER)
    assert (empty.rows, empty.total, empty.actors, empty.initiatives) == ((), 0, 0, 0)
    store.write_reading(a_reading("a.txt").actor("DGB", UNION).build())
    assert (bridges(store, REGISTER).rows, bridges(store, REGISTER).actors) == ((), 1)


def test_parents_in_a_circle_are_counted_as_any_others(store):
    reading = a_reading("a.txt").actor("Werk Eins", COMPANY).actor("Werk Zwei", COMPANY).actor("Werk Drei", COMPANY)
    for one, other in (("Werk Eins", "Werk Zwei"), ("Werk Zwei", "Werk Drei"), ("Werk Drei", "Werk Eins")):
        reading.branch_of(one, other)
    store.write_reading(reading.build())
    assert bridges(store, REGISTER).rows == ()


def network_of(seats: set[tuple[int, int]]) -> Network:
    """A network of actors and initiatives from pairs of numbers."""
    nodes = {f"a{one}": an_actor(f"a{one}") for one, _ in seats} | {
        f"i{two}": an_initiative(f"i{two}") for _, two in seats
    }
    ties: dict[str, dict[str, tuple[Tie, ...]]] = {id: {} for id in sorted(nodes)}
    for one, two in sorted(seats):
        tie = Tie(f"{one}-{two}", TieKind.PARTICIPATION, f"a{one}", f"i{two}", None, ())
        ties[f"a{one}"][f"i{two}"] = ties[f"i{two}"][f"a{one}"] = (tie,)
    return Network({id: nodes[id] for id in ties}, ties)


def an_actor(id: str) -> ActorRow:
    return ActorRow(id, id, COMPANY, None, (), (), None)


def an_initiative(id: str) -> InitiativeRow:
    return InitiativeRow(id, id, InitiativeType.OTHER, (), None, (), None, None, Status.UNCLEAR, None, ())


SEATS = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 4)))


@given(SEATS)
def test_betweenness_is_that_of_networkx(seats):
    network = network_of(seats)
    graph = nx.Graph({id: [*beside] for id, beside in network.ties.items()})
    assert betweenness(network) == pytest.approx(nx.betweenness_centrality(graph))


@given(SEATS)
def test_sole_links_are_the_articulation_points_between_initiatives_with_actors(seats):
    network = network_of(seats)
    graph = nx.Graph({id: [*beside] for id, beside in network.ties.items()})
    expected = set()
    for id in nx.articulation_points(graph):
        rest = graph.subgraph(nx.node_connected_component(graph, id)).copy()
        rest.remove_node(id)
        parts = [{node[0] for node in part} for part in nx.connected_components(rest)]
        expected |= {id} if parts.count({"a", "i"}) > 1 else set()
    assert {row.node.id for row in find_bridges(network, REGISTER).rows if row.is_sole_link} == expected


@given(SEATS.filter(bool))
def test_who_sits_together_is_the_projection_of_networkx(seats):
    network = network_of(seats)
    graph = nx.Graph({id: [*beside] for id, beside in network.ties.items()})
    projected = nx.bipartite.weighted_projected_graph(graph, [id for id in graph if id.startswith("a")])
    expected = {one: {other: told["weight"] for other, told in projected[one].items()} for one in projected}
    assert actor_weights(network) == expected


def test_a_large_network_is_estimated_the_same_each_time(monkeypatch):
    monkeypatch.setattr(module, "EXACT_UP_TO", 10)
    monkeypatch.setattr(module, "_PIVOTS", 5)
    network = network_of({(number, number % 4) for number in range(20)} | {(number, 0) for number in range(1, 4)})
    found = [find_bridges(network, REGISTER) for _ in range(2)]
    assert found[0].is_estimated
    assert found[0] == found[1]
