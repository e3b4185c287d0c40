"""Places in text: Länder, regions, Kreise and towns the register knows, and the adjectives of the Länder."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.lexicon import mapping_table, word_set
from loaders.surfaces import SurfaceIndex
from seeds.register import Register

_ADJECTIVES = mapping_table("regions", "adjectives")
_AMBIGUOUS = word_set("regions", "ambiguous")
_ADJECTIVE = re.compile(
    rf"(?<![\w-])(?P<stem>{'|'.join(sorted(_ADJECTIVES, key=len, reverse=True))})(?:e[rsnm]?)?(?![\w-])", re.IGNORECASE
)
_INTRODUCED = re.compile(
    r"\b(?:in|im|aus|bei|von|für|Stadt|Städten|Land|Landkreis|Kreis|Region|Raum|zu|Standort|rund um)\s+"
    r"(?:der\s+|dem\s+)?$"
)
_JOINT = re.compile(r"[-–/](?=[A-ZÄÖÜ])")
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place in the text: its region in the register."""

    start: int
    end: int
    region: str


class PlaceFinder:
    """Finds places; built once for a register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._index = SurfaceIndex(register.region_surfaces())

    def find(self, text: str, start: int, end: int, *, within: str | None = None) -> Iterator[PlaceMatch]:
        """Places in a stretch of text, left to right; adjectives of Länder too. `within` settles namesakes."""
        found = [*self._names(text, start, end, within), *_adjectives(text, start, end)]
        last = start
        for match in sorted(found, key=lambda match: (match.start, -match.end)):
            if match.start >= last:
                yield match
                last = match.end

    def end_at(self, text: str, position: int) -> int:
        """Where a place that begins at `position` ends; `position` itself where none begins."""
        stop = min(len(text), position + 80)
        line = text.find("\n", position, stop)
        match = self._index.find_at(text, position, line if line >= 0 else stop, most=_LONGEST)
        if match is None or match.inflected:
            return position
        joined = _JOINT.match(text, match.end)
        return (
            self.end_at(text, joined.end()) if joined and self.end_at(text, joined.end()) > joined.end() else match.end
        )

    def _names(self, text: str, start: int, end: int, within: str | None) -> Iterator[PlaceMatch]:
        for match in self._index.find(text, start, end):
            if match.inflected and text[match.end - 1] != "s":
                continue
            surface = text[match.start : match.end]
            before = text[max(start, match.start - 24) : match.start]
            if surface.lower() in _AMBIGUOUS and not _INTRODUCED.search(before):
                continue
            region = self._register.find_region(surface, within=within)
            if region is None and match.inflected:
                region = self._register.find_region(surface[:-1], within=within)
            if region is not None:
                yield PlaceMatch(match.start, match.end, region.id)


def _adjectives(text: str, start: int, end: int) -> Iterator[PlaceMatch]:
    for match in _ADJECTIVE.finditer(text, start, end):
        yield PlaceMatch(match.start(), match.end(), _ADJECTIVES[match["stem"].lower()])
