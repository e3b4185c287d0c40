"""`review list` and its decisions, `merge`, `split`, `undo`: what is one, and what is then shown."""

import csv
import json
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas, words
from tests.viz.commands.test_correct import decision_in
from tests.viz.pages import read_page

SHORT, FULL = "Werkstattinitiative Jena", "Werkstattinitiative Jena für Holz und Glas"
PACT = "Werkbankpakt"
TEXTS = {
    "a.txt": "Aus Thüringen\nStand: 12.03.2018\n\nDer Werkbankpakt Thüringen ist ein Bündnis der IG Metall.\n",
    "b.txt": "Nachrichten\nStand: 20.05.2019\n\nDer Thüringer Werkbankpakt ist ein Bündnis des DGB.\n"
    f"Die {SHORT} ist ein Bündnis der IHK Ostthüringen.\n",
    "c.txt": "Meldung\nStand: 02.02.2020\n\nDer Pakt „Werkbankpakt“ in Thüringen ist ein Bündnis der IG BCE.\n"
    f"Die {FULL} ist ein Bündnis der IG BCE.\n",
}


@pytest.fixture
def atlas(either: Atlas) -> Atlas:
    """Every test of this file runs on each kind of store."""
    return either


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents that name one pact in three ways, and an initiative by a short and a full name."""
    place = tmp_path / "texte"
    place.mkdir()
    for name, text in TEXTS.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture
def loaded(atlas: Atlas, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Atlas:
    """The command line over a graph of them; AB decides."""
    monkeypatch.setenv("BUENDNISATLAS_AUTHOR", "AB")
    assert atlas("load", folder).code == 0
    return atlas


def offered(atlas: Atlas) -> list[tuple[str, str]]:
    found = json.loads(atlas("review", "list", "--json").out)
    return [(pair["one"]["node"]["name"], pair["other"]["node"]["name"]) for pair in found["pairs"]]


def seats(atlas: Atlas, name: str) -> set[str]:
    return {seat["actor"]["name"] for seat in json.loads(atlas("show", name, "--json").out)["seats"]}


def test_the_list_gives_score_reason_kind_place_and_documents(loaded: Atlas) -> None:
    assert loaded("review", "list").out.splitlines() == [
        "Möglicherweise dieselben (1)",
        "",
        "  1  sehr wahrscheinlich (80 von 100): kurzer und voller Name",
        f"     {SHORT} (Bündnis, Jena)",
        "       Nachrichten (b.txt), 20.05.2019",
        f"     {FULL} (Bündnis, Jena)",
        "       Meldung (c.txt), 02.02.2020",
        "",
        "Entscheiden: buendnisatlas review accept|reject|unsure NUMMER",
    ]


def test_until_somebody_decides_the_views_say_possibly_the_same(loaded: Atlas, tmp_path: Path) -> None:
    assert f"Möglicherweise dieselbe: {FULL} – kurzer und voller Name" in loaded("show", SHORT).out
    assert loaded("gaps").out.count(f"  {SHORT} – {FULL}") == 1
    rows = csv.DictReader(loaded("gaps", "--csv", "-").out.lstrip("\ufeff").splitlines(), delimiter=";")
    assert {row["Möglicherweise dieselbe"] for row in rows if row["Initiative"] == SHORT} == {FULL}
    page = tmp_path / "karte.html"
    assert loaded("map", "-o", page).code == 0
    assert "glicherweise dieselbe" in read_page(page)


def test_an_accepted_pair_is_one_everywhere_and_two_again_after_undo(loaded: Atlas) -> None:
    gaps = loaded("gaps").out
    said = loaded("review", "accept", "1", "--note", "Kurzname, Tel. 03641 123456")
    assert words(said.out).startswith(f"„{SHORT}“ und „{FULL}“ sind ab jetzt eins. (AB,")
    assert offered(loaded) == []
    shown = words(loaded("show", SHORT).out)
    assert "Zusammengeführt: " in shown
    assert "(von Hand entschieden)" in shown
    assert seats(loaded, SHORT) == seats(loaded, FULL) == {"IGBCE", "IHK Ostthüringen zu Gera"}
    kept = loaded("correct", "list").out
    assert "zusammengeführt" in kept
    assert "123456" not in kept
    assert loaded("undo").out.startswith("Zurückgenommen: ")
    assert (loaded("gaps").out, offered(loaded)) == (gaps, [(SHORT, FULL)])


def test_a_rejected_pair_is_not_offered_again_after_the_documents_changed(loaded: Atlas, folder: Path) -> None:
    assert "das Paar wird nicht wieder" in loaded("review", "reject", "1").out
    assert offered(loaded) == []
    for path in folder.iterdir():
        path.write_text(path.read_text(encoding="utf-8") + "\nEin Nachtrag.\n", encoding="utf-8")
    assert "ersetzt" in loaded("load", folder).out
    assert offered(loaded) == []
    assert "Möglicherweise" not in loaded("show", SHORT).out + loaded("gaps").out


def test_who_is_unsure_finds_the_pair_at_the_end(loaded: Atlas) -> None:
    assert "sind zurückgestellt" in loaded("review", "unsure", "1").out
    listed = loaded("review", "list").out
    assert "Zurückgestellt (1)" in listed
    assert "Möglicherweise dieselben" not in listed


def test_pairs_are_named_by_their_names_too(loaded: Atlas) -> None:
    assert loaded("review", "accept", SHORT, FULL).code == 0
    assert offered(loaded) == []


def test_what_documents_call_alike_says_why_it_is_one_and_can_be_split(loaded: Atlas) -> None:
    assert seats(loaded, PACT) == {"IG Metall", "DGB", "IGBCE"}
    shown = words(loaded("show", PACT).out)
    assert shown.count("Zusammengeführt: ") == 2
    assert "(gleicher Name, gleicher Ort)" in shown
    asked = loaded("split", PACT)
    assert asked.code == 1
    assert "besteht aus 3 Einträgen. Welcher soll abgetrennt werden?" in asked.out
    said = loaded("split", PACT, "Thüringer Werkbankpakt")
    assert "sind ab jetzt getrennt" in words(said.out)
    assert seats(loaded, "Thüringer Werkbankpakt") == {"DGB"}
    assert seats(loaded, "Werkbankpakt Thüringen") == {"IG Metall", "IGBCE"}
    assert loaded("undo", decision_in(said.out)).code == 0
    assert seats(loaded, PACT) == {"IG Metall", "DGB", "IGBCE"}


def test_people_merge_what_no_rule_would(loaded: Atlas) -> None:
    assert loaded("merge", "IG Metall", "DGB", "--by", "CD").code == 0
    assert "von Hand entschieden" in loaded("show", "DGB").out
    assert "DGB" in loaded("show", "IG Metall").out
    assert loaded("split", "IG Metall").code == 0
    assert "durch eine spätere ersetzt" in loaded("correct", "list").out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("review", "accept", "9"), 2, "Die Liste hat keine Nummer 9; sie hat 1 Paar."),
        (("review", "accept"), 2, "Es braucht noch das Argument"),
        (("review", "reject", SHORT), 2, "Geben Sie Nummern der Liste an oder zwei Namen."),
        (("merge", SHORT, SHORT), 1, f"Beide Namen meinen denselben Eintrag: {SHORT}."),
        (("merge", "DGB", SHORT), 1, "lassen sich nicht zusammenführen"),
        (("merge", "DGB", "Zauberverein"), 1, "„Zauberverein“ steht nicht im Graphen."),
        (("split", "DGB"), 1, "„DGB“ ist ein einzelner Eintrag; es gibt nichts zu trennen."),
        (
            ("undo",),
            1,
            "Es gibt nichts zurückzunehmen: Keine Entscheidung gilt, und kein entferntes Dokument ist aufbewahrt.",
        ),
        (("undo", "decision:x"), 1, "Eine Entscheidung decision:x gibt es nicht."),
    ],
)
def test_what_cannot_be_decided_is_said_and_changes_nothing(
    loaded: Atlas, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ended = loaded(*arguments)
    assert ended.code == code
    assert said in ended.out + ended.err
    assert loaded("correct", "list").out == "Bisher wurde nichts entschieden.\n"
    assert offered(loaded) == [(SHORT, FULL)]


def test_nobody_decides_without_a_name(atlas: Atlas, folder: Path) -> None:
    assert atlas("load", folder).code == 0
    for arguments in (("review", "accept", "1"), ("merge", SHORT, FULL), ("split", PACT)):
        ended = atlas(*arguments)
        assert ended.code == 1
        assert "--by" in ended.err


def test_an_empty_list_says_so(loaded: Atlas) -> None:
    assert loaded("review", "reject", "1").code == 0
    assert loaded("review", "list").out == "Kein Paar ist offen.\n"
