"""The network in words: its nodes, and what joins two of them."""

from queries.answers import ActorRow
from queries.network import NodeRow, Tie, TieKind
from viz.language import _
from viz.wording.kinds import word_actor_kind, word_initiative_type, word_role


def word_tie(tie: Tie, *, downwards: bool) -> str:
    """What joins a node to the one below it; `downwards` when the fact is told of the upper one."""
    if tie.kind is TieKind.MEMBERSHIP:
        return _("member of") if downwards else _("has as member")
    if tie.kind is TieKind.BRANCH:
        return _("part of") if downwards else _("has as part")
    role = word_role(tie.role) if tie.role else ""
    return (_("takes part ({role})") if downwards else _("taking part there ({role})")).format(role=role)


def name_node(row: NodeRow) -> str:
    """An actor by its name, an initiative with its region where the name does not say it."""
    if isinstance(row, ActorRow) or not row.region_name or row.region_name in row.name:
        return row.name
    return f"{row.name} ({row.region_name})"


def kind_of_node(row: NodeRow) -> str:
    """The kind of an actor, the type of an initiative."""
    if isinstance(row, ActorRow):
        return word_actor_kind(row.kind, row.chamber_type)
    return word_initiative_type(row.type)
