"""The Länder of the register, as the map needs them: their names, and in which of them a region lies."""

from dataclasses import dataclass

from graph.errors import AtlasError
from seeds.register import Register, load_register


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


def load_lands() -> Lands:
    """The Länder of the packaged register."""
    return Lands(load_register())
