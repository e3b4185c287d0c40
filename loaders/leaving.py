"""Leaving: who took part once and is gone by the document's own word, whether or not it says when.

With a date of its own the part ends there; without one it ends, at the latest, on the day of the document. A document
without a date only says that they are no longer there: an absence. A word of leaving counts for the bodies of its own
stretch of the sentence ("Die IHK ist ausgetreten, der DGB kam hinzu").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from graph.dates import find_dates
from graph.kinds import Strength
from loaders.claims import Body, Claim, Missing, Taking
from loaders.enumeration import bodies
from loaders.lexicon import word_table
from loaders.sentence import Sentence
from loaders.sieve import Sieved, any_matches, sieve_of
from loaders.timing import term_of

_TABLE = word_table("leaving")
_LEFT = sieve_of(_TABLE["left"])
_STAYED = Sieved("|".join(_TABLE["stayed"]))
_PARTING = re.compile(r"[,;–]|\bund\b")
_JOINING = re.compile(r"(?:[\s,;/&()–“”„\"]|\b(?:und|sowie|oder|auch|wie|d(?:er|ie|as|em|en|es))\b)*")


def with_endings(text: str, sentence: Sentence, claims: Iterable[Claim], date: str | None) -> Iterator[Claim]:
    """The claims of a sentence, those of bodies that left with an end, or as absences; `date` is the document's."""
    if not _says_left(text, sentence.start, sentence.end):
        yield from claims
        return
    stretches = _stretches(text, sentence)
    for claim in claims:
        yield _ended(text, claim, _around(stretches, claim.who), date) if isinstance(claim, Taking) else claim


def _ended(text: str, claim: Taking, stretch: tuple[int, int], date: str | None) -> Claim:
    words = text[stretch[0] : stretch[1]]
    since, until = term_of(words)
    if not _says_left(text, *stretch):
        return replace(claim, since=since, until=until)
    until = until or next((found.iso for found in reversed(find_dates(words)) if found.iso != since), date)
    if until is None:
        return Missing(
            claim.who, claim.initiative, Strength.ABSENT, claim.start, claim.end, claim.confidence, claim.reported_by
        )
    return replace(claim, since=since, until=until)


def _says_left(text: str, start: int, end: int) -> bool:
    said = any_matches(_LEFT, text, start, end)
    return said and not _STAYED.search(text, start, end)


def _around(stretches: list[tuple[int, int]], body: Body) -> tuple[int, int]:
    return next((one for one in reversed(stretches) if one[0] <= body.start), stretches[0])


def _stretches(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    """A sentence cut where a new body begins after a comma or "und"; bodies side by side stay together."""
    cuts = [sentence.start]
    found = bodies(sentence.mentions)
    for before, body in pairwise(found):
        if before.end <= body.start and not _JOINING.fullmatch(text, before.end, body.start):
            parting = [match.end() for match in _PARTING.finditer(text, before.end, body.start)]
            cuts.extend(parting[-1:])
    return list(zip(cuts, [*cuts[1:], sentence.end], strict=True))
