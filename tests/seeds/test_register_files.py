"""The shipped files: whole, consistent, and every word of theirs understood."""

import csv
import re
from collections import Counter
from itertools import pairwise

import pytest

from graph.kinds import ActorKind, ChamberType
from seeds.rows import Sector
from seeds.tables import FOLDER, read_rows, read_tables, sectors_of, split_list
from seeds.wording import NOT_LITERAL, REGION_NOT_LITERAL

BODIES = ("chambers", "unions", "employers", "ministries", "networks")
NAMED = (*BODIES, "regions", "places")
COMMON = [
    *("id", "name", "short_name", "aliases", "kind", "level", "regions", "parent_id"),
    *("valid_from", "valid_to", "source", "confidence"),
]
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
ROWS = {name: read_rows(name) for name in NAMED}
IDS = [row["id"] for rows in ROWS.values() for row in rows]
REGION_IDS = {row["id"] for row in ROWS["regions"]}
PLACE_IDS = {row["id"] for row in ROWS["places"]}
DISTRICTS = read_rows("chamber_districts")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.name)
def test_files_are_plain_utf8_with_equal_rows(path):
    raw = path.read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    lengths = {len(cells) for cells in csv.reader(raw.decode("utf-8").splitlines())}
    assert len(lengths) == 1


def test_ids_are_unique_ascii_slugs():
    assert [key for key, count in Counter(IDS).items() if count > 1] == []
    assert [key for key in IDS if not SLUG.fullmatch(key)] == []


@pytest.mark.parametrize("name", NAMED)
def test_common_columns_come_first(name):
    assert list(ROWS[name][0])[: len(COMMON)] == COMMON


def test_every_row_has_its_words():
    wrong = [
        (row["id"], column)
        for rows in ROWS.values()
        for row in rows
        for column in ("name", "short_name", "kind", "source", "confidence")
        if not row[column].strip() or row[column] != row[column].strip()
    ]
    assert wrong == []


def test_levels_and_confidences_are_of_the_closed_lists():
    rows = [row for rows in ROWS.values() for row in rows]
    assert {row["level"] for row in rows} == {"federal", "land", "region", "local"}
    assert {row["confidence"] for row in rows} == {"high", "medium", "low"}


def test_references_lead_somewhere():
    broken: list[tuple[str, str, str]] = []
    for rows in ROWS.values():
        for row in rows:
            for column, known in (
                ("regions", REGION_IDS),
                ("regions_partial", set(split_list(row["regions"]))),
                ("places", PLACE_IDS),
                ("member_places", PLACE_IDS),
                ("parent_id", set(IDS) - {row["id"]}),
                ("land_association_id", set(IDS)),
                ("same_as", set(IDS)),
                ("also_member_of", set(IDS)),
            ):
                broken += [(row["id"], column, key) for key in split_list(row.get(column, "")) if key not in known]
    assert broken == []


def test_every_row_but_germany_lies_in_a_region():
    assert [row["id"] for rows in ROWS.values() for row in rows if not row["regions"]] == ["de"]


def test_sources_are_listed():
    sources = {row["id"] for row in read_rows("sources")}
    used = {code for rows in (*ROWS.values(), DISTRICTS) for row in rows for code in split_list(row["source"])}
    assert used - sources == set()


def test_only_own_knowledge_is_never_highly_confident():
    assert [
        row["id"] for name in BODIES for row in ROWS[name] if row["source"] == "s-own" and row["confidence"] == "high"
    ] == []


def test_dates_are_iso_and_in_order():
    rows = [row for rows in ROWS.values() for row in rows]
    dates = [row[column] for row in rows for column in ("valid_from", "valid_to") if row[column]]
    assert [date for date in dates if not DATE.fullmatch(date)] == []
    assert [
        row["id"] for row in rows if row["valid_from"] and row["valid_to"] and row["valid_from"] > row["valid_to"]
    ] == []


def test_aliases_are_not_repeated():
    rows = [row for rows in ROWS.values() for row in rows]
    assert [row["id"] for row in rows if len(split_list(row["aliases"])) != len(set(split_list(row["aliases"])))] == []


@pytest.mark.parametrize("name", NAMED)
def test_parents_make_no_circle(name):
    parent = {row["id"]: row["parent_id"] for row in ROWS[name]}
    for start in parent:
        seen, at = set(), start
        while at in parent and at not in seen:
            seen.add(at)
            at = parent[at]
        assert at not in seen, start


@pytest.mark.parametrize(("kind", "count"), [("ihk", 79), ("hwk", 53)])
def test_all_chambers_are_there(kind, count):
    assert sum(row["kind"] == kind for row in ROWS["chambers"]) == count


