"""Arrays with some rows taken out and others put in: whole stretches are copied, the rows between never looked at.

Pure. Next: `merging.py`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from queries.arrays.shape import Lists, Numbers, Offsets, Texts, offsets

A = TypeVar("A", bound=np.generic)
Flat: TypeAlias = NDArray[A]


@dataclass(frozen=True, slots=True)
class Splice:
    """Stretches (is it of the new rows, from, to) that are the rows from now on; `count` were there before."""

    stretches: tuple[tuple[bool, int, int], ...]
    count: int

    @classmethod
    def of(cls, count: int, gone: Sequence[int], places: Sequence[int]) -> Self:
        """Of `count` rows those of `gone` go; new ones come before the old rows at `places`. Both are sorted."""
        return cls(tuple(_stretches(count, gone, places)), count)

    def flat(self, before: Flat[A], new: Flat[A]) -> Flat[A]:
        """An array with one value a row."""
        pieces = [(new if is_new else before)[start:end] for is_new, start, end in self.stretches]
        return np.concatenate(pieces) if pieces else before[:0]

    def listed(
        self, starts: Offsets, values: Flat[A], new_starts: Offsets, new_values: Flat[A]
    ) -> tuple[Offsets, Flat[A]]:
        """Rows of several values: where each starts, and the values."""
        found = offsets(self.flat(np.diff(starts), np.diff(new_starts)))
        pieces = [
            new_values[new_starts[start] : new_starts[end]] if is_new else values[starts[start] : starts[end]]
            for is_new, start, end in self.stretches
        ]
        return found, np.concatenate(pieces) if pieces else values[:0]

    def texts(self, before: Texts, new: Texts) -> Texts:
        """One text a row."""
        starts, content = self.listed(before.starts, before.content, new.starts, new.content)
        return Texts(content, starts)

    def lists(self, before: Lists, new: Lists) -> Lists:
        """A list a row, with no word that stands in none."""
        words = sorted({*_all(before.words), *_all(new.words)})
        place = {word: number for number, word in enumerate(words)}
        mine, theirs = (
            np.array([place[word] for word in _all(one.words)], np.int32)[one.codes] for one in (before, new)
        )
        starts, codes = self.listed(before.starts, mine, new.starts, theirs)
        used = np.bincount(codes, minlength=len(words)) > 0
        kept = (np.cumsum(used) - 1).astype(np.int32)
        return Lists(kept[codes], starts, Texts.of(word for word, is_used in zip(words, used, strict=True) if is_used))

    def numbers(self) -> Numbers:
        """Which number each row that was there has now; -1 for those that went."""
        found, at = np.full(self.count, -1, np.int32), 0
        for is_new, start, end in self.stretches:
            if not is_new:
                found[start:end] = np.arange(at, at + end - start, dtype=np.int32)
            at += end - start
        return found


def _stretches(count: int, gone: Sequence[int], places: Sequence[int]) -> Iterator[tuple[bool, int, int]]:
    at, leaving, coming = 0, 0, 0
    while at < count or coming < len(places):
        until = coming
        while until < len(places) and places[until] <= at:
            until += 1
        if until > coming:
            yield True, coming, until
            coming = until
        if at >= count:
            continue
        if leaving < len(gone) and gone[leaving] == at:
            at, leaving = at + 1, leaving + 1
            continue
        end = min(
            gone[leaving] if leaving < len(gone) else count, places[coming] if coming < len(places) else count, count
        )
        yield False, at, end
        at = end


def _all(texts: Texts) -> list[str]:
    return texts.some(range(len(texts)))
