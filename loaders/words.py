"""The words of a text, cut once and then asked for again and again by everything that looks for names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from graph.keys import fold

_WORD = re.compile(r"[^\W_]+")
_MOST_KEPT = 1 << 15
"""Words, of a vocabulary that has no end: room for those that come again, a few MB."""
_WINDOW, _OVERLAP = 100_000, 20_000
"""A long text is cut into words in windows, so that memory does not grow with it."""
_SHORT = 2_000
"""Short texts are kept apart: what is asked in passing must not drive out the document."""
V = TypeVar("V")


class Memory(dict[str, V]):
    """What a function makes of each word, kept: words come again. Emptied when it has grown large."""

    def __init__(self, make: Callable[[str], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> V:
        if len(self) >= _MOST_KEPT:
            self.clear()
        made = self[word] = self._make(word)
        return made


def _folded(word: str) -> str:
    return fold(word).replace(" ", "")


FOLDED: Memory[str] = Memory(_folded)
"""A single word as names are compared."""


class Words:
    """The words in `text[start:end]`, in order; `starts` and `ends` are their places in the text.

    `found` keeps what was found out of them, by who asked.
    """

    __slots__ = ("ends", "folded", "found", "starts", "text", "written")

    def __init__(self, text: str, start: int, end: int) -> None:
        spans = [match.span() for match in _WORD.finditer(text, start, end)]
        self.text = text
        self.starts = [begin for begin, _ in spans]
        self.ends = [stop for _, stop in spans]
        self.written = [text[begin:stop] for begin, stop in spans]
        self.folded = [FOLDED[word] for word in self.written]
        self.found: dict[object, list[int]] = {}

    def touched(self, start: int, end: int) -> tuple[int, int]:
        """The numbers of the words that lie in a stretch, wholly or in part: first, and one behind the last."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def words_around(text: str, start: int, end: int) -> tuple[Words, int, int]:
    """The words that lie in a stretch, wholly or in part; a stretch may begin or end inside one.

    Given as a list of words, the first one's number in it, and one behind the last one's.
    """
    number = start // _WINDOW
    if end <= (number + 1) * _WINDOW + _OVERLAP:
        words = _window(text, number) if len(text) > _SHORT else _short(text)
        first, behind = words.touched(start, end)
        # The window's own edges may cut a word.
        if (first > 0 or number == 0) and (behind < len(words.starts) or end == len(text)):
            return words, first, behind
    words = Words(text, start, end)
    return words, 0, len(words.starts)


def words_between(text: str, start: int, end: int) -> tuple[Words, int, int]:
    """As `words_around`, but a word that the stretch cuts counts as far as it lies inside."""
    words, first, behind = words_around(text, start, end)
    if first < behind and (words.starts[first] < start or words.ends[behind - 1] > end):
        words = Words(text, start, end)
        return words, 0, len(words.starts)
    return words, first, behind


@lru_cache(maxsize=12)
def _window(text: str, number: int) -> Words:
    start = max(0, number * _WINDOW - _OVERLAP)
    return Words(text, start, (number + 1) * _WINDOW + _OVERLAP)


@lru_cache(maxsize=32)
def _short(text: str) -> Words:
    return Words(text, 0, len(text))
