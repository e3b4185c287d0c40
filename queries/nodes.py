"""Documents, actors, groups and initiatives as the store keeps them, as typed rows. Next: `facts.py` joins them."""

from collections.abc import Iterable

from graph.kinds import ActorKind, ChamberType, InitiativeType, Status
from graph.store import Row, Store
from queries.answers import ActorRow, DocumentRow, InitiativeRow
from queries.catalog import question
from queries.rows import flag, maybe_integer, maybe_text, text, texts
from seeds.register import Register


def read_documents(store: Store) -> tuple[DocumentRow, ...]:
    """The documents that are loaded, without their texts, sorted by id."""
    return tuple(document_row(row) for row in store.read(question("documents")))


def document_row(row: Row) -> DocumentRow:
    """A document from its columns."""
    return DocumentRow(
        id=text(row, "id"),
        title=text(row, "title"),
        address=text(row, "address"),
        date=maybe_text(row, "date"),
        sample=flag(row, "sample"),
    )


def read_nodes(store: Store) -> Iterable[ActorRow]:
    """Every actor and every group."""
    for row in store.read(question("actors")):
        yield ActorRow(
            id=text(row, "id"),
            name=text(row, "name"),
            kind=ActorKind(text(row, "kind")),
            chamber_type=chamber_type(row),
            regions=texts(row, "regions"),
            aliases=texts(row, "aliases"),
            register_id=maybe_text(row, "register_id"),
        )
    for row in store.read(question("groups")):
        yield ActorRow(
            id=text(row, "id"),
            name=text(row, "name"),
            kind=ActorKind(text(row, "kind")),
            chamber_type=chamber_type(row),
            regions=(),
            aliases=(),
            register_id=None,
            is_group=True,
            count=maybe_integer(row, "members"),
        )


def read_initiatives(store: Store, register: Register) -> Iterable[InitiativeRow]:
    """Every initiative, with the Länder its regions lie in."""
    for row in store.read(question("initiatives")):
        regions = texts(row, "regions")
        yield InitiativeRow(
            id=text(row, "id"),
            name=text(row, "name"),
            type=InitiativeType(text(row, "type")),
            regions=regions,
            region_name=maybe_text(row, "region_name"),
            lands=_lands(regions, register),
            since=maybe_text(row, "since"),
            until=maybe_text(row, "until"),
            status=Status(text(row, "status")),
            parent_id=maybe_text(row, "parent_id"),
            aliases=texts(row, "aliases"),
            topics=texts(row, "topics"),
        )


def chamber_type(row: Row) -> ChamberType | None:
    """Which chamber, None for other kinds and for chambers that do not say which."""
    value = maybe_text(row, "chamber_type")
    return ChamberType(value) if value else None


def _lands(regions: Iterable[str], register: Register) -> tuple[str, ...]:
    """The Länder around these regions; a region that the register no longer knows lies in none."""
    known = (region for region in regions if register.has_region(region))
    return tuple(sorted({land for region in known for land in register.lands_of(region)}))
