"""A cluster, as far as doors to one real Neo4j can play one: who is asked what, and what each answer has seen.

What the doors cannot play (servers that lag behind, elections) is not tried.
"""

from collections.abc import Iterator

import pytest

from graph.errors import StoreError
from graph.model import Reading
from graph.server import ServerSettings
from graph.store import Store, open_store
from tests.conftest import StorePlace, driver_of, wipe
from tests.factory import a_reading
from tests.graph.doors import Cluster, Door
from tests.graph.packed import LOGON, ROUTE, RUN

READING = a_reading().silence("DE-BY").build()
OTHER = a_reading("Für Hessen liegen keine Erkenntnisse vor.").silence("DE-HE").build()


@pytest.fixture
def cluster(neo4j_place: StorePlace) -> Iterator[Cluster]:
    """Three doors to the Neo4j of this run, emptied; the first one leads."""
    with driver_of(neo4j_place) as driver:
        wipe(driver)
    with Cluster(neo4j_place.url) as doors:
        yield doors


@pytest.fixture
def store(cluster: Cluster, neo4j_place: StorePlace) -> Iterator[Store]:
    """An empty store on the cluster; what its doors were asked for before is forgotten."""
    with open_store(cluster.url(), settings=neo4j_place.settings) as opened:
        for door in cluster.doors:
            door.asked.clear()
        yield opened


def readers_of(cluster: Cluster) -> list[Door]:
    """The doors that do not lead."""
    return [door for door in cluster.doors if door is not cluster.doors[cluster.leader]]


def test_writes_go_to_the_leader_and_reads_to_the_others(store: Store, cluster: Cluster) -> None:
    store.write_reading(READING)
    store.documents()
    list(store.export_records())
    leader = cluster.doors[0]
    assert leader.begun
    assert not any(one.reading for one in leader.begun)
    begun = [one for door in readers_of(cluster) for one in door.begun]
    assert begun
    assert all(one.reading for one in begun)


def test_a_question_sent_without_a_transaction_is_a_read_too(store: Store, cluster: Cluster) -> None:
    """An export is streamed: its statements stand alone, and say so themselves."""
    list(store.export_records())
    alone = [
        one for door in cluster.doors for one in door.asked if one.tag == RUN and one.extra.keys() & {"db", "mode"}
    ]
    assert alone
    assert all(one.reading for one in alone)


def test_a_read_that_follows_a_write_asks_for_what_was_written(store: Store, cluster: Cluster) -> None:
    seen = [asked_after_writing(store, cluster, reading) for reading in (READING, OTHER)]
    assert [len(marks) for marks in seen] == [1, 1]  # they do not pile up
    assert seen[0] != seen[1]


def asked_after_writing(store: Store, cluster: Cluster, reading: Reading) -> set[str]:
    """What the question that follows a write has to have seen; the write itself knew nothing of it."""
    store.write_reading(reading)
    before = {mark for one in cluster.doors[0].begun for mark in one.bookmarks}
    for door in cluster.doors:
        door.asked.clear()
    store.documents()
    [begun] = [one for door in readers_of(cluster) for one in door.begun]
    assert not begun.bookmarks & before
    return begun.bookmarks


def test_two_stores_know_nothing_of_each_other_s_writes(cluster: Cluster, neo4j_place: StorePlace) -> None:
    with open_store(cluster.url(), settings=neo4j_place.settings) as writer:
        writer.write_reading(READING)
    for door in cluster.doors:
        door.asked.clear()
    with open_store(cluster.url(), settings=neo4j_place.settings, read_only=True):
        asked = [one for door in cluster.doors for one in door.asked if one.tag == RUN]
        [first] = [one for one in asked if one.fields[0] == "RETURN 1 AS answer"]
        assert first.bookmarks == set()


def test_a_write_finds_the_new_leader(store: Store, cluster: Cluster) -> None:
    store.write_reading(READING)
    cluster.leader = 1
    store.write_reading(OTHER)
    assert {document.id for document in store.documents()} == {READING.document.id, OTHER.document.id}
    assert cluster.doors[1].begun


