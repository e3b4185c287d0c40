"""What a sheet is made of: shapes and text with places on it. Next: `svg.py` writes them, `printing.py` prints them.

Units are millimetres of the sheet's own canvas; x grows to the right, y downwards. Text is plain: markup never gets in.
"""

from dataclasses import dataclass
from typing import TypeAlias

from queries.answers import CellValue
from viz.palette import Look
from viz.paper.letters import Face, width_of

INK, SOFT, FAINT, RULE, GROUND, WHITE = "#17212b", "#55636f", "#8794a1", "#c3ced5", "#f1f4f5", "#ffffff"
_ASCENT, _DESCENT = 0.78, 0.22
"""Of the letters above and below their line, in sizes; what little goes beyond is within the leading."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def hits(self, other: "Box") -> bool:
        """Whether both cover some of the same ground."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text. `y` is the foot of the first line, `x` its `anchor` ("start", "middle" or "end")."""

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    face: Face = Face.REGULAR
    colour: str = INK
    anchor: str = "start"
    halo: bool = False
    leading: float = 1.2

    @property
    def box(self) -> Box:
        """What it covers."""
        width = max((width_of(line, self.size, self.face) for line in self.lines), default=0.0)
        left = self.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        last = self.y + (len(self.lines) - 1) * self.size * self.leading
        return Box(left, self.y - self.size * _ASCENT, left + width, last + self.size * _DESCENT)


@dataclass(frozen=True, slots=True)
class Symbol:
    """The shape of a kind; hollow for a group without a name."""

    x: float
    y: float
    radius: float
    look: Look
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; `mark` ("bar" or "ring") sits across its middle."""

    start: tuple[float, float]
    end: tuple[float, float]
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    mark: str | None = None
    mark_at: float = 0.5


@dataclass(frozen=True, slots=True)
class Plate:
    """A rectangle, its corners rounded."""

    box: Box
    fill: str
    rounding: float = 0.0
    border: str | None = None
    border_width: float = 0.3
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A filled outline: rings of points, holes among them (even-odd); hatched where nothing is known."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    fill: str
    border: str
    border_width: float
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of a cell's value, in a square of this side."""

    x: float
    y: float
    side: float
    value: CellValue


Item: TypeAlias = Label | Symbol | Line | Plate | Area | Sign


@dataclass(frozen=True, slots=True)
class Link:
    """Where a click leads; http and https only."""

    box: Box
    address: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: what lies on it, the first at the bottom; `scale` says how many millimetres one of its own makes."""

    width: float
    height: float
    scale: float
    items: tuple[Item, ...]
    links: tuple[Link, ...] = ()

    @property
    def labels(self) -> tuple[Label, ...]:
        """All text on it."""
        return tuple(item for item in self.items if isinstance(item, Label))
