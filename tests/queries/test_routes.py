"""Ways from a participant to a body of another column."""

from graph.kinds import ActorKind
from queries.answers import Column
from queries.facts import Facts, Relation
from queries.routes import find_routes, read_kinship
from seeds.register import load_register
from tests.queries.claims import actor, evidence

REGISTER = load_register()
IGM, DGB = actor("IG Metall"), actor("DGB")
SCHOOL, HOLDING = actor("Bildungswerk", ActorKind.OTHER), actor("Holding", ActorKind.OTHER)


def facts(*branches: tuple[str, str]) -> Facts:
    nodes = {one.id: one for one in (IGM, DGB, SCHOOL, HOLDING)}
    relations = tuple(Relation(f"branch:{n}", one, other, (evidence(),)) for n, (one, other) in enumerate(branches))
    return Facts({}, nodes, {}, {}, (), (), (), relations, (), (), (), ())


def routes(who, *branches):
    return [(route.body, route.column) for route in find_routes(who, read_kinship(facts(*branches), REGISTER))]


def test_a_branch_leads_to_its_parent_and_the_parent_to_its_branch():
    assert routes(SCHOOL, (SCHOOL.id, DGB.id)) == [("DGB", Column.UNION)]
    assert routes(SCHOOL, (IGM.id, SCHOOL.id)) == [("IG Metall", Column.UNION)]


def test_nobody_is_represented_by_one_of_its_own_kind():
    assert routes(IGM, (IGM.id, DGB.id)) == []


def test_a_body_that_is_not_there_is_no_route():
    assert routes(SCHOOL, (SCHOOL.id, "actor:gone")) == []


def test_a_circle_of_parents_comes_to_an_end():
    assert set(routes(SCHOOL, (SCHOOL.id, HOLDING.id), (HOLDING.id, SCHOOL.id), (HOLDING.id, DGB.id))) == {
        ("DGB", Column.UNION)
    }
