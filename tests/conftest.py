"""Stores for the tests of every room: the embedded one always, a Neo4j where `BUENDNISATLAS_TEST_NEO4J` names one.

The server named there is wiped again and again. So it must be empty, or hold the mark that these tests set; anything
else is refused before the first test. `NEO4J_USERNAME`, `NEO4J_PASSWORD` and `NEO4J_DATABASE` log in.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest

from graph.store import ServerSettings, Store, open_store

SERVER = os.environ.get("BUENDNISATLAS_TEST_NEO4J", "")
KINDS = ("embedded", "neo4j") if SERVER else ("embedded",)


def pytest_configure() -> None:
    """Claim the server for the tests before the first of them, or stop."""
    if SERVER:
        with driver_of(_server_place()) as driver:
            claim_for_tests(driver)


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


@pytest.fixture(scope="session")
def neo4j_place() -> StorePlace:
    """The server that may be wiped: `pytest_configure` found it ours."""
    return _server_place()


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
