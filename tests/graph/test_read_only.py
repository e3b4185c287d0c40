"""Read-only truly: what only reads is refused every change by the store itself, on both stores and past the driver."""

import base64
import json
import urllib.error
import urllib.request
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import ClientError

from graph.errors import StoreError
from graph.store import Store, open_store
from tests.conftest import StorePlace
from tests.graph.snapshots import content, full_reading

DATA = (
    "CREATE (n:Actor {id: 'x'})",
    "MERGE (n:Actor {id: 'x'})",
    "FOREACH (x IN [1] | CREATE (:Brandnew {a: x}))",
    "MATCH (a:Actor), (b:Initiative) CREATE (a)-[:PARTICIPATES]->(b)",
    "MATCH (n:Actor) SET n.name = 'x'",
    "MATCH (n:Actor) SET n:Brandnew",
    "MATCH ()-[r:PARTICIPATES]->() SET r.role = 'x'",
    "MATCH (n:Actor) REMOVE n.name",
    "MATCH (n:Actor) REMOVE n:Union",
    "MATCH ()-[r]->() DELETE r",
    "MATCH (n) DETACH DELETE n",
)
SCHEMA = (
    "CREATE INDEX x FOR (n:Actor) ON (n.kind)",
    "CREATE INDEX x FOR (n:Brandnew) ON (n.kind)",
    "CREATE CONSTRAINT y FOR (n:Brandnew) REQUIRE n.folded IS UNIQUE",
    "DROP INDEX actor_folded IF EXISTS",
    "DROP CONSTRAINT document_id IF EXISTS",
)
USERS = (
    "CREATE USER eve SET PASSWORD 'long-enough-1' CHANGE NOT REQUIRED",
    "ALTER USER neo4j SET PASSWORD 'long-enough-1'",
    "DROP USER neo4j",
    "CREATE DATABASE other",
)
SQL = (
    "CREATE VERTEX TYPE Eve",
    "DROP TYPE Document UNSAFE",
    "TRUNCATE TYPE Document UNSAFE",
    "INSERT INTO Document SET id = 'x'",
    "UPDATE Document SET title = 'x'",
    "DELETE VERTEX FROM Document",
    "CREATE INDEX ON Document (title) NOTUNIQUE",
    "ALTER DATABASE `arcadedb.dateFormat` 'x'",
    "BACKUP DATABASE",
    "EXPORT DATABASE file:///tmp/x.tgz",
    "IMPORT DATABASE file:///etc/hostname",
)
ORDERS = (
    'create user {"name": "eve", "password": "long-enough-1", "databases": {"*": ["admin"]}}',
    "drop user root",
    "create database other",
    "drop database graph",
    "set server setting arcadedb.server.mode development",
    "shutdown",
)


@pytest.mark.parametrize("text", [*DATA, *SCHEMA, *USERS])
def test_a_question_changes_nothing(store_place: StorePlace, text: str) -> None:
    with store_place.open() as store:
        store.write_reading(full_reading().build())
    with store_place.open(read_only=True) as store:
        before = content(store), schema(store)
        with pytest.raises(StoreError) as caught:
            store.read(text)
        assert caught.value.code in ("store_forbidden", "store_query_failed", "store_failed")
        assert (content(store), schema(store)) == before


def schema(store: Store) -> set[str]:
    """The names of all indexes."""
    return {str(row["name"]) for row in store.read("SHOW INDEXES YIELD name RETURN name")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph with something of every sort."""
    folder = tmp_path_factory.mktemp("embedded") / "graph"
    with open_store(str(folder)) as store:
        store.write_reading(full_reading().build())
    return folder


@pytest.mark.parametrize("database", ["graph", "system"])
def test_the_reader_s_account_changes_nothing_even_in_a_session_that_writes(folder: Path, database: str) -> None:
    with open_store(str(folder)) as store:
        before = content(store), schema(store)
        held = holder(folder)
        account = str(held["reader"]), str(held["reader_password"])
        with neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{held['bolt_port']}", auth=account) as driver:
            for text in (*DATA, *SCHEMA, *USERS):
                with driver.session(database=database) as session, pytest.raises(ClientError):
                    session.run(text).consume()  # type: ignore[arg-type]
        assert (content(store), schema(store)) == before


def test_the_reader_s_account_changes_nothing_over_http(folder: Path) -> None:
    with open_store(str(folder)) as store:
        before = content(store), schema(store)
        for text in SQL:
            assert answer(folder, "/api/v1/command/graph", {"language": "sql", "command": text}) == 403, text
        for text in (*DATA, *SCHEMA):
            assert answer(folder, "/api/v1/command/graph", {"language": "opencypher", "command": text}) == 403, text
        for order in ORDERS:
            assert answer(folder, "/api/v1/server", {"command": order}) == 403, order
        assert (content(store), schema(store)) == before


@pytest.mark.parametrize("page", ["command/graph", "query/graph", "begin/graph", "server", "mcp"])
def test_nobody_without_a_password_changes_anything_over_http(folder: Path, page: str) -> None:
    with open_store(str(folder)):
        for password in ("", "wrong"):
            body = {"language": "sql", "command": "DELETE VERTEX FROM Document"}
            assert answer(folder, f"/api/v1/{page}", body, password=password) in (401, 403)


def holder(folder: Path) -> dict[str, object]:
    """What the holder has announced."""
    read = json.loads((folder / "holder.json").read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def answer(folder: Path, page: str, body: dict[str, str], *, password: str | None = None) -> int:
    """The status of what the engine's HTTP listener says to the reader."""
    held = holder(folder)
    account = f"{held['reader']}:{held['reader_password'] if password is None else password}"
    headers = {"Content-Type": "application/json"}
    if password != "":
        headers["Authorization"] = "Basic " + base64.b64encode(account.encode()).decode()
    url = f"http://127.0.0.1:{held['http_port']}{page}"
    try:
        request = urllib.request.Request(url, data=json.dumps(body).encode(), headers=headers)
        with urllib.request.urlopen(request, timeout=20) as answered:
            return int(answered.status)
    except urllib.error.HTTPError as error:
        return error.code
