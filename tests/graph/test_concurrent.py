"""Four writers and eight readers at once, in processes and threads: nothing is lost, doubled or turned away."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from graph.decisions import new_decision
from graph.kinds import ActorKind
from graph.model import Reading
from graph.store import Store, open_store
from tests.conftest import StorePlace
from tests.factory import a_reading
from tests.graph.children import command, login
from tests.graph.snapshots import content

ADDRESSES = 5
WORKER = """
from tests.graph.test_concurrent import read_for, together, write_for
work = {"write": write_for, "read": read_for}[sys.argv[2]]
with opened(read_only=sys.argv[2] == "read") as store:
    print(json.dumps(together(work, store, sys.argv[3].split(), float(sys.argv[4]))))
"""


def numbered(writer: str, number: int) -> Reading:
    """What a writer writes as its nth: all writers name one house, each by a name of their own."""
    alias = f"Haus {writer} {number}"
    kind = (ActorKind.COMPANY, ActorKind.MINISTRY, ActorKind.UNION)[number % 3]
    return (
        a_reading(f"{writer}{number % ADDRESSES}.txt", date="2024")
        .initiative("Runde")
        .initiative(f"Runde {writer}")
        .actor("Haus", kind, aliases=(alias,), confidence=0.5)
        .actor(alias, ActorKind.OTHER)
        .participates("Haus", "Runde")
        .participates(alias, f"Runde {writer}")
        .build()
    )


def write_for(store: Store, writer: str, seconds: float) -> int:
    """Write for a while; how many writes were acknowledged."""
    deadline, number = time.monotonic() + seconds, 0
    while time.monotonic() < deadline:
        assert not store.write_reading(numbered(writer, number)).unchanged
        if number % 7 == 3:
            store.decide(new_decision("confirm", "actor:x", author=writer, values={"n": str(number)}))
        number += 1
    return number


def read_for(store: Store, reader: str, seconds: float) -> int:
    """Read for a while; how often."""
    deadline, number = time.monotonic() + seconds, 0
    while time.monotonic() < deadline:
        houses = store.steadily(lambda: store.read("MATCH (a:Actor {name: 'Haus'}) RETURN a.id AS id"))
        assert len(houses) <= 1, houses
        rounds = store.read("MATCH (i:Initiative) RETURN i.id AS id, count(*) AS count")
        assert {row["count"] for row in rounds} <= {1}
        store.documents()
        number += 1
    return number


def together(
    work: Callable[[Store, str, float], int], store: Store, names: list[str], seconds: float
) -> dict[str, int]:
    """Threads at the same work, each with a name of its own."""
    with ThreadPoolExecutor(len(names)) as pool:
        counts = pool.map(lambda name: work(store, name, seconds), names)
        return dict(zip(names, counts, strict=True))


def run_workers(place: StorePlace, seconds: float) -> tuple[dict[str, int], dict[str, int]]:
    """Two writing and two reading processes of two and four threads: how often each wrote, and read."""
    start = partial(subprocess.Popen, stdout=subprocess.PIPE, env={**os.environ, **login(place)})
    jobs = [("write", "A B"), ("write", "C D"), ("read", "e f g h"), ("read", "i j k l")]
    processes = [start(command(WORKER, place.url, kind, names, str(seconds))) for kind, names in jobs]
    answers: list[dict[str, int]] = []
    for process in processes:
        out, _ = process.communicate(timeout=seconds + 120)
        assert process.returncode == 0
        answers.append(json.loads(out))
    return answers[0] | answers[1], answers[2] | answers[3]


def last_ones(written: dict[str, int]) -> Iterator[Reading]:
    """What each address shows at the end."""
    for writer, count in written.items():
        for number in range(max(count - ADDRESSES, 0), count):
            yield numbered(writer, number)


def require_nothing_lost(place: StorePlace, clean: Path, seconds: float) -> None:
    """Let all work for a while, then compare with a graph into which one process wrote what came last."""
    place.open().close()
    written, read = run_workers(place, seconds)
    print(place.url, "written", written, "read", read)
    assert min(written.values()) > 0 < min(read.values())
    with place.open() as store, open_store(str(clean)) as alone:
        for reading in last_ones(written):
            alone.write_reading(reading)
        assert [row for row in content(store) if row["type"] != "decision"] == content(alone)
        noted = {(decision.author, dict(decision.values)["n"]) for decision in store.decisions()}
        assert noted == {(writer, str(n)) for writer, count in written.items() for n in range(count) if n % 7 == 3}
        [row] = store.read("MATCH (a:Actor {name: 'Haus'}) RETURN count(*) AS count")
        assert row["count"] == 1


def test_nothing_is_lost_or_doubled_in_ten_seconds(store_place: StorePlace, tmp_path: Path) -> None:
    require_nothing_lost(store_place, tmp_path / "clean", 10)


@pytest.mark.slow
def test_nothing_is_lost_or_doubled_in_a_minute(store_place: StorePlace, tmp_path: Path) -> None:
    require_nothing_lost(store_place, tmp_path / "clean", 60)
