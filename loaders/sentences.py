"""Sentences with offsets: an own splitter that knows German abbreviations and dates."""

import re
from collections.abc import Iterator

from loaders.lexicon import word_table

_ABBREVIATIONS = frozenset(word_table("abbreviations")["words"])
_END = re.compile(r"[.!?…][\"“”'’)\]]*(?=\s|$)|\n")
_LAST_WORD = re.compile(r"[\w.|]+\.$")
_AFTER_NAMES = frozenset(("e.v.", "v.", "co.", "usw.", "etc.", "a.m.", "m."))
_STARTER = re.compile(
    r"\s+(?:Sie|Er|Es|Die|Der|Das|Dies\w*|Im|In|Ziel|Auch|Dabei|Damit|Seit|Mit|Zu|Nach|Für|Wir|Ihr\w*|Sein\w*|Weiter\w*)\s"
)
_SMALL_NAMES = ("ver.di", "ver.di,", "bayme", "vbw", "vbm")
_LETTER = re.compile(r"\S")
_FULL_LINE = 55
_ORDINAL = re.compile(r"(?:^|\D)\d{1,2}\.$")


def find_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch of text as (start, end), without outer blanks, in order."""
    begin = start
    for match in _END.finditer(text, start, end):
        if match.group() != "\n" and not _ends(text, begin, match.start(), match.end(), end):
            continue
        if match.group() == "\n" and _is_wrapped(text, begin, match.start(), match.end(), end):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _is_wrapped(text: str, begin: int, newline: int, after: int, end: int) -> bool:
    """Whether a line only breaks because it is full, so that the sentence goes on in the next one."""
    if after < end and text[after].islower():
        return True
    line = newline - max(text.rfind("\n", 0, newline) + 1, 0)
    return line >= _FULL_LINE and text[newline - 1] not in ".!?:;"


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if right > left:
        yield left, right


def _ends(text: str, begin: int, dot: int, after: int, end: int) -> bool:
    """Whether a full stop ends the sentence that began at `begin`."""
    if text[dot] != ".":
        return True
    following = _LETTER.search(text, after, end)
    follower = following.group() if following else ""
    if follower.islower() and not text.startswith(_SMALL_NAMES, following.start() if following else end, end):
        return False
    if follower in (",", ";", ":"):
        return False
    sentence = text[max(begin, dot - 24) : dot + 1]
    word = _LAST_WORD.search(sentence)
    if word and word.group().lower() in _ABBREVIATIONS and follower:
        return word.group().lower() in _AFTER_NAMES and bool(_STARTER.match(text, after, end))
    quotes = text[begin:dot]
    if quotes.count("„") > quotes.count("“") + quotes.count("”") + quotes.count('"') % 2:
        return "„" in quotes and len(quotes) - quotes.rfind("„") > 80
    return not (_ORDINAL.search(sentence) and follower.isupper())
