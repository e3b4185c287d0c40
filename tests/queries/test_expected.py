"""Whom the register expects at a table: whole documents in, the bodies that could fill a gap out."""

import pytest

from graph.kinds import ActorKind, ChamberType, InitiativeType
from queries.answers import CellValue, Column
from queries.body_cells import BodyValue
from queries.expected import UNHELD, expected
from queries.speaking import Way
from seeds.expectation import Ground, Unheld
from seeds.register import Confidence, load_register
from tests.factory import ReadingBuilder, a_reading

REGISTER = load_register()
KAMMER, UNION, COMPANY = ActorKind.CHAMBER, ActorKind.UNION, ActorKind.COMPANY
NAME = "Allianz"


def alliance(region: str | None = "de-he", **about: object) -> ReadingBuilder:
    """A document on one alliance at whose table a company sits."""
    told = a_reading("a.txt", date="2017-03-01").initiative(NAME, region=region, **about)  # type: ignore[arg-type]
    return told.actor("Otis", COMPANY).participates("Otis", NAME)


def asked(store, told, **options):
    store.write_reading(told.build())
    (row,) = expected(store, REGISTER, **options).rows
    return row


def vacancies(store, told, **options):
    return {one.column: one for one in asked(store, told, **options).vacancies}


def ids(vacancy):
    return [body.competent.id for body in vacancy.bodies]


def test_a_gap_names_the_bodies_of_the_place_with_ground_confidence_and_source(store):
    found = vacancies(store, alliance("gemeinde-witten"), date="2017")
    assert ids(found[Column.IHK]) == ["ihk-mittleres-ruhrgebiet"]
    assert ids(found[Column.HWK]) == ["hwk-dortmund"]
    chamber = found[Column.HWK].bodies[0]
    assert (chamber.competent.ground, chamber.competent.partial, chamber.cell.value) == (
        Ground.DISTRICT,
        False,
        BodyValue.NOT_MENTIONED,
    )
    assert chamber.competent.sources == REGISTER.rows["hwk-dortmund"].sources
    assert chamber.competent.confidence in Confidence
    assert {"igbce-westfalen", "igm-nrw"} <= {*ids(found[Column.UNION])}


def test_a_documented_absence_comes_first_with_its_sentence_and_is_no_refusal(store):
    told = alliance().group("Gewerkschaften", UNION, NAME)
    told.absent(NAME, "Gewerkschaften", quote="Die Gewerkschaften sind nicht beteiligt.")
    row = asked(store, told)
    first = row.vacancies[0]
    assert (first.column, first.value, first.perhaps_there) == (Column.UNION, CellValue.ABSENT, False)
    assert ids(first) == ["dgb-hessen-thueringen", "igm-mitte", "igbce-he-th"]
    assert {body.cell.value for body in first.bodies} == {BodyValue.ABSENT}
    assert {body.cell.evidence[0].quote for body in first.bodies} == {"Die Gewerkschaften sind nicht beteiligt."}
    assert not any(body.cell.declined for body in first.bodies)
    assert [one.column for one in row.vacancies[1:]] == [column for column in Column if column is not Column.UNION]


@pytest.mark.parametrize(
    ("quote", "declined"),
    [
        ("Die IG Metall Mitte hat eine Teilnahme abgelehnt.", True),
        ("Die IG Metall Mitte ist nicht beteiligt.", False),
        ("Der Kreis hat die Teilnahme der IG Metall Mitte abgelehnt.", False),
    ],
)
def test_only_a_body_s_own_no_marks_it_and_its_absence_puts_it_first(store, quote, declined):
    told = (
        alliance().actor("IG Metall Mitte", UNION, register_id="igm-mitte").absent(NAME, "IG Metall Mitte", quote=quote)
    )
    union = vacancies(store, told)[Column.UNION]
    assert ids(union) == ["igm-mitte", "dgb-hessen-thueringen", "igbce-he-th"]
    assert [body.cell.value for body in union.bodies] == [
        BodyValue.ABSENT,
        BodyValue.NOT_MENTIONED,
        BodyValue.NOT_MENTIONED,
    ]
    assert [body.cell.declined for body in union.bodies] == [declined, False, False]
    assert union.bodies[0].actor_id == "actor:igm-mitte"


def test_what_is_said_of_a_union_is_said_of_its_district(store):
    told = alliance().actor("IG Metall", UNION, register_id="ig-metall").absent(NAME, "IG Metall")
    assert ids(vacancies(store, told)[Column.UNION])[0] == "igm-mitte"


def test_where_a_kind_is_there_by_name_only_single_absent_bodies_are_told(store):
    told = alliance().actor("IGBCE", UNION, register_id="igbce-he-th").participates("IGBCE", NAME)
    assert Column.UNION not in vacancies(store, told)
    told.actor("IG Metall Mitte", UNION, register_id="igm-mitte").absent(NAME, "IG Metall Mitte")
    union = vacancies(store, told)[Column.UNION]
    assert (union.value, union.perhaps_there, ids(union)) == (CellValue.PRESENT, False, ["igm-mitte"])


