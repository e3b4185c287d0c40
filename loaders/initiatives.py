"""Initiatives of a document: which sightings are one and the same, where they are, since when."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from graph.keys import fold
from graph.kinds import InitiativeType, Status
from loaders.document import Block, SourceText
from loaders.initiative_names import is_generic
from loaders.initiative_wording import worded
from loaders.outline import Section
from loaders.places import PlaceFinder
from loaders.sightings import Sighting
from seeds.register import Register

_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG = 40
_ARTICLES = frozenset(["der", "die", "das", "des", "dem", "den", "ein", "eine", "einer", "eines", "und"])
_FORMERLY = re.compile(
    r"\b(?:hieß|hießen|heißt|nannte\s+sich|nennt\s+sich|firmiert\w*\s+(?:als|unter)|früher|vormals|ehemals|bislang|zuvor|einst|ursprünglich|damals\s+noch"
    r"|unter\s+dem\s+Namen|umbenannt|tr(?:ägt|ug(?:en)?)\s+(?:\w+\s+){0,3}den\s+Namen)\b[^.;]{0,40}$"
)
_FORMERLY_BEHIND = re.compile(r"[“”\"»«]?\s+(?:hieß(?:en)?|genannt\s+wurde|geheißen\s+ha(?:t|tte))\b")
_FEDERAL = re.compile(r"\b(?:[Bb]undes|[Dd]eutschland)weit\w*\b[^.;]{0,20}$")
_FEDERAL_BEHIND = re.compile(
    r"[“”\"«]?,\s+(?:(?:an|in|mit|bei)\s+)?(?:das|der|die|dem)\s[^,.;]{0,80}?\b(?:bundes|deutschland)weit"
)
_RUN_IN = re.compile(r"(?:\.|:|\s[–-]|,\s+\d{1,2}\.\s\w+\s\d{4}\s[–-])\s+(?=[„“\"A-ZÄÖÜ])")
_SMALLER = re.compile(
    r"(?:\baus\s+de[mr]|\bim|\bin\s+der|\bin\s+den\s+(?:Städten|Kreisen|Landkreisen|Gemeinden)|\bim\s+Raum|\bin\s+der\s+Region|,|\bund(?:\s+der)?)\s+$"
)


@dataclass(slots=True)
class Draft:
    """An initiative while a document is being read; `spans` are its names in the text, `section` is its own one."""

    index: int
    name: str
    type: InitiativeType
    tail: str
    regions: tuple[str, ...]
    section: int | None
    region_name: str | None = None
    since: str | None = None
    until: str | None = None
    status: Status = Status.UNCLEAR
    topics: tuple[str, ...] = ()
    parent: int | None = None
    spans: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    names: set[str] = field(default_factory=set[str])
    aliases: set[str] = field(default_factory=set[str])

    def add_name(self, name: str) -> None:
        """One more name; `aliases` holds it folded, with and without blanks."""
        self.names.add(name)
        folded = fold(name)
        self.aliases.update((folded, folded.replace(" ", "")))


def gather(
    source: SourceText,
    sections: tuple[Section, ...],
    sightings: Iterable[Sighting],
    places: PlaceFinder,
    register: Register,
) -> tuple[Draft, ...]:
    """The initiatives of a document, in order of discovery; uncertain sightings need a second one."""
    seen = list(sightings)
    counted = Counter(_core(source.document.text[s.start : s.end]) for s in seen)
    in_headings = {
        _core(source.document.text[s.start : s.end])
        for s in seen
        if sections[s.section].heading and s.start < _heading_end(sections[s.section])
    }
    gatherer = _Gatherer(source.document.text, sections, places, register)
    for sighting in sorted(seen, key=lambda s: (not s.heading, not s.certain, s.start)):
        core = _core(source.document.text[sighting.start : sighting.end])
        gatherer.add(sighting, certain=sighting.certain or counted[core] > 2 or core in in_headings)
    return tuple(gatherer.drafts)


def _heading_end(section: Section) -> int:
    return section.heading.end if section.heading else -1


@lru_cache(maxsize=1 << 12)
def _core(name: str) -> frozenset[str]:
    """The words of a name that tell it from others: no articles, years, versions, inflection."""
    words = (
        re.sub(r"(?:(?<=ni)s(?:se[sn]?)?|es|s|en|er|e)$", "", word) if len(word) > 4 else word
        for word in fold(name).split()
    )
    return frozenset(word for word in words if word not in _ARTICLES and not _YEAR.fullmatch(word))


class _Gatherer:
    """Puts sightings together, headings first: they say what their section is about."""

    def __init__(self, text: str, sections: tuple[Section, ...], places: PlaceFinder, register: Register) -> None:
        self.drafts: list[Draft] = []
        self._text = text
        self._sections = sections
        self._places = places
        self._register = register

    def add(self, sighting: Sighting, *, certain: bool) -> None:
        """Add a sighting to the draft it belongs to, or start one."""
        if sighting.tail == "kreis" and self._places.end_at(self._text, sighting.start) > sighting.start:
            return
        section = self._sections[sighting.section]
        regions, region_name = self._regions_of(sighting, section)
        draft = self._same(sighting, regions)
        if draft is None and not certain:
            return
        if draft is None:
            own_section = sighting.section if sighting.heading else None
            draft = Draft(
                len(self.drafts),
                self._display(sighting),
                sighting.type,
                sighting.tail,
                regions,
                own_section,
                region_name,
            )
            self.drafts.append(draft)
            draft.since = sighting.when or sighting.since
        self._extend(draft, sighting)

    def _extend(self, draft: Draft, sighting: Sighting) -> None:
        for span in filter(None, ((sighting.start, sighting.end), sighting.inner)):
            if span not in draft.spans:
                draft.spans.append(span)
            draft.add_name(_tidy(self._text[span[0] : span[1]]))
        if draft.type is InitiativeType.OTHER:
            draft.type = sighting.type
        if sighting.heading and draft.section is None:
            draft.section = sighting.section

    def _display(self, sighting: Sighting) -> str:
        """The name people see: a long quoted part alone when only a bare head stands before it."""
        if sighting.inner and sighting.generic and sighting.inner[1] - sighting.inner[0] > _LONG:
            return worded(self._text[slice(*sighting.inner)])
        return worded(self._text[sighting.start : sighting.end])

    def _regions_of(self, sighting: Sighting, section: Section) -> tuple[tuple[str, ...], str | None]:
        within = next(iter(section.regions), None)
        if sighting.where:
            found = tuple(self._places.find(self._text, *sighting.where, within=within))
            return tuple(dict.fromkeys(match.region for match in found)) or section.regions, worded(
                self._text[slice(*sighting.where)]
            )
        before = _FEDERAL.search(self._text, max(0, sighting.start - 40), sighting.start)
        if before or _FEDERAL_BEHIND.match(self._text, sighting.end):
            return ("de",), None
        named = tuple(
            dict.fromkeys(m.region for m in self._places.find(self._text, sighting.start, sighting.end, within=within))
        )
        if named and (not section.regions or any(self._inside(region, section.regions) for region in named)):
            return named, None
        run_in = self._run_in_place(section, sighting)
        if run_in:
            return run_in, None
        if sighting.heading or not any(draft.section == sighting.section for draft in self.drafts):
            smaller = self._smaller_places(section, sighting)
            if smaller:
                return smaller, None
        return section.regions, None

    def _run_in_place(self, section: Section, sighting: Sighting) -> tuple[str, ...]:
        """The place a sighting's paragraph opens with, where others of the section do too: "Rostock. Am Runden …"."""
        opened = [(block, found) for block in section.blocks if (found := self._opening_place(block))]
        here = (found for block, found in opened if block.start <= sighting.start < block.end)
        return next(here, ()) if len(opened) > 1 else ()

    def _opening_place(self, block: Block) -> tuple[str, ...]:
        end = self._places.end_at(self._text, block.start)
        if end == block.start or not _RUN_IN.match(self._text, end):
            return ()
        return tuple(match.region for match in self._places.find(self._text, block.start, end))[:1]

    def _smaller_places(self, section: Section, sighting: Sighting) -> tuple[str, ...]:
        """Places smaller than the section's Land that its first sentences put the initiative in."""
        if not section.regions or not section.blocks:
            return ()
        begin = sighting.end if not sighting.heading else section.blocks[0].start
        end = min(begin + 220, section.end)
        found = (
            match.region
            for match in self._places.find(self._text, begin, end, within=section.regions[0])
            if _SMALLER.search(self._text[max(begin - 30, 0) : match.start][-40:])
            and match.region not in section.regions
        )
        return tuple(dict.fromkeys(region for region in found if self._inside(region, section.regions)))

    def _inside(self, region: str, outer: tuple[str, ...]) -> bool:
        return any(self._register.is_within(region, container) for container in outer)

    def _same(self, sighting: Sighting, regions: tuple[str, ...]) -> Draft | None:
        """The draft a sighting belongs to, if there is one."""
        if sighting.when:
            return None
        if self.drafts and (
            _FORMERLY.search(self._text, max(0, sighting.start - 60), sighting.start)
            or _FORMERLY_BEHIND.match(self._text, sighting.end)
        ):
            return next((d for d in self.drafts if d.section == sighting.section), self.drafts[0])
        names = {fold(self._text[s:e]) for s, e in filter(None, ((sighting.start, sighting.end), sighting.inner))}
        names |= {name.replace(" ", "") for name in names}
        own = next((draft for draft in self.drafts if draft.section == sighting.section), None)
        near = [own] if own else []
        for draft in [*near, *self.drafts]:
            if not names.isdisjoint(draft.aliases) and self._may_be_one(draft, regions, sighting):
                return draft
        core = _core(self._text[sighting.start : sighting.end])
        for draft in [*near, *self.drafts]:
            if self._fits(draft, core, sighting) and self._may_be_one(draft, regions, sighting):
                return draft
        return None

    def _may_be_one(self, draft: Draft, regions: tuple[str, ...], sighting: Sighting) -> bool:
        if sighting.heading and draft.section is not None and draft.section != sighting.section:
            same_place = draft.type is not InitiativeType.EVENT and set(draft.regions) == set(regions)
            return same_place and any(
                self._bare(*span) == self._bare(sighting.start, sighting.end) for span in draft.spans
            )
        if self._named_apart(draft, sighting):
            return False
        if not draft.regions or not regions or draft.section == sighting.section:
            return True
        return any(self._inside(a, regions) or self._inside(b, draft.regions) for a in draft.regions for b in regions)

    def _named_apart(self, draft: Draft, sighting: Sighting) -> bool:
        """Whether two names hold places of which neither lies in the other: "Allianz Soest", "Allianz Unna"."""
        here = self._places_in(sighting.start, sighting.end)
        there = self._places_in(*draft.spans[0]) if here else ()
        pairs = [(a, b) for a in here for b in there]
        return bool(pairs) and not any(self._inside(a, (b,)) or self._inside(b, (a,)) for a, b in pairs)

    def _places_in(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(match.region for match in self._places.find(self._text, start, end))

    def _fits(self, draft: Draft, core: frozenset[str], sighting: Sighting) -> bool:
        """Same words but for places and years, or the section's own initiative under a shorter name."""
        if sighting.generic and sighting.tail != draft.tail:
            return self._without_head(core, sighting) in [_core(name) for name in draft.names]
        if sighting.tail != draft.tail:
            return False
        cores = [_core(name) for name in draft.names]
        if not sighting.tail:
            own = draft.section == sighting.section and any(core <= known for known in cores)
            begins = any(name.startswith(fold(self._text[sighting.start : sighting.end])) for name in draft.aliases)
            return core in cores or (own and (begins or not sighting.certain))
        bare = self._bare(sighting.start, sighting.end)
        if len(core) == 1 and not sighting.certain:
            return sum(sighting.tail == other.tail for other in self.drafts) == 1
        if any(core and (bare <= known or known <= core) for known in cores):
            return True
        if any(_are_siblings(core, known, sighting.tail) for known in cores):
            return False
        return draft.section == sighting.section and not sighting.inner and bare == core and not sighting.heading

    def _without_head(self, core: frozenset[str], sighting: Sighting) -> frozenset[str]:
        """The words of a name without its generic head: "Initiative Werkplatz Hessen" is "Werkplatz Hessen"."""
        return frozenset(word for word in core if not word.startswith(sighting.tail[:5])) or core

    def _bare(self, start: int, end: int) -> frozenset[str]:
        """The words of a name that are no place."""
        found = self._places.find(self._text, start, end)
        placed = {word for match in found for word in _core(self._text[match.start : match.end])}
        return _core(self._text[start:end]) - placed


def _are_siblings(one: frozenset[str], other: frozenset[str], tail: str) -> bool:
    """Whether two names share a head of their own and each has a word besides: "Stahlforum Hamm", "Stahlforum Unna"."""
    heads = {word for word in one & other if tail[:4] in word and not is_generic(word)}
    return bool(heads and one - other and other - one)


def _tidy(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(' :;,„“"”')
