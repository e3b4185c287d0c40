"""What the embedded engine answers wrongly, as docs/stores.md reports it, and the wording that is right on both stores.

When a new version of the engine answers rightly, the first test fails: then the page and this file lose a line.
"""

from pathlib import Path

import pytest

from graph.store import Row, Store

PAGE = (Path(__file__).parents[2] / "docs" / "stores.md").read_text(encoding="utf-8")
FAULTY = {
    "MATCH (x:X)-[r:R]->(y:Y) MATCH (s:S {k: r.id}) RETURN s.k AS k": [],
    "MATCH (x:X)-[r:R]->(y:Y), (s:S {k: r.id}) RETURN s.k AS k": [],
    "MATCH (x:X)-[r:R]->(y:Y) OPTIONAL MATCH (s:S {k: r.id}) RETURN s.k AS k": [{"k": None}],
}
RIGHT = (
    "MATCH (x:X)-[r:R]->(y:Y) MATCH (s:S) WHERE s.k = r.id RETURN s.k AS k",
    "MATCH (x:X)-[r:R]->(y:Y) OPTIONAL MATCH (s:S) WHERE s.k = r.id RETURN s.k AS k",
    "MATCH (x:X)-[r:R]->(y:Y) MATCH (s:S {k: r.id}) WHERE r.id > 0 RETURN s.k AS k",
    "MATCH (x:X)-[r:R]->(y:Y) WITH r MATCH (s:S {k: r.id}) RETURN s.k AS k",
    "MATCH (x:X)-[r:R]->(y:Y) MATCH (s:S {k: y.k}) RETURN s.k AS k",
    "MATCH (x:X)-[r:R]->(y:Y) WHERE EXISTS { (:S {k: r.id}) } RETURN y.k AS k",
)


@pytest.fixture
def linked(store: Store) -> Store:
    """Two nodes, a relationship with an id, and a node that bears this id."""
    store.change("CREATE (:X)-[:R {id: 7}]->(:Y {k: 7}) CREATE (:S {k: 7})", {}, limit=None)
    return store


def answer(store: Store, text: str) -> list[Row]:
    return store.read(text)


@pytest.mark.parametrize(("text", "wrong"), FAULTY.items())
def test_a_relationship_that_only_another_pattern_uses_is_taken_for_unused(
    linked: Store, text: str, wrong: list[Row]
) -> None:
    assert answer(linked, text) == (wrong if linked.engine == "embedded" else [{"k": 7}])
    assert text in PAGE


def test_these_wordings_are_right_on_both(linked: Store) -> None:
    for text in RIGHT:
        assert answer(linked, text) == [{"k": 7}], text


def test_a_relationship_that_is_used_elsewhere_too_is_right_on_both(linked: Store) -> None:
    """So it is in every text of ours: see tests/test_cypher_texts.py."""
    for start in ("MATCH", ", ", "OPTIONAL MATCH"):
        text = f"MATCH (x:X)-[r:R]->(y:Y) {start} (s:S {{k: r.id}}) RETURN s.k AS k, r.id AS id"
        assert answer(linked, text.replace(" , ", ", ")) == [{"k": 7, "id": 7}], text


def test_an_answer_without_rows_has_no_columns_on_the_embedded_store(linked: Store) -> None:
    with linked.asked("MATCH (n:Nirgends) RETURN n.name AS name", {}) as found:
        assert found.columns == (() if linked.engine == "embedded" else ("name",))
        assert list(found.rows) == []
