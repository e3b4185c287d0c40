"""The network as networkx graphs: who is in them, weights, and statements that are really stored."""

import networkx as nx
import pytest

from graph.decisions import new_decision
from graph.kinds import ActorKind, Role
from queries.catalog import question
from queries.projections import to_networkx
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()
UNION = ActorKind.UNION


@pytest.fixture
def key(store):
    """Two documents; three actors sit in Platz, two of them in Plan, a third has left it; one sits nowhere."""
    for address, date in (("a.txt", "2017"), ("b.txt", "2019")):
        reading = (
            a_reading(address, date=date)
            .sentence(f"Aus {address}.")
            .initiative("Platz")
            .initiative("Plan")
            .actor("A AG", ActorKind.COMPANY)
            .actor("IG Metall", UNION)
            .actor("VhU", ActorKind.EMPLOYERS_ASSOCIATION)
            .actor("Niemand GmbH", ActorKind.COMPANY)
            .participates("A AG", "Platz")
            .participates("IG Metall", "Platz")
            .participates("VhU", "Platz", Role.SPONSOR)
            .participates("VhU", "Platz", Role.LEAD)
            .participates("VhU", "Plan")
            .participates("IG Metall", "Plan")
            .participates("A AG", "Plan", until="2014")
            .group("IHKen", ActorKind.CHAMBER, "Platz")
            .participates("IHKen", "Platz")
            .absent("Plan", "Niemand GmbH")
        )
        store.write_reading(reading.build())
    return reading.key


def test_the_two_mode_graph_holds_actors_initiatives_and_their_participations(store, key):
    graph = to_networkx(store, REGISTER)
    assert {(graph.nodes[id]["name"], told["bipartite"]) for id, told in graph.nodes(data=True)} == {
        ("Platz", 1),
        ("Plan", 1),
        ("A AG", 0),
        ("IG Metall", 0),
        ("VhU", 0),
        ("Niemand GmbH", 0),
    }
    assert {frozenset(edge) for edge in graph.edges} == {
        frozenset((key(one), key(other)))
        for one, other in (("A AG", "Platz"), ("IG Metall", "Platz"), ("VhU", "Platz"), ("VhU", "Plan"))
    } | {frozenset((key("IG Metall"), key("Plan")))}
    seat = graph.edges[key("VhU"), key("Platz")]
    assert (seat["weight"], sorted(seat["roles"]), seat["newest"]) == (2, ["lead", "sponsor"], "2019")
    assert nx.is_bipartite(graph)


def test_every_edge_leads_to_its_stored_statements(store, key):
    graph = to_networkx(store, REGISTER)
    groups = {row["id"] for row in store.read(question("groups"))}
    seats = {row["id"] for row in store.read(question("participations")) if row["participant"] not in groups}
    expected = {
        row["id"] for row in store.read(question("statements")) if row["fact"] in seats and row["until"] is None
    }
    assert {id for *_ends, told in graph.edges(data=True) for id in told["statements"]} == expected
    assert len(graph.edges[key("VhU"), key("Platz")]["statements"]) == 4


def test_what_became_one_keeps_the_statements_of_all(store, key):
    other = a_reading("c.txt").initiative("Platz").actor("Igemetall", UNION).participates("Igemetall", "Platz")
    store.write_reading(other.build())
    merge = new_decision("merge", key("IG Metall"), object=other.key("Igemetall"), author="AB")
    store.decide(merge)
    graph = to_networkx(store, REGISTER)
    assert len(graph.edges[key("IG Metall"), key("Platz")]["statements"]) == 3


def test_what_was_rejected_is_no_edge_and_no_statement(store, key):
    rejected = [
        row["id"]
        for row in store.read("MATCH (a:Actor)-[p:PARTICIPATES {role: 'lead'}]->(:Initiative) RETURN p.id AS id")
    ]
    for id in rejected:
        store.decide(new_decision("reject", id, author="AB"))
    seat = to_networkx(store, REGISTER).edges[key("VhU"), key("Platz")]
    assert (seat["roles"], len(seat["statements"])) == (("sponsor",), 2)


def test_actors_are_joined_by_what_they_share(store, key):
    graph = to_networkx(store, REGISTER, mode="actors")
    assert {told["name"] for _id, told in graph.nodes(data=True)} == {"A AG", "IG Metall", "VhU", "Niemand GmbH"}
    both = graph.edges[key("IG Metall"), key("VhU")]
    assert (both["weight"], both["newman"], set(both["shared"])) == (2, 1.5, {key("Platz"), key("Plan")})
    assert len(both["statements"]) == 10
    assert graph.edges[key("A AG"), key("VhU")]["weight"] == 1
    assert key("Niemand GmbH") in nx.isolates(graph)


def test_initiatives_are_joined_by_whom_they_share(store, key):
    graph = to_networkx(store, REGISTER, mode="initiatives")
    [(one, other, told)] = graph.edges(data=True)
    assert ({one, other}, told["weight"], told["newman"]) == ({key("Platz"), key("Plan")}, 2, 2.0)


def test_the_weights_are_those_of_networkx(store, key):
    graph = to_networkx(store, REGISTER)
    actors = [id for id, told in graph.nodes(data=True) if told["bipartite"] == 0]
    for name, project in (
        ("weight", nx.bipartite.weighted_projected_graph),
        ("newman", nx.bipartite.collaboration_weighted_projected_graph),
    ):
        expected = {frozenset(edge[:2]): edge[2]["weight"] for edge in project(graph, actors).edges(data=True)}
        ours = to_networkx(store, REGISTER, mode="actors")
        assert {frozenset(edge[:2]): edge[2][name] for edge in ours.edges(data=True)} == expected


def test_equal_graphs_have_equal_order(store, key):
    first, again = (to_networkx(store, REGISTER, mode="actors") for _ in range(2))
    assert list(first.nodes(data=True)) == list(again.nodes(data=True)) == sorted(again.nodes(data=True))
    assert list(first.edges(data=True)) == list(again.edges(data=True))


@pytest.mark.parametrize("mode", ["two-mode", "actors", "initiatives"])
def test_an_empty_graph_is_an_empty_graph(store, mode):
    assert len(to_networkx(store, REGISTER, mode=mode)) == 0


def test_another_mode_is_refused(store):
    with pytest.raises(ValueError, match="persons: not one of two-mode, actors, initiatives"):
        to_networkx(store, REGISTER, mode="persons")
