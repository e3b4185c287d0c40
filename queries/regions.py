"""Regions that questions speak of: the one a person means, and those of which nothing is known."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from graph.errors import QuestionError
from graph.keys import fold
from queries.answers import Evidence, UnknownRegion
from queries.evidence import newest_first
from queries.facts import Facts
from seeds.register import Register

_NEAREST = 3


def find_region(register: Register, name: str) -> str:
    """The id of the region a person means, by id or name.

    Raises QuestionError("unknown_region", name=…, nearest=…): the three names most like it, separated by commas.
    """
    if register.has_region(name):
        return name
    region = register.find_region(name)
    if region is None:
        raise QuestionError("unknown_region", name=name, nearest=", ".join(_nearest(register, name)))
    return region.id


def name_of(register: Register, region: str) -> str:
    """The region's name, its id where the register does not know it."""
    return register.region(region).name if register.has_region(region) else region


def is_inside(register: Register, regions: Iterable[str], wanted: str) -> bool:
    """Whether one of these regions lies within the wanted one."""
    return any(register.is_within(region, wanted) for region in regions if register.has_region(region))


def unknown_regions(facts: Facts, register: Register, *, wanted: str | None) -> tuple[UnknownRegion, ...]:
    """Regions that are "keine Angaben": of a silence, and Länder without an initiative. Sorted by name, then id.

    Without any document nothing is said. With `wanted`, only regions within it or around it are told.
    """
    if not facts.documents:
        return ()
    silences: defaultdict[str, list[Evidence]] = defaultdict(list)
    for silence in facts.silences:
        silences[silence.subject].extend(silence.evidence)
    for land in _lands_without_initiative(facts, register):
        silences.setdefault(land, [])
    unknown = [
        UnknownRegion(region, name_of(register, region), newest_first(evidence))
        for region, evidence in silences.items()
        if wanted is None or is_inside(register, (region,), wanted) or is_inside(register, (wanted,), region)
    ]
    return tuple(sorted(unknown, key=lambda region: (fold(region.name), region.region)))


def _lands_without_initiative(facts: Facts, register: Register) -> list[str]:
    """Länder no initiative lies in; one of all Germany lies in none of them."""
    told = {land for row in facts.initiatives.values() for land in row.lands}
    return [land.id for land in register.lands() if land.id not in told]


def _nearest(register: Register, name: str) -> list[str]:
    surfaces = sorted({surface for surface, _ in register.region_surfaces()})
    found = process.extract(fold(name), surfaces, scorer=fuzz.ratio, processor=fold, limit=_NEAREST)
    return [surface for surface, _, _ in found]
