"""What a document has made known of itself: its initiatives' names and its abbreviations, found again in a block."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.keys import fold
from loaders.document import Block
from loaders.initiative_names import find_initiative_names, find_quoted
from loaders.initiatives import Draft
from loaders.lexicon import word_set
from loaders.mention import ANAPHORA, ActorMention, InitiativeMention
from loaders.surfaces import SurfaceIndex

_ABBREVIATION = re.compile(r"\s?\((?:kurz\s+)?[„\"]?(?P<short>[A-ZÄÖÜ][\wÄÖÜäöü-]{1,11})[“\"]?\)")
_POINTER = re.compile(
    r"(?<![\w-])(?:[Dd](?:er|ie|as|em|en|es)|[Ii]m|[Aa]m|[Bb]eim|[Zz]um|[Zz]ur|[Vv]om|[Dd]iese[rsmn]?|[Uu]nsere?[rsmn]?)"
    r"\s+(?:[a-zäöü]\w+\s+)?(?P<noun>[A-ZÄÖÜ][\wäöüß-]+)"
)
_NESTED = word_set("initiatives", "nested")
_SHORTENED = word_set("initiatives", "shortened")
_NAMED_BEHIND = re.compile(r"\s+(?:de[rs]\s+)?[A-ZÄÖÜ]")
_DEFINITE = re.compile(r"\b(?:[Dd](?:er|ie|as|em|es|en)|[Vv]om|[Bb]eim|[Zz]ur|[Zz]um)\s+$")
_FARTHEST = 1500
_SHORTEST_NAME = 6
_LONGEST_BEGINNING = 8


@dataclass(frozen=True, slots=True)
class Known:
    """A document's own words: `abbreviations` stand for the organisations they were put behind in brackets.

    `spans` are the places of its initiatives, sorted: start, end, the draft's number.
    """

    text: str
    drafts: tuple[Draft, ...]
    abbreviations: dict[str, ActorMention]
    short_forms: SurfaceIndex
    said: tuple[ActorMention, ...]
    names: SurfaceIndex
    spans: tuple[tuple[int, int, int], ...]
    beginnings: dict[str, frozenset[int]]

    @classmethod
    def of(cls, text: str, drafts: tuple[Draft, ...], found: dict[Block, tuple[ActorMention, ...]]) -> "Known":
        """What the names found so far make known."""
        bound = _abbreviations(text, found)
        said = tuple(sorted((a for actors in found.values() for a in actors if a.complete), key=lambda a: a.end))
        short_forms = SurfaceIndex((short, short) for short in bound)
        spans = tuple(sorted((start, end, draft.index) for draft in drafts for start, end in draft.spans))
        return cls(text, drafts, bound, short_forms, said, _name_index(drafts), spans, _beginnings(drafts))

    def actors(self, block: Block, actors: tuple[ActorMention, ...]) -> list[ActorMention]:
        """The organisations of a block, those among them that an abbreviation names."""
        short = [
            replace(self.abbreviations[match.keys[0]], start=match.start, end=match.end, expanded=False)
            for match in self.short_forms.find(self.text, block.start, block.end)
            if self.text[match.start - 1 : match.start] != "("
        ]
        actors = tuple(actor for actor in actors if not _repeats(self.text, actor, actors))
        actors = tuple(actor if actor.complete else self._meant(actor) for actor in actors)
        free = [found for found in short if not any(_lies_inside(found, actor) for actor in actors)]
        return [*free, *(a for a in actors if not any(s.start < a.end and a.start < s.end for s in free))]

    def _meant(self, bare: ActorMention) -> ActorMention:
        """A definite "die Kammer" is the last body with that head noun; the bare mention itself where there is none."""
        head = fold(bare.name)
        if bare.plural or not _DEFINITE.search(self.text, max(0, bare.start - 12), bare.start):
            return bare
        nearest = bisect_right(self.said, bare.start, key=lambda actor: actor.end)
        for number in range(nearest - 1, -1, -1):
            earlier = self.said[number]
            if earlier.end <= bare.start - _FARTHEST:
                break
            if earlier.kind is bare.kind and head in fold(self.text[earlier.start : earlier.end]):
                return replace(earlier, start=bare.start, end=bare.end, method=ANAPHORA, expanded=False)
        return bare

    def initiatives(self, block: Block) -> list[InitiativeMention]:
        """Where a block names one of the document's initiatives or points back to one, longest names only."""
        named = [
            InitiativeMention(start, end, draft.index, name=draft.name, type=draft.type)
            for start, end, draft in self._spans_in(block)
        ]
        named += self._names_again(block)
        named += self._short_quoted(block)
        outer = [m for m in named if not any(_lies_inside(m, other) for other in named)]
        pointing = [
            InitiativeMention(match.start("noun"), match.end("noun"), -1, pointing=True)
            for match in _POINTER.finditer(self.text, block.start, block.end)
            if (_points(self.text, match) or self._shortens(match))
            and not any(m.start <= match.start("noun") < m.end for m in outer)
        ]
        return [*dict.fromkeys(outer), *pointing]

    def _shortens(self, match: re.Match[str]) -> bool:
        """Whether a noun is the last part of an initiative's head: "der Rat" beside a "Transformationsrat"."""
        noun = match["noun"].lower().removesuffix("s").removesuffix("e")
        is_short = noun in _SHORTENED or f"{noun}e" in _SHORTENED
        if not is_short or _NAMED_BEHIND.match(self.text, match.end()):
            return False
        return any(draft.tail in (noun, f"{noun}e") for draft in self.drafts)

    def _spans_in(self, block: Block) -> list[tuple[int, int, Draft]]:
        """The places in a block where its initiatives were found, in order of the drafts."""
        begin = bisect_left(self.spans, block.start, key=lambda span: span[0])
        behind = bisect_left(self.spans, block.end, key=lambda span: span[0])
        inside = [(number, start, end) for start, end, number in self.spans[begin:behind] if end <= block.end]
        return [(start, end, self.drafts[number]) for number, start, end in sorted(inside)]

    def _names_again(self, block: Block) -> list[InitiativeMention]:
        """Names of the document's initiatives where no head noun and no quotation mark says so."""
        return [
            InitiativeMention(match.start, match.end, draft.index, name=draft.name, type=draft.type)
            for match in self.names.find(self.text, block.start, block.end)
            if len(match.keys) == 1
            for draft in (self.drafts[int(match.keys[0])],)
        ]

    def _short_quoted(self, block: Block) -> Iterator[InitiativeMention]:
        """The beginning of one initiative's name in quotation marks: "„Offene Tore“" for "Offene Tore Emsland"."""
        for start, end in find_quoted(self.text, block.start, block.end):
            meant = self.beginnings.get(fold(self.text[start:end]), frozenset())
            if len(meant) == 1 and end - start > _SHORTEST_NAME:
                draft = self.drafts[min(meant)]
                yield InitiativeMention(start, end, draft.index, name=draft.name, type=draft.type)


