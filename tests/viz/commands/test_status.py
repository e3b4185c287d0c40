"""`status`: where everything lies, what it holds, and where each setting comes from; never a password."""

import json
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas


def test_a_new_user_sees_where_everything_will_lie(atlas: Atlas, home: Path) -> None:
    said = atlas("status")
    assert said.code == 0
    assert str(home / "data" / "graph") in said.out
    assert "noch nicht da; „buendnisatlas load PFAD“ legt ihn an" in said.out
    assert str(home / "config" / "config.toml") in said.out
    assert not (home / "data").exists()


def test_the_documents_are_listed_with_their_dates(atlas: Atlas, document: Path) -> None:
    atlas("load", document)
    said = atlas("status")
    assert f"12.03.2018       {document.as_posix()}" in said.out
    assert "eingebettet" in said.out


def test_what_is_kept_for_answers_can_be_made_anew(either: Atlas, document: Path, tmp_path: Path) -> None:
    either("load", document)
    assert either("status", "--rebuild").code == 0
    [kept] = tmp_path.rglob("arrays.npz")
    kept.write_bytes(b"")
    assert either("status", "--rebuild").code == 0
    assert kept.stat().st_size


def test_every_setting_says_where_it_comes_from(
    atlas: Atlas, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('language = "de"\n', encoding="utf-8")
    monkeypatch.setenv("NEO4J_USER", "anna")
    monkeypatch.setenv("NEO4J_PASSWORD", "streng-geheim")
    said = atlas("--graph", tmp_path / "g", "status")
    assert "(Schalter --graph)" in said.out
    assert "(config.toml, language)" in said.out
    assert "anna  (Umgebungsvariable NEO4J_USER)" in said.out
    assert "gesetzt  (Umgebungsvariable NEO4J_PASSWORD)" in said.out
    assert "streng-geheim" not in said.out + said.err


def test_status_answers_as_json_without_a_password(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "streng-geheim")
    said = atlas("status", "--json")
    assert "streng-geheim" not in said.out
    found = json.loads(said.out)
    assert found["settings"]["neo4j.password"] == {"value": None, "origin": "environment", "place": "NEO4J_PASSWORD"}
    assert found["graph"]["exists"] is False


def test_a_switch_counts_before_and_after_the_command(atlas: Atlas, tmp_path: Path) -> None:
    place = str(tmp_path / "g")
    before = json.loads(atlas("--graph", place, "status", "--json").out)
    after = json.loads(atlas("status", "--json", "--graph", place).out)
    assert before["graph"]["address"] == after["graph"]["address"] == place


def test_a_bad_configuration_is_one_clear_line(atlas: Atlas, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    path = home / "config" / "config.toml"
    path.write_text('language = "de"\ngraph = \n', encoding="utf-8")
    said = atlas("status")
    assert (said.code, said.out) == (1, "")
    assert said.err == f"{path}, Zeile 2: Die Konfiguration ist kein gültiges TOML. Bitte diese Zeile berichtigen.\n"
    assert atlas("--help").code == 0


def test_a_server_that_cannot_be_reached_is_said_and_no_error(atlas: Atlas) -> None:
    said = atlas("status", "--graph", "neo4j://anna:geheim@127.0.0.1:1")
    assert said.code == 0
    assert "geheim" not in said.out
