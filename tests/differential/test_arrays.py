"""Random graphs and random edits on both stores: arrays are what a fresh read says, after each edit.

Nearly always only what the edit touched is read for them: how often all is, is counted.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from graph.store import Store
from queries.arrays.building import build_arrays
from queries.arrays.matrix import whole_matrix
from queries.arrays.opening import Keeping, open_arrays
from queries.arrays.shape import COLUMNS, Arrays
from queries.arrays.wordless import Reach
from queries.coverage import coverage
from queries.network import build_network
from queries.paths import connect, path
from queries.snapshot import read_facts
from seeds.register import load_register
from tests.differential.pair import STORIES, Pair, Step

REGISTER = load_register()
SETTINGS = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}


def plain(value: object) -> object:
    """Arrays as values that can be compared."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value.tolist() if isinstance(value, np.ndarray) else value


def opened(store: Store) -> Arrays:
    return open_arrays(store, REGISTER, keeping=Keeping())


class Edits:
    """Opens arrays after edits, and counts how often all had to be read."""

    def __init__(self) -> None:
        self.count, self.whole = 0, 0

    def opened(self, store: Store) -> Arrays:
        self.count += 1
        return open_arrays(store, REGISTER, keeping=Keeping(building=self._building))

    @contextmanager
    def _building(self) -> Generator[Reach]:
        self.whole += 1
        yield lambda _share: None


def fresh(store: Store) -> Arrays:
    day = opened(store).span.first
    return build_arrays(read_facts(store, REGISTER), coverage(store, REGISTER), day=day)


def cells(store: Store) -> list[object]:
    """The matrix as the sentences give it."""
    found = coverage(store, REGISTER)
    rows = (*found.rows, *found.without_table)
    return [[row.initiative.id, *((cell.value, cell.marks, cell.newest) for cell in row.cells)] for row in rows]


def cells_by_number(store: Store) -> list[object]:
    found = whole_matrix(opened(store), REGISTER)
    table = found.to_pandas()
    newest = table[[f"{column.value}_newest" for column in COLUMNS]].astype(object)
    dates = newest.where(newest.notna(), None).to_numpy().tolist()
    return [
        [
            id,
            *(
                (found.value(row, column), found.marks(row, column), dates[row][at])
                for at, column in enumerate(COLUMNS)
            ),
        ]
        for row, id in enumerate(table["id"])
    ]


def ways(store: Store) -> None:
    """The connection of each pair of nodes is the one that is found by reading everything."""
    network = build_network(read_facts(store, REGISTER))
    ids = [*network.nodes][:4]
    for one in ids:
        for other in ids:
            assert path(store, one, other, register=REGISTER, most=3) == connect(network, one, other, most=3)


def check(story: list[Step], stores: Pair, edits: Edits) -> None:
    stores.empty()
    for store in stores.both:
        opened(store)
    for step in story:
        stores.same(step.to)
        assert stores.same(lambda store: plain(edits.opened(store))) == plain(fresh(stores.both[0]))
    for store in stores.both:
        assert cells_by_number(store) == cells(store)
        ways(store)


def check_many(stores: Pair, examples: int) -> None:
    edits = Edits()

    @settings(max_examples=examples, **SETTINGS)
    @given(story=STORIES)
    def told(story: list[Step]) -> None:
        check(story, stores, edits)

    told()
    assert edits.whole * 10 < edits.count, f"{edits.whole} of {edits.count} were read whole"


def test_arrays_are_what_a_fresh_read_says(stores: Pair) -> None:
    check_many(stores, 4)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_arrays_are_what_a_fresh_read_says_after_many_random_stories(stores: Pair) -> None:
    check_many(stores, 300)
