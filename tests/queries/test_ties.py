"""Which participations make the matrix, from a real store."""

import pytest

from graph.kinds import ActorKind, Role
from queries.network import build_network
from queries.snapshot import read_facts
from queries.ties import make_ties, ties_of, ties_of_network
from queries.traits import with_kind_and_land
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()
COMPANY = ActorKind.COMPANY


@pytest.fixture
def facts(store):
    """A AG sits in Plan twice and left Rat in 2014; IHKen take part as a group; C AG and Insel are tied to nothing."""
    reading = (
        a_reading("a.txt", date="2017")
        .initiative("Plan")
        .initiative("Rat")
        .initiative("Insel")
        .actor("A AG", COMPANY)
        .actor("B AG", COMPANY)
        .actor("C AG", COMPANY)
        .participates("A AG", "Plan", role=Role.MEMBER)
        .participates("A AG", "Plan", role=Role.FUNDER)
        .participates("A AG", "Rat", until="2014")
        .participates("B AG", "Rat")
        .group("IHKen", ActorKind.CHAMBER, "Plan")
        .participates("IHKen", "Plan")
    )
    store.write_reading(reading.build())
    return read_facts(store, REGISTER)


def pairs_of(ties, facts):
    rows, columns = ties.matrix.nonzero()
    assert set(ties.matrix.data) <= {1.0}
    return {
        (facts.nodes[ties.actors[row]].name, facts.initiatives[ties.initiatives[column]].name)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    }


def test_a_pair_is_one_tie_and_what_is_over_and_groups_are_none(facts):
    ties = ties_of(facts)
    assert pairs_of(ties, facts) == {("A AG", "Plan"), ("B AG", "Rat")}
    assert (len(ties.actors), len(ties.initiatives)) == (3, 3)
    assert (ties.actors, ties.initiatives) == (tuple(sorted(ties.actors)), tuple(sorted(ties.initiatives)))


def test_a_date_asks_for_the_ties_of_that_day(facts):
    assert ("A AG", "Rat") in pairs_of(ties_of(facts, date="2013-05-01"), facts)


def test_the_network_has_the_same_ties(facts):
    ties, others = ties_of(facts), ties_of_network(build_network(facts))
    assert (ties.actors, ties.initiatives) == (others.actors, others.initiatives)
    assert (ties.matrix != others.matrix).nnz == 0


def test_each_end_asks_by_its_own_rows():
    ties = make_ties([("a", "S"), ("b", "S"), ("b", "T")])
    actors, initiatives = ties.from_actors, ties.from_initiatives
    assert actors.others_of(actors.row("b")).tolist() == [0, 1]
    assert actors.own_of(actors.column("S")).tolist() == [0, 1]
    assert initiatives.others_of(initiatives.row("T")).tolist() == [1]
    assert (actors.degrees.tolist(), actors.other_degrees.tolist(), actors.size) == ([1, 2], [2, 1], 3)


def test_kind_and_land_of_a_tie_s_actors(store):
    reading = (
        a_reading("a.txt", date="2017")
        .initiative("Plan")
        .actor("A AG", COMPANY, region="de-th")
        .actor("B AG", COMPANY, region="de-he")
        .actor("DGB", ActorKind.UNION, region="de-th")
        .actor("C AG", COMPANY)
        .participates("A AG", "Plan")
    )
    store.write_reading(reading.build())
    facts = read_facts(store, REGISTER)
    ties = with_kind_and_land(ties_of(facts), facts.nodes, REGISTER)
    place = {facts.nodes[id].name: number for number, id in enumerate(ties.actors)}
    kinds, lands = ({name: trait[number] for name, number in place.items()} for trait in ties.traits)
    assert kinds["A AG"] == kinds["B AG"] == kinds["C AG"] != kinds["DGB"]
    assert lands["A AG"] == lands["DGB"] != lands["B AG"]
    assert lands["C AG"] == -1
