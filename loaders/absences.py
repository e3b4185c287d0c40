"""Absence frames, and silences: what a document says about who is not there, and about what is not known."""

import re
from collections.abc import Iterable, Iterator

from graph.kinds import Strength
from loaders.claims import Missing, Silent
from loaders.clauses import is_governed
from loaders.enumeration import Body, bodies, enumeration_after
from loaders.frames import ABSENCE_FRAMES, read_frames
from loaders.lexicon import word_table
from loaders.mention import ActorMention
from loaders.places import PlaceFinder
from loaders.sentence import Sentence
from loaders.sieve import Sieved, any_matches, sieve_of
from loaders.speech import reporter
from loaders.timing import term_of

_TABLE = word_table("absence")
_ABSENT, _AFTER = sieve_of(_TABLE["absent"]), sieve_of(_TABLE["absent_after"])
_INFORMAL, _SUPPORT = sieve_of(_TABLE["informal"]), sieve_of(_TABLE["support"])
_REVERSAL, _SILENCE = sieve_of(_TABLE["reversal"]), sieve_of(_TABLE["silence"])
_LEFT = sieve_of(_TABLE["left"])
_LABELS = re.compile("|".join(_TABLE["labels"]))
_COLON = re.compile(r":\s+(?=\S)")
_LONGEST_LABEL = 80
_OF_WHOM = re.compile(r"\s+(?:von|vom|bei|beim|in|im|der|des)\b")
_BUT = Sieved(rf"\b(?:{'|'.join(_TABLE['but'])})\b")


def read_absences(text: str, sentence: Sentence) -> Iterator[Missing]:
    """The absences a sentence states about its initiative, with their strength."""
    if sentence.target is not None and states_absence(text, sentence):
        yield from missing(text, sentence, _absent_bodies(text, sentence))


def announces_absence(text: str, start: int, end: int) -> bool:
    """Whether words before a colon announce those who do not take part: "Nicht beteiligt:"."""
    words = text[start:end].rstrip(": \n")
    return len(words) < _LONGEST_LABEL and bool(_LABELS.search(words))


def read_absent_label(text: str, sentence: Sentence) -> Iterator[Missing]:
    """Who a line with a label says is not there: "Nicht dabei: IG Metall, DGB"."""
    colon = _COLON.search(text, sentence.start, sentence.end)
    if colon is not None and announces_absence(text, sentence.start, colon.start()):
        yield from missing(text, sentence, bodies([m for m in sentence.mentions if m.start >= colon.end()]))


def missing(text: str, sentence: Sentence, absent: Iterable[Body]) -> Iterator[Missing]:
    """The absences of some bodies of a sentence, with their strength."""
    if sentence.target is None:
        return
    for body in absent:
        supports = any_matches(_SUPPORT, text, sentence.start, sentence.end)
        informal = supports and (
            any_matches(_INFORMAL, text, sentence.start, sentence.end)
            or bool(_BUT.search(text, sentence.start, sentence.end))
        )
        name = body.confidence if isinstance(body, ActorMention) else 0.95
        yield Missing(
            body, sentence.target, Strength.INFORMAL if informal else Strength.ABSENT, sentence.start, sentence.end,
            round(name * 0.95 * sentence.target_confidence, 3), reporter(text, sentence.start, sentence.end),
        )  # fmt: skip


def states_absence(text: str, sentence: Sentence) -> bool:
    """Whether a sentence speaks of somebody's absence, so that no participation is read from it."""
    if any_matches(_REVERSAL, text, sentence.start, sentence.end) or _left_on_a_date(text, sentence):
        return False
    return (
        any_matches(_ABSENT, text, sentence.start, sentence.end)
        or any_matches(_AFTER, text, sentence.start, sentence.end)
        or next(read_frames(text, sentence, ABSENCE_FRAMES), None) is not None
    )


def _left_on_a_date(text: str, sentence: Sentence) -> bool:
    return (
        any_matches(_LEFT, text, sentence.start, sentence.end)
        and term_of(text[sentence.start : sentence.end])[1] is not None
    )


def _absent_bodies(text: str, sentence: Sentence) -> list[Body]:
    framed = [body for filled in read_frames(text, sentence, ABSENCE_FRAMES) for body in filled.bodies]
    if framed:
        return list(dict.fromkeys(framed))
    for pattern in _AFTER.passing(text, sentence.start, sentence.end):
        match = pattern.search(text, sentence.start, sentence.end)
        if match:
            return enumeration_after(text, sentence.mentions, match.end(), sentence.end)
    for pattern in _ABSENT.passing(text, sentence.start, sentence.end):
        match = pattern.search(text, sentence.start, sentence.end)
        if match:
            subject = _subject(text, sentence, match.end())
            if subject or _OF_WHOM.match(text, match.end(), sentence.end):
                return subject
            return enumeration_after(text, sentence.mentions, match.end(), sentence.end)
    return []


def _subject(text: str, sentence: Sentence, end: int) -> list[Body]:
    """The first enumeration before `end` that no preposition governs: the subject, wherever the verb stands."""
    for body in bodies([m for m in sentence.mentions if m.end <= end]):
        if not is_governed(text, sentence.start, body.start):
            return enumeration_after(text, sentence.mentions, body.start, end)
    return []


def read_silence(text: str, sentence: Sentence, regions: tuple[str, ...], places: PlaceFinder) -> Iterator[Silent]:
    """The regions of which a sentence says that nothing is known: its own, else those of the heading above."""
    if not any_matches(_SILENCE, text, sentence.start, sentence.end):
        return
    named = tuple(dict.fromkeys(match.region for match in places.find(text, sentence.start, sentence.end)))
    for region in named or regions:
        yield Silent(region, sentence.start, sentence.end)
