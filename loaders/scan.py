"""The scan: a document's mentions, block by block, and its sentences with the initiative each speaks about."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.keys import fold
from graph.kinds import ActorKind
from loaders.document import Block, BlockKind, SourceText
from loaders.groups import find_groups
from loaders.initiatives import Draft, gather
from loaders.initiative_names import find_initiative_names
from loaders.licence import find_appositions
from loaders.mention import GRAMMAR, ActorMention, GroupMention, InitiativeMention, Mention
from loaders.mentions import MentionFinder
from loaders.outline import Section, outline
from loaders.places import PlaceFinder
from loaders.sightings import find_sightings
from loaders.surfaces import SurfaceIndex, tokens_of
from seeds.register import Register

_ABBREVIATION = re.compile(r"\s?\((?:kurz\s+)?[„\"]?(?P<short>[A-ZÄÖÜ][\wÄÖÜäöü-]{1,11})[“\"]?\)")
_POINTER = re.compile(
    r"(?<![\w-])(?:[Dd](?:er|ie|as|em|en|es)|[Ii]m|[Aa]m|[Bb]eim|[Zz]um|[Zz]ur|[Vv]om|[Dd]iese[rsmn]?|[Uu]nsere?[rsmn]?)\s+(?:[a-zäöü]\w+\s+)?(?P<noun>[A-ZÄÖÜ][\wäöüß-]+)"
)
_DISTRICT = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\wäöüß-]*(?:-Kreis|kreis)(?![\w-])")
_NESTED = frozenset("beirat kerngruppe lenkungskreis steuerungskreis verein projekts projektes projekt stelle lenkungsgruppe plenum".split())
_READ = (BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.KEY_VALUE, BlockKind.TABLE_ROW, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Scan:
    """A document with everything it names: `mentions` of all blocks that are read, sorted by place."""

    source: SourceText
    sections: tuple[Section, ...]
    drafts: tuple[Draft, ...]
    mentions: dict[Block, tuple[Mention, ...]]
    abbreviations: dict[str, ActorMention]
    default_regions: tuple[str, ...]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.source.document.text


@dataclass(frozen=True, slots=True)
class Scanner:
    """What a scan needs, built once for a register."""

    register: Register
    places: PlaceFinder
    finder: MentionFinder

    @classmethod
    def over(cls, register: Register) -> "Scanner":
        """A scanner over a register."""
        places = PlaceFinder(register)
        return cls(register, places, MentionFinder(register, places))

    def scan(self, source: SourceText) -> Scan:
        """Everything a document names."""
        default = self._default_regions(source)
        sections = tuple(
            section if section.regions else replace(section, regions=default) for section in outline(source, self.places)
        )
        drafts = gather(source, sections, find_sightings(source, sections), self.places, self.register)
        found = dict(self._actors(source, sections))
        abbreviations = _abbreviations(source.document.text, found)
        index = SurfaceIndex((short, short) for short in abbreviations)
        names = _name_index(drafts)
        mentions = {
            block: self._all_mentions(source.document.text, block, actors, drafts, abbreviations, index, names)
            for block, actors in found.items()
        }
        return Scan(source, sections, drafts, mentions, abbreviations, default)

    def _default_regions(self, source: SourceText) -> tuple[str, ...]:
        """Where a document is at home that no heading places: the Land its first lines name most, else Germany."""
        head = " ".join(source.slice(block) for block in source.blocks[:8])[:1500]
        counted = Counter(
            land for match in self.places.find(head, 0, len(head)) for land in self.register.lands_of(match.region)[:1]
        )
        return (counted.most_common(1)[0][0],) if counted else ("de",)

    def _actors(self, source: SourceText, sections: tuple[Section, ...]) -> Iterator[tuple[Block, tuple[ActorMention, ...]]]:
        text = source.document.text
        for section in sections:
            region = section.regions[0] if section.regions else None
            for block in filter(None, (section.heading, *section.blocks)):
                if block.kind in _READ:
                    found = self.finder.find(
                        text, block.start, block.end, region=region, date=source.document.date, listed=block.kind in (BlockKind.BULLET, BlockKind.KEY_VALUE, BlockKind.TABLE_ROW)
                    )
                    yield block, found

    def _districts(self, text: str, block: Block, known: list[Mention]) -> Iterator[ActorMention]:
        """Kreise that are named by their own name: "Bodenseekreis", "Lahn-Dill-Kreis"."""
        for match in _DISTRICT.finditer(text, block.start, block.end):
            free = not any(m.start < match.end() and match.start() < m.end for m in known)
            if free and self.places.end_at(text, match.start()) == match.end():
                yield ActorMention(match.start(), match.end(), match.group(), ActorKind.PUBLIC_BODY, None, GRAMMAR)

    def _all_mentions(
        self,
        text: str,
        block: Block,
        actors: tuple[ActorMention, ...],
        drafts: tuple[Draft, ...],
        abbreviations: dict[str, ActorMention],
        index: SurfaceIndex,
        names: SurfaceIndex,
    ) -> tuple[Mention, ...]:
        named = _with_abbreviations(text, block, actors, abbreviations, index)
        initiatives = _initiatives(text, block, drafts, names)
        kept: list[Mention] = [
            actor for actor in named if actor.complete and not any(_covers(i, actor) for i in initiatives)
        ]
        kept.extend(self._districts(text, block, kept))
        groups = [group for group in find_groups(text, block.start, block.end) if _is_free(group, (*kept, *initiatives))]
        kept.extend(find_appositions(text, block.start, block.end, [*kept, *initiatives]))
        kept.extend(groups)
        return tuple(sorted((*kept, *initiatives), key=lambda m: (m.start, m.end)))


def _abbreviations(text: str, found: dict[Block, tuple[ActorMention, ...]]) -> dict[str, ActorMention]:
    """What short names in brackets stand for in this document: "Verband … (VMET)"."""
    bound: dict[str, ActorMention] = {}
    for actors in found.values():
        for actor in actors:
            match = _ABBREVIATION.match(text, actor.end) if actor.complete else None
            if match and fold(match["short"]) != fold(actor.name) and not match["short"].endswith("-"):
                bound.setdefault(match["short"], actor)
    return bound


def _with_abbreviations(
    text: str, block: Block, actors: tuple[ActorMention, ...], bound: dict[str, ActorMention], index: SurfaceIndex
) -> list[ActorMention]:
    short = [
        replace(bound[match.keys[0]], start=match.start, end=match.end, expanded=False)
        for match in index.find(text, tokens_of(text, block.start, block.end))
        if text[match.start - 1 : match.start] != "("
    ]
    actors = tuple(a for a in actors if not _repeats(text, a, actors))
    free = [s for s in short if not any(a.start <= s.start and s.end <= a.end and a.end - a.start > s.end - s.start for a in actors)]
    return [*free, *(a for a in actors if not any(s.start < a.end and a.start < s.end for s in free))]


def _repeats(text: str, actor: ActorMention, actors: tuple[ActorMention, ...]) -> bool:
    """Whether a name is only the short form in brackets right behind the full one."""
    bracketed = text[actor.start - 1 : actor.start] == "(" and text[actor.end : actor.end + 1] == ")"
    return bracketed and any(other.end < actor.start and not text[other.end : actor.start].strip(" (") for other in actors)


def _known_names(text: str, block: Block, names: SurfaceIndex, drafts: tuple[Draft, ...]) -> list[InitiativeMention]:
    """Names of the document's initiatives where no head noun and no quotation mark says so."""
    return [
        InitiativeMention(match.start, match.end, draft.index, name=draft.name, type=draft.type)
        for match in names.find(text, tokens_of(text, block.start, block.end))
        if len(match.keys) == 1
        for draft in (drafts[int(match.keys[0])],)
    ]


