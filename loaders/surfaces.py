"""Finding known names in text: a dictionary of folded token sequences, longest match first.

One pass, one dictionary look-up a token: the time grows with the text, not with the number of names.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.keys import fold

_TOKEN = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s\-–/.,()&]{0,3}")
_SHORT = 6
_ENDINGS = ("s", "es", "n", "en", "er")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text with its folded form."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class SurfaceMatch:
    """A known name in the text; `keys` are what it may stand for, in the order they were given."""

    start: int
    end: int
    keys: tuple[str, ...]
    inflected: bool


def tokens_of(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The words of a stretch of text, in order."""
    return tuple(
        Token(match.start(), match.end(), _folded(match.group())) for match in _TOKEN.finditer(text, start, end)
    )


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return fold(word).replace(" ", "")


class SurfaceIndex:
    """Known names, ready to be found in text."""

    def __init__(self, surfaces: Iterable[tuple[str, str]]) -> None:
        """`surfaces` are (name, key) pairs; a name may have several keys."""
        self._by_tokens: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._longest: dict[str, int] = {}
        self._shouted: set[tuple[str, ...]] = set()
        self._small: set[tuple[str, ...]] = set()
        self._small_first: set[str] = set()
        for surface, key in surfaces:
            sequence = tuple(_folded(match.group()) for match in _TOKEN.finditer(surface))
            if not sequence or not sequence[0]:
                continue
            for form in _with_endings(sequence):
                known = self._by_tokens.get(form, ())
                if key not in known:
                    self._by_tokens[form] = (*known, key)
                self._longest[form[0]] = max(len(form), self._longest.get(form[0], 0))
            if len(sequence) == 1 and surface.isupper() and len(surface) <= _SHORT:
                self._shouted.add(sequence)
            if surface[0].islower():
                self._small.add(sequence)
                self._small_first.add(sequence[0])

    def find(self, text: str, tokens: tuple[Token, ...], *, lower_case: bool = False) -> Iterator[SurfaceMatch]:
        """Every known name, left to right, longest first, none overlapping.

        With `lower_case` an abbreviation may be written small ("ngg"), as people do in lists.
        """
        position = 0
        while position < len(tokens):
            match = self._match_at(text, tokens, position, lower_case=lower_case)
            if match is None:
                position += 1
                continue
            yield match
            while position < len(tokens) and tokens[position].start < match.end:
                position += 1

    def _match_at(
        self, text: str, tokens: tuple[Token, ...], position: int, *, lower_case: bool
    ) -> SurfaceMatch | None:
        first = tokens[position]
        if text[first.start].islower() and not lower_case and first.folded not in self._small_first:
            return None
        longest = self._longest.get(first.folded, 0)
        if longest == 0:
            longest = 1 if any((form,) in self._by_tokens for form, _ in _forms(first.folded)) else 0
        for length in range(min(longest, len(tokens) - position), 0, -1):
            run = tokens[position : position + length]
            if not _joined(text, run):
                continue
            for sequence, inflected in self._sequences(run):
                keys = self._by_tokens.get(sequence)
                if keys and self._well_written(text, run, sequence, lower_case=lower_case):
                    return SurfaceMatch(first.start, run[-1].end, keys, inflected)
        return None

    def _sequences(self, run: tuple[Token, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
        head = tuple(token.folded for token in run[:-1])
        for form, inflected in _forms(run[-1].folded):
            yield (*head, form), inflected

    def _well_written(self, text: str, run: tuple[Token, ...], sequence: tuple[str, ...], *, lower_case: bool) -> bool:
        written = text[run[0].start : run[0].end]
        if sequence in self._shouted:
            return written.isupper() or written[:-1].isupper() or (lower_case and len(written) >= 3)
        return written[0].isupper() or written[0].isdigit() or sequence in self._small


def _with_endings(sequence: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name and, where an adjective opens it, its inflected forms: "Niederrheinische(n|r|s|m) IHK"."""
    yield sequence
    if len(sequence) > 1 and sequence[0].endswith("sche"):
        for ending in "nrsm":
            yield (sequence[0] + ending, *sequence[1:])


def _forms(folded: str) -> Iterator[tuple[str, bool]]:
    yield folded, False
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 3:
            yield folded[: -len(ending)], True


def _joined(text: str, run: tuple[Token, ...]) -> bool:
    return all(_GAP.fullmatch(text, left.end, right.start) for left, right in itertools.pairwise(run))
