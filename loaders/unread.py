"""What stays unread: names, words of a kind and words of taking part of which no fact was made.

Three sorts, in a sentence that is no heading: a body that no claim tells of; something with a capital that stands
among bodies that take part and is no body yet ("die IHK, Moselglas Wittlich und der DGB"); and a word of taking part
(`german/unread.toml`) in a sentence on an initiative that gave nothing at all.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.kinds import ActorKind, ChamberType, UnreadReason
from loaders.claims import Belonging, Body, Claim, Interested, Missing, Taking
from loaders.document import BlockKind
from loaders.lexicon import word_table
from loaders.mention import ActorMention, InitiativeMention
from loaders.sentence import Sentence
from loaders.sieve import sieve_of

_TABLE = word_table("unread")
_CUES = sieve_of(_TABLE["cues"])
_NOBODY = re.compile("|".join(_TABLE["nobody"]))
_NAME = re.compile(
    r"(?:[,*•]|\b(?:und|sowie|durch|von|vom|der\s+Verein|Agentur|Firma))\s+(?:(?:de[rmn]|die|das)\s+)?"
    r"(?P<name>[A-ZÄÖÜ][\w.&-]*[\w&-](?:[ \t]+(?:&[ \t]+)?[A-ZÄÖÜ][\w.&-]*[\w&-]){0,4})(?=\s*[,.;:]|\s+[a-zäöü]|$)"
)
_FIRST = re.compile(r"(?P<name>[A-ZÄÖÜ][\w&-]+(?:[ \t]+(?:&[ \t]+)?[A-ZÄÖÜ][\w&-]+){0,4})(?=\s*(?:[,;]|$))")
"""What an item of a list begins with, where more follows behind a comma."""

_IS_NAME = re.compile(r"\s|[a-zäöüß][A-ZÄÖÜ]|\w-[A-ZÄÖÜ]")
"""What sets a name apart from a noun where both are written large: a second word, a capital inside, a hyphen."""

_ITEMS = frozenset({BlockKind.BULLET, BlockKind.KEY_VALUE})


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A word that no fact was made of; `start`, `end` are the sentence. No `kind`: it only speaks of taking part."""

    start: int
    end: int
    word: str
    kind: ActorKind | None
    chamber_type: ChamberType | None
    initiative: int | None
    reason: UnreadReason


def find_unclaimed(
    text: str, sentences: Iterable[Sentence], claims: Iterable[Claim], withheld: Iterable[Claim]
) -> Iterator[Unclaimed]:
    """The places without a fact, in the order of the text; those of withheld claims say so."""
    kept = tuple(claims)
    told = {(c.who.start, c.who.end, c.who.kind) for c in kept if isinstance(c, Taking | Missing)}
    held = {(c.who.start, c.who.end, c.who.kind) for c in withheld if isinstance(c, Taking | Missing)}
    enumerating = {(c.start, c.end) for c in kept if isinstance(c, Taking | Missing)}
    read = enumerating | {(c.start, c.end) for c in kept if isinstance(c, Belonging | Interested)}
    for sentence in sentences:
        left = [body for body in _bodies(sentence) if _key(body) not in told]
        for body in left:
            reason = UnreadReason.WITHHELD if _key(body) in held else UnreadReason.NO_FACT
            yield _unclaimed(sentence, body, reason)
        if sentence.block is BlockKind.HEADING:
            continue
        stretch = (sentence.start, sentence.end)
        words = _names_left(text, sentence, told) if stretch in enumerating else ()
        if stretch not in read and not left:
            words = _first_cue(text, sentence)
        for word in words:
            yield Unclaimed(*stretch, word, None, None, sentence.target, UnreadReason.NO_FACT)


def _bodies(sentence: Sentence) -> list[Body]:
    named = [mention for mention in sentence.mentions if not isinstance(mention, InitiativeMention)]
    return [body for body in named if not (isinstance(body, ActorMention) and body.pronoun)]


def _key(body: Body) -> tuple[int, int, ActorKind]:
    return body.start, body.end, body.kind


def _unclaimed(sentence: Sentence, body: Body, reason: UnreadReason) -> Unclaimed:
    word = body.name if isinstance(body, ActorMention) else body.word
    return Unclaimed(sentence.start, sentence.end, word, body.kind, body.chamber_type, sentence.target, reason)


def _names_left(text: str, sentence: Sentence, told: set[tuple[int, int, ActorKind]]) -> tuple[str, ...]:
    """What stands with a capital where a body could, and is none; lists have bodies that the sentence does not know."""
    taken = [(mention.start, mention.end) for mention in sentence.mentions]
    taken += [(start, end) for start, end, _ in told if sentence.start <= start < sentence.end]
    found = list(_NAME.finditer(text, sentence.start, sentence.end))
    if sentence.block in _ITEMS and (first := _FIRST.match(text, sentence.start, sentence.end)):
        found = [first, *found]
    free = (m for m in found if not any(start < m.end("name") <= end for start, end in taken))
    inside = sentence.block in _ITEMS
    return tuple(m["name"] for m in free if not _NOBODY.match(m["name"]) and (inside or _IS_NAME.search(m["name"])))


def _first_cue(text: str, sentence: Sentence) -> tuple[str, ...]:
    found = (p.search(text, sentence.start, sentence.end) for p in _CUES.passing(text, sentence.start, sentence.end))
    first = min((match for match in found if match), key=lambda match: match.start(), default=None)
    return (first.group(),) if first else ()
