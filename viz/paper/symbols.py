"""Shapes and signs as on the page of the map: the same paths as static/shapes.js (a test compares them)."""

import math
from collections.abc import Iterable, Mapping

from queries.answers import CellValue

Point = tuple[float, float]


def _polygon(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{x:.3f} {y:.3f}" for x, y in points) + "Z"


def _regular(corners: int, radius: float, turn: float) -> str:
    angles = (turn + 2 * math.pi * corner / corners for corner in range(corners))
    return _polygon((math.cos(angle) * radius, math.sin(angle) * radius) for angle in angles)


def _star() -> str:
    corners = ((-math.pi / 2 + i * math.pi / 5, 0.58 if i % 2 else 1.3) for i in range(10))
    return _polygon((math.cos(angle) * radius, math.sin(angle) * radius) for angle, radius in corners)


_CIRCLE = "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z"
_DIAMOND = _regular(4, 1.25, 0)

OUTLINES: Mapping[str, str] = {
    "circle": _CIRCLE,
    "disc": _CIRCLE,
    "diamond": _DIAMOND,
    "diamond_hole": f"{_DIAMOND}M.4 0A.4 .4 0 1 0 -.4 0A.4 .4 0 1 0 .4 0Z",
    "diamond_bar": f"{_DIAMOND}M-.6 -.17V.17H.6V-.17Z",
    "diamond_flat": _polygon(((0, -0.85), (1.35, 0), (0, 0.85), (-1.35, 0))),
    "triangle": _polygon(((0, -1.2), (1.2, 0.9), (-1.2, 0.9))),
    "triangle_down": _polygon(((0, 1.2), (1.2, -0.9), (-1.2, -0.9))),
    "square": _polygon(((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9))),
    "house": _polygon(((-0.9, 0.95), (-0.9, -0.25), (0, -1.15), (0.9, -0.25), (0.9, 0.95))),
    "hexagon": _regular(6, 1.1, 0),
    "pentagon": _regular(5, 1.15, -math.pi / 2),
    "star": _star(),
    "cross": "M-.4 -1.1H.4V-.4H1.1V.4H.4V1.1H-.4V.4H-1.1V-.4H-.4Z",
    "hourglass": _polygon(((-1, -1), (1, -1), (0.35, 0), (1, 1), (-1, 1), (-0.35, 0))),
    "pill": "M-.75 -.6H.75A.6 .6 0 0 1 .75 .6H-.75A.6 .6 0 0 1 -.75 -.6Z",
}
"""Outlines for a radius of 1, of about the same area."""

_RING = "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 1 1 0-15z"
_TICK, _QUESTION = "M6.2 10.2l2.7 2.7 5-5.4", "M7.3 8c0-3.6 5.4-3.4 5.4-.2c0 2-2.7 2-2.7 4.2M10 14v1.1"
SIGNS: Mapping[CellValue, tuple[tuple[str, str], ...]] = {
    CellValue.PRESENT: (("fill", _RING), ("cut", _TICK)),
    CellValue.INFORMAL: (("line", _RING), ("fill", "M10 2.5a7.5 7.5 0 0 0 0 15z")),
    CellValue.ABSENT: (("line", _RING), ("line", "M4.8 15.2L15.2 4.8")),
    CellValue.REPRESENTED: (("line", _RING), ("line", "M10 14V6.2M6.8 9.2L10 6l3.2 3.2")),
    CellValue.TO_CHECK: (("fill", "M3 3h14v14H3z"), ("cut", _QUESTION)),
    CellValue.NOT_LISTED: (("line", "M3.5 3.5h13v13h-13z"), ("line", "M6.5 7.5h7M6.5 10.5h7M6.5 13.2h4")),
    CellValue.NOT_MENTIONED: (("dots", _RING),),
    CellValue.NOBODY_NAMED: (("line", "M5 10h10"),),
}
"""The strokes of each sign in a field of 20 by 20: filled, drawn, dotted, or cut out of what lies below."""

SIGN_COLOURS: Mapping[CellValue, tuple[str, str]] = {
    CellValue.PRESENT: ("#00694d", "#e6f2ee"),
    CellValue.INFORMAL: ("#00694d", "#f0f6ee"),
    CellValue.ABSENT: ("#9b2c00", "#f9e9e2"),
    CellValue.REPRESENTED: ("#0b5573", "#e8f1f6"),
    CellValue.TO_CHECK: ("#8a5a00", "#fdf3da"),
    CellValue.NOT_LISTED: ("#55636f", "#ffffff"),
    CellValue.NOT_MENTIONED: ("#6d7a84", "#ffffff"),
    CellValue.NOBODY_NAMED: ("#6d7a84", "#ffffff"),
}
"""Of each sign, and of the cell behind it, as in static/matrix.css."""
