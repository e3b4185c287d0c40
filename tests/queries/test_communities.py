"""Communities: planted ones are found, equal input gives equal output."""

import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.kinds import ActorKind
from queries.communities import communities, find_communities
from seeds.register import load_register
from tests.factory import a_reading
from tests.queries.test_bridges import SEATS, network_of

REGISTER = load_register()
HOME = Path(__file__).parents[2]
TWO_CIRCLES = (
    {(actor, 0) for actor in range(5)}
    | {(actor, 1) for actor in range(4, 9)}
    | {(actor, 2) for actor in range(4)}
    | {(actor, 3) for actor in range(5, 9)}
)
"""Two tables at which actors 0 to 4 sit, two at which 5 to 8 sit; actor 4 sits in both circles."""


def test_planted_communities_are_found_and_named_by_their_largest_initiatives():
    found = find_communities(network_of(TWO_CIRCLES))
    assert {frozenset(row.names) for row in found.rows} == {frozenset({"i0", "i2"}), frozenset({"i1", "i3"})}
    assert [row.number for row in found.rows] == [1, 2]
    assert {len(row.actors) for row in found.rows} == {4, 5}
    assert sum(row.inside for row in found.rows) == len(TWO_CIRCLES) - 1
    assert [row.outside for row in found.rows] == [1, 1]
    assert next(row for row in found.rows if "i0" in row.names).names[0] == "i0"


@settings(deadline=None)
@given(seats=SEATS, order=st.randoms())
def test_everything_with_a_participation_is_in_one_community_whatever_the_order(seats, order):
    network = network_of(seats)
    found = find_communities(network)
    members = [row.id for community in found.rows for row in (*community.actors, *community.initiatives)]
    assert sorted(members) == sorted(network.nodes)
    assert sum(2 * community.inside + community.outside for community in found.rows) == 2 * len(seats)
    shuffled = [*seats]
    order.shuffle(shuffled)
    assert find_communities(network_of(set(shuffled))) == found


@given(SEATS.filter(bool))
def test_no_community_lies_in_two_networks_that_nothing_joins(seats):
    network = network_of(seats)
    graph = nx.Graph((one, other) for one, beside in network.ties.items() for other in beside)
    parts = [set(part) for part in nx.connected_components(graph)]
    for community in find_communities(network).rows:
        ids = {row.id for row in (*community.actors, *community.initiatives)}
        assert any(ids <= part for part in parts)


def test_another_process_finds_the_same():
    script = (
        "import sys; from tests.queries.test_bridges import network_of; from queries.communities import *; "
        "seats = {(n * 7 % 40, n * n % 11) for n in range(90)}; "
        "print(repr(find_communities(network_of(seats))))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=HOME,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_groups_join_nothing_and_who_takes_part_in_nothing_is_counted_alone(store):
    reading = (
        a_reading("a.txt")
        .initiative("Platz")
        .initiative("Plan")
        .initiative("Leerer Kreis")
        .actor("VhU", ActorKind.EMPLOYERS_ASSOCIATION)
        .actor("IG Metall", ActorKind.UNION)
        .actor("DGB", ActorKind.UNION)
        .participates("VhU", "Platz")
        .participates("IG Metall", "Plan")
        .member_of("DGB", "IG Metall")
    )
    reading.group("IHKen", ActorKind.CHAMBER, "Platz").participates("IHKen", "Platz").participates("IHKen", "Plan")
    store.write_reading(reading.build())
    found = communities(store, REGISTER)
    assert [([one.name for one in row.actors], row.names) for row in found.rows] == [
        (["IG Metall"], ("Plan",)),
        (["VhU"], ("Platz",)),
    ]
    assert (found.alone, found.total, found.modularity) == (2, 2, 0.5)
    assert communities(store, REGISTER, most=1).rows == found.rows[:1]


def test_an_empty_graph_and_one_actor_have_none(store):
    assert (communities(store, REGISTER).rows, communities(store, REGISTER).modularity) == ((), None)
    store.write_reading(a_reading("a.txt").actor("DGB", ActorKind.UNION).build())
    assert (communities(store, REGISTER).rows, communities(store, REGISTER).alone) == ((), 1)
