"""Texts that break careless stores come back as they went in, or are refused before anything is written."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.catalog import load_catalog
from graph.checking import LONGEST_KEY
from graph.decisions import new_decision
from graph.errors import StoreError
from graph.forms import LINKS, NODE_FACTS, NODE_LABELS
from graph.kinds import ActorKind
from graph.messages import Command, together
from graph.model import Reading
from graph.store import Store
from tests.factory import a_reading
from tests.graph.snapshots import content, full_reading

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


MEGABYTE = {
    "letters": "Ä🏭b " * 200_000,
    "one word": "x" * 1_000_000,
    "quotes": "`'\"}) DETACH DELETE (n) // " * 40_000,
    "controls": "\x00\x1b[31m\u2028\ufffe\n" * 120_000,
    "another script": "東京" * 160_000,
}


@pytest.mark.parametrize("text", MEGABYTE.values(), ids=MEGABYTE.keys())
def test_a_megabyte_in_every_name_comes_back_as_it_went_in(store: Store, text: str) -> None:
    reading = (
        a_reading("a.txt", title=text, date_origin=text)
        .initiative(text, region_name=text, topics=(text,), aliases=(text + "2",))
        .actor("Verband " + text, ActorKind.UNION, aliases=(text,))
        .participates("Verband " + text, text, quote="Kurz.", reported_by=text)
        .build()
    )
    store.write_reading(reading)
    assert store.write_reading(reading).unchanged
    [row] = store.read(
        "MATCH (a:Union)-[p:PARTICIPATES]->(i:Initiative) MATCH (s:Statement {fact_id: p.id})-[:IN]->(d:Document) "
        "RETURN a.name AS a, i.name AS i, i.topics AS topics, i.aliases AS aliases, s.reported_by AS by, d.title AS d, "
        "p.role AS role"
    )
    assert row == {
        "a": "Verband " + text,
        "i": text,
        "topics": [text],
        "aliases": [text + "2"],
        "by": text,
        "d": text,
        "role": "member",
    }
    store.remove_document(reading.document.id)
    assert [record["type"] for record in content(store)] == ["atlas"]


@pytest.mark.parametrize("where", ["id", "address"])
@pytest.mark.parametrize("letter", ["x", "Ä", "`", "\x00"])
def test_a_key_is_kept_up_to_what_every_store_can_index_and_refused_beyond(
    store: Store, where: str, letter: str
) -> None:
    reading = Reading(a_reading("a.txt").sentence("Nichts.").build().document)
    room = LONGEST_KEY // len(letter.encode())
    kept = replace(reading, document=replace(reading.document, **{where: letter * room}))
    store.write_reading(kept)
    assert [getattr(document, where) for document in store.documents()] == [letter * room]
    store.remove_document(kept.document.id)
    long = replace(reading, document=replace(reading.document, **{where: letter * (room + 1)}))
    with pytest.raises(StoreError) as caught:
        store.write_reading(long)
    assert (caught.value.code, len(str(caught.value)) < 1_000) == ("key_too_long", True)
    assert [record["type"] for record in content(store)] == ["atlas"]


def test_a_number_that_no_store_can_keep_is_refused(store: Store) -> None:
    reading = a_reading().initiative("Runde").group("alle", ActorKind.UNION, "Runde", count=2**63)
    with pytest.raises(StoreError) as caught:
        store.write_reading(reading.participates("alle", "Runde").build())
    assert caught.value.code == "number_too_large"
    assert [record["type"] for record in content(store)] == ["atlas"]


HOSTILE_NAMES = (
    "Union) DETACH DELETE (n",
    "`Union`",
    "Union:Atlas",
    "actor`) DELETE n //",
    "",
    "Actor {id: 'x'}",
    "\x00",
)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("field", ["type", "kind", "role", "strength", "initiative_type", "status", "reason"])
def test_kinds_and_types_come_from_the_program_s_own_lists(store: Store, field: str, name: str) -> None:
    """An export is input, too: what it calls a kind reaches no text."""
    store.write_reading(full_reading().build())
    records = list(store.export_records())
    at = next(number for number, record in enumerate(records) if number and field in record)
    spoilt = [*records[:at], records[at] | {field: name}, *records[at + 1 :]]
    before = content(store)
    with pytest.raises(StoreError) as caught:
        store.import_records(spoilt)
    assert (caught.value.code, caught.value.details["line"]) == ("import_bad_record", at + 1)
    assert content(store) == before


def test_nothing_but_names_from_closed_lists_is_put_into_a_text(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole story with hostile names: every text that is sent is a file of ours with labels and types of ours."""
    sent: set[str] = set()
    joined: set[str] = set()

    def noted(text: str) -> str:
        sent.add(text)
        return text

    def noted_together(commands: Sequence[Command]) -> Command:
        sent.update(command.text for command in commands)
        made = together(commands)
        joined.add(made.text)
        return made

    monkeypatch.setattr("graph.bolt._written", noted)
    monkeypatch.setattr("graph.bolt.together", noted_together)
    for text in HOSTILE:
        reading = (
            full_reading(text)
            .initiative(text + "i", part_of="Rahmen Süd")
            .actor(text + "a", ActorKind.MINISTRY, aliases=(text,))
            .participates(text + "a", text + "i", quote=text)
            .absent(text + "i", "IG BCE", reported_by=text)
            .unread(text, initiative=text + "i")
            .silence(text)
        )
        store.write_reading(reading.build())
        store.decide(new_decision(text, text, author=text, object=text, values={text: text}, about=text, note=text))
    records = list(store.export_records())
    for document in store.documents():
        store.remove_document(document.id)
    store.import_records(records)
    labels = {*NODE_LABELS.values(), *NODE_FACTS.values(), "Statement", "Unread", "Decision", "Document"}
    labels |= {kind.label for kind in ActorKind} | {link.relation for link in LINKS.values()}
    ours = "|".join(sorted(labels))
    shapes = [
        re.sub(r"\b(NodeLabel|SourceLabel|TargetLabel|KindLabel|LINK_TYPE)\b", f"({ours})", re.escape(text))
        for text in load_catalog("graph").values()
    ]
    whole = re.compile("|".join(f"(?:{shape})" for shape in shapes))
    assert len(sent) > 40
    assert [text for text in sent - joined if not whole.fullmatch(text)] == []


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(min_size=1, max_size=200))
def test_any_text_comes_back_as_it_went_in_or_is_refused_before_anything_is_written(store: Store, text: str) -> None:
    """Lone surrogates among them."""
    reading = (
        a_reading(text, title=text)
        .initiative(text)
        .actor(text + "3", ActorKind.OTHER, aliases=(text,))
        .participates(text + "3", text, quote=text, reported_by=text)
    )
    if any(0xD800 <= ord(letter) < 0xE000 for letter in text):
        with pytest.raises((StoreError, UnicodeEncodeError)):
            store.write_reading(reading.build())
        assert [record["type"] for record in content(store)] == ["atlas"]
        return
    built = reading.build()
    store.write_reading(built)
    [row] = store.read("MATCH (a:Organisation)-[:PARTICIPATES]->(i:Initiative) RETURN a.name AS a, i.name AS i")
    assert row == {"a": text + "3", "i": text}
    assert store.read("MATCH (i:Initiative {name: $name}) RETURN i.name AS name", name=text) == [{"name": text}]
    assert store.text(built.document.id) == built.document.text
    store.remove_document(built.document.id)
    assert [record["type"] for record in content(store)] == ["atlas"]


def test_a_value_too_large_for_a_message_is_refused(store: Store) -> None:
    quote = "Ä" * 8_000_000
    reading = a_reading().initiative("Runde").listing("Runde", quote=quote).build()
    with pytest.raises(StoreError) as caught:
        store.write_reading(reading)
    assert caught.value.code == "value_too_large"
    assert [record["type"] for record in content(store)] == ["atlas"]
