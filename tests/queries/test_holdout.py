"""Ties are hidden by the rules, and found at the place that is theirs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.holdout import Split, at_most, find_places, hide, hide_these, joined, may_be_hidden
from queries.measures import figures
from queries.ties import make_ties

PAIRS = st.sets(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("STUVWXYZ")), min_size=1)


def pairs_of(side):
    rows, columns = side.out.nonzero()
    return set(zip(rows.tolist(), columns.tolist(), strict=True))


def hidden_of(split):
    return set(zip(split.rows.tolist(), split.columns.tolist(), strict=True))


@settings(deadline=None)
@given(PAIRS, st.integers(0, 5), st.sampled_from([0.15, 0.5, 1.0]))
def test_both_ends_of_a_hidden_tie_keep_one_and_nothing_else_is_lost(pairs, seed, share):
    side = make_ties(pairs).from_actors
    split = hide(side, seed=seed, share=share)
    assert pairs_of(split.side) | hidden_of(split) == pairs_of(side)
    assert not pairs_of(split.side) & hidden_of(split)
    assert (split.side.degrees > 0).all()
    assert (split.side.other_degrees > 0).all()
    assert len(split.rows) <= max(int(share * side.size), 1)
    again = hide(side, seed=seed, share=share)
    assert hidden_of(again) == hidden_of(split)


@settings(deadline=None)
@given(PAIRS)
def test_a_tie_may_be_hidden_where_both_ends_have_another(pairs):
    side = make_ties(pairs).from_actors
    for tie in may_be_hidden(side).tolist():
        split = hide_these(side, [tie])
        assert len(split.rows) == 1
        assert (split.side.degrees > 0).all()
        assert (split.side.other_degrees > 0).all()


FULL = make_ties([("a", one) for one in "STUVW"] + [("b", one) for one in "ST"]).from_actors
"""a sits in five, b in two."""


def split_of(hidden):
    """FULL without these initiatives of a."""
    return hide_these(FULL, [FULL.column(one) for one in hidden])


@pytest.mark.parametrize(
    ("hidden", "scores", "places"),
    [
        # S and T are known and not ranked; U is hidden, V and W known
        ("U", {"S": 9, "T": 9, "U": 1, "V": 9, "W": 9}, [1]),
        # the other hidden one does not stand in the way
        ("UV", {"S": 9, "T": 9, "U": 1, "V": 2, "W": 9}, [1, 1]),
    ],
)
def test_neither_known_nor_hidden_ties_stand_before_a_hidden_one(hidden, scores, places):
    table = np.array([[float(scores[one]) for one in FULL.others]])
    assert find_places(split_of(hidden), table, seed=0).places.tolist() == places


def asked_of_b(scores):
    """b's place of S hidden, T known; U, V and W are the others."""
    split = Split(make_ties([("b", "T")], initiatives="STUVW").from_actors, np.array([0]), np.array([0]))
    return lambda seed: find_places(split, np.array([[float(one) for one in scores]]), seed=seed)


@pytest.mark.parametrize(
    ("scores", "place", "above"),
    [([5, 9, 1, 1, 1], 1, 1.0), ([5, 9, 6, 1, 1], 2, 2 / 3), ([0, 9, 1, 1, 1], 4, 0.0)],
)
def test_a_place_counts_those_with_a_higher_score(scores, place, above):
    found = asked_of_b(scores)(0)
    assert (found.places.tolist(), found.above.tolist()) == ([place], [pytest.approx(above)])


def test_equal_scores_are_ordered_by_lot_and_count_half():
    ask = asked_of_b([1, 9, 1, 1, 1])
    assert {int(ask(seed).places[0]) for seed in range(60)} == {1, 2, 3, 4}
    assert ask(3).places.tolist() == ask(3).places.tolist()
    assert ask(0).above.tolist() == [0.5]


def test_the_figures_by_hand():
    sides = make_ties([("a", "X")], initiatives="STUVWX").from_actors
    split = Split(sides, np.array([0, 0]), np.array([0, 1]))
    # of S, T (hidden), U, V, W: T before all, S behind U alone
    places = find_places(split, np.array([[3.0, 9.0, 4.0, 1.0, 1.0, 0.0]]), seed=0)
    assert places.places.tolist() == [2, 1]
    found = figures([places])
    assert found.mrr.mean == pytest.approx((1 / 2 + 1) / 2)
    assert (found.hit_1.mean, found.hit_5.mean) == (0.5, 1.0)
    assert found.auc.mean == pytest.approx((2 / 3 + 1) / 2)
    # in the whole order T, U, S: precision 1 at T, 2/3 at S
    assert found.aupr.mean == pytest.approx((1 + 2 / 3) / 2)


def test_only_so_many_rows_are_asked():
    side = make_ties([(one, other) for one in "abcdef" for other in "STUV"]).from_actors
    split = at_most(hide(side, seed=0, share=0.6), 2, seed=0)
    assert len(split.asked) == 2
    assert hidden_of(split) < hidden_of(hide(side, seed=0, share=0.6))


def test_places_of_several_splits_are_joined():
    one, other = asked_of_b([5, 9, 1, 1, 1])(0), asked_of_b([0, 9, 1, 1, 1])(0)
    assert joined([one, other]).places.tolist() == [1, 4]
