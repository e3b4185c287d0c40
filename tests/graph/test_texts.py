"""Texts of any length: kept whole, replaced and removed, and nothing is left of a load that was interrupted."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.bolt import Transaction
from graph.model import Document, Reading
from graph.store import Store
from graph.texts import LONG_TEXT, TEXT_PART, bring_ahead, clear_ahead
from tests.conftest import StorePlace
from tests.factory import a_reading

LINE = "Ein Satz über Bündnisse und Beteiligte.\n"


def long_reading() -> Reading:
    reading = a_reading("gross.txt").initiative("Runde").build()
    return replace(reading, document=replace(reading.document, text=LINE * (LONG_TEXT // len(LINE) + 1)))


def parts(store: Store) -> int:
    [row] = store.read("MATCH (part:TextPart) RETURN count(part) AS parts")
    return int(str(row["parts"]))


@pytest.mark.parametrize("length", [0, 1, TEXT_PART - 1, TEXT_PART, TEXT_PART + 1, 3 * TEXT_PART])
def test_a_text_of_any_length_is_kept(store: Store, length: int) -> None:
    document = a_reading().build().document
    text = ("🏭Ä" * (length // 2 + 1))[:length]
    reading = replace(a_reading().build(), document=replace(document, text=text))
    store.write_reading(reading)
    assert store.text(document.id) == text
    store.write_reading(replace(reading, document=replace(document, text="kurz")))
    assert store.text(document.id) == "kurz"


def test_a_text_of_fifty_megabytes_is_kept(store: Store) -> None:
    text = LINE * (50_000_000 // len(LINE.encode()))
    reading = a_reading("gross.txt").build()
    store.write_reading(replace(reading, document=replace(reading.document, text=text)))
    assert store.text(reading.document.id) == text
    [document] = store.documents()
    assert document.address == "gross.txt"


def test_a_long_text_is_replaced_and_removed_like_a_short_one(store: Store) -> None:
    reading = long_reading()
    store.write_reading(reading)
    written = parts(store)
    assert written == len(reading.document.text) // TEXT_PART + 1
    assert store.write_reading(reading).unchanged
    store.write_reading(replace(reading, document=replace(reading.document, date="2024")))
    assert (parts(store), store.text(reading.document.id)) == (written, reading.document.text)
    store.remove_document(reading.document.id)
    assert parts(store) == 0


def test_what_an_interrupted_load_has_brought_ahead_is_cleared(
    store_place: StorePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_transaction: Transaction, *, arrival: object) -> None:
        raise KeyboardInterrupt

    reading = long_reading()
    with store_place.open() as store:
        with monkeypatch.context() as interrupted, pytest.raises(KeyboardInterrupt):
            interrupted.setattr("graph.store.write_arrival", stop)
            store.write_reading(reading)
        assert parts(store) > 1
        assert store.documents() == ()
    with store_place.open() as store:
        assert parts(store) == 0
        store.write_reading(reading)
        assert store.text(reading.document.id) == reading.document.text


def test_parts_that_another_process_has_cleared_are_written_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def brought_and_cleared(write: Callable[..., object], document: Document) -> None:
        bring_ahead(write, document)
        write(clear_ahead)

    monkeypatch.setattr("graph.store.bring_ahead", brought_and_cleared)
    reading = long_reading()
    store.write_reading(reading)
    assert store.text(reading.document.id) == reading.document.text
