"""Several statements as one message do what they do one by one, on both stores."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.bolt import Transaction
from graph.catalog import load_catalog, with_labels
from graph.errors import StoreError
from graph.kinds import ActorKind
from graph.messages import Command, size_of, together
from graph.records import Row
from graph.store import Store

CATALOG = load_catalog("graph")
CREATE = with_labels(CATALOG["create_nodes"], NodeLabel="Group")
CHANGE = with_labels(CATALOG["set_properties"], NodeLabel="Group")
DELETE = with_labels(CATALOG["delete_nodes"], NodeLabel="Group")
GROUPS = "MATCH (n:Group) RETURN n.id AS id, n.word AS word ORDER BY id, word"

Step = tuple[str, str, str]
STEPS = st.lists(st.tuples(st.sampled_from([CHANGE, DELETE]), st.sampled_from("abc"), st.sampled_from("xyz")))


def test_parameters_of_the_same_name_stay_apart_and_comments_go() -> None:
    joined = together([Command("// One.\nSET a = $x", {"x": 1}), Command("SET b = $x, c = $xy", {"x": 2, "xy": 3})])
    assert joined.text == ("CALL () {\nSET a = $x_0\n}\nCALL () {\nSET b = $x_1, c = $xy_1\n}\nRETURN true AS done")
    assert joined.parameters == {"x_0": 1, "x_1": 2, "xy_1": 3}


def row_of(step: Step) -> list[Row]:
    return [{"id": step[1], "word": step[2]}]


def carried_out(store: Store, steps: Sequence[Step], *, apart: bool) -> list[Row]:
    """What stands after these steps, from three nodes on; `apart` sends each as a message of its own."""

    def work(transaction: Transaction) -> list[Row]:
        transaction.run("MATCH (n:Group) DETACH DELETE n")
        transaction.put_rows(CREATE, [{"id": key, "word": "first"} for key in "abc"])
        for step in steps:
            transaction.put_rows(step[0], row_of(step))
            if apart:
                transaction.send()
        return transaction.run(GROUPS)

    return store._write(work)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(STEPS)
def test_each_sees_what_those_before_it_wrote(store: Store, steps: list[Step]) -> None:
    assert carried_out(store, steps, apart=False) == carried_out(store, steps, apart=True)


def test_more_than_fit_into_one_message_are_all_carried_out(store: Store) -> None:
    store._write(lambda transaction: [transaction.put_rows(CREATE, [{"id": f"{n:03}"}]) for n in range(120)])
    assert [row["id"] for row in store.read(GROUPS)] == [f"{n:03}" for n in range(120)]


def test_one_that_fails_leaves_nothing_of_any(store: Store) -> None:
    def work(transaction: Transaction) -> None:
        transaction.put_rows(CREATE, [{"id": "a"}])
        transaction.put_rows(CREATE, [{"id": "b"}])
        transaction.put_rows(CREATE, [{"id": "a"}])

    with pytest.raises(StoreError):
        store._write(work)
    assert store.read(GROUPS) == []


def test_a_word_of_a_closed_list_has_the_size_of_its_text() -> None:
    assert size_of({"kind": ActorKind.UNION, "names": ["Ä"]}) >= len("kindunionnamesÄ")
    assert size_of("x" * 1_000_000) in range(1_000_000, 1_000_100)


def test_a_word_of_a_closed_list_is_written_as_its_text(store: Store) -> None:
    store._write(lambda transaction: transaction.put_rows(CREATE, [{"id": "a", "word": ActorKind.UNION}]))
    assert store.read(GROUPS) == [{"id": "a", "word": "union"}]
