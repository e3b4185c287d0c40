"""Who takes part in what, as tables of every form say it; and that forms and formats agree."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.checking import check_reading
from graph.model import Absence, Actor, Initiative, Listing, Participation
from loaders.files import read_source
from tests.loaders.tables import samples
from tests.loaders.tables.reading import lines, names, read_table, said, write_csv, write_xlsx
from tests.loaders.tables.samples import DIALOG, STAHL, Grid

ALL = samples.EDGE_LISTS | samples.MATRICES | samples.MEMBER_LISTS | samples.NO_MEMBERS


@pytest.mark.parametrize("name", ALL)
def test_a_workbook_says_who_takes_part(name: str, tmp_path: Path) -> None:
    sample = ALL[name]
    path = write_xlsx(tmp_path, sample.sheets, sample.stem)
    reading, ignored = read_table(path)
    check_reading(reading)
    assert said(reading) == sample.said
    assert lines(ignored) == sample.ignored
    dropped = [column.heading for sheet in read_source(path).sheets for column in sheet.dropped]
    assert tuple(dict.fromkeys(dropped)) == sample.dropped


@pytest.mark.parametrize("name", [name for name, sample in ALL.items() if len(sample.sheets) == 1])
def test_the_same_as_csv_says_the_same(name: str, tmp_path: Path) -> None:
    sample = ALL[name]
    ((title, rows),) = sample.sheets.items()
    stem = sample.stem if title.startswith("Tabelle") else title
    reading, ignored = read_table(write_csv(tmp_path, rows, stem))
    assert said(reading) == sample.said
    assert lines(ignored) == sample.ignored


@pytest.mark.parametrize("name", ALL)
def test_evidence_is_a_row_of_the_text_as_it_stands(name: str, tmp_path: Path) -> None:
    sample = ALL[name]
    reading, _ = read_table(write_xlsx(tmp_path, sample.sheets, sample.stem))
    rows = reading.document.text.split("\n")
    takings = {fact.id for fact in reading.facts if isinstance(fact, Participation)}
    for statement in reading.statements:
        assert statement.quote in rows
        assert statement.quote == reading.document.text[statement.quote_start : statement.quote_end]
        assert statement.fact_id not in takings or statement.confidence >= 0.85


def test_dates_of_a_row_are_its_period(tmp_path: Path) -> None:
    reading, _ = read_table(write_xlsx(tmp_path, samples.EDGE_LISTS["german headings"].sheets))
    found = {
        (statement.quote.split(" | ")[0], statement.since, statement.until)
        for statement in reading.statements
        if statement.method == "table"
    }
    assert found == {
        ("IHK zu Köln", "2019-03-01", None),
        ("IG Metall", "2019", "2021-12-31"),
        ("Handwerkskammer Kassel", "2020-03", None),
        ("Werkzeugbau Quandel", None, None),
    }


@pytest.mark.parametrize(
    ("heading", "cell", "kind"),
    [
        ("Art", "Unternehmen", "company"),
        ("Kategorie", "Gewerkschaft", "union"),
        ("Typ", "Hochschulen", "university"),
        ("Art", "Wirtschaftsförderung", "public_body"),
        ("Ort", "Aalen", "other"),
    ],
)
def test_the_kind_of_an_unknown_name_is_its_columns(heading: str, cell: str, kind: str, tmp_path: Path) -> None:
    rows: Grid = [["Organisation", heading, "Initiative"], ["Quandelhaus", cell, STAHL]]
    reading, _ = read_table(write_csv(tmp_path, rows))
    assert names(reading, Actor) == {"Quandelhaus": kind}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Gießereiverband Brenztal", "business_association"),
        ("Quandel GmbH", "company"),
        ("Hochschule Brenztal", "university"),
        ("IHK zu Köln", "chamber"),
        ("Quandelhaus", "other"),
    ],
)
def test_the_kind_of_a_name_is_what_its_words_say(name: str, kind: str, tmp_path: Path) -> None:
    reading, _ = read_table(write_csv(tmp_path, [["Organisation", "Initiative"], [name, STAHL]]))
    assert set(names(reading, Actor).values()) == {kind}


def test_a_town_completes_a_name_that_says_not_enough(tmp_path: Path) -> None:
    rows: Grid = [["Organisation", "Ort", "Initiative"], ["Handwerkskammer", "Kassel", STAHL]]
    reading, _ = read_table(write_csv(tmp_path, rows))
    assert set(names(reading, Actor)) == {"HWK Kassel"}


def test_a_word_for_a_kind_takes_part_as_a_group(tmp_path: Path) -> None:
    reading, _ = read_table(write_csv(tmp_path, [["Organisation", "Initiative"], ["Hochschulen", STAHL]]))
    assert said(reading) == {("Hochschulen", STAHL, "member")}
    assert names(reading, Actor) == {}


def test_persons_are_no_organisations(tmp_path: Path) -> None:
    rows: Grid = [
        ["Organisation", "Initiative"], ["IG Metall", STAHL], ["IHK zu Köln", STAHL], ["Frau Dr. Tannhuber", STAHL],
    ]  # fmt: skip
    reading, ignored = read_table(write_csv(tmp_path, rows))
    assert said(reading) == {("IG Metall", STAHL, "member"), ("IHK Köln", STAHL, "member")}
    assert [(one.line, one.reason, one.words) for one in ignored] == [(4, "person", "")]


def test_a_land_in_the_row_is_where_the_initiative_is(tmp_path: Path) -> None:
    rows: Grid = [["Initiative", "Land", "Organisation"], ["Werkraum Ost", "Sachsen", "IG Metall"]]
    reading, _ = read_table(write_csv(tmp_path, rows))
    assert [node.regions for node in reading.nodes if isinstance(node, Initiative)] == [("de-sn",)]


def test_no_in_a_matrix_is_a_documented_absence_and_a_dash_is_none(tmp_path: Path) -> None:
    rows: Grid = [["Initiative", "IG Metall", "IHK zu Köln", "IGBCE"], [STAHL, "nein", "-", "x"]]
    reading, _ = read_table(write_csv(tmp_path, rows))
    absent = [fact.absent_id for fact in reading.facts if isinstance(fact, Absence)]
    assert [node.name for node in reading.nodes if node.id in absent and isinstance(node, Actor)] == ["IG Metall"]
    assert said(reading) == {("IGBCE", STAHL, "member")}


def test_two_who_take_part_are_an_enumeration_and_one_is_none(tmp_path: Path) -> None:
    rows: Grid = [["Organisation", "Initiative"], ["IG Metall", STAHL], ["IGBCE", STAHL], ["IGBCE", DIALOG]]
    reading, _ = read_table(write_csv(tmp_path, rows))
    listed = {fact.initiative_id for fact in reading.facts if isinstance(fact, Listing)}
    assert [node.name for node in reading.nodes if node.id in listed and isinstance(node, Initiative)] == [STAHL]


def test_what_stands_beside_a_table_is_read_as_text(tmp_path: Path) -> None:
    sheets: dict[str, Grid] = {
        "Liste": [["Organisation", "Initiative"], ["IG Metall", STAHL]],
        "Hinweise": [[f"Am {DIALOG} sind die IHK Kassel-Marburg und die IG Metall beteiligt."]],
    }
    reading, _ = read_table(write_xlsx(tmp_path, sheets))
    assert ("IG Metall", STAHL, "member") in said(reading)
    assert ("IHK Kassel-Marburg", DIALOG) in {(who, what) for who, what, _ in said(reading)}


BODIES = ("IHK zu Köln", "IG Metall", "ver.di", "Handwerkskammer Kassel", "Quandel & Söhne", "Gießerei Brenztal")
INITIATIVES = (STAHL, DIALOG, "Netzwerk Zukunft Brenztal")
TICKS = {"x": "", "✓": "", "Mitglied": "Mitglied", "Träger": "Träger", "Partner": "Partner"}
EDGES = st.dictionaries(
    st.tuples(st.sampled_from(BODIES), st.sampled_from(INITIATIVES)), st.sampled_from(sorted(TICKS)), min_size=1
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDGES, st.booleans())
def test_an_edge_list_in_csv_and_xlsx_and_a_matrix_say_the_same(
    tmp_path: Path, edges: dict[tuple[str, str], str], turned: bool
) -> None:
    rows: Grid = [["Organisation", "Initiative", "Rolle"], *([*pair, TICKS[tick]] for pair, tick in edges.items())]
    down, across = sorted({pair[0] for pair in edges}), sorted({pair[1] for pair in edges})
    matrix: Grid = [["Organisation", *across], *([one, *(edges.get((one, i), "") for i in across)] for one in down)]
    if turned:
        matrix = [list(column) for column in zip(*matrix, strict=True)]
        matrix[0][0] = "Initiative"
    as_list, _ = read_table(write_csv(tmp_path, rows))
    assert len(said(as_list)) == len(edges)
    facts = {fact.id for fact in as_list.facts if isinstance(fact, Participation)}
    for path in (
        write_xlsx(tmp_path, {"Liste": rows}),
        write_csv(tmp_path, matrix, "m"),
        write_xlsx(tmp_path, {"M": matrix}, "n"),
    ):
        reading, ignored = read_table(path)
        assert {fact.id for fact in reading.facts if isinstance(fact, Participation)} == facts
        assert ignored == []
