"""Documents, actors, groups and initiatives as the store keeps them, as typed rows. Next: `joins.py`."""

from collections.abc import Iterable

from graph.kinds import ActorKind, ChamberType, InitiativeType, Status
from graph.records import Row
from queries.answers import ActorRow, DocumentRow, InitiativeRow
from queries.rows import flag, integers, maybe_integer, maybe_text, text, texts
from seeds.register import Register


def to_document(row: Row) -> DocumentRow:
    """A row of `documents.cypher`."""
    return DocumentRow(
        id=text(row, "id"),
        title=text(row, "title"),
        address=text(row, "address"),
        date=maybe_text(row, "date"),
        sample=flag(row, "sample"),
        model=maybe_text(row, "model"),
        pages=integers(row, "pages"),
    )


def to_actor(row: Row) -> ActorRow:
    """A row of `actors.cypher`."""
    return ActorRow(
        id=text(row, "id"),
        name=text(row, "name"),
        kind=ActorKind(text(row, "kind")),
        chamber_type=to_chamber_type(row),
        regions=texts(row, "regions"),
        aliases=texts(row, "aliases"),
        register_id=maybe_text(row, "register_id"),
    )


def to_group(row: Row) -> ActorRow:
    """A row of `groups.cypher`; the word of the text is the name."""
    return ActorRow(
        id=text(row, "id"),
        name=text(row, "name"),
        kind=ActorKind(text(row, "kind")),
        chamber_type=to_chamber_type(row),
        regions=(),
        aliases=(),
        register_id=None,
        is_group=True,
        count=maybe_integer(row, "members"),
    )


def to_initiative(row: Row, register: Register) -> InitiativeRow:
    """A row of `initiatives.cypher`, with the Länder its regions lie in."""
    regions = texts(row, "regions")
    return InitiativeRow(
        id=text(row, "id"),
        name=text(row, "name"),
        type=InitiativeType(text(row, "type")),
        regions=regions,
        region_name=maybe_text(row, "region_name"),
        lands=lands_of(regions, register),
        since=maybe_text(row, "since"),
        until=maybe_text(row, "until"),
        status=Status(text(row, "status")),
        parent_id=maybe_text(row, "parent_id"),
        aliases=texts(row, "aliases"),
        topics=texts(row, "topics"),
    )


def to_chamber_type(row: Row) -> ChamberType | None:
    """Which chamber; None for other kinds and for chambers that do not say which."""
    value = maybe_text(row, "chamber_type")
    return ChamberType(value) if value else None


def lands_of(regions: Iterable[str], register: Register) -> tuple[str, ...]:
    """The Länder around these regions; a region that the register no longer knows lies in none."""
    known = (region for region in regions if register.has_region(region))
    return tuple(sorted({land for region in known for land in register.lands_of(region)}))
