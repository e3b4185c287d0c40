"""A graph that stands still: writers wait, readers go on, and what is read meanwhile lies between two writes."""

import contextlib
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, TimeoutError
from concurrent.futures import wait as await_all

import pytest

from graph import locking
from graph.records import Row
from graph.store import Store, open_store
from tests.conftest import StorePlace
from tests.factory import a_reading
from tests.graph.snapshots import content, full_reading
from tests.graph.test_crash import numbered


@pytest.fixture
def beside(store: Store, store_place: StorePlace) -> Iterator[Store]:
    """The graph as another writer has it: on a server through connections of its own."""
    with contextlib.ExitStack() as stack:
        yield store if store.engine == "embedded" else stack.enter_context(store_place.open())


def test_writers_wait_and_readers_go_on(store: Store, beside: Store) -> None:
    store.write_reading(full_reading().build())
    with ThreadPoolExecutor(1) as pool:
        with store.held():
            writing = pool.submit(beside.write_reading, a_reading("neu.txt").silence("DE-MV").build())
            with pytest.raises(TimeoutError):
                writing.result(timeout=1)
            assert [document.address for document in store.documents()] == ["full.txt"]
            assert [document.address for document in beside.documents()] == ["full.txt"]
            before = list(store.export_records())
            assert not writing.done()
        assert writing.result(timeout=60).facts_added == 1
    assert len(list(store.export_records())) > len(before)


def test_two_who_hold_take_turns(store: Store, beside: Store) -> None:
    def hold(which: Store) -> None:
        with which.held():
            inside.set()

    inside = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        with store.held():
            second = pool.submit(hold, beside)
            assert not await_all([second], timeout=1).done
            assert not inside.is_set()
        second.result(timeout=60)
    assert inside.is_set()


def test_a_hold_is_renewed_while_it_is_needed(store: Store, beside: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "_HOLD_MILLISECONDS", 1_000)
    monkeypatch.setattr(locking, "_RENEW_SECONDS", 0.1)
    with ThreadPoolExecutor(1) as pool:
        with store.held():
            writing = pool.submit(beside.write_reading, full_reading().build())
            with pytest.raises(TimeoutError):
                writing.result(timeout=3)
        assert writing.result(timeout=60).nodes_added == 8


def test_the_hold_of_a_program_that_died_runs_out(store: Store) -> None:
    store._write(lambda transaction: locking._hold(transaction, holder="gone"))
    store._write(lambda transaction: transaction.run("MATCH (a:Atlas) SET a.held_until = timestamp() + 500"))
    assert store.write_reading(full_reading().build()).nodes_added == 8


def test_what_is_read_under_a_hold_lies_between_two_writes(store: Store, beside: Store, tmp_path: object) -> None:
    copies: list[list[Row]] = []
    written, enough = threading.Semaphore(0), threading.Event()

    def write() -> int:
        number = 0
        while not enough.is_set():
            beside.write_reading(numbered(number))
            number += 1
            written.release()
        return number

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        for _ in range(3):
            written.acquire()
            with store.held():
                copies.append(content(store))
        written.acquire()
        enough.set()
        count = writing.result(timeout=120)
    states: list[list[Row]] = []
    with open_store(f"{tmp_path}/clean") as clean:
        for number in range(count):
            clean.write_reading(numbered(number))
            states.append(content(clean))
    places = [states.index(copy) for copy in copies]
    assert places == sorted(places)
    assert places[-1] < count - 1
