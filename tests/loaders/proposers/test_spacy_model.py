"""spaCy as a proposer: with a pipeline of rules where spaCy is installed, with its absence always."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from loaders.proposal import ProposerError, usable
from loaders.proposers import open_proposer
from loaders.proposers.spacy_model import SpacyModel

TEXT = "Träger ist die Werkbank Nord in Detmold."


def test_entities_become_proposals_at_their_places_in_the_whole_text() -> None:
    def pipeline(piece: str, /) -> SimpleNamespace:
        at = piece.find("Werkbank Nord")
        entity = SimpleNamespace(start_char=at, end_char=at + len("Werkbank Nord"), label_="ORG")
        return SimpleNamespace(ents=[entity] if at >= 0 else [])

    text = "Ein Satz ohne Namen.\n" * 6_000 + TEXT
    [found] = SpacyModel(pipeline, "Regeln").propose(text)
    assert text[found.start : found.end] == "Werkbank Nord"


def test_without_the_extra_it_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ProposerError, match="proposer_extra") as caught:
        open_proposer("spacy")
    assert caught.value.details == {"extra": "spacy"}


def test_a_real_pipeline_proposes_organisations_only(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="the extra spacy is not installed")
    pipeline = spacy.blank("de")
    pipeline.add_pipe("entity_ruler").add_patterns(
        [{"label": "ORG", "pattern": "Werkbank Nord"}, {"label": "LOC", "pattern": "Detmold"}]
    )
    pipeline.to_disk(tmp_path / "modell")
    model = open_proposer("spacy", model=str(tmp_path / "modell"))
    found = list(usable(TEXT, model.propose(TEXT)))
    assert model.name == "spaCy modell"
    assert [(TEXT[one.start : one.end], one.label) for one in found] == [("Werkbank Nord", "ORG")]


@pytest.mark.parametrize("model", ["gibt_es_nicht", "../gibt/es/nicht"])
def test_a_model_that_is_not_there_is_named(model: str) -> None:
    pytest.importorskip("spacy", reason="the extra spacy is not installed")
    with pytest.raises(ProposerError, match="proposer_model") as caught:
        open_proposer("spacy", model=model)
    assert caught.value.details == {"model": model}


def test_an_unknown_proposer_is_named() -> None:
    with pytest.raises(ProposerError, match="proposer_unknown"):
        open_proposer("orakel")
