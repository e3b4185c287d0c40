"""Actors and initiatives by what tells them apart: names, kind, place, period, documents. Next: search and identity."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.records import Row
from queries.rows import maybe_text, text, texts


class NodeSort(StrEnum):
    """What has a name of its own."""

    ACTOR = "actor"
    INITIATIVE = "initiative"


@dataclass(frozen=True, slots=True)
class Named:
    """An actor or an initiative. `kind` is the value of an ActorKind or an InitiativeType.

    `regions` are register ids; `documents` are the ids of those that name it, sorted.
    """

    id: str
    sort: NodeSort
    name: str
    aliases: tuple[str, ...]
    kind: str
    regions: tuple[str, ...]
    region_name: str | None
    since: str | None
    until: str | None = None
    register_id: str | None = None
    parent_id: str | None = None
    documents: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


def by_id(nodes: Iterable[Named]) -> dict[str, Named]:
    """The nodes by their ids."""
    return {node.id: node for node in nodes}


def to_named(row: Row, documents: Mapping[str, Iterable[str]]) -> Named:
    """A row of `names.cypher`; `documents` are those that name each node."""
    return Named(
        id=text(row, "id"),
        sort=NodeSort(text(row, "sort")),
        name=text(row, "name"),
        aliases=texts(row, "aliases"),
        kind=text(row, "kind"),
        regions=texts(row, "regions"),
        region_name=maybe_text(row, "region_name"),
        since=maybe_text(row, "since"),
        until=maybe_text(row, "until"),
        register_id=maybe_text(row, "register_id"),
        parent_id=maybe_text(row, "parent_id"),
        documents=tuple(documents.get(text(row, "id"), ())),
    )
