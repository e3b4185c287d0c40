"""Addresses of servers: what is taken for one, what is said when it cannot be used, and that no password shows."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.server import ServerSettings, is_server, shown_address
from graph.store import open_store
from tests.conftest import StorePlace

SECRET = "hunter2-geheim"


@pytest.mark.parametrize(
    "url", ["neo4j://host", "neo4j+s://x.example", "bolt://localhost:7687", "BOLT://h", "bolt+ssc://h", "neo4j+ssc://h"]
)
def test_an_address_is_known_by_its_scheme(url: str) -> None:
    assert is_server(url)


@pytest.mark.parametrize(
    "url", ["graph", "/var/graph", "C:\\Graph", "C:/Graph", "bolt", "neo4j:host", "http://host", ""]
)
def test_anything_else_is_a_path(url: str) -> None:
    assert not is_server(url)


def test_an_address_is_shown_without_user_and_password() -> None:
    assert shown_address(f"neo4j://me:{SECRET}@host:7687/x") == "neo4j://host:7687/x"


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port of the loopback on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield int(taken.getsockname()[1])


def error_of(url: str, settings: ServerSettings) -> StoreError:
    """What opening this raises; nowhere in it, or in what caused it, stands the password."""
    with pytest.raises(StoreError) as caught:
        open_store(url, settings=settings)
    error: BaseException | None = caught.value
    while error is not None:
        assert SECRET not in str(error) + repr(error)
        error = error.__cause__
    return caught.value


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_not_there_is_said(scheme: str, closed_port: int) -> None:
    url = f"{scheme}://127.0.0.1:{closed_port}"
    error = error_of(url, ServerSettings(password=SECRET))
    assert (error.code, error.details["url"]) == ("store_unreachable", url)


@pytest.mark.parametrize("url", ["bolt://", "neo4j://:7687", "bolt://host:x", "neo4j+s://"])
def test_an_address_that_is_none_is_said(url: str) -> None:
    assert error_of(url, ServerSettings(password=SECRET)).code == "store_address_invalid"


def test_a_password_belongs_into_the_settings(closed_port: int) -> None:
    error = error_of(f"bolt://me:{SECRET}@127.0.0.1:{closed_port}", ServerSettings())
    assert (error.code, error.details["url"]) == ("store_address_has_password", f"bolt://127.0.0.1:{closed_port}")


def test_settings_do_not_show_their_password() -> None:
    assert SECRET not in repr(ServerSettings("me", SECRET, "db"))


def test_a_wrong_password_is_said(tmp_path: Path) -> None:
    """The embedded engine stands in for a server here: it speaks the same protocol."""
    import json

    with open_store(str(tmp_path / "graph")):
        port = json.loads((tmp_path / "graph" / "holder.json").read_text(encoding="utf-8"))["bolt_port"]
        error = error_of(f"bolt://127.0.0.1:{port}", ServerSettings("root", SECRET, "graph"))
    assert error.code == "store_password_refused"


def test_a_database_that_is_not_there_is_said(request: pytest.FixtureRequest) -> None:
    from tests.conftest import SERVER

    if not SERVER:
        pytest.skip("needs a Neo4j in BUENDNISATLAS_TEST_NEO4J")
    place: StorePlace = request.getfixturevalue("neo4j_place")
    assert place.settings is not None
    error = error_of(place.url, ServerSettings(place.settings.user, place.settings.password, "nirgends"))
    assert (error.code, error.details["database"]) == ("store_database_missing", "nirgends")
