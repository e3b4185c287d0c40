"""Regions that questions speak of: the one a person means, and those of which nothing is known."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from graph.errors import QuestionError
from graph.keys import fold
from queries.answers import Evidence, Ignorance, UnknownDistricts, UnknownRegion
from queries.evidence import newest_first
from queries.facts import Facts
from seeds.register import Register

_NEAREST = 3
_KREISE = ("landkreis", "kommunalverband")


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
    """Whether one of these regions lies within the wanted one; never, where the register does not know them."""
    return register.has_region(wanted) and any(
        register.is_within(region, wanted) for region in regions if register.has_region(region)
    )


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
    spoken = _lands_with_bodies(facts, register)
    unknown = [
        UnknownRegion(
            region, name_of(register, region), newest_first(evidence), _reason(region, silent=bool(evidence), of=spoken)
        )
        for region, evidence in silences.items()
        if wanted is None or is_inside(register, (region,), wanted) or is_inside(register, (wanted,), region)
    ]
    return tuple(sorted(unknown, key=lambda region: (fold(region.name), region.region)))


def _reason(region: str, *, silent: bool, of: frozenset[str]) -> Ignorance:
    if silent:
        return Ignorance.SILENCE
    return Ignorance.NO_INITIATIVE if region in of else Ignorance.NOTHING_NAMED


def _lands_with_bodies(facts: Facts, register: Register) -> frozenset[str]:
    """The Länder in which alone an organisation lies that a document names."""
    lands = (_lands(node.regions, register) for node in facts.nodes.values())
    return frozenset(land for found in lands if len(found) == 1 for land in found)


def unknown_districts(facts: Facts, register: Register, *, wanted: str | None) -> tuple[UnknownDistricts, ...]:
    """For each Land in which documents speak of Kreise those without an initiative, by the Land's name.

    With `wanted`, only those within it.
    """
    smaller = {
        region
        for row in facts.initiatives.values()
        for region in row.regions
        if register.has_region(region) and _is_smaller(region, register)
    }
    about = {*smaller, *(silence.subject for silence in facts.silences if register.has_region(silence.subject))}
    spoken = {land for region in about if register.region(region).kind in _KREISE for land in register.lands_of(region)}
    found = (_districts(land, smaller, register, wanted) for land in spoken)
    return tuple(sorted((one for one in found if one.count), key=lambda one: (fold(one.name), one.land)))


def _districts(land: str, smaller: Iterable[str], register: Register, wanted: str | None) -> UnknownDistricts:
    kreise = [
        region
        for region in register.regions.values()
        if region.kind in (*_KREISE, "kreisfreie_stadt")
        and region.population  # a former one has no towns
        and register.is_within(region.id, land)
        and (wanted is None or register.is_within(region.id, wanted))
    ]
    inside = [region for region in smaller if land in register.lands_of(region)]
    silent = [one for one in kreise if not any(_meet(one.id, region, register) for region in inside)]
    named = sorted(((one.id, one.name) for one in silent), key=lambda pair: (fold(pair[1]), pair[0]))
    return UnknownDistricts(land, name_of(register, land), tuple(named), len(kreise))


def _meet(one: str, other: str, register: Register) -> bool:
    return register.is_within(one, other) or register.is_within(other, one)


def _is_smaller(region: str, register: Register) -> bool:
    """Whether it is a part of one Land, not all of it."""
    lands = register.lands_of(region)
    return len(lands) == 1 and region not in lands


def _lands(regions: Iterable[str], register: Register) -> frozenset[str]:
    return frozenset(land for one in regions if register.has_region(one) for land in register.lands_of(one))


def _lands_without_initiative(facts: Facts, register: Register) -> list[str]:
    """Länder no initiative lies in; one of all Germany lies in none of them."""
    told = {land for row in facts.initiatives.values() for land in row.lands}
    return [land.id for land in register.lands() if land.id not in told]


def _nearest(register: Register, name: str) -> list[str]:
    surfaces = sorted({surface for surface, _ in register.region_surfaces()})
    found = process.extract(fold(name), surfaces, scorer=fuzz.ratio, processor=fold, limit=_NEAREST)
    return [surface for surface, _, _ in found]
