"""An answer that takes several questions comes from one state of the graph, however much others write."""

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager

import pytest

from graph.derived import Revision
from graph.errors import StoreError
from graph.kinds import ActorKind
from graph.steadiness import ask_steadily
from graph.store import Store
from tests.conftest import StorePlace
from tests.factory import a_reading

KINDS = (ActorKind.COMPANY, ActorKind.MINISTRY, ActorKind.UNION)


class Busy:
    """A graph into which somebody writes while each of the first so many questions is asked."""

    def __init__(self, writes: int, *, refusal: StoreError | None = None) -> None:
        self.to_come, self.writes, self.asked, self.refusal = writes, 0, 0, refusal
        self.is_held = False

    def ask(self, _revision: Revision | None) -> str:
        self.asked += 1
        if self.to_come and not self.is_held:
            self.to_come -= 1
            self.writes += 1
            raise LookupError("a name without its node")
        return f"{self.writes}"

    @contextmanager
    def hold(self) -> Generator[None]:
        if self.refusal:
            raise self.refusal
        self.is_held = True
        yield
        self.is_held = False

    def answer(self) -> str:
        return ask_steadily(self.ask, revision=lambda: Revision(self.writes), hold=self.hold)


@pytest.mark.parametrize(("writes", "asked"), [(0, 1), (1, 2), (2, 3), (3, 4), (1000, 4)])
def test_it_is_asked_again_while_others_write_and_the_fourth_time_they_wait(writes: int, asked: int) -> None:
    busy = Busy(writes)
    assert busy.answer() == str(min(writes, 3))
    assert busy.asked == asked
    assert not busy.is_held


def test_what_is_wrong_in_a_graph_that_stands_still_is_said() -> None:
    def ask(_revision: Revision | None) -> str:
        raise LookupError("wrong")

    with pytest.raises(LookupError, match="wrong"):
        ask_steadily(ask, revision=lambda: Revision(7), hold=Busy(0).hold)


@pytest.mark.parametrize("code", ["store_forbidden", "store_only_reads"])
def test_who_may_not_let_others_wait_is_told_to_ask_again(code: str) -> None:
    with pytest.raises(StoreError) as error:
        Busy(1000, refusal=StoreError(code)).answer()
    assert error.value.code == "graph_changed"


@contextmanager
def writing(place: StorePlace) -> Generator[Callable[[], int]]:
    """Somebody who gives one house another kind all the time; how often."""
    is_over, count = threading.Event(), [0]

    def write() -> None:
        with place.open() as store:
            while not is_over.is_set():
                reading = a_reading("a.txt").actor("Haus", KINDS[count[0] % 3]).initiative(f"Runde {count[0]}")
                store.write_reading(reading.participates("Haus", f"Runde {count[0]}").build())
                count[0] += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield lambda: count[0]
    finally:
        is_over.set()
        thread.join()


def answers(store: Store, count: Callable[[], int], *, writes: int) -> Iterator[tuple[list[str], list[str]]]:
    """The rounds and the house's seats, asked one after the other, until somebody wrote so much more often."""

    def ask() -> tuple[list[str], list[str]]:
        rounds = store.read("MATCH (n:Initiative) RETURN n.name AS name ORDER BY name")
        seats = store.read("MATCH (:Actor {name: 'Haus'})-[:PARTICIPATES]->(n) RETURN n.name AS name ORDER BY name")
        return [str(row["name"]) for row in rounds], [str(row["name"]) for row in seats]

    before = count()
    while count() < before + writes:
        yield store.steadily(ask)


@pytest.mark.parametrize("read_only", [False, True])
def test_two_questions_agree_while_somebody_writes_all_the_time(store_place: StorePlace, read_only: bool) -> None:
    store_place.open().close()
    with writing(store_place) as count:
        while not count():
            pass
        with store_place.open(read_only=read_only) as store:
            found = list(answers(store, count, writes=50))
    assert found
    assert all(len(rounds) == 1 and rounds == seats for rounds, seats in found)
