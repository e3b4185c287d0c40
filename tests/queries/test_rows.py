"""Rows of the store: what the schema promises is read, anything else is refused."""

import pytest

from graph.errors import StoreError
from queries import rows


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (rows.text, "x", "x"),
        (rows.maybe_text, None, None),
        (rows.maybe_text, "x", "x"),
        (rows.texts, None, ()),
        (rows.texts, ["a", "b"], ("a", "b")),
        (rows.integer, 3, 3),
        (rows.maybe_integer, None, None),
        (rows.number, 1, 1.0),
        (rows.number, 0.5, 0.5),
        (rows.flag, None, False),
        (rows.flag, True, True),
        (rows.spans, [1, 2, 5, 9], ((1, 2), (5, 9))),
        (rows.spans, None, ()),
    ],
)
def test_a_value_is_read_as_what_it_is(read, value, expected):
    assert read({"column": value}, "column") == expected


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (rows.text, None),
        (rows.text, 1),
        (rows.maybe_text, 1),
        (rows.texts, "abc"),
        (rows.texts, ["a", 1]),
        (rows.integer, None),
        (rows.integer, True),
        (rows.integer, 1.5),
        (rows.number, "1"),
        (rows.number, True),
        (rows.spans, [1, 2, 3]),
        (rows.spans, [1, "2"]),
        (rows.spans, "ab"),
    ],
)
def test_a_value_of_another_type_is_refused_with_its_column(read, value):
    with pytest.raises(StoreError) as raised:
        read({"column": value}, "column")
    assert raised.value.details == {"column": "column"}
