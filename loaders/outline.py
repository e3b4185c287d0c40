"""The outline of a document: headings and what stands under them, with the region a heading sets.

A heading that names a Land and no initiative ("Initiativen in Hessen") sets the region of all that follows, until the
next such heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.document import Block, BlockKind, SourceText
from loaders.introductions import find_labelled
from loaders.lexicon import word_set
from loaders.places import PlaceFinder
from loaders.sieve import Sieved

_LISTS = word_set("initiatives", "lists")
_LIST_TAIL = Sieved(rf"\w*(?:{'|'.join(_LISTS)})\b", re.IGNORECASE)
_LETTERHEAD = tuple(f"{word} " for word in word_set("regions", "letterhead"))
_PLACE_ONLY = re.compile(
    r"^(?:(?:im|in|aus|dem|den|zu|zum|für|Land|Freistaat|und|der|die|das|Region|Bundesland)\s*)*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (None before the first) and the blocks under it. `regions` are those the outline sets.

    `sets_region`: the heading only names regions, it is no initiative's.
    """

    heading: Block | None
    title: str
    regions: tuple[str, ...]
    sets_region: bool
    blocks: tuple[Block, ...]

    @property
    def start(self) -> int:
        """Where the section begins in the text."""
        return self.heading.start if self.heading else self.blocks[0].start

    @property
    def end(self) -> int:
        """Where the section ends in the text."""
        return self.blocks[-1].end if self.blocks else self.heading.end if self.heading else 0


def outline(source: SourceText, places: PlaceFinder) -> tuple[Section, ...]:
    """The sections of a document, in order; boilerplate stays in its section."""
    sections: list[Section] = []
    regions: tuple[str, ...] = ()
    region_level = 0
    for heading, blocks in _cut(source.blocks):
        title = source.slice(heading) if heading else ""
        own = _regions(source.document.text, heading, places) if heading else ()
        sets_region = bool(own) and _only_sets_region(source.document.text, heading, places)
        if sets_region and heading:
            regions, region_level = own, heading.level
        elif heading and heading.level < region_level:
            regions, region_level = (), 0
        sections.append(Section(heading, title, regions, sets_region, blocks))
    return _without_letterhead(sections)


def _without_letterhead(sections: list[Section]) -> tuple[Section, ...]:
    """The sections, where an authority's name at the very top makes no list of the paper: "Landkreis Olpe"."""
    first = sections[0] if sections else None
    if first is None or not first.sets_region or not first.title.lower().startswith(_LETTERHEAD):
        return tuple(sections)
    if any(section.sets_region for section in sections[1:]):
        return tuple(sections)
    return (replace(first, sets_region=False), *sections[1:])


def _cut(blocks: tuple[Block, ...]) -> Iterator[tuple[Block | None, tuple[Block, ...]]]:
    heading: Block | None = None
    body: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            if heading or body:
                yield heading, tuple(body)
            heading, body = block, []
        else:
            body.append(block)
    if heading or body:
        yield heading, tuple(body)


def _regions(text: str, heading: Block, places: PlaceFinder) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.region for match in places.find(text, heading.start, heading.end)))


def _only_sets_region(text: str, heading: Block | None, places: PlaceFinder) -> bool:
    """Whether a heading is a list's ("Bündnisse in Hessen") or nothing but a place ("Sachsen Anhalt")."""
    if heading is None or find_labelled(text, heading.start, heading.end):
        return False
    title = text[heading.start : heading.end]
    if _LIST_TAIL.search_in(text, heading.start, heading.end) and not re.search('[„“"]', title):
        return True
    rest = title
    for match in reversed(list(places.find(text, heading.start, heading.end))):
        rest = rest[: match.start - heading.start] + rest[match.end - heading.start :]
    return bool(_PLACE_ONLY.match(re.sub(r"[\W\d_]+", " ", rest).strip()))
