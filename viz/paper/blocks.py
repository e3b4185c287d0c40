"""What stands at each point of a drawing: a plate for an initiative, a symbol with its name for an actor.

A block has a size before it has a place, so that nothing overlaps once blocks do not. All sizes are in millimetres of
an A3 sheet and are multiplied by the drawing's `zoom`.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from viz.paper.items import SOFT, WHITE, Box, Item, Label, Plate, Symbol
from viz.paper.letters import Face
from viz.paper.scene import Node
from viz.paper.wrapping import Wrapped, balance

PLATE = "#1d2b36"
_NOTE = "#c5d0d8"
_NAME, _PLATE_NOTE, _LABEL = 3.3, 2.25, 2.6
"""Sizes of letters: an initiative's name, the line under it, an actor's name."""
_NAME_WIDTH, _LABEL_WIDTH = 47.0, 39.0
_NAME_LINES, _LABEL_LINES = 5, 4
_PAD_X, _PAD_Y = 1.9, 1.35
_GAP = 0.9
_AROUND_PLATE, _AROUND_LABEL = 2.6, 1.0
"""Room kept free around each, on every side."""
_LEADING = 1.18
_HEAVIEST = 16


@dataclass(frozen=True, slots=True)
class Block:
    """A node with its words set. `width` and `height` are the room it needs, what is kept free around it included."""

    node: Node
    name: Wrapped
    note: Wrapped
    width: float
    height: float

    @property
    def radius(self) -> float:
        """Of an actor's symbol: more for one with many lines."""
        return 1.35 + 0.28 * math.sqrt(min(self.node.degree, _HEAVIEST))


def make_block(node: Node) -> Block:
    """Set a node's words."""
    if node.is_initiative:
        name = balance(node.name, _NAME_WIDTH, _NAME, face=Face.BOLD, most=_NAME_LINES)
        note = balance(node.note, max(name.width, 30.0), _PLATE_NOTE, most=2)
        width = max(name.width, note.width) + 2 * (_PAD_X + _AROUND_PLATE)
        height = _height(name, _NAME) + _height(note, _PLATE_NOTE) + 2 * (_PAD_Y + _AROUND_PLATE)
        return Block(node, name, note, width, height)
    name = balance(node.name, _LABEL_WIDTH, _LABEL, face=_face(node), most=_LABEL_LINES)
    block = Block(node, name, Wrapped((), 0.0), 0.0, 0.0)
    width = name.width + _GAP + 2.6 * block.radius + 2 * _AROUND_LABEL
    height = max(_height(name, _LABEL), 2.6 * block.radius) + 2 * _AROUND_LABEL
    return Block(node, name, block.note, width, height)


def plate_box(block: Block, x: float, y: float, zoom: float) -> Box:
    """The plate of an initiative whose block has its middle here."""
    half_width, half_height = (block.width / 2 - _AROUND_PLATE) * zoom, (block.height / 2 - _AROUND_PLATE) * zoom
    return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def symbol_x(block: Block, x: float, zoom: float, *, flipped: bool) -> float:
    """Where an actor's symbol stands in its block: at the left of its name, at the right if `flipped`."""
    aside = (block.width / 2 - _AROUND_LABEL - 1.3 * block.radius) * zoom
    return x + aside if flipped else x - aside


def draw_block(block: Block, x: float, y: float, zoom: float, *, flipped: bool = False) -> Iterator[Item]:
    """The block with its middle at a point."""
    if block.node.is_initiative:
        yield from _draw_plate(block, x, y, zoom)
        return
    at = symbol_x(block, x, zoom, flipped=flipped)
    yield Symbol(at, y, block.radius * zoom, block.node.look, block.node.hollow)
    beside = (1.3 * block.radius + _GAP) * zoom
    yield Label(
        at - beside if flipped else at + beside,
        _first_foot(y, block.name, _LABEL * zoom),
        block.name.lines,
        _LABEL * zoom,
        _face(block.node),
        anchor="end" if flipped else "start",
        halo=True,
        leading=_LEADING,
    )


def _draw_plate(block: Block, x: float, y: float, zoom: float) -> Iterator[Item]:
    box = plate_box(block, x, y, zoom)
    bare = not block.node.degree
    border = (PLATE, 0.35) if bare else (WHITE, 0.5)
    yield Plate(box, WHITE if bare else PLATE, 1.5 * zoom, border[0], border[1] * zoom)
    size, note = _NAME * zoom, _PLATE_NOTE * zoom
    foot = box.top + _PAD_Y * zoom + size * 0.86
    yield Label(x, foot, block.name.lines, size, Face.BOLD, PLATE if bare else WHITE, "middle", leading=_LEADING)
    if block.note.lines:
        under = box.top + (_PAD_Y + _height(block.name, _NAME)) * zoom + note * 0.95
        yield Label(x, under, block.note.lines, note, colour=SOFT if bare else _NOTE, anchor="middle", leading=_LEADING)


def _face(node: Node) -> Face:
    return Face.ITALIC if node.hollow else Face.REGULAR


def _height(words: Wrapped, size: float) -> float:
    return len(words.lines) * size * _LEADING


def _first_foot(middle: float, words: Wrapped, size: float) -> float:
    """The foot of the first line of text whose middle is here."""
    return middle - (len(words.lines) - 1) * size * _LEADING / 2 + size * 0.36
