"""Burt's constraint and the roles of Gould and Fernandez: worked by hand, published, and beside networkx."""

from collections import Counter
from itertools import permutations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.brokerage import Roles, brokerage, constraint

BORGATTI = {"AB": 2, "AF": 3, "AG": 5, "AE": 2, "EG": 8, "FG": 3, "BG": 4, "BD": 1, "DG": 3, "GC": 10}
"""The example of Borgatti (1997), "Unpacking Burt's Redundancy Measures", with the weights of networkx's tests."""


def weights_of(edges):
    found = {node: {} for node in sorted({node for edge in edges for node in edge})}
    for (one, other), weight in edges.items():
        found[one][other] = found[other][one] = weight
    return found


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        (dict.fromkeys(BORGATTI, 1), {"G": 0.400, "A": 0.595, "C": 1.0}),
        (BORGATTI, {"G": 0.299, "A": 0.795, "C": 1.0}),
    ],
)
def test_the_constraint_of_the_published_example(edges, expected):
    weights = weights_of(edges)
    assert {node: round(constraint(weights, node), 3) for node in expected} == expected


@pytest.mark.parametrize(
    ("edges", "node", "expected"),
    [
        ({"AB": 1}, "A", 1.0),
        ({"AB": 1, "AC": 1}, "A", 2 * 0.5**2),  # two who are nothing to each other
        ({"AB": 1, "AC": 1, "BC": 1}, "A", 2 * (0.5 + 0.5 * 0.5) ** 2),  # a triangle
        ({"AB": 3, "AC": 1}, "A", 0.75**2 + 0.25**2),
        ({"BC": 1, "AB": 0}, "Z", None),
    ],
)
def test_the_constraint_worked_by_hand(edges, node, expected):
    weights = weights_of({edge: weight for edge, weight in edges.items() if weight}) | (
        {"Z": {}} if node == "Z" else {}
    )
    assert constraint(weights, node) == (expected if expected is None else pytest.approx(expected))


PAIRS = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1])


@given(st.dictionaries(PAIRS, st.integers(1, 5), min_size=1))
def test_the_constraint_is_that_of_networkx(edges):
    weights = weights_of({(str(one), str(other)): weight for (one, other), weight in edges.items()})
    graph = nx.Graph()
    for node, beside in weights.items():
        graph.add_weighted_edges_from((node, other, weight) for other, weight in beside.items())
    expected = nx.constraint(graph, nodes=[*weights], weight="weight")
    assert {node: constraint(weights, node) for node in weights} == pytest.approx(expected)


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ("xxx", "coordinator"),
        ("xyx", "consultant"),
        ("xxy", "representative"),
        ("xyy", "gatekeeper"),
        ("xyz", "liaison"),
    ],
)
def test_the_five_roles_as_gould_and_fernandez_draw_them(groups, role):
    found = brokerage({"a": ["b"], "b": ["c"], "c": []}, dict(zip("abc", groups, strict=True)))
    assert found == {"a": Roles(), "b": Roles(**{role: 1}), "c": Roles()}


def test_who_has_a_tie_of_their_own_needs_no_broker():
    assert brokerage({"a": ["b", "c"], "b": ["c"], "c": []}, dict.fromkeys("abc", "x"))["b"] == Roles()


def test_who_has_no_group_is_in_no_pair():
    found = brokerage({"a": ["b"], "b": ["a", "c", "d"], "c": ["b"], "d": ["b"]}, {"a": "x", "b": "x", "c": "y"})
    assert found["b"] == Roles(representative=1, gatekeeper=1)
    assert "d" not in found


def test_the_open_pairs_of_the_karate_club_are_those_of_its_published_transitivity():
    club = nx.karate_club_graph()
    ties = {str(node): [str(other) for other in club[node]] for node in club}
    found = brokerage(ties, {str(node): told["club"] for node, told in club.nodes(data=True)})
    # 528 pairs of neighbours (Zachary 1977: transitivity 0.2557), of which 135 are closed by the 45 triangles.
    assert sum(roles.total for roles in found.values()) == 2 * (528 - 3 * 45)
    assert all(roles.representative == roles.gatekeeper for roles in found.values())
    assert all(roles.liaison == 0 for roles in found.values()), "two factions have no third"


def test_only_the_roles_of_those_asked_for_are_counted():
    ties = {"a": ["b"], "b": ["c"], "c": []}
    assert brokerage(ties, dict(zip("abc", "xyz", strict=True)), brokers=["b"]) == {"b": Roles(liaison=1)}


@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])), st.data())
def test_the_roles_are_those_of_the_definition(edges, data):
    nodes = [str(node) for node in range(6)]
    groups = {node: data.draw(st.sampled_from("xyz")) for node in nodes}
    ties = {node: [str(other) for one, other in sorted(edges) if str(one) == node] for node in nodes}
    expected = {node: Counter() for node in nodes}
    for one, broker, other in permutations(nodes, 3):
        if broker in ties[one] and other in ties[broker] and other not in ties[one]:
            same = groups[one] == groups[broker], groups[broker] == groups[other], groups[one] == groups[other]
            expected[broker][_NAMES[same]] += 1
    assert brokerage(ties, groups) == {node: Roles(**counted) for node, counted in expected.items()}


_NAMES = {
    (True, True, True): "coordinator",
    (False, False, True): "consultant",
    (True, False, False): "representative",
    (False, True, False): "gatekeeper",
    (False, False, False): "liaison",
}
