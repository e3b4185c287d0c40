"""`partners` as people read it, as JSON and as a sheet."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas, load_text, words

TEXT = """Überblick

Stand: 12.03.2018

Hessen

Allianz Industrie Mittelhessen
Die Allianz Industrie Mittelhessen ist ein Bündnis der IHK Gießen-Friedberg und der Firma Otis.
Die Gewerkschaften sind nicht beteiligt.

Bündnis Werkstatt Kassel
Das Bündnis Werkstatt Kassel ist ein Bündnis der IG Metall, der IHK Gießen-Friedberg und der Handwerkskammer Kassel.
"""
MITTE = "Allianz Industrie Mittelhessen"


@pytest.fixture
def loaded(either: Atlas, tmp_path: Path) -> Atlas:
    """Two alliances of one Land that share a chamber; on each kind of store."""
    return load_text(either, tmp_path / "bund.txt", TEXT)


def test_every_line_says_where_it_comes_from_and_the_list_what_is_not_held(loaded: Atlas) -> None:
    said = loaded("partners", MITTE)
    told = words(said.out)
    assert said.code == 0
    assert said.out.startswith(f"Wen könnte {MITTE} ansprechen?\n")
    first = told[told.index("1 IG Metall") : told.index("Der Satz steht")]
    assert first.startswith("1 IG Metall Mitte · Gewerkschaft · ")
    assert "zuständig (6,50): für das Land zuständig; laut Quelle nicht beteiligt" in first
    assert "anderswo aktiv" in first
    assert "IG Metall in Bündnis Werkstatt Kassel (" in first
    assert "verbunden" in first
    assert "IG Metall sitzt mit IHK Gießen-Friedberg in Bündnis Werkstatt Kassel" in first
    assert "„Die Gewerkschaften sind nicht beteiligt.“" in first
    assert told.endswith("Wer hier nicht steht, kann es trotzdem geben.")
    assert "fehlt" not in told


def test_a_sentence_is_told_once_and_pointed_at_from_other_lines(loaded: Atlas) -> None:
    said = loaded("partners", MITTE).out
    assert said.count("„Die Gewerkschaften sind nicht beteiligt.“") == 1
    assert "Der Satz steht bei 1." in said


def test_quotes_show_the_sentence_behind_every_seat(loaded: Atlas) -> None:
    sentence = "„Das Bündnis Werkstatt Kassel ist ein Bündnis der IG Metall,"
    assert sentence not in words(loaded("partners", MITTE).out)
    assert sentence in words(loaded("partners", MITTE, "--quotes").out)


def test_the_limit_says_how_many_more_there_are(loaded: Atlas) -> None:
    said = loaded("partners", MITTE, "--limit", "2").out
    assert " 2 " in said
    assert " 3 " not in said
    assert "--limit zeigt mehr." in said


def test_json_has_a_row_for_each_best_first_and_says_apart_what_is_not_held(loaded: Atlas) -> None:
    said = loaded("partners", MITTE, "--json")
    rows = json.loads(said.out)
    assert rows[0]["name"] == "IG Metall Mitte"
    assert rows[0]["sources"] == ["competent", "same_kind", "connected"]
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert rows[0]["parts"][0]["evidence"][0]["quote"] == "Die Gewerkschaften sind nicht beteiligt."
    assert words(said.err).endswith("Wer hier nicht steht, kann es trotzdem geben.")


def test_the_sheet_has_points_by_source_and_ends_with_what_is_not_held(loaded: Atlas) -> None:
    rows = list(csv.DictReader(io.StringIO(loaded("partners", MITTE, "--csv", "-").out), delimiter=";"))
    assert (rows[0]["Rang"], rows[0]["Name"], rows[0]["zuständig"]) == ("1", "IG Metall Mitte", "6,50")
    assert "Die Gewerkschaften sind nicht beteiligt." in rows[0]["Zitat"]
    assert rows[-1]["Name"].endswith("Wer hier nicht steht, kann es trotzdem geben.")


def test_an_unknown_name_gets_the_three_nearest_with_the_whole_command(loaded: Atlas) -> None:
    said = loaded("partners", "Xylophonbund Quedlinburg")
    assert said.code == 1
    lines = [line.strip() for line in said.out.splitlines() if line.strip().startswith('buendnisatlas partners "')]
    assert 1 <= len(lines) <= 3


def test_who_has_declined_is_shown_on_request(either: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "bund.txt"
    said_no = "Die IG Metall hat eine Teilnahme abgelehnt."
    path.write_text(TEXT.replace("Die Gewerkschaften sind nicht beteiligt.", said_no), encoding="utf-8")
    either("load", path)
    without = either("partners", MITTE, "--limit", "40").out
    assert "IG Metall" not in without.replace("IG Metall in Bündnis", "")
    assert "--with-refusals zeigt die Stelle." in words(without)
    refused = words(either("partners", MITTE, "--with-refusals", "--limit", "40").out)
    assert "hat laut Quelle abgelehnt" in refused[refused.index("IG Metall Mitte") :]
    assert f"„{said_no}“" in refused


def test_persons_in_quotes_are_masked_for_other_programs(either: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "bund.txt"
    path.write_text(TEXT.replace("der IG Metall,", "der IG Metall (Frau Sabine Muster),"), encoding="utf-8")
    either("load", path)
    assert "Muster" not in either("partners", MITTE, "--json").out
    assert "Muster" in either("partners", MITTE, "--json", "--with-names").out


def test_a_town_tells_who_is_competent_and_what_lies_around(loaded: Atlas) -> None:
    said = loaded("partners", "--place", "Baunatal")
    told = words(said.out)
    assert said.code == 0
    assert said.out.startswith("Wen kann man in Baunatal ansprechen?\n  Landkreis Kassel, Hessen, ")
    assert "IHK Kassel-Marburg · IHK · " in told
    assert "HWK Kassel · Handwerkskammer · " in told
    assert "Initiativen dort und im Umkreis von 40 km" in told
    assert told.endswith("Wer hier nicht steht, kann es trotzdem geben.")


def test_an_ambiguous_town_is_asked_back_with_the_whole_command(loaded: Atlas) -> None:
    said = loaded("partners", "--place", "Münster")
    assert said.code == 1
    assert said.out.splitlines()[0] == "„Münster“ kann 3 Orte meinen:"
    assert '    buendnisatlas partners --place "stadt-muenster"' in said.out.splitlines()
    asked = json.loads(loaded("partners", "--place", "Münster", "--json").out)
    assert asked["matches"][0]["id"] == "stadt-muenster"
    assert loaded("partners", "--place", "stadt-muenster").code == 0


def test_an_unknown_town_gets_the_three_nearest(loaded: Atlas) -> None:
    said = loaded("partners", "--place", "Bad Salzufln")
    assert (said.code, said.out) == (1, "")
    assert "Bad Salzuflen" in said.err


def test_a_town_as_json_is_a_list_best_first(loaded: Atlas) -> None:
    rows = json.loads(loaded("partners", "--place", "Bad Salzuflen", "--json").out)
    names = [row["name"] for row in rows]
    assert {"IHK Lippe zu Detmold", "HWK Ostwestfalen-Lippe zu Bielefeld"} <= {*names}
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)


@pytest.mark.parametrize("words_given", [(), ("Allianz", "--place", "Kassel")])
def test_either_a_name_or_a_town_is_asked_for(loaded: Atlas, words_given: tuple[str, ...]) -> None:
    said = loaded("partners", *words_given)
    assert said.code == 2
    assert "entweder einen Namen" in said.err


def test_an_actor_gets_initiatives_to_join_and_actors_to_work_with(loaded: Atlas) -> None:
    said = loaded("partners", "IG Metall Bezirk Mitte")
    told = words(said.out)
    assert said.code == 0
    assert said.out.startswith("Wo könnte IG Metall Mitte mitwirken und mit wem zusammenarbeiten?\n")
    assert f"Initiativen zum Mitwirken (1) 1 {MITTE} · Bündnis · " in told
    assert "laut Quelle nicht beteiligt" in told
    assert "Akteure zum Zusammenarbeiten" in told
    assert told.endswith("Wer hier nicht steht, kann es trotzdem geben.")
    rows = json.loads(loaded("partners", "IG Metall Bezirk Mitte", "--json").out)
    assert (rows[0]["name"], rows[0]["sort"]) == (MITTE, "initiative")


def test_what_an_actor_shares_is_told_with_who_sits_there(loaded: Atlas) -> None:
    told = words(loaded("partners", "HWK Kassel").out)
    assert f"{MITTE} · Bündnis · " in told
    assert "auch IHK Gießen-Friedberg sitzt dort, wie in Bündnis Werkstatt Kassel" in told
