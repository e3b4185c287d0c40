"""kill -9 in the middle of loads and edits: what was acknowledged is there after reopening, and nothing in part."""

import itertools
import os
import random
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.decisions import new_decision
from graph.model import Decision, Reading
from graph.store import Store, open_store
from tests.conftest import StorePlace
from tests.factory import a_reading
from tests.graph.children import Peer, command, login
from tests.graph.snapshots import content, full_reading

WRITER = """
from graph.errors import StoreError
from tests.graph.test_crash import write_on
with opened() as store:
    try:
        write_on(store, int(sys.argv[2]))
    except StoreError as error:
        print(error.code, flush=True)
"""


def numbered(number: int) -> Reading:
    """A reading that differs with its number; each tenth replaces an address, and kinds change all the time."""
    builder = full_reading(f"{number - 10 if number % 10 == 9 else number}.txt").sentence(f"Satz {number}. " * 200)
    return builder.build()


def decided(number: int) -> Decision:
    """A person's decision that differs with its number."""
    return new_decision("confirm", "actor:igbce", author="AB", values={"number": str(number)})


def write_on(store: Store, first: int) -> None:
    """Load, decide and remove from this number on, for ever; each number is told once all of it was acknowledged."""
    for number in itertools.count(first):
        store.write_reading(numbered(number))
        store.decide(decided(number))
        if number % 5 == 4:
            store.remove_document(numbered(number - 3).document.id)
        print(number, flush=True)


def expected(upto: int) -> dict[str, str]:
    """Which document each address shows after this many numbers."""
    shown: dict[str, str] = {}
    for number in range(upto):
        document = numbered(number).document
        shown[document.address] = document.id
        if number % 5 == 4:
            shown = {key: id for key, id in shown.items() if id != numbered(number - 3).document.id}
    return shown


class Writer:
    """A process that writes on from a number, until it is killed."""

    def __init__(self, place: StorePlace, first: int) -> None:
        line = command(WRITER, place.url, str(first))
        self.process = subprocess.Popen(line, stdout=subprocess.PIPE, env={**os.environ, **login(place)})
        self.acknowledged = first - 1
        self.follow(0)

    def follow(self, seconds: float) -> None:
        """Listen for a while, at least until the next number."""
        assert self.process.stdout is not None
        deadline = time.monotonic() + seconds
        self.acknowledged = int(self.process.stdout.readline())
        while time.monotonic() < deadline:
            self.acknowledged = int(self.process.stdout.readline())

    def goes_on(self) -> bool:
        """Whether it tells another number; it may stop in place of that, but only with the one error."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline().decode().strip()
        if line.isdecimal():
            self.acknowledged = int(line)
            return True
        assert (line, self.process.wait()) == ("store_unreachable", 0)
        return False

    def kill(self) -> int:
        """Kill it; the first number that was not acknowledged."""
        if self.process.poll() is None:
            self.process.kill()
            out, _ = self.process.communicate()
            for line in out.split(b"\n")[:-1]:
                self.acknowledged = int(line)
        return self.acknowledged + 1


@contextmanager
def writing(place: StorePlace, first: int) -> Iterator[Writer]:
    """A writer that has begun; killed at the end at the latest."""
    writer = Writer(place, first)
    try:
        yield writer
    finally:
        writer.kill()


def require_whole(store: Store, upto: int) -> None:
    """Assert that the first `upto` numbers are there, perhaps a part of the next one's steps, and nothing in part."""
    shown = {address: document.id for document in store.documents() for address in document.addresses}
    without_removal = expected(upto) | {numbered(upto).document.address: numbered(upto).document.id}
    assert shown in (expected(upto), without_removal, expected(upto + 1))
    records = list(store.export_records())
    documents = {record["id"] for record in records if record["type"] == "document"}
    for document in documents:
        stated = [record for record in records if record.get("document_id") == document]
        assert len([record for record in stated if record["type"] == "naming"]) == 8
        assert len([record for record in stated if record["type"] == "statement"]) == 9
        assert len([record for record in stated if record["type"] == "unread"]) == 1
    assert len([record for record in records if record["type"] in ("actor", "initiative", "group")]) == 8
    noted = {dict(decision.values)["number"] for decision in store.decisions()}
    certain = {str(number) for number in range(upto)}
    assert certain <= noted <= certain | {str(upto)}


