"""`neo4j`: what a person is told who has a Neo4j of their own; the server is that of graph.neo4j_server."""

import json
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.neo4j_server.home import Home
from graph.neo4j_server.jars import folder_of
from graph.neo4j_server.places import Places
from graph.neo4j_server.process import find_running
from graph.neo4j_server.release import packaged_release
from graph.neo4j_server.service import stopped_at
from tests.neo4j_run import PLACES, SMALL, clear, require_jars
from tests.viz.commands.conftest import Atlas

VERSION = packaged_release().version
STOPPED = "Unter dieser Adresse läuft sonst Ihr eigenes Neo4j; es ist nicht gestartet. Starten:"


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
    assert atlas("neo4j", "start", "--port", str(running.port)).out.startswith(f"Neo4j {VERSION} läuft bereits.\n")
    said = atlas("neo4j", "start", "--port", "1025")
    assert (said.code, said.out) == (1, f"Neo4j {VERSION} läuft bereits.\nAdresse: {running.url}\n")
    assert said.err == (
        "Solange es läuft, bleiben Port und Speicher. Zum Ändern erst: buendnisatlas neo4j stop\n"
        "und dann: buendnisatlas neo4j start --port 1025\n"
    )
    said = atlas("neo4j", "start", "--memory", "3")
    assert (said.code, said.err.split("dann: ")[1]) == (1, "buendnisatlas neo4j start --memory 3\n")
    assert atlas("--graph", running.url, "load", document).code == 0
    assert document.as_posix() in atlas("--graph", running.url, "status").out
    [shown] = json.loads(atlas("neo4j", "status", "--json").out)["servers"]
    assert (shown["address"], shown["process"]) == (running.url, running.pid)
    assert "läuft" in atlas("neo4j", "status").out
    assert atlas("neo4j", "stop").out == "Neo4j ist beendet; die Daten bleiben erhalten.\n"
    assert atlas("neo4j", "stop").out == f"In diesem Ordner läuft kein Neo4j: {with_jars}\n"
    assert "läuft nicht; starten: buendnisatlas neo4j start\n" in atlas("neo4j", "status").out
    said = atlas("--graph", running.url, "gaps")
    assert (said.code, said.err) == (1, f"{running.url}: {STOPPED} buendnisatlas neo4j start\n")


@pytest.fixture
def stopped(home: Path, tmp_path: Path) -> tuple[Path, int]:
    """A folder of one's own on which a server ran before, and its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    folder = Home(tmp_path / "mein Neo4j")
    folder.set_up()
    folder.configure(version=VERSION, port=port, memory=SMALL)
    Places(data=home / "data", cache=home / "cache").remember(folder.folder)
    return folder.folder, port


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
@pytest.mark.parametrize("words", [("gaps",), ("load", "."), ("status",), ("copy", "../graph")])
def test_a_command_for_the_own_server_that_is_stopped_says_how_to_start_it(
    atlas: Atlas,
    stopped: tuple[Path, int],
    document: Path,
    monkeypatch: pytest.MonkeyPatch,
    host: str,
    words: tuple[str, ...],
) -> None:
    folder, port = stopped
    monkeypatch.chdir(document.parent)
    place = f"bolt://{host}:{port}"
    assert atlas("--graph", document.parent.parent / "graph", "load", document).code == 0
    said = atlas(*words, place) if words[0] == "copy" else atlas("--graph", place, *words)
    assert f'{STOPPED} buendnisatlas neo4j start --folder "{folder}"' in said.err + said.out
    assert said.code == (0 if words == ("status",) else 1)


def test_another_server_at_that_address_is_asked_as_any_other(stopped: tuple[Path, int]) -> None:
    with socket.create_server(("127.0.0.1", stopped[1])):
        assert stopped_at(f"bolt://localhost:{stopped[1]}", (stopped[0],)) is None
    assert stopped_at(f"bolt://localhost:{stopped[1]}", (stopped[0],)) == stopped[0]
    assert stopped_at(f"bolt://elsewhere:{stopped[1]}", (stopped[0],)) is None
    assert stopped_at("bolt://localhost:x", (stopped[0],)) is None


def test_a_command_that_is_advised_names_the_folder(atlas: Atlas, stopped: tuple[Path, int], tmp_path: Path) -> None:
    said = atlas("neo4j", "status", "--folder", stopped[0])
    assert f'läuft nicht; starten: buendnisatlas neo4j start --folder "{stopped[0]}"\n' in said.out
    said = atlas("neo4j", "status", "--folder", tmp_path / "neu")
    assert f'noch nicht da; anlegen und starten: buendnisatlas neo4j start --folder "{tmp_path / "neu"}"\n' in said.out
    said = atlas("neo4j", "stop", "--folder", stopped[0])
    assert (said.code, said.out) == (0, f"In diesem Ordner läuft kein Neo4j: {stopped[0]}\n")


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