@pytest.mark.parametrize(
    ("told", "column", "value"),
    [
        (lambda it: it.group("IHKen", KAMMER, NAME, chamber_type=ChamberType.IHK).participates("IHKen", NAME),
         Column.IHK, BodyValue.AS_GROUP),
        (lambda it: it.unread("Gewerkschaften", UNION, initiative=NAME), Column.UNION, BodyValue.TO_CHECK),
    ],
)  # fmt: skip
def test_where_a_group_takes_part_or_a_word_occurs_bodies_are_perhaps_there(store, told, column, value):
    found = vacancies(store, told(alliance("kreis-lippe")))[column]
    assert found.perhaps_there
    assert {body.cell.value for body in found.bodies} == {value}


def test_a_chamber_s_company_represents_it_and_is_named_as_the_route(store):
    told = alliance("de").actor("DIHK Service GmbH", COMPANY)
    told.actor("DIHK", KAMMER, chamber_type=ChamberType.IHK, register_id="dihk")
    told.branch_of("DIHK Service GmbH", "DIHK").participates("DIHK Service GmbH", NAME)
    (dihk,) = vacancies(store, told)[Column.IHK].bodies
    assert dihk.cell.value is BodyValue.REPRESENTED
    assert [(one.participant, one.way) for one in dihk.cell.routes] == [("DIHK Service GmbH", Way.COMPANY)]


def test_one_chamber_never_fills_the_other_s_gap(store):
    told = alliance("kreis-lippe").actor("IHK Lippe", KAMMER, chamber_type=ChamberType.IHK, register_id="ihk-lippe")
    found = vacancies(store, told.participates("IHK Lippe", NAME))
    assert Column.IHK not in found
    assert ids(found[Column.HWK]) == ["hwk-owl"]


@pytest.mark.parametrize(("date", "name"), [("2016", "MWEIMH"), ("2026-06", "MWIKE")])
def test_a_ministry_goes_by_its_name_of_the_day(store, date, name):
    told = a_reading("a.txt").initiative(NAME, region="de-nw").actor("Otis", COMPANY).participates("Otis", NAME)
    bodies = vacancies(store, told, date=date)[Column.GOVERNMENT].bodies
    assert (bodies[0].competent.id, bodies[0].competent.short_name) == ("min-nw-wirtschaft", name)


def test_partial_territories_are_one_of_these_until_they_merged(store):
    told = a_reading("a.txt").initiative(NAME, region="de-nw").actor("Otis", COMPANY).participates("Otis", NAME)
    then = vacancies(store, told, date="2025-12-31")[Column.UNION].bodies
    assert {body.competent.id for body in then if body.competent.partial} == {"igbce-nordrhein", "igbce-westfalen"}
    now = vacancies(store, told, date="2026-01-01")[Column.UNION].bodies
    assert not any(body.competent.partial for body in now)


@pytest.mark.parametrize(
    ("words", "chambers"),
    [(None, {"ihk-mittleres-ruhrgebiet", "sihk-hagen"}), ("Witten", {"ihk-mittleres-ruhrgebiet"}),
     ("Stadt Wetter (Ruhr)", {"sihk-hagen"}), ("Dortmund", {"ihk-mittleres-ruhrgebiet", "sihk-hagen"})],
)  # fmt: skip
def test_a_split_kreis_goes_by_the_town_the_document_names(store, words, chambers):
    told = alliance("kreis-ennepe-ruhr-kreis", region_name=words)
    bodies = vacancies(store, told)[Column.IHK].bodies
    assert {body.competent.id for body in bodies} == chambers
    assert {body.competent.partial for body in bodies} == {len(chambers) > 1}


def test_a_topic_that_is_a_sector_adds_its_bodies(store):
    assert "ngg-suedwest" not in ids(vacancies(store, alliance())[Column.UNION])
    with_food = vacancies(store, alliance(topics=("Fachkräfte der Ernährung", "Digitalisierung")))
    assert {"ngg-suedwest", "igm-mitte"} <= {*ids(with_food[Column.UNION])}


@pytest.mark.parametrize("region", [None, "de-xx"])
def test_without_a_known_place_nobody_is_competent_and_that_is_said(store, region):
    row = asked(store, alliance(region))
    assert not row.has_place
    assert all(not vacancy.bodies for vacancy in row.vacancies)


def test_every_answer_says_what_the_register_does_not_hold(store):
    store.write_reading(alliance().build())
    found = expected(store, REGISTER)
    assert found.unheld == UNHELD == tuple(Unheld)
    assert {one.column for one in found.rows[0].vacancies if not one.is_held} == {Column.SCIENCE}


def test_only_the_kinds_and_regions_asked_for_are_told(store):
    store.write_reading(alliance().build())
    found = expected(store, REGISTER, kinds=(Column.UNION,), region="Hessen")
    assert [[one.column for one in row.vacancies] for row in found.rows] == [[Column.UNION]]
    assert expected(store, REGISTER, region="Bayern").rows == ()


def test_what_has_no_table_is_asked_for_nobody(store):
    store.write_reading(alliance(type=InitiativeType.EVENT).build())
    found = expected(store, REGISTER)
    assert (len(found.coverage.without_table), found.rows) == (1, ())


def test_an_empty_graph_expects_nobody(store):
    assert expected(store, REGISTER).rows == ()
