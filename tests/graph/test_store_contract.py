"""What every store must do: one suite, run on the embedded engine and on a Neo4j where one is named."""

import contextlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from graph.errors import StoreError
from graph.kinds import ActorKind, InitiativeType, Role
from graph.model import Decision, Reading
from graph.store import SCHEMA, Change, Store
from tests.conftest import StorePlace
from tests.factory import ReadingBuilder, a_reading
from tests.graph.snapshots import content, full_reading, ids, labels, links

FACT_RELATIONS = ("PARTICIPATES", "ABSENT", "MEMBER_OF", "BRANCH_OF", "ABOUT", "LISTS", "HAS", "IN_INITIATIVE")


def table(address: str = "a.txt", **about: str) -> ReadingBuilder:
    """Two unions at one table."""
    return (
        a_reading(address, **about)
        .initiative("Allianz")
        .actor("IG Metall", ActorKind.UNION)
        .actor("ver.di", ActorKind.UNION)
        .participates("IG Metall", "Allianz")
        .participates("ver.di", "Allianz")
    )


def test_a_reading_lies_in_the_graph_as_the_schema_says(store: Store) -> None:
    change = store.write_reading(full_reading().build())
    assert (change.nodes_added, change.facts_added, change.unchanged) == (8, 9, False)
    assert links(store, "PARTICIPATES") == {("IG BCE", "Bündnis Saale"), ("die Betriebsräte", "Bündnis Saale")}
    assert links(store, "ABSENT") == {("Bündnis Saale", "IHK Halle")}
    assert links(store, "MEMBER_OF") == {("Werk Eins", "Chemieverband")}
    assert links(store, "BRANCH_OF") == {("IG BCE Bezirk Halle", "IG BCE")}
    assert links(store, "PART_OF") == {("Bündnis Saale", "Rahmen Süd")}
    assert {b for _, b in links(store, "ABOUT")} == {"DE-BY"}
    assert {b for _, b in links(store, "LISTS")} == {"Bündnis Saale"}
    assert {a for a, _ in links(store, "HAS")} == {"Werk Eins", "Chemieverband"}
    assert {b for _, b in links(store, "IN_INITIATIVE")} == {"Bündnis Saale"}
    assert labels(store, "IHK Halle") == {"Actor", "Chamber"}
    [actor] = store.read("MATCH (a:Union {name: 'IG BCE'}) RETURN properties(a) AS properties")
    assert actor["properties"] == {
        "id": "actor:igbce",
        "name": "IG BCE",
        "folded": "ig bce",
        "kind": "union",
        "regions": [],
        "register_id": "igbce",
        "aliases": ["Bergbau Chemie Energie"],
        "folded_aliases": ["bergbau chemie energie"],
        **({"chamber_type": None} if "chamber_type" in _map(actor["properties"]) else {}),
    }


