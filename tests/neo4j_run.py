"""A real Neo4j for one run of the tests: begun with the first test that needs it, gone with the run, however that ends.

A watcher holds the other end of a pipe. When the run ends, killed or not, the pipe closes, and the watcher ends the
server and deletes its folder. Should the watcher be killed too, the next run clears up after both.
"""

import getpass
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from graph.neo4j_server.home import USER, Home
from graph.neo4j_server.jars import fetch_jars, missing_jars
from graph.neo4j_server.memory import Memory
from graph.neo4j_server.places import Places
from graph.neo4j_server.process import end, find_running, find_stray
from graph.neo4j_server.release import Release, packaged_release
from graph.neo4j_server.service import start
from graph.server import ServerSettings
from viz.settings import find_folders

SMALL = Memory(heap="512m", pagecache="128m")
PLACES = Places(data=find_folders().data, cache=find_folders().cache)
"""The user's own cache: a new checkout fetches nothing. Taken before any test changes where things lie."""

RUNS = Path(tempfile.gettempdir()) / f"buendnisatlas-tests-{getpass.getuser()}"


def fetch(release: Release) -> None:
    """Bring the jars, where they are missing, with a line for each twentieth part."""
    step, done = max(len(release.jars) // 20, 1), 0

    def tell(name: str) -> None:
        nonlocal done
        done += 1
        if done % step == 0:
            print(f"  {done} of {len(release.jars)}: {name}", flush=True)

    fetch_jars(PLACES.jars, release, report=tell)


def require_jars() -> None:
    """Skip a test where Neo4j has not been fetched; where `CI` is set, fail it."""
    if missing_jars(PLACES.jars, packaged_release()):
        leave = pytest.fail if os.environ.get("CI") else pytest.skip
        leave("no Neo4j was tested; `python -m tests.prepare` brings it")


@contextmanager
def running_server(release: Release | None = None) -> Generator[tuple[str, ServerSettings]]:
    """A server with an empty database; its address and how to log in. Raises StoreError where it cannot be run."""
    _clear_up()
    me = psutil.Process()
    folder = RUNS / f"{me.pid}-{int(me.create_time() * 1000)}" / "neo4j"
    folder.mkdir(parents=True, mode=0o700)
    watcher = _watch(folder.parent)
    try:
        running, _before = start(folder, PLACES.jars, release or packaged_release(), port=0, memory=SMALL)
        yield running.url, ServerSettings(user=USER, password=Home(folder).password())
    finally:
        watcher.communicate()


def _watch(folder: Path) -> "subprocess.Popen[bytes]":
    flags = subprocess.CREATE_NEW_PROCESS_GROUP if sys.platform == "win32" else 0
    return subprocess.Popen(
        [sys.executable, "-m", "tests.neo4j_run", str(folder)],
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        start_new_session=True,
        creationflags=flags,
    )


def _clear_up() -> None:
    """End what runs that are gone have left."""
    for folder in RUNS.glob("*-*"):
        pid, _, created = folder.name.partition("-")
        try:
            alive = int(psutil.Process(int(pid)).create_time() * 1000) == int(created)
        except (psutil.Error, ValueError):
            alive = False
        if not alive:
            clear(folder)


def clear(folder: Path) -> None:
    """Kill the server of a run and delete its folder: there is nothing to keep."""
    home = Home(folder / "neo4j")
    found = find_running(home)
    pid = found.pid if found else find_stray(home)
    if pid is not None:
        end(pid, kill=True)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.stdin.buffer.read()
    clear(Path(sys.argv[1]))
