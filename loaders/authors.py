"""The body that speaks: in its annual report, newsletter or paper "wir" is the body itself.

Who gives a text out stands in its first lines, alone beside the sort of text. Where an initiative stands there, or two
bodies, "wir" stays nobody; so does a "wir" in a quotation.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.lexicon import word_table
from loaders.mention import ANAPHORA, ActorMention, InitiativeMention
from loaders.scan import Scan
from loaders.sentence import Sentence

_GIVEN_OUT = re.compile("|".join(word_table("layout")["given_out"]))
_WE = re.compile(r"(?<![\w„])[Ww]ir(?!\w)")
_QUOTED = re.compile(r"„[^“”\"]*[“”\"]?")
_FIRST_BLOCKS = 2


def with_author(scan: Scan, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences, those that say "wir" with a mention of the body that gives the text out, where one does."""
    author = _author_of(scan)
    for sentence in sentences:
        said = _said(scan.text, sentence) if author else None
        if author is None or said is None:
            yield sentence
            continue
        speaking = replace(author, start=said[0], end=said[1], method=ANAPHORA, expanded=False, pronoun=True)
        mentions = sorted((*sentence.mentions, speaking), key=lambda m: (m.start, m.end))
        yield replace(sentence, mentions=tuple(mentions))


def _author_of(scan: Scan) -> ActorMention | None:
    """The one body that the first lines name beside a sort of text; None in doubt."""
    blocks = sorted(scan.mentions, key=lambda block: block.start)[:_FIRST_BLOCKS]
    found = [mention for block in blocks for mention in scan.mentions[block]]
    if any(isinstance(m, InitiativeMention) and not m.pointing for m in found):
        return None
    bodies = {m.row or m.name: m for m in reversed(found) if isinstance(m, ActorMention) and m.complete}
    told = any(_GIVEN_OUT.search(scan.text, block.start, block.end) for block in blocks)
    return next(iter(bodies.values())) if told and len(bodies) == 1 else None


def _said(text: str, sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence says "wir" for itself, not in quotation marks."""
    quoted = [match.span() for match in _QUOTED.finditer(text, sentence.start, sentence.end)]
    for match in _WE.finditer(text, sentence.start, sentence.end):
        if not any(start <= match.start() < end for start, end in quoted):
            return match.span()
    return None
