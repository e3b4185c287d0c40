"""Model values as records and back: one text for one value, and nothing read that is not exactly a record."""

import hashlib
import json
import math
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Decision, Reading
from graph.records import CLAIMS, Stored, canonical, from_row, reading_digest, to_record, to_row
from graph.shapes import SHAPES, Reader
from tests.graph.strategies import readings

VALUES: st.SearchStrategy[Stored] = st.one_of(
    *(st.builds(cls, **{name: st.from_type(hint) for name, hint in get_type_hints(cls).items()}) for cls in SHAPES)
)


def by_the_standard_library(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@given(VALUES)
def test_the_one_text_of_a_value_is_that_of_the_standard_library(value: Stored) -> None:
    """Stored digests are made of it: another text would make every document look changed."""
    assert canonical(value) == by_the_standard_library(to_record(value))


@given(readings())
def test_a_digest_is_made_of_those_texts(reading: Reading) -> None:
    document = to_row(reading.document)
    for name in ("address", "title", "format", "model", "pages"):
        del document[name]
    hashed = hashlib.sha256(by_the_standard_library(document).encode("utf-8"))
    for part in (reading.nodes, reading.facts, reading.namings, reading.statements, reading.unread):
        for text in sorted(by_the_standard_library(to_record(value)) for value in part):
            hashed.update(b"\n" + text.encode("utf-8"))
    assert reading_digest(reading) == hashed.hexdigest()


@given(VALUES.filter(lambda value: math.isfinite(getattr(value, "confidence", 0.0))))
def test_a_value_comes_back_from_its_record(value: Stored) -> None:
    assert from_row(type(value), to_row(value)) == value
    reader: Reader[Stored] = Reader({type(value): SHAPES[type(value)]})
    assert reader.read(json.dumps(to_record(value))) == value
    assert reader.read(canonical(value).encode("utf-8")) == value


def test_a_text_or_number_of_a_library_s_own_class_is_written_as_a_plain_one() -> None:
    class Text(str):
        __slots__ = ()

    plain = Decision("decision:1", "confirm", "actor:a", None, (("kind", "union"),), "Notiz", "A. B.", "2026")
    other = Decision(
        "decision:1", "confirm", "actor:a", None, (("kind", Text("union")),), Text("Notiz"), "A. B.", "2026"
    )
    assert canonical(other) == canonical(plain)


ROW: dict[str, Any] = to_row(Decision("decision:1", "confirm", "actor:a", None, (), "", "A. B.", "2026"))


@pytest.mark.parametrize(
    "row",
    [
        {**ROW, "further": 1},
        {name: value for name, value in ROW.items() if name != "undone"},
        {**ROW, "undone": 0},
        {**ROW, "object_id": 3},
        {**ROW, "note": None},
        {**ROW, "values": [["kind"]]},
        {**ROW, "values": [["kind", "union", "more"]]},
        {**ROW, "values": "kind"},
    ],
)
def test_fields_that_are_not_exactly_those_of_the_class_are_refused(row: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_row(Decision, row)


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{}", '{"type": "silence", "id": "s", "region": "DE-BY"}', '{"type": "group", "id": "group:g"}'],
)
def test_claims_are_a_node_and_nothing_else(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        CLAIMS.read(text)
