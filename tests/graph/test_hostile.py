"""Texts that break careless stores come back as they went in, or are refused before anything is written."""

from dataclasses import replace

import pytest

from graph.errors import StoreError
from graph.kinds import ActorKind
from graph.store import Store
from tests.factory import a_reading
from tests.graph.snapshots import content

HOSTILE = (
    "'; MATCH (n) DETACH DELETE n; //",
    '"}) DETACH DELETE (n) //',
    "`) DELETE n",
    "back\\slash \\u0041 \\' \\n",
    "$name {name} ${name}",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "nul\x00 bell\x07 escape\x1b[31m",
    "Zeile\r\nZeile\u2028Absatz\u2029",
    "rechts\u202enach links\u200b",
    "A\u0308 ist nicht \u00c4",
    "🏭 𝔊 東京 \U0010ffff \ufffe",
    "null",
    "[1, 2]",
    '{"type": "actor"}',
    "2024-05-03T00:00:00Z",
    "#12:3",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_comes_back_as_it_went_in(store: Store, text: str) -> None:
    reading = (
        a_reading(text, title=text, date_origin=text)
        .initiative(text, region_name=text, topics=(text,), aliases=(text + "2",))
        .actor(text + "3", ActorKind.UNION, aliases=(text,), region=text)
        .participates(text + "3", text, quote=text, reported_by=text)
        .unread(text)
        .build()
    )
    store.write_reading(reading)
    records = list(store.export_records())
    document = next(record for record in records if record["type"] == "document")
    assert (document["address"], document["title"], document["text"]) == (text, text, reading.document.text)
    statement = next(record for record in records if record["type"] == "statement")
    assert (statement["quote"], statement["reported_by"]) == (text, text)
    initiative = next(record for record in records if record["type"] == "initiative")
    assert (initiative["name"], initiative["topics"], initiative["aliases"]) == (text, [text], [text + "2"])
    assert store.read("MATCH (i:Initiative {name: $text}) RETURN i.name AS name", text=text) == [{"name": text}]
    assert store.write_reading(reading).unchanged
    store.remove_document(reading.document.id)
    assert [record["type"] for record in content(store)] == ["atlas"]


@pytest.mark.parametrize("where", ["title", "address", "date_origin"])
def test_a_lone_surrogate_is_refused_before_anything_is_written(store: Store, where: str) -> None:
    reading = a_reading("a.txt").silence("DE-BY").build()
    spoilt = replace(reading, document=replace(reading.document, **{where: "\ud800"}))
    with pytest.raises(StoreError) as caught:
        store.write_reading(spoilt)
    assert caught.value.code == "text_not_storable"
    assert [record["type"] for record in content(store)] == ["atlas"]


def test_a_lone_surrogate_in_a_question_is_refused(store: Store) -> None:
    with pytest.raises(StoreError) as caught:
        store.read("MATCH (a:Actor {name: $name}) RETURN a.id AS id", name="\udfff")
    assert caught.value.code == "text_not_storable"


def test_a_quote_of_a_megabyte_is_kept(store: Store) -> None:
    quote = "Ä🏭b " * 250_000
    reading = a_reading().silence("DE-BY").initiative("Runde").listing("Runde", quote=quote).build()
    store.write_reading(reading)
    [row] = store.read("MATCH (s:Statement) WHERE size(s.quote) > 100 RETURN s.quote AS quote")
    assert row["quote"] == quote


def test_a_value_too_large_for_a_message_is_refused(store: Store) -> None:
    quote = "Ä" * 8_000_000
    reading = a_reading().initiative("Runde").listing("Runde", quote=quote).build()
    with pytest.raises(StoreError) as caught:
        store.write_reading(reading)
    assert caught.value.code == "value_too_large"
    assert [record["type"] for record in content(store)] == ["atlas"]
