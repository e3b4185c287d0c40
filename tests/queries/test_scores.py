"""Scores over shared memberships: worked by hand, beside the plain formula, and explained to the last part."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from queries.reasons import explain, explain_companions
from queries.scores import Weights, companions, mixture, pagerank, popularity, probs, resource
from queries.ties import make_ties
from queries.traits import by_traits, same_traits, with_traits

PAIRS = st.sets(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("STUVWXYZ")), min_size=1)
VALUES = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(["union", "chamber", "company"]))
SHARES = st.sampled_from([0.0, 0.7])
RESTARTS = st.sampled_from([0.15, 0.5, 0.85])

CHAIN = make_ties([("ihk", "Bund"), ("vme", "Bund"), ("vme", "Rat"), ("igm", "Rat"), ("igm", "Bund")])
"""The chamber sits in the Bund alone; two who sit there sit in the Rat, too."""


def matrix_of(ties):
    return ties.matrix.toarray()


def all_rows(side):
    return range(len(side.own))


def test_the_scores_of_a_chamber_with_one_seat_by_hand():
    side, row, column = CHAIN.from_actors, CHAIN.from_actors.row("ihk"), CHAIN.from_actors.column("Rat")
    assert probs(side, [row])[0, column] == pytest.approx(2 * 1 / (3 * 2))
    assert resource(side, [row])[0, column] == pytest.approx(2 * 1 / 3)
    assert popularity(side)[column] == pytest.approx(2 / 5)
    assert companions(side, [row])[0].tolist() == pytest.approx([1 / 2 if one != "ihk" else 0 for one in side.own])


def test_a_score_names_the_initiative_shared_and_who_sits_in_both():
    side = CHAIN.from_actors
    (reasons,) = explain(side, side.row("ihk"), [side.column("Rat")], Weights(popularity=0.5))
    assert [(way.first, way.then, way.is_shared) for way in reasons.ways] == [
        ("Bund", "igm", True),
        ("Bund", "vme", True),
    ]
    assert reasons.popularity == pytest.approx(0.5 * 2 / 5)
    (shown,) = explain(side, side.row("ihk"), [side.column("Rat")], Weights(popularity=0.5), most=1)
    assert (len(shown.ways), shown.further_ways, shown.total) == (1, 1, pytest.approx(reasons.total))


@settings(deadline=None)
@given(PAIRS)
def test_probs_is_the_formula_from_either_end(pairs):
    ties = make_ties(pairs)
    held = matrix_of(ties)
    plain = held @ np.diag(1 / held.sum(0)) @ held.T @ np.diag(1 / held.sum(1)) @ held
    assert probs(ties.from_actors, all_rows(ties.from_actors)) == pytest.approx(plain)
    assert probs(ties.from_initiatives, all_rows(ties.from_initiatives)) == pytest.approx(plain.T)


@settings(deadline=None)
@given(PAIRS)
def test_resource_allocation_counts_others_only(pairs):
    ties = make_ties(pairs)
    held = matrix_of(ties)
    half = held @ np.diag(1 / held.sum(0)) @ held.T
    np.fill_diagonal(half, 0)
    assert resource(ties.from_actors, all_rows(ties.from_actors)) == pytest.approx(half @ held)


@settings(deadline=None)
@given(PAIRS, RESTARTS)
def test_pagerank_is_that_of_networkx(pairs, restart):
    ties = make_ties(pairs)
    graph = nx.Graph(pairs)
    found = pagerank(ties.from_actors, all_rows(ties.from_actors), restart=restart, tolerance=1e-9)
    for row, actor in enumerate(ties.actors):
        ranks = nx.pagerank(graph, alpha=1 - restart, personalization={actor: 1}, tol=1e-12, max_iter=1000)
        assert found[row] == pytest.approx([ranks[id] for id in ties.initiatives], abs=1e-7)


@settings(deadline=None)
@given(PAIRS)
def test_companions_are_the_projection_of_newman(pairs):
    ties = make_ties(pairs)
    graph = nx.Graph(pairs)
    weighted = bipartite.collaboration_weighted_projected_graph(graph, ties.actors)
    found = companions(ties.from_actors, all_rows(ties.from_actors))
    for row, one in enumerate(ties.actors):
        for column, other in enumerate(ties.actors):
            weight = weighted.edges[one, other]["weight"] if weighted.has_edge(one, other) else 0
            assert found[row, column] == pytest.approx(weight)
            shares = explain_companions(ties.from_actors, row, column)
            assert sum(share.amount for share in shares) == pytest.approx(weight)


@settings(deadline=None)
@given(st.data(), PAIRS, RESTARTS, st.tuples(SHARES, SHARES), st.tuples(VALUES, VALUES), st.booleans())
def test_the_parts_of_a_score_add_up_to_it(data, pairs, restart, shares, traits, from_initiatives):
    ties = with_traits(make_ties(pairs), traits)
    weights = Weights(restart=restart, popularity=shares[0], traits=shares[1])
    side = ties.from_initiatives if from_initiatives else ties.from_actors
    row = data.draw(st.sampled_from(all_rows(side)))
    column = data.draw(st.sampled_from(range(len(side.others))))
    (reasons,) = explain(side, row, [column], weights)
    assert reasons.total == pytest.approx(mixture(side, [row], weights)[0, column], rel=1e-9)
    assert all(part.amount > 0 for part in (*reasons.ways, *reasons.alike))
    assert all((way.then, way.first) in pairs or (way.first, way.then) in pairs for way in reasons.ways)


@settings(deadline=None)
@given(PAIRS)
def test_one_node_has_the_score_it_has_among_many(pairs):
    side = make_ties(pairs).from_actors
    many = mixture(side, all_rows(side), Weights())
    for row in all_rows(side):
        assert mixture(side, [row], Weights())[0] == pytest.approx(many[row], rel=1e-12)


KINDS = {"ihk": "chamber", "hwk": "chamber", "igm": "union", "vme": "employers"}
LANDS = {"ihk": "de-th", "hwk": "de-he", "igm": "de-th", "vme": "de-he"}
ALIKE = with_traits(
    make_ties([("ihk", "Bund"), ("igm", "Bund"), ("ihk", "Rat"), ("vme", "Rat")], actors=KINDS), [KINDS]
)


def test_a_body_without_a_seat_is_led_to_where_its_like_sit():
    side = ALIKE.from_actors
    assert by_traits(side, [side.row("hwk")])[0].tolist() == [0.5, 0.5]
    (reasons,) = explain(side, side.row("hwk"), [side.column("Bund")], Weights(traits=0.1))
    assert [(share.id, share.amount) for share in reasons.alike] == [("ihk", pytest.approx(0.05))]


def test_an_initiative_is_led_to_the_like_of_those_in_it():
    side = ALIKE.from_initiatives
    found = dict(zip(side.others, by_traits(side, [side.row("Bund")])[0].tolist(), strict=True))
    assert found == {"hwk": 0.5, "ihk": 0.5, "igm": 0.5, "vme": 0}
    (reasons,) = explain(side, side.row("Bund"), [side.column("hwk")], Weights(traits=0.1))
    assert [(share.id, share.amount) for share in reasons.alike] == [("ihk", pytest.approx(0.05))]


def test_the_same_land_and_kind_is_counted_from_either_end():
    ties = with_traits(
        make_ties([("ihk", "Bund"), ("igm", "Bund")], actors=[*KINDS, "ihk2", "x"]),
        [
            KINDS | {"ihk2": "chamber", "x": "union"},
            LANDS | {"ihk2": "de-th"},
        ],
    )
    actors, initiatives = ties.from_actors, ties.from_initiatives
    counted = same_traits(actors, all_rows(actors))[:, actors.column("Bund")]
    assert dict(zip(ties.actors, counted.tolist(), strict=True)) == {
        "hwk": 0,
        "igm": 1,
        "ihk": 1,
        "ihk2": 1,
        "vme": 0,
        "x": 0,
    }
    assert same_traits(initiatives, [0])[0].tolist() == counted.tolist()


def test_who_has_no_tie_has_no_score_and_no_reasons():
    side = make_ties([("a", "S")], actors=["z"], initiatives=["T"]).from_actors
    for found in (probs, resource, pagerank, companions):
        assert found(side, [side.row("z")]).sum() == 0
    assert explain(side, side.row("z"), [side.column("S")], Weights())[0].ways == ()
    assert explain(side, side.row("a"), [side.column("T")], Weights())[0].ways == ()


def test_a_tie_that_stands_is_its_own_way():
    side = make_ties([("a", "S")]).from_actors
    assert [(way.first, way.then) for way in explain(side, 0, [0], Weights())[0].ways] == [("S", "a")]


def test_no_ties_at_all():
    side = make_ties([]).from_actors
    assert pagerank(side, []).shape == (0, 0)
    assert popularity(side).shape == (0,)


def test_an_unknown_id_is_an_error():
    with pytest.raises(KeyError):
        CHAIN.from_actors.row("nobody")


@pytest.mark.parametrize("restart", [0, 1, -1])
def test_a_restart_outside_its_bounds_is_an_error(restart):
    with pytest.raises(ValueError, match="within"):
        pagerank(CHAIN.from_actors, [0], restart=restart)
