"""Signatures: who signs an agreement, line by line below it: "Für die IHK Kassel: Eva Muster".

A signature is a line of its own: "für", one body, a colon, then a person or a line to sign on.
"""

import re
from collections.abc import Iterator

from graph.kinds import Role
from loaders.claims import Taking
from loaders.document import BlockKind
from loaders.lexicon import word_table
from loaders.sentence import Sentence
from seeds.persons import first_names

_WORDS = {name: "|".join(words) for name, words in word_table("signatures").items()}
_FOR = re.compile(rf"\W*(?:{_WORDS['for_whom']})\s+(?:(?:die|den|das)\s+)?")
_SIGNED = re.compile(
    rf"\s*:\s*(?:[_.…]{{3,}}|(?P<title>(?:(?:{_WORDS['signed']})\s*)+)?(?P<first>[A-ZÄÖÜ]\w+)(?:-\w+)?"
    r"(?:\s+(?:(?:von|zu)\s+)?[A-ZÄÖÜ][\w.-]+){1,3})\s*"
)
_CONFIDENCE = 0.95


def read_signatures(text: str, sentence: Sentence) -> Iterator[Taking]:
    """The body for which a line is signed: a member of what the agreement above it is on."""
    if sentence.block is not BlockKind.KEY_VALUE or sentence.target is None or len(sentence.actors) != 1:
        return
    [body] = sentence.actors
    signed = _SIGNED.fullmatch(text, body.end, sentence.end)
    if signed is None or not _FOR.fullmatch(text, sentence.start, body.start):
        return
    if signed["first"] is None or signed["title"] or signed["first"] in first_names():
        confidence = round(body.confidence * _CONFIDENCE * sentence.target_confidence, 3)
        yield Taking(body, sentence.target, Role.MEMBER, sentence.start, sentence.end, confidence, "signature")
