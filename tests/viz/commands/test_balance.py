"""`gaps --balance`: on the screen, as JSON, as a sheet and as a workbook; what is more than chance says so."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import StorePlace
from tests.queries.test_balance import told
from tests.viz.commands.conftest import HESSEN, Atlas, words
from tests.viz.commands.test_workbook import sheets


@pytest.fixture
def loaded(atlas: Atlas, document: Path) -> Atlas:
    """One table with a union, an IHK and a ministry; the employers are told to be absent."""
    assert atlas("load", document).code == 0
    return atlas


@pytest.fixture
def many(either: Atlas, store_place: StorePlace) -> Atlas:
    """24 tables at which unions and employers sit together or not at all."""
    with store_place.open() as store:
        store.write_reading(told(24, together=True))
    return either


def test_a_table_says_who_is_known_which_sides_are_named_and_how_mixed_it_is(loaded: Atlas) -> None:
    said = loaded("gaps", "--balance")
    lines = [line.split() for line in said.out.splitlines()]
    assert ["Allianz", "Industrie", "Mittelhessen", "1", "○", "1", "×", "1", "○", "0,74"] in lines
    text = words(said.out)
    assert "nur Gewerkschaften genannt: 1 Initiative; bei 1 davon eine Seite laut Quelle nicht beteiligt Welche" in text
    assert "Erst ab 20 Initiativen" in text
    assert "hier sind es 1." in text
    assert "„Nicht genannt“ heißt nicht „nicht beteiligt“." in text
    assert "fehlt" not in text


def test_below_three_known_members_nothing_is_said_of_the_mix(atlas: Atlas, document: Path) -> None:
    document.write_text(HESSEN.replace("der IG Metall, der", "der Gewerkschaften, der"), encoding="utf-8")
    atlas("load", document)
    text = words(atlas("gaps", "--balance").out)
    assert "<3 weniger als 3 Mitglieder sind mit Namen und Art bekannt: keine Angabe zur Mischung" in text
    [row] = json.loads(atlas("gaps", "--balance", "--json").out)["balance"]
    assert (row["blau"], row["iqv"]) == (None, None)
    assert [(one["kind"], len(one["names"]), one["as_group"]) for one in row["members"]] == [
        ("ihk", 1, False),
        ("union", 0, True),
        ("government", 1, False),
    ]


def test_what_is_more_than_chance_is_said_so_with_its_figures(many: Atlas) -> None:
    text = words(many("gaps", "--balance").out)
    assert "Öfter gemeinsam, als Zufall erwarten lässt Gewerkschaft – Arbeitgeber- oder Wirtschaftsverband 12" in text
    assert "24 Initiativen, in denen jemand genannt ist, neben 2.000 Auslosungen" in text
    assert "beide Seiten genannt: 12 Initiativen" in text
    assert "beide Seiten durch Zufall: im Mittel" in text
    assert many("gaps", "--balance").out == many("gaps", "--balance").out


def test_as_json_it_is_the_matrix_and_the_balance(many: Atlas) -> None:
    found, plain = (json.loads(many("gaps", *words, "--json").out) for words in (("--balance",), ()))
    assert {key: found[key] for key in plain} == plain
    assert (found["compared"], found["samples"], len(found["pairs"])) == (24, 2000, 15)
    [partners] = [one for one in found["pairs"] if (one["one"], one["other"]) == ("union", "employers")]
    assert (partners["observed"], partners["verdict"]) == (12, "more")
    assert partners["drawn"]["low"] <= partners["drawn"]["mean"] <= partners["drawn"]["high"] < 12
    assert partners["p"] <= 0.05


def test_as_a_sheet_it_has_a_line_an_initiative_and_one_a_pair(many: Atlas) -> None:
    rows = list(csv.DictReader(io.StringIO(many("gaps", "--balance", "--csv", "-").out), delimiter=";"))
    assert len(rows) == 24 + 15
    [first] = [row for row in rows if row["Initiative"] == "Bündnis 00"]
    assert (first["Bekannte Mitglieder"], first["Gewerkschaft"], first["Sozialpartner"], first["Wer"]) == (
        "3",
        "1",
        "beide Seiten genannt",
        "IG Metall, VhU, Land",
    )
    assert (first["Blau"], first["IQV"]) == ("0,67", "0,74")
    assert rows[-1]["Initiative"] == "Ministerium oder öffentliche Stelle – Hochschule oder Forschung"
    assert rows[-1]["Hinweis"].startswith("gemeinsam in ")


def test_as_a_workbook_it_has_two_sheets_and_says_what_they_mean(loaded: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    said = loaded("gaps", "--balance", "--xlsx", path)
    assert (said.code, said.out.strip()) == (0, f"1 Initiative geschrieben: {path}")
    found = sheets(path)
    assert list(found) == ["Matrix", "Ausgewogenheit", "Paare von Arten", "Zellen", "Quellen", "Hinweise"]
    [row] = found["Ausgewogenheit"]
    assert (row["Gewerkschaftsseite"], row["Arbeitgeberseite"]) == ("beteiligt", "laut Quelle nicht beteiligt")
    assert len(found["Paare von Arten"]) == 15
    assert {one["Urteil"] for one in found["Paare von Arten"]} == {
        "zu wenige Initiativen für den Vergleich mit dem Zufall"
    }
    assert any(one["Zum Lesen"].startswith("Mischung (IQV): 0, wenn") for one in found["Hinweise"])


def test_a_kind_keeps_its_column_and_its_pairs(many: Atlas, tmp_path: Path) -> None:
    said = json.loads(many("gaps", "--balance", "--kind", "gewerkschaft", "--json").out)
    assert len(said["pairs"]) == 5
    assert {cell["column"] for row in said["rows"] for cell in row["cells"]} == {"union"}
    text = words(many("gaps", "--balance", "--kind", "gewerkschaft", "--region", "Thüringen").out)
    assert "Nur: Thüringen · Gewerkschaft" in text
    path = tmp_path / "a.xlsx"
    assert many("gaps", "--balance", "--kind", "gewerkschaft", "--xlsx", path).code == 0
    assert list(sheets(path)["Matrix"][0]) == ["Land", "Initiative", "Gewerkschaft"]


@pytest.mark.parametrize("width", [80, 120])
def test_it_fits_the_screen(many: Atlas, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(map(len, many("gaps", "--balance").out.splitlines())) < width


def test_english_is_spoken_throughout(loaded: Atlas) -> None:
    said = loaded("gaps", "--balance", "--lang", "en").out
    assert "How evenly are the tables set?" in said
    assert "only unions named" in said


def test_another_view_beside_it_is_refused(loaded: Atlas) -> None:
    said = loaded("gaps", "--balance", "--by-region")
    assert (said.code, "nur eine davon" in said.err) == (2, True)
