"""Who speaks for whom: named as a route, never counted as present."""

import pytest

from graph.kinds import ActorKind, ChamberType
from queries.answers import ActorRow
from queries.facts import Facts, Relation
from queries.speaking import Voices, Way
from seeds.register import load_register
from tests.queries.claims import evidence, present

REGISTER = load_register()


def known(row_id):
    """The register's body as an actor of the graph."""
    row = REGISTER.rows[row_id]
    return ActorRow(f"actor:{row_id}", row.short_name, row.kind, row.chamber_type, row.regions, (), row_id)


def facts(nodes, *, branches=(), memberships=()):
    def related(pairs):
        return tuple(Relation(f"{one.id}-{other.id}", one.id, other.id, (evidence(),)) for one, other in pairs)

    return Facts(
        documents={},
        nodes={node.id: node for node in nodes},
        initiatives={},
        named_in={},
        links=(),
        absences=(),
        memberships=related(memberships),
        branches=related(branches),
        interests=(),
        listings=(),
        silences=(),
        unread=(),
    )


def ways(body, *seated, branches=(), memberships=()):
    nodes = {*seated, *(end for pair in (*branches, *memberships) for end in pair)}
    voices = Voices(facts(nodes, branches=branches, memberships=memberships), REGISTER)
    routes = voices.routes(REGISTER.rows[body], [present(one) for one in seated])
    return [(route.participant, route.way, route.via) for route in routes]


@pytest.mark.parametrize(
    ("body", "seat", "way", "via"),
    [
        ("igm-mitte", "ig-metall", Way.PARENT, None),
        ("igm-gs-frankfurt", "ig-metall", Way.PARENT, None),
        ("igm-gs-frankfurt", "igm-mitte", Way.PARENT, None),
        ("igm-mitte", "igm-gs-frankfurt", Way.PART, None),
        ("ig-metall", "igm-gs-frankfurt", Way.PART, None),
        ("ig-metall", "dgb", Way.UMBRELLA, None),
        ("igm-mitte", "dgb", Way.UMBRELLA, None),
        ("igm-mitte", "dgb-hessen-thueringen", Way.UMBRELLA, "DGB"),
        ("ihk-lippe", "ihk-nrw", Way.UMBRELLA, None),
        ("ihk-lippe", "dihk", Way.UMBRELLA, None),
        ("hwk-owl", "zdh", Way.UMBRELLA, None),
        ("vme-bb", "uvb", Way.UMBRELLA, None),
        ("vme-bb", "gesamtmetall", Way.UMBRELLA, None),
        ("hessenmetall", "bda", Way.UMBRELLA, None),
    ],
)
def test_a_seat_of_parent_part_or_umbrella_is_a_route(body, seat, way, via):
    assert ways(body, known(seat)) == [(known(seat).name, way, via)]


@pytest.mark.parametrize(
    ("body", "seat"),
    [
        ("dgb", "ig-metall"),
        ("dihk", "ihk-lippe"),
        ("gesamtmetall", "vme-bb"),
        ("igm-mitte", "igm-kueste"),
        ("igm-mitte", "igbce-he-th"),
        ("igm-mitte", "dgb-nord"),
        ("igm-gs-frankfurt", "igm-gs-hanau-fulda"),
        ("hwk-owl", "ihk-lippe"),
        ("ihk-lippe", "ihk-lippe"),
    ],
)
def test_members_neighbours_and_the_body_itself_are_none(body, seat):
    assert ways(body, known(seat)) == []


def test_a_company_speaks_for_the_house_it_is_of_and_for_that_house_s_members():
    service = ActorRow("actor:x", "DIHK Service", ActorKind.COMPANY, None, (), (), None)
    branches = [(service, known("dihk"))]
    assert ways("dihk", service, branches=branches) == [("DIHK Service", Way.COMPANY, None)]
    assert ways("ihk-lippe", service, branches=branches) == [("DIHK Service", Way.COMPANY, "DIHK")]
    assert ways("hwk-owl", service, branches=branches) == []


def test_what_a_document_tells_of_memberships_counts_too():
    union = ActorRow("actor:y", "Werkbund", ActorKind.UNION, None, (), (), None)
    assert ways("igm-mitte", union, memberships=[(known("igm-mitte"), union)]) == [("Werkbund", Way.UMBRELLA, None)]
    assert ways("igm-mitte", union, memberships=[(union, known("igm-mitte"))]) == []


def test_a_group_speaks_for_nobody():
    group = ActorRow("group:z", "IHKen", ActorKind.CHAMBER, ChamberType.IHK, (), (), None, is_group=True)
    assert ways("ihk-lippe", group) == []


def test_circles_come_to_an_end():
    one, other = (ActorRow(f"actor:{name}", name, ActorKind.UNION, None, (), (), None) for name in "ab")
    circle = [(one, other), (other, one), (one, known("dgb")), (known("dgb"), one)]
    assert ways("ig-metall", other, branches=circle, memberships=circle)
