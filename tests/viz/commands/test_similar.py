"""`similar` as people read it, as JSON and as a sheet."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas, load_text, words
from tests.viz.commands.test_partners import TEXT

MITTE, KASSEL = "Allianz Industrie Mittelhessen", "Bündnis Werkstatt Kassel"


@pytest.fixture
def loaded(either: Atlas, tmp_path: Path) -> Atlas:
    """Two alliances that share a chamber; in the second also a union and a chamber of crafts."""
    return load_text(either, tmp_path / "bund.txt", TEXT)


def test_what_takes_part_there_and_not_here_is_told_with_its_sentence(loaded: Atlas) -> None:
    said = loaded("similar", MITTE)
    told = words(said.out)
    assert said.code == 0
    assert said.out.startswith(f"Welche Initiativen sind mit {MITTE} vergleichbar?\n")
    assert f"1 {KASSEL} · Bündnis · " in told
    assert "gemeinsam: Bündnis (0,30); IHK (" in told
    assert "dort dabei, hier laut Quelle nicht beteiligt: Gewerkschaft (IG Metall)" in told
    assert "Handwerkskammer (HWK Kassel)" in told
    assert "„Das Bündnis Werkstatt Kassel ist ein Bündnis der IG Metall," in told
    assert "ansprechen: keine Federführung und kein Veranstalter genannt" in told
    assert "fehlt" not in told


def test_the_answers_for_other_programs(loaded: Atlas) -> None:
    rows = json.loads(loaded("similar", MITTE, "--json").out)
    assert [row["name"] for row in rows] == [KASSEL]
    assert {ahead["column"] for ahead in rows[0]["ahead"]} == {"union", "hwk"}
    sheet = list(csv.DictReader(io.StringIO(loaded("similar", MITTE, "--csv", "-").out), delimiter=";"))
    assert [(row["Rang"], row["Initiative"]) for row in sheet] == [("1", KASSEL)]
    assert "Gewerkschaft (IG Metall)" in sheet[0]["Dort dabei, hier nicht genannt"]
    assert sheet[0]["Zitat"]


def test_an_actor_is_no_initiative_to_compare(loaded: Atlas) -> None:
    said = loaded("similar", "IG Metall")
    assert said.code == 1
    assert said.out.startswith("„IG Metall“ ist ein Akteur, gefragt ist hier nach einer Initiative. Am ähnlichsten:\n")
    assert 'buendnisatlas similar "' in said.out
    assert loaded("similar", "Quark").out.startswith("„Quark“ steht nicht im Graphen. Am ähnlichsten:\n")
