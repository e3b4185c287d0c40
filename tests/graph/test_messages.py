"""Several statements or questions as one message do and give what they do one by one, on both stores."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.bolt import Transaction
from graph.catalog import load_catalog, with_labels
from graph.errors import StoreError
from graph.kinds import ActorKind
from graph.messages import Command, asked_together, columns_of, size_of, together
from graph.records import Row
from graph.store import Store

CATALOG = load_catalog("graph")
CREATE = with_labels(CATALOG["create_nodes"], NodeLabel="Group")
CHANGE = with_labels(CATALOG["set_properties"], NodeLabel="Group")
DELETE = with_labels(CATALOG["delete_nodes"], NodeLabel="Group")
GROUPS = "MATCH (n:Group) RETURN n.id AS id, n.word AS word ORDER BY id, word"

LISTED = """
UNWIND $ids AS id
MATCH (n:Group {id: id})
RETURN n.id AS id, n.kind AS kind, [n.word, id] AS words
ORDER BY id
"""
EITHER = f"""{LISTED}
UNION
UNWIND $ids AS id
MATCH (n:Group {{word: id + id}})
RETURN n.id AS id, n.kind AS kind, [] AS words
ORDER BY id
"""

Step = tuple[str, str, str]
STEPS = st.lists(st.tuples(st.sampled_from([CHANGE, DELETE]), st.sampled_from("abc"), st.sampled_from("xyz")))


def test_parameters_of_the_same_name_stay_apart_and_comments_go() -> None:
    joined = together([Command("// One.\nSET a = $x", {"x": 1}), Command("SET b = $x, c = $xy", {"x": 2, "xy": 3})])
    assert joined.text == ("CALL () {\nSET a = $x_0\n}\nCALL () {\nSET b = $x_1, c = $xy_1\n}\nRETURN true AS done")
    assert joined.parameters == {"x_0": 1, "x_1": 2, "xy_1": 3}


def test_questions_are_told_apart_by_number() -> None:
    one, other = Command("// One?\nRETURN $x AS a, 2 AS b", {"x": 1}), Command("RETURN $x AS c", {"x": 2})
    joined = asked_together([one, other])
    assert joined.text == (
        "CALL () {\nRETURN $x_0 AS a, 2 AS b\n}\nRETURN 0 AS number, collect([a, b]) AS rows\nUNION ALL\n"
        "CALL () {\nRETURN $x_1 AS c\n}\nRETURN 1 AS number, collect([c]) AS rows"
    )
    assert joined.parameters == {"x_0": 1, "x_1": 2}


def test_the_columns_are_those_of_the_last_return() -> None:
    assert columns_of("MATCH (n)\nRETURN n.a AS a\nUNION\nMATCH (n)\nRETURN n.b AS b,\n n.c AS c\nORDER BY b") == (
        "b",
        "c",
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcdx"), max_size=6), min_size=1, max_size=4))
def test_questions_give_together_what_they_give_one_by_one(store: Store, asked: list[list[str]]) -> None:
    store._write(
        lambda transaction: [
            transaction.run("MATCH (n:Group) DETACH DELETE n"),
            transaction.put_rows(CREATE, [{"id": key, "word": key * 2, "kind": None} for key in "abcd"]),
        ]
    )
    questions = [Command(EITHER if number % 2 else LISTED, {"ids": ids}) for number, ids in enumerate(asked)]
    assert store.read_all(questions) == [store.read(one.text, **one.parameters) for one in questions]


def test_many_rows_come_together_in_their_order(store: Store) -> None:
    many = Command("// Which?\nUNWIND $ids AS id\nRETURN id AS id, $long AS word\nORDER BY id DESC", {})
    given = {"ids": [*range(20_000)], "long": "ä" * 100}
    (rows,) = store.read_all([Command(many.text, given)])
    assert rows == store.read(many.text, **given)


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
