"""A user's corrections laid over the shipped register."""

import os

import pytest

from graph.errors import RegisterError
from seeds.register import Confidence, load_register


@pytest.fixture
def overlay(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "eigene Körrekturen.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def test_a_known_row_keeps_what_is_not_given(overlay):
    register = load_register(overlay("id,short_name,valid_to\nigm-gs-krefeld,IGM Krefeld,2024-12-31\n"))
    row, shipped = register.rows["igm-gs-krefeld"], load_register().rows["igm-gs-krefeld"]
    assert (row.short_name, row.valid_to) == ("IGM Krefeld", "2024-12-31")
    assert (row.name, row.places, row.sectors) == (shipped.name, shipped.places, shipped.sectors)
    assert "igm-gs-krefeld" in {body.row.id for body in register.expected(region="stadt-krefeld", date="2024")["union"]}
    later = register.expected(region="stadt-krefeld", date="2025")["union"]
    assert "igm-gs-krefeld" not in {body.row.id for body in later}


def test_a_new_row_is_found_and_expected(overlay):
    register = load_register(
        overlay(
            "file,id,name,kind,level,regions,places,parent_id,sector\n"
            "employers,uv-musterland,UV Musterland e. V.,employer_local,local,de-he,kreis-fulda,vhu,alle\n"
        )
    )
    (found,) = register.resolve("UV Musterland", region="kreis-fulda")
    assert found.row.id == "uv-musterland"
    assert found.row.confidence is Confidence.MEDIUM
    assert register.expected(region="kreis-fulda")["employers"][0].row.id == "uv-musterland"


def test_a_dash_empties_a_field(overlay):
    register = load_register(overlay("id,aliases\nvme-st,-\n"))
    assert register.rows["vme-st"].aliases == ()
    assert [found.row.id for found in register.resolve("VME")] == ["vme-bb"]


def test_a_district_can_be_moved(overlay):
    register = load_register(
        overlay(
            "file,place_id,chamber_id,chamber_kind,coverage\n"
            "chamber_districts,kreis-ilm-kreis,ihk-suedthueringen,,none\n"
            "chamber_districts,kreis-ilm-kreis,ihk-erfurt,ihk,full\n"
        )
    )
    assert [body.row.id for body in register.expected(region="kreis-ilm-kreis")["ihk"]] == ["ihk-erfurt"]


def test_a_town_of_its_own_can_be_added(overlay):
    register = load_register(
        overlay(
            "file,id,name,kind,level,regions,parent_id\n"
            "places,gemeinde-neuhier,Neuhier,gemeinde,local,de-he|rb-kassel,kreis-fulda\n"
        )
    )
    found = register.find_region("Stadt Neuhier")
    assert found is not None
    assert found.parents == ("kreis-fulda", "rb-kassel", "de-he", "de")


def test_a_region_can_be_added(overlay):
    register = load_register(
        overlay(
            "file,id,name,kind,level,regions,parent_id,member_places\n"
            "regions,wr-rhoen,Rhön,wirtschaftsregion,region,de-he|de-by|de-th,de,kreis-fulda|kreis-rhoen-grabfeld\n"
        )
    )
    found = register.find_region("Rhön")
    assert found is not None
    assert found.id == "wr-rhoen"
    assert register.is_within("kreis-fulda", "wr-rhoen")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("id;short_name\nvhu;VhU Hessen\n", "utf-8"),
        ("id,short_name\r\nvhu,VhU Hessen\r\n", "utf-8"),
        ("id,short_name\nvhu,VhU Hessen\n", "utf-8-sig"),
        ("id,short_name\n\n  ,\nvhu, VhU Hessen \n", "utf-8"),
    ],
)
def test_spreadsheets_write_files_that_are_read(overlay, text, encoding):
    assert load_register(overlay(text, encoding)).rows["vhu"].short_name == "VhU Hessen"


