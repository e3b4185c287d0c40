"""Rows asked for in groups are the rows, in the order of their question."""

from operator import itemgetter

import pytest

from graph.errors import StoreError
from graph.kinds import ActorKind
from queries.catalog import question
from queries.gathered import GATHERED, gather_statements, read_gathered, side_by_side
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
    if name == "participations":
        rows.sort(key=itemgetter("id"))
    assert rows == filled.read(question(name))
    assert len(rows) > 1


def test_an_empty_graph_has_nothing_to_gather(store):
    assert [read_gathered(store, name) for name in sorted(GATHERED)] == [[]] * len(GATHERED)


def test_statements_are_gathered_by_what_they_have_in_common(filled):
    plain = {
        (row["fact"], row["document"], row["quote_start"], row["quote_end"], row["quote"], row["method"], row["as_of"])
        for row in filled.read(question("statements"))
    }
    facts = sorted({str(row[0]) for row in plain})
    gathered = filled.read(question("statements_gathered"))
    assert len(gathered) < len(plain) == sum(len(row["facts"]) for row in gathered)
    around = gather_statements(filled.read(question("statements_around"), ids=facts))
    for rows in (gathered, around):
        assert {
            (fact, row["document"], start, end, quote, row["method"], row["as_of"])
            for row in rows
            for fact, start, end, quote in side_by_side(row, "facts", "starts", "ends", "quotes")
        } == plain


def test_lists_of_two_lengths_do_not_stand_side_by_side():
    with pytest.raises(StoreError):
        side_by_side({"id": ["a", "b"], "role": ["member"]}, "id", "role")


def test_namings_are_gathered_by_document(filled):
    gathered = filled.read(question("namings_gathered"))
    assert {(node, row["document"]) for row in gathered for node in row["nodes"]} == {
        (row["node"], row["document"]) for row in filled.read(question("namings"))
    }
