"""Who is joined to whom, as a network: actors and initiatives, and the facts between them. Pure.

From the facts of `snapshot.py`; next: `paths.py`, `bridges.py`, `communities.py`, and `projections.py` for networkx.
What a person rejected joins nobody; neither do a documented absence, a group without a name ("IHKen") and what its
newest statement says to be over, or to begin later.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from graph.keys import fold
from graph.kinds import Role
from queries.answers import ActorRow, Evidence, InitiativeRow
from queries.dates import day_or_today, is_ahead, is_over
from queries.facts import Facts

NodeRow: TypeAlias = ActorRow | InitiativeRow


class TieKind(StrEnum):
    """What joins two nodes."""

    PARTICIPATION = "participation"
    MEMBERSHIP = "membership"
    BRANCH = "branch"


@dataclass(frozen=True, slots=True)
class Tie:
    """A fact between two nodes, its evidence newest first.

    A participation goes from an actor to an initiative and has a `role`; a membership goes from the member, a branch
    from the part.
    """

    id: str
    kind: TieKind
    source_id: str
    target_id: str
    role: Role | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Actors (no groups) and initiatives by id, sorted; `ties` gives each node its neighbours by id, sorted.

    The ties between two nodes stand at either of them, those of participations first, then by id.
    """

    nodes: Mapping[str, NodeRow]
    ties: Mapping[str, Mapping[str, tuple[Tie, ...]]]

    def table_of(self, id: str) -> tuple[str, ...]:
        """The ids on the other side of this node's participations, sorted."""
        return tuple(other for other, ties in self.ties[id].items() if ties[0].kind is TieKind.PARTICIPATION)


_KINDS = tuple(TieKind)


def build_network(facts: Facts, *, date: str | None = None) -> Network:
    """The network of these facts as it stood at the date (default: today)."""
    nodes: dict[str, NodeRow] = {id: row for id, row in facts.nodes.items() if not row.is_group}
    nodes |= facts.initiatives
    found: defaultdict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in _ties(facts):
        if {tie.source_id, tie.target_id} <= nodes.keys() and stands(tie.evidence, date=date):
            found[tie.source_id, tie.target_id].append(tie)
            found[tie.target_id, tie.source_id].append(tie)
    beside: dict[str, dict[str, tuple[Tie, ...]]] = {id: {} for id in sorted(nodes)}
    for (one, other), ties in sorted(found.items()):
        beside[one][other] = tuple(sorted(ties, key=lambda tie: (_KINDS.index(tie.kind), tie.id)))
    return Network(nodes={id: nodes[id] for id in beside}, ties=beside)


def stands(evidence: tuple[Evidence, ...], *, date: str | None = None) -> bool:
    """Whether something stood at the date (default: today), as far as its newest statement says."""
    day = day_or_today(date)
    return not (is_over(evidence[0], day) or is_ahead(evidence[0], day))


def reached(neighbours: Mapping[str, Iterable[str]], start: str, seen: set[str]) -> list[str]:
    """The start and all that hangs together with it, apart from what was seen; all of it counts as seen then."""
    seen.add(start)
    waiting, members = [start], [start]
    while waiting:
        new = [other for other in neighbours[waiting.pop()] if other not in seen]
        seen.update(new)
        waiting += new
        members += new
    return members


def by_size(network: Network, ids: Iterable[str]) -> list[str]:
    """The ids of these initiatives, those with the most actors first, then by name."""
    nodes = network.nodes
    return sorted(ids, key=lambda id: (-len(network.table_of(id)), fold(nodes[id].name), id))


def _ties(facts: Facts) -> Iterator[Tie]:
    for link in facts.links:
        yield Tie(link.id, TieKind.PARTICIPATION, link.participant_id, link.initiative_id, link.role, link.evidence)
    for kind, relations in ((TieKind.MEMBERSHIP, facts.memberships), (TieKind.BRANCH, facts.branches)):
        for one in relations:
            if one.target is not None and one.source != one.target:
                yield Tie(one.id, kind, one.source, one.target, None, one.evidence)
