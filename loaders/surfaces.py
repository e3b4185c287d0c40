"""Finding known names in text: a dictionary of folded word sequences, longest match first.

One pass, one dictionary look-up a word: the time grows with the text, not with the number of names.
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.words import FOLDED, Words, words_between

_TOKEN = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s\-–/.,()&]{0,3}")
_SHORT = 6
_SHORTEST_STEM = 3
_ENDINGS = ("s", "es", "n", "en", "er")


@dataclass(frozen=True, slots=True)
class SurfaceMatch:
    """A known name in the text; `keys` are what it may stand for, in the order they were given."""

    start: int
    end: int
    keys: tuple[str, ...]
    inflected: bool


class SurfaceIndex:
    """Known names, ready to be found in text."""

    def __init__(self, surfaces: Iterable[tuple[str, str]]) -> None:
        """`surfaces` are (name, key) pairs; a name may have several keys."""
        self._by_tokens: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._shouted: set[tuple[str, ...]] = set()
        self._led_by_capitals: set[tuple[str, ...]] = set()
        self._small: set[tuple[str, ...]] = set()
        self._small_first: set[str] = set()
        for surface, key in surfaces:
            sequence = tuple(FOLDED[match.group()] for match in _TOKEN.finditer(surface))
            if not sequence or not sequence[0]:
                continue
            for form in _with_endings(sequence):
                known = self._by_tokens.get(form, ())
                if key not in known:
                    self._by_tokens[form] = (*known, key)
                self._note_length(form[0], len(form))
            if len(sequence) == 1 and surface.isupper() and len(surface) <= _SHORT:
                self._shouted.add(sequence)
            elif sequence[1:] and surface.split()[0].isupper():
                self._led_by_capitals.add(sequence)
            if surface[0].islower():
                self._small.add(sequence)
                self._small_first.add(sequence[0])
        for (word,) in [form for form in self._by_tokens if len(form) == 1 and len(form[0]) >= _SHORTEST_STEM]:
            for ending in _ENDINGS:
                self._note_length(word + ending, 1)

    def find(self, text: str, start: int, end: int, *, lower_case: bool = False) -> Iterator[SurfaceMatch]:
        """Every known name in a stretch, left to right, longest first, none overlapping.

        With `lower_case` an abbreviation may be written small ("ngg"), as people do in lists.
        """
        words, first, behind = words_between(text, start, end)
        last = start
        for number in self._spots(words, first, behind):
            if words.starts[number] >= last:
                match = self._match_at(words, number, behind, lower_case=lower_case)
                if match is not None:
                    yield match
                    last = match.end

    def find_at(self, text: str, start: int, end: int, *, most: int) -> SurfaceMatch | None:
        """The known name of at most so many words that begins right at `start`."""
        words, first, behind = words_between(text, start, end)
        if first == behind or words.starts[first] != start or words.folded[first] not in self._lengths:
            return None
        return self._match_at(words, first, min(behind, first + most), lower_case=False)

    def _note_length(self, first: str, length: int) -> None:
        """Names of so many words begin with this one; the longest come first."""
        known = self._lengths.get(first, ())
        if length not in known:
            self._lengths[first] = tuple(sorted((*known, length), reverse=True))

    def _spots(self, words: Words, first: int, behind: int) -> list[int]:
        """The words of a stretch that a known name may begin with."""
        spots = words.found.get(self)
        if spots is None:
            lengths = self._lengths
            spots = [number for number, folded in enumerate(words.folded) if folded in lengths] if lengths else []
            words.found[self] = spots
        return spots[bisect_left(spots, first) : bisect_left(spots, behind)]

    def _match_at(self, words: Words, number: int, behind: int, *, lower_case: bool) -> SurfaceMatch | None:
        text, start, folded = words.text, words.starts[number], words.folded[number]
        if text[start].islower() and not lower_case and folded not in self._small_first:
            return None
        for length in self._lengths[folded]:
            last = number + length - 1
            if last >= behind:
                continue
            for sequence, inflected in _sequences(words, number, last):
                keys = self._by_tokens.get(sequence)
                if (
                    keys
                    and _joined(words, number, last)
                    and self._well_written(words.written[number], sequence, lower_case=lower_case)
                ):
                    return SurfaceMatch(start, words.ends[last], keys, inflected)
        return None

    def _well_written(self, written: str, sequence: tuple[str, ...], *, lower_case: bool) -> bool:
        if sequence in self._shouted:
            return written.isupper() or written[:-1].isupper() or (lower_case and len(written) >= 3)
        if lower_case and written.islower() and sequence in self._led_by_capitals:
            return True
        return written[0].isupper() or written[0].isdigit() or sequence in self._small


def _sequences(words: Words, first: int, last: int) -> Iterator[tuple[tuple[str, ...], bool]]:
    head = tuple(words.folded[first:last])
    for form, inflected in _forms(words.folded[last]):
        yield (*head, form), inflected


def _with_endings(sequence: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name and, where an adjective opens it, its inflected forms: "Niederrheinische(n|r|s|m) IHK"."""
    yield sequence
    if len(sequence) > 1 and sequence[0].endswith("sche"):
        for ending in "nrsm":
            yield (sequence[0] + ending, *sequence[1:])


def _forms(folded: str) -> Iterator[tuple[str, bool]]:
    yield folded, False
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            yield folded[: -len(ending)], True


def _joined(words: Words, first: int, last: int) -> bool:
    numbers = range(first, last + 1)
    return all(
        _GAP.fullmatch(words.text, words.ends[left], words.starts[right]) for left, right in itertools.pairwise(numbers)
    )
