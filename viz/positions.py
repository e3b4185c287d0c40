"""Where everything stood on the last map of a graph: kept, so that the next one looks the same, or moved by hand.

Things are named by the page's short keys. What the net keeps are its own pixels; the map of Germany keeps kilometres
on the ground, which last when it is drawn larger.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec
import numpy as np

from graph.errors import AtlasError
from seeds.outline import Point
from viz.spacing import Floats, make_room, sunflower

_VERSION = 1
_FARTHEST = 1e6
_RING = 60.0
"""How far what is new stands from what it is joined to."""


class PositionsError(AtlasError):
    """A file of positions cannot be used."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Points by key, of both ways to lay things out; empty where nothing is known."""

    net: Mapping[str, Point] = field(default_factory=dict[str, Point])
    ground: Mapping[str, Point] = field(default_factory=dict[str, Point])

    def under(self, moved: "Positions") -> "Positions":
        """These, but where the others say something, theirs."""
        return Positions({**self.net, **moved.net}, {**self.ground, **moved.ground})


class _File(msgspec.Struct):
    buendnisatlas: str
    version: int
    net: dict[str, Point]
    map: dict[str, Point]


def read_positions(content: bytes) -> Positions:
    """The positions in a file. Raises PositionsError("positions_invalid" or "positions_version")."""
    try:
        found = msgspec.json.decode(content, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise PositionsError("positions_invalid") from error
    if found.version != _VERSION:
        raise PositionsError("positions_version", version=found.version)
    numbers = [abs(one) for points in (found.net, found.map) for point in points.values() for one in point]
    if found.buendnisatlas != "positions" or any(one > _FARTHEST for one in numbers):
        raise PositionsError("positions_invalid")
    return Positions(found.net, found.map)


def positions_text(positions: Positions) -> str:
    """The file of these positions, as the page saves it, too."""
    file = _File("positions", _VERSION, dict(sorted(positions.net.items())), dict(sorted(positions.ground.items())))
    return msgspec.json.format(msgspec.json.encode(file), indent=1).decode() + "\n"


def settle(
    fresh: Sequence[Point], kept: Sequence[Point | None], sizes: Floats, edges: Sequence[tuple[int, int]]
) -> tuple[Point, ...]:
    """What has a kept point stands there; the rest finds room near what it is joined to, else where it stands anew.

    `fresh` are the points of a layout without memory, `sizes` the boxes (width, height) that must not overlap.
    """
    fixed = np.array([point is not None for point in kept], dtype=bool)
    if not fixed.any():
        return tuple(fresh)
    points = np.array(fresh, dtype=np.float64)
    for index, point in enumerate(kept):
        if point is not None:
            points[index] = point
    around: dict[int, list[Point]] = {}
    for one, other in edges:
        for new, old in ((one, other), (other, one)):
            point = kept[old]
            if kept[new] is None and point is not None:
                around.setdefault(new, []).append(point)
    for turn, (index, known) in zip(sunflower(len(around)), sorted(around.items()), strict=True):
        points[index] = np.mean(np.array(known), axis=0) + turn * _RING
    points = make_room(points, sizes, fixed)
    return tuple(point or (round(float(x), 1), round(float(y), 1)) for point, (x, y) in zip(kept, points, strict=True))
