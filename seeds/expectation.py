"""Whom the register expects somewhere: the yardstick for gaps, by territory, sector and date.

Comes in: bodies, chamber districts and places. Goes out: bodies by column, best placed first. The register holds no
universities, and its list of local union offices is not complete: an empty answer never means that there is none.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.kinds import ActorKind
from seeds.periods import ALWAYS, Span, overlaps
from seeds.places import Places
from seeds.rows import Confidence, District, Region, RegisterRow, Sector, weakest

COLUMNS = ("ihk", "hwk", "union", "employers", "government", "science")
"""The columns of an answer, in this order."""

NOT_HELD = frozenset({"science"})
"""Columns the register knows nothing about: empty there means unknown."""


class Unheld(StrEnum):
    """Kinds of bodies that the register does not hold, or not wholly: to be said with each answer."""

    MUNICIPAL_BODIES = "municipal_bodies"
    DEVELOPMENT_AGENCIES = "development_agencies"
    EMPLOYMENT_AGENCIES = "employment_agencies"
    UNIVERSITIES = "universities"
    COMPANIES = "companies"
    UNION_OFFICES = "union_offices"


DEFAULT_SECTORS = frozenset({Sector.CROSS_SECTOR, Sector.METAL, Sector.CHEMISTRY})
"""Whose bodies are expected when no sector is asked for."""


class Ground(StrEnum):
    """Why a body is expected; the closest first."""

    PLACE = "place"
    ASSOCIATION = "association"
    DISTRICT = "district"
    LAND = "land"
    DISTRICT_PART = "district_part"
    LAND_PART = "land_part"
    FEDERAL = "federal"


_GROUNDS = tuple(ground.value for ground in Ground)
OTHER_TIME = "other_time"
"""Among the reasons of a body that the date is too early for."""
_LAND_CHAMBERS = ("chamber_land", "craft_land")


@dataclass(frozen=True, slots=True)
class ExpectedBody:
    """A body that could sit there. `partial`: one of several, of which only one need be competent.

    `reasons` holds the ground and, for unions and associations, the sectors that fitted; a chamber that the date is
    too early for says "other_time" (there was a predecessor, which the register does not hold). `confidence` is the
    weakest of body, district and region. For a ministry `row` is the line and `named` its name on the date, if known.
    """

    row: RegisterRow
    reasons: tuple[str, ...]
    partial: bool
    confidence: Confidence
    named: RegisterRow | None = None


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where and when is asked. `leaves` are Kreise and towns, each town with its Kreis in `around`."""

    region: Region
    lands: frozenset[str]
    leaves: frozenset[str]
    around: frozenset[str]
    days: Span

    @property
    def is_land(self) -> bool:
        return self.region.kind == "land"

    @property
    def is_country(self) -> bool:
        return self.region.kind == "country"


