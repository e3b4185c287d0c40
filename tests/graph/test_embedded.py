"""The embedded store's folder: who may open it, what it says where it cannot, and what it never shows."""

import base64
import json
import os
import socket
import stat
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store import open_store
from tests.factory import a_reading
from tests.graph.children import run_child
from tests.graph.snapshots import content


def holder(folder: Path) -> dict[str, object]:
    """The particulars of the process that has the folder open."""
    read = json.loads((folder / "holder.json").read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def code_of(folder: Path, **options: bool) -> str:
    """The code of the error that opening this folder raises."""
    with pytest.raises(StoreError) as caught:
        open_store(str(folder), **options)
    assert caught.value.details["path"] == str(folder)
    return caught.value.code


def test_a_path_with_umlauts_and_blanks_opens(tmp_path: Path) -> None:
    folder = tmp_path / "Über uns" / "Bündnis Ä ß"
    with open_store(str(folder)) as store:
        store.write_reading(a_reading("ä.txt").silence("DE-BY").build())
        before = content(store)
    with open_store(str(folder)) as store:
        assert content(store) == before


def test_a_path_with_umlauts_opens_without_a_locale(tmp_path: Path) -> None:
    child = run_child(
        "with open_store(str(pathlib.Path(sys.argv[1]) / 'Über uns')) as store:\n    print(len(store.documents()))",
        str(tmp_path),
        LC_ALL="C",
        PYTHONUTF8="1",
    )
    assert (child.stdout.strip(), child.stderr) == (b"0", b"")
    assert (tmp_path / "Über uns" / "graph.json").exists()


def test_closing_twice_is_fine_and_gives_the_folder_back(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "graph"))
    store.close()
    store.close()
    assert not (tmp_path / "graph" / "holder.json").exists()
    open_store(str(tmp_path / "graph")).close()


def test_a_holder_that_is_gone_holds_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    open_store(str(folder)).close()
    (folder / "holder.json").write_text('{"pid": 1, "bolt_port": 1}', encoding="utf-8")
    (folder / "graph.lock").touch()
    with open_store(str(folder)):
        assert holder(folder)["pid"] == os.getpid()


