"""`correct` and `new`: what a coordinator writes, and what the program then shows."""

import json
import re
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas, words
from tests.viz.pages import read_page

TABLE = "Allianz Industrie Mittelhessen"
METALL = ("correct", "participation", "IG Metall", TABLE)


@pytest.fixture
def atlas(either: Atlas) -> Atlas:
    """Every test of this file runs on each kind of store."""
    return either


@pytest.fixture
def loaded(atlas: Atlas, document: Path) -> Atlas:
    """The command line over a graph with one document; AB decides."""
    assert atlas("load", document).code == 0
    return atlas


def decision_in(text: str) -> str:
    found = re.search(r"decision:\w+", text)
    assert found
    return found[0]


def exported(atlas: Atlas, path: Path) -> list[str]:
    """The export without decisions and times."""
    assert atlas("export", "-o", path).code == 0
    lines = path.read_text(encoding="utf-8").splitlines()
    return [re.sub(r'"loaded_at": "[^"]*"', "", line) for line in lines if '"type": "decision"' not in line]


def test_a_participation_is_given_a_role_and_dates_with_note_date_and_name(loaded: Atlas) -> None:
    said = loaded(*METALL, "--role", "Federführung", "--since", "16.03.2019", "--note", "Laut Satzung.", "--by", "AB")
    assert said.code == 0
    assert said.out.startswith(f"IG Metall – {TABLE}: Rolle Federführung/Vorsitz, seit 16.03.2019 (AB,")
    shown = loaded("show", "IG Metall").out
    assert "Federführung/Vorsitz, seit 16.03.2019" in shown
    assert re.search(r"Korrektur: Rolle Federführung/Vorsitz, seit 16\.03\.2019, AB, \d\d\.\d\d\.\d{4}", shown)
    assert "„Laut Satzung.“" in shown
    assert "ist ein Bündnis der IG Metall" in shown, "the document's sentence stands beside"


def test_a_rejected_participation_is_told_in_profile_and_gaps_and_comes_back(loaded: Atlas, tmp_path: Path) -> None:
    before, gaps = exported(loaded, tmp_path / "a.jsonl"), loaded("gaps").out
    said = loaded(*METALL, "--reject", "--note", "Ausgetreten", "--by", "DGB Hessen")
    shown = loaded("show", TABLE).out
    assert "Von Hand verworfen (1)" in shown
    assert re.search(r"IG Metall \(Gewerkschaft\), \w+ – von DGB Hessen, \d\d\.\d\d\.\d{4} verworfen", words(shown))
    assert "Von Hand bestätigt, berichtigt oder ergänzt" in loaded("gaps").out
    assert "IG Metall" not in [node["name"] for node in seats(loaded)]
    assert loaded("correct", "undo", decision_in(said.out)).code == 0
    assert loaded("gaps").out == gaps
    assert exported(loaded, tmp_path / "b.jsonl") == before


def seats(atlas: Atlas) -> list[dict[str, str]]:
    profile = json.loads(atlas("show", TABLE, "--json").out)
    return [seat["actor"] for seat in profile["seats"]]


@pytest.mark.parametrize(
    ("arguments", "about"),
    [
        (
            ("actor", "IG Metall", "--kind", "Netzwerk", "--name", "IG Metall Mitte"),
            "Name „IG Metall Mitte“, Art Netzwerk",
        ),
        (("actor", "IG Metal", "--region", "Bayern"), "Region Bayern"),
        (("initiative", TABLE, "--type", "dialogue", "--since", "2015", "--until", "-"), "Art Dialog"),
        (("initiative", "Mittelhessen", "--status", "beendet", "--region", "-"), "Status beendet, ohne Region"),
    ],
)
def test_actors_and_initiatives_are_corrected_in_the_words_people_write(
    loaded: Atlas, arguments: tuple[str, ...], about: str
) -> None:
    said = loaded("correct", *arguments, "--by", "AB")
    assert said.code == 0
    name = arguments[1] if arguments[0] == "initiative" else "IG Metall"
    shown = words(loaded("show", name).out)
    assert f"Korrektur: {about}" in shown


def test_what_was_decided_is_listed_with_where_it_stands(loaded: Atlas, document: Path) -> None:
    assert loaded("correct", "list").out == "Bisher wurde nichts entschieden.\n"
    first = decision_in(loaded(*METALL, "--confirm", "--by", "AB").out)
    loaded("correct", "undo", first)
    loaded(*METALL, "--reject", "--note", "Nein.", "--by", "AB")
    document.write_text(
        "Stand: 12.03.2019\n\nAllianz Nord\nDie Allianz Nord ist ein Bündnis der IG BCE.\n", encoding="utf-8"
    )
    loaded("load", document)
    listed = words(loaded("correct", "list").out)
    assert f"IG Metall – {TABLE}: verworfen (AB) – ruht: zurzeit nicht im Graphen „Nein.“" in listed
    assert f"IG Metall – {TABLE}: bestätigt (AB) – zurückgenommen" in listed
    found = json.loads(loaded("correct", "list", "--json").out)
    assert [one["standing"] for one in found] == ["rests", "undone"]


