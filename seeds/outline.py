"""The outline of the sixteen Länder, for maps: polygons in degrees, simplified from data of the BKG."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

Point = tuple[float, float]
"""Longitude and latitude in degrees (WGS 84)."""
Ring = tuple[Point, ...]
"""A closed line: its last point is its first."""


@dataclass(frozen=True, slots=True)
class Polygon:
    """One piece of land: its shore or border, and the holes in it (Bremen in Niedersachsen, Berlin in Brandenburg)."""

    border: Ring
    holes: tuple[Ring, ...] = ()


@cache
def load_outline() -> Mapping[str, tuple[Polygon, ...]]:
    """The pieces of each Land by its id in the register, in the order of the ids.

    Read from a TopoJSON (its specification: quantised arcs as differences, an arc read backwards has the complement
    of its number), in which neighbours share their borders point for point.
    """
    found = json.loads((resources.files("seeds") / "outline" / "laender.topojson").read_text(encoding="utf-8"))
    arcs = [_degrees(arc, found["transform"]["scale"], found["transform"]["translate"]) for arc in found["arcs"]]
    return {
        land["id"]: tuple(
            _polygon(arcs, rings) for rings in (land["arcs"] if land["type"] == "MultiPolygon" else [land["arcs"]])
        )
        for land in found["objects"]["laender"]["geometries"]
    }


def _degrees(arc: Sequence[Sequence[int]], scale: Sequence[float], origin: Sequence[float]) -> list[Point]:
    points: list[Point] = []
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((round(x * scale[0] + origin[0], 4), round(y * scale[1] + origin[1], 4)))
    return points


def _polygon(arcs: Sequence[list[Point]], rings: Sequence[Sequence[int]]) -> Polygon:
    border, *holes = (_ring(arcs, numbers) for numbers in rings)
    return Polygon(border, tuple(holes))


def _ring(arcs: Sequence[list[Point]], numbers: Sequence[int]) -> Ring:
    """The arcs one behind the other; each begins where the one before it ends."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)
