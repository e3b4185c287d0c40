"""`path` and `overlap` as people read them."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas, load_text, words

TEXT = """Überblick

Stand: 12.03.2018

Die Allianz Industrie Mittelhessen ist ein Bündnis der IG Metall und der IHK Gießen-Friedberg.

Das Bündnis Werkstatt Kassel ist ein Bündnis der IG Metall und der Handwerkskammer Kassel.

Das Bündnis Hafen Emden ist ein Bündnis des DGB und der IHK für Ostfriesland und Papenburg.
"""
MITTE, KASSEL = "Allianz Industrie Mittelhessen", "Werkstatt Kassel"


@pytest.fixture
def loaded(either: Atlas, tmp_path: Path) -> Atlas:
    """Two alliances that share a union, and a third that shares nobody; on each kind of store."""
    return load_text(either, tmp_path / "bund.txt", TEXT)


def test_a_path_tells_every_step_with_its_quote(loaded: Atlas) -> None:
    said = loaded("path", "IHK Gießen-Friedberg", "HWK Kassel")
    told = [line for line in said.out.splitlines() if line.startswith("  ") and not line.startswith("     ")]
    assert said.code == 0
    assert said.out.startswith("IHK Gießen-Friedberg und HWK Kassel sind in 4 Schritten verbunden.\n")
    assert [line.strip().split(",")[0] for line in told] == [
        "IHK Gießen-Friedberg",
        "↓ ist beteiligt (Mitglied) an",
        MITTE,
        "↓ daran ist beteiligt (Mitglied)",
        "IG Metall",
        "↓ ist beteiligt (Mitglied) an",
        "Bündnis Werkstatt Kassel",
        "↓ daran ist beteiligt (Mitglied)",
        "HWK Kassel",
    ]
    assert said.out.count("„Die Allianz Industrie Mittelhessen ist ein Bündnis der IG Metall") == 2
    assert "Sie sagt nicht, dass beide sich kennen" in words(said.out)


def test_no_path_says_what_that_means_and_what_not(loaded: Atlas) -> None:
    said = loaded("path", "IG Metall", "DGB")
    assert said.code == 0
    assert said.out.startswith("Zwischen IG Metall und DGB ist keine Verbindung belegt.")
    assert "IG Metall: verbunden mit 4 Akteuren und Initiativen." in said.out
    assert "Es heißt nicht, dass beide nichts miteinander zu tun haben" in words(said.out)


def test_one_thing_under_two_names_is_told(loaded: Atlas) -> None:
    assert loaded("path", "IG Metall", "IGM").out == "Beide Namen meinen denselben Eintrag: IG Metall.\n"


@pytest.mark.parametrize("command", ["path", "overlap"])
def test_an_unknown_name_gets_the_three_nearest_each_with_the_whole_command(loaded: Atlas, command: str) -> None:
    said = loaded(command, "IG Metall", "Xylophonverband Quedlinburg")
    assert said.code == 1
    lines = [line.strip() for line in said.out.splitlines() if line.strip().startswith("buendnisatlas")]
    assert len(lines) == 3
    assert all(line.startswith(f'buendnisatlas {command} "IG Metall" "') for line in lines)


@pytest.mark.parametrize("command", ["path", "overlap"])
def test_an_ambiguous_name_is_asked_back(loaded: Atlas, command: str) -> None:
    said = loaded(command, "IHK", "IG Metall")
    assert said.code == 1
    assert said.out.splitlines()[0] == "„IHK“ kann 2 Einträge meinen:"
    asked = json.loads(loaded(command, "IHK", "IG Metall", "--json").out)
    assert len(asked["matches"]) == 2


def test_two_initiatives_tell_who_sits_in_both(loaded: Atlas) -> None:
    said = loaded("overlap", MITTE, KASSEL).out
    both, only_one, only_other = said.split("Nach den Dokumenten nur in ")
    assert "In beiden (1)\n  IG Metall (Gewerkschaft)\n" in both
    assert only_one.startswith("Allianz Industrie Mittelhessen (1)\n  IHK Gießen-Friedberg (IHK)\n")
    assert only_other.startswith("Bündnis Werkstatt Kassel (1)\n  HWK Kassel (Handwerkskammer)\n")
    assert "Es heißt nicht, dass es keine gibt." in words(said)


def test_two_actors_tell_where_both_sit(loaded: Atlas) -> None:
    said = loaded("overlap", "IG Metall", "HWK Kassel").out
    assert "Beide (1)\n  Bündnis Werkstatt Kassel (Bündnis)\n" in said
    assert "Nach den Dokumenten nur IG Metall (1)\n  Allianz Industrie Mittelhessen (Bündnis)\n" in said


def test_an_actor_and_an_initiative_are_sent_to_path(loaded: Atlas) -> None:
    said = loaded("overlap", MITTE, "IG Metall")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Das eine ist ein Akteur, das andere eine Initiative")


def test_the_answers_for_other_programs(loaded: Atlas) -> None:
    found = json.loads(loaded("path", MITTE, "HWK Kassel", "--json").out)
    assert (found["length"], [step["end"]["name"] for step in found["paths"][0]]) == (
        3,
        ["IG Metall", "Bündnis Werkstatt Kassel", "HWK Kassel"],
    )
    assert found["paths"][0][0]["ties"][0]["evidence"][0]["quote"].startswith("Die Allianz Industrie")
    shared = json.loads(loaded("overlap", MITTE, KASSEL, "--json").out)
    assert [common["node"]["name"] for common in shared["common"]] == ["IG Metall"]
    rows = list(csv.DictReader(io.StringIO(loaded("overlap", MITTE, KASSEL, "--csv", "-").out), delimiter=";"))
    assert [(row["Vergleich"], row["Akteur"]) for row in rows] == [
        ("in beiden", "IG Metall"),
        ("in beiden", "IG Metall"),
        ("nur hier genannt", "IHK Gießen-Friedberg"),
        ("nur hier genannt", "HWK Kassel"),
    ]
    assert all(row["Zitat"] and row["Zuletzt belegt"] == "12.03.2018" for row in rows)


def test_a_date_before_everything_knows_neither(loaded: Atlas) -> None:
    said = loaded("path", MITTE, KASSEL, "--date", "1.1.2017")
    assert (said.code, said.out) == (1, "")
    assert "Im Graphen steht" in said.err


@pytest.mark.parametrize("command", ["path", "overlap"])
def test_persons_in_quotes_are_masked_for_other_programs(either: Atlas, tmp_path: Path, command: str) -> None:
    path = tmp_path / "bund.txt"
    path.write_text(TEXT.replace("der IG Metall und", "der IG Metall (Frau Sabine Muster) und"), encoding="utf-8")
    either("load", path)
    masked = either(command, MITTE, KASSEL, "--json").out
    whole = either(command, MITTE, KASSEL, "--json", "--with-names").out
    assert ("Sabine Muster" in masked, "[Name]" in masked) == (False, True)
    assert "Sabine Muster" in whole


def test_bridges_are_a_table_with_what_each_column_says(loaded: Atlas) -> None:
    said = loaded("bridges")
    assert said.code == 0
    assert said.out.startswith("Wer verbindet? 5 Akteure und 3 Initiativen betrachtet\n")
    [row] = [line.split() for line in said.out.splitlines() if line.startswith("IG Metall  ")]
    assert row == ["IG", "Metall", "2", "19,0", "%", "ja", "0,50", "1", "0"]
    assert "  IG Metall:\n    – Allianz Industrie Mittelhessen (1 Akteur)\n" in said.out
    for column in ("Tische", "Vermittlung", "Einzige Verbindung", "Bindung", "Arten und Länder"):
        assert f"\n  {column}" in said.out.partition("Was die Spalten sagen")[2]
    assert said.out.count("Sie sagt nicht, dass") + said.out.count("Sie ist kein Maß") == 2


def test_bridges_for_other_programs(loaded: Atlas) -> None:
    found = json.loads(loaded("bridges", "--json", "--limit", "1").out)
    assert ([row["node"]["name"] for row in found["rows"]], found["total"]) == (["IG Metall"], 4)
    rows = list(csv.DictReader(io.StringIO(loaded("bridges", "--csv", "-").out), delimiter=";"))
    assert (rows[0]["Name"], rows[0]["Einzige Verbindung"], rows[0]["Bindung"]) == ("IG Metall", "ja", "0,50")
    assert rows[0]["Arten: zwei verschiedene andere"] == "1"


def test_where_nobody_connects_that_is_said(either: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "bund.txt"
    path.write_text("Notiz\n\nDie IG Metall hat eine neue Satzung.\n", encoding="utf-8")
    either("load", path)
    assert "Niemand steht zwischen zwei anderen" in either("bridges").out


def test_communities_are_named_and_explained(loaded: Atlas) -> None:
    said = loaded("communities").out
    assert said.startswith("3 Gemeinschaften\n\n1. Allianz Industrie Mittelhessen\n")
    assert "  Akteure: IG Metall, IHK Gießen-Friedberg\n  Beteiligungen: 2 innerhalb, 1 zu anderen" in said
    assert "Das sagt nicht, dass sie sich als Gemeinschaft verstehen" in words(said)
    rows = list(csv.DictReader(io.StringIO(loaded("communities", "--csv", "-").out), delimiter=";"))
    assert [(row["Nummer"], row["Name"]) for row in rows][:2] == [("1", MITTE), ("1", "IG Metall")]
    assert json.loads(loaded("communities", "--json").out)["total"] == 3


def test_where_nobody_takes_part_there_are_no_communities(either: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "bund.txt"
    path.write_text("Notiz\n\nDie IG Metall hat eine neue Satzung.\n", encoding="utf-8")
    either("load", path)
    assert either("communities").out.startswith("Keine Gemeinschaften: ")
