"""Whom one could ask in a town, without an initiative: who is competent, which initiatives lie around it, who helps.

From the facts and the landscape of all initiatives; next: `partners --place`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.keys import fold
from graph.store import Store
from queries.asked import ask_body, ask_initiative
from queries.competence import Competence
from queries.dates import day_or_today
from queries.drafts import Drafts
from queries.expected import UNHELD
from queries.facts import Facts
from queries.interests import interested
from queries.landscape import Landscape, Surrounding, build_landscape, is_past
from queries.nearness import CLOSE_KM, Lies, Near, Nearness, Territory
from queries.neighbourhood import Neighbourhood
from queries.pausing import collection_paused
from queries.quoting import with_quotes
from queries.resemblance import UNLIKE, Neighbour
from queries.snapshot import read_facts
from queries.speaking import Voices
from queries.steady import steady
from queries.suggestions import NearbyPart, Suggestion
from queries.vacant import part_at_place
from seeds.expectation import Unheld
from seeds.register import Region, Register

_HERE = 2.0
_WHOLE_LAND = 0.75
_COUNTRY = 0.25
_TABLE = 0.25
"""What a table one can sit at adds to an initiative."""


@dataclass(frozen=True, slots=True)
class PlacePartners:
    """Whom one could ask in a place, best first; `rest` are those beyond the limit. `date` is the day asked for."""

    place: Region
    suggestions: tuple[Suggestion, ...]
    rest: int
    date: str
    unheld: tuple[Unheld, ...] = UNHELD


@steady
def partners_at(
    store: Store, register: Register, place: str, *, date: str | None = None, limit: int | None = None
) -> PlacePartners:
    """Whom one could ask in the region with this id, as known until and standing at the date (default: today).

    Raises RegisterError("unknown_region").
    """
    with collection_paused():
        facts = read_facts(store, register, date=date)
        return partners_in(facts, build_landscape(facts, date=date), register, place, date=date, limit=limit)


def partners_in(
    facts: Facts,
    landscape: Landscape,
    register: Register,
    place: str,
    *,
    date: str | None = None,
    limit: int | None = None,
) -> PlacePartners:
    """The same from what was read already."""
    region, here, day = register.region(place), (place,), day_or_today(date)
    nearness, drafts = Nearness(register), Drafts()
    around = [one for one in _around(here, landscape, nearness) if not is_past(one[0].row, day)]
    _add_competent(drafts, around, facts, landscape, register, place=place, day=day)
    for other, near in around:
        if points := _points(other, near, register):
            drafts.add(ask_initiative(other.row), _nearby(other, near, points, landscape))
    for one in interested(here, facts, nearness):
        drafts.add(one.asked, one.part)
    ranked = drafts.ranked()
    shown = ranked[:limit]
    return PlacePartners(region, with_quotes(shown, facts.links), len(ranked) - len(shown), day)


def _add_competent(
    drafts: Drafts,
    around: Iterable[tuple[Surrounding, Near]],
    facts: Facts,
    landscape: Landscape,
    register: Register,
    *,
    place: str,
    day: str,
) -> None:
    """Who is competent there, each with the seats that it, or what it is a part of, has around."""
    nodes = {actor.register_id: id for id, actor in facts.nodes.items() if actor.register_id}
    voices = Voices(facts, register)
    weighed = [Neighbour(other.row.id, near, UNLIKE, _WEIGHTS[near.lies]) for other, near in around]
    neighbourhood = Neighbourhood(weighed, landscape)
    for column, bodies in Competence(register, day).at((place,)).items():
        for body in bodies:
            asked = ask_body(body, register, nodes.get(body.id))
            drafts.add(asked, part_at_place(column, body))
            own = [nodes[key] for key in (body.id, *voices.wholes(body.id)) if key in nodes]
            if part := neighbourhood.part(own):
                drafts.add(asked, part)


def _around(here: Territory, landscape: Landscape, nearness: Nearness) -> Iterator[tuple[Surrounding, Near]]:
    """The initiatives that lie there, around it, within 40 km, or are there for the whole country."""
    for other in landscape.initiatives.values():
        near = nearness.between(here, other.place)
        if near is not None and near.lies is not Lies.LAND:
            yield other, near


def _points(other: Surrounding, near: Near, register: Register) -> float:
    table = _TABLE if other.counts else 0.0
    if near.lies is Lies.COUNTRY:
        return _COUNTRY if other.counts else 0.0
    if near.lies is Lies.AROUND and all(register.region(region).kind == "land" for region in other.place):
        return _WHOLE_LAND + table
    return round(_HERE * (1 - (near.km or 0) / (2 * CLOSE_KM)), 2) + table


def _nearby(other: Surrounding, near: Near, points: float, landscape: Landscape) -> NearbyPart:
    return NearbyPart(points, near, _names(other.seats, landscape), _names(other.groups, landscape))


def _names(ids: Iterable[str], landscape: Landscape) -> tuple[str, ...]:
    return tuple(sorted((landscape.actors[id].name for id in ids), key=lambda name: (fold(name), name)))


_WEIGHTS = {Lies.SAME: 0.5, Lies.WITHIN: 0.5, Lies.AROUND: 0.4, Lies.CLOSE: 0.4, Lies.COUNTRY: 0.3}
