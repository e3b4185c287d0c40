"""The net on paper: who takes part in what, as a drawing without overlaps that fills its frame."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from viz.lands import home
from viz.layout import Spot, lay_out
from viz.paper.blocks import Block, draw_block, make_block, plate_box, symbol_x
from viz.paper.gathering import gather
from viz.paper.items import Box, Item, Line
from viz.paper.scene import Scene, Tie
from viz.spacing import Floats

PIXELS = 4.2
"""What `lay_out` counts in, in a millimetre."""
_WIDEST_ZOOM = 1.35
_MOST_SPREAD = 1.6
MOST_BARE = 60
"""Of more initiatives without participants there is a list, and no plates."""
_LANE = 0.9
_THINNER = 0.2
"""Millimetres for a pixel of the width of a line."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, and how much larger than usual its letters are."""

    items: tuple[Item, ...]
    zoom: float


def draw_net(scene: Scene, frame: Box) -> Drawing:
    """The scene within the frame. The same scene gives the same drawing."""
    bare = scene.bare if len(scene.bare) <= MOST_BARE else ()
    blocks = [make_block(node) for node in (*scene.nodes, *bare)]
    if not blocks:
        return Drawing((), 1.0)
    tied, ends = blocks[: len(scene.nodes)], [(tie.who, tie.where) for tie in scene.ties]
    spots = [Spot(one.width * PIXELS, one.height * PIXELS, home(one.node.lands)) for one in tied]
    points = np.zeros((len(blocks), 2))
    if tied:
        points[: len(tied)] = np.array(lay_out(spots, ends).points) / PIXELS
    points[len(tied) :] = points[: len(tied)].max(axis=0, initial=0.0)
    sizes = np.array([[block.width, block.height] for block in blocks])
    points = gather(points, sizes, ends, aspect=frame.width / frame.height)
    points, zoom = _fitted(points, sizes, frame)
    return Drawing(draw_scene(scene, blocks, points, zoom), zoom)


def cut_names(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The names that are too long for their blocks, each once."""
    return tuple(dict.fromkeys(block.node.name for block in blocks if block.name.is_cut))


def draw_scene(scene: Scene, blocks: Sequence[Block], points: Floats, zoom: float) -> tuple[Item, ...]:
    """Lines below, blocks above, each at its point."""
    flipped = _flipped(scene, blocks, points)
    items: list[Item] = [_line(tie, blocks, points, zoom, flipped=flipped[tie.who]) for tie in scene.ties]
    for block, (x, y), turned in zip(blocks, points, flipped, strict=True):
        items += draw_block(block, float(x), float(y), zoom, flipped=turned)
    return tuple(items)


def _fitted(points: Floats, sizes: Floats, frame: Box) -> tuple[Floats, float]:
    """The points in the frame, and how much larger everything is drawn; what room is left pulls them apart."""
    room = np.array([frame.width, frame.height])
    low, high = (points - sizes / 2).min(axis=0), (points + sizes / 2).max(axis=0)
    zoom = min(float((room / (high - low)).min()), _WIDEST_ZOOM)
    spread = np.clip(
        (room - sizes.max(axis=0) * zoom) / np.maximum(np.ptp(points, axis=0) * zoom, 1e-6), 1.0, _MOST_SPREAD
    )
    placed = points * zoom * spread
    low, high = (placed - sizes * zoom / 2).min(axis=0), (placed + sizes * zoom / 2).max(axis=0)
    middle = np.array([(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2])
    return placed + middle - (low + high) / 2, zoom


def _flipped(scene: Scene, blocks: Sequence[Block], points: Floats) -> list[bool]:
    """Of whom the name stands at the left of the symbol: of those whose tables lie to the right."""
    sides = [0.0] * len(blocks)
    for tie in scene.ties:
        sides[tie.who] += float(points[tie.where][0] - points[tie.who][0])
    return [side > 0 for side in sides]


def _line(tie: Tie, blocks: Sequence[Block], points: Floats, zoom: float, *, flipped: bool) -> Line:
    x, y = (float(value) for value in points[tie.where])
    start_y = float(points[tie.who][1])
    start_x = symbol_x(blocks[tie.who], float(points[tie.who][0]), zoom, flipped=flipped)
    length = max(float(np.hypot(x - start_x, y - start_y)), 1e-6)
    aside = tie.lane * _LANE * zoom
    dx, dy = (start_y - y) / length * aside, (x - start_x) / length * aside
    start, middle = (start_x + dx, start_y + dy), (x + dx, y + dy)
    end = _at_border(start, middle, plate_box(blocks[tie.where], x, y, zoom))
    dash = tuple(length * _THINNER * zoom for length in tie.stroke.dash)
    return Line(start, end, tie.stroke.colour, tie.stroke.width * _THINNER * zoom, dash, tie.stroke.mark)


def _at_border(start: tuple[float, float], middle: tuple[float, float], box: Box) -> tuple[float, float]:
    """Where a line to the middle of a box meets its border."""
    dx, dy = middle[0] - start[0], middle[1] - start[1]
    reach = min(
        (box.width / 2 / abs(dx)) if dx else float("inf"),
        (box.height / 2 / abs(dy)) if dy else float("inf"),
        1.0,
    )
    return middle[0] - dx * reach, middle[1] - dy * reach
