"""Contrasts: a sentence that says of some that they take part and of others that they do not.

"Beteiligt sind alle Kammern, nicht aber der DGB", "Mit Ausnahme des DGB …", "Während die Kammern mitarbeiten, …".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.clauses import find_clauses
from loaders.enumeration import Body, enumeration_after
from loaders.lexicon import word_table
from loaders.sentence import Sentence
from loaders.sieve import sieve_of

_TABLE = word_table("absence")
_EXCEPTIONS = sieve_of(_TABLE["exceptions"])
_PARTING = re.compile("|".join(_TABLE["parting"]))
_LEADING = re.compile("|".join(_TABLE["leading"]))


def find_excepted(text: str, sentence: Sentence) -> list[Body]:
    """Who is named as the exception, if anybody is."""
    for pattern in _EXCEPTIONS.passing(text, sentence.start, sentence.end):
        match = pattern.search(text, sentence.start, sentence.end)
        if match is not None:
            return enumeration_after(text, sentence.mentions, match.end(), sentence.end)
    return []


def without(text: str, sentence: Sentence, excepted: list[Body]) -> Sentence:
    """The sentence as if it did not name the exception: cut before it where nothing else follows."""
    first = min(body.start for body in excepted)
    left = tuple(m for m in sentence.mentions if m not in excepted)
    cut = [match.start() for match in re.finditer(r",\s", text[sentence.start : first])]
    if cut and not any(m.start > first for m in left):
        return replace(sentence, end=sentence.start + cut[-1], mentions=tuple(m for m in left if m.end <= first))
    return replace(sentence, mentions=left)


def find_sides(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """The sides of a sentence that sets one clause against another; the sentence itself where it does not."""
    leading = _LEADING.match(text, sentence.start, sentence.end)
    cuts = [match.span() for match in _PARTING.finditer(text, sentence.start, sentence.end)]
    if leading:
        clauses = tuple(find_clauses(text, sentence.start, sentence.end))
        cuts += [(clauses[0].end, clauses[1].start)] if len(clauses) > 1 else []
    begin = sentence.start
    for start, stop in sorted(cuts):
        if begin < start:
            yield sentence.part(begin, start)
        begin = max(begin, stop)
    yield sentence.part(begin, sentence.end)