def test_an_unknown_decision_and_an_unknown_participant_say_what_to_do(loaded: Atlas) -> None:
    said = loaded("correct", "undo", "decision:x")
    assert (said.code, "correct list" in said.err + said.out) == (1, True)
    said = loaded("correct", "participation", "ver.di", TABLE, "--confirm", "--by", "AB")
    assert said.code == 1
    assert "nennt der Graph keine Beteiligung" in said.out
    assert "buendnisatlas new participation" in said.out


def test_without_a_name_nothing_is_decided_and_a_setting_will_do(
    loaded: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = loaded(*METALL, "--confirm")
    assert (said.code, said.err.startswith("Wer entscheidet?")) == (1, True)
    monkeypatch.setenv("BUENDNISATLAS_AUTHOR", "VME")
    assert "(VME, " in loaded(*METALL, "--confirm").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("correct", "participation", "IG Metall", TABLE),
        ("correct", "participation", "IG Metall", TABLE, "--reject", "--role", "member"),
        ("correct", "participation", "IG Metall", TABLE, "--role", "König"),
        ("correct", "actor", "IG Metall"),
        ("new", "actor", "Verein für alles", "--note", "So ist es."),
        ("new", "actor", "Verein für alles", "--kind", "union", "--note", " "),
    ],
)
def test_wrong_usage_ends_with_2_and_decides_nothing(loaded: Atlas, arguments: tuple[str, ...]) -> None:
    assert loaded(*arguments, "--by", "AB").code == 2
    assert loaded("correct", "list").out == "Bisher wurde nichts entschieden.\n"


def test_what_is_added_has_its_sentence_and_goes_without_a_trace(loaded: Atlas, document: Path, tmp_path: Path) -> None:
    before = exported(loaded, tmp_path / "a.jsonl")
    by = ("--by", "AB")
    added = [
        loaded("new", "actor", "Verein für alles", "--kind", "Netzwerk", "--note", "Der Verein für alles e. V.", *by),
        loaded("new", "initiative", "Runde Nord", "--type", "Dialog", "--region", "Hessen", "--since", "2020",
               "--note", "Die Runde Nord tagt seit 2020, Tel. 0611 1234567.", *by),
        loaded("new", "participation", "Verein für alles", "Runde Nord", "--role", "Mitglied", "--since", "2021",
               "--note", "Seit 2021 dabei.", *by),
        loaded("new", "participation", "IG Metall", "Runde Nord", "--role", "lead", "--note", "Seit 2021 dabei.", *by),
    ]  # fmt: skip
    assert [said.code for said in added] == [0, 0, 0, 0], added
    shown = loaded("show", "Runde Nord").out
    assert "Verein für alles (Netzwerk) – Mitglied, seit 2021" in shown
    assert shown.count("„Seit 2021 dabei.“") == 2
    assert "Notiz von AB, " in shown
    assert "1234567" not in shown
    loaded("load", "--again", document)
    assert loaded("show", "Runde Nord").out == shown, "loading does not touch it"
    for said in reversed(added):
        assert loaded("correct", "undo", decision_in(said.out)).code == 0
    assert exported(loaded, tmp_path / "b.jsonl") == before


def test_what_is_there_already_is_not_added_again(loaded: Atlas) -> None:
    said = loaded("new", "actor", "IG Metall", "--note", "Die IG Metall.", "--by", "AB")
    assert said.code == 1
    assert "steht schon im Graphen" in said.out


def test_a_participation_that_was_rejected_can_be_added_with_a_better_sentence(loaded: Atlas) -> None:
    role = json.loads(loaded("show", TABLE, "--json").out)["seats"]
    told = next(seat["role"] for seat in role if seat["actor"]["name"] == "IG Metall")
    loaded(*METALL, "--reject", "--by", "AB")
    loaded("new", "participation", "IG Metall", TABLE, "--role", told, "--note", "Doch, seit Mai.", "--by", "CD")
    assert "IG Metall" in [actor["name"] for actor in seats(loaded)]


def test_an_ambiguous_name_is_listed_and_nothing_is_decided(loaded: Atlas, tmp_path: Path) -> None:
    other = tmp_path / "b.txt"
    other.write_text(
        "Hessen\n\nAllianz Industrie Nordhessen\nDie Allianz Industrie Nordhessen ist ein Bündnis der IG Metall.\n",
        encoding="utf-8",
    )
    loaded("load", other)
    said = loaded("correct", "initiative", "Allianz Industrie", "--status", "aktiv", "--by", "AB")
    assert said.code == 1
    assert "kann 2" in said.out
    assert said.out.count("buendnisatlas correct initiative") == 2


def test_the_map_says_what_people_decided_and_masks_persons(loaded: Atlas, tmp_path: Path) -> None:
    loaded(*METALL, "--confirm", "--note", "Bestätigt von Frau Erika Beispiel.", "--by", "AB")
    loaded("correct", "actor", "IG Metall", "--kind", "Netzwerk", "--by", "AB")
    target = tmp_path / "karte.html"
    assert loaded("map", "-o", target).code == 0
    page = read_page(target)
    assert "Korrektur: bestätigt" in page
    assert "Korrektur: Art Netzwerk" in page
    assert "Erika Beispiel" not in page
    loaded("gaps", "--csv", tmp_path / "g.csv")
    assert "Erika Beispiel" not in (tmp_path / "g.csv").read_text(encoding="utf-8")
