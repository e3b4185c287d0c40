"""How two territories lie to each other: the same, one in the other, close by, in one Land. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from seeds.register import Region, Register

CLOSE_KM = 40
"""What lies no further apart, by its coordinates, is close by."""
_EARTH_KM = 6371.0
_KEPT = 65536
_TOO_WIDE = ("country", "land")
_FEW = 2
"""Länder of so few parts (Berlin, Hamburg, Bremen) have a place on the map like any town."""


class Lies(StrEnum):
    """How one territory lies to another; the nearest first."""

    SAME = "same"
    WITHIN = "within"
    AROUND = "around"
    CLOSE = "close"
    LAND = "land"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Near:
    """How another territory lies to this one; `km` (rounded) only for those close by."""

    lies: Lies
    km: int | None = None


Territory = tuple[str, ...]
"""Ids of regions, as an initiative has them."""


class Nearness:
    """Tells it for any two territories; each pair is looked up once."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self.between = lru_cache(maxsize=_KEPT)(self._between)

    def _between(self, one: Territory, other: Territory) -> Near | None:
        """How the other lies to the one; None for what is far away, or of which one place is not known."""
        mine, theirs = self._known(one), self._known(other)
        if not mine or not theirs:
            return None
        if {*mine} == {*theirs}:
            return Near(Lies.SAME)
        if "de" in mine or "de" in theirs:
            return Near(Lies.COUNTRY)
        if all(any(self._register.is_within(inner, outer) for outer in mine) for inner in theirs):
            return Near(Lies.WITHIN)
        if all(any(self._register.is_within(inner, outer) for outer in theirs) for inner in mine):
            return Near(Lies.AROUND)
        apart = self._apart(mine, theirs)
        if apart is not None and apart <= CLOSE_KM:
            return Near(Lies.CLOSE, round(apart))
        return None if self._lands(mine).isdisjoint(self._lands(theirs)) else Near(Lies.LAND)

    def _known(self, regions: Territory) -> Territory:
        return tuple(region for region in regions if self._register.has_region(region))

    def _lands(self, regions: Territory) -> frozenset[str]:
        return frozenset(land for region in regions for land in self._register.lands_of(region))

    def _apart(self, one: Territory, other: Territory) -> float | None:
        """Between the nearest of their Kreise and towns, in km; None where one is a whole Land."""
        mine, theirs = self._places(one), self._places(other)
        return min((kilometres(a, b) for a in mine for b in theirs), default=None)

    def _places(self, regions: Territory) -> list[Region]:
        leaves = [(region, self._register.parts_of(region)) for region in regions]
        return [
            self._register.region(leaf)
            for region, parts in leaves
            if self._register.region(region).kind not in _TOO_WIDE or len(parts) <= _FEW
            for leaf in sorted(parts)
        ]


def kilometres(one: Region, other: Region) -> float:
    """The way through the air between the two seats or centres; infinite where one is not known."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return float("inf")
    north, south = radians(one.latitude), radians(other.latitude)
    half = sin((north - south) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(one.longitude - other.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def territory(regions: Iterable[str]) -> Territory:
    """Regions in the form they are compared in."""
    return tuple(sorted({*regions}))