def test_two_folders_may_be_open_in_one_process(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a")) as one, open_store(str(tmp_path / "b")) as two:
        one.write_reading(a_reading().silence("DE-BY").build())
        assert (len(one.documents()), len(two.documents())) == (1, 0)


def test_a_missing_folder_is_made_but_not_for_reading(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none", read_only=True) == "graph_missing"
    assert not (tmp_path / "none").exists()
    assert code_of(tmp_path, read_only=True) == "graph_missing"
    open_store(str(tmp_path / "deep" / "er")).close()


def test_a_file_is_no_graph(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("x", encoding="utf-8")
    assert code_of(path) == "graph_not_a_folder"
    assert code_of(path / "below") == "graph_not_a_folder"
    assert path.read_text(encoding="utf-8") == "x"


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "Rechnung.docx").write_text("x", encoding="utf-8")
    assert code_of(tmp_path) == "graph_folder_foreign"
    assert [path.name for path in tmp_path.iterdir()] == ["Rechnung.docx"]


def test_what_desktops_leave_behind_is_no_content(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_text("x", encoding="utf-8")
    open_store(str(tmp_path)).close()


def test_a_spoilt_graph_is_named_and_not_replaced(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "graph")) as store:
        store.write_reading(a_reading().silence("DE-BY").build())
    schema = tmp_path / "graph" / "engine" / "databases" / "graph" / "schema.json"
    for path in schema.parent.glob("*"):
        path.write_bytes(b"\0")
    assert code_of(tmp_path / "graph") == "graph_damaged"
    assert schema.read_bytes() == b"\0"
    (tmp_path / "graph" / "graph.json").write_text("{", encoding="utf-8")
    assert code_of(tmp_path / "graph") == "graph_damaged"


def test_a_folder_that_was_never_ready_starts_afresh(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    open_store(str(folder)).close()
    (folder / "graph.json").write_text('{"ready": false}', encoding="utf-8")
    for path in (folder / "engine" / "databases" / "graph").glob("*"):
        path.write_bytes(b"\0")
    with open_store(str(folder)) as store:
        store.write_reading(a_reading().silence("DE-BY").build())
    with open_store(str(folder)) as store:
        assert len(store.documents()) == 1


def test_without_the_engines_wheel_a_server_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "arcadedb", None)
    assert code_of(tmp_path / "graph") == "no_embedded_engine"
    assert not (tmp_path / "graph").exists()


def test_nothing_of_engine_or_driver_reaches_the_console(tmp_path: Path) -> None:
    body = """
from graph.errors import StoreError
from tests.factory import a_reading
with open_store(sys.argv[1]) as store:
    store.write_reading(a_reading().silence("DE-BY").build())
    for text in ("MATCH (n", "CREATE (n:X)", "MATCH (n) RETURN n.none.none", "UNWIND 3 AS x RETURN x / 0"):
        try:
            store.read(text)
        except StoreError:
            pass
    store._write(lambda transaction: transaction.run("CREATE (:Silence {id: 'a'})"))
    for _ in range(2):
        try:
            store._write(lambda transaction: transaction.run("CREATE (:Silence {id: 'a'})"))
        except StoreError:
            pass
left_open = open_store(sys.argv[1])
"""
    child = run_child(body, str(tmp_path / "graph"))
    assert (child.returncode, child.stdout, child.stderr) == (0, b"", b"")
    assert not list((tmp_path / "graph").rglob("arcadedb*.log*"))


def test_the_engine_logs_where_it_is_told_and_without_password(tmp_path: Path) -> None:
    body = """
with open_store(sys.argv[1], log_folder=pathlib.Path(sys.argv[2])):
    import json
    print(json.loads((pathlib.Path(sys.argv[1]) / "holder.json").read_text())["password"])
"""
    child = run_child(body, str(tmp_path / "graph"), str(tmp_path / "log files"))
    password = child.stdout.strip()
    assert len(password) >= 30
    logs = list((tmp_path / "log files").glob("arcadedb.log*"))
    assert logs
    for path in (*logs, *(tmp_path / "graph").rglob("*")):
        assert not path.is_file() or password not in path.read_bytes()


def test_both_listeners_are_on_the_loopback_and_want_the_password(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    with open_store(str(folder)):
        port = int(str(holder(folder)["http_port"]))
        base = f"http://127.0.0.1:{port}"
        pages = ("/", "/api/v1/server", "/api/v1/databases", "/api/v1/query/graph/sql/select", "/api/v1/mcp", "/mcp")
        assert {page: status(base + page) for page in pages} == {
            page: 404 if page in ("/", "/mcp") else 401 for page in pages
        }
        assert status(base + "/api/v1/server", user="root:wrong") in (401, 403)
        outside = socket.gethostbyname(socket.gethostname())
        if not outside.startswith("127."):
            for name in ("http_port", "bolt_port"):
                with pytest.raises(OSError):
                    socket.create_connection((outside, int(str(holder(folder)[name]))), timeout=2)


def test_the_tool_protocol_is_off_even_with_the_password(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    with open_store(str(folder)):
        password = holder(folder)["password"]
        url = f"http://127.0.0.1:{holder(folder)['http_port']}/api/v1/mcp"
        body = b'{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}'
        assert status(url, user=f"root:{password}", data=body) == 503


def status(url: str, *, user: str = "", data: bytes | None = None) -> int:
    """The status of an answer."""
    headers = {"Authorization": "Basic " + base64.b64encode(user.encode()).decode()} if user else {}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data=data, headers=headers), timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_passwords_are_new_at_each_start_and_for_the_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    seen = set()
    for _ in range(2):
        with open_store(str(folder)):
            seen.add(holder(folder)["password"])
            if os.name == "posix":
                for path in (folder / "holder.json", *(folder / "engine" / "config").glob("server-*")):
                    assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    assert len(seen) == 2
