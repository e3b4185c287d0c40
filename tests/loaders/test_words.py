"""The words of a text, also of a long one that is cut into words in windows."""

import random

import pytest

from loaders.words import Words, words_around, words_between

_LONG = " ".join(
    random.Random(1).choices(["Bündnis", "IG", "Metall", "für", "e.V.", "2019", "x" * 30_000], k=4_000)[:60]
)
_LONG += " Ende." * 60_000


def _spans(found: tuple[Words, int, int]) -> list[tuple[int, int]]:
    words, first, behind = found
    return list(zip(words.starts[first:behind], words.ends[first:behind], strict=True))


@pytest.mark.parametrize("start", [0, 1, 99_990, 99_999, 100_000, 100_001, 119_999, 250_003])
@pytest.mark.parametrize("length", [0, 1, 50, 20_000, 20_001, 150_000])
def test_the_words_of_a_stretch_do_not_depend_on_windows(start: int, length: int) -> None:
    end = min(len(_LONG), start + length)
    alone = Words(_LONG, start, end)
    assert _spans(words_between(_LONG, start, end)) == list(zip(alone.starts, alone.ends, strict=True))


def test_a_word_that_a_stretch_cuts_is_touched_whole_or_counted_in_part() -> None:
    text = "Die Handwerkskammer kommt."
    assert _spans(words_around(text, 6, 10)) == [(4, 19)]
    assert _spans(words_between(text, 6, 10)) == [(6, 10)]


def test_words_are_folded_as_names_are() -> None:
    assert Words("Böblingen-Süd", 0, 13).folded == ["boeblingen", "sued"]
