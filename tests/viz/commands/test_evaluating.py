"""`evaluate partners` as people read it."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas, words

BODIES = (
    "IG Metall",
    "IG BCE",
    "ver.di",
    "DGB",
    "IHK Kassel-Marburg",
    "Handwerkskammer Kassel",
    "IHK Erfurt",
    "IHK Frankfurt am Main",
)


def text(seats: int) -> str:
    """Initiatives with two to five bodies each, so many seats in all."""
    lines, left, number = ["Überblick", "", "Stand: 12.03.2018", ""], seats, 0
    while left:
        count = left if left <= 5 else 2 + number % 3
        names = [BODIES[(number * 3 + step) % len(BODIES)] for step in range(count)]
        town = f"Musterstadt{'abcdefghijklmnopqrstuvwxyz'[number]}"
        listed = ", ".join(names[:-1]) + " und " + names[-1] if count > 1 else names[0]
        lines += [f"Teilnehmer der Allianz Industrie {town}: {listed}.", ""]
        left, number = left - count, number + 1
    return "\n".join(lines)


@pytest.fixture
def atlas_of(either: Atlas, tmp_path: Path):
    def load(seats: int) -> Atlas:
        path = tmp_path / "bund.txt"
        path.write_text(text(seats), encoding="utf-8")
        assert either("load", path).code == 0
        return either

    return load


def test_fewer_than_fifty_are_too_small(atlas_of) -> None:
    said = atlas_of(12)("evaluate", "partners")
    assert said.code == 0
    assert "Zu klein: Erst ab 50 Beteiligungen" in words(said.out)
    assert "Zufall" not in said.out


def test_a_graph_is_measured_from_both_ends_and_every_figure_explained(atlas_of) -> None:
    atlas = atlas_of(60)
    said = atlas("evaluate", "partners")
    assert said.code == 0
    assert said.out.startswith("Wie gut werden Partner gefunden? ")
    for line in ("Ein Akteur sucht Initiativen", "Eine Initiative sucht Akteure", "Nur Größe", "Zufall", "IHK"):
        assert line in said.out
    for figure in ("MRR:", "Zuerst,", "AUC:", "AUPR:", "±:"):
        assert figure in said.out
    assert "ein vorderer Platz ist keine Empfehlung" in words(said.out)
    assert atlas("evaluate", "partners").out == said.out


def test_the_figures_as_json_and_as_a_table(atlas_of) -> None:
    atlas = atlas_of(60)
    told = json.loads(atlas("evaluate", "partners", "--json").out)
    assert (told["is_too_small"], told["seeds"], [one["asks"] for one in told["asked"]]) == (
        False,
        10,
        ["actor", "initiative"],
    )
    rows = list(csv.reader(io.StringIO(atlas("evaluate", "partners", "--csv", "-").out), delimiter=";"))
    assert rows[0][:6] == ["Frage", "Verfahren", "Gruppe", "verborgen", "MRR", "MRR ±"]
    by_method = {row[1]: row for row in rows[1:] if row[0] == "Ein Akteur sucht Initiativen" and not row[2]}
    mrr = told["asked"][0]["rows"][0]["figures"]["mrr"]["mean"]
    assert by_method["Bündnisatlas"][4] == f"{mrr:.2f}".replace(".", ",")
    assert {len(row) for row in rows} == {16}


def test_each_participation_can_be_hidden_once(atlas_of) -> None:
    said = atlas_of(60)("evaluate", "partners", "--each-once")
    assert said.code == 0
    assert "jede einmal und einzeln verborgen" in words(said.out)


def test_a_graph_without_documents_is_said_to_be_missing(atlas: Atlas) -> None:
    said = atlas("evaluate", "partners")
    assert said.code == 1
    assert "noch kein Graph" in said.err
