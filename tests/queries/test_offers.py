"""Who seeks and who offers, from a real store."""

import pytest

from graph.errors import QuestionError
from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind
from queries.offers import offers
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()
SEEKS, OFFERS = InterestKind.SEEKS, InterestKind.OFFERS


@pytest.fixture
def graph(store):
    """An offer for all Germany, one of a chamber, a ministry that seeks, and a group that does."""
    store.write_reading(
        a_reading("a.txt", date="2019")
        .initiative("Servicestelle", type=InitiativeType.SERVICE_CENTRE, region="de")
        .initiative("Pakt Erfurt", region="de-th", topics=("Energiewende", "Fachkräfte"))
        .actor("IHK Kassel-Marburg", ActorKind.CHAMBER, chamber_type=ChamberType.IHK, region="de-he")
        .actor("Wirtschaftsministerium", ActorKind.MINISTRY, region="de-th")
        .actor("Verein ohne Ort", ActorKind.OTHER)
        .group("Betriebe", ActorKind.COMPANY, "Pakt Erfurt")
        .interest("Servicestelle", OFFERS, "Servicestelle")
        .interest("IHK Kassel-Marburg", OFFERS)
        .interest("Wirtschaftsministerium", SEEKS, "Pakt Erfurt")
        .interest("Betriebe", SEEKS, "Pakt Erfurt")
        .interest("Verein ohne Ort", SEEKS)
        .build()
    )
    return store


def told(found):
    return [(row.kind, row.holder.name, row.about.name if row.about else None) for row in found.rows]


def test_offers_come_first_and_each_has_its_sentence(graph):
    found = offers(graph, REGISTER)
    assert told(found) == [
        (OFFERS, "Servicestelle", None),
        (OFFERS, "IHK Kassel-Marburg", None),
        (SEEKS, "Verein ohne Ort", None),
        (SEEKS, "Betriebe", "Pakt Erfurt"),
        (SEEKS, "Wirtschaftsministerium", "Pakt Erfurt"),
    ]
    assert [row.evidence[0].quote for row in found.of(OFFERS)] == [
        "Servicestelle offers Zusammenarbeit Servicestelle.",
        "IHK Kassel-Marburg offers Zusammenarbeit .",
    ]
    assert found.total == 5


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"region": "Hessen"}, ["Servicestelle", "IHK Kassel-Marburg"]),
        ({"region": "Erfurt"}, ["Servicestelle", "Betriebe", "Wirtschaftsministerium"]),
        ({"kinds": ["ihk"]}, ["IHK Kassel-Marburg"]),
        ({"kinds": ["chamber", "ministry"]}, ["IHK Kassel-Marburg", "Wirtschaftsministerium"]),
        ({"kinds": ["service_centre"]}, ["Servicestelle"]),
        ({"topic": "energie"}, ["Betriebe", "Wirtschaftsministerium"]),
        ({"topic": "zusammenarbeit Pakt"}, ["Betriebe", "Wirtschaftsministerium"]),
        ({"topic": "energie", "kinds": ["union"]}, []),
        ({"interests": [OFFERS], "region": "Thüringen"}, ["Servicestelle"]),
        ({"date": "2018"}, []),
    ],
)
def test_what_is_asked_for_is_left(graph, asked, names):
    assert [row.holder.name for row in offers(graph, REGISTER, **asked).rows] == names


@pytest.mark.parametrize(
    ("asked", "code", "first"),
    [
        ({"region": "Hesen"}, "unknown_region", "Hessen"),
        ({"topic": "Energiewände"}, "topic_not_offered", "Energiewende"),
    ],
)
def test_an_unknown_name_gets_the_nearest(graph, asked, code, first):
    with pytest.raises(QuestionError) as caught:
        offers(graph, REGISTER, **asked)
    assert (caught.value.code, caught.value.details["nearest"].split(", ")[0]) == (code, first)


def test_an_empty_graph_has_none(store):
    assert offers(store, REGISTER).rows == ()
    assert offers(store, REGISTER, topic="Energie", region="Hessen").total == 0
