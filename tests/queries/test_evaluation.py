"""The comparison of methods, on the graph of Davis, Gardner and Gardner (1941), and its weights, on graphs made so."""

from dataclasses import replace

import networkx as nx
import numpy as np
import pytest

from benchmarks.predictors import PREDICTORS, scored
from graph.kinds import ActorKind
from queries.evaluation import Method, evaluate, read_ties, score
from queries.fitting import USUAL, fit_weights
from queries.holdout import find_places, hide
from queries.measures import figures
from queries.named import NodeSort
from queries.ties import make_ties
from queries.traits import with_traits
from seeds.register import load_register
from tests.factory import a_reading

BEST_OF_THE_NOTE = 0.62
"""Degree-discounted paths of length 3 on Davis, 20 seeds: the best cell of the table in docs/partners.md."""
BY_COMMUNITIES = ("cn_soundarajan_hopcroft", "ra_index_soundarajan_hopcroft", "within_inter_cluster")
"""Their figures move with the communities that a version of networkx finds."""


def davis():
    graph = nx.davis_southern_women_graph()
    return make_ties((one, other) for one in graph.graph["top"] for other in graph[one])


@pytest.fixture(scope="module")
def compared():
    ties = davis()
    return evaluate(ties, ["company"] * len(ties.actors), seeds=20)


def figures_of(found, asks):
    (asked,) = (one for one in found.asked if one.asks is asks)
    return {row.method: row.figures for row in asked.rows}


def test_the_method_of_the_product_reaches_the_best_known_figure_on_davis(compared):
    mrr = figures_of(compared, NodeSort.ACTOR)[Method.MIXTURE].mrr
    assert mrr.mean >= BEST_OF_THE_NOTE - mrr.deviation
    assert mrr.deviation < 0.1


@pytest.mark.parametrize("asks", NodeSort)
def test_it_is_better_than_popularity_and_chance(compared, asks):
    found = figures_of(compared, asks)
    for measure in ("mrr", "hit_5", "auc", "aupr"):
        own, *others = (
            getattr(found[method], measure).mean for method in (Method.MIXTURE, Method.POPULARITY, Method.RANDOM)
        )
        assert own > max(others)
    assert found[Method.RANDOM].auc.mean == 0.5


@pytest.mark.parametrize("from_initiatives", [False, True])
def test_it_is_better_than_every_predictor_of_networkx_on_the_same_hidden_ties(from_initiatives):
    ties = davis()
    side = ties.from_initiatives if from_initiatives else ties.from_actors
    found = {}
    for seed in range(20):
        split = hide(side, seed=seed)
        asked = split.asked.tolist()
        own = score(split.side, asked, Method.MIXTURE, fit_weights(split.side, seed=seed))
        for name, table in (scored(split.side, asked) | {"own": own}).items():
            found.setdefault(name, []).append(find_places(split, table, seed=seed))
    mrr = {name: figures(places).mrr.mean for name, places in found.items()}
    assert len(mrr) == 2 * len(PREDICTORS) + 1
    assert mrr["own"] == max(figure for name, figure in mrr.items() if not name.startswith(BY_COMMUNITIES))
    assert mrr["own"] >= max(mrr.values()) - 0.01


def test_equal_ties_give_equal_figures(compared):
    ties = davis()
    assert evaluate(ties, ["company"] * len(ties.actors), seeds=3) == evaluate(
        ties, ["company"] * len(ties.actors), seeds=3
    )


def test_each_tie_can_be_hidden_once():
    ties = davis()
    found = evaluate(ties, ["company"] * len(ties.actors), each_once=True)
    assert [one.hidden for one in found.asked] == [89, 89]
    assert figures_of(found, NodeSort.ACTOR)[Method.MIXTURE].mrr.mean > 0.5


def test_the_groups_count_every_hidden_tie(compared):
    for asked in compared.asked:
        for sort in {group.sort for group in asked.groups}:
            assert sum(group.hidden for group in asked.groups if group.sort is sort) == asked.hidden == 20 * 13
        assert [group.value for group in asked.groups] == ["1", "2-3", "4+", "company"]


def test_fewer_than_fifty_ties_are_too_few():
    ties = make_ties((str(actor), str(one)) for actor in range(7) for one in range(7))
    found = evaluate(ties, ["company"] * 7)
    assert (found.ties, found.is_too_small, found.asked) == (49, True, ())


def test_nothing_can_be_hidden_where_everybody_sits_in_one_initiative():
    ties = make_ties((f"{number:03}", "Rat") for number in range(60))
    found = evaluate(ties, ["company"] * 60)
    assert (found.is_too_small, found.asked) == (False, ())


def two_camps():
    """120 unions and companies with two seats each among the fifteen initiatives of their kind."""
    chance = np.random.default_rng(1)
    kinds = {f"a{number:03}": ("union", "company")[number % 2] for number in range(120)}
    return with_traits(
        make_ties((id, f"{kind}{place:02}") for id, kind in kinds.items() for place in chance.choice(15, 2, False)),
        [kinds],
    )


def crowded():
    """160 actors, two a club and each in two of twenty hubs, of which two are large: no way leads where size does."""
    chance = np.random.default_rng(3)
    sizes = np.array([0.35, 0.3, *[0.35 / 18] * 18])
    clubs = [(f"a{number:03}", f"club{number // 2:02}") for number in range(160)]
    hubs = [(id, f"hub{place:02}") for id, _ in clubs for place in chance.choice(20, 2, False, sizes)]
    return make_ties([*clubs, *hubs])


def test_weights_follow_what_the_ties_are_like():
    assert fit_weights(davis().from_actors) == USUAL
    assert fit_weights(two_camps().from_actors).popularity == USUAL.popularity
    assert fit_weights(crowded().from_actors).popularity > USUAL.popularity


def test_weights_are_fitted_on_the_ties_given_alone():
    side = two_camps().from_actors
    split = hide(side, seed=0)
    assert fit_weights(split.side) == fit_weights(replace(split.side, own=tuple(f"x{one}" for one in side.own)))
    assert fit_weights(make_ties([("a", "S")]).from_actors) == USUAL


def test_the_ties_of_a_graph_come_with_kinds(store):
    reading = (
        a_reading("a.txt", date="2017")
        .initiative("Plan")
        .actor("A AG", ActorKind.COMPANY)
        .actor("IG X", ActorKind.UNION)
        .participates("A AG", "Plan")
    )
    store.write_reading(reading.build())
    ties, kinds = read_ties(store, load_register())
    assert sorted(kinds) == ["company", "union"]
    assert (ties.matrix.nnz, len(ties.traits)) == (1, 2)
