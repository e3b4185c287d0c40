"""Which kinds a sentence speaks of: words of a kind (`kind_words.toml`) and the register's names. Pure.

For what the reading of documents may have passed over: no sentence is understood here, a word is enough.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from graph.keys import fold
from queries.answers import Column
from queries.columns import possible_columns
from seeds.register import Register

_Words = tuple[str, ...]
_TOKEN = re.compile(r"[^\W_]+(?:[-./&][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word or a name as the text writes it, and the kinds it may speak of; offsets are those of the sentence."""

    word: str
    columns: tuple[Column, ...]
    start: int
    end: int


class KindWords:
    """Finds words of the kinds that gaps are asked for."""

    def __init__(self, register: Register) -> None:
        self._names: dict[_Words, tuple[Column, ...]] = {}
        for surface, id in register.surfaces():
            row, words = register.rows[id], tuple(fold(surface).split())
            if words and (columns := possible_columns(row.kind, row.chamber_type)):
                self._names[words] = tuple(dict.fromkeys((*self._names.get(words, ()), *columns)))
        for column, phrases in _phrases().items():
            for phrase in phrases:
                self._names[phrase] = (column,)
        self._lengths: defaultdict[str, list[int]] = defaultdict(list)
        for words in sorted(self._names, key=len, reverse=True):
            self._lengths[words[0]].append(len(words))

    def find(self, sentence: str) -> Iterator[KindWord]:
        """In the order of the sentence; the longest name wins, and a word inside a name is not told apart."""
        tokens = [
            (part, found.start(), found.end()) for found in _TOKEN.finditer(sentence) for part in _parts(found[0])
        ]
        place = 0
        while place < len(tokens):
            length, columns = self._at(tokens, place)
            if columns:
                start, end = tokens[place][1], tokens[place + length - 1][2]
                yield KindWord(sentence[start:end], columns, start, end)
            place += length

    def _at(self, tokens: list[tuple[str, int, int]], place: int) -> tuple[int, tuple[Column, ...]]:
        for length in self._lengths.get(tokens[place][0], ()):
            columns = self._names.get(tuple(part for part, _, _ in tokens[place : place + length]))
            if columns and place + length <= len(tokens):
                return length, columns
        return 1, _columns_of(tokens[place][0])


@lru_cache(maxsize=4)
def kind_words(register: Register) -> KindWords:
    """The words a register knows, indexed once."""
    return KindWords(register)


@lru_cache(maxsize=1 << 14)
def _columns_of(word: str) -> tuple[Column, ...]:
    return tuple(column for column, pattern in _patterns().items() if pattern.fullmatch(word))


@lru_cache(maxsize=1 << 14)
def _parts(token: str) -> tuple[str, ...]:
    return tuple(fold(token).split())


@cache
def _patterns() -> Mapping[Column, re.Pattern[str]]:
    return {Column(name): re.compile(words) for name, words in _tables()["words"].items()}


@cache
def _phrases() -> Mapping[Column, tuple[_Words, ...]]:
    tables = _tables()["phrases"].items()
    return {Column(name): tuple(tuple(one.split()) for one in phrases.split(";")) for name, phrases in tables}


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(resources.files("queries").joinpath("kind_words.toml").read_text(encoding="utf-8"))
