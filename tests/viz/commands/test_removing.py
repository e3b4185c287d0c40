"""`remove` and `undo`: what goes is shown first, comes back exactly, and for good leaves no trace in any folder."""

import io
import re
import sys
from pathlib import Path

import pytest

from seeds.documents import sample_documents
from tests.viz.commands.conftest import Atlas, words
from tests.viz.pages import read_page

SECRET = "Zwiebelfischchen"
NAME, OTHER = "Hessen (protokoll.txt)", "Übersicht der Industriedialoge (hessen.txt)"
MINUTES = f"""Protokoll
Stand: 03.02.2020

Hessen

Bündnis {SECRET} Rhein
Das Bündnis {SECRET} Rhein ist eine Allianz der IG Metall und des Vereins {SECRET}förderung e. V.
Die Arbeitgeberverbände sind nicht beteiligt.
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A second document, whose word is in no other."""
    path = tmp_path / "dokumente" / "protokoll.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(MINUTES, encoding="utf-8")
    return path


@pytest.fixture
def loaded(atlas: Atlas, document: Path, minutes: Path) -> Atlas:
    """A graph of two documents."""
    assert atlas("load", document, minutes).code == 0
    return atlas


def exported(atlas: Atlas, tmp_path: Path) -> str:
    target = tmp_path / "export.jsonl"
    assert atlas("export", "-o", target).code == 0
    text = target.read_text(encoding="utf-8")
    target.unlink()
    return text


def traces(folder: Path) -> list[str]:
    """The files whose bytes hold the secret word, folded too; a map's data are looked at unpacked."""
    found = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    held = {path: read_page(path).encode() if path.suffix == ".html" else path.read_bytes() for path in found}
    return [path.name for path, content in held.items() if SECRET.lower().encode() in content.lower()]


def test_what_goes_is_shown_and_nothing_is_done_unasked(loaded: Atlas, tmp_path: Path) -> None:
    before = exported(loaded, tmp_path)
    said = loaded("remove", "protokoll")
    assert said.code == 1
    assert f"Das geht:\n    {NAME}, 03.02.2020\n" in said.out
    assert re.search(r"Tatsachen, die nur hier stehen:\n    .*Beteiligungen: \d", said.out)
    assert re.search(rf"Initiativen, die nur hier genannt sind \(1\):\n    Bündnis {SECRET} Rhein\n", said.out)
    assert "IG Metall" not in said.out
    assert said.err == "Nichts wurde entfernt. Mit --yes geschieht es ohne Nachfrage.\n"
    assert exported(loaded, tmp_path) == before


@pytest.mark.parametrize(("answer", "removed"), [("ja\n", True), ("J\n", True), ("\n", False), ("nein\n", False)])
def test_a_person_is_asked(loaded: Atlas, monkeypatch: pytest.MonkeyPatch, answer: str, removed: bool) -> None:
    terminal = io.StringIO(answer)
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", terminal)
    said = loaded("remove", "protokoll.txt")
    assert "Entfernen? (ja/nein)" in said.out
    assert ("1 Dokument entfernt." in said.out) == removed
    assert (said.code == 0) == removed


def test_undo_brings_all_of_one_call_back_exactly(loaded: Atlas, tmp_path: Path) -> None:
    before = exported(loaded, tmp_path)
    said = loaded("remove", "--yes", "hessen.txt", "protokoll.txt")
    assert said.code == 0
    assert "2 Dokumente entfernt." in said.out
    assert len(exported(loaded, tmp_path).splitlines()) == 1
    back = loaded("undo")
    assert (back.code, back.out) == (0, f"Wieder da: {OTHER}\nWieder da: {NAME}\n")
    assert exported(loaded, tmp_path) == before
    [key] = re.findall(r"buendnisatlas undo (removal:\w+)", said.out)
    again = loaded("undo", key)
    assert (again.code, again.out) == (
        1, f"Von {key} ist nichts aufbewahrt. Es wurde schon zurückgeholt oder endgültig gelöscht.\n"
    )  # fmt: skip


def test_undo_takes_back_whatever_came_last(loaded: Atlas, tmp_path: Path) -> None:
    before = exported(loaded, tmp_path)
    loaded("remove", "--yes", "protokoll.txt")
    loaded("correct", "initiative", "Allianz Industrie Mittelhessen", "--since", "2012", "--by", "AB")
    assert loaded("undo").out.startswith("Zurückgenommen: ")
    assert loaded("undo").out == f"Wieder da: {NAME}\n"
    lines = exported(loaded, tmp_path).splitlines()
    assert [line for line in lines if '"type": "decision"' not in line] == before.splitlines()
    assert loaded("undo").out == (
        "Es gibt nichts zurückzunehmen: Keine Entscheidung gilt, und kein entferntes Dokument ist aufbewahrt.\n"
    )


