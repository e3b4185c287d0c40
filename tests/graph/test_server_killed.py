"""kill -9 of Neo4j itself in the middle of loads and edits: the load waits and goes on, or stops with one error."""

import contextlib
import random
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import ServerSettings, open_store
from tests.conftest import StorePlace
from tests.graph.test_crash import finish_both, require_whole, writing

home = pytest.importorskip("graph.neo4j_server.home")
process = pytest.importorskip("graph.neo4j_server.process")
release = pytest.importorskip("graph.neo4j_server.release")
service = pytest.importorskip("graph.neo4j_server.service")
neo4j_run = pytest.importorskip("tests.neo4j_run")


def _lasting_port() -> int:
    """A free port that no system gives a connection going out: a client that calls a dead server could take it."""
    while True:
        port = random.randrange(20_000, 30_000)
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port


class OwnServer:
    """A Neo4j of one test, which may be killed and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = _lasting_port()
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        running, _ = service.start(
            self._folder, neo4j_run.PLACES.jars, release.packaged_release(), port=self._port, memory=neo4j_run.SMALL
        )
        self._port = running.port

    def kill(self) -> None:
        """End it without any warning."""
        if found := process.find_running(home.Home(self._folder)):
            process.end(found.pid, kill=True)

    @property
    def place(self) -> StorePlace:
        """Its address and account."""
        settings = ServerSettings(user=home.USER, password=home.Home(self._folder).password())
        return StorePlace(f"bolt://127.0.0.1:{self._port}", settings)


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[OwnServer]:
    """A server that is gone with the test."""
    server = OwnServer(tmp_path / "neo4j")
    try:
        yield server
    finally:
        server.kill()


def kill_server(server: OwnServer, number: int, rng: random.Random) -> tuple[int, bool]:
    """Kill the server while a process writes, and start it again: the next number, and whether that process went on."""
    with writing(server.place, number) as writer:
        writer.follow(rng.uniform(0.0, 0.8))
        server.kill()
        server.start()
        went_on = writer.goes_on()
        return writer.kill(), went_on


def crash_and_restart(server: OwnServer, rounds: int, clean: Path) -> None:
    """Kill the server again and again and look each time; at the end all is as it would be without."""
    rng, number, going = random.Random(rounds), 0, 0
    for _ in range(rounds):
        number, went_on = kill_server(server, number, rng)
        going += went_on
        with server.place.open() as store:
            require_whole(store, number)
    print(f"{rounds} kills, {number} numbers, gone on {going} times, stopped with one error {rounds - going} times")
    with server.place.open() as store, open_store(str(clean)) as alone:
        finish_both(store, alone, number)


def test_what_a_server_acknowledged_survives_its_kill(own_server: OwnServer, tmp_path: Path) -> None:
    crash_and_restart(own_server, 2, tmp_path / "clean")


@pytest.mark.slow
@pytest.mark.timeout(7_200)
def test_what_a_server_acknowledged_survives_fifty_kills(own_server: OwnServer, tmp_path: Path) -> None:
    crash_and_restart(own_server, 50, tmp_path / "clean")
