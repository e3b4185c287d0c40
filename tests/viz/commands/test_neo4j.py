"""`neo4j`: what a person is told who has a Neo4j of their own; the server is that of graph.neo4j_server."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.neo4j_server.home import Home
from graph.neo4j_server.jars import folder_of
from graph.neo4j_server.process import find_running
from graph.neo4j_server.release import packaged_release
from tests.neo4j_run import PLACES, clear, require_jars
from tests.viz.commands.conftest import Atlas

VERSION = packaged_release().version


@pytest.fixture
def with_jars(home: Path) -> Iterator[Path]:
    """A home in which Neo4j has been fetched; its folder of data. Its server is gone afterwards."""
    require_jars()
    jars = folder_of(home / "cache" / "neo4j", packaged_release())
    jars.mkdir(parents=True)
    for jar in packaged_release().jars:
        fetched = folder_of(PLACES.jars, packaged_release()) / jar.name
        try:
            (jars / jar.name).hardlink_to(fetched)
        except OSError:  # another disk
            shutil.copy(fetched, jars / jar.name)
    yield home / "data" / "neo4j"
    clear(home / "data")


def test_a_server_is_started_used_without_a_password_and_stopped(atlas: Atlas, with_jars: Path, document: Path) -> None:
    said = atlas("neo4j", "start", "--port", "0")
    assert said.code == 2
    said = atlas("neo4j", "start")
    assert said.code == 0, said.err
    running = find_running(Home(with_jars))
    assert running is not None
    assert said.out.startswith(f"Neo4j {VERSION} läuft.\nAdresse: {running.url}\n")
    assert atlas("neo4j", "start").out.startswith(f"Neo4j {VERSION} läuft bereits.\n")
    assert atlas("--graph", running.url, "load", document).code == 0
    assert document.as_posix() in atlas("--graph", running.url, "status").out
    [shown] = json.loads(atlas("neo4j", "status", "--json").out)["servers"]
    assert (shown["address"], shown["process"]) == (running.url, running.pid)
    assert "läuft" in atlas("neo4j", "status").out
    assert atlas("neo4j", "stop").out == "Neo4j ist beendet; die Daten bleiben erhalten.\n"
    assert atlas("neo4j", "stop").out == "Hier läuft kein Neo4j.\n"
    assert "läuft nicht" in atlas("neo4j", "status").out
    assert atlas("--graph", running.url, "gaps").code == 1


def test_without_the_extra_one_line_says_how_to_get_it(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jgo", None)
    for command in ("start", "stop", "status"):
        said = atlas("neo4j", command)
        assert (said.code, said.out) == (1, "")
        assert said.err == (
            'Ein eigenes Neo4j braucht einen Zusatz: pip install ".[neo4j-server]" im Ordner von Bündnisatlas.\n'
        )


def test_no_network_is_one_line(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUENDNISATLAS_MAVEN", "http://127.0.0.1:1")
    said = atlas("neo4j", "start")
    assert said.code == 1
    first, last = said.err.splitlines()
    assert first.startswith(f"Neo4j {VERSION} wird heruntergeladen (158 MB, nur dieses eine Mal) nach ")
    assert "lässt sich nicht von Maven Central laden. Bitte das Netz prüfen" in last


def test_an_altered_jar_is_one_line_and_nothing_starts(atlas: Atlas, with_jars: Path, home: Path) -> None:
    jar = folder_of(home / "cache" / "neo4j", packaged_release()) / f"neo4j-{VERSION}.jar"
    jar.unlink()
    jar.write_bytes(b"altered")
    said = atlas("neo4j", "start")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"{jar}: Diese Datei ist nicht die, die zu diesem Neo4j gehört;")
    assert find_running(Home(with_jars)) is None


def test_status_names_every_folder_of_the_program(atlas: Atlas, home: Path) -> None:
    said = atlas("status")
    for place in ("data/graph", "data/neo4j", "cache/neo4j", "cache", "logs", "config", "data/Beispiel"):
        assert str(home / place) in said.out
    folders = json.loads(atlas("status", "--json").out)["folders"]
    assert folders["neo4j_jars"] == {"path": str(home / "cache" / "neo4j"), "size": None}


def test_a_folder_of_one_s_own_is_remembered(home: Path, tmp_path: Path) -> None:
    from graph.neo4j_server.places import Places

    places = Places(data=home / "data", cache=home / "cache")
    other = tmp_path / "anderswo"
    other.mkdir()
    places.remember(places.usual)
    assert places.folders() == (places.usual,)
    places.remember(other)
    assert places.folders() == (places.usual, other)
    shutil.rmtree(other)
    places.remember(home)
    assert places.folders() == (places.usual, home)
