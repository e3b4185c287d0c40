"""What a regular expression needs: letters without which it matches nowhere, read off the expression itself.

"(?:gehör|zähl)en\\s+zu" needs "gehör" or "zähl", and "zu". Nobody keeps these lists by hand, so they are never stale.
What is not understood is not needed: a need too few costs time, never a match.
"""

import importlib
from collections.abc import Iterator, Sequence
from typing import cast

PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzäöüß0123456789")
"""Small letters that are written in one way only, so that they are found whatever a pattern says of case."""

Need = frozenset[str]
"""Letters of which one lies inside a word of every match."""

_Item = tuple[object, object]
_SHORTEST = 2


def needs_of(pattern: str, flags: int = 0) -> tuple[Need, ...]:
    """The needs of a pattern, in small letters; a match has all of them."""
    try:
        tree = cast("Sequence[_Item]", importlib.import_module("re._parser").parse(pattern, flags))
    except (ImportError, AttributeError):
        return ()
    return tuple(dict.fromkeys(_needs(tree)))


def _needs(items: Sequence[_Item]) -> Iterator[Need]:
    letters = ""
    for code, value in items:
        letter = _letter(str(code), value)
        if letter:
            letters += letter
            continue
        yield from _of_letters(letters)
        letters = ""
        yield from _inside(str(code), value)
    yield from _of_letters(letters)


def _of_letters(letters: str) -> Iterator[Need]:
    if len(letters) >= _SHORTEST:
        yield frozenset([letters])


def _letter(code: str, value: object) -> str:
    """The one letter an item stands for, small; nothing where it may stand for several."""
    if code == "LITERAL" and isinstance(value, int):
        return _plain(value)
    if code == "IN" and isinstance(value, list):
        letters = {_letter(str(kind), one) if str(kind) == "LITERAL" else "" for kind, one in value}
        return letters.pop() if len(letters) == 1 else ""
    return ""


def _plain(code_point: int) -> str:
    letter = chr(code_point).lower()
    return letter if letter in PLAIN else ""


def _inside(code: str, value: object) -> Iterator[Need]:
    """The needs of what an item holds inside: the parser puts it last."""
    held: list[object] = list(value) if isinstance(value, tuple) else [0]
    if code == "ATOMIC_GROUP":
        yield from _needs(cast("Sequence[_Item]", value))
    elif code == "SUBPATTERN" or (code.endswith("_REPEAT") and isinstance(held[0], int) and held[0] > 0):
        yield from _needs(cast("Sequence[_Item]", held[-1]))
    elif code == "BRANCH":
        yield from _of_branches([tuple(_needs(branch)) for branch in cast("Sequence[Sequence[_Item]]", held[-1])])


def _of_branches(branches: Sequence[tuple[Need, ...]]) -> Iterator[Need]:
    """One need of all branches together: the most telling one of each."""
    if all(branches):
        yield frozenset[str]().union(*(max(needs, key=telling) for needs in branches))


def telling(need: Need) -> tuple[int, int]:
    """How much a need says: the longer its shortest letters the more, then the fewer of them."""
    return min(map(len, need)), -len(need)
