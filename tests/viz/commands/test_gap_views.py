"""`gaps` narrowed and added up: filters in words, the matrix region × kind, dates that cannot be meant."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas, load_text, words
from tests.viz.commands.test_workbook import sheets

TEXT = """Übersicht der Industriedialoge
Stand: 12.03.2018

Hessen

Allianz Industrie Mittelhessen
Die Allianz Industrie Mittelhessen ist ein Bündnis der IHK Gießen-Friedberg und des Hessischen Wirtschaftsministeriums.
Die Gewerkschaften sind nicht beteiligt.

Masterplan Industrie Kassel
Am Masterplan Industrie Kassel wirken die Stadt Kassel und die IG Metall mit.

Thüringen

Industriedialog Gera
Am Industriedialog Gera wirken die IHK Ostthüringen zu Gera und die IG Metall mit.

Bayern

Für Bayern liegen uns keine Erkenntnisse vor.
"""


@pytest.fixture
def loaded(atlas: Atlas, tmp_path: Path) -> Atlas:
    return load_text(atlas, tmp_path / "übersicht.txt", TEXT)


def names(loaded: Atlas, *words: str) -> list[str]:
    found = json.loads(loaded("gaps", *words, "--json").out)
    return [row["initiative"]["name"] for row in (*found["rows"], *found["without_table"])]


def test_every_land_says_in_how_many_initiatives_a_kind_is(loaded: Atlas) -> None:
    said = loaded("gaps", "--by-region", "--kind", "gewerkschaft")
    lines = [line.split() for line in said.out.splitlines()]
    start = lines.index(["Hessen", "(2", "Initiativen)"])
    assert lines[start + 1] == ["Gewerkschaft", "1", "1", "12.03.2018"]
    assert ["Alle", "Regionen,", "jede", "Initiative", "einmal", "(3", "Initiativen)"] in lines
    assert "„Nicht genannt“ heißt nicht „nicht beteiligt“." in words(said.out)
    assert "Bayern – Quelle: keine Erkenntnisse" in said.out


def test_by_region_as_json_leads_to_the_cells_and_their_quotes(loaded: Atlas) -> None:
    told = json.loads(loaded("gaps", "--by-region", "--json").out)
    plain = json.loads(loaded("gaps", "--json").out)
    assert {key: told[key] for key in plain} == plain
    [hessen] = [one for one in told["regions"] if one["region"] == "de-he"]
    [union] = [cell for cell in hessen["cells"] if cell["column"] == "union"]
    assert [(one["value"], len(one["initiatives"])) for one in union["values"]] == [("present", 1), ("absent", 1)]
    ids = {row["initiative"]["id"] for row in told["rows"]}
    assert {id for one in union["values"] for id in one["initiatives"]} <= ids
    assert len(told["total"]["initiatives"]) == len(told["rows"])


def test_by_region_as_a_sheet_has_a_line_a_region_and_kind(loaded: Atlas) -> None:
    rows = list(csv.DictReader(io.StringIO(loaded("gaps", "--by-region", "--csv", "-").out), delimiter=";"))
    [union] = [row for row in rows if (row["Region"], row["Art"]) == ("Hessen", "Gewerkschaft")]
    assert (union["Initiativen"], union["beteiligt"], union["laut Quelle nicht beteiligt"]) == ("2", "1", "1")
    assert union["Neueste Fundstelle"] == "12.03.2018"
    assert len([row for row in rows if row["Art"]]) == 3 * 6
    [bavaria] = [row for row in rows if row["Region"] == "Bayern"]
    assert (bavaria["Hinweis"], bavaria["Initiativen"]) == ("Keine Angaben: Quelle: keine Erkenntnisse", "")


@pytest.fixture
def of_a_kreis(loaded: Atlas, tmp_path: Path) -> Atlas:
    """One of Hessen's 21 Landkreise and 6 kreisfreie Städte has an initiative."""
    path = tmp_path / "kreis.txt"
    told = "Am Industriedialog Landkreis Gießen wirkt der Landkreis Gießen mit."
    path.write_text(f"Hessen\n\nIndustriedialog Landkreis Gießen\n{told}\n", encoding="utf-8")
    assert loaded("load", path).code == 0
    return loaded


def test_the_kreise_without_an_initiative_are_named_in_every_form(of_a_kreis: Atlas, tmp_path: Path) -> None:
    [land] = json.loads(of_a_kreis("gaps", "--by-region", "--json").out)["districts"]
    names = [name for _id, name in land["districts"]]
    assert (land["name"], land["count"], "Landkreis Gießen" in names, "Landkreis Fulda" in names) == (
        "Hessen",
        27,
        False,
        True,
    )
    rows = list(csv.DictReader(io.StringIO(of_a_kreis("gaps", "--by-region", "--csv", "-").out), delimiter=";"))
    reason = "keine eigene Initiative in den Dokumenten genannt"
    told = [row["Region"] for row in rows if row["Hinweis"] == f"Keine Angaben: {reason}"]
    assert told == [f"{name} (Hessen)" for name in names]
    path = tmp_path / "a.xlsx"
    assert of_a_kreis("gaps", "--by-region", "--xlsx", path).code == 0
    sheet = sheets(path)["Keine Angaben"]
    assert [row["Region"] for row in sheet if row["Land"] == "Hessen"] == names
    [bavaria] = [row for row in sheet if row["Region"] == "Bayern"]
    assert bavaria["Zitat"] == "Für Bayern liegen uns keine Erkenntnisse vor."


