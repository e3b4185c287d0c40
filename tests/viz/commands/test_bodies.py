"""`gaps --expected` and `gaps --for`: whom the register names, in words, as JSON and as a sheet."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas, load_text, words

TEXT = """Übersicht der Industriedialoge
Stand: 12.03.2018

Hessen

Allianz Industrie Mittelhessen
Die Allianz Industrie Mittelhessen ist ein Bündnis der IHK Gießen-Friedberg und des Hessischen Wirtschaftsministeriums.
Die Gewerkschaften sind nicht beteiligt.

Bündnis Zukunft Kassel
Im Bündnis Zukunft Kassel wirken die Stadt Kassel, die IG Metall und Hochschulen mit.

Bayern

Für Bayern liegen uns keine Erkenntnisse vor.
"""
MITTE = ("gaps", "--for", "IG Metall Bezirk Mitte")


@pytest.fixture
def loaded(atlas: Atlas, tmp_path: Path) -> Atlas:
    return load_text(atlas, tmp_path / "hessen.txt", TEXT)


def below(said: str, heading: str) -> str:
    """What is said from a heading on, in one line."""
    return words(said[said.index(heading) :])


def test_every_gap_names_whom_the_register_expects_absences_first(loaded: Atlas) -> None:
    said = loaded("gaps", "--expected", "--date", "2018-03-12")
    told = below(said.out, "Wer laut Verzeichnis zuständig wäre (Stand 12.03.2018)")
    assert said.code == 0
    absent = told.index("× Gewerkschaft: DGB Hessen-Thüringen, IG Metall Mitte, IGBCE Hessen-Thüringen")
    assert absent < told.index("Handwerkskammer:")
    assert "je nach Ort:" in told
    assert "unsicher" not in told
    assert told.endswith("Wer hier nicht steht, kann es trotzdem geben.")


def test_the_matrix_alone_says_how_to_ask_for_them(loaded: Atlas) -> None:
    said = loaded("gaps")
    assert said.out.rstrip().endswith("Wer laut Verzeichnis zuständig wäre, zeigt „gaps --expected“.")
    assert "DGB Hessen-Thüringen" not in said.out


def test_json_has_the_matrix_as_before_and_the_bodies_beside_it(loaded: Atlas) -> None:
    plain = json.loads(loaded("gaps", "--json").out)
    told = json.loads(loaded("gaps", "--expected", "--json").out)
    assert {key: told[key] for key in plain} == plain
    first = told["expected"][0]["vacancies"][0]
    assert (first["column"], first["value"]) == ("union", "absent")
    body = first["bodies"][0]
    assert (body["competent"]["id"], body["cell"]["value"]) == ("dgb-hessen-thueringen", "absent")
    assert (body["competent"]["confidence"], body["competent"]["sources"]) == ("high", ["s-seed", "s-own"])
    assert body["cell"]["evidence"][0]["quote"] == "Die Gewerkschaften sind nicht beteiligt."
    assert "companies" in told["unheld"]


def test_the_sheet_has_a_line_a_body_with_its_source(loaded: Atlas) -> None:
    said = loaded("gaps", "--expected", "--kind", "gewerkschaft", "--csv", "-").out
    rows = list(csv.DictReader(io.StringIO(said), delimiter=";"))
    named = {row["Zuständig laut Verzeichnis"]: row for row in rows}
    mitte = named["IG Metall Mitte"]
    assert (mitte["Wert"], mitte["Verlässlichkeit"]) == ("laut Quelle nicht beteiligt", "belegt")
    assert mitte["Quellen im Verzeichnis"] == "s-wiki-igm-mitte, s-seed"
    assert mitte["Zitat"] == "Die Gewerkschaften sind nicht beteiligt."
    assert rows[-1]["Hinweis"].startswith("Nicht im Verzeichnis: ")
    assert len({len(row) for row in csv.reader(io.StringIO(said), delimiter=";")}) == 1


def test_one_body_is_told_where_it_is_absent_and_where_its_union_sits(loaded: Atlas) -> None:
    said = loaded(*MITTE)
    told = words(said.out)
    assert said.code == 0
    assert told.startswith("Wo ist IG Metall Mitte dabei? Gewerkschaft · Hessen, Rheinland-Pfalz, Saarland, Thüringen")
    assert "1 Dokument durchsucht, Stand 12.03.2018" in told
    assert "Laut Quelle nicht beteiligt (1) Allianz Industrie Mittelhessen (" in told
    assert "„Die Gewerkschaften sind nicht beteiligt.“" in told
    assert "Nicht selbst dabei, aber vertreten (1) Bündnis Zukunft Kassel" in told
    assert "über die übergeordnete Organisation IG Metall" in told
    assert "Keine Angaben, also auch keine Lücke: Rheinland-Pfalz, Saarland, Thüringen" in told


def test_a_body_answers_as_json_and_as_a_sheet(loaded: Atlas, tmp_path: Path) -> None:
    told = json.loads(loaded(*MITTE, "--json").out)
    assert [(one["initiative"]["name"], one["cell"]["value"]) for one in told["tables"]] == [
        ("Allianz Industrie Mittelhessen", "absent"),
        ("Bündnis Zukunft Kassel", "represented"),
    ]
    path = tmp_path / "mitte.csv"
    assert loaded(*MITTE, "--csv", path).code == 0
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert [row["Was die Dokumente über sie sagen"] for row in rows] == [
        "laut Quelle nicht beteiligt",
        "nicht selbst dabei, aber vertreten",
    ]


def test_an_unknown_body_gives_the_three_nearest_with_their_commands(loaded: Atlas) -> None:
    said = loaded("gaps", "--for", "IG Metal Mite")
    assert (said.code, said.out.count("buendnisatlas gaps --for")) == (1, 3)
    assert said.out.startswith("„IG Metal Mite“ steht nicht im Verzeichnis. Am ähnlichsten:")
    assert 'buendnisatlas gaps --for "igm-mitte"' in said.out


def test_a_name_of_two_bodies_asks_which(loaded: Atlas) -> None:
    said = loaded("gaps", "--for", "VME")
    assert (said.code, said.out.count("buendnisatlas gaps --for")) == (1, 2)
    assert said.out.startswith("„VME“ kann mehrere Organisationen im Verzeichnis meinen:")


def test_a_body_of_another_time_says_when_it_was_there(loaded: Atlas) -> None:
    said = words(loaded("gaps", "--for", "IGBCE Westfalen", "--date", "1.2.2026").out)
    assert "Laut Verzeichnis gab es diese Organisation am 01.02.2026 nicht (bis 31.12.2025)" in said


def test_a_kind_never_asked_for_is_refused_in_one_line(loaded: Atlas) -> None:
    said = loaded("gaps", "--for", "Arbeitskammer des Saarlandes")
    assert (said.code, said.out) == (1, "")
    assert "wird bei den Lücken nicht gefragt" in said.err


@pytest.mark.parametrize("option", [("--kind", "ihk"), ("--expected",)])
def test_one_body_is_asked_without_kinds(loaded: Atlas, option: tuple[str, ...]) -> None:
    assert loaded(*MITTE, *option).code == 2


@pytest.mark.parametrize("width", [80, 100, 140])
def test_both_fit_the_screen(loaded: Atlas, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for said in (loaded("gaps", "--expected"), loaded(*MITTE), loaded("gaps", "--for", "Xy")):
        assert max(map(len, said.out.splitlines())) < width


def test_persons_in_quotes_are_masked_where_the_answer_leaves(atlas: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT.replace("Die Gewerkschaften sind", "Die Gewerkschaften sind laut Frau Sabine Muster"), "utf-8")
    atlas("load", path)
    for command in (("gaps", "--expected"), MITTE):
        assert "Sabine Muster" not in atlas(*command, "--json").out
        assert "Sabine Muster" in atlas(*command, "--json", "--with-names").out


def test_english_is_spoken_throughout(loaded: Atlas) -> None:
    assert "Who would be competent" in loaded("gaps", "--expected", "--lang", "en").out
    assert "not there itself, but represented" in loaded(*MITTE, "--lang", "en").out.lower()
