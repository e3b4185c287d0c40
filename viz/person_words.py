"""The words by which names of persons are told from other capitalised words: from `persons.toml` and the register."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from seeds.persons import first_names
from seeds.register import load_register

WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
"""A word with what is joined to it by hyphens."""
_LARGE_TOWN = 50_000
_WORDS_KEPT = 1 << 14
_SHORTEST_STEM = 2
_SHORTEST_CAPITALS = 3
_TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def is_listed(word: str, key: str) -> bool:
    """Whether the word stands in this list of `persons.toml`, however it is capitalised."""
    return word.casefold() in _folded(key)


def is_written(word: str, key: str) -> bool:
    """Whether the word stands in this list exactly so."""
    return word in _exact(key)


@lru_cache(_WORDS_KEPT)
def is_first_name(word: str) -> bool:
    """Whether this is a first name, also one of two parts ("Karl-Heinz") and one in capitals."""
    known = _first_names()
    if word.isupper():
        return len(word) >= _SHORTEST_CAPITALS and all(part.casefold() in known for part in word.split("-"))
    return word[:1].isupper() and all(part[:1].isupper() and part.casefold() in known for part in word.split("-"))


@lru_cache(_WORDS_KEPT)
def is_function(word: str) -> bool:
    """Whether this names what a person is by office: "Wirtschaftsministerin", "DIHK-Präsidenten"."""
    if not word[:1].isupper() or is_listed(word, "no_functions"):
        return False
    folded = word.casefold()
    return any(folded.removesuffix(end).endswith(_endings("functions")) for end in ("", *_exact("function_endings")))


def is_plural(word: str) -> bool:
    """Whether several names may follow this title or function."""
    return word.casefold().endswith(_endings("plurals"))


@lru_cache(_WORDS_KEPT)
def is_body(word: str) -> bool:
    """Whether this makes an organisation, a street or a prize of the name before it."""
    return is_listed(word.rsplit("-", maxsplit=1)[-1], "organisations") or is_listed(word, "legal_forms")


@lru_cache(_WORDS_KEPT)
def is_thing(word: str) -> bool:
    """Whether this is a portfolio, a place or another word that is no person's name."""
    last = word.rsplit("-", maxsplit=1)[-1].casefold()
    if last in _folded("nouns") or any(is_listed(part, "places") for part in (word, last.removesuffix("s"))):
        return True
    return any(last.endswith(end) and len(last) >= len(end) + _SHORTEST_STEM for end in _endings("noun_endings"))


def is_known_place(word: str) -> bool:
    """Whether a Land, a Kreis, a region or a large town is called so."""
    return word in _places()


class Names:
    """Names of organisations, to be found in the words of a text."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for name in names:
            words = tuple(found.group().casefold() for found in WORD.finditer(name))
            if words:
                self._by_first[words[0]].add(words)

    def length_at(self, words: Sequence[str], place: int) -> int:
        """How many of these casefolded words, from this place on, are the longest name; 0 for none."""
        found = self._by_first.get(words[place], ())
        return max((len(name) for name in found if tuple(words[place : place + len(name)]) == name), default=0)


@cache
def registered_names() -> Names:
    """The names in the packaged register."""
    return Names(surface for surface, _id in load_register().surfaces())


@cache
def _places() -> frozenset[str]:
    register = load_register()
    regions = ((surface, register.region(id)) for surface, id in register.region_surfaces())
    return frozenset(
        surface for surface, region in regions if region.kind != "gemeinde" or (region.population or 0) > _LARGE_TOWN
    )


@cache
def _first_names() -> frozenset[str]:
    return _both_spellings(first_names())


@cache
def _folded(key: str) -> frozenset[str]:
    return _both_spellings(_exact(key))


def _both_spellings(words: Iterable[str]) -> frozenset[str]:
    """Casefolded, with umlauts and as file names write them."""
    folded = [word.casefold() for word in words]
    return frozenset((*folded, *(word.translate(_TRANSCRIBED) for word in folded)))


@cache
def _endings(key: str) -> tuple[str, ...]:
    return tuple(sorted(_folded(key)))


@cache
def _exact(key: str) -> frozenset[str]:
    return frozenset(_content()[key].split())


@cache
def _content() -> dict[str, str]:
    return tomllib.loads((Path(__file__).parent / "persons.toml").read_text(encoding="utf-8"))
