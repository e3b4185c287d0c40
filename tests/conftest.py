"""Stores for the tests of every room: the embedded one and a real Neo4j, begun with the first test that needs it.

`BUENDNISATLAS_TEST_NEO4J` names another server, and `NEO4J_USERNAME`, `NEO4J_PASSWORD` and `NEO4J_DATABASE` log in. It
is wiped again and again. So it must be empty, or hold the mark that these tests set; anything else is refused before
the first test. Where no Neo4j can be run, its tests are skipped and say so; where `CI` is set, they fail.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest

from graph.errors import StoreError
from graph.store import ServerSettings, Store, open_store
from tests.neo4j_run import running_server

SERVER = os.environ.get("BUENDNISATLAS_TEST_NEO4J", "")
KINDS = ("embedded", "neo4j")


def pytest_configure() -> None:
    """Claim the server for the tests before the first of them, or stop."""
    if SERVER:
        with driver_of(_server_place()) as driver:
            claim_for_tests(driver)


def pytest_xdist_auto_num_workers() -> int | None:
    """One process a core, each with a Neo4j of its own; a server that was named is wiped by one process only."""
    return 1 if SERVER else min(os.cpu_count() or 1, 4)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave slow tests out unless they are asked for (`pytest -m slow`)."""
    if "slow" not in config.getoption("-m"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: pytest -m slow"))


@dataclass(frozen=True)
class StorePlace:
    """Where a test's own graph lies: empty at first, and opened as often as the test likes."""

    url: str
    settings: ServerSettings | None = None

    def open(self, *, read_only: bool = False) -> Store:
        """Open it."""
        return open_store(self.url, read_only=read_only, settings=self.settings)


@pytest.fixture(params=KINDS)
def store_place(request: pytest.FixtureRequest, tmp_path: Path) -> StorePlace:
    """An empty graph on each kind of store."""
    if request.param == "embedded":
        return StorePlace(str(tmp_path / "graph"))
    place: StorePlace = request.getfixturevalue("neo4j_place")
    with driver_of(place) as driver:
        wipe(driver)
    return place


@pytest.fixture
def store(store_place: StorePlace) -> Iterator[Store]:
    """An empty, open store of each kind."""
    with store_place.open() as opened:
        yield opened


@pytest.fixture
def server(request: pytest.FixtureRequest) -> StorePlace:
    """The Neo4j of this run, emptied; the test is skipped where there is none."""
    if "neo4j" not in KINDS:
        pytest.skip("needs a Neo4j")
    place: StorePlace = request.getfixturevalue("neo4j_place")
    with driver_of(place) as driver:
        wipe(driver)
    return place


@pytest.fixture(scope="session")
def neo4j_place() -> Iterator[StorePlace]:
    """The server that may be wiped: one of this run's own, or the one named, which `pytest_configure` found ours."""
    if SERVER:
        yield _server_place()
        return
    with ExitStack() as held:
        try:
            url, settings = held.enter_context(running_server())
        except StoreError as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no Neo4j was tested ({error}); `python -m tests.prepare` brings it")
        place = StorePlace(url, settings)
        with driver_of(place) as driver:
            claim_for_tests(driver)
        yield place


def _server_place() -> StorePlace:
    settings = ServerSettings(
        user=os.environ.get("NEO4J_USERNAME", "neo4j"),
        password=os.environ.get("NEO4J_PASSWORD", ""),
        database=os.environ.get("NEO4J_DATABASE"),
    )
    return StorePlace(SERVER, settings)


def claim_for_tests(driver: neo4j.Driver) -> None:
    """Set the tests' mark in an empty database. Stop the whole run where something else lies and no mark."""
    [counted] = driver.execute_query(
        "MATCH (n) RETURN count(n) AS nodes, count(CASE WHEN n:BuendnisatlasTests THEN 1 END) AS marks"
    ).records
    if counted["nodes"] and not counted["marks"]:
        raise pytest.UsageError("BUENDNISATLAS_TEST_NEO4J names a database that holds data which no test wrote")
    driver.execute_query("MERGE (:BuendnisatlasTests {id: 'scratch'})")


def wipe(driver: neo4j.Driver) -> None:
    """Delete everything but the tests' mark."""
    driver.execute_query("MATCH (n) WHERE NOT n:BuendnisatlasTests DETACH DELETE n")


def driver_of(place: StorePlace) -> neo4j.Driver:
    """A driver of its own, past the store."""
    settings = place.settings or ServerSettings()
    return neo4j.GraphDatabase.driver(place.url, auth=(settings.user, settings.password))
