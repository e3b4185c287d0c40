"""The shortest connection, from a real store and on plain mappings beside networkx."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.decisions import new_decision
from graph.errors import QuestionError
from graph.kinds import ActorKind, Role
from queries.network import TieKind
from queries.paths import Connection, path, shortest_ways
from seeds.register import load_register
from tests.factory import ReadingBuilder, a_reading

REGISTER = load_register()
UNION, CHAMBER, COMPANY = ActorKind.UNION, ActorKind.CHAMBER, ActorKind.COMPANY


def told() -> ReadingBuilder:
    """VhU sits in Platz and Plan, IG Metall in Plan, its Bezirk is a part of it; IHKen take part in both as a group."""
    return (
        a_reading("a.txt", date="2017")
        .initiative("Platz")
        .initiative("Plan")
        .initiative("Insel")
        .actor("VhU", ActorKind.EMPLOYERS_ASSOCIATION)
        .actor("IG Metall", UNION)
        .actor("IG Metall Bezirk Mitte", UNION)
        .actor("Gesamtverband", ActorKind.BUSINESS_ASSOCIATION)
        .actor("Robinson", COMPANY)
        .participates("VhU", "Platz", Role.SPONSOR, quote="Träger des Platzes ist der VhU.")
        .participates("VhU", "Plan")
        .participates("IG Metall", "Plan", Role.LEAD)
        .branch_of("IG Metall Bezirk Mitte", "IG Metall")
        .member_of("VhU", "Gesamtverband")
        .participates("Robinson", "Insel")
        .group("IHKen", CHAMBER, "Platz")
        .participates("IHKen", "Platz")
        .participates("IHKen", "Insel")
        .absent("Insel", "VhU")
    )


def names(found: Connection) -> list[str]:
    [way] = found.paths
    return [way[0].start.name, *(step.end.name for step in way)]


def test_the_way_leads_over_participations_and_branches_with_a_quote_on_every_step(store):
    reading = told()
    store.write_reading(reading.build())
    found = path(store, reading.key("Platz"), reading.key("IG Metall Bezirk Mitte"), register=REGISTER)
    assert names(found) == ["Platz", "VhU", "Plan", "IG Metall", "IG Metall Bezirk Mitte"]
    assert (found.length, found.total) == (4, 1)
    ties = [tie for step in found.paths[0] for tie in step.ties]
    assert [(tie.kind, tie.role) for tie in ties] == [
        (TieKind.PARTICIPATION, Role.SPONSOR),
        (TieKind.PARTICIPATION, Role.MEMBER),
        (TieKind.PARTICIPATION, Role.LEAD),
        (TieKind.BRANCH, None),
    ]
    assert ties[0].evidence[0].quote == "Träger des Platzes ist der VhU."
    assert all(tie.evidence for tie in ties)


def test_what_another_program_deleted_connects_nobody(store):
    """It deletes no node and counts no write: only the graph itself tells."""
    reading = told()
    store.write_reading(reading.build())
    ends = reading.key("Platz"), reading.key("IG Metall")
    assert path(store, *ends, register=REGISTER).length == 3
    store._writer.write(lambda transaction: transaction.run("MATCH (:Actor)-[r:PARTICIPATES]->() DELETE r"))
    assert path(store, *ends, register=REGISTER).length is None


def test_a_membership_connects(store):
    reading = told()
    store.write_reading(reading.build())
    found = path(store, reading.key("Gesamtverband"), reading.key("Platz"), register=REGISTER)
    assert names(found) == ["Gesamtverband", "VhU", "Platz"]


def test_neither_a_group_nor_an_absence_connects_anybody(store):
    reading = told()
    store.write_reading(reading.build())
    found = path(store, reading.key("VhU"), reading.key("Robinson"), register=REGISTER)
    assert (found.length, found.total, found.paths) == (None, 0, ())
    assert (found.start_reaches, found.end_reaches) == (5, 1)


def test_what_was_rejected_connects_nobody(store):
    reading = told()
    built = reading.build()
    store.write_reading(built)
    [link] = [fact for fact in built.facts if getattr(fact, "role", None) is Role.LEAD]
    store.decide(new_decision("reject", link.id, note="War nie dabei.", author="AB"))
    assert path(store, reading.key("Platz"), reading.key("IG Metall"), register=REGISTER).length is None


@pytest.mark.parametrize(
    ("on", "date", "length"),
    [
        ({"until": "2015"}, None, None),
        ({"until": "2015"}, "2014", 1),
        ({"since": "2999"}, None, None),
        ({"since": "1850"}, "1800", None),
        ({"until": "2999-12"}, "2150", 1),
        ({}, None, 1),
    ],
)
def test_who_has_left_or_comes_later_connects_nobody(store, on, date, length):
    reading = a_reading("a.txt").initiative("Plan").actor("IG Metall", UNION).participates("IG Metall", "Plan", **on)
    store.write_reading(reading.build())
    assert path(store, reading.key("Plan"), reading.key("IG Metall"), register=REGISTER, date=date).length == length


def test_a_node_reaches_itself_in_no_step(store):
    reading = told()
    store.write_reading(reading.build())
    found = path(store, reading.key("VhU"), reading.key("VhU"), register=REGISTER)
    assert (found.length, found.total, found.paths) == (0, 1, ((),))


def test_a_circle_of_parents_ends(store):
    reading = a_reading("a.txt")
    for name in ("A AG", "B AG", "C AG", "D AG"):
        reading.actor(name, COMPANY)
    for one, other in (("A AG", "B AG"), ("B AG", "C AG"), ("C AG", "A AG")):
        reading.branch_of(one, other)
    store.write_reading(reading.build())
    assert path(store, reading.key("A AG"), reading.key("C AG"), register=REGISTER).length == 1
    assert path(store, reading.key("A AG"), reading.key("D AG"), register=REGISTER).length is None


def test_an_empty_graph_knows_no_node(store):
    with pytest.raises(QuestionError, match="unknown_node"):
        path(store, "actor:x", "actor:y", register=REGISTER)


GRAPHS = st.integers(2, 9).flatmap(
    lambda n: st.sets(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)).filter(lambda pair: pair[0] < pair[1]))
)


@given(GRAPHS)
def test_the_ways_are_those_of_networkx_the_ones_over_small_tables_first(edges):
    graph = nx.Graph((str(one), str(other)) for one, other in edges)
    graph.add_nodes_from(("0", "1"))
    total, ways = shortest_ways({node: set(graph[node]) for node in graph}, "0", "1", most=3)
    expected = [tuple(way) for way in nx.all_shortest_paths(graph, "0", "1")] if nx.has_path(graph, "0", "1") else []
    ranked = sorted(expected, key=lambda way: (sum(len(graph[node]) for node in way[1:-1]), way))
    assert (total, list(ways)) == (len(expected), ranked[:3])
