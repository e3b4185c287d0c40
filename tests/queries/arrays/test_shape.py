"""Texts in their order are found by what they say, however many there are."""

from bisect import bisect_left

from hypothesis import given
from hypothesis import strategies as st

from queries.arrays.shape import Texts

WORDS = st.text("aäzß \U0001f3ed", max_size=3)


@given(st.lists(WORDS, max_size=200), WORDS)
def test_a_text_is_found_where_it_stands(words: list[str], wanted: str) -> None:
    told = sorted(words)
    texts, first, count = Texts.of(told), bisect_left(told, wanted), told.count(wanted)
    assert texts.place(wanted) == first
    assert texts.find(wanted) == (first if count else None)
    assert texts.same(wanted) == range(first, first + count)


def test_each_of_many_texts_is_found() -> None:
    told = sorted(f"actor:{number:x}" for number in range(5_000))
    texts = Texts.of(told)
    assert [texts.find(text) for text in told] == [*range(5_000)]
    assert [texts.find(f"{text}~") for text in told] == [None] * 5_000