def _name_index(drafts: tuple[Draft, ...]) -> SurfaceIndex:
    """The drafts' names that are long or odd enough to be found anywhere; namesakes are left out by their keys."""
    return SurfaceIndex(
        (name, str(draft.index)) for draft in drafts for name in draft.names if len(fold(name)) > 6 and "(" not in name
    )


def _initiatives(text: str, block: Block, drafts: tuple[Draft, ...], names: SurfaceIndex) -> list[InitiativeMention]:
    named = [
        InitiativeMention(start, end, draft.index, name=draft.name, type=draft.type)
        for draft in drafts
        for start, end in draft.spans
        if block.start <= start and end <= block.end
    ]
    named += _known_names(text, block, names, drafts)
    outer = [m for m in named if not any(o is not m and o.start <= m.start and m.end <= o.end and (o.end - o.start) > (m.end - m.start) for o in named)]
    pointing = [
        InitiativeMention(match.start("noun"), match.end("noun"), -1, pointing=True)
        for match in _POINTER.finditer(text, block.start, block.end)
        if _points(text, match) and not any(m.start <= match.start("noun") < m.end for m in outer)
    ]
    return [*dict.fromkeys(outer), *pointing]


def _points(text: str, match: re.Match[str]) -> bool:
    noun = match["noun"].lower()
    if noun.endswith("kreis") and noun not in _NESTED:
        return noun.startswith("industrie")
    if noun.rstrip("s") in _NESTED or noun in _NESTED:
        return True
    return any(True for name in find_initiative_names(text, match.start("noun"), match.end("noun")) if not name.plural)


def _covers(initiative: InitiativeMention, actor: ActorMention) -> bool:
    """Whether an initiative's name holds a place or word that only looks like an actor of its own."""
    return not initiative.pointing and initiative.start <= actor.start and actor.end <= initiative.end


def _is_free(group: GroupMention, others: tuple[Mention, ...]) -> bool:
    return not any(
        other.start < group.end and group.start < other.end
        for other in others
        if not (isinstance(other, InitiativeMention) and other.pointing)
    )
