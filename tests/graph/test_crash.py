"""kill -9 in the middle of loads: what was acknowledged is there after reopening, and nothing is half there."""

import random
import subprocess
import time
from pathlib import Path

import pytest

from graph.model import Reading
from graph.store import Store, open_store
from tests.factory import a_reading
from tests.graph.children import command
from tests.graph.snapshots import content, full_reading

WRITER = """
import itertools
from tests.graph.test_crash import numbered
with open_store(sys.argv[1]) as store:
    for number in itertools.count(int(sys.argv[2])):
        store.write_reading(numbered(number))
        print(number, flush=True)
"""


def numbered(number: int) -> Reading:
    """A reading that differs with its number; each tenth replaces an address, and kinds change all the time."""
    builder = full_reading(f"{number - 10 if number % 10 == 9 else number}.txt").sentence(f"Satz {number}. " * 200)
    return builder.build()


def kill_while_writing(folder: Path, first: int, wait: float) -> int:
    """Let a process write from this number on, and kill it after a while: the next number not acknowledged."""
    with subprocess.Popen(command(WRITER, str(folder), str(first)), stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        acknowledged = [int(process.stdout.readline())]
        deadline = time.monotonic() + wait
        while time.monotonic() < deadline:
            acknowledged.append(int(process.stdout.readline()))
        process.kill()
        acknowledged += [int(line) for line in process.stdout.read().split(b"\n")[:-1]]
    return acknowledged[-1] + 1


def expected(upto: int) -> dict[str, str]:
    """Which document each address shows after this many readings."""
    return {(reading := numbered(number)).document.address: reading.document.id for number in range(upto)}


def require_whole(store: Store, upto: int) -> int:
    """Assert that the first `upto` readings are there, perhaps the next one, and nothing else or in part."""
    shown = {address: document.id for document in store.documents() for address in document.addresses}
    count = upto if shown == expected(upto) else upto + 1
    assert shown == expected(count)
    records = list(store.export_records())
    documents = {record["id"] for record in records if record["type"] == "document"}
    for document in documents:
        stated = [record for record in records if record.get("document_id") == document]
        assert len([record for record in stated if record["type"] == "naming"]) == 8
        assert len([record for record in stated if record["type"] == "statement"]) == 9
        assert len([record for record in stated if record["type"] == "unread"]) == 1
    assert len([record for record in records if record["type"] in ("actor", "initiative", "group")]) == 8
    return count


def crash_and_reopen(folder: Path, rounds: int, seed: int) -> int:
    """Kill a writer again and again; the number of the next reading."""
    rng, number = random.Random(seed), 0
    for _ in range(rounds):
        number = kill_while_writing(folder, number, rng.uniform(0.0, 0.8))
        with open_store(str(folder)) as store:
            number = require_whole(store, number)
    return number


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    written = crash_and_reopen(folder, 3, seed=11)
    with open_store(str(folder)) as store, open_store(str(tmp_path / "clean")) as clean:
        store.write_reading(numbered(written))
        for number in range(written + 1):
            clean.write_reading(numbered(number))
        assert content(store) == content(clean)


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_what_was_acknowledged_survives_many_kills(tmp_path: Path) -> None:
    assert crash_and_reopen(tmp_path / "graph", 25, seed=12) > 25


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