def _map(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return value


def test_statements_lie_in_their_document_with_all_they_say(store: Store) -> None:
    reading = full_reading().build()
    store.write_reading(reading)
    rows = store.read(
        "MATCH (s:Statement)-[:IN]->(d:Document) "
        "RETURN s.id AS id, s.fact_id AS fact, s.quote AS quote, s.quote_start AS start, s.quote_end AS end, "
        "s.since AS since, s.as_of AS as_of, s.reported_by AS reported_by, d.id AS document"
    )
    assert {tuple(row.values()) for row in rows} == {
        (s.id, s.fact_id, s.quote, s.quote_start, s.quote_end, s.since, s.as_of, s.reported_by, s.document_id)
        for s in reading.statements
    }
    assert store.text(reading.document.id) == reading.document.text


def test_loading_twice_changes_nothing(store: Store) -> None:
    reading = full_reading().build()
    store.write_reading(reading)
    before = list(store.export_records())
    writes = store.revision().writes
    assert store.write_reading(reading) == Change(reading.document.id, unchanged=True)
    assert store.revision().writes == writes
    assert list(store.export_records()) == before


def test_a_changed_version_retracts_exactly_what_is_gone(store: Store) -> None:
    store.write_reading(full_reading().build())
    store.write_reading(table().build())
    newer = (
        a_reading("a.txt")
        .initiative("Allianz")
        .actor("IG Metall", ActorKind.UNION)
        .actor("NGG", ActorKind.UNION)
        .participates("IG Metall", "Allianz")
        .participates("NGG", "Allianz", Role.LEAD)
        .build()
    )
    change = store.write_reading(newer)
    assert change == Change(newer.document.id, nodes_added=1, nodes_removed=1, facts_added=1, facts_removed=1)
    assert {pair for pair in links(store, "PARTICIPATES") if pair[1] == "Allianz"} == {
        ("IG Metall", "Allianz"),
        ("NGG", "Allianz"),
    }
    assert labels(store, "ver.di") == set()
    assert [document.address for document in store.documents()] == ["a.txt", "full.txt"]
    clean = {record["id"] for record in content(store) if "id" in record}
    assert clean == {record["id"] for record in content_of(store, full_reading().build(), newer) if "id" in record}


def content_of(store: Store, *readings: object) -> list[dict[str, object]]:
    """The content of an emptied graph that these readings were loaded into."""
    for document in store.documents():
        store.remove_document(document.id)
    for reading in readings:
        store.write_reading(reading)  # type: ignore[arg-type]
    return content(store)  # type: ignore[return-value]


def test_a_new_reading_of_the_same_text_replaces_the_old_one(store: Store) -> None:
    reading = table().build()
    store.write_reading(reading)
    fewer = replace(reading, facts=reading.facts[:1], statements=reading.statements[:1])
    change = store.write_reading(fewer)
    assert change == Change(reading.document.id, facts_removed=1)
    assert links(store, "PARTICIPATES") == {("IG Metall", "Allianz")}
    assert len(ids(store, "Statement")) == 1


def test_a_fact_lives_as_long_as_one_document_supports_it(store: Store) -> None:
    first, second = table("a.txt").build(), table("b.txt").sentence("Noch ein Satz.").build()
    store.write_reading(first)
    assert store.write_reading(second) == Change(second.document.id)
    before = links(store, "PARTICIPATES")
    assert store.remove_document(first.document.id) == Change(first.document.id)
    assert links(store, "PARTICIPATES") == before
    change = store.remove_document(second.document.id)
    assert (change.nodes_removed, change.facts_removed) == (3, 2)


def test_removing_the_last_document_leaves_nothing(store: Store) -> None:
    reading = full_reading().build()
    store.write_reading(reading)
    change = store.remove_document(reading.document.id)
    assert (change.nodes_removed, change.facts_removed) == (8, 9)
    left = store.read("MATCH (n) WHERE NOT n:Atlas AND NOT n:BuendnisatlasTests RETURN labels(n) AS labels")
    assert left == []
    assert store.remove_document(reading.document.id) == Change(reading.document.id, unchanged=True)


def test_the_same_text_at_a_second_address_counts_once(store: Store) -> None:
    one, two = table("b.txt").build(), table("a.txt").build()
    store.write_reading(one)
    change = store.write_reading(two)
    assert change == Change(one.document.id)
    [document] = store.documents()
    assert (document.address, document.addresses, document.title) == ("a.txt", ("a.txt", "b.txt"), "a.txt")
    assert len(ids(store, "Statement")) == 2
    assert store.write_reading(one).unchanged
    assert store.write_reading(two).unchanged


def test_a_text_goes_with_its_last_address(store: Store) -> None:
    old = table("a.txt").build()
    store.write_reading(old)
    store.write_reading(table("b.txt").build())
    store.write_reading(full_reading("a.txt").build())
    assert {document.address for document in store.documents()} == {"a.txt", "b.txt"}
    assert ("ver.di", "Allianz") in links(store, "PARTICIPATES")
    change = store.write_reading(a_reading("b.txt").sentence("Nichts.").build())
    assert (change.nodes_removed, change.facts_removed) == (3, 2)
    assert old.document.id not in ids(store, "Document")


def test_what_documents_say_of_a_node_is_folded_whatever_the_order(store_place: StorePlace) -> None:
    def documents() -> list[ReadingBuilder]:
        return [
            a_reading("old", date="2017").sentence("Alt.").actor("Verein X", ActorKind.OTHER, aliases=("VX",)),
            a_reading("new", date="2024").sentence("Neu.").actor("Verein X", ActorKind.NETWORK, aliases=("X e. V.",)),
            a_reading("vague").actor("VEREIN X", ActorKind.COMPANY, confidence=0.4),
        ]

    found = []
    for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
        with store_place.open() as store:
            for number in order:
                store.write_reading(documents()[number].build())
            found.append(content(store))
            assert labels(store, "Verein X") == {"Actor", "Network"}
            [row] = store.read("MATCH (a:Actor) RETURN a.aliases AS aliases, a.folded AS folded")
            assert row == {"aliases": ["VEREIN X", "VX", "X e. V."], "folded": "verein x"}
            for document in store.documents():
                store.remove_document(document.id)
    assert found[0] == found[1] == found[2]


def test_removing_a_document_restores_what_the_others_say(store: Store) -> None:
    unsure = a_reading("a.txt").actor("Haus", ActorKind.COMPANY, confidence=0.5).build()
    sure = (
        a_reading("b.txt").initiative("Runde").actor("Haus", ActorKind.MINISTRY).participates("Haus", "Runde").build()
    )
    store.write_reading(unsure)
    before = content(store)
    store.write_reading(sure)
    assert labels(store, "Haus") == {"Actor", "Ministry"}
    store.remove_document(sure.document.id)
    assert labels(store, "Haus") == {"Actor", "Company"}
    assert content(store) == before


def test_a_kind_may_change_while_the_links_stay(store: Store) -> None:
    def reading(kind: ActorKind) -> ReadingBuilder:
        return (
            a_reading("a.txt")
            .sentence(kind)
            .initiative("Runde")
            .actor("Haus", kind)
            .actor("Dach", ActorKind.NETWORK)
            .participates("Haus", "Runde")
            .member_of("Haus", "Dach")
        )

    for kind in (ActorKind.UNION, ActorKind.MINISTRY, ActorKind.OTHER, ActorKind.UNION):
        store.write_reading(reading(kind).build())
        assert labels(store, "Haus") == {"Actor", kind.label}
        assert links(store, "PARTICIPATES") == {("Haus", "Runde")}
        assert links(store, "MEMBER_OF") == {("Haus", "Dach")}
        found = store.read("MATCH (a:Actor {id: $id}) RETURN a.kind AS kind", id=reading(kind).key("Haus"))
        assert found == [{"kind": kind.value}]


def test_part_of_follows_the_parent_in_any_order_of_loading(store: Store) -> None:
    parent = a_reading("p.txt").initiative("Rahmen")
    child = a_reading("c.txt").initiative("Teil", part_of=parent.key("Rahmen")).build()
    store.write_reading(child)
    assert links(store, "PART_OF") == set()
    store.write_reading(parent.build())
    assert links(store, "PART_OF") == {("Teil", "Rahmen")}
    store.remove_document(parent.build().document.id)
    assert links(store, "PART_OF") == set()
    assert ids(store, "Initiative") == {child.nodes[0].id}


def test_nothing_is_part_of_itself(store: Store) -> None:
    key = a_reading().initiative("Ring").key("Ring")
    store.write_reading(a_reading().initiative("Ring", part_of=key, type=InitiativeType.NETWORK).build())
    assert links(store, "PART_OF") == set()


def test_an_actor_and_an_initiative_of_one_name_stay_two_nodes(store: Store) -> None:
    store.write_reading(
        a_reading().initiative("Netz Nord", region=None, type=InitiativeType.NETWORK).sentence("x").build()
    )
    store.write_reading(a_reading("b.txt").actor("Netz Nord", ActorKind.NETWORK).build())
    assert len(ids(store, "Actor")) == len(ids(store, "Initiative")) == 1


def test_decisions_survive_reloading_and_are_written_once(store: Store) -> None:
    decision = Decision(
        "decision:1", "correct", "actor:x", None, (("kind", "union"), ("name", "X")), "", "A. B.", "2026"
    )
    store.decide(decision)
    before = list(store.export_records())
    store.decide(decision)
    assert list(store.export_records()) == before
    store.write_reading(table().build())
    store.remove_document(table().build().document.id)
    assert content(store) == [{"type": "atlas", "schema": SCHEMA}, _without_times(before[1])]
    store.decide(replace(decision, undone=True))
    assert [record["undone"] for record in store.export_records() if record["type"] == "decision"] == [True]


def test_decisions_come_in_the_order_they_were_written(store: Store) -> None:
    later = Decision("decision:a", "confirm", "actor:x", None, (), "", "AB", "2026-11-21T10:00:01")
    early = Decision("decision:c", "reject", "actor:x", "actor:y", (("kind", "union"),), "Nein", "CD", "2026-11-21T10")
    third = Decision("decision:b", "correct", "actor:x", None, (("since", ""),), "", "AB", "2026-11-21T10:00:01", True)
    for decision in (later, third, early):
        store.decide(decision)
    assert store.decisions() == (early, later, third)


def _without_times(record: dict[str, object]) -> dict[str, object]:  # type: ignore[type-arg]
    return {key: value for key, value in record.items() if key != "written_at"}


def test_several_may_write_and_read_at_once(store_place: StorePlace) -> None:
    """Threads share one embedded store; on a server each has a connection of its own."""
    texts = [f"Haus {number}" for number in range(12)]

    def reading(text: str) -> Reading:
        kind = ActorKind.MINISTRY if text == "Haus 7" else ActorKind.COMPANY
        confidence = 0.9 if text == "Haus 7" else 0.5
        return table(f"{text}.txt").sentence(text).actor("Haus", kind, aliases=(text,), confidence=confidence).build()

    def work(store: Store, part: list[str]) -> int:
        for text in part:
            store.write_reading(reading(text))
            assert len(store.read("MATCH (a:Actor {name: 'Haus'}) RETURN a.id AS id")) == 1
        return len(store.documents())

    with contextlib.ExitStack() as stack:
        first = stack.enter_context(store_place.open())
        stores = [first if first.engine == "embedded" else stack.enter_context(store_place.open()) for _ in range(4)]
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(work, stores, [texts[start::4] for start in range(4)]))
        [row] = first.read("MATCH (a:Actor {name: 'Haus'}) RETURN a.aliases AS aliases, labels(a) AS labels")
        assert row["aliases"] == sorted(texts)
        assert set(_list(row["labels"])) == {"Actor", "Ministry"}
        together = content(first)
        assert together == content_of(first, *[reading(text) for text in texts])


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def test_a_question_cannot_write(store: Store) -> None:
    store.write_reading(table().build())
    before = content(store)
    for text in ("CREATE (n:Actor {id: 'x'})", "MATCH (n:Actor) SET n.name = 'x'", "MATCH (n) DETACH DELETE n"):
        with pytest.raises(StoreError):
            store.read(text)
    assert content(store) == before


