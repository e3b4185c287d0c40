"""The register: who exists where, with dates. The one door to `seeds/register/`; see README.md there for its files."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as day
from functools import cached_property, lru_cache
from pathlib import Path

from graph.errors import RegisterError
from seeds.expectation import DEFAULT_SECTORS, NOT_HELD, Expectations, ExpectedBody
from seeds.overlay import lay_over
from seeds.periods import Span, lifetimes, span_of
from seeds.places import Places
from seeds.resolution import Candidate, NameIndex, Reason
from seeds.rows import Confidence, Region, RegisterRow, Sector
from seeds.tables import Tables, TextRow, find_sectors, read_tables
from seeds.wording import BARE_SURFACES

__all__ = [
    "Candidate",
    "Confidence",
    "ExpectedBody",
    "Reason",
    "Region",
    "Register",
    "RegisterRow",
    "Sector",
    "load_register",
]

_KEPT = 4


class Register:
    """Bodies by id in `rows`; names, territories and expectations on request. Never changes once loaded."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.rows: Mapping[str, RegisterRow] = {row.id: row for row in tables.bodies()}
        self._lifetimes = lifetimes(self.rows.values())

    def resolve(self, name: str, *, region: str | None = None, date: str | None = None) -> tuple[Candidate, ...]:
        """The bodies a name may mean, best first, scores in 0..1; ambiguous ones share a score.

        `region` is the region the text speaks about (its Länder count, "de" speaks for the whole country); without
        a date the register of all times answers. Raises RegisterError: unknown_region, bad_date.
        """
        return self._names.resolve(name, lands=self._lands_around(region), days=span_of(date) if date else None)

    def surfaces(self) -> Iterator[tuple[str, str]]:
        """Each wording that is safe to look for in a text, with its row's id, sorted; a dated ministry names its line.

        A wording of several bodies comes once for each. Bare words ("Handelskammer") are in `bare_surfaces`.
        """
        return self._names.surfaces()

    def bare_surfaces(self) -> tuple[str, ...]:
        """Words such as "Wirtschaftsministerium": no alias of anybody, resolved by the Land around them."""
        return BARE_SURFACES

    def expected(
        self, *, region: str, date: str | None = None, sector: str | None = None, sectors: Iterable[Sector] = ()
    ) -> Mapping[str, tuple[ExpectedBody, ...]]:
        """Whom the register expects in a region on a date (None: today), by column and best placed first.

        Columns are ihk, hwk, union, employers, government, science; what `holds` denies is always empty. Without a
        sector: metal, chemistry and cross-sector bodies; with one: its bodies and the cross-sector ones. `sectors` are
        added to these. Raises RegisterError: unknown_region, bad_date, unknown_sector.
        """
        return self._expectations.expected(region, _days(date), _sectors(sector).union(sectors))

    def name_on(self, row_id: str, date: str | None = None) -> RegisterRow:
        """The row that says what a body is called on a date (None: today): of a ministry its dated name, else its own.

        Raises RegisterError: bad_date.
        """
        return self._expectations.named_on(row_id, _days(date)) or self.rows[row_id]

    def exists_on(self, row_id: str, date: str | None = None) -> bool:
        """Whether a body is there on a date (None: today). Raises RegisterError: bad_date."""
        return self._expectations.exists_on(row_id, _days(date))

    def sectors_named(self, *texts: str) -> frozenset[Sector]:
        """The sectors that these texts name with a word of the register ("Fachkräfte in der Chemie": chemistry)."""
        return frozenset(sector for text in texts for sector in find_sectors(text))

    def holds(self, column: str) -> bool:
        """Whether the register knows bodies of a column at all; if not, an empty answer means nothing."""
        return column not in NOT_HELD

    def find_region(self, name: str, *, within: str | None = None) -> Region | None:
        """The Land, Regierungsbezirk, economic region, Kreis or town a name means, or None.

        Forgives blanks, hyphens, additions ("Lingen"), words of place ("Stadt Krefeld") and a genitive. Of namesakes
        the one in `within` or its Land wins, else the larger one.
        """
        return self._places.find(name, within=within)

    def region_surfaces(self) -> Iterator[tuple[str, str]]:
        """Each name of a region that may be looked for in a text, with the region it means when no Land is near.

        Left out: codes of one or two letters and towns whose names are everyday words, too ("Stelle").
        """
        return self._places.surfaces()

    @property
    def everyday_words(self) -> frozenset[str]:
        """Towns' names that are everyday words, too, case folded; `find_region` knows them all the same."""
        return self._places.everyday_words

    @property
    def regions(self) -> Mapping[str, Region]:
        """Every region by id, all municipalities among them."""
        return self._places.regions

    def has_region(self, region_id: str) -> bool:
        """Whether a region has this id."""
        return region_id in self._places.regions

    def lands(self) -> tuple[Region, ...]:
        """The sixteen Länder, sorted by id."""
        return tuple(self.region(key) for key, row in sorted(self._tables.files["regions"].items()) if _is_land(row))

    def region(self, region_id: str) -> Region:
        """The region with this id. Raises RegisterError("unknown_region")."""
        return self._places.region(region_id)

    def lands_of(self, region_id: str) -> tuple[str, ...]:
        """The Länder a region lies in, sorted; none for Germany. Raises RegisterError("unknown_region")."""
        return self._places.lands_of(region_id)

    def parts_of(self, region_id: str) -> frozenset[str]:
        """The Kreise (and, where only these belong to it, towns) of a region; a Kreis or town itself.

        Raises RegisterError("unknown_region").
        """
        return self._places.leaves(region_id)

    def towns_named(self, name: str) -> tuple[Region, ...]:
        """Every town that bears a name, the largest first; other regions of that name only where no town does.

        A Land behind it in parentheses ("Münster (Hessen)") leaves the towns there.
        """
        return self._places.towns(name)

    def is_within(self, inner_id: str, outer_id: str) -> bool:
        """Whether one region lies wholly in another or is the same. Raises RegisterError("unknown_region")."""
        return self._places.is_within(inner_id, outer_id)

    def _lands_around(self, region: str | None) -> frozenset[str]:
        """The Länder to resolve with; a Land or Germany is told without reading every town."""
        if region is None:
            return frozenset()
        row = self._tables.files["regions"].get(region)
        own = region == "de" or (row is not None and _is_land(row))
        return frozenset((region,) if own else self.lands_of(region))

    @cached_property
    def fingerprint(self) -> str:
        """Stands for everything the register holds, a user's corrections too."""
        held = json.dumps(self._tables.files, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(held.encode()).hexdigest()[:16]

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self.rows, self._lifetimes)

    @cached_property
    def _places(self) -> Places:
        return Places(self._tables)

    @cached_property
    def _expectations(self) -> Expectations:
        return Expectations(self.rows, self._tables.districts(), self._places, self._lifetimes)


def load_register(overlay: Path | None = None) -> Register:
    """The shipped register with a user's corrections, if any. Kept until the overlay file changes.

    Raises RegisterError when the overlay cannot be used; its details name the row.
    """
    if overlay is None:
        return _load(None, 0, 0)
    try:
        state = overlay.stat()
    except OSError as error:
        raise RegisterError("overlay_unreadable", path=str(overlay)) from error
    return _load(overlay, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=_KEPT)
def _load(overlay: Path | None, _changed: int, _size: int) -> Register:
    tables = read_tables()
    return Register(lay_over(tables, overlay) if overlay else tables)


def _days(date: str | None) -> Span:
    return span_of(date or day.today().isoformat())


def _is_land(row: TextRow) -> bool:
    return row["kind"] == "land"


def _sectors(sector: str | None) -> frozenset[Sector]:
    if sector is None:
        return DEFAULT_SECTORS
    try:
        return frozenset((Sector(sector), Sector.CROSS_SECTOR))
    except ValueError as error:
        raise RegisterError("unknown_sector", word=sector) from error
