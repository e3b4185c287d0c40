"""Where initiatives are at home, in words, and the rows of the matrix in that order."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from queries.answers import CoverageRow, InitiativeRow
from queries.regions import name_of
from seeds.register import Register
from viz.lands import is_federal
from viz.language import _


def by_place(rows: Iterable[CoverageRow], register: Register) -> Iterator[tuple[str, list[CoverageRow]]]:
    """The rows under the names of their Länder; before these what is nationwide, then what has no region."""
    in_order = sorted(rows, key=lambda row: (bool(row.initiative.lands), not is_federal(row.initiative.regions)))
    for place, members in groupby(in_order, lambda row: name_lands(row.initiative, register)):
        yield place, list(members)


def name_lands(row: InitiativeRow, register: Register) -> str:
    """Its Länder, or that it is there for the whole country, or that no document gives it a region."""
    if is_federal(row.regions):
        return _("nationwide")
    return ", ".join(name_of(register, land) for land in row.lands) or _("without a region")


def with_region(name: str, region: str | None) -> str:
    """The name with its region, where it does not say it itself."""
    return f"{name} ({region})" if region and region not in name else name