class Expectations:
    """Answers whom the register expects; built once."""

    def __init__(
        self,
        rows: Mapping[str, RegisterRow],
        districts: Iterable[District],
        places: Places,
        lifetimes: Mapping[str, Span],
    ) -> None:
        self._rows = rows
        self._places = places
        self._lifetimes = lifetimes
        self._order = {row_id: number for number, row_id in enumerate(rows)}
        self._districts: dict[tuple[str, str], list[District]] = defaultdict(list)
        for district in districts:
            self._districts[district.chamber_kind, district.place_id].append(district)
        self._names: dict[str, list[RegisterRow]] = defaultdict(list)
        for row in rows.values():
            if row.register_kind == "ministry_name":
                self._names[row.parent_id or ""].append(row)

    def expected(
        self, region_id: str, days: Span, sectors: frozenset[Sector]
    ) -> Mapping[str, tuple[ExpectedBody, ...]]:
        """The bodies of every column: by ground, competent for all of it before one of several, in the files' order."""
        scope = self._scope(region_id, days)
        union = (ActorKind.UNION,)
        business = (ActorKind.EMPLOYERS_ASSOCIATION, ActorKind.BUSINESS_ASSOCIATION)
        return {
            "ihk": self._chambers("ihk", scope),
            "hwk": self._chambers("hwk", scope),
            "union": self._associations(union, scope, sectors),
            "employers": self._associations(business, scope, sectors),
            "government": tuple(self._ministries(scope)),
            "science": (),
        }

    def _scope(self, region_id: str, days: Span) -> _Scope:
        region = self._places.region(region_id)
        leaves = self._places.leaves(region_id)
        towns = [self._places.region(leaf) for leaf in leaves]
        kreise = {town.parents[0] for town in towns if town.kind == "gemeinde"}
        lands = frozenset(self._places.lands_of(region_id))
        return _Scope(region, lands, leaves, leaves | kreise, days)

    def _chambers(self, kind: str, scope: _Scope) -> tuple[ExpectedBody, ...]:
        bodies = [row for row in self._rows.values() if row.kind is ActorKind.CHAMBER and row.chamber_type == kind]
        if scope.is_country:
            found = [_body(row, Ground.FEDERAL) for row in bodies if row.level == "federal"]
        elif scope.is_land:
            own = [row for row in bodies if scope.lands.intersection(row.regions)]
            whole = [_body(row, Ground.ASSOCIATION) for row in own if row.register_kind in _LAND_CHAMBERS]
            found = whole + _one_of(_body(row, Ground.DISTRICT) for row in own if row.register_kind == kind)
        else:
            found = self._district_chambers(kind, scope)
        return self._sorted(body if self._is_alive(body.row, scope) else _too_early(body) for body in found)

    def _district_chambers(self, kind: str, scope: _Scope) -> list[ExpectedBody]:
        found: dict[str, ExpectedBody] = {}
        limit = scope.region.confidence if len(scope.leaves) > 1 else Confidence.HIGH
        for leaf in sorted(scope.leaves):
            competent = self._competent(kind, leaf)
            ground = Ground.DISTRICT if len(competent) == 1 else Ground.DISTRICT_PART
            for district in competent:
                row = self._rows[district.chamber_id]
                body = _body(row, ground, weakest(row.confidence, district.confidence, limit))
                if row.id not in found or ground is Ground.DISTRICT:
                    found[row.id] = body
        return _one_of(found.values())

    def _competent(self, kind: str, place_id: str) -> list[District]:
        """The districts of a place. A town follows its own row, else its Kreis less the towns listed one by one."""
        own = self._districts.get((kind, place_id), [])
        region = self._places.region(place_id)
        if own or region.kind != "gemeinde":
            return own
        around = self._districts.get((kind, region.parents[0]), [])
        return [district for district in around if district.coverage != "listed"]

    def _associations(
        self, kinds: tuple[ActorKind, ...], scope: _Scope, sectors: frozenset[Sector]
    ) -> tuple[ExpectedBody, ...]:
        found: list[ExpectedBody] = []
        for row in self._rows.values():
            fitting = self._sectors(row) & sectors if row.kind in kinds else frozenset()
            ground = self._ground(row, scope) if fitting and self._is_alive(row, scope) else None
            if ground:
                body = _body(row, ground)
                found.append(replace(body, reasons=(*body.reasons, *sorted(fitting))))
        return self._sorted(_one_of_each_parent(found, scope.lands))

    def _sectors(self, row: RegisterRow) -> frozenset[Sector]:
        """A union's district works in every sector of its union."""
        parent = self._rows.get(row.parent_id or "")
        if parent and parent.register_kind in ("union", "union_district"):
            return row.sectors | self._sectors(parent)
        return row.sectors

    def _ground(self, row: RegisterRow, scope: _Scope) -> Ground | None:
        if scope.is_country or row.level == "federal":
            return Ground.FEDERAL if scope.is_country and row.level == "federal" else None
        if row.places:
            return Ground.PLACE if not scope.is_land and scope.around.intersection(row.places) else None
        if scope.lands.isdisjoint(row.regions) or row.register_kind == "union_office":
            return None
        parent = self._rows.get(row.parent_id or "")
        if scope.is_land and (row.level == "local" or (parent and parent.level != "federal")):
            return None
        return Ground.LAND_PART if scope.lands.intersection(row.regions_partial) else Ground.LAND

    def _ministries(self, scope: _Scope) -> Iterator[ExpectedBody]:
        lands = frozenset({"de"}) if scope.is_country else scope.lands
        for line in self._rows.values():
            if line.register_kind != "ministry_line" or lands.isdisjoint(line.regions):
                continue
            named = self.named_on(line.id, scope.days)
            if named is None or named.same_as is None:
                ground = Ground.FEDERAL if scope.is_country else Ground.LAND
                body = _body(line, ground, weakest(line.confidence, named.confidence if named else Confidence.LOW))
                yield replace(body, partial=len(lands) > 1, named=named)

    def named_on(self, line_id: str, days: Span) -> RegisterRow | None:
        """The name of a ministry's line on these days, the latest where there are several; None where none is known."""
        names = [row for row in self._names.get(line_id, ()) if self.exists_on(row.id, days)]
        return max(names, key=lambda row: row.valid_from or "", default=None)

    def exists_on(self, row_id: str, days: Span) -> bool:
        """Whether a body is there on one of these days; one without dates always is."""
        return overlaps(self._lifetimes.get(row_id, ALWAYS), days)

    def _is_alive(self, row: RegisterRow, scope: _Scope) -> bool:
        return self.exists_on(row.id, scope.days)

    def _sorted(self, bodies: Iterable[ExpectedBody]) -> tuple[ExpectedBody, ...]:
        return tuple(
            sorted(bodies, key=lambda body: (_GROUNDS.index(body.reasons[0]), body.partial, self._order[body.row.id]))
        )


def _body(row: RegisterRow, ground: Ground, confidence: Confidence | None = None) -> ExpectedBody:
    partial = ground in (Ground.DISTRICT_PART, Ground.LAND_PART)
    return ExpectedBody(row, (ground.value,), partial, confidence or row.confidence)


def _one_of(bodies: Iterable[ExpectedBody]) -> list[ExpectedBody]:
    """Several chambers of one kind: each is competent for a part only."""
    found = list(bodies)
    return found if len(found) < 2 else [replace(body, partial=True) for body in found]


def _one_of_each_parent(bodies: list[ExpectedBody], lands: frozenset[str]) -> Iterator[ExpectedBody]:
    """Offices side by side, and districts that do not reach over all Länder asked for, share their part."""
    offices = Counter(
        (body.row.parent_id, body.row.register_kind) for body in bodies if body.reasons[0] == Ground.PLACE
    )
    for body in bodies:
        beside = offices[body.row.parent_id, body.row.register_kind] > 1 and body.reasons[0] == Ground.PLACE
        reaches = body.row.level == "federal" or lands.issubset(body.row.regions)
        yield replace(body, partial=body.partial or beside or not reaches)


def _too_early(body: ExpectedBody) -> ExpectedBody:
    return replace(body, reasons=(*body.reasons, OTHER_TIME), confidence=Confidence.LOW)
