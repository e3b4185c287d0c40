"""Regions built from regions.csv, places.csv (Kreise) and municipalities.csv (all towns), for `seeds.places`.

A kreisfreie Stadt and a town with a row of its own in places.csv keep that id; every other town is "gemeinde-<AGS>".
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from seeds.rows import Confidence, Region
from seeds.tables import FOLDER, Tables, TextRow, split_list

_CITY_FROM = 100_000
_SHORTENED_FROM = 20_000
_ADDITION = re.compile(r"\s*[(/].*")
_BESIDE = re.compile(r"\s(?:am|an|im|in|ob|bei|unter|a\.|i\.)\s?.*")
_BY_SHORT_NAME = ("wirtschaftsregion", "metropolregion", "strukturwandelregion")
_TOWNS_OF_A_LAND = ("kreisfreie_stadt", "gemeinde")


class Standing(IntEnum):
    """Which of several regions of one name is meant when nothing else decides: the lowest."""

    LAND = 0
    CITY = 1
    SEAT = 2
    KREIS = 3
    AREA = 4
    TOWN = 5
    SHORTENED = 6


@dataclass(frozen=True, slots=True)
class RegionName:
    """One name of a region, as written."""

    text: str
    region_id: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class RegionRows:
    """All regions, their names, and what the larger ones consist of (Kreise, and towns where only these belong)."""

    regions: Mapping[str, Region]
    names: tuple[RegionName, ...]
    leaves: Mapping[str, frozenset[str]]


@dataclass(slots=True)
class _Sum:
    """Population and the weighted seats of towns."""

    population: int = 0
    latitude: float = 0.0
    longitude: float = 0.0

    def add(self, population: int, latitude: float, longitude: float) -> None:
        self.population += population
        self.latitude += latitude * population
        self.longitude += longitude * population

    def place(self, region: Region) -> Region:
        """The region with its population and centre."""
        if not self.population:
            return region
        centre = round(self.latitude / self.population, 4), round(self.longitude / self.population, 4)
        return replace(region, latitude=centre[0], longitude=centre[1], population=self.population)


def read_regions(tables: Tables) -> RegionRows:
    """Build every region. Former Kreise keep their id, but no name leads to them."""
    kreise, areas = tables.files["places"], tables.files["regions"]
    regions = {row["id"]: _region(row) for row in (*areas.values(), *kreise.values())}
    names = [name for row in (*areas.values(), *kreise.values()) for name in _names(row)]
    leaves = _leaves(kreise, areas)
    sums: dict[str, _Sum] = defaultdict(_Sum)
    seats = {(name.text, name.region_id) for name in names if name.standing is Standing.KREIS}
    for cells in _municipalities():
        town = _town(cells, regions)
        seat = (_ADDITION.sub("", cells[1]), cells[3]) in seats
        sums[cells[3]].add(town.population or 0, town.latitude or 0.0, town.longitude or 0.0)
        regions[town.id] = town
        if town.kind == "gemeinde":
            names += _town_names(town, cells[1], seat)
    for region_id, parts in leaves.items():
        _place(region_id, parts, regions, sums)
    return RegionRows(regions, tuple(names), leaves)


def _municipalities() -> Iterator[list[str]]:
    """ags, name, addition, kreis_id, own_place_id, population, latitude, longitude, postcode, note."""
    with (FOLDER / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        yield from reader


def _region(row: TextRow) -> Region:
    around = [region for region in split_list(row["regions"]) if region != row["id"]]
    lands = [row["id"]] if row["kind"] == "land" else [region for region in around if region.startswith("de-")]
    land = lands[0] if len(lands) == 1 else None
    inner = [row["parent_id"]] if row["kind"] == "gemeinde" else []
    between = [region for region in reversed(around) if not region.startswith("de")]
    outer = [land] if land and land != row["id"] else []
    country = ["de"] if row["id"] != "de" else []
    return Region(
        id=row["id"],
        name=row["name"],
        short_name=row["short_name"],
        kind=row["kind"],
        land=land,
        parents=tuple(dict.fromkeys((*inner, *between, *outer, *country))),
        latitude=None,
        longitude=None,
        population=None,
        confidence=Confidence(row["confidence"]),
    )


def _town(cells: list[str], regions: Mapping[str, Region]) -> Region:
    kreis = regions[cells[3]]
    known = regions.get(cells[4]) or (kreis if kreis.kind == "kreisfreie_stadt" else None)
    latitude, longitude, population = float(cells[6]), float(cells[7]), int(cells[5])
    if known:
        return replace(known, latitude=latitude, longitude=longitude, population=population)
    return Region(
        f"gemeinde-{cells[0]}",
        cells[1],
        _ADDITION.sub("", cells[1]),
        "gemeinde",
        kreis.land,
        (kreis.id, *kreis.parents),
        latitude,
        longitude,
        population,
        Confidence.HIGH,
    )


def _names(row: TextRow) -> Iterator[RegionName]:
    if row["valid_to"] and not row["kind"].startswith("former"):
        return
    standing = _STANDINGS.get(row["kind"], Standing.AREA)
    plain = (_ADDITION.sub("", row["name"]),) if row["kind"] == "kreisfreie_stadt" else ()
    for text in dict.fromkeys((row["name"], *plain, *split_list(row["aliases"]))):
        yield RegionName(text, row["id"], standing)
    if row["short_name"] != row["name"]:
        lesser = standing is Standing.AREA and row["kind"] not in _BY_SHORT_NAME
        yield RegionName(row["short_name"], row["id"], Standing.SHORTENED if lesser else standing)


_STANDINGS = {
    "country": Standing.LAND,
    "land": Standing.LAND,
    "kreisfreie_stadt": Standing.CITY,
    "landkreis": Standing.KREIS,
    "kommunalverband": Standing.KREIS,
    "gemeinde": Standing.TOWN,
}


def _town_names(town: Region, written: str, seat: bool) -> Iterator[RegionName]:
    large = (town.population or 0) >= _CITY_FROM
    standing = Standing.CITY if large else Standing.SEAT if seat else Standing.TOWN
    plain = _ADDITION.sub("", written)
    for text in dict.fromkeys((town.name, written, plain)):
        yield RegionName(text, town.id, standing)
    shortened = _BESIDE.sub("", plain)
    if shortened != plain and (town.population or 0) >= _SHORTENED_FROM:
        yield RegionName(shortened, town.id, Standing.SHORTENED)


def _leaves(kreise: Mapping[str, TextRow], areas: Mapping[str, TextRow]) -> Mapping[str, frozenset[str]]:
    """What each region consists of; a Kreis and a town consist of themselves and are left out."""
    current = [row for row in kreise.values() if row["kind"] != "gemeinde" and not row["valid_to"]]
    inside: dict[str, set[str]] = defaultdict(set)
    for row in current:
        for region in ("de", *split_list(row["regions"])):
            inside[region].add(row["id"])
    listed = {row["id"]: frozenset(split_list(row["member_places"])) for row in areas.values()}
    return {area: listed[area] or frozenset(inside[area]) for area in areas}


def _place(area: str, parts: Iterable[str], regions: dict[str, Region], sums: dict[str, _Sum]) -> None:
    """Give an area and its Kreise their population and centre."""
    total = _Sum()
    for part in parts:
        if regions[part].kind not in _TOWNS_OF_A_LAND and regions[part].population is None:
            regions[part] = sums[part].place(regions[part])
        region = regions[part]
        total.add(region.population or 0, region.latitude or 0.0, region.longitude or 0.0)
    regions[area] = total.place(regions[area])
