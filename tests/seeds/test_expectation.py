"""Whom the register expects where: facts that a reader would get wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import RegisterError
from graph.kinds import ActorKind, ChamberType
from seeds.expectation import COLUMNS
from seeds.register import Confidence, Sector, load_register
from seeds.tables import read_rows

REGISTER = load_register()
ON = "2017-06-01"


def bodies(column, region, date=ON, sector=None):
    return {body.row.id: body for body in REGISTER.expected(region=region, date=date, sector=sector)[column]}


@pytest.mark.parametrize(
    ("region", "ihk", "hwk"),
    [
        ("gemeinde-witten", "ihk-mittleres-ruhrgebiet", "hwk-dortmund"),
        ("gemeinde-hattingen", "ihk-mittleres-ruhrgebiet", "hwk-dortmund"),
        ("gemeinde-05954024", "sihk-hagen", "hwk-dortmund"),
        ("gemeinde-dormagen", "ihk-mittlerer-niederrhein", "hwk-duesseldorf"),
        ("kreis-lippe", "ihk-lippe", "hwk-owl"),
        ("gemeinde-detmold", "ihk-lippe", "hwk-owl"),
        ("kreis-ilm-kreis", "ihk-suedthueringen", "hwk-erfurt"),
        ("gemeinde-papenburg", "ihk-ostfriesland-papenburg", "hwk-osnabrueck"),
        ("gemeinde-03454032", "ihk-osnabrueck", "hwk-osnabrueck"),
        ("gemeinde-hochheim-am-main", "ihk-wiesbaden", "hwk-frankfurt-rhein-main"),
        ("gemeinde-bernburg", "ihk-halle-dessau", "hwk-halle"),
        ("wr-muensterland", "ihk-nord-westfalen", "hwk-muenster"),
        ("wr-mittleres-ruhrgebiet", "ihk-mittleres-ruhrgebiet", "hwk-dortmund"),
        ("de-hh", "handelskammer-hamburg", "hwk-hamburg"),
    ],
)
def test_a_place_has_its_own_two_chambers(region, ihk, hwk):
    for column, row_id in (("ihk", ihk), ("hwk", hwk)):
        (body,) = bodies(column, region).values()
        assert (body.row.id, body.partial, body.reasons) == (row_id, False, ("district",))


TOWNS = [
    # town, Land, the place whose rows in chamber_districts.csv decide, its IHK, its HWK
    ("Esslingen am Neckar", "de-bw", "kreis-esslingen", "ihk-stuttgart", "hwk-stuttgart"),
    ("Tuttlingen", "de-bw", "kreis-tuttlingen", "ihk-schwarzwald-baar-heuberg", "hwk-konstanz"),
    ("Offenburg", "de-bw", "kreis-ortenaukreis", "ihk-suedlicher-oberrhein", "hwk-freiburg"),
    ("Coburg", "de-by", "stadt-coburg", "ihk-coburg", "hwk-oberfranken"),
    ("Abensberg", "de-by", "kreis-kelheim", "ihk-regensburg", "hwk-niederbayern-oberpfalz"),
    ("Burghausen", "de-by", "kreis-altoetting", "ihk-muenchen", "hwk-muenchen"),
    ("Berlin", "de-be", "stadt-berlin", "ihk-berlin", "hwk-berlin"),
    ("Eisenhüttenstadt", "de-bb", "kreis-oder-spree", "ihk-ostbrandenburg", "hwk-frankfurt-oder"),
    ("Schwarzheide", "de-bb", "kreis-oberspreewald-lausitz", "ihk-cottbus", "hwk-cottbus"),
    ("Bremerhaven", "de-hb", "stadt-bremerhaven", "handelskammer-bremen", "hwk-bremen"),
    ("Hamburg", "de-hh", "stadt-hamburg", "handelskammer-hamburg", "hwk-hamburg"),
    ("Wetzlar", "de-he", "kreis-lahn-dill-kreis", "ihk-lahn-dill", "hwk-wiesbaden"),
    ("Rüsselsheim am Main", "de-he", "kreis-gross-gerau", "ihk-darmstadt", "hwk-frankfurt-rhein-main"),
    ("Hanau", "de-he", "stadt-hanau", "ihk-hanau", "hwk-wiesbaden"),
    ("Hofheim am Taunus", "de-he", "kreis-main-taunus-kreis", "ihk-frankfurt", "hwk-frankfurt-rhein-main"),
    ("Wismar", "de-mv", "kreis-nordwestmecklenburg", "ihk-schwerin", "hwk-schwerin"),
    ("Greifswald", "de-mv", "kreis-vorpommern-greifswald", "ihk-neubrandenburg", "hwk-ostmecklenburg-vorpommern"),
    ("Wolfsburg", "de-ni", "stadt-wolfsburg", "ihk-lueneburg-wolfsburg", "hwk-braunschweig-lueneburg-stade"),
    ("Cuxhaven", "de-ni", "kreis-cuxhaven", "ihk-elbe-weser", "hwk-braunschweig-lueneburg-stade"),
    ("Holzminden", "de-ni", "kreis-holzminden", "ihk-hannover", "hwk-hildesheim-suedniedersachsen"),
    ("Meppen", "de-ni", "kreis-emsland", "ihk-osnabrueck", "hwk-osnabrueck"),
    ("Bad Salzuflen", "de-nw", "kreis-lippe", "ihk-lippe", "hwk-owl"),
    ("Castrop-Rauxel", "de-nw", "kreis-recklinghausen", "ihk-nord-westfalen", "hwk-muenster"),
    ("Schwelm", "de-nw", "kreis-ennepe-ruhr-kreis", "sihk-hagen", "hwk-dortmund"),
    ("Iserlohn", "de-nw", "kreis-maerkischer-kreis", "sihk-hagen", "hwk-suedwestfalen"),
    ("Andernach", "de-rp", "kreis-mayen-koblenz", "ihk-koblenz", "hwk-koblenz"),
    ("Wörth am Rhein", "de-rp", "kreis-germersheim", "ihk-pfalz", "hwk-pfalz"),
    ("Worms", "de-rp", "stadt-worms", "ihk-rheinhessen", "hwk-rheinhessen"),
    ("Völklingen", "de-sl", "regionalverband-saarbruecken", "ihk-saarland", "hwk-saarland"),
    ("Freiberg", "de-sn", "kreis-mittelsachsen", "ihk-chemnitz", "hwk-chemnitz"),
    ("Görlitz", "de-sn", "kreis-goerlitz", "ihk-dresden", "hwk-dresden"),
    ("Torgau", "de-sn", "kreis-nordsachsen", "ihk-leipzig", "hwk-leipzig"),
    ("Bitterfeld-Wolfen", "de-st", "kreis-anhalt-bitterfeld", "ihk-halle-dessau", "hwk-halle"),
    ("Stendal", "de-st", "kreis-stendal", "ihk-magdeburg", "hwk-magdeburg"),
    ("Brunsbüttel", "de-sh", "kreis-dithmarschen", "ihk-flensburg", "hwk-flensburg"),
    ("Geesthacht", "de-sh", "kreis-herzogtum-lauenburg", "ihk-luebeck", "hwk-luebeck"),
    ("Neumünster", "de-sh", "stadt-neumuenster", "ihk-kiel", "hwk-luebeck"),
    ("Ilmenau", "de-th", "kreis-ilm-kreis", "ihk-suedthueringen", "hwk-erfurt"),
    ("Eisenach", "de-th", "kreis-wartburgkreis", "ihk-erfurt", "hwk-suedthueringen"),
    ("Jena", "de-th", "stadt-jena", "ihk-ostthueringen", "hwk-ostthueringen"),
]


@pytest.mark.parametrize(("town", "land", "place", "ihk", "hwk"), TOWNS)
def test_a_town_of_any_land_is_led_to_its_two_chambers_by_a_row_of_the_register(town, land, place, ihk, hwk):
    rests_on = {(row["place_id"], row["chamber_id"]) for row in read_rows("chamber_districts")}
    assert {(place, ihk), (place, hwk)} <= rests_on
    region = REGISTER.find_region(town, within=land).id
    found = [
        (body.row.id, body.partial) for column in ("ihk", "hwk") for body in bodies(column, region, "2022").values()
    ]
    assert found == [(ihk, False), (hwk, False)]


def test_these_towns_lie_in_all_sixteen_lands_and_most_of_them_are_no_kreis():
    assert {land for _, land, *_ in TOWNS} == {land.id for land in REGISTER.lands()}
    assert sum(place.startswith(("kreis-", "regionalverband-")) for _, _, place, *_ in TOWNS) > 24


@pytest.mark.parametrize(
    ("land", "union", "employers"),
    [
        ("de-bw", "igm-bw", "suedwestmetall"),
        ("de-by", "igm-bayern", "vbm"),
        ("de-be", "igm-bbs", "vme-bb"),
        ("de-bb", "igm-bbs", "vme-bb"),
        ("de-hb", "igm-kueste", "nordmetall"),
        ("de-hh", "igm-kueste", "nordmetall"),
        ("de-he", "igm-mitte", "hessenmetall"),
        ("de-mv", "igm-kueste", "nordmetall"),
        ("de-ni", "igm-ni-st", "niedersachsenmetall"),
        ("de-nw", "igm-nrw", "metall-nrw"),
        ("de-rp", "igm-mitte", "pfalzmetall"),
        ("de-sl", "igm-mitte", "me-saar"),
        ("de-sn", "igm-bbs", "vsme"),
        ("de-st", "igm-ni-st", "vme-st"),
        ("de-sh", "igm-kueste", "nordmetall"),
        ("de-th", "igm-mitte", "vmet"),
    ],
)
def test_each_land_has_its_district_of_ig_metall_and_its_metal_employers(land, union, employers):
    assert land in REGISTER.rows[union].regions
    assert land in REGISTER.rows[employers].regions
    assert union in bodies("union", land)
    assert employers in bodies("employers", land)


def test_topics_that_name_a_sector_add_it():
    assert REGISTER.sectors_named("Fachkräfte der Chemie", "Ernährung") == {Sector.CHEMISTRY, Sector.FOOD}
    assert REGISTER.sectors_named("Digitalisierung", "Chemiepark", "chemie", "Bau-Turbo") == frozenset()
    added = REGISTER.expected(region="de-he", date=ON, sectors=[Sector.FOOD])["union"]
    assert {"ngg-suedwest", "igm-mitte"} <= {body.row.id for body in added}


@pytest.mark.parametrize(
    ("row_id", "date", "named"),
    [
        ("min-nw-wirtschaft", "2017-06-29", "min-nw-wirtschaft-2012"),
        ("min-nw-wirtschaft", "2017-06-30", "min-nw-wirtschaft-2017"),
        ("igm-mitte", "2017", "igm-mitte"),
    ],
)
def test_a_body_is_called_by_its_name_of_the_day(row_id, date, named):
    assert REGISTER.name_on(row_id, date).id == named


def test_a_body_is_there_from_its_first_day_to_its_last():
    there = {date: REGISTER.exists_on("igbce-westfalen", date) for date in ("2025-12-31", "2026-01-01", "2026")}
    assert there == {"2025-12-31": True, "2026-01-01": False, "2026": False}


@pytest.mark.parametrize(
    ("region", "chambers"),
    [
        ("kreis-ennepe-ruhr-kreis", {"ihk-mittleres-ruhrgebiet", "sihk-hagen"}),
        ("kreis-marburg-biedenkopf", {"ihk-lahn-dill", "ihk-kassel-marburg"}),
        ("gemeinde-marburg", {"ihk-lahn-dill", "ihk-kassel-marburg"}),
        ("kreis-salzlandkreis", {"ihk-halle-dessau", "ihk-magdeburg"}),
    ],
)
def test_a_split_kreis_shows_both_as_one_of_these(region, chambers):
    found = bodies("ihk", region)
    assert set(found) == chambers
    assert all(body.partial and body.reasons == ("district_part",) for body in found.values())


def test_every_kreis_and_every_tenth_town_has_both_chambers():
    kreise = [row["id"] for row in read_rows("places") if not row["valid_to"]]
    towns = [key for key in REGISTER.regions if key.startswith("gemeinde-")][::10]
    bare = []
    for region in (*kreise, *towns):
        expected = REGISTER.expected(region=region, date="2020")
        if not (expected["ihk"] and expected["hwk"]):
            bare.append(region)
    assert bare == []


def test_a_land_has_its_association_and_one_of_its_chambers():
    found = bodies("ihk", "de-he")
    assert len(found) == 11
    assert next(iter(found)) == "hihk"
    assert not found["hihk"].partial
    assert all(body.partial for key, body in found.items() if key != "hihk")


def test_a_chamber_before_its_time_says_so():
    (body,) = bodies("ihk", "de-hb", "2012").values()
    assert (body.row.id, body.reasons, body.confidence) == (
        "handelskammer-bremen",
        ("district", "other_time"),
        Confidence.LOW,
    )


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025-12-31", {"igbce-nordrhein": True, "igbce-westfalen": True}),
        ("2026-01-01", {"igbce-nrw": False}),
    ],
)
def test_igbce_in_nrw_is_one_of_two_until_they_merged(date, expected):
    found = bodies("union", "de-nw", date)
    assert {key: body.partial for key, body in found.items() if key.startswith("igbce")} == expected


def test_bodies_that_cover_a_part_of_a_land_are_one_of_these():
    unions, employers = bodies("union", "de-ni"), bodies("employers", "de-ni")
    assert {key for key, body in unions.items() if body.partial} == {"igm-kueste", "igm-ni-st"}
    assert employers["nordmetall"].partial
    assert not employers["uvn"].partial


@pytest.mark.parametrize(
    ("region", "date", "names"),
    [
        ("de-nw", "2017-06-29", ["min-nw-wirtschaft-2012", "min-nw-arbeit-2010"]),
        ("de-nw", "2017-06-30", ["min-nw-wirtschaft-2017", "min-nw-arbeit-2017"]),
        ("de-bw", "2015", ["min-bw-wirtschaft-2011", "min-bw-arbeit-2011"]),
        ("de-bw", "2018", ["min-bw-wirtschaft-2016"]),
        ("de-be", "2010", ["min-be-wirtschaft-2006", "min-be-arbeit-2006"]),
        ("de-ni", "2017-06", ["min-ni-wirtschaft-2003"]),
        ("de", "2004", ["min-bund-wirtschaft-2002"]),
        ("de", "2019", ["min-bund-wirtschaft-2013", "min-bund-arbeit-2005"]),
    ],
)
def test_ministries_go_by_date_and_a_shared_house_counts_once(region, date, names):
    found = bodies("government", region, date).values()
    assert [body.named.id for body in found if body.named] == names
    assert all(body.row.register_kind == "ministry_line" for body in found)


def test_the_association_of_the_place_comes_first():
    assert next(iter(bodies("employers", "kreis-lippe"))) == "agv-lippe"


@pytest.mark.parametrize(("date", "expected"), [("2017", "igm-gs-bochum-herne"), ("2021", "igm-gs-ruhrgebiet-mitte")])
def test_local_union_offices_go_by_place_and_date(date, expected):
    body = next(iter(bodies("union", "stadt-bochum", date).values()))
    assert (body.row.id, body.reasons[0]) == (expected, "place")


def test_employers_of_baden_wuerttemberg_merged():
    assert {"lvi-bw", "arbeitgeber-bw"} <= set(bodies("employers", "de-bw", "2020-12-31"))
    assert "ubw" in bodies("employers", "de-bw", "2021-01-01")
    assert not {"lvi-bw", "arbeitgeber-bw"} & set(bodies("employers", "de-bw", "2021-01-01"))


def test_without_a_sector_metal_chemistry_and_cross_sector_bodies_are_expected():
    assert set(bodies("union", "de-he")) == {"dgb-hessen-thueringen", "igbce-he-th", "igm-mitte"}
    assert set(bodies("employers", "de-he")) == {"vhu", "hessenmetall", "hessenchemie", "vci-hessen"}


def test_a_sector_adds_its_bodies_and_keeps_the_cross_sector_ones():
    assert set(bodies("union", "de-he", sector="food")) == {"dgb-hessen-thueringen", "ngg-suedwest"}
    assert set(bodies("employers", "de-he", sector="machinery")) == {"vhu", "hessenmetall", "vdma-mitte"}


def test_a_union_district_works_in_all_sectors_of_its_union():
    body = bodies("union", "de-he", sector="textile")["igm-mitte"]
    assert body.reasons == ("land", "textile")


def test_the_country_has_the_federal_bodies():
    expected = REGISTER.expected(region="de", date="2020")
    assert [body.row.id for body in expected["ihk"]] == ["dihk"]
    assert [body.row.id for body in expected["hwk"]] == ["zdh", "dhkt"]
    assert [body.row.id for body in expected["union"]][:3] == ["dgb", "ig-metall", "igbce"]
    assert [body.row.id for body in expected["employers"]] == ["bda", "bdi", "gesamtmetall", "bavc", "vci"]


def test_an_area_in_several_lands_has_one_of_their_ministries():
    found = bodies("government", "wr-lausitz", "2022")
    assert {key: body.partial for key, body in found.items()} == {"min-bb-wirtschaft": True, "min-sn-wirtschaft": True}


def test_science_is_not_held():
    assert not REGISTER.holds("science")
    assert all(REGISTER.holds(column) for column in COLUMNS if column != "science")


@settings(max_examples=60, deadline=None)
@given(
    region=st.sampled_from(sorted(REGISTER.regions)),
    year=st.integers(1995, 2030),
    sector=st.none() | st.sampled_from(sorted(Sector)),
)
def test_expected_bodies_are_of_their_column_and_named_once(region, year, sector):
    kinds = {
        "ihk": {ActorKind.CHAMBER},
        "hwk": {ActorKind.CHAMBER},
        "union": {ActorKind.UNION},
        "employers": {ActorKind.EMPLOYERS_ASSOCIATION, ActorKind.BUSINESS_ASSOCIATION},
        "government": {ActorKind.MINISTRY},
        "science": set(),
    }
    expected = REGISTER.expected(region=region, date=str(year), sector=sector)
    assert tuple(expected) == COLUMNS
    for column, found in expected.items():
        assert len({body.row.id for body in found}) == len(found)
        assert {body.row.kind for body in found} <= kinds[column]
        if column in ("ihk", "hwk"):
            assert {body.row.chamber_type for body in found} == {ChamberType(column)}


def test_what_cannot_be_asked_is_refused():
    for options, code in (
        ({"region": "atlantis"}, "unknown_region"),
        ({"region": "de-he", "date": "heute"}, "bad_date"),
        ({"region": "de-he", "sector": "space"}, "unknown_sector"),
    ):
        with pytest.raises(RegisterError) as caught:
            REGISTER.expected(**options)
        assert caught.value.code == code
