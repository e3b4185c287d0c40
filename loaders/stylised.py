"""Stylised names: a digit in place of a letter turns a head noun into a name of its own ("N3tzwerk")."""

import re
from collections.abc import Iterator

_WORD = re.compile(r"(?<![\w-])[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]*[01345][A-Za-zäöüß]+(?![\w-])")
_LETTERS = str.maketrans("01345", "oieas")


def find_stylised(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Words with a digit between letters: start, end, and the word as it is spoken."""
    for match in _WORD.finditer(text, start, end):
        yield match.start(), match.end(), match.group().translate(_LETTERS)
