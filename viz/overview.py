"""The Länder in the overview: a disc each, with what is known of it, and the actors that two of them share.

In: a `Picture` and the Länder of everything in it; out: plain JSON values for static/overview.js, small however large
the picture is. Every initiative counts once: in its only Land, as nationwide, across Länder, or without a region.
"""

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from queries.answers import AbsenceLink, CoverageRow, Link, Picture
from queries.evidence import newest_date
from viz.citations import JsonRow
from viz.lands import ACROSS, FEDERAL, NOWHERE, Lands, home
from viz.layout import tiles
from viz.spacing import Floats, push_apart

Homes = Mapping[str, tuple[str, ...]]
"""The Länder of every initiative and actor by its id."""

_ASIDE = (FEDERAL, ACROSS, NOWHERE)
_LARGEST = 74.0
"""The radius of the largest disc; the unit is a pixel of a drawing some 1500 wide."""
_SMALLEST = 6.0
_HOLLOW = 20.0
"""The radius of a Land of which nothing is known."""
_PITCH = np.array([296.0, 148.0])
"""From one tile to the next: beside every disc stand its words."""
_WORDS = (252.0, 104.0)
"""The room that they take beside a disc."""
_GAP = 14.0
_LETTER = 13.4
_LONGEST_NAME = 22


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a Land, or of what lies in no single one.

    `shared` counts initiatives that it has with other Länder; `newest` is the date of its newest document or statement.
    """

    land: str
    initiatives: int
    shared: int
    documents: int
    newest: str | None


@dataclass(frozen=True, slots=True)
class Tie:
    """How many actors take part in initiatives of both; `one` sorts before `other`."""

    one: str
    other: str
    actors: int


def known(picture: Picture, homes: Homes) -> tuple[Known, ...]:
    """Every Land of the country and of the picture by its id, then what is nationwide, across Länder, without a region.

    The initiatives of all are those of the picture. Documents are those that speak of the initiatives and, of a Land
    without any, those that say that nothing is known.
    """
    alone = Counter(home(homes[row.id]) for row in picture.initiatives)
    shared = Counter(land for row in picture.initiatives if len(homes[row.id]) > 1 for land in homes[row.id])
    documents, dates = _sources(picture, homes)
    lands = sorted({*tiles(), *alone, *shared} - set(_ASIDE))
    return tuple(
        Known(land, alone[land], shared[land], len(documents[land]), max(dates[land], default=None))
        for land in (*lands, *(one for one in _ASIDE if alone[one]))
    )


def ties(picture: Picture, homes: Homes) -> tuple[Tie, ...]:
    """Which two of them have actors in common, sorted. Groups without a name are nobody in particular."""
    groups = {row.id for row in picture.actors if row.is_group}
    reached: defaultdict[str, set[str]] = defaultdict(set)
    for link in picture.links:
        if link.participant_id not in groups:
            reached[link.participant_id].add(home(homes[link.initiative_id]))
    pairs = Counter(pair for found in reached.values() for pair in itertools.combinations(sorted(found), 2))
    return tuple(Tie(one, other, pairs[one, other]) for one, other in sorted(pairs))


def overview(picture: Picture, homes: Homes, lands: Lands) -> JsonRow | None:
    """The drawing: discs with an area as their number of initiatives, none over another or its words; None below two
    Länder with initiatives.
    """
    found = known(picture, homes)
    if sum(one.initiatives + one.shared > 0 for one in found if one.land not in _ASIDE) < 2:
        return None
    opening = {land for lands_of in homes.values() for land in (home(lands_of), *lands_of)}
    names = {one.land: _lines(lands.name(one.land)) if one.land not in _ASIDE else [] for one in found}
    radii = _radii(found)
    boxes = [_box(one, radius, names[one.land]) for one, radius in zip(found, radii, strict=True)]
    points = _places(found, boxes)
    hubs: list[JsonRow] = [
        {
            "land": one.land,
            "name": lands.name(one.land) if one.land not in _ASIDE else "",
            "lines": names[one.land],
            "x": round(x - wide / 2 + radius, 1),
            "y": round(y, 1),
            "radius": round(radius, 1),
            "initiatives": one.initiatives,
            "shared": one.shared,
            "documents": one.documents,
            "newest": one.newest,
            "opens": one.land in opening,
        }
        for one, radius, (wide, _), (x, y) in zip(found, radii, boxes, points, strict=True)
    ]
    sizes = np.array(boxes)
    low, high = (points - sizes / 2).min(axis=0) - 4, (points + sizes / 2).max(axis=0) + 4
    view = [round(float(value), 1) for value in (*low, *(high - low))]
    summed: list[JsonRow] = [{"one": tie.one, "other": tie.other, "actors": tie.actors} for tie in ties(picture, homes)]
    return {"hubs": hubs, "ties": summed, "view": view}


def _sources(picture: Picture, homes: Homes) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """The documents and the dates of what is known, by home."""
    documents: defaultdict[str, set[str]] = defaultdict(set)
    dates: defaultdict[str, set[str]] = defaultdict(set)
    dated = {one.id: one.date for one in picture.coverage.documents}
    rows: Sequence[CoverageRow] = (*picture.coverage.rows, *picture.coverage.without_table)
    facts: tuple[Link | AbsenceLink, ...] = (*picture.links, *picture.absences)
    cited: list[tuple[str, tuple[str, ...], str | None]] = [
        (home(homes[row.initiative.id]), row.documents, None) for row in rows
    ]
    cited += [
        (home(homes[fact.initiative_id]), tuple(one.document_id for one in fact.evidence), newest_date(fact.evidence))
        for fact in facts
    ]
    cited += [
        (one.region, tuple(said.document_id for said in one.evidence), newest_date(one.evidence))
        for one in picture.coverage.unknown
    ]
    for land, ids, newest in cited:
        documents[land].update(ids)
        dates[land].update(date for date in (newest, *(dated.get(id) for id in ids)) if date)
    return documents, dates


def _radii(found: Sequence[Known]) -> list[float]:
    most = max(one.initiatives for one in found) or 1
    return [
        max(_LARGEST * math.sqrt(one.initiatives / most), _SMALLEST) if one.initiatives else _HOLLOW for one in found
    ]


def _lines(name: str) -> list[str]:
    """A name in lines that fit beside a disc: broken at hyphens and blanks, cut where it is far too long."""
    lines = [""]
    for part in name[: 4 * _LONGEST_NAME].replace("-", "-\n").replace(" ", " \n").split("\n"):
        if lines[-1] and len(lines[-1] + part) > _LONGEST_NAME // 2 + 4:
            lines.append("")
        lines[-1] += part
    short = [line.strip() for line in lines if line.strip()][:2]
    return [line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…" for line in short]


def _box(one: Known, radius: float, lines: Sequence[str]) -> tuple[float, float]:
    wide = max([_WORDS[0], *(len(line) * _LETTER for line in lines)])
    high = _WORDS[1] + (24 if len(lines) > 1 else 0) + (20 if one.shared else 0)
    return 2 * radius + _GAP + wide + 18, max(2 * radius, high) + 16


def _places(found: Sequence[Known], boxes: Sequence[tuple[float, float]]) -> Floats:
    """The middle of every box: Länder as on the tile map, the rest in a column at the right."""
    sizes, known_tiles = np.array(boxes), tiles()
    middle = np.array(list(known_tiles.values())).mean(axis=0)
    inside = [rank for rank, one in enumerate(found) if one.land not in _ASIDE]
    aside = [rank for rank, one in enumerate(found) if one.land in _ASIDE]
    wanted = np.array([known_tiles.get(found[rank].land, middle) for rank in inside]) * _PITCH
    points = np.zeros((len(found), 2))
    points[inside] = push_apart(wanted, sizes[inside], pull=0.0)
    right = float((points[inside] + sizes[inside] / 2)[:, 0].max()) + 24
    low, high = points[inside][:, 1].min(), points[inside][:, 1].max()
    for turn, rank in enumerate(aside):
        share = (turn + 0.5) / len(aside)
        points[rank] = (right + sizes[rank][0] / 2, low + (high - low) * share)
    return points
