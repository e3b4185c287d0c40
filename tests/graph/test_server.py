"""Addresses of servers: what is taken for one, what is said when it cannot be used, and that no password shows."""

import secrets
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import LiteralString

import neo4j
import pytest

from graph.errors import StoreError
from graph.kinds import ActorKind
from graph.schema import SCHEMA
from graph.server import ServerSettings, is_server, shown_address
from graph.store import open_store
from tests.conftest import StorePlace, driver_of, wipe
from tests.factory import a_reading

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


@pytest.mark.parametrize("rest", ["/graph", "/db/neo4j", "#graph", "/?policy=eu#x"])
def test_an_address_ends_behind_the_server(rest: str, closed_port: int) -> None:
    error = error_of(f"neo4j://127.0.0.1:{closed_port}{rest}", ServerSettings(password=SECRET))
    assert error.code == "store_address_has_path"


@pytest.mark.parametrize("rest", ["/", "?policy=eu"])
def test_what_the_driver_understands_may_follow(rest: str, closed_port: int) -> None:
    assert error_of(f"neo4j://127.0.0.1:{closed_port}{rest}", ServerSettings()).code == "store_unreachable"


@pytest.mark.parametrize("name", ["system", "System"])
def test_the_server_s_own_database_takes_no_graph(name: str, closed_port: int) -> None:
    error = error_of(f"bolt://127.0.0.1:{closed_port}", ServerSettings(password=SECRET, database=name))
    assert (error.code, error.details["database"]) == ("store_database_reserved", name)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_place_that_never_answers_is_given_up(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the connection and then says nothing, as a wrong port or a firewall does."""
    monkeypatch.setattr("graph.bolt._GREET_SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"{scheme}://127.0.0.1:{silent.getsockname()[1]}"
        assert error_of(url, ServerSettings(password=SECRET)).code == "store_unreachable"


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


@pytest.fixture
def server(request: pytest.FixtureRequest) -> StorePlace:
    """The Neo4j of this run, emptied."""
    place: StorePlace = request.getfixturevalue("neo4j_place")
    with driver_of(place) as driver:
        wipe(driver)
    return place


def test_a_database_that_is_not_there_is_said(server: StorePlace) -> None:
    assert server.settings is not None
    error = error_of(server.url, ServerSettings(server.settings.user, server.settings.password, "nirgends"))
    assert (error.code, error.details["database"]) == ("store_database_missing", "nirgends")


@pytest.fixture
def user(server: StorePlace) -> Iterator[str]:
    """An account of the server for one test. Its name is new: a server remembers wrong passwords by it."""
    name = f"tests_{secrets.token_hex(4)}"
    with driver_of(server) as driver:
        driver.execute_query(
            "CREATE USER $name SET PASSWORD $password CHANGE NOT REQUIRED",
            {"name": name, "password": secrets.token_hex(12)},
            database_="system",
        )
        yield name
        driver.execute_query("DROP USER $name", {"name": name}, database_="system")


def test_a_server_that_takes_no_password_for_a_while_says_so(server: StorePlace, user: str) -> None:
    codes = [error_of(server.url, ServerSettings(user, SECRET)).code for _ in range(4)]
    assert codes == ["store_password_refused"] * 3 + ["store_login_paused"]


def test_a_server_that_wants_a_new_password_first_says_so(server: StorePlace, user: str) -> None:
    with driver_of(server) as driver:
        driver.execute_query(
            "ALTER USER $name SET PASSWORD $password CHANGE REQUIRED",
            {"name": user, "password": SECRET},
            database_="system",
        )
    assert error_of(server.url, ServerSettings(user, SECRET)).code == "store_password_expired"


@pytest.mark.parametrize("url", ["bolt", "neo4j"])
def test_a_refused_token_is_said(server: StorePlace, url: str) -> None:
    """Community knows no single sign-on."""
    address = server.url.replace("bolt://", f"{url}://")
    assert error_of(address, ServerSettings(token=SECRET)).code == "store_token_refused"


@pytest.mark.parametrize(("token", "code"), [("", "store_password_refused"), ("\udcff", "store_token_refused")])
def test_bytes_that_are_no_text_are_no_password(closed_port: int, token: str, code: str) -> None:
    settings = ServerSettings(password="\udcff" + SECRET, token=token)
    assert error_of(f"bolt://127.0.0.1:{closed_port}", settings).code == code


def test_settings_do_not_show_their_token() -> None:
    assert SECRET not in repr(ServerSettings(token=SECRET))


@pytest.mark.parametrize(
    ("foreign", "name"),
    [("CREATE (:Region {name: 'x'})", "Region"), ("CREATE (:Person)-[:MEMBER_OF]->(:Club)", "MEMBER_OF")],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_database_with_somebody_else_s_data_is_left_alone(
    server: StorePlace, foreign: LiteralString, name: str, read_only: bool
) -> None:
    with driver_of(server) as driver:
        driver.execute_query(foreign)
        before = driver.execute_query("MATCH (n) RETURN count(n) AS nodes").records[0]["nodes"]
        with pytest.raises(StoreError) as caught:
            server.open(read_only=read_only)
        after = driver.execute_query("MATCH (n) RETURN count(n) AS nodes").records[0]["nodes"]
        wipe(driver)
    assert (caught.value.code, caught.value.details["name"]) == ("store_not_empty", name)
    assert before == after


def test_data_with_other_names_may_lie_beside_the_graph(server: StorePlace) -> None:
    with driver_of(server) as driver:
        driver.execute_query("CREATE (:Person)-[:LIKES]->(:Movie {id: 1})")
        with server.open() as store:
            store.write_reading(a_reading().silence("DE-BY").build())
            for document in store.documents():
                store.remove_document(document.id)
            assert [record["type"] for record in store.export_records()] == ["atlas"]
        [counted] = driver.execute_query("MATCH (n:Person|Movie) RETURN count(n) AS nodes").records
    assert counted["nodes"] == 2


def test_names_are_found_by_full_text_as_german_is_written(server: StorePlace) -> None:
    """For Neo4j Browser and Bloom; an older graph gets the indexes when it is next written to."""
    with server.open() as store:
        reading = (
            a_reading().actor("IG Müller-Straße", ActorKind.UNION, aliases=("Müllerbund",)).initiative("Runde Nord")
        )
        store.write_reading(reading.build())
    with driver_of(server) as driver:
        driver.execute_query("DROP INDEX actor_names")
        driver.execute_query("DROP CONSTRAINT group_id")
        with server.open(read_only=True):
            pass
        assert "actor_names" not in names_of_indexes(driver)
        driver.execute_query("MATCH (atlas:Atlas) SET atlas.schema = $older", {"older": SCHEMA - 1})
        with server.open():
            pass
        assert {"actor_names", "initiative_names", "group_id"} <= names_of_indexes(driver)
        driver.execute_query("CALL db.awaitIndexes(30)")
        for index, word, name in [
            ("actor_names", "mueller", "IG Müller-Straße"),
            ("actor_names", "strasse", "IG Müller-Straße"),
            ("actor_names", "müllerbund", "IG Müller-Straße"),
            ("initiative_names", "runden", "Runde Nord"),
        ]:
            found = driver.execute_query(
                "CALL db.index.fulltext.queryNodes($index, $word) YIELD node RETURN node.name AS name",
                {"index": index, "word": word},
            )
            assert [row["name"] for row in found.records] == [name], word


def names_of_indexes(driver: neo4j.Driver) -> set[str]:
    return {row["name"] for row in driver.execute_query("SHOW INDEXES YIELD name").records}
