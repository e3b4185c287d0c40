"""The scan: a document's mentions, block by block, and its sentences with the initiative each speaks about."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.kinds import ActorKind
from loaders.document import Block, BlockKind, SourceText
from loaders.groups import find_groups
from loaders.initiatives import Draft, gather
from loaders.known import Known
from loaders.licence import find_appositions, find_neighbours
from loaders.mention import GRAMMAR, ActorMention, GroupMention, InitiativeMention, Mention
from loaders.mentions import MentionFinder
from loaders.networks import without_bodies
from loaders.outline import Section, outline
from loaders.places import PlaceFinder
from loaders.sieve import Sieved
from loaders.sightings import find_sightings
from seeds.register import Register

_DISTRICT = Sieved(
    r"(?<![\w-])(?<!\b[Ii]m )(?:[A-ZÄÖÜ][\wäöüß-]*(?:-Kreis|kreis)|(?P<stem>[A-ZÄÖÜ][a-zäöüß]+)e[rn]?\s+Kreis)"
    r"(?:es)?(?![\w-])(?!,?\s+(?:\d|am\s))"
)
_KREIS = Sieved(r"(?<![\w-])Kreis(?:es)?\s+(?=[A-ZÄÖÜ])")
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
            section if section.regions else replace(section, regions=default)
            for section in outline(source, self.places)
        )
        drafts = gather(
            source,
            sections,
            without_bodies(source.document.text, find_sightings(source, sections)),
            self.places,
            self.register,
        )
        found = dict(self._actors(source, sections))
        known = Known.of(source.document.text, drafts, found)
        mentions = {block: self._all_mentions(known, block, actors) for block, actors in found.items()}
        return Scan(source, sections, drafts, mentions, known.abbreviations, default)

    def _default_regions(self, source: SourceText) -> tuple[str, ...]:
        """Where a document is at home that no heading places: the Land its first lines name most, else Germany."""
        head = " ".join(source.slice(block) for block in source.blocks[:8])[:1500]
        counted = Counter(
            land for match in self.places.find(head, 0, len(head)) for land in self.register.lands_of(match.region)[:1]
        )
        return (counted.most_common(1)[0][0],) if counted else ("de",)

    def _actors(
        self, source: SourceText, sections: tuple[Section, ...]
    ) -> Iterator[tuple[Block, tuple[ActorMention, ...]]]:
        text = source.document.text
        for section in sections:
            region = section.regions[0] if section.regions else None
            for block in filter(None, (section.heading, *section.blocks)):
                if block.kind in _READ:
                    found = self.finder.find(
                        text,
                        block.start,
                        block.end,
                        region=region,
                        date=source.document.date,
                        listed=block.kind in (BlockKind.BULLET, BlockKind.KEY_VALUE, BlockKind.TABLE_ROW),
                    )
                    yield block, found

    def _districts(self, text: str, block: Block, known: list[Mention]) -> Iterator[ActorMention]:
        """Kreise that are named by their own name: "Bodenseekreis", "Lahn-Dill-Kreis"."""
        for match in _DISTRICT.finditer(text, block.start, block.end):
            stop = max(self.places.end_at(text, match.start()), match.end())
            name = f"{match['stem']}er Kreis" if match["stem"] else text[match.start() : stop].removesuffix("es")
            free = not any(m.start < stop and match.start() < m.end for m in known)
            if free and self.register.find_region(name) is not None:
                yield ActorMention(match.start(), stop, name, ActorKind.PUBLIC_BODY, None, GRAMMAR)
        for match in _KREIS.finditer(text, block.start, block.end):
            stop = self.places.end_at(text, match.end())
            if stop > match.end() and not any(m.start < stop and match.start() < m.end for m in known):
                name = f"Kreis {text[match.end() : stop]}"
                yield ActorMention(match.start(), stop, name, ActorKind.PUBLIC_BODY, None, GRAMMAR)

    def _all_mentions(self, known: Known, block: Block, actors: tuple[ActorMention, ...]) -> tuple[Mention, ...]:
        text = known.text
        named = known.actors(block, actors)
        initiatives = [i for i in known.initiatives(block) if not _begins_a_name(i, named)]
        kept: list[Mention] = [
            actor for actor in named if actor.complete and not any(_covers(i, actor) for i in initiatives)
        ]
        kept.extend(self._districts(text, block, kept))
        groups = [
            group for group in find_groups(text, block.start, block.end) if _is_free(group, (*kept, *initiatives))
        ]
        kept.extend(find_appositions(text, block.start, block.end, [*kept, *initiatives]))
        kept.extend(find_neighbours(text, block.start, block.end, [*kept, *initiatives, *groups]))
        kept.extend(group for group in groups if not _is_trade_of(group, kept))
        return tuple(sorted((*kept, *initiatives), key=lambda m: (m.start, m.end)))


def _is_trade_of(group: GroupMention, kept: list[Mention]) -> bool:
    """Whether a group's word only says what a company does: "der Autozulieferer Hennig"."""
    return any(m.start == group.end + 1 and isinstance(m, ActorMention) and m.kind is group.kind for m in kept)


def _begins_a_name(initiative: InitiativeMention, actors: list[ActorMention]) -> bool:
    """Whether a word that would point back begins a body's own name: "der Steuerungskreis Industriepolitik"."""
    return initiative.pointing and any(
        actor.complete and actor.start == initiative.start and actor.end > initiative.end for actor in actors
    )


def _covers(initiative: InitiativeMention, actor: ActorMention) -> bool:
    """Whether an initiative's name holds a place or word that only looks like an actor of its own."""
    return not initiative.pointing and initiative.start <= actor.start and actor.end <= initiative.end


def _is_free(group: GroupMention, others: tuple[Mention, ...]) -> bool:
    return not any(
        other.start < group.end and group.start < other.end
        for other in others
        if not (isinstance(other, InitiativeMention) and other.pointing)
    )
