"""The arrays of a graph are those of the graph as it is, whoever changed it, and are read anew only then."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from graph.kinds import ActorKind
from queries.arrays.building import find_span
from queries.arrays.opening import Keeping, open_arrays
from queries.arrays.shape import Span
from queries.arrays.wordless import Reach
from seeds.register import load_register
from tests.conftest import StorePlace
from tests.factory import ReadingBuilder, a_reading
from tests.queries.claims import evidence

REGISTER = load_register()
UNION = ActorKind.UNION


@dataclass
class Counting:
    """Counts how often the arrays are made."""

    folder: Path | None = None
    made: int = 0

    @property
    def keeping(self) -> Keeping:
        return Keeping(self.folder, self._building)

    @contextmanager
    def _building(self) -> Generator[Reach]:
        self.made += 1
        yield lambda _share: None


def told(name: str = "Platz") -> ReadingBuilder:
    return a_reading(f"{name}.txt").initiative(name).actor("IG Metall", UNION).participates("IG Metall", name)


def names(store, counting: Counting) -> list[str]:
    nodes = open_arrays(store, REGISTER, keeping=counting.keeping).nodes
    return sorted(nodes.names.some(range(len(nodes.names))))


def test_they_are_made_once_and_brought_up_to_date_after_a_write(store):
    counting = Counting()
    store.write_reading(told().build())
    assert names(store, counting) == names(store, counting) == ["IG Metall", "Platz"]
    assert counting.made == 1
    store.write_reading(told("Runde").build())
    assert names(store, counting) == ["IG Metall", "Platz", "Runde"]
    assert counting.made == 1


def test_another_process_finds_the_kept_ones(store_place: StorePlace, tmp_path):
    counting = Counting(tmp_path / "kept")
    with store_place.open() as store:
        store.write_reading(told().build())
        assert names(store, counting) == ["IG Metall", "Platz"]
    with store_place.open() as again:  # another store: nothing of it is in memory
        assert names(again, counting) == ["IG Metall", "Platz"]
    assert counting.made == 1


def test_what_is_kept_of_another_graph_is_not_believed(store_place: StorePlace, tmp_path):
    counting = Counting(tmp_path / "kept")
    with store_place.open() as store:
        store.write_reading(told().build())
        names(store, counting)
    counting.made = 0
    with store_place.open() as store:
        store.change("MATCH (n) WHERE NOT n:BuendnisatlasTests DETACH DELETE n", {}, limit=None)
    with store_place.open() as store:
        store.write_reading(told("Runde").build())
        assert names(store, counting) == ["IG Metall", "Runde"]
    assert counting.made == 1


def test_a_change_in_cypher_is_seen(store):
    counting = Counting()
    store.write_reading(told().build())
    names(store, counting)
    store.change("MATCH (i:Initiative) SET i.name = 'Anders'", {}, limit=None)
    assert names(store, counting) == ["Anders", "IG Metall"]


def test_what_another_program_adds_or_deletes_is_seen(store):
    """It counts no write, so that only the numbers of nodes tell."""
    counting = Counting()
    store.write_reading(told().build())
    names(store, counting)
    store._writer.write(lambda transaction: transaction.run("MATCH (n:Statement) DETACH DELETE n"))
    assert open_arrays(store, REGISTER, keeping=counting.keeping).ties.ends.tolist() == []
    assert counting.made == 2


def test_they_are_made_anew_when_something_begins_or_has_ended(store, monkeypatch):
    reading = a_reading().initiative("Platz").actor("IG Metall", UNION)
    store.write_reading(reading.participates("IG Metall", "Platz", until="2030").build())
    counting = Counting()
    before = open_arrays(store, REGISTER, keeping=counting.keeping)
    assert before.span.last == "2030-12-31"

    class Later(date):
        @classmethod
        def today(cls) -> date:
            return date(2031, 1, 1)

    monkeypatch.setattr("queries.dates.day_of", Later)
    after = open_arrays(store, REGISTER, keeping=counting.keeping)
    assert counting.made == 2
    assert after.span.first == "2031-01-01"
    assert before.cells.values.tolist() != after.cells.values.tolist()


@pytest.mark.parametrize(
    ("on", "span"),
    [
        ([], Span("2026-11-22", "9999-12-31", "9999-12-31")),
        ([{"until": "2026"}], Span("2026-11-22", "2026-12-31", "9999-12-31")),
        ([{"until": "2025"}, {"since": "2026-11"}], Span("2026-11-22", "9999-12-31", "9999-12-31")),
        ([{"since": "2027-03"}, {"since": "2027"}], Span("2026-11-22", "9999-12-31", "2027-01-01")),
        ([{"since": "2000", "until": "2026-11-22"}], Span("2026-11-22", "2026-11-22", "9999-12-31")),
    ],
)
def test_the_days_on_which_nothing_begins_or_ends(on, span):
    assert find_span([evidence(**dates) for dates in on], "2026-11-22") == span


@pytest.mark.parametrize(
    ("day", "covered"), [("2026-11-21", False), ("2026-11-22", True), ("2026-12-31", True), ("2027-01-01", False)]
)
def test_a_span_covers_its_days(day, covered):
    assert Span("2026-11-22", "2026-12-31", "2027-06-01").covers(day) is covered
    assert Span("2026-11-22", "9999-12-31", "2027-01-01").covers(day) is covered
