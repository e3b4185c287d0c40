"""Where everything on the map page stands: as a net, and on the drawing of Germany.

From a `Picture`; next: `map_data`. Everything is in the order of `ids_of`: initiatives before actors.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from graph.keys import digest
from queries.answers import Picture
from viz.lands import FEDERAL, Lands, home, is_federal
from viz.layout import ISLANDS_ABOVE, Layout, Spot, lay_out
from viz.placing import Places, Site, place
from viz.positions import Positions, settle

_MOST_WEIGHT = 40
"""From this many lines on a symbol grows no further."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Both layouts of a picture."""

    net: Layout
    places: Places


def arrange(picture: Picture, lands: Lands, homes: Mapping[str, tuple[str, ...]], kept: Positions) -> Arrangement:
    """Find a place for everything. What stood somewhere on the last map (`kept`) stands there again, if the map is
    small or has the same things on it.
    """
    spots, ends = _spots(picture, homes, degrees_of(picture)), _indexed_ends(picture)
    layout, places = lay_out(spots, ends), place(_sites(picture, lands, homes, spots), ends)
    return _settled(Arrangement(layout, places), spots, ends, [short_key(id) for id in ids_of(picture)], kept)


def ids_of(picture: Picture) -> list[str]:
    """The ids of everything that is drawn: initiatives, then actors."""
    return [row.id for row in picture.initiatives] + [row.id for row in picture.actors]


def ends_of(picture: Picture) -> list[tuple[str, str]]:
    """Who and where of every line: participations, then absences."""
    ends = [(one.participant_id, one.initiative_id) for one in picture.links]
    return ends + [(one.absent_id, one.initiative_id) for one in picture.absences]


def degrees_of(picture: Picture) -> Counter[str]:
    """How many lines end at each."""
    return Counter(end for ends in ends_of(picture) for end in ends)


def homes_of(picture: Picture, lands: Lands) -> dict[str, tuple[str, ...]]:
    """The Länder of everything, or FEDERAL: an actor's own, else those of the initiatives it takes part in."""
    homes = {row.id: row.lands or _whole(row.regions) for row in picture.initiatives}
    reached: dict[str, set[str]] = defaultdict(set)
    for who, initiative in ends_of(picture):
        reached[who].update(homes[initiative])
    for row in picture.actors:
        around = tuple(sorted(reached[row.id] - {FEDERAL}))
        homes[row.id] = lands.of(row.regions) or around or _whole(row.regions) or tuple(reached[row.id])
    return homes


def radius_of(degree: int, *, is_initiative: bool) -> float:
    """The size of a symbol, in pixels at a zoom of 1."""
    return round((12 if is_initiative else 8) + 2.2 * math.sqrt(min(degree, _MOST_WEIGHT)), 1)


def short_key(id: str) -> str:
    """What a link to a part of the page names it by: the same for every map of the graph, and no text of a document."""
    return digest(id)[:12]


def _whole(regions: Sequence[str]) -> tuple[str, ...]:
    return (FEDERAL,) if is_federal(regions) else ()


def _indexed_ends(picture: Picture) -> list[tuple[int, int]]:
    index = {key: rank for rank, key in enumerate(ids_of(picture))}
    return [(index[who], index[where]) for who, where in ends_of(picture)]


def _spots(picture: Picture, homes: Mapping[str, tuple[str, ...]], degrees: Mapping[str, int]) -> list[Spot]:
    """What needs a place, with some room around every symbol; initiatives get more, for their names."""
    spots: list[Spot] = []
    for rank, key in enumerate(ids_of(picture)):
        is_initiative = rank < len(picture.initiatives)
        radius = radius_of(degrees[key], is_initiative=is_initiative)
        width, height = (3.4 * radius + 40, 2 * radius + 40) if is_initiative else (2 * radius + 26, 2 * radius + 16)
        spots.append(Spot(width, height, home(homes[key])))
    return spots


def _sites(picture: Picture, lands: Lands, homes: Mapping[str, tuple[str, ...]], spots: Sequence[Spot]) -> list[Site]:
    """The same on the drawing of Germany: initiatives at their place; of actors only those that take part nowhere."""
    placed = {row.id: lands.seat(row.regions, row.lands) for row in picture.initiatives}
    taking_part = {who for who, _ in ends_of(picture)}
    for row in picture.actors:
        placed[row.id] = None if row.id in taking_part else lands.seat((), homes[row.id])
    return [
        Site(spot.width, spot.height, placed[key], spot.land) for key, spot in zip(ids_of(picture), spots, strict=True)
    ]


def _settled(
    fresh: Arrangement, spots: Sequence[Spot], ends: Sequence[tuple[int, int]], keys: Sequence[str], kept: Positions
) -> Arrangement:
    scale = fresh.places.scale
    net = [kept.net.get(key) for key in keys]
    ground = [
        (round(point[0] * scale, 1), round(point[1] * scale, 1)) if (point := kept.ground.get(key)) else None
        for key in keys
    ]
    if len(keys) > ISLANDS_ABOVE and None in (*net, *ground):
        return fresh
    sizes = np.array([[spot.width, spot.height] for spot in spots]).reshape(-1, 2)
    return Arrangement(
        replace(fresh.net, points=settle(fresh.net.points, net, sizes, ends)),
        replace(fresh.places, points=settle(fresh.places.points, ground, sizes, ends)),
    )