def _abbreviations(text: str, found: dict[Block, tuple[ActorMention, ...]]) -> dict[str, ActorMention]:
    """What short names in brackets stand for in this document: "Verband … (VMET)"."""
    bound: dict[str, ActorMention] = {}
    for actors in found.values():
        for actor in actors:
            match = _ABBREVIATION.match(text, actor.end) if actor.complete else None
            if match and fold(match["short"]) != fold(actor.name) and not match["short"].endswith("-"):
                bound.setdefault(match["short"], actor)
    return bound


def _name_index(drafts: tuple[Draft, ...]) -> SurfaceIndex:
    """The drafts' names that are long or odd enough to be found anywhere; namesakes are left out by their keys."""
    return SurfaceIndex(
        (name, str(draft.index))
        for draft in drafts
        for name in draft.names
        if len(fold(name)) > _SHORTEST_NAME and "(" not in name
    )


def _beginnings(drafts: tuple[Draft, ...]) -> dict[str, frozenset[int]]:
    """The drafts that a folded beginning of a name, cut between words, can stand for."""
    found: dict[str, frozenset[int]] = {}
    for draft in drafts:
        for name in draft.names:
            words = fold(name).split()
            for stop in range(1, min(len(words), _LONGEST_BEGINNING)):
                beginning = " ".join(words[:stop])
                found[beginning] = found.get(beginning, frozenset()) | {draft.index}
    return found


def _repeats(text: str, actor: ActorMention, actors: tuple[ActorMention, ...]) -> bool:
    """Whether a name is only the short form in brackets right behind the full one."""
    bracketed = text[actor.start - 1 : actor.start] == "(" and text[actor.end : actor.end + 1] == ")"
    return bracketed and any(o.end < actor.start and not text[o.end : actor.start].strip(" (") for o in actors)


def _lies_inside(inner: ActorMention | InitiativeMention, outer: ActorMention | InitiativeMention) -> bool:
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def _points(text: str, match: re.Match[str]) -> bool:
    """Whether a noun with an article points back to an initiative: "das Bündnis", "im Beirat"."""
    noun = match["noun"].lower()
    if noun.endswith("kreis") and noun not in _NESTED:
        return noun.startswith("industrie")
    if noun.rstrip("s") in _NESTED or noun in _NESTED:
        return True
    return any(not name.plural for name in find_initiative_names(text, match.start("noun"), match.end("noun")))