def test_the_shipped_register_stays_as_it_is(overlay):
    load_register(overlay("id,name\nvhu,Anders\n"))
    assert load_register().rows["vhu"].name.startswith("Vereinigung")


def test_a_changed_overlay_is_read_again(overlay):
    path = overlay("id,short_name\nvhu,Eins\n")
    assert load_register(path) is load_register(path)
    overlay("id,short_name\nvhu,Zwei\n")
    os.utime(path, ns=(1, 1))
    assert load_register(path).rows["vhu"].short_name == "Zwei"


@pytest.mark.parametrize(
    ("text", "code", "row"),
    [
        ("id,colour\nvhu,red\n", "unknown_column", 1),
        ("id,portfolio\nvhu,economy\n", "unknown_column", 2),
        ("id,name\nvhu\n", "wrong_cell_count", 2),
        ("name\nVhU\n", "missing_id", 2),
        ("file,id,name\nvhu,,x\n", "missing_id", 2),
        ("file,place_id\nchamber_districts,kreis-lippe\n", "missing_id", 2),
        ("file,id,name\nclubs,vhu,x\n", "unknown_file", 2),
        ("file,id,name\nunions,vhu,x\n", "unknown_file", 2),
        ("id,name,kind,level,regions\nneu,Neu,union,local,de-he\n", "missing_field", 2),
        ("file,id,name,kind,level\nunions,neu,Neu,union,local\n", "missing_field", 2),
        ("id,name\nvhu,-\n", "missing_field", 2),
        ("file,id,name,kind,level,regions\nunions,Neu!,Neu,union,local,de-he\n", "bad_id", 2),
        ("id,level\n\nvhu,galaxy\n", "bad_value", 3),
        ("id,kind\nvhu,club\n", "bad_value", 2),
        ("id,kind\nkreis-lippe,club\n", "bad_value", 2),
        ("id,confidence\nvhu,sure\n", "bad_value", 2),
        ("id,valid_to\nvhu,31.12.2020\n", "bad_date", 2),
        ("id,valid_to\nvhu,2020-02-30\n", "bad_date", 2),
        ("id,sector\nvhu,Raumfahrt\n", "unknown_sector", 2),
        ("id,regions\nvhu,de-xx\n", "unknown_reference", 2),
        ("id,places\nvhu,kreis-nirgends\n", "unknown_reference", 2),
        ("id,parent_id\nvhu,niemand\n", "unknown_reference", 2),
        ("id,same_as\nmin-bw-arbeit-2021,vhu\n", "unknown_reference", 2),
        ("id,parent_id\nvhu,vhu\n", "parent_circle", 2),
        ("id,parent_id\ndgb,ig-metall\n", "parent_circle", 2),
        ("id,parent_id\nkreis-lippe,-\n", "missing_field", 2),
        ("id,valid_from,valid_to\nvhu,2020,2010\n", "bad_date", 2),
        (
            "file,place_id,chamber_id,chamber_kind,coverage\nchamber_districts,kreis-lippe,ihk-mond,ihk,full\n",
            "unknown_reference",
            2,
        ),
        (
            "file,place_id,chamber_id,chamber_kind,coverage\nchamber_districts,kreis-lippe,ihk-lippe,ihk,half\n",
            "bad_value",
            2,
        ),
    ],
)
def test_a_mistake_is_told_with_its_row(overlay, text, code, row):
    with pytest.raises(RegisterError) as caught:
        load_register(overlay(text))
    assert (caught.value.code, caught.value.details["row"]) == (code, row)


def test_a_file_that_cannot_be_read_is_named(tmp_path, overlay):
    latin = overlay("id,name\nvhu,Körper\n", "latin-1")
    for path in (tmp_path / "nicht da.csv", tmp_path, latin):
        with pytest.raises(RegisterError) as caught:
            load_register(path)
        assert (caught.value.code, caught.value.details) == ("overlay_unreadable", {"path": str(path)})


def test_an_empty_overlay_changes_nothing(overlay):
    assert load_register(overlay("")).rows == load_register().rows
