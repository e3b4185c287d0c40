"""What the arrays hold: every node and tie and every judged cell by number, no sentences. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind
from queries.answers import CellValue, Column, Mark
from queries.network import TieKind

Bytes: TypeAlias = NDArray[np.uint8]
Numbers: TypeAlias = NDArray[np.int32]
Offsets: TypeAlias = NDArray[np.int64]

ACTOR, GROUP, INITIATIVE = range(3)
"""The sorts of nodes."""

ACTOR_KINDS = tuple(ActorKind)
CHAMBER_TYPES = tuple(ChamberType)
INITIATIVE_TYPES = tuple(InitiativeType)
COLUMNS = tuple(Column)
VALUES = tuple(CellValue)
MARKS = tuple(Mark)
TIES = tuple(TieKind)
INTEREST_KINDS = tuple(InterestKind)
"""What a code stands for: the place in its list. A set of them is a number with a bit for each."""

_BLOCK = 32

NO_CHAMBER = 255
NO_PART = NO_DATE = NO_NODE = -1


def offsets(sizes: Sequence[int] | NDArray[np.integer]) -> Offsets:
    """Where each of several rows of these sizes starts when they lie one after the other, then where the last ends."""
    found = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=found[1:])
    return found


@dataclass(frozen=True)
class Texts:
    """Many texts as one: text n lies in UTF-8 at starts[n]:starts[n + 1] of `content`."""

    content: Bytes
    starts: Offsets

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """These texts, in their order."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        return cls(np.frombuffer(b"".join(encoded), np.uint8), offsets([len(one) for one in encoded]))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> str:
        return self._encoded(number).decode("utf-8", "surrogatepass")

    def some(self, numbers: Sequence[int] | Numbers) -> list[str]:
        """The texts with these numbers, in this order."""
        whole, starts = self.content.tobytes(), self.starts
        begins, ends = starts[numbers].tolist(), starts[np.asarray(numbers, np.int64) + 1].tolist()
        return [whole[begin:end].decode("utf-8", "surrogatepass") for begin, end in zip(begins, ends, strict=True)]

    def find(self, text: str) -> int | None:
        """The number of a text where all are sorted; None where it is not among them."""
        place = self.place(text)
        return place if place < len(self) and self[place] == text else None

    def place(self, text: str) -> int:
        """How many texts stand before this one where all are sorted."""
        wanted = text.encode("utf-8", "surrogatepass")
        block = bisect_left(self._firsts, wanted)
        low, high = max(0, (block - 1) * _BLOCK), min(block * _BLOCK, len(self))
        while low < high:
            middle = (low + high) // 2
            if self._encoded(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def same(self, text: str) -> range:
        """The numbers of all that are this text, where all are sorted."""
        first = end = self.place(text)
        while end < len(self) and self[end] == text:
            end += 1
        return range(first, end)

    def standing_in(self, folded: str) -> Iterator[str]:
        """The texts that stand in a folded one word by word, where all are sorted."""
        words = folded.split()
        for begin in range(len(words)):
            for end in range(begin + 1, len(words) + 1):
                some = " ".join(words[begin:end])
                place = self.place(some)
                if place == len(self) or not (after := self[place]).startswith(some):
                    break
                if after == some:
                    yield some

    @cached_property
    def _firsts(self) -> list[bytes]:
        """The first text of each block: among these, a text's block is found without looking into `content`."""
        return [self._encoded(number) for number in range(0, len(self), _BLOCK)]

    def _encoded(self, number: int) -> bytes:
        return self.content[self.starts[number] : self.starts[number + 1]].tobytes()


@dataclass(frozen=True, slots=True)
class Lists:
    """A list of codes for each of many: that of n lies at starts[n]:starts[n + 1] of `codes`, `words` says what for."""

    codes: Numbers
    starts: Offsets
    words: Texts

    @classmethod
    def of(cls, lists: Sequence[Sequence[str]]) -> Self:
        """These lists, in their order."""
        words = sorted({word for one in lists for word in one})
        code = {word: number for number, word in enumerate(words)}
        codes = np.array([code[word] for one in lists for word in one], np.int32)
        return cls(codes, offsets([len(one) for one in lists]), Texts.of(words))

    def at(self, number: int) -> tuple[str, ...]:
        """The list of one of them."""
        return tuple(self.words[code] for code in self.codes[self.starts[number] : self.starts[number + 1]].tolist())

    def having(self, wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Of each whether its list holds one of the wanted codes."""
        hits: Offsets = np.concatenate((np.zeros(1, np.int64), np.cumsum(wanted[self.codes], dtype=np.int64)))
        found: NDArray[np.bool_] = np.greater(hits[self.starts[1:]], hits[self.starts[:-1]])
        return found


@dataclass(frozen=True, slots=True)
class Nodes:
    """Actors, groups and initiatives in the order of their ids.

    `kinds` are places in `ACTOR_KINDS`, of initiatives in `INITIATIVE_TYPES`; `chambers` in `CHAMBER_TYPES`. Of
    `registers` (rows of the register) and `region_names` (as people read them) each node has one or none.
    """

    ids: Texts
    names: Texts
    sorts: Bytes
    kinds: Bytes
    chambers: Bytes
    regions: Lists
    topics: Lists
    aliases: Lists
    registers: Lists
    region_names: Lists


@dataclass(frozen=True, slots=True)
class Ties:
    """Who is joined to whom, as in `queries.network`: neighbours of n are at starts[n]:starts[n + 1], in their order.

    `kinds` has a bit for each kind of tie (`TIES`); each tie stands at both of its ends. `parts` numbers what hangs
    together; `sizes` says how many nodes each part has. A group stands alone and is in no part (`NO_PART`).
    """

    starts: Offsets
    ends: Numbers
    kinds: Bytes
    parts: Numbers
    sizes: Numbers


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of nodes by number, sorted, each once; a target that is none is `NO_NODE`."""

    sources: Numbers
    targets: Numbers


@dataclass(frozen=True, slots=True)
class Relations:
    """What no tie says. `groups` are those that sit at a table without a name, each with its initiative, sorted.

    `branches` go from the part to the whole, `memberships` from the member, whether they stand or not; `interests` from
    their holder to an initiative or nothing named, their kinds are places in `INTEREST_KINDS`.
    """

    groups: Pairs
    branches: Pairs
    memberships: Pairs
    interests: Pairs
    interest_kinds: Bytes


@dataclass(frozen=True, slots=True)
class Cells:
    """The coverage matrix, its rows in their order: first the `tables`, then what is no table.

    `rows` are the initiatives' numbers; `values`, `marks` and `newest` have a column for each of `COLUMNS`. `newest` is
    a place in `dates`, which are sorted, or `NO_DATE`.
    """

    rows: Numbers
    tables: int
    values: Bytes
    marks: Bytes
    newest: Numbers
    dates: Texts


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which the arrays hold: from `first` on to `last` at most, and before `begins` (ISO 8601)."""

    first: str
    last: str
    begins: str

    def covers(self, day: str) -> bool:
        """Whether the day is one of them."""
        return self.first <= day <= self.last and day < self.begins


@dataclass(frozen=True, slots=True)
class Arrays:
    """The graph as it was judged on the first day of `span`, within which nothing in it begins or ends."""

    span: Span
    nodes: Nodes
    ties: Ties
    relations: Relations
    cells: Cells
