"""How kinds, roles and absences are drawn: one table, `palette.toml`, for the map, its legend and paper."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from graph.kinds import ActorKind, ChamberType, Role, Strength

INITIATIVE = "initiative"


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind is drawn. `shape` is one of static/shapes.js; `border` has a contrast of 3:1 on white at least."""

    key: str
    colour: str
    border: str
    shape: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn. `dash` in pixels, empty for a full line; `mark` sits across the middle of an absence."""

    key: str
    colour: str
    width: float
    dash: tuple[int, ...]
    roles: tuple[Role, ...] = ()
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Palette:
    """Everything that is drawn, in the order of the legend."""

    looks: tuple[Look, ...]
    strokes: tuple[Stroke, ...]
    absences: tuple[Stroke, ...]

    def look(self, key: str) -> Look:
        """How the kind with this key is drawn."""
        return next(look for look in self.looks if look.key == key)

    def stroke(self, role: Role) -> Stroke:
        """How a participation in this role is drawn."""
        return next(stroke for stroke in self.strokes if role in stroke.roles)


def look_key(kind: ActorKind, chamber_type: ChamberType | None) -> str:
    """The key of a kind in the palette: chambers apart by type, since one never covers for the other."""
    if kind is ActorKind.CHAMBER and chamber_type is not None:
        return f"{kind.value}_{chamber_type.value}"
    return kind.value


@cache
def load_palette() -> Palette:
    """The packaged palette."""
    table = tomllib.loads((resources.files("viz") / "palette.toml").read_text(encoding="utf-8"))
    return Palette(
        looks=tuple(Look(**row) for row in table["kinds"]),
        strokes=tuple(
            Stroke(row["key"], row["colour"], row["width"], tuple(row["dash"]), tuple(map(Role, row["roles"])))
            for row in table["lines"]
        ),
        absences=tuple(
            Stroke(Strength(row["key"]).value, row["colour"], row["width"], tuple(row["dash"]), mark=row["mark"])
            for row in table["absences"]
        ),
    )
