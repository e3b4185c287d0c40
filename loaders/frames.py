"""Verb frames: what a clause says its subject (or agent, object, partner) is in the initiative (`german/frames.toml`).

A frame asks for words, in any order, and says where the bodies stand; so "Die Fäden zieht die IHK" and "Die IHK zieht
die Fäden" are one frame. After case grammar and its frames (Fillmore 1968; FrameNet), cut down to what a clause shows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.kinds import Role
from loaders.clauses import Clause, direct_object, find_clauses, subject
from loaders.enumeration import Body, enumeration_after
from loaders.lexicon import frame_rows
from loaders.sentence import Sentence
from loaders.sieve import Sieve, Sieved


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that must all stand in one clause, and where in it the bodies are: subject, object or behind `behind`."""

    role: Role | None
    slot: str
    words: tuple[Sieved, ...]
    behind: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame found in a clause, with its bodies; no `role` where it says that they do not take part."""

    role: Role | None
    clause: Clause
    bodies: tuple[Body, ...]


def _frame(role: str, slot: str, words: list[str]) -> Frame:
    behind = (
        None
        if slot in ("subject", "object")
        else re.compile(rf"\b(?:{slot})\b(?:\s+(?:de[rmn]|das|die))?", re.IGNORECASE)
    )
    return Frame(
        None if role == "absent" else Role(role), slot, tuple(Sieved(word, re.IGNORECASE) for word in words), behind
    )


def _frames(table: str) -> Sieve[Frame]:
    return Sieve((frame.words, frame) for frame in (_frame(*row) for row in frame_rows(table)))


FRAMES, ABSENCE_FRAMES = _frames("frames"), _frames("absence")


def read_frames(text: str, sentence: Sentence, frames: Sieve[Frame] = FRAMES) -> Iterator[Filled]:
    """The frames of a sentence, clause by clause, in the order of the table."""
    if not sentence.mentions or not frames.passing(text, sentence.start, sentence.end):
        return
    for clause in find_clauses(text, sentence.start, sentence.end):
        words = text[clause.start : clause.end].rstrip(" .!,:\n")
        for frame in frames.passing(text, clause.start, clause.end):
            if all(word.pattern.search(words) for word in frame.words):
                found = tuple(_slot(text, sentence, clause, frame))
                if found:
                    yield Filled(frame.role, clause, found)


def _slot(text: str, sentence: Sentence, clause: Clause, frame: Frame) -> list[Body]:
    if frame.behind is None:
        return (subject if frame.slot == "subject" else direct_object)(text, sentence, clause)
    for match in frame.behind.finditer(text, clause.start, clause.end):
        found = enumeration_after(text, sentence.mentions, match.end(), clause.end, target=sentence.target)
        if found:
            return found
    return []
