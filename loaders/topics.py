"""Topics of initiatives: the items a sentence announces, behind it or as bullets below (`german/topics.toml`).

Only what the text itself calls a topic, field or aim, in its own words.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.document import BlockKind
from loaders.initiatives import Draft
from loaders.lexicon import word_table
from loaders.scan import Scan
from loaders.sentence import Sentence

_TABLE = word_table("topics")
_ANNOUNCE, _OPENS, _NEVER = (re.compile("|".join(_TABLE[name])) for name in ("announce", "opens", "never"))
_SPLIT = re.compile(r",\s+|;\s*|\s+sowie\s+|\s+und\s+(?=[A-ZÄÖÜa-zäöü])")
_ARTICLE = re.compile(r"^(?:d(?:er|ie|as|en|em)|eine?[nmr]?)\s+")
_LEAST, _LONGEST, _MOST_WORDS, _MOST = 4, 60, 6, 12


def with_topics(scan: Scan, sentences: tuple[Sentence, ...], drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts with their topics, each once, in the order of the text; twelve at most."""
    topics: dict[int, list[str]] = {}
    for position, sentence in enumerate(sentences):
        if sentence.target is None or not _ANNOUNCE.search(scan.text[sentence.start : sentence.end]):
            continue
        found = topics.setdefault(sentence.target, [])
        items = list(_below(scan, sentences, position)) or list(_behind(scan.text, sentence))
        found += [item for item in items if item not in found]
    return tuple(replace(draft, topics=tuple(topics.get(draft.index, [])[:_MOST])) for draft in drafts)


def _below(scan: Scan, sentences: tuple[Sentence, ...], position: int) -> Iterator[str]:
    """The bullets right under an announcement that end no sentence and name nobody."""
    for sentence in sentences[position + 1 :]:
        if sentence.block is not BlockKind.BULLET or sentence.section != sentences[position].section:
            return
        item = _ARTICLE.sub("", scan.text[sentence.start : sentence.end].strip(" .,;"))
        if _is_topic(item) and not sentence.actors:
            yield item


def _behind(text: str, sentence: Sentence) -> Iterator[str]:
    """The items of an enumeration behind the announcement, in the same sentence."""
    words = text[sentence.start : sentence.end].rstrip(" .")
    cue = _ANNOUNCE.search(words)
    opens = _OPENS.search(words, cue.start()) if cue else None
    if opens is None or sentence.actors:
        return
    items = [_ARTICLE.sub("", item.strip()) for item in _SPLIT.split(words[opens.end() :])]
    if len(items) > 1 and all(_is_topic(item) for item in items):
        yield from items


def _is_topic(item: str) -> bool:
    """Whether an item is a short phrase with a noun in it."""
    fits = _LEAST <= len(item) <= _LONGEST and len(item.split()) <= _MOST_WORDS
    return fits and not _NEVER.search(item) and any(word[:1].isupper() for word in item.split())
