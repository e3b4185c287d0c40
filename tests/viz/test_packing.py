"""Data of a page: packed and unpacked they are what they were, whatever letters are in them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from viz.packing import pack, unpack

_TEXTS = st.text(st.characters(exclude_categories=()))
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(_TEXTS, inner),
)


@given(_VALUES)
def test_what_was_packed_comes_back(value: object) -> None:
    assert unpack(pack(value)) == value


@given(_VALUES)
def test_packed_data_hold_no_markup(value: object) -> None:
    assert re.fullmatch("[A-Za-z0-9+/]+=*", pack(value))


def test_lone_surrogates_and_all_of_unicode_come_back() -> None:
    value = {"\ud800": "\udfff Ärger 👷🏽 \u202e", "</script>": "\x00"}
    assert unpack(pack(value)) == value


def test_equal_values_give_equal_text() -> None:
    assert pack({"a": [1, "ä"]}) == pack({"a": [1, "ä"]})
