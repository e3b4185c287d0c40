"""Who is competent where an initiative lies, by the register: its place, its sectors and a day. Next: `expected.py`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.kinds import ActorKind
from queries.answers import Column, InitiativeRow
from seeds.expectation import OTHER_TIME, ExpectedBody, Ground
from seeds.register import Confidence, Register, Sector
from seeds.rows import weakest

_GROUNDS = tuple(Ground)
_Key = tuple[tuple[str, ...], frozenset[Sector]]


@dataclass(frozen=True, slots=True)
class Competent:
    """A body of the register that is competent for a place on a day; `name` and `short_name` are those of the day.

    `id` is its row in the register, `sources` the codes of that row's sources. `ground` is why, and for unions and
    associations `sectors` are those that fitted. `partial`: one of several, of which only one need be competent.
    `is_predecessor`: there was another body then, which the register does not hold.
    """

    id: str
    name: str
    short_name: str
    kind: ActorKind
    ground: Ground
    sectors: tuple[Sector, ...]
    partial: bool
    is_predecessor: bool
    confidence: Confidence
    sources: tuple[str, ...]


class Competence:
    """Answers for many initiatives on one day; each place and set of sectors is looked up once."""

    def __init__(self, register: Register, day: str) -> None:
        self._register = register
        self._day = day
        self._known: dict[_Key, Mapping[Column, tuple[Competent, ...]]] = {}

    def of(self, initiative: InitiativeRow, *, every_sector: bool = False) -> Mapping[Column, tuple[Competent, ...]]:
        """The bodies by column, closest ground first; those of metal, chemistry, all sectors and its topics."""
        sectors = frozenset(Sector) if every_sector else self._register.sectors_named(*initiative.topics)
        return self.at(self._places(initiative), sectors)

    def at(
        self, places: Iterable[str], sectors: frozenset[Sector] = frozenset()
    ) -> Mapping[Column, tuple[Competent, ...]]:
        """The same for places themselves, which are ids of the register; those that are not known are left out."""
        key = tuple(sorted(filter(self._register.has_region, places))), sectors
        if key not in self._known:
            self._known[key] = self._look_up(*key)
        return self._known[key]

    def has_place(self, initiative: InitiativeRow) -> bool:
        """Whether the register knows where it lies."""
        return bool(self._places(initiative))

    def _places(self, initiative: InitiativeRow) -> tuple[str, ...]:
        """Its regions, or the one of them that its own words narrow down: a split Kreis goes by its towns."""
        known = tuple(sorted(filter(self._register.has_region, initiative.regions)))
        if len(known) == 1 and initiative.region_name:
            found = self._register.find_region(initiative.region_name, within=known[0])
            if found and self._register.is_within(found.id, known[0]):
                return (found.id,)
        return known

    def _look_up(self, places: tuple[str, ...], sectors: frozenset[Sector]) -> Mapping[Column, tuple[Competent, ...]]:
        found: defaultdict[Column, list[ExpectedBody]] = defaultdict(list)
        for place in places:
            for column, bodies in self._register.expected(region=place, date=self._day, sectors=sectors).items():
                found[Column(column)] += bodies
        return {column: tuple(map(_competent, _merged(bodies, len(places)))) for column, bodies in found.items()}


def _merged(bodies: Iterable[ExpectedBody], places: int) -> list[ExpectedBody]:
    """Each body once, by its closest ground; who is not competent for every place is one of several."""
    by_id: defaultdict[str, list[ExpectedBody]] = defaultdict(list)
    for body in bodies:
        by_id[body.row.id].append(body)
    merged = [_as_one(same, is_everywhere=len(same) == places) for same in by_id.values()]
    return sorted(merged, key=_closeness)


def _as_one(same: list[ExpectedBody], *, is_everywhere: bool) -> ExpectedBody:
    closest = min(same, key=_closeness)
    partial = not is_everywhere or any(body.partial for body in same)
    return replace(closest, partial=partial, confidence=weakest(*(body.confidence for body in same)))


def _closeness(body: ExpectedBody) -> tuple[int, bool]:
    return _GROUNDS.index(Ground(body.reasons[0])), body.partial


def _competent(body: ExpectedBody) -> Competent:
    ground, *others = body.reasons
    named = body.named or body.row
    return Competent(
        id=body.row.id,
        name=named.name,
        short_name=named.short_name,
        kind=body.row.kind,
        ground=Ground(ground),
        sectors=tuple(Sector(word) for word in others if word != OTHER_TIME),
        partial=body.partial,
        is_predecessor=OTHER_TIME in others,
        confidence=body.confidence,
        sources=named.sources,
    )
