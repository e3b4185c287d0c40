"""A bad network to the store: writes wait and go on, or stop with one error; nothing is lost, doubled or half there."""

import json
import random
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from graph.decisions import new_decision
from graph.errors import StoreError
from graph.store import ServerSettings, Store, open_store
from tests.conftest import StorePlace
from tests.graph.proxy import Proxy
from tests.graph.snapshots import content, full_reading


@pytest.fixture
def way(store_place: StorePlace) -> Iterator[tuple[StorePlace, Proxy]]:
    """An empty graph that is reached through a proxy; the embedded engine stands as a server for once."""
    with store_place.open() as store:
        place = store_place if store.engine == "neo4j" else served(Path(store_place.url))
        with Proxy(urlsplit(place.url).port or 0) as proxy:
            yield StorePlace(f"bolt://127.0.0.1:{proxy.port}", place.settings), proxy


def served(folder: Path) -> StorePlace:
    """The address and account of the engine that runs on a folder."""
    held = json.loads((folder / "holder.json").read_text(encoding="utf-8"))
    return StorePlace(f"bolt://127.0.0.1:{held['bolt_port']}", ServerSettings(held["user"], held["password"], "graph"))


def steps(store: Store) -> Iterator[object]:
    """A few loads and edits, each with what it says it has changed."""
    for number in range(6):
        change = store.write_reading(full_reading(f"{number % 4}.txt").sentence(f"{number}. " * 2_000).build())
        yield (change.nodes_added, change.nodes_removed, change.facts_added, change.facts_removed, change.unchanged)
        yield store.decide(new_decision("confirm", "actor:x", author="AB", values={"n": str(number)}))
    removed = store.remove_document(store.documents()[0].id)
    yield (removed.nodes_removed, removed.unchanged)


@pytest.fixture
def undisturbed(tmp_path: Path) -> tuple[list[object], list[object]]:
    """What the steps say, and what is in the graph after them, where nothing disturbs."""
    with open_store(str(tmp_path / "undisturbed")) as store:
        return list(steps(store)), facts_of(store)


def facts_of(store: Store) -> list[object]:
    """What is in the graph, without the times of decisions."""
    return [record for record in content(store) if record["type"] != "decision"] + sorted(
        dict(decision.values)["n"] for decision in store.decisions()
    )


def test_a_commit_whose_answer_is_lost_is_told_as_what_it_was(
    way: tuple[StorePlace, Proxy], undisturbed: tuple[list[object], list[object]]
) -> None:
    place, proxy = way
    with place.open() as store:
        told, lost = [], 0
        each = steps(store)
        for number in range(len(undisturbed[0])):
            proxy.lose_answer(number % 2)
            told.append(next(each))
            lost += proxy.has_lost
        assert lost > 4
        assert (told, facts_of(store)) == undisturbed


def test_a_load_goes_on_through_cuts_and_silence(
    way: tuple[StorePlace, Proxy], undisturbed: tuple[list[object], list[object]]
) -> None:
    place, proxy = way
    done = threading.Event()
    rng = random.Random(5)

    def disturb() -> None:
        for _ in range(12):
            done.wait(rng.uniform(0.05, 1.0))
            proxy.delay = rng.choice((0.0, 0.0, 0.01))
            proxy.refusing = proxy.silent = rng.random() < 0.3
            done.wait(0.2)
            proxy.refusing = proxy.silent = False
            if rng.random() < 0.6:
                proxy.cut()

    with place.open() as store:
        disturber = threading.Thread(target=disturb)
        disturber.start()
        try:
            told = list(steps(store))
        finally:
            done.set()
            disturber.join()
        assert (told, facts_of(store)) == undisturbed


def test_a_network_that_stays_away_ends_a_load_with_one_error(
    way: tuple[StorePlace, Proxy], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.tries.PATIENCE_SECONDS", 0.3)
    place, proxy = way
    with place.open() as store:
        store.write_reading(full_reading("a.txt").build())
        before = facts_of(store)
        proxy.refusing = True
        proxy.cut()
        for _ in range(2):
            with pytest.raises(StoreError) as caught:
                store.write_reading(full_reading("b.txt").sentence("B.").build())
            assert (caught.value.code, caught.value.details["url"]) == ("store_unreachable", place.url)
        proxy.refusing = False
        assert facts_of(store) == before
        assert not store.write_reading(full_reading("b.txt").sentence("B.").build()).unchanged