def test_a_wrong_question_is_a_store_error_without_its_values(store: Store) -> None:
    with pytest.raises(StoreError) as caught:
        store.read("MATCH (n RETURN n", secret="geheim")
    assert caught.value.code == "store_query_failed"
    assert "geheim" not in str(caught.value)


def test_rows_are_plain_values(store: Store) -> None:
    store.write_reading(table().build())
    [row] = store.read(
        "MATCH path = (a:Union {name: 'ver.di'})-[r:PARTICIPATES]->(i) "
        "RETURN a.id AS id, i AS node, r AS link, path, [1, 2.5, null] AS list, {a: true} AS map"
    )
    assert isinstance(row["node"], dict) and row["node"]["name"] == "Allianz"
    assert isinstance(row["link"], dict) and row["link"]["role"] == "member"
    assert isinstance(row["path"], list) and [_map(part).get("name") for part in row["path"]] == [
        "ver.di",
        None,
        "Allianz",
    ]
    assert (row["list"], row["map"]) == ([1, 2.5, None], {"a": True})


def test_a_kind_that_nobody_has_is_an_empty_answer(store: Store) -> None:
    assert store.read("MATCH (a:Consultancy)-[r:PARTICIPATES]->(i:Initiative) RETURN a.id AS id") == []


def test_a_store_opened_read_only_takes_no_writes(store_place: StorePlace) -> None:
    with store_place.open() as store:
        store.write_reading(table().build())
        before = content(store)
    with store_place.open(read_only=True) as store:
        assert content(store) == before
        with pytest.raises(StoreError) as caught:
            store.write_reading(full_reading().build())
        assert caught.value.code == "graph_read_only"
        with pytest.raises(StoreError):
            store.remove_document(table().build().document.id)


