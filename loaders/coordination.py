"""Coordination: one head for several names, one complement for several heads.

"IHK und Handwerkskammer Frankfurt a.M." are two chambers; "Hochschulen Anhalt und Harz" are two universities. Every
member gets a mention of its own on the same stretch of text, marked as expanded.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from loaders.lexicon import alternatives, mapping_table
from loaders.mention import GRAMMAR, ActorMention
from loaders.names import kind_of

_HEADS = mapping_table("organisations", "acronyms") | {
    "Industrie- und Handelskammer": "chamber:ihk",
    "Handelskammer": "chamber:ihk",
    "Handwerkskammer": "chamber:hwk",
    "Universität": "university",
    "Hochschule": "university",
    "Fachhochschule": "university",
    "Stadt": "public_body",
    "Landkreis": "public_body",
    "Kreis": "public_body",
}
_SHARED_COMPLEMENT = re.compile(rf"(?<![\w-])(?P<head>{alternatives(_HEADS)})\s+(?:und|sowie|/)\s+(?:die\s+|der\s+)?$")
_COMPLEMENT = re.compile(
    r"^(?:[\w-]+?(?:kammer|universität|hochschule|stadt|kreis)|[A-ZÄÖÜ]{2,4})\b(?P<complement>\s.+)$"
)
_SINGULAR = mapping_table("coordination", "singular")
_NAME = r"[A-ZÄÖÜ][\w-]+(?:\s(?:an der|am|a\.)\s?[A-ZÄÖÜ]\w+)?(?:[ ][A-ZÄÖÜ][\w-]+)?"
_SHARED_HEAD = re.compile(
    rf"(?<![\w-])(?P<head>{alternatives(_SINGULAR)})\s+"
    rf"(?P<names>{_NAME}(?:,\s+{_NAME})*\s+(?:und|sowie)\s+{_NAME})"
)
_BETWEEN = re.compile(r",\s+|\s+(?:und|sowie)\s+")
_WITH_HEAD = re.compile(r"[a-zäöüß-](?:kreis|[Kk]reis)$")
"""A name that brings its head along: "Landkreise Kassel und Werra-Meißner-Kreis"."""
_LOCATED = re.compile(r"\b(?:in|aus|zwischen|bei)\s+(?:den\s+)?$")
Resolve = Callable[[ActorMention], ActorMention]


def expand(
    text: str, start: int, end: int, mentions: tuple[ActorMention, ...], resolve: Resolve
) -> tuple[ActorMention, ...]:
    """The mentions with shared heads and shared complements written out; sorted by place."""
    shared = tuple(_shared_heads(text, start, end, resolve))
    kept = [m for m in mentions if not any(m.start < s.end and s.start < m.end for s in shared)]
    completed: list[ActorMention] = []
    for mention in kept:
        completed.extend(_with_shared_complement(text, start, mention, resolve))
    return tuple(sorted((*completed, *shared), key=lambda mention: (mention.start, mention.end, mention.name)))


def _with_shared_complement(text: str, start: int, mention: ActorMention, resolve: Resolve) -> Iterator[ActorMention]:
    left = _SHARED_COMPLEMENT.search(text, max(start, mention.start - 60), mention.start)
    complement = _COMPLEMENT.match(text[mention.start : mention.end])
    if left is None or complement is None:
        yield mention
        return
    kind, chamber = kind_of(_HEADS[left["head"]])
    name = f"{left['head']}{complement['complement']}"
    yield resolve(ActorMention(left.start("head"), mention.end, name, kind, chamber, GRAMMAR, expanded=True))
    yield replace(mention, expanded=True)


def _shared_heads(text: str, start: int, end: int, resolve: Resolve) -> Iterator[ActorMention]:
    for match in _SHARED_HEAD.finditer(text, start, end):
        if _LOCATED.search(text, max(start, match.start() - 30), match.start()):
            continue
        singular, _, code = _SINGULAR[match["head"]].partition("|")
        kind, chamber = kind_of(code)
        position = match.start("names")
        for number, name in enumerate(_BETWEEN.split(match["names"])):
            place = text.index(name, position)
            position = place + len(name)
            begin = place if number else match.start()
            whole = name if number and _WITH_HEAD.search(name) else f"{singular} {name}"
            mention = ActorMention(begin, position, whole, kind, chamber, GRAMMAR, expanded=True)
            yield resolve(mention)
