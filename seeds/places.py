"""Regions and towns: who lies where, and which one a name means.

Two regions of one name: the Land given decides, else the larger one. A kreisfreie Stadt is one region, not also its
municipality; a Land that is one town (Berlin, Hamburg) is the Land.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from graph.errors import RegisterError
from graph.keys import fold
from seeds.names import squeeze
from seeds.region_rows import RegionName, Standing, read_regions
from seeds.rows import Region
from seeds.tables import Tables, read_rows
from seeds.wording import PLACE_SUFFIXES, PLACE_WORDS, REGION_NOT_LITERAL

_SURFACE_AT_LEAST = 3
_TOWNS = ("kreisfreie_stadt", "gemeinde")
_IN_PARENTHESES = re.compile(r"(.*?)\s*\(([^()]*)\)\s*")


class Places:
    """Every region by id, and by name."""

    def __init__(self, tables: Tables) -> None:
        rows = read_regions(tables)
        self.regions: Mapping[str, Region] = rows.regions
        self.everyday_words = frozenset(row["word"].casefold() for row in read_rows("everyday_words"))
        self._names = rows.names
        self._leaves = rows.leaves
        self._by_key: dict[str, list[RegionName]] = defaultdict(list)
        for name in rows.names:
            self._by_key[squeeze(name.text)].append(name)
        self._one_town = {
            next(iter(leaves)): land
            for land, leaves in rows.leaves.items()
            if rows.regions[land].kind == "land" and len(leaves) == 1
        }

    def region(self, region_id: str) -> Region:
        """The region with this id. Raises RegisterError("unknown_region")."""
        found = self.regions.get(region_id)
        if found is None:
            raise RegisterError("unknown_region", region=region_id)
        return found

    def leaves(self, region_id: str) -> frozenset[str]:
        """The Kreise (and, where only these belong to it, towns) of a region; a Kreis or town itself."""
        return self._leaves.get(region_id) or frozenset((self.region(region_id).id,))

    def lands_of(self, region_id: str) -> tuple[str, ...]:
        """The Länder a region lies in, by id; none for Germany, which is no sum of Länder here."""
        region = self.region(region_id)
        if region.land:
            return (region.land,)
        if region.kind == "country":
            return ()
        return tuple(sorted({self.regions[leaf].land or "" for leaf in self.leaves(region_id)}))

    def is_within(self, inner_id: str, outer_id: str) -> bool:
        """Whether one region lies wholly in another; every region lies in itself."""
        inner, outer = self.region(inner_id), self.region(outer_id)
        if inner.id == outer.id or outer.id in inner.parents:
            return True
        around = self.leaves(outer_id)
        return all(
            leaf in around or not around.isdisjoint(self.regions[leaf].parents) for leaf in self.leaves(inner_id)
        )

    def find(self, name: str, *, within: str | None = None) -> Region | None:
        """The region a name means, or None."""
        found = self._named(squeeze(name), name, ()) or self._reworded(name)
        if not found and (match := _IN_PARENTHESES.fullmatch(name)):
            land = self._named(squeeze(match[2]), match[2], ("land",))
            return self.find(match[1], within=land[0].region_id if land else within)
        if not found:
            return None
        best = min(found, key=lambda name: self._preference(name, within))
        return self.regions[self._one_town.get(best.region_id, best.region_id)]

    def towns(self, name: str) -> tuple[Region, ...]:
        """Every town that bears the name, the largest first; other regions of that name where no town does."""
        if name in self.regions:
            return (self.regions[name],)
        found = self._regions(self._named(squeeze(name), name, ()) or self._reworded(name))
        if not found and (match := _IN_PARENTHESES.fullmatch(name)):
            land = self._named(squeeze(match[2]), match[2], ("land",))
            return tuple(town for town in self.towns(match[1]) if land and town.land == land[0].region_id)
        towns = [region for region in found if region.kind in _TOWNS or region.id in self._one_town.values()]
        return tuple(sorted(towns or found, key=lambda region: (-(region.population or 0), region.id)))

    def _regions(self, names: Collection[RegionName]) -> list[Region]:
        ids = {self._one_town.get(name.region_id, name.region_id) for name in names}
        return [self.regions[id] for id in sorted(ids)]

    def surfaces(self) -> Iterator[tuple[str, str]]:
        """Each name that may be looked for in a text, with the region it means when no Land is near; sorted."""
        chosen = {name.text: self.find(name.text) for name in self._names if self._is_literal(name)}
        yield from sorted((text, region.id) for text, region in chosen.items() if region)

    def _is_literal(self, name: RegionName) -> bool:
        town = self.regions[name.region_id].kind == "gemeinde"
        everyday = town and name.text.casefold() in self.everyday_words
        short = len(name.text) < _SURFACE_AT_LEAST and name.text != "MV"
        shortened = name.standing is Standing.SHORTENED
        titled = name.text.startswith("Stadt ") or name.text in REGION_NOT_LITERAL
        return not (everyday or short or shortened or titled)

    def _named(self, key: str, written: str, kinds: Collection[str]) -> list[RegionName]:
        return [
            name
            for name in self._by_key.get(key, ())
            if (not kinds or self.regions[name.region_id].kind in kinds) and not _is_code(name.text, written)
        ]

    def _reworded(self, name: str) -> list[RegionName]:
        """Without a word of place before or after the name, or without the genitive's s."""
        words = fold(name).split()
        if len(words) > 1 and words[0] in PLACE_WORDS:
            found = self._named("".join(words[1:]), name, PLACE_WORDS[words[0]])
            if found:
                return found
        key = "".join(words)
        for suffix in (*PLACE_SUFFIXES, "s"):
            found = self._named(key.removesuffix(suffix), name, ()) if key.endswith(suffix) else []
            if found:
                return found
        return []

    def _preference(self, name: RegionName, within: str | None) -> tuple[int, int, int, str]:
        region = self.regions[name.region_id]
        if within is None or name.standing is Standing.LAND or self.is_within(region.id, within):
            distance = 0
        else:
            distance = 1 if set(self.lands_of(region.id)) & set(self.lands_of(within)) else 2
        return distance, name.standing, -(region.population or 0), region.id


def _is_code(text: str, written: str) -> bool:
    """Whether a name is a two-letter code that was not written as one ("BE" is Berlin, "be" is not)."""
    return len(text) <= 2 and text.isupper() and not written.isupper()
