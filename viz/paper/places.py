"""The map on paper: initiatives at their towns or in their Länder on the outline of Germany, who takes part around."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from seeds.outline import Point
from viz.geography import is_within, middles, projected_outline
from viz.language import _
from viz.palette import Look
from viz.paper.blocks import Block, make_block, plate_box
from viz.paper.items import Area, Box, Item, Label, Line, Symbol
from viz.paper.net import Drawing, draw_scene
from viz.paper.scene import Node, Scene
from viz.paper.settling import settle
from viz.paper.sites import Site
from viz.spacing import Floats, sunflower

_LAND, _BORDER, _LAND_NAME = "#edf1f3", "#b4c0c8", "#8a9aa6"
_NAME, _UNDER = 3.4, 2.6
_PIN = 0.9
PIN = Look("pin", "#0b5573", "#ffffff", "disc")
"""The dot at the town itself, where the name stands aside."""


def draw_map(
    scene: Scene, sites: Mapping[str, Site], frame: Box, names: Mapping[str, str], unknown: Collection[str]
) -> Drawing:
    """The part of the scene that has a site, on the outline; `names` are those of the Länder.

    Of the Länder that are `unknown` nothing is known: they are hatched, and say so.
    """
    sheet = _Projection(frame)
    shown = placed(scene, sites)
    blocks = [make_block(node) for node in (*shown.nodes, *shown.bare)]
    land = list(_outline(sheet, unknown))
    if not blocks:
        return Drawing((*land, *_land_names(names, sheet, [], unknown)), 1.0)
    on_sheet = {key: sheet.place(site.point) for key, site in sites.items()}
    silent = [sheet.place(middles()[land]) for land in sorted({*unknown} & {*middles()})]
    points, zoom = settle(shown, blocks, on_sheet, frame, silent)
    items = draw_scene(shown, blocks, points, zoom)
    taken = _taken(blocks, points, zoom)
    pins = list(_pins(blocks, points, sites, sheet, zoom))
    drawn = (*land, *_land_names(names, sheet, taken, unknown), *pins, *items)
    return Drawing(drawn, zoom)


def placed(scene: Scene, sites: Mapping[str, Site]) -> Scene:
    """What of the scene has a site, or sits at a table that has one, and the lines between."""
    at_site = [tie for tie in scene.ties if scene.nodes[tie.where].key in sites]
    kept = sorted({place for tie in at_site for place in (tie.who, tie.where)})
    number = {place: rank for rank, place in enumerate(kept)}
    ties = tuple(replace(tie, who=number[tie.who], where=number[tie.where]) for tie in at_site)
    bare = tuple(node for node in scene.bare if node.key in sites)
    return Scene(tuple(scene.nodes[place] for place in kept), ties, bare, ())


class _Projection:
    """From kilometres to the frame: the whole country in its middle."""

    def __init__(self, frame: Box) -> None:
        self._frame = frame
        points = np.array([point for pieces in projected_outline().values() for one in pieces for point in one.border])
        low, high = points.min(axis=0), points.max(axis=0)
        self._scale = float(min(frame.width / (high - low)[0], frame.height / (high - low)[1]))
        middle = (low + high) / 2
        self._left = (frame.left + frame.right) / 2 - float(middle[0]) * self._scale
        self._top = (frame.top + frame.bottom) / 2 - float(middle[1]) * self._scale

    def place(self, point: Point) -> Point:
        """Where a place lies on the sheet."""
        return point[0] * self._scale + self._left, point[1] * self._scale + self._top

    def back(self, point: Point) -> Point:
        """Of which place in kilometres this is on the sheet."""
        return (point[0] - self._left) / self._scale, (point[1] - self._top) / self._scale


def _outline(sheet: _Projection, unknown: Collection[str]) -> Iterator[Area]:
    for land, pieces in projected_outline().items():
        rings = [ring for one in pieces for ring in (one.border, *one.holes)]
        on_sheet = tuple(tuple(map(sheet.place, ring)) for ring in rings)
        yield Area(on_sheet, _LAND, _BORDER, 0.35, hatched=land in unknown)


def _taken(blocks: Sequence[Block], points: Floats, zoom: float) -> list[Box]:
    """What the blocks cover."""
    halves = np.array([[block.width, block.height] for block in blocks]) * zoom / 2
    low, high = points - halves, points + halves
    return [Box(*map(float, (*one, *other))) for one, other in zip(low, high, strict=True)]


def _land_names(
    names: Mapping[str, str], sheet: _Projection, taken: Sequence[Box], unknown: Collection[str]
) -> Iterator[Label]:
    """Each Land's name inside it, where there is room for it; where there is none, it is left out."""
    around = sunflower(320) * 46
    for land, name in names.items():
        x, y = sheet.place(middles()[land])
        for dx, dy in around:
            label = Label(x + float(dx), y + float(dy), (name,), _NAME, colour=_LAND_NAME, anchor="middle", halo=True)
            words = [label, *_said_of(label, silent=land in unknown)]
            corners = [
                sheet.back((side, height))
                for one in words
                for side in (one.box.left, one.box.right)
                for height in (one.box.top, one.box.bottom)
            ]
            free = not any(one.box.hits(box) for one in words for box in taken)
            if free and bool(is_within(np.array(corners), projected_outline()[land]).all()):
                yield from words
                break


def _said_of(label: Label, *, silent: bool) -> Iterator[Label]:
    if silent:
        under = label.y + _NAME * 1.25
        yield replace(label, y=under, lines=(_("No information"),), size=_UNDER)


def _pins(
    blocks: Sequence[Block], points: Floats, sites: Mapping[str, Site], sheet: _Projection, zoom: float
) -> Iterator[Item]:
    """For what lies at a town: a dot there, with a thin line to its plate."""
    for block, (x, y) in zip(blocks, points, strict=True):
        site = sites.get(block.node.key)
        if site is None or not site.is_exact:
            continue
        at = sheet.place(site.point)
        box = plate_box(block, float(x), float(y), zoom)
        if not (box.left < at[0] < box.right and box.top < at[1] < box.bottom):
            yield Line(at, (float(x), float(y)), PIN.colour, 0.35 * zoom)
            yield Symbol(*at, _PIN, PIN)


def beside_map(scene: Scene, sites: Mapping[str, Site]) -> list[tuple[Node, tuple[Node, ...]]]:
    """The initiatives without a site, each with who takes part."""
    guests: dict[str, list[Node]] = {node.key: [] for node in (*scene.nodes, *scene.bare) if node.is_initiative}
    for tie in scene.ties:
        guests[scene.nodes[tie.where].key].append(scene.nodes[tie.who])
    told = (node for node in (*scene.nodes, *scene.bare) if node.is_initiative and node.key not in sites)
    return [(node, tuple(dict.fromkeys(guests[node.key]))) for node in told]
