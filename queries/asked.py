"""Somebody who could be asked: a node of the graph, a body of the register, or an initiative, in one shape. Pure."""

from dataclasses import dataclass

from graph.kinds import ActorKind, ChamberType, InitiativeType
from queries.answers import ActorRow, InitiativeRow
from queries.competence import Competent
from queries.suggestions import SuggestedSort
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class Asked:
    """`key` tells it from all others: its row in the register, else its node. `names` are all it goes by."""

    key: str
    id: str
    name: str
    names: tuple[str, ...]
    sort: SuggestedSort
    kind: ActorKind | InitiativeType
    chamber_type: ChamberType | None
    regions: tuple[str, ...]
    register_id: str | None
    in_graph: bool

    @property
    def actor_kind(self) -> ActorKind | None:
        """The kind of an actor; None for an initiative."""
        return self.kind if isinstance(self.kind, ActorKind) else None


def ask_actor(actor: ActorRow) -> Asked:
    """A node of the graph."""
    return Asked(
        key=actor.register_id or actor.id,
        id=actor.id,
        name=actor.name,
        names=(actor.name, *actor.aliases),
        sort=SuggestedSort.ACTOR,
        kind=actor.kind,
        chamber_type=actor.chamber_type,
        regions=actor.regions,
        register_id=actor.register_id,
        in_graph=True,
    )


def ask_initiative(row: InitiativeRow) -> Asked:
    """An initiative."""
    return Asked(
        key=row.id,
        id=row.id,
        name=row.name,
        names=(row.name, *row.aliases),
        sort=SuggestedSort.INITIATIVE,
        kind=row.type,
        chamber_type=None,
        regions=row.regions,
        register_id=None,
        in_graph=True,
    )


def ask_body(competent: Competent, register: Register, actor_id: str | None) -> Asked:
    """A body of the register, with its node where the graph has one; named as on the day it is competent."""
    row = register.rows[competent.id]
    short = competent.name if competent.kind is ActorKind.MINISTRY else competent.short_name or competent.name
    return Asked(
        key=row.id,
        id=actor_id or row.id,
        name=short,
        names=tuple(dict.fromkeys((short, competent.name, row.name, row.short_name, *row.aliases))),
        sort=SuggestedSort.ACTOR,
        kind=competent.kind,
        chamber_type=row.chamber_type,
        regions=row.regions,
        register_id=row.id,
        in_graph=actor_id is not None,
    )
