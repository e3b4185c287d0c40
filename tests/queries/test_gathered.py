"""Rows asked for in groups are the rows, in the order of their question."""

import pytest

from graph.kinds import ActorKind
from queries.catalog import question
from queries.gathered import GATHERED, read_gathered
from tests.factory import a_reading


@pytest.fixture
def filled(store):
    for number, name in enumerate(("Rat Kohle", "Pakt Stahl", "Rat Kohle")):
        told = a_reading(f"{number}.txt", date="2019").initiative(name)
        for who in ("Nordmetall GmbH", f"Werk {number}"):
            told = told.actor(who, ActorKind.COMPANY).participates(who, name)
        store.write_reading(told.build())
    return store


@pytest.mark.parametrize("name", sorted(GATHERED))
def test_what_is_gathered_is_what_is_asked_for_row_by_row(filled, name):
    rows = read_gathered(filled, name)
    assert rows == filled.read(question(name))
    assert len(rows) > 3


def test_an_empty_graph_has_nothing_to_gather(store):
    assert [read_gathered(store, name) for name in sorted(GATHERED)] == [[], [], []]
