"""Which column of the coverage matrix a kind of organisation belongs to. Pure."""

from functools import cache

from graph.kinds import ActorKind, ChamberType
from queries.answers import ActorRow, Column

_BY_KIND = {
    ActorKind.UNION: Column.UNION,
    ActorKind.EMPLOYERS_ASSOCIATION: Column.EMPLOYERS,
    ActorKind.BUSINESS_ASSOCIATION: Column.EMPLOYERS,
    ActorKind.MINISTRY: Column.GOVERNMENT,
    ActorKind.PUBLIC_BODY: Column.GOVERNMENT,
    ActorKind.UNIVERSITY: Column.SCIENCE,
    ActorKind.RESEARCH: Column.SCIENCE,
}
_BY_CHAMBER = {ChamberType.IHK: Column.IHK, ChamberType.HWK: Column.HWK}
CHAMBERS = (Column.IHK, Column.HWK)


def column_of(kind: ActorKind, chamber_type: ChamberType | None) -> Column | None:
    """The column this kind counts for; None for kinds never asked for and for a chamber that does not say which."""
    if kind is ActorKind.CHAMBER:
        return _BY_CHAMBER.get(chamber_type) if chamber_type else None
    return _BY_KIND.get(kind)


@cache
def possible_columns(kind: ActorKind | None, chamber_type: ChamberType | None) -> tuple[Column, ...]:
    """The columns this kind may count for: both chambers for "Kammern", none for kinds never asked for."""
    if kind is None:
        return ()
    if is_untyped_chamber(kind, chamber_type):
        return CHAMBERS
    column = column_of(kind, chamber_type)
    return () if column is None else (column,)


def is_untyped_chamber(kind: ActorKind, chamber_type: ChamberType | None) -> bool:
    """Whether this is a chamber that does not say which, so that it supports neither IHK nor HWK alone."""
    return kind is ActorKind.CHAMBER and chamber_type is None


def covers(subject: ActorRow, other: ActorRow) -> bool:
    """Whether what a text says of all of `subject` speaks of `other` too: the same one, or a group and one of it."""
    if subject.id == other.id:
        return True
    same_chamber = subject.chamber_type is None or subject.chamber_type is other.chamber_type
    return subject.is_group and subject.kind is other.kind and same_chamber
