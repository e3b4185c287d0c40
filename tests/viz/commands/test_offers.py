"""`offers` as people read it, on documents of one's own and on the five source documents."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.viz.commands.conftest import FIVE, Atlas, load_text, words

TEXT = """Überblick

Stand: 12.03.2018

Hessen

Der Pakt Emstal ist ein Bündnis der IG Metall und der IHK Kassel-Marburg. Die IHK Kassel-Marburg (Frau Sabine Muster) \
bietet eine kostenlose Erstberatung an.

Thüringen

Das Bündnis Werkstatt Erfurt ist ein Bündnis des DGB. Das Bündnis sucht noch Partner aus dem Handwerk.
"""


@pytest.fixture
def loaded(either: Atlas, tmp_path: Path) -> Atlas:
    """An offer and a wish, on each kind of store."""
    return load_text(either, tmp_path / "bund.txt", TEXT)


def test_offers_and_wishes_stand_apart_each_with_its_quote(loaded: Atlas) -> None:
    said = loaded("offers")
    assert said.code == 0
    offered, sought = said.out.split("Wer sucht? (1)\n")
    assert offered.startswith("Wer bietet etwas? (1)\n  IHK Kassel-Marburg – IHK, ")
    assert "zuletzt belegt 12.03.2018\n" in offered
    assert "bietet eine kostenlose Erstberatung an.“" in offered
    assert sought.startswith("  Bündnis Werkstatt Erfurt – Bündnis, Erfurt, zuletzt belegt 12.03.2018\n")
    assert "sagen die Dokumente nichts dergleichen" in words(sought)


@pytest.mark.parametrize(
    ("asked", "says", "says_not"),
    [
        (("--seeks",), "Wer sucht? (1)", "Wer bietet"),
        (("--offers", "--kind", "IHK"), "IHK Kassel-Marburg", "Wer sucht?"),
        (("--region", "Thüringen"), "Werkstatt Erfurt", "Kassel-Marburg"),
        (("--topic", "handwerk"), "Werkstatt Erfurt", "Kassel-Marburg"),
        (("--kind", "Gewerkschaft"), "Ohne sie gibt es 2 Angebote und Gesuche", "IHK"),
    ],
)
def test_what_is_asked_for_is_shown(loaded: Atlas, asked: tuple[str, ...], says: str, says_not: str) -> None:
    said = loaded("offers", *asked)
    assert (said.code, says in said.out, says_not in said.out) == (0, True, False)


def test_an_unknown_region_gets_the_three_nearest(loaded: Atlas) -> None:
    said = loaded("offers", "--region", "Hesen")
    assert (said.code, said.out) == (1, "")
    assert "Hessen, " in said.err


def test_the_answers_for_other_programs_mask_persons(loaded: Atlas) -> None:
    rows = list(csv.DictReader(io.StringIO(loaded("offers", "--csv", "-").out), delimiter=";"))
    assert [(row["Sucht oder bietet"], row["Wer"], row["Zuletzt belegt"]) for row in rows] == [
        ("bietet", "IHK Kassel-Marburg", "12.03.2018"),
        ("sucht", "Bündnis Werkstatt Erfurt", "12.03.2018"),
    ]
    assert "[Name]" in rows[0]["Zitat"]
    found = json.loads(loaded("offers", "--json", "--with-names").out)
    assert "Sabine Muster" in found["rows"][0]["evidence"][0]["quote"]


def test_where_nobody_says_so_that_is_told(either: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "notiz.txt"
    path.write_text("Notiz\n\nDie IG Metall hat eine neue Satzung.\n", encoding="utf-8")
    either("load", path)
    assert either("offers").out == "Nach diesen Dokumenten sucht und bietet niemand etwas.\n"


@pytest.mark.skipif(not FIVE, reason="the shared documents are not beside this checkout")
def test_the_five_documents_tell_who_offers_and_who_seeks(atlas: Atlas) -> None:
    assert atlas("load", *FIVE).code == 0
    rows = json.loads(atlas("offers", "--json").out)["rows"]
    told = {(row["kind"], row["holder"]["name"]) for row in rows}
    for kind, part in (
        ("offers", "Service- und Beratungsstelle"),
        ("offers", "Dialog schafft Zukunft"),
        ("seeks", "thyssenkrupp Rasselstein"),
        ("seeks", "Landesregierung Thüringen"),
    ):
        assert any(part in name for said, name in told if said == kind), (kind, part)
        assert not any(part in name for said, name in told if said != kind), (kind, part)
    assert all(row["evidence"] and row["evidence"][0]["quote"] for row in rows)
