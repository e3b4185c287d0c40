"""Whether somebody's territory reaches an initiative's place: no chamber of another district, no far company. Pure."""

from collections.abc import Iterable

from queries.answers import ActorRow
from queries.nearness import Lies, Near
from seeds.register import Register

BESIDE = (Lies.SAME, Lies.WITHIN, Lies.AROUND, Lies.CLOSE)
"""What lies so is beside a place."""
_DISTRICTS = ("ihk", "hwk", "arbeitskammer")


class Reach:
    """Asked for one place. `lands` are its Länder, `competent` the register ids of those competent for it."""

    def __init__(self, register: Register, *, lands: Iterable[str], competent: frozenset[str]) -> None:
        self._register = register
        self._lands = frozenset(lands)
        self._competent = competent

    def is_open(self, actor: ActorRow) -> bool:
        """Whether nothing that is known of its territory speaks against it."""
        row = self._register.rows.get(actor.register_id or "")
        if row is not None and (row.level == "local" or bool(row.places) or row.register_kind in _DISTRICTS):
            return row.id in self._competent
        return self.reaches(actor.regions)

    def reaches(self, regions: Iterable[str]) -> bool:
        """The same of one of whom the register tells nothing, by its regions."""
        lands = self._lands_of(regions)
        return not lands or "de" in lands or not self._lands.isdisjoint(lands)

    def is_met(self, actor: ActorRow, near: Iterable[Near | None]) -> bool:
        """The same for one who sits in initiatives that lie so: where nothing is known of it, one of them is beside."""
        known = bool(actor.regions) or actor.register_id is not None
        return self.is_open(actor) and (known or any(one is not None and one.lies in BESIDE for one in near))

    def _lands_of(self, regions: Iterable[str]) -> frozenset[str]:
        known = [region for region in regions if self._register.has_region(region)]
        return frozenset(land for region in known for land in self._register.lands_of(region) or ("de",))
