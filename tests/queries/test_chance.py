"""Pairs beside chance: draws keep every sum, are as likely as enumeration says, find what was planted and no more."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import chance
from queries.chance import SAMPLES, count_combinations, draw_pairs, holm, trade

KINDS = 5
TABLE = st.frozensets(st.integers(0, KINDS - 1))
TABLES = st.lists(TABLE, min_size=1, max_size=30)


def sums(counts: "chance.Counts") -> tuple[list[int], Counter[int]]:
    """In how many tables each kind sits, and how many tables have how many kinds."""
    seats = [sum(int(many) for number, many in enumerate(counts) if number >> kind & 1) for kind in range(KINDS)]
    sizes: Counter[int] = Counter()
    for number, many in enumerate(counts):
        sizes[number.bit_count()] += int(many)
    return seats, +sizes


@given(tables=TABLES, pair=st.sampled_from(list(combinations(range(KINDS), 2))), seed=st.integers(0, 99))
def test_every_trade_keeps_the_sums_of_kinds_and_of_tables(
    tables: list[frozenset[int]], pair: tuple[int, int], seed: int
) -> None:
    before = count_combinations(tables, KINDS)
    after = trade(before, *pair, np.random.default_rng(seed))
    assert sums(after) == sums(before)
    assert (after >= 0).all()


@settings(deadline=None)  # twenty draws take a while on a busy machine
@given(tables=st.lists(TABLE, min_size=1, max_size=11))
def test_equal_tables_in_any_order_give_equal_draws(tables: list[frozenset[int]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chance, "SAMPLES", 20)
        assert draw_pairs(tables, KINDS) == draw_pairs(tables[::-1], KINDS)


SMALL = [[{0, 1}, {0, 1}, {2}, {2}, set()], [{0}, {1}, {0, 1, 2}, {1, 2}], [{0, 1}, {0, 2}, {1, 2}, {0}, {1}]]


@pytest.mark.parametrize("tables", SMALL)
def test_the_draws_are_as_likely_as_an_enumeration_of_all_says(tables: Sequence[set[int]]) -> None:
    kinds = 3
    seats = [sum(kind in table for table in tables) for kind in range(kinds)]
    choices = [[frozenset(told) for told in combinations(range(kinds), len(table))] for table in tables]
    alike = [
        told for told in product(*choices) if [sum(kind in table for table in told) for kind in range(kinds)] == seats
    ]
    drawn = draw_pairs([frozenset(table) for table in tables], kinds)
    for (one, other), found in drawn.items():
        together = [sum({one, other} <= table for table in told) for told in alike]
        assert found.mean == pytest.approx(np.mean(together), abs=0.08)
        assert min(together) <= found.low <= found.high <= max(together)
        assert found.observed == sum({one, other} <= table for table in tables)


def test_two_tables_worked_by_hand() -> None:
    """Four kinds, two at either table: of the six ways to seat them, a pair sits together in two."""
    found = draw_pairs([frozenset({0, 1}), frozenset({2, 3})], 4)
    assert found[0, 1].observed == 1
    assert found[0, 1].mean == pytest.approx(1 / 3, abs=0.05)
    assert (found[0, 1].low, found[0, 1].high, found[0, 1].is_fixed) == (0, 1, False)


def test_sums_that_leave_no_room_are_told() -> None:
    found = draw_pairs([frozenset({0, 1})] * 5 + [frozenset({0})] * 3, 2)
    assert (found[0, 1].observed, found[0, 1].mean, found[0, 1].p, found[0, 1].is_fixed) == (5, 5.0, 1.0, True)


def test_no_table_and_no_kind_have_no_pairs() -> None:
    assert draw_pairs([], 0) == {}
    assert draw_pairs([], 2)[0, 1].is_fixed


def test_the_progress_is_told() -> None:
    told: list[int] = []
    draw_pairs([frozenset({0})], 2, on_step=told.append)
    assert told == list(range(SAMPLES))


def random_tables(seed: int, *, together: bool = False) -> list[frozenset[int]]:
    """Sixty tables at which kinds sit by chance; with `together`, kind 1 sits where kind 0 does, mostly."""
    rng = np.random.default_rng(seed)
    seated = rng.random((60, KINDS)) < np.array([0.5, 0.5, 0.3, 0.4, 0.2])
    if together:
        seated[:, 1] = np.where(rng.random(60) < 0.85, seated[:, 0], seated[:, 1])
    return [frozenset(np.flatnonzero(row).tolist()) for row in seated]


def alarms(tables: list[frozenset[int]]) -> set[tuple[int, int]]:
    drawn = draw_pairs(tables, KINDS)
    corrected = holm([found.p for found in drawn.values()])
    return {pair for pair, p in zip(drawn, corrected, strict=True) if p <= 0.05}


@pytest.fixture
def fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chance, "SAMPLES", 600)


@pytest.mark.usefixtures("fewer")
def test_a_planted_pair_is_found() -> None:
    found = [alarms(random_tables(seed, together=True)) for seed in range(5)]
    assert [(0, 1) in pairs for pairs in found] == [True] * 5


@pytest.mark.usefixtures("fewer")
def test_chance_alone_raises_few_alarms() -> None:
    """At a level of 5 % forty graphs would give two; seven and more come once in 300 times."""
    assert sum(bool(alarms(random_tables(seed))) for seed in range(40)) < 7


@given(values=st.lists(st.floats(0, 1), max_size=8))
def test_holm_never_lowers_p_keeps_the_order_and_stays_a_probability(values: list[float]) -> None:
    corrected = holm(values)
    assert all(value <= one <= 1 for value, one in zip(values, corrected, strict=True))
    order = sorted(range(len(values)), key=lambda place: values[place])
    assert [corrected[place] for place in order] == sorted(corrected)


def test_holm_worked_by_hand() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([]) == []