@pytest.mark.parametrize(
    "code",
    [
        "Neo.TransientError.Transaction.DeadlockDetected",
        "Neo.TransientError.General.DatabaseUnavailable",
        "Neo.ClientError.Cluster.NotALeader",
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    ],
)
def test_what_passes_is_tried_again(store: Store, cluster: Cluster, code: str) -> None:
    for door in cluster.doors:
        door.failing.append(code)
    store.write_reading(READING)
    assert [document.id for document in store.documents()] == [READING.document.id]
    assert not cluster.doors[0].failing


def test_a_reader_that_has_gone_is_passed_over(store: Store, cluster: Cluster) -> None:
    store.write_reading(READING)
    cluster.drop(readers_of(cluster)[0])
    for _ in range(4):
        assert [document.id for document in store.documents()] == [READING.document.id]


def test_the_first_server_may_be_gone_once_the_others_are_known(store: Store, cluster: Cluster) -> None:
    cluster.leader = 1
    cluster.drop(cluster.doors[0])
    store.write_reading(READING)
    assert [document.id for document in store.documents()] == [READING.document.id]


def test_without_a_leader_reading_goes_on_and_writing_is_one_error(
    cluster: Cluster, neo4j_place: StorePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.tries.PATIENCE_SECONDS", 1.0)
    with open_store(cluster.url(), settings=neo4j_place.settings) as store:
        read_on_without_a_leader(store, cluster)


def read_on_without_a_leader(store: Store, cluster: Cluster) -> None:
    """Write, lose the leader, and try both."""
    store.write_reading(READING)
    cluster.drop(cluster.doors[0])
    assert [document.id for document in store.documents()] == [READING.document.id]
    with pytest.raises(StoreError) as caught:
        store.write_reading(OTHER)
    assert caught.value.code in {"store_unreachable", "store_no_leader"}  # as the driver happens to find out
    assert [document.id for document in store.documents()] == [READING.document.id]


def test_one_server_is_asked_alone_with_bolt(cluster: Cluster, neo4j_place: StorePlace) -> None:
    with open_store(cluster.url("bolt"), settings=neo4j_place.settings) as store:
        store.write_reading(READING)
        assert len(store.documents()) == 1
    assert not any(door.asked for door in cluster.doors[1:])
    assert all(one.tag != ROUTE for one in cluster.doors[0].asked)


@pytest.mark.parametrize(
    "refusal", ["Neo.ClientError.Cluster.NotALeader", "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"]
)
@pytest.mark.parametrize(("scheme", "code"), [("bolt", "store_only_reads"), ("neo4j", "store_no_leader")])
def test_servers_that_take_no_changes_are_read_from_and_say_so(
    scheme: str, code: str, refusal: str, cluster: Cluster, neo4j_place: StorePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.tries.PATIENCE_SECONDS", 0.1)
    open_store(cluster.url(), settings=neo4j_place.settings).close()
    for door in cluster.doors:
        door.failing_writes = refusal
    with open_store(cluster.url(scheme), settings=neo4j_place.settings, read_only=True) as store:
        assert store.documents() == ()
    with pytest.raises(StoreError) as caught:
        open_store(cluster.url(scheme), settings=neo4j_place.settings)
    assert caught.value.code == code


def test_a_token_logs_in_alone(cluster: Cluster) -> None:
    """Community knows no tokens, so it is refused; what was sent is what a server with single sign-on gets."""
    with pytest.raises(StoreError) as caught:
        open_store(cluster.url("bolt"), settings=ServerSettings("wer", "geheim1", token="geheim2"))
    assert caught.value.code == "store_token_refused"
    sent = [one.fields[0] for one in cluster.doors[0].asked if one.tag == LOGON]
    assert sent == [{"scheme": "bearer", "credentials": "geheim2"}]
