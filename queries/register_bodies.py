"""A body of the register by what a person types: its name of any time, an abbreviation, an alias or its id."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from graph.keys import fold
from graph.kinds import ActorKind, ChamberType
from queries.answers import Column
from queries.columns import column_of
from seeds.register import Confidence, Register, RegisterRow
from seeds.rows import weakest

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class RegisterBody:
    """A body of the register, with its name on the day asked for; `id` and `sources` as in the register's files.

    `column` is None for a kind never asked for. `is_there`: whether it is there on the day; `valid_from` and `valid_to`
    are the register's.
    """

    id: str
    name: str
    short_name: str
    kind: ActorKind
    chamber_type: ChamberType | None
    column: Column | None
    regions: tuple[str, ...]
    is_there: bool
    valid_from: str | None
    valid_to: str | None
    confidence: Confidence
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundBodies:
    """What a name means: `matches` are equally good; where there is none, the three `nearest`."""

    name: str
    matches: tuple[RegisterBody, ...]
    nearest: tuple[RegisterBody, ...] = ()


def find_bodies(register: Register, name: str, *, date: str | None = None) -> FoundBodies:
    """The bodies of the register that a name means, of those with the best score, sorted by name.

    Bodies that are there on the date (default: today) go before those of another time. The beginning of a name is
    enough where only one body's begins so.
    """
    rows = [register.rows[name]] if name in register.rows else list(_resolved(register, name, date))
    rows = rows or _beginning_so(register, name)
    if rows:
        return FoundBodies(name, tuple(sorted((to_body(register, row, date) for row in rows), key=_by_name)))
    return FoundBodies(name, (), tuple(to_body(register, row, date) for row in _nearest(register, name)))


def to_body(register: Register, row: RegisterRow, date: str | None = None) -> RegisterBody:
    """A row as it is on the date (default: today); a ministry's dated name as its line."""
    line = register.rows[row.parent_id] if row.register_kind == "ministry_name" and row.parent_id else row
    named = register.name_on(line.id, date)
    return RegisterBody(
        id=line.id,
        name=named.name,
        short_name=named.short_name or named.name,
        kind=line.kind,
        chamber_type=line.chamber_type,
        column=column_of(line.kind, line.chamber_type),
        regions=line.regions,
        is_there=register.exists_on(line.id, date),
        valid_from=named.valid_from,
        valid_to=named.valid_to,
        confidence=weakest(line.confidence, named.confidence),
        sources=named.sources,
    )


def _resolved(register: Register, name: str, date: str | None) -> Iterable[RegisterRow]:
    dated = [one for one in register.resolve(name) if register.exists_on(one.row.id, date)]
    found = dated or register.resolve(name)
    best = max((one.score for one in found), default=0.0)
    return (one.row for one in found if one.score == best)


def _beginning_so(register: Register, name: str) -> list[RegisterRow]:
    asked = f"{fold(name)} "
    ids = {id for surface, id in register.surfaces() if asked.strip() and fold(surface).startswith(asked)}
    return [register.rows[id] for id in ids] if len(ids) == 1 else []


def _nearest(register: Register, name: str) -> list[RegisterRow]:
    asked = fold(name)
    likeness: dict[str, float] = {}
    for surface, id in register.surfaces():
        likeness[id] = max(likeness.get(id, 0.0), _likeness(asked, fold(surface)))
    ranked = sorted(likeness, key=lambda id: (-likeness[id], fold(register.rows[id].name), id))
    return [register.rows[id] for id in ranked[:_NEAREST]]


def _likeness(asked: str, surface: str) -> float:
    """As a whole, or (for a little less) as words of a longer name."""
    return max(fuzz.ratio(asked, surface), 0.9 * fuzz.token_set_ratio(asked, surface))


def _by_name(body: RegisterBody) -> tuple[str, str]:
    return fold(body.name), body.id
