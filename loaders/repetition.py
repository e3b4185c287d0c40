"""Names that only repetition gives away: a title, or words in quotation marks, that the text goes on to use."""

import re
from collections.abc import Iterator

from graph.keys import fold
from loaders.document import BlockKind, SourceText
from loaders.initiative_names import find_initiative_names, find_quoted
from loaders.lexicon import word_set, word_table
from loaders.outline import Section

_STOP = frozenset(map(fold, word_set("initiatives", "stop_headings")))
_TITLES = 3
_CUT = re.compile(r"\s*[:|]\s*|\s[–-]\s")
_NAME = re.compile(r"(?:[A-ZÄÖÜ0-9][\w.&-]*|der|die|das|des|für|und|in|im|am|an)(?:\s+|$)")
_ORGANISATION = re.compile(rf"\b(?:{'|'.join(word_table('organisations')['in_no_title'])})\b")


def find_repeated(source: SourceText, sections: tuple[Section, ...]) -> Iterator[tuple[int, int, int]]:
    """(start, end, section) of names in the first titles that the text below repeats; none that has a head noun."""
    text = source.document.text
    for index, section in enumerate(sections[:_TITLES]):
        if section.heading is None:
            continue
        start, end = section.heading.start, section.heading.end
        below = " ".join(source.slice(b) for b in source.blocks if b.kind is not BlockKind.HEADING and b.start > end)
        for begin, stop in (*find_quoted(text, start, end), *_halves(text, start, end)):
            if _could_name(text[begin:stop]) and _is_used(text[begin:stop], below):
                yield begin, stop, index
                break


def _halves(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for cut in _CUT.finditer(text, start, end):
        yield begin, cut.start()
        begin = cut.end()
    yield begin, end


def _could_name(words: str) -> bool:
    parts = words.split()
    if not 2 <= len(parts) <= 6 or _ORGANISATION.search(words) or fold(parts[0]) in _STOP:
        return False
    has_head = any(name.named for name in find_initiative_names(words, 0, len(words)))
    return not has_head and sum(len(m.group()) for m in _NAME.finditer(words)) >= len(words) and words[0].isupper()


def _is_used(name: str, below: str) -> bool:
    """Whether the text uses the words as a name: with an article or in quotation marks."""
    written = re.escape(name)
    return bool(re.search(rf"(?:\b[Dd](?:er|ie|as|em|en|es)\s+|[„“\"]){written}", re.sub(r"\s+", " ", below)))
