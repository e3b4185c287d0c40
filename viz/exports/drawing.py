"""What an export draws: symbols and lines in words, with their sources. From a `Picture`; next: one writer a format."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from graph.kinds import Role, Strength
from queries.answers import AbsenceLink, ActorRow, Evidence, InitiativeRow, Link, Picture
from queries.evidence import newest_date
from queries.regions import name_of
from viz.citations import Json, shown_address
from viz.lands import Lands
from viz.map_data import gather
from viz.palette import INITIATIVE, Look, Stroke, load_palette, look_key
from viz.wording.places import with_region

Row: TypeAlias = ActorRow | InitiativeRow


class Sort(StrEnum):
    """What a symbol or a line stands for."""

    ACTOR = "actor"
    GROUP = "group"
    INITIATIVE = "initiative"
    PARTICIPATION = "participation"
    ABSENCE = "absence"


@dataclass(frozen=True, slots=True)
class Source:
    """A document. `address` is a web address or a file's name, never a path."""

    title: str
    address: str
    date: str | None

    def __str__(self) -> str:
        return f"{self.title} ({self.address})" if self.title and self.title != self.address else self.address


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind a symbol or a line; `newest` is None where no statement is dated."""

    statements: int
    newest: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a symbol lies on the map, and its radius: pixels at a zoom of 1; y grows downwards."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Symbol:
    """An actor, a group or an initiative. `regions` and `lands` are names, `part_of` the name of the whole.

    `label` is the name, with the region where another one of its sort has the same. `place` is None where the format
    draws nothing.
    """

    sort: Sort
    row: Row
    label: str
    look: Look
    regions: tuple[str, ...]
    lands: tuple[str, ...]
    part_of: str | None
    backing: Backing
    place: Place | None


@dataclass(frozen=True, slots=True)
class Line:
    """A participation, or a documented absence: from `who` to an initiative, by their ids. Never without a statement.

    `newest` is the newest of the statements.
    """

    id: str
    who: str
    initiative: str
    code: Role | Strength
    stroke: Stroke
    backing: Backing
    newest: Evidence

    @property
    def sort(self) -> Sort:
        """Whether somebody takes part, or does not."""
        return Sort.PARTICIPATION if isinstance(self.code, Role) else Sort.ABSENCE


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a format writes; initiatives first, then actors and groups. `notes` say what was asked, and when."""

    symbols: tuple[Symbol, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    made_on: str


def draw(
    picture: Picture,
    lands: Lands,
    *,
    kept: Iterable[str] | None = None,
    with_absences: bool,
    placed: bool,
    notes: Sequence[str],
    made_on: str,
) -> Drawing:
    """The picture in the order of the map, only what is `kept` (ids of nodes; None: everything).

    `placed`: with the positions of the whole map, so that a part of it looks the same. A group is drawn where a line
    leads to it: apart from its initiative it says nothing.
    """
    places = _places(picture, lands) if placed else {}
    named: dict[str, Row] = {row.id: row for row in picture.initiatives} | {row.id: row for row in picture.actors}
    ids = named.keys() if kept is None else named.keys() & {*kept}
    facts: tuple[Link | AbsenceLink, ...] = (*picture.links, *(picture.absences if with_absences else ()))
    lines = tuple(line for fact in facts if (line := _line(fact)).who in ids and line.initiative in ids)
    told = _told(facts, lines)
    symbols = (
        _symbol(row, named, lands, backing=_backing(told.get(id, ())), place=places.get(id))
        for id, row in named.items()
        if id in ids and (id in told or not _is_group(row))
    )
    return Drawing(tuple(_told_apart(tuple(symbols))), lines, tuple(notes), made_on)


def _told_apart(symbols: Sequence[Symbol]) -> Iterator[Symbol]:
    """With the region in the label of those whose name another one of their sort has."""
    bearers = Counter((one.sort, one.row.name) for one in symbols)
    for one in symbols:
        is_one_of_many = bearers[one.sort, one.row.name] > 1
        yield replace(one, label=with_region(one.label, ", ".join(one.regions))) if is_one_of_many else one


def _is_group(row: Row) -> bool:
    return isinstance(row, ActorRow) and row.is_group


def _places(picture: Picture, lands: Lands) -> dict[str, Place]:
    ids = [*(row.id for row in picture.initiatives), *(row.id for row in picture.actors)]
    nodes = gather(picture, lands).nodes
    return {
        id: Place(_number(node["x"]), _number(node["y"]), _number(node["size"]))
        for id, node in zip(ids, nodes, strict=True)
    }


def _number(value: Json) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _line(fact: Link | AbsenceLink) -> Line:
    palette, backing = load_palette(), _backing(fact.evidence)
    if isinstance(fact, Link):
        stroke = palette.stroke(fact.role)
        return Line(fact.id, fact.participant_id, fact.initiative_id, fact.role, stroke, backing, fact.evidence[0])
    stroke = next(one for one in palette.absences if one.key == fact.strength)
    return Line(fact.id, fact.absent_id, fact.initiative_id, fact.strength, stroke, backing, fact.evidence[0])


def _told(facts: Iterable[Link | AbsenceLink], lines: Iterable[Line]) -> Mapping[str, list[Evidence]]:
    """The statements of the lines at each end."""
    evidence = {fact.id: fact.evidence for fact in facts}
    told: defaultdict[str, list[Evidence]] = defaultdict(list)
    for line in lines:
        for end in (line.who, line.initiative):
            told[end].extend(evidence[line.id])
    return told


def _backing(evidence: Iterable[Evidence]) -> Backing:
    items = tuple(dict.fromkeys(evidence))
    return Backing(len(items), newest_date(items), tuple(dict.fromkeys(_sources(items))))


def _sources(evidence: Iterable[Evidence]) -> Iterator[Source]:
    """The documents, without the decisions of persons."""
    for item in evidence:
        if item.correction is None:
            address = shown_address(item.document_address)
            yield Source(item.document_title, str(address.get("link") or address["file"]), item.document_date)


def _symbol(
    row: Row,
    named: Mapping[str, Row],
    lands: Lands,
    *,
    backing: Backing,
    place: Place | None,
) -> Symbol:
    regions = tuple(name_of(lands.register, one) for one in row.regions)
    if isinstance(row, ActorRow):
        look = load_palette().look(look_key(row.kind, row.chamber_type))
        sort = Sort.GROUP if _is_group(row) else Sort.ACTOR
        within = tuple(map(lands.name, lands.of(row.regions)))
        return Symbol(sort, row, row.name, look, regions, within, None, backing, place)
    look, whole = load_palette().look(INITIATIVE), named.get(row.parent_id or "")
    regions = (row.region_name,) if row.region_name else regions
    part_of = whole.name if whole else None
    within = tuple(map(lands.name, row.lands))
    return Symbol(Sort.INITIATIVE, row, row.name, look, regions, within, part_of, backing, place)
