"""Which region a name means, and what lies in what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import RegisterError
from seeds.register import load_register
from seeds.tables import read_rows

REGISTER = load_register()
REGIONS = sorted(REGISTER.regions)


@pytest.mark.parametrize(
    ("name", "region_id"),
    [
        ("Deutschland", "de"),
        ("Rheinland Pfalz", "de-rp"),
        ("Sachsen Anhalt", "de-st"),
        ("Ba-Wü", "de-bw"),
        ("NRW", "de-nw"),
        ("(NRW)", "de-nw"),
        ("MV", "de-mv"),
        ("Freistaat Bayern", "de-by"),
        ("Hessens", "de-he"),
        ("Brandenburg", "de-bb"),
        ("Münsterland", "wr-muensterland"),
        ("Emscher-Lippe-Region", "wr-emscher-lippe"),
        ("Wirtschaftsregion Köln", "wr-koeln"),
        ("Rhein-Main Gebiet", "wr-rhein-main"),
        ("Rhein-Main-Region", "wr-rhein-main"),
        ("Rhein-Ruhr", "wr-rhein-ruhr"),
        ("Mittleres Ruhrgebiet", "wr-mittleres-ruhrgebiet"),
        ("Weser-Ems", "sr-weser-ems"),
        ("Oberfranken", "rb-oberfranken"),
        ("Regierungsbezirk Arnsberg", "rb-arnsberg"),
        ("Region Stuttgart", "pr-stuttgart"),
        ("Oberbergischer Kreis", "kreis-oberbergischer-kreis"),
        ("Ilm-Kreis", "kreis-ilm-kreis"),
        ("Lippe", "kreis-lippe"),
        ("Kreis Lippe", "kreis-lippe"),
        ("Landkreis Goslar", "kreis-goslar"),
        ("Kreis Offenbach", "kreis-offenbach"),
        ("Goslar", "gemeinde-03153017"),
        ("Steinburg", "kreis-steinburg"),
        ("Krefeld", "stadt-krefeld"),
        ("Stadt Krefeld", "stadt-krefeld"),
        ("Stuttgart", "stadt-stuttgart"),
        ("Frankfurt", "stadt-frankfurt-am-main"),
        ("Frankfurt a.M.", "stadt-frankfurt-am-main"),
        ("Frankfurt am Main (Hessen)", "stadt-frankfurt-am-main"),
        ("Frankfurt (Oder)", "stadt-frankfurt-oder"),
        ("Halle", "stadt-halle-saale"),
        ("Cottbus", "stadt-cottbus"),
        ("Cottbus/Chóśebuz", "stadt-cottbus"),
        ("Hannover", "gemeinde-hannover"),
        ("Detmold", "gemeinde-detmold"),
        ("Dormagen", "gemeinde-dormagen"),
        ("Dormagen (NRW)", "gemeinde-dormagen"),
        ("Lingen", "gemeinde-03454032"),
        ("Lingen (Ems)", "gemeinde-03454032"),
        ("Eisenach", "gemeinde-16056000"),
        ("Stadt Eisenach", "gemeinde-16056000"),
        ("Hanau", "stadt-hanau"),
        ("Limburg", "gemeinde-limburg"),
    ],
)
def test_a_name_leads_to_its_region(name, region_id):
    found = REGISTER.find_region(name)
    assert found is not None
    assert found.id == region_id


@pytest.mark.parametrize(
    ("name", "within", "region_id"),
    [
        ("Frankfurt", "de-bb", "stadt-frankfurt-oder"),
        ("Frankfurt", "de-he", "stadt-frankfurt-am-main"),
        ("Frankfurt", "de-sh", "stadt-frankfurt-am-main"),
        ("Münster", "de-he", "gemeinde-06432015"),
        ("Hamm", "de-rp", "gemeinde-07132044"),
        ("Neustadt", "kreis-marburg-biedenkopf", "gemeinde-06534016"),
        ("Bremen", "de-th", "de-hb"),
    ],
)
def test_the_land_around_settles_namesakes(name, within, region_id):
    found = REGISTER.find_region(name, within=within)
    assert found is not None
    assert found.id == region_id


@pytest.mark.parametrize("name", ["Atlantis", "", "be", "st", "Kreis", "()", "Stadt", "s"])
def test_what_is_no_region_is_none(name):
    assert REGISTER.find_region(name) is None


def test_a_town_that_is_a_land_is_the_land():
    assert REGISTER.find_region("Stadt Berlin") == REGISTER.find_region("Berlin") == REGISTER.region("de-be")


def test_every_town_is_a_region_once():
    towns = [region for region in REGISTER.regions.values() if region.kind in ("gemeinde", "kreisfreie_stadt")]
    former = {"stadt-eisenach"}
    assert len(towns) == len(read_rows("municipalities")) + len(former) == 10_797


def test_every_municipality_is_found_in_its_kreis():
    """But for a Thuringian Bremen: the name of a Land always means the Land."""
    lost = []
    for row in read_rows("municipalities"):
        found = REGISTER.find_region(row["name"], within=row["kreis_id"])
        if found is None or not REGISTER.is_within(found.id, row["kreis_id"]):
            lost.append((row["name"], found and found.id))
    assert lost == [("Bremen", "de-hb")]


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("gemeinde-witten", "kreis-ennepe-ruhr-kreis", True),
        ("gemeinde-witten", "wr-mittleres-ruhrgebiet", True),
        ("gemeinde-witten", "wr-ruhrgebiet", True),
        ("kreis-ennepe-ruhr-kreis", "wr-mittleres-ruhrgebiet", False),
        ("wr-mittleres-ruhrgebiet", "wr-ruhrgebiet", True),
        ("wr-ruhrgebiet", "de-nw", True),
        ("wr-rhein-main", "de-he", False),
        ("wr-rhein-main", "de", True),
        ("de-be", "stadt-berlin", True),
        ("rb-detmold", "wr-owl", True),
        ("de", "de-nw", False),
        ("gemeinde-dormagen", "rb-duesseldorf", True),
        ("gemeinde-dormagen", "rb-koeln", False),
    ],
)
def test_containment_follows_territories(inner, outer, expected):
    assert REGISTER.is_within(inner, outer) is expected


@pytest.mark.parametrize(
    ("region", "lands"),
    [
        ("de", ()),
        ("de-nw", ("de-nw",)),
        ("gemeinde-witten", ("de-nw",)),
        ("wr-rhein-main", ("de-by", "de-he", "de-rp")),
        ("wr-mitteldeutsches-revier", ("de-sn", "de-st", "de-th")),
    ],
)
def test_a_region_lies_in_its_lands(region, lands):
    assert REGISTER.lands_of(region) == lands


@given(region=st.sampled_from(REGIONS))
def test_every_region_lies_in_itself_its_parents_and_germany(region):
    for outer in (region, *REGISTER.region(region).parents, "de"):
        assert REGISTER.is_within(region, outer)


@given(inner=st.sampled_from(REGIONS), outer=st.sampled_from(REGIONS))
def test_what_lies_within_shares_the_land(inner, outer):
    if outer != "de" and REGISTER.is_within(inner, outer):
        assert set(REGISTER.lands_of(inner)) <= set(REGISTER.lands_of(outer))


def test_every_current_region_has_people_and_a_seat_in_germany():
    missing = [
        region.id
        for region in REGISTER.regions.values()
        if region.latitude is None or not (47 < region.latitude < 56 and 5 < (region.longitude or 0) < 16)
    ]
    assert missing == ["stadt-eisenach"]


def test_population_adds_up():
    lands = REGISTER.lands()
    assert len(lands) == 16
    assert sum(land.population or 0 for land in lands) == REGISTER.region("de").population == 83_166_711


def test_region_surfaces_lead_to_the_region_they_mean():
    surfaces = list(REGISTER.region_surfaces())
    assert len(surfaces) == len(dict(surfaces)) > 10_000
    assert surfaces == sorted(surfaces)
    named = dict(surfaces)
    assert named["Lingen"] == "gemeinde-03454032"
    assert named["Cottbus"] == "stadt-cottbus"
    assert named["Frankfurt"] == "stadt-frankfurt-am-main"
    assert named["NRW"] == "de-nw"


@pytest.mark.parametrize("word", ["Ohne", "Stelle", "Wissen", "Norden", "Bund", "Stadt Krefeld", "BE", "Au"])
def test_everyday_words_are_no_region_surfaces(word):
    assert word not in dict(REGISTER.region_surfaces())


def test_everyday_words_are_still_towns_when_asked_for():
    found = REGISTER.find_region("Stelle")
    assert found is not None
    assert (found.kind, "stelle" in REGISTER.everyday_words) == ("gemeinde", True)


def test_an_unknown_region_is_refused():
    assert not REGISTER.has_region("atlantis")
    for question in (REGISTER.region, REGISTER.lands_of, lambda key: REGISTER.is_within(key, "de")):
        with pytest.raises(RegisterError) as caught:
            question("atlantis")
        assert (caught.value.code, caught.value.details) == ("unknown_region", {"region": "atlantis"})


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Bad Salzuflen", ["gemeinde-05766008"]),
        ("Münster", ["stadt-muenster", "gemeinde-06432015", "gemeinde-09779187"]),
        ("Münster (Hessen)", ["gemeinde-06432015"]),
        ("Frankfurt", ["stadt-frankfurt-am-main", "stadt-frankfurt-oder"]),
        ("Berlin", ["de-be"]),
        ("Lippe", ["kreis-lippe"]),
        ("stadt-kassel", ["stadt-kassel"]),
        ("Neustadt (Hessen)", ["gemeinde-06534016"]),
        ("Xylopolis", []),
    ],
)
def test_every_town_of_a_name_is_told_the_largest_first(name: str, ids: list[str]) -> None:
    assert [town.id for town in load_register().towns_named(name)] == ids
