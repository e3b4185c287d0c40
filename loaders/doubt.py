"""Doubt: what keeps a statement from being read as taking part. In doubt a body is to be checked, never present."""

import re

from loaders.claims import Body
from loaders.lexicon import word_table
from loaders.sentence import Sentence
from loaders.sieve import Sieved

_TABLE = word_table("doubt")


def _compiled(name: str) -> Sieved:
    return Sieved("|".join(_TABLE[name]), re.IGNORECASE)


_DENIALS, _HARMLESS, _BEFORE, _ASKS = (_compiled(name) for name in ("denials", "harmless", "before", "asks"))
_RETURNED = _compiled("returned")
_OPENINGS, _TOGETHER, _APART, _OPEN_LISTS = (
    _compiled(name) for name in ("refusing_openings", "together", "apart", "open_lists")
)
_REFUSING = frozenset(_TABLE["refusing_marks"])
_CLAUSE_END = re.compile(rf"[;–]|:\s|,\s+(?:{'|'.join(_TABLE['turning'])})\b|\baber\b")
_MARK = re.compile(r"\((?P<words>[^)]{2,60})\)|\|(?P<cell>[^|]{2,40})")


def is_question(text: str, sentence: Sentence) -> bool:
    """Whether a sentence only asks."""
    return bool(_ASKS.search(text, sentence.start, sentence.end))


def is_denied(text: str, sentence: Sentence, body: Body) -> bool:
    """Whether the clause a body stands in denies, refuses or criticises something, or the word before the body does."""
    if _BEFORE.search(text, max(sentence.start, body.start - 24), body.start):
        return True
    if _RETURNED.search(text, sentence.start, sentence.end):
        return False
    start, end = _clause(text, sentence, body)
    if not _DENIALS.may_match(text, start, end):
        return False
    return bool(_DENIALS.pattern.search(_HARMLESS.pattern.sub(" ", text[start:end])))


def is_refused_item(text: str, sentence: Sentence) -> bool:
    """Whether a list item or table row says that its body is not there: "(entschuldigt)", "| nein"."""
    words = text[sentence.start : sentence.end]
    marks = {word.lower() for match in _MARK.finditer(words) for word in re.findall(r"\w+", match.group())}
    return bool(_OPENINGS.search_in(text, sentence.start, sentence.end) or marks & _REFUSING)


def speaks_of_togetherness(text: str, sentence: Sentence) -> bool:
    """Whether bodies side by side in a sentence do something together, and are not merely talked about."""
    stretch = text, sentence.start, sentence.end
    return bool(_TOGETHER.search_in(*stretch)) and not _APART.search_in(*stretch)


def is_open_list(text: str, start: int, end: int) -> bool:
    """Whether an enumeration says itself that it is not whole ("unter anderem", "darunter")."""
    return bool(_OPEN_LISTS.search(text, start, end))


def _clause(text: str, sentence: Sentence, body: Body) -> tuple[int, int]:
    start, end = sentence.start, sentence.end
    for match in _CLAUSE_END.finditer(text, sentence.start, sentence.end):
        if match.end() <= body.start:
            start = match.end()
        elif match.start() >= body.end:
            return start, match.start()
    return start, end
