"""Verb frames: what a clause says its subject (or agent, object, partner) is in the initiative (`german/frames.toml`).

A frame asks for words, in any order, and says where the bodies stand; so "Die Fäden zieht die IHK" and "Die IHK zieht
die Fäden" are one frame. After case grammar and its frames (Fillmore 1968; FrameNet), cut down to what a clause shows.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.kinds import Role
from loaders.clauses import Clause, direct_object, find_clauses, stands_behind_person, subject
from loaders.enumeration import Body, enumeration_after
from loaders.lexicon import frame_rows, mapping_table
from loaders.mention import InitiativeMention
from loaders.sentence import Sentence
from loaders.sieve import Sieve, Sieved

_INITIATIVE = "INITIATIVE"
_PRONOUN = re.compile(r"\b(?:ihn|ihm|ihr(?! [A-ZÄÖÜ])|[Ee]s|[Ss]ie|[Ee]r|uns|[Ww]ir|[Dd]abei|[Dd]aran|[Dd]arin)\b")


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that must all stand in one clause, and where in it the bodies are: subject, object or behind `behind`.

    `on_initiative`: the clause must name the initiative too, or a pronoun for it.
    """

    role: Role | None
    slot: str
    words: tuple[Sieved, ...]
    behind: re.Pattern[str] | None = None
    on_initiative: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame found in a clause, with its bodies; no `role` where it says that they do not take part."""

    role: Role | None
    clause: Clause
    bodies: tuple[Body, ...]


def _frame(role: str, slot: str, words: list[str]) -> Frame:
    behind = (
        None
        if slot in ("subject", "object", "person")
        else re.compile(rf"\b(?:{slot})\b(?:\s+(?:de[rmn]|das|die))?", re.IGNORECASE)
    )
    return Frame(
        None if role == "absent" else Role(role),
        slot,
        tuple(Sieved(word, re.IGNORECASE) for word in words if word != _INITIATIVE),
        behind,
        _INITIATIVE in words,
    )


def _of_nouns(nouns: str, ways: str, blank: str) -> Iterator[Frame]:
    """Frames of a noun for every role: each noun of the table in each of its ways ("Träger ist …", "Als Träger …")."""
    for role, noun in mapping_table("frames", nouns).items():
        for _, slot, words in frame_rows("frames", ways):
            yield _frame(role, slot, [word.replace(blank, noun) for word in words])


def _sieve(frames: Iterable[Frame]) -> Sieve[Frame]:
    return Sieve((frame.words, frame) for frame in frames)


FRAMES = _sieve(
    (
        *(_frame(*row) for row in frame_rows("frames")),
        *_of_nouns("tasks", "of_tasks", "TASK"),
        *_of_nouns("bearers", "of_bearers", "BEARER"),
    )
)
ABSENCE_FRAMES = _sieve(_frame(*row) for row in frame_rows("absence"))


def read_frames(text: str, sentence: Sentence, frames: Sieve[Frame] = FRAMES) -> Iterator[Filled]:
    """The frames of a sentence, clause by clause, in the order of the table."""
    if not sentence.mentions or not frames.passing(text, sentence.start, sentence.end):
        return
    for clause in find_clauses(text, sentence.start, sentence.end):
        words = text[clause.start : clause.end].rstrip(" .!,:\n")
        for frame in frames.passing(text, clause.start, clause.end):
            if all(word.pattern.search(words) for word in frame.words) and _speaks_of(words, sentence, clause, frame):
                found = tuple(_slot(text, sentence, clause, frame))
                if found:
                    yield Filled(frame.role, clause, found)


def _speaks_of(words: str, sentence: Sentence, clause: Clause, frame: Frame) -> bool:
    """Whether a clause names the initiative, where the frame asks for it."""
    if not frame.on_initiative or _PRONOUN.search(words):
        return True
    return any(isinstance(m, InitiativeMention) and clause.start <= m.start < clause.end for m in sentence.mentions)


def _is_attribute(text: str, sentence: Sentence, behind: re.Match[str]) -> bool:
    """Whether "bei" only says where a body before it belongs: "der Lenkungskreis Handwerk beim Regierungspräsidium"."""
    begins = behind.group().lower().startswith("bei")
    return begins and any(text[actor.end : behind.start()].isspace() for actor in sentence.actors)


def _slot(text: str, sentence: Sentence, clause: Clause, frame: Frame) -> list[Body]:
    if frame.behind is None:
        found = (direct_object if frame.slot == "object" else subject)(text, sentence, clause)
        return [b for b in found if frame.slot != "person" or stands_behind_person(text, clause, b)]
    for match in frame.behind.finditer(text, clause.start, clause.end):
        if _is_attribute(text, sentence, match):
            continue
        found = enumeration_after(text, sentence.mentions, match.end(), clause.end, target=sentence.target)
        if found:
            return found
    return []