def test_a_graph_reopens_as_it_was(store_place: StorePlace) -> None:
    with store_place.open() as store:
        store.write_reading(full_reading().build())
        before = list(store.export_records())
    with store_place.open() as store:
        assert list(store.export_records()) == before


def test_a_graph_of_a_newer_program_is_refused(store_place: StorePlace) -> None:
    with store_place.open() as store:
        store._write(lambda transaction: transaction.run("MATCH (a:Atlas) SET a.schema = 99"))
    with pytest.raises(StoreError) as caught:
        store_place.open()
    assert (caught.value.code, caught.value.details["found"]) == ("schema_newer", "99")


@pytest.mark.parametrize("relation", FACT_RELATIONS)
def test_every_fact_has_a_statement(store: Store, relation: str) -> None:
    store.write_reading(full_reading().build())
    [row] = store.read(f"MATCH ()-[r:{relation}]->() RETURN count(r) AS count")
    assert row["count"]
    facts = store.read(
        "MATCH (n) WHERE n:Silence OR n:Listing OR n:Interest RETURN n.id AS id "
        "UNION MATCH ()-[r:PARTICIPATES|ABSENT|MEMBER_OF|BRANCH_OF]->() RETURN r.id AS id"
    )
    stated = store.read("MATCH (s:Statement) RETURN DISTINCT s.fact_id AS id")
    assert {row["id"] for row in facts} == {row["id"] for row in stated}
