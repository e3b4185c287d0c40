"""Several processes on one folder: one holds it, the others join, and when it ends another takes over."""

import json
import os
import platform
import secrets
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from graph.errors import StoreError
from graph.joining import VERSION
from graph.store import open_store
from tests.factory import a_reading
from tests.graph.children import SAY_ERROR, Peer, run_child


def holder(folder: Path) -> dict[str, object]:
    """What the process that holds the folder has announced; {} while nobody has."""
    try:
        read = json.loads((folder / "holder.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    assert isinstance(read, dict)
    return read


def until(told: Callable[[], bool]) -> None:
    """Wait for something to come true; a minute is for ever."""
    deadline = time.monotonic() + 60
    while not told():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a graph may be made."""
    return tmp_path / "graph"


def test_two_processes_read_and_write_one_graph(folder: Path) -> None:
    with Peer(folder) as first, Peer(folder) as second:
        assert holder(folder)["pid"] == first.pid
        assert first.do("write a") is True
        assert second.do("documents") == ["a"]
        assert second.do("write b") is True
        assert first.do("documents") == ["a", "b"]
        assert second.do("write a") is False


def test_two_stores_of_one_process_share_a_graph(folder: Path) -> None:
    with open_store(str(folder)) as first:
        second = open_store(str(folder))
        second.write_reading(a_reading().silence("DE-BY").build())
        assert len(first.documents()) == 1
        first.close()
        assert len(second.documents()) == 1
        second.write_reading(a_reading("b").silence("DE-BE").build())
        second.close()
    with open_store(str(folder)) as store:
        assert len(store.documents()) == 2


@pytest.mark.parametrize("end", [Peer.close, Peer.kill])
def test_when_the_holder_ends_another_one_takes_over_unasked(folder: Path, end: Callable[[Peer], None]) -> None:
    with Peer(folder) as first, Peer(folder) as second:
        first.do("write a")
        end(first)
        until(lambda: holder(folder).get("pid") == second.pid)
        assert second.do("documents") == ["a"]
        with Peer(folder) as third:
            assert third.do("write b") is True
            assert second.do("documents") == ["a", "b"]


@pytest.mark.parametrize("end", [Peer.close, Peer.kill])
def test_of_two_that_would_take_over_one_does_and_the_other_joins(folder: Path, end: Callable[[Peer], None]) -> None:
    with Peer(folder) as first, Peer(folder) as second, Peer(folder) as third:
        first.do("write a")
        end(first)
        second.ask("write b")
        third.ask("write c")
        assert (second.answer(), third.answer()) == (True, True)
        assert holder(folder)["pid"] in (second.pid, third.pid)
        for peer in (second, third):
            assert peer.do("documents") == ["a", "b", "c"]


def test_holders_may_end_one_after_the_other(folder: Path) -> None:
    peers = [Peer(folder) for _ in range(4)]
    for number, peer in enumerate(peers):
        assert peers[-1].do(f"write {number}") is True
        (peer.kill if number % 2 else peer.close)()
    with open_store(str(folder)) as store:
        assert [document.address for document in store.documents()] == ["0", "1", "2", "3"]


def test_a_joined_process_that_ends_leaves_the_holder_alone(folder: Path) -> None:
    with Peer(folder) as first:
        for end in (Peer.close, Peer.kill):
            with Peer(folder) as second:
                second.do("write x")
                before = holder(folder)
                end(second)
            assert holder(folder) == before
            assert first.do("documents") == ["x"]


def test_who_only_reads_joins_as_a_reader(folder: Path) -> None:
    with Peer(folder) as first, Peer(folder, read_only=True) as reader:
        first.do("write a")
        assert reader.do("documents") == ["a"]
        assert reader.do("write b") == "graph_read_only"
        assert reader.do("read CREATE (:Actor {id: 'x'})") == "store_forbidden"
        assert first.do("read MATCH (a:Actor) RETURN a.id AS id") == []


def test_who_only_reads_takes_over_for_those_who_write(folder: Path) -> None:
    with Peer(folder) as first, Peer(folder, read_only=True) as reader:
        first.do("write a")
        first.kill()
        until(lambda: holder(folder).get("pid") == reader.pid)
        assert reader.do("write b") == "graph_read_only"
        assert reader.do("read CREATE (:Actor {id: 'x'})") == "store_forbidden"
        with Peer(folder) as writer:
            assert writer.do("write b") is True
            assert holder(folder)["pid"] == reader.pid
            assert reader.do("documents") == ["a", "b"]


def test_rows_on_their_way_go_on_after_the_holder(folder: Path) -> None:
    with open_store(str(folder)) as store:
        for number in range(40):
            store.write_reading(a_reading(f"{number}").sentence(f"{number} " * 9_000).silence("DE-BY").build())
        expected = list(store.export_records())
    for end in (Peer.close, Peer.kill):
        with Peer(folder) as first, open_store(str(folder), read_only=True) as reader:
            records = reader.export_records()
            given = [next(records) for _ in range(10)]
            end(first)
            assert [*given, *records] == expected


def test_what_a_holder_announces_is_for_its_owner_only(folder: Path) -> None:
    with open_store(str(folder)):
        announced = holder(folder)
        assert announced["pid"] == os.getpid()
        assert announced["host"] == platform.node()
        assert isinstance(announced["bolt_port"], int)
        if os.name == "posix":
            for name in ("holder.json", "graph.lock"):
                assert (folder / name).stat().st_mode & 0o777 == 0o600
    assert holder(folder) == {}


def announce(folder: Path, **particulars: object) -> None:
    """Make a folder whose holder has announced this."""
    open_store(str(folder)).close()
    whole = {
        "pid": 4711,
        "host": platform.node(),
        "version": VERSION,
        "bolt_port": 1,
        "http_port": 1,
        "user": "root",
        "password": secrets.token_hex(),
        "reader": "reader",
        "reader_password": secrets.token_hex(),
    }
    (folder / "holder.json").write_text(json.dumps(whole | particulars), encoding="utf-8")


def error_of(folder: Path) -> StoreError:
    """What opening the folder says."""
    with pytest.raises(StoreError) as caught:
        open_store(str(folder))
    assert caught.value.details["path"] == str(folder)
    return caught.value


def test_a_stale_announcement_means_nothing(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        announce(folder, pid=os.getppid(), bolt_port=silent.getsockname()[1])
        with open_store(str(folder)):
            assert holder(folder)["pid"] == os.getpid()


@pytest.mark.parametrize(
    ("particulars", "code", "detail"),
    [
        ({"version": "1.0"}, "graph_held_by_version", {}),
        ({"host": "anderswo"}, "graph_held_elsewhere", {"host": "anderswo"}),
    ],
)
def test_a_holder_that_cannot_be_joined_is_said(
    folder: Path, particulars: dict[str, object], code: str, detail: dict[str, object]
) -> None:
    announce(folder, **particulars)
    with FileLock(folder / "graph.lock"):
        error = error_of(folder)
    assert error.code == code
    assert detail.items() <= error.details.items()


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_an_announcement_that_cannot_be_read_is_another_version_s(folder: Path, text: str) -> None:
    announce(folder)
    (folder / "holder.json").write_text(text, encoding="utf-8")
    with FileLock(folder / "graph.lock"):
        assert error_of(folder).code == "graph_held_by_version"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root, to become somebody else")
def test_another_user_s_holder_is_said() -> None:
    place = Path(tempfile.mkdtemp())
    try:
        place.chmod(0o755)
        with open_store(str(place / "graph")):
            (place / "graph").chmod(0o777)
            (place / "graph" / "graph.lock").chmod(0o666)
            body = "import arcadedb\nos.setegid(65534)\nos.seteuid(65534)\n" + SAY_ERROR
            child = run_child(body, str(place / "graph"))
        assert (child.stdout.split(), child.stderr) == ([b"graph_held_by_user"], b"")
    finally:
        shutil.rmtree(place)


def test_a_holder_that_never_answers_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.bolt._GREET_SECONDS", 0.3)
    monkeypatch.setattr("graph.joining._ANSWER_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        announce(folder, bolt_port=silent.getsockname()[1])
        with FileLock(folder / "graph.lock"):
            error = error_of(folder)
    assert (error.code, error.details["pid"]) == ("graph_held", 4711)


def test_a_holder_that_never_announces_itself_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.joining._OPEN_SECONDS", 0.3)
    open_store(str(folder)).close()
    with FileLock(folder / "graph.lock"):
        assert error_of(folder).code == "graph_held_silently"


def test_a_turn_that_never_comes_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.lock._TURN_SECONDS", 0.3)
    with open_store(str(folder)) as store, FileLock(folder / "writing.lock"):
        with pytest.raises(StoreError) as caught:
            store.write_reading(a_reading().silence("DE-BY").build())
        assert caught.value.code == "graph_busy"
        assert store.documents() == ()


def test_nothing_reaches_the_console_when_the_holder_ends(folder: Path) -> None:
    body = """
import subprocess
from tests.graph.children import Peer
from tests.factory import a_reading
for end in (Peer.kill, Peer.close):
    first = Peer(sys.argv[1])
    with open_store(sys.argv[1]) as store:
        end(first)
        store.write_reading(a_reading().silence("DE-BY").build())
        assert len(store.documents()) == 1
first = Peer(sys.argv[1])
left_open = open_store(sys.argv[1])
first.kill()
assert len(left_open.documents()) == 1
"""
    child = run_child(body, str(folder))
    assert (child.returncode, child.stdout, child.stderr) == (0, b"", b""), sys.version