def kill_client(place: StorePlace, number: int, rng: random.Random) -> int:
    """Kill the one process that writes; on the embedded store it runs the engine, too."""
    with writing(place, number) as writer:
        writer.follow(rng.uniform(0.0, 0.8))
        return writer.kill()


def kill_joined(place: StorePlace, number: int, rng: random.Random) -> int:
    """Kill a writing process that has joined another one."""
    with Peer(place.url) as holder:
        after = kill_client(place, number, rng)
        assert isinstance(holder.do("documents"), list)
        return after


def kill_holder(place: StorePlace, number: int, rng: random.Random) -> int:
    """Kill the process that runs the engine while another one writes; that one goes on, and is killed later."""
    with Peer(place.url) as holder, writing(place, number) as writer:
        writer.follow(rng.uniform(0.0, 0.8))
        holder.kill()
        writer.follow(rng.uniform(0.0, 0.8))
        return writer.kill()


def kill_both(place: StorePlace, number: int, rng: random.Random) -> int:
    """Kill the holder, and the writer in the middle of taking over."""
    with Peer(place.url) as holder, writing(place, number) as writer:
        holder.kill()
        time.sleep(rng.uniform(0.0, 0.8))
        return writer.kill()


WAYS = {"client": kill_client, "joined": kill_joined, "holder": kill_holder, "both": kill_both}


def crash_and_reopen(place: StorePlace, way: str, rounds: int, clean: Path) -> int:
    """Kill again and again and look each time; at the end all is as it would be without. The numbers written."""
    rng, number = random.Random(f"{way}{rounds}"), 0
    for _ in range(rounds):
        number = WAYS[way](place, number, rng)
        with place.open() as store:
            require_whole(store, number)
    with place.open() as store, open_store(str(clean)) as alone:
        finish_both(store, alone, number)
    return number


def finish_both(store: Store, alone: Store, upto: int) -> None:
    """Write one more number, and everything into a graph of its own: both end the same."""
    for number in range(upto + 1):
        for one in (alone, store) if number == upto else (alone,):
            one.write_reading(numbered(number))
            if number % 5 == 4:
                one.remove_document(numbered(number - 3).document.id)
    assert facts_of(store) == facts_of(alone)


def facts_of(store: Store) -> list[object]:
    """All but the decisions."""
    return [record for record in content(store) if record["type"] != "decision"]


@pytest.mark.parametrize(("way", "rounds"), [("client", 2), ("joined", 2), ("holder", 2), ("both", 1)])
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, way: str, rounds: int) -> None:
    crash_and_reopen(StorePlace(str(tmp_path / "graph")), way, rounds, tmp_path / "clean")


def test_a_server_keeps_what_it_acknowledged_to_a_client_that_is_killed(server: StorePlace, tmp_path: Path) -> None:
    crash_and_reopen(server, "client", 2, tmp_path / "clean")


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize(("way", "rounds"), [("client", 25), ("joined", 25), ("holder", 25), ("both", 25)])
def test_what_was_acknowledged_survives_many_kills(tmp_path: Path, way: str, rounds: int) -> None:
    assert crash_and_reopen(StorePlace(str(tmp_path / "graph")), way, rounds, tmp_path / "clean") > rounds


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_a_server_keeps_what_it_acknowledged_to_many_that_are_killed(server: StorePlace, tmp_path: Path) -> None:
    assert crash_and_reopen(server, "client", 50, tmp_path / "clean") > 50


@pytest.mark.parametrize("wait", [0.0, 0.02, 0.05, 0.1, 0.2, 0.3])
def test_a_kill_while_the_graph_is_made_leaves_one_that_opens(tmp_path: Path, wait: float) -> None:
    folder = tmp_path / "graph"
    with subprocess.Popen(
        command("print('x', flush=True)\nopen_store(sys.argv[1])", str(folder)), stdout=-1
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        deadline = time.monotonic() + wait
        while time.monotonic() < deadline:
            pass
        process.kill()
    with open_store(str(folder)) as store:
        store.write_reading(a_reading().silence("DE-BY").build())
        assert len(store.documents()) == 1
