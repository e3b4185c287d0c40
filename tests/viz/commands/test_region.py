"""`show --region` as people read it."""

import json
from pathlib import Path

import pytest

from tests.viz.commands.conftest import HESSEN, Atlas, load_text, words


@pytest.fixture
def loaded(either: Atlas, tmp_path: Path) -> Atlas:
    """One alliance in Hessen and a silence about Bayern, on each kind of store."""
    return load_text(either, tmp_path / "bund.txt", HESSEN)


def test_a_region_is_told_from_its_tables_to_what_is_open(loaded: Atlas) -> None:
    said = loaded("show", "--region", "Hessen")
    told = words(said.out)
    assert said.code == 0
    assert said.out.startswith("Hessen\n  1 Initiative · 3 Akteure dort genannt · 1 Dokument durchsucht")
    places = [
        told.index(part)
        for part in (
            "Initiativen (1) Allianz Industrie Mittelhessen (Bündnis",
            "„Die Allianz Industrie Mittelhessen ist ein Bündnis der IG Metall",
            "laut Quelle nicht beteiligt „Die Arbeitgeberverbände sind nicht beteiligt.“",
            "Welche Arten an wie vielen Tischen sitzen (1)",
            "Wer laut Verzeichnis zuständig wäre",
            "IHK Gießen-Friedberg [1 Tisch]",
            "Wer hier nicht steht, kann es trotzdem geben.",
            "An Tischen hier genannt (3)",
            "Was offen ist",
        )
    ]
    assert places == sorted(places)


def test_a_region_without_documents_is_no_gap(loaded: Atlas) -> None:
    told = words(loaded("show", "--region", "Bayern").out)
    assert "Die Dokumente nennen hier keine. Ob es welche gibt, sagt das nicht." in told
    assert "Bayern: Keine Angaben „Für Bayern liegen uns keine Erkenntnisse vor.“" in told


def test_the_answer_for_other_programs(loaded: Atlas) -> None:
    found = json.loads(loaded("show", "--region", "Hessen", "--json").out)
    assert (found["id"], [one["initiative"]["name"] for one in found["tables"]]) == (
        "de-he",
        ["Allianz Industrie Mittelhessen"],
    )


def test_the_name_of_a_region_leads_to_it(loaded: Atlas) -> None:
    said = loaded("show", "Thüringen")
    assert (said.code, '    buendnisatlas show --region "Thüringen"\n' in said.out) == (1, True)
    unknown = loaded("show", "--region", "Thüringenn")
    assert (unknown.code, unknown.out, "Thüringen" in unknown.err) == (1, "", True)


@pytest.mark.parametrize("arguments", [(), ("Hessen", "--region", "Hessen")])
def test_either_a_name_or_a_region_is_asked_for(atlas: Atlas, arguments: tuple[str, ...]) -> None:
    said = atlas("show", *arguments)
    assert (said.code, "oder --region mit dem einer Region" in words(said.err)) == (2, True)