def test_filters_narrow_the_matrix_and_are_said_in_words(loaded: Atlas) -> None:
    assert names(loaded, "--type", "Masterplan") == ["Masterplan Industrie Kassel"]
    assert names(loaded, "--type", "masterplan", "--region", "Thüringen") == []
    assert len(names(loaded, "--from", "2015", "--to", "2016")) == 3
    said = " ".join(
        loaded("gaps", "--region", "Hessen", "--type", "Masterplan", "--from", "2015", "--kind", "ihk").out.split()
    )
    assert "Nur: Hessen · IHK · Masterplan · Laufzeit: seit 2015 (1 davon ohne Zeitangabe)" in said


def test_filters_narrow_the_expected_bodies_too(loaded: Atlas) -> None:
    told = json.loads(loaded("gaps", "--expected", "--type", "Masterplan", "--json").out)
    assert [one["initiative"]["name"] for one in told["expected"]] == ["Masterplan Industrie Kassel"]


def test_every_cell_with_a_dated_quote_shows_its_year(loaded: Atlas) -> None:
    said = loaded("gaps", "--kind", "gewerkschaft").out
    assert "× 2018" in said
    assert "2018: Jahr der neuesten Fundstelle; ohne Jahr ist ihr Stand unbekannt" in said


DATES = [
    (("--date", "1850"), 1, "„1850“ liegt außerhalb"),
    (("--date", "1.1.2150"), 1, "„1.1.2150“ liegt außerhalb"),
    (("--from", "1899"), 1, "von 1900 bis 2099"),
    (("--date", "neulich"), 1, "„neulich“ ist kein Datum"),
    (("--from", "2020", "--to", "2015"), 1, "endet, bevor er beginnt"),
    (("--type", "Verein"), 2, "Netzwerk, Masterplan, Programm"),
    (("--expected", "--by-region"), 2, "nur eine davon"),
    (("--for", "DGB", "--type", "Masterplan"), 2, "weglassen"),
]


@pytest.mark.parametrize(("words", "code", "line"), DATES)
def test_what_cannot_be_asked_for_is_said_in_one_line(
    loaded: Atlas, words: tuple[str, ...], code: int, line: str
) -> None:
    said = loaded("gaps", *words)
    assert (said.code, said.out) == (code, "")
    assert line in said.err


@pytest.mark.parametrize("date", ["1900", "2099"])
def test_the_ends_of_what_can_be_asked_for_give_an_answer(loaded: Atlas, date: str) -> None:
    assert loaded("gaps", "--date", date).code == 0


@pytest.mark.parametrize("width", [80, 100, 120])
def test_it_fits_the_screen(loaded: Atlas, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    said = loaded("gaps", "--by-region")
    assert max(map(len, said.out.splitlines())) < width


def test_english_is_spoken_throughout(loaded: Atlas) -> None:
    said = loaded("gaps", "--by-region", "--type", "masterplan", "--lang", "en").out
    assert "Only: Master plan" in said
    assert "Region and kind" in said


def test_an_own_no_is_marked_with_its_quote(atlas: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        TEXT.replace("Die Gewerkschaften sind nicht beteiligt", "Die IG Metall hat eine Teilnahme abgelehnt"), "utf-8"
    )
    atlas("load", path)
    said = atlas("gaps", "--kind", "gewerkschaft").out
    assert "×! 2018" in said
    assert "!  hat laut Quelle abgelehnt" in said
    assert "„Die IG Metall hat eine Teilnahme abgelehnt.“" in said


@pytest.fixture
def changed(loaded: Atlas, tmp_path: Path) -> Atlas:
    later = "Stand: 20.04.2021\n\nMasterplan Industrie Kassel\n"
    later += "Am Masterplan Industrie Kassel wirkt die IHK Kassel-Marburg mit.\n"
    path = tmp_path / "später.txt"
    path.write_text(later, encoding="utf-8")
    assert loaded("load", path).code == 0
    return loaded


def test_what_has_become_known_since_a_day_is_told_with_its_quote(changed: Atlas) -> None:
    said = words(changed("gaps", "--since", "2020", "--date", "1.6.2022").out)
    assert said.startswith("Was hat sich vom 01.01.2020 bis zum 01.06.2022 geändert? seitdem ist 1 Dokument")
    assert "Bekannt geworden (1)" in said
    assert "– IHK: in den Quellen nicht genannt → beteiligt; neu: IHK Kassel-Marburg" in said
    assert "„Am Masterplan Industrie Kassel wirkt die IHK Kassel-Marburg mit.“" in said


def test_changes_are_told_as_json_and_as_a_sheet(changed: Atlas) -> None:
    [cell] = json.loads(changed("gaps", "--since", "2020", "--json").out)["cells"]
    assert (cell["kind"], cell["column"], cell["after"]["value"]) == ("known", "ihk", "present")
    said = changed("gaps", "--since", "2020", "--csv", "-").out
    [row] = list(csv.DictReader(io.StringIO(said), delimiter=";"))
    assert (row["Veränderung"], row["Art"], row["Jetzt"]) == ("Bekannt geworden", "IHK", "beteiligt")


def test_where_nothing_has_changed_it_says_so(changed: Atlas) -> None:
    assert "An beiden Tagen ergibt sich dieselbe Matrix." in changed("gaps", "--since", "2022").out


def test_a_day_ahead_is_refused(changed: Atlas) -> None:
    said = changed("gaps", "--since", "2099")
    assert (said.code, said.out, said.err.startswith("01.01.2099 liegt nicht vor dem ")) == (1, "", True)
    assert "-" not in said.err.partition(":")[0]
