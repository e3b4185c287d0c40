"""Patterns that are searched only where the words they need stand: most sentences hold none of a pattern's words.

Each word of a text is looked at once for all patterns (its marks); a pattern then asks whether its stretch has the
marks it needs, and searches only then. The answers are those of the pattern alone.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from operator import or_
from typing import Generic, TypeVar

from loaders.needs import PLAIN, Need, needs_of, telling
from loaders.words import Memory, Words, words_around

T = TypeVar("T")
_MOST_KEPT = 1 << 10
_MARKS: dict[str, int] = {}
"""Letters that a pattern needs → the marks of the needs they meet."""
_LENGTHS: set[int] = set()
"""How long those letters are, so that a word of ten thousand letters takes no time worth telling."""
_NEEDS: dict[Need, int] = {}
_ALL = -1


def _marks_of(word: str) -> int:
    """The marks of a word: which needs it meets. A word with rare letters meets all: it may be more than it looks."""
    small = word.lower()
    if not PLAIN.issuperset(small):
        return _ALL
    marks, length, known = 0, len(small), _MARKS
    for size in _LENGTHS:
        for start in range(length - size + 1):
            marks |= known.get(small[start : start + size], 0)
    return marks


_OF_WORD: Memory[int] = Memory(_marks_of)


def _mark(need: Need) -> int:
    known = _NEEDS.get(need)
    if known is None:
        known = _NEEDS[need] = 1 << len(_NEEDS)
        for letters in need:
            _MARKS[letters] = _MARKS.get(letters, 0) | known
            _LENGTHS.add(len(letters))
        _OF_WORD.clear()
        marks_between.cache_clear()
    return known


def mark_of_one(pattern: str) -> int:
    """The mark of a pattern's most telling need alone: one of its words has it. No mark where it needs nothing."""
    needs = needs_of(pattern)
    return _mark(max(needs, key=telling)) if needs else 0


def marks_of(words: Words) -> list[int]:
    """The marks of each word; kept with the words until a pattern adds a need."""
    asker = len(_NEEDS)
    marks = words.found.get(asker)
    if marks is None:
        marks = words.found[asker] = [_OF_WORD[word] for word in words.written]
    return marks


@lru_cache(maxsize=256)
def marks_between(text: str, start: int, end: int) -> int:
    """The marks of the words that lie in a stretch, wholly or in part, together."""
    words, first, behind = words_around(text, start, end)
    return reduce(or_, marks_of(words)[first:behind], 0)


class Sieved:
    """A pattern behind its sieve; `search` and `finditer` answer as the pattern's own do."""

    __slots__ = ("marks", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        self.marks = 0
        for need in needs_of(pattern, flags):
            self.marks |= _mark(need)

    def may_match(self, text: str, start: int, end: int) -> bool:
        """Whether the words of the stretch allow a match; if not, there is none."""
        return not self.marks & ~marks_between(text, start, end)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match in the stretch."""
        return self.pattern.search(text, start, end) if self.may_match(text, start, end) else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in the stretch."""
        return self.pattern.finditer(text, start, end) if self.may_match(text, start, end) else iter(())

    def search_in(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match in the stretch as if it were a text of its own; places count from its start."""
        return self.pattern.search(text[start:end]) if self.may_match(text, start, end) else None


class Sieve(Generic[T]):
    """Many things behind one sieve, each with the patterns that must all match for it, in their order."""

    __slots__ = ("_passing", "_rows", "_wanted")

    def __init__(self, rows: Iterable[tuple[Iterable[Sieved], T]]) -> None:
        self._rows = [(reduce(or_, (pattern.marks for pattern in patterns), 0), thing) for patterns, thing in rows]
        self._wanted = reduce(or_, (marks for marks, _ in self._rows), 0)
        self._passing: dict[int, tuple[T, ...]] = {}

    def __iter__(self) -> Iterator[T]:
        return iter([thing for _, thing in self._rows])

    def passing(self, text: str, start: int, end: int) -> tuple[T, ...]:
        """Those whose patterns may all match in the stretch; of every other one does not."""
        found = marks_between(text, start, end) & self._wanted
        known = self._passing.get(found)
        if known is None:
            if len(self._passing) >= _MOST_KEPT:
                self._passing.clear()
            known = tuple(thing for marks, thing in self._rows if not marks & ~found)
            self._passing[found] = known
        return known


def any_matches(patterns: Sieve[re.Pattern[str]], text: str, start: int, end: int) -> bool:
    """Whether one of the patterns matches in the stretch."""
    return any(pattern.search(text, start, end) for pattern in patterns.passing(text, start, end))


def sieve_of(patterns: Iterable[str]) -> Sieve[re.Pattern[str]]:
    """Patterns behind one sieve."""
    return Sieve(([sieved], sieved.pattern) for sieved in map(Sieved, patterns))
