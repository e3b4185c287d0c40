"""Head nouns: words found by how they end ("Wirtschaftsverband", "Industriedialog"), without trying every word.

A pattern of head nouns is tried only where a word holds one of its endings, and at the few words before it that may
belong to it: "Industrie- und Handelskammer", "vier große Hochschulen". What it finds is what searching all would find.
Word lists may change freely. A pattern that reaches further back, or begins with no word, is a `Sieved` instead.
"""

import re
from collections.abc import Iterator

from loaders.sieve import mark_of_one, marks_of
from loaders.words import Words, words_around

_JOINING = "-/_."
_AND = frozenset({"und", "sowie", "oder", "u"})
_BEFORE = 3


class HeadPattern:
    """A pattern whose matches end in a head noun and begin at a word at most three before it.

    Halves and joined words ("Wirtschafts-, Arbeits- und …") are not counted.
    """

    __slots__ = ("_mark", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self._mark = mark_of_one(pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self.pattern.search(text)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in a stretch, left to right."""
        words, first, behind = words_around(text, start, end)
        marks, wanted = marks_of(words), self._mark
        tried, last = first, start
        for number in range(first, behind):
            if wanted & ~marks[number]:
                continue
            for begin in range(max(tried, _reach_back(words, number, first)), number + 1):
                place = max(words.starts[begin], start)
                if place < last:
                    continue
                match = self.pattern.match(text, place, end)
                if match:
                    yield match
                    last = match.end()
            tried = number + 1


def _reach_back(words: Words, number: int, first: int) -> int:
    """The first word that may belong to a match whose head noun is this word."""
    begin = _halves_before(words, number, first)
    for _ in range(_BEFORE):
        begin = _halves_before(words, max(begin - 1, first), first)
    return begin


def _halves_before(words: Words, number: int, first: int) -> int:
    """Where the halves and joined words before a word begin: "Wirtschafts-, Arbeits- und …"."""
    text, starts, ends = words.text, words.starts, words.ends
    while number > first:
        before = number - 1
        is_joined = starts[number] - ends[before] == 1 and text[ends[before]] in _JOINING
        if is_joined or text[ends[before]] == "-":
            number = before
        elif words.written[before] in _AND and before > first and text[ends[before - 1]] == "-":
            number = before - 1
        else:
            return number
    return number