def test_decisions_stay_and_hold_again(loaded: Atlas) -> None:
    name = f"Bündnis {SECRET} Rhein"
    loaded("correct", "initiative", name, "--since", "2012", "--by", "AB")
    said = loaded("remove", "--yes", "protokoll.txt")
    assert f"Entscheidungen, die bleiben und ruhen, bis ihr Gegenstand wieder da ist (1):\n    {name}\n" in said.out
    assert "ruht" in loaded("correct", "list").out
    loaded("undo", *re.findall(r"undo (removal:\w+)", said.out))
    assert "2012" in loaded("show", name).out


@pytest.mark.parametrize("word", ["gibtsnicht", ".txt"])
def test_a_word_that_means_none_or_several_removes_nothing(loaded: Atlas, tmp_path: Path, word: str) -> None:
    before = exported(loaded, tmp_path)
    said = loaded("remove", "--yes", "hessen.txt", word)
    assert said.code == 1
    assert word in said.out
    assert exported(loaded, tmp_path) == before


def test_without_a_document_it_is_wrong_usage(loaded: Atlas) -> None:
    assert loaded("remove", "--yes").code == 2


def test_a_name_that_several_bear_is_told_apart_by_region(atlas: Atlas) -> None:
    [overview] = [path for path in sample_documents() if path.name.startswith("02_")]
    assert atlas("load", overview).code == 0
    said = words(atlas("remove", overview.name).out)
    assert re.search(r"\bLange Nacht der Industrie \([^)]*Bremen[^)]*\)", said)
    assert said.count("Lange Nacht der Industrie") == 1


def test_for_good_leaves_no_trace(loaded: Atlas, home: Path, minutes: Path, tmp_path: Path) -> None:
    loaded("map")
    loaded("gaps", "--verbose")
    loaded("path", f"Bündnis {SECRET} Rhein", "IG Metall")
    loaded("remove", "--yes", "protokoll.txt")
    loaded("load", minutes)
    rest = exported(loaded, tmp_path)
    assert {"arrays.npz", "map.html"} <= {*traces(home)}
    said = loaded("remove", "--for-good", "--yes", "protokoll.txt")
    assert said.code == 0
    assert "Früher entfernt und bis jetzt aufbewahrt:\n    Hessen (protokoll.txt), " in said.out
    assert "Endgültig gelöscht; der Ordner des Graphen wurde neu geschrieben." in said.out
    assert "Auch die Karte " in said.out
    assert traces(home) == []
    assert loaded("undo").code == 1
    left = exported(loaded, tmp_path)
    assert set(left.splitlines()) < set(rest.splitlines())
    loaded("load", minutes)
    assert SECRET in exported(loaded, tmp_path)


def test_an_interruption_says_how_things_stand(loaded: Atlas, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_given: object, **_named: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("graph.store.Store.remove_and_keep", interrupt)
        said = loaded("remove", "--yes", "protokoll.txt")
        assert (said.code, said.err) == (
            130,
            "Unterbrochen. Kein Dokument ist halb entfernt. „buendnisatlas status“ führt auf, welche noch da sind.\n",
        )
    with monkeypatch.context() as patched:
        patched.setattr("viz.commands.removing.rewrite_folder", interrupt)
        said = loaded("remove", "--for-good", "--yes", "protokoll.txt")
        assert said.code == 130
        assert said.err.startswith(
            "Unterbrochen. Das Löschen ist nicht fertig. „buendnisatlas remove --for-good“ bringt es zu Ende; "
        )
    assert loaded("remove", "--for-good", "--yes").code == 0
    assert traces(home) == []


def test_for_good_without_a_document_deletes_what_was_removed_before(loaded: Atlas, home: Path) -> None:
    loaded("remove", "--yes", "protokoll.txt")
    assert traces(home)
    assert loaded("remove", "--for-good", "--yes").code == 0
    assert traces(home) == []
    assert "hessen.txt" in loaded("status").out


def test_for_good_with_nothing_left_claims_no_deletion(loaded: Atlas, tmp_path: Path) -> None:
    before = exported(loaded, tmp_path)
    for switches in (("--yes",), ()):
        said = loaded("remove", "--for-good", *switches)
        assert (said.code, said.err) == (0, "")
        told = words(said.out)
        assert told.startswith("Von entfernten Dokumenten ist nichts aufbewahrt; zu löschen war also nichts. ")
        assert "gelöscht" not in said.out
    assert exported(loaded, tmp_path) == before
