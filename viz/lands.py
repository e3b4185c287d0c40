"""The Länder of the register, as the map needs them: their names, and in which of them a region lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import AtlasError
from seeds.outline import Point
from seeds.register import Register, load_register
from viz.geography import middles, project

FEDERAL = "de"
"""Stands in the place of a Land for what is there for the whole country."""
ACROSS = "across"
"""The home of what several Länder share."""
NOWHERE = "nowhere"
"""The home of what no document gives a region."""
_WHOLE = ("country", "land")


@dataclass(frozen=True, slots=True)
class Lands:
    """Looks up Länder. A region that the register does not know lies in none and is called by its id."""

    register: Register

    def name(self, land: str) -> str:
        """What people call this Land."""
        try:
            return self.register.region(land).name
        except (AtlasError, KeyError):
            return land

    def of(self, regions: tuple[str, ...]) -> tuple[str, ...]:
        """The Länder in which these regions lie, sorted; none for the whole country."""
        found: set[str] = set()
        for region in regions:
            try:
                found.update(self.register.lands_of(region))
            except (AtlasError, KeyError):
                continue
        return tuple(sorted(found))

    def seat(self, regions: Sequence[str], lands: Sequence[str]) -> Point | None:
        """Where on the drawing these regions lie, in kilometres: the middle of the towns, Kreise and regions among
        them, else that of their Länder; None for what lies in no Land.
        """
        known = [self.register.region(one) for one in regions if self.register.has_region(one)]
        towns = [
            project(one.longitude, one.latitude)
            for one in known
            if one.kind not in _WHOLE and one.longitude is not None and one.latitude is not None
        ]
        points = towns or [middles()[land] for land in lands if land in middles()]
        if not points:
            return None
        return (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))


def is_federal(regions: Sequence[str]) -> bool:
    """Whether these regions are the whole country and nothing else."""
    return tuple(regions) == (FEDERAL,)


def home(lands: Sequence[str]) -> str:
    """Where something is grouped: in its only Land (or FEDERAL), ACROSS Länder, NOWHERE.

    >>> home(("de-by",)), home(("de-be", "de-bb")), home(())
    ('de-by', 'across', 'nowhere')
    """
    if not lands:
        return NOWHERE
    return lands[0] if len(lands) == 1 else ACROSS


def load_lands() -> Lands:
    """The Länder of the packaged register."""
    return Lands(load_register())
