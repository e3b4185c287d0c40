"""Reading in several processes gives what reading here gives; a process that dies or hangs costs one document."""

from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from graph.errors import DocumentError
from loaders import crew
from loaders.orders import Order, deliver
from loaders.pool import ReaderError, ReadingPool
from seeds.documents import sample_documents
from seeds.register import load_register
from tests.loaders.stubborn import go_wrong


def nobody(_share: float) -> None:
    """Nobody watches."""


@pytest.fixture
def readers() -> Iterator[ReadingPool]:
    with ReadingPool(load_register(), jobs=2) as readers:
        yield readers
    assert active_children() == []


def orders_for(folder: Path, *names: str) -> list[Order]:
    for name in names:
        (folder / name).write_text(f"Die IG Metall ist Mitglied im Bündnis {name}.", encoding="utf-8")
    return [Order(folder / name, name) for name in names]


def outcomes(readers: ReadingPool, orders: list[Order]) -> list[str]:
    """What comes of these orders: the address, or why there is none."""
    said: list[str] = []
    for order, answer in [(order, readers.begin(order)) for order in orders]:
        try:
            said.append(answer(nobody).reading.document.address)
        except DocumentError as error:
            assert error.details["path"] == str(order.path)
            said.append(f"{error.code} {order.path.name}")
    return said


def test_what_is_read_is_the_same_in_every_process(readers: ReadingPool) -> None:
    orders = [Order(path, path.name, "2020-05-01", sample=True) for path in sample_documents()]
    answers = [readers.begin(order) for order in orders]
    here = [deliver(order.source(), load_register(), nobody) for order in orders]
    assert [answer(nobody) for answer in answers] == here
    assert all(delivery.reading.facts for delivery in here)


def test_a_file_that_cannot_be_read_says_so_as_it_would_here(readers: ReadingPool, tmp_path: Path) -> None:
    (tmp_path / "leer.txt").write_bytes(b"")
    with pytest.raises(DocumentError) as raised:
        readers.begin(Order(tmp_path / "leer.txt", "leer.txt"))(nobody)
    assert (raised.value.code, raised.value.details) == ("empty", {"path": str(tmp_path / "leer.txt")})


def test_the_share_that_is_read_is_told(readers: ReadingPool, tmp_path: Path) -> None:
    (tmp_path / "lang.txt").write_text("Es regnet in Hessen.\n\n" * 40_000, encoding="utf-8")
    told: list[float] = []
    readers.begin(Order(tmp_path / "lang.txt", "lang.txt"))(told.append)
    assert told == sorted(told)
    assert 0 < told[-1] <= 1


def test_a_process_that_dies_costs_only_its_document(
    readers: ReadingPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "WORK", go_wrong)
    names = ("a.txt", "tödlich.txt", "b.txt", "noch tödlich.txt", "c.txt", "d.txt")
    said = outcomes(readers, orders_for(tmp_path, *names))
    assert said == ["a.txt", "reader_died tödlich.txt", "b.txt", "reader_died noch tödlich.txt", "c.txt", "d.txt"]
    assert outcomes(readers, orders_for(tmp_path, "e.txt")) == ["e.txt"]


def test_a_process_that_hangs_is_ended_and_costs_only_its_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "WORK", go_wrong)
    with ReadingPool(load_register(), jobs=2, patience=3.0) as readers:
        said = outcomes(readers, orders_for(tmp_path, "a.txt", "endlos.txt", "b.txt", "c.txt"))
    assert said == ["a.txt", "reader_too_slow endlos.txt", "b.txt", "c.txt"]
    assert active_children() == []


def test_a_fault_of_ours_says_where_and_nothing_of_the_document(
    readers: ReadingPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "WORK", go_wrong)
    (order,) = orders_for(tmp_path, "kaputt.txt")
    with pytest.raises(ReaderError) as raised:
        readers.begin(order)(nobody)
    assert "in go_wrong" in raised.value.frames
    assert raised.value.frames.endswith("builtins.RuntimeError")
    assert "Dokument" not in raised.value.frames.replace('raise RuntimeError("ein Satz aus dem Dokument")', "")


def test_processes_that_cannot_begin_cost_documents_and_no_more(
    readers: ReadingPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "serve", print)  # says something, and ends
    assert outcomes(readers, orders_for(tmp_path, "a.txt", "b.txt")) == ["reader_died a.txt", "reader_died b.txt"]


def test_a_pool_left_by_an_error_leaves_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "WORK", go_wrong)
    with pytest.raises(KeyboardInterrupt), ReadingPool(load_register(), jobs=2) as readers:
        for order in orders_for(tmp_path, "endlos.txt", "endlos 2.txt", "a.txt"):
            readers.begin(order)
        raise KeyboardInterrupt
    assert active_children() == []