@pytest.mark.parametrize("kind", ["ihk", "hwk"])
def test_every_kreis_has_one_chamber_or_is_split_in_two(kind):
    kinds = {row["id"]: row["kind"] for row in ROWS["chambers"]}
    assert [row for row in DISTRICTS if kinds[row["chamber_id"]] != row["chamber_kind"]] == []
    assert {row["place_id"] for row in DISTRICTS} - PLACE_IDS == set()
    whole = Counter(row["place_id"] for row in DISTRICTS if row["chamber_kind"] == kind and row["coverage"] == "full")
    split = Counter(row["place_id"] for row in DISTRICTS if row["chamber_kind"] == kind and row["coverage"] != "full")
    kreise = [row["id"] for row in ROWS["places"] if row["kind"] != "gemeinde" and not row["valid_to"]]
    assert [key for key in kreise if (whole[key], split[key]) not in ((1, 0), (0, 2))] == []


def test_a_listed_district_has_its_towns_listed():
    """Otherwise its other towns would be given to the wrong chamber."""
    parent = {row["id"]: row["parent_id"] for row in ROWS["places"]}
    towns = {
        (parent[row["place_id"]], row["chamber_id"]) for row in DISTRICTS if row["place_id"].startswith("gemeinde-")
    }
    listed = {(row["place_id"], row["chamber_id"]) for row in DISTRICTS if row["coverage"] == "listed"}
    assert listed
    assert listed <= towns


def test_there_are_sixteen_laender():
    keys = [row["ags"] for row in ROWS["regions"] if row["kind"] == "land"]
    assert len(keys) == len(set(keys)) == 16


def test_ministry_names_follow_each_other_up_to_today():
    periods: dict[str, list[tuple[str, str]]] = {}
    for row in ROWS["ministries"]:
        if row["kind"] == "ministry_name":
            periods.setdefault(row["parent_id"], []).append((row["valid_from"], row["valid_to"] or "9999"))
    for line, spans in periods.items():
        spans.sort()
        assert [pair for pair in pairwise(spans) if pair[0][1] > pair[1][0]] == [], line
        assert sum(end == "9999" for _, end in spans) == 1, line


def test_municipalities_have_keys_kreise_and_seats():
    rows = read_rows("municipalities")
    assert len(rows) == len({row["ags"] for row in rows}) == 10_796
    assert [row["ags"] for row in rows if not re.fullmatch(r"\d{8}", row["ags"])] == []
    assert {row["kreis_id"] for row in rows} | {row["own_place_id"] for row in rows} - {""} <= PLACE_IDS | {""}
    assert [
        row["ags"] for row in rows if not (47 < float(row["latitude"]) < 56 and 5 < float(row["longitude"]) < 16)
    ] == []


def test_every_kind_word_is_mapped():
    mapped = {row["kind"] for row in read_rows("kinds")}
    used = {row["kind"] for name in BODIES for row in ROWS[name]}
    assert used == mapped
    assert {row["id"] for row in read_rows("kinds")} - {""} <= set(IDS)


def test_every_sector_word_is_mapped_and_every_sector_used():
    words = {word.strip() for name in BODIES for row in ROWS[name] for word in row.get("sector", "").split(",")} - {""}
    assert words == {row["word"] for row in read_rows("sectors")}
    assert frozenset().union(*map(sectors_of, words)) == set(Sector)


@pytest.mark.parametrize(
    ("row_id", "kind", "chamber_type"),
    [
        ("ihk-lippe", ActorKind.CHAMBER, ChamberType.IHK),
        ("bwihk", ActorKind.CHAMBER, ChamberType.IHK),
        ("dihk", ActorKind.CHAMBER, ChamberType.IHK),
        ("zdh", ActorKind.CHAMBER, ChamberType.HWK),
        ("bwht", ActorKind.CHAMBER, ChamberType.HWK),
        ("arbeitskammer-saarland", ActorKind.CHAMBER, ChamberType.ARBEITSKAMMER),
        ("udh", ActorKind.BUSINESS_ASSOCIATION, None),
        ("dihk-service", ActorKind.COMPANY, None),
        ("gesamtmetall", ActorKind.EMPLOYERS_ASSOCIATION, None),
        ("agv-stahl", ActorKind.EMPLOYERS_ASSOCIATION, None),
        ("bdi", ActorKind.BUSINESS_ASSOCIATION, None),
        ("dgb-nord", ActorKind.UNION, None),
        ("min-bund-wirtschaft", ActorKind.MINISTRY, None),
    ],
)
def test_kinds_become_actor_kinds(row_id, kind, chamber_type):
    row = next(row for row in read_tables().bodies() if row.id == row_id)
    assert (row.kind, row.chamber_type) == (kind, chamber_type)


def test_everyday_words_are_towns():
    towns = {re.sub(r"\s*[(/].*", "", row["name"]) for row in read_rows("municipalities")}
    assert {row["word"] for row in read_rows("everyday_words")} <= towns


def test_words_kept_out_of_texts_are_in_the_register():
    names = {
        text for rows in ROWS.values() for row in rows for text in (row["short_name"], *split_list(row["aliases"]))
    }
    assert NOT_LITERAL - names == set()
    assert REGION_NOT_LITERAL - names == set()
