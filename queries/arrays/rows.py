"""Nodes of the arrays as rows, and their relations as facts, without what the arrays do not hold. Pure.

Dates, status, counts of groups and corrections are not told, and there is no evidence: what is shown of these is read
from the graph.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.kinds import Status
from queries.answers import ActorRow, InitiativeRow
from queries.arrays.shape import (
    ACTOR_KINDS,
    CHAMBER_TYPES,
    GROUP,
    INITIATIVE,
    INITIATIVE_TYPES,
    NO_CHAMBER,
    Arrays,
    Pairs,
)
from queries.facts import Facts, Relation
from queries.routes import HIGHEST


def actor_row(arrays: Arrays, number: int) -> ActorRow:
    """The actor or group with this number."""
    nodes, chamber = arrays.nodes, int(arrays.nodes.chambers[number])
    return ActorRow(
        id=nodes.ids[number],
        name=nodes.names[number],
        kind=ACTOR_KINDS[int(nodes.kinds[number])],
        chamber_type=None if chamber == NO_CHAMBER else CHAMBER_TYPES[chamber],
        regions=nodes.regions.at(number),
        aliases=nodes.aliases.at(number),
        register_id=next(iter(nodes.registers.at(number)), None),
        is_group=bool(nodes.sorts[number] == GROUP),
    )


def initiative_row(arrays: Arrays, number: int) -> InitiativeRow:
    """The initiative with this number."""
    nodes = arrays.nodes
    return InitiativeRow(
        id=nodes.ids[number],
        name=nodes.names[number],
        type=INITIATIVE_TYPES[int(nodes.kinds[number])],
        regions=nodes.regions.at(number),
        region_name=next(iter(nodes.region_names.at(number)), None),
        lands=(),
        since=None,
        until=None,
        status=Status.UNCLEAR,
        parent_id=None,
        aliases=nodes.aliases.at(number),
        topics=nodes.topics.at(number),
    )


def relation_facts(arrays: Arrays) -> Facts:
    """All branches and memberships, and who they are between."""
    relations = arrays.relations
    ends = {number for pairs in (relations.branches, relations.memberships) for number in _ends(pairs)}
    return Facts(
        documents={},
        nodes={row.id: row for row in (actor_row(arrays, number) for number in sorted(ends))},
        initiatives={},
        named_in={},
        links=(),
        absences=(),
        memberships=_relations(arrays, relations.memberships),
        branches=_relations(arrays, relations.branches),
        interests=(),
        listings=(),
        silences=(),
        unread=(),
    )


def relations_around(arrays: Arrays, numbers: Iterable[int]) -> tuple[tuple[Relation, ...], tuple[Relation, ...]]:
    """The branches and memberships on the way up from these nodes, and those one step down from them."""
    relations = arrays.relations
    own = np.array(sorted({*numbers}), np.int32)
    above = own
    for _ in range(HIGHEST):
        above = np.union1d(above, relations.branches.targets[np.isin(relations.branches.sources, above)])
    branches = np.isin(relations.branches.sources, above) | np.isin(relations.branches.targets, own)
    memberships = np.isin(relations.memberships.targets, own)
    return (
        _relations(arrays, _some(relations.branches, branches)),
        _relations(arrays, _some(relations.memberships, memberships)),
    )


@dataclass(frozen=True, slots=True)
class ActorRows(Mapping[str, ActorRow]):
    """Every actor and group by id, each made when it is asked for."""

    arrays: Arrays

    def __getitem__(self, id: str) -> ActorRow:
        number = self.arrays.nodes.ids.find(id)
        if number is None or self.arrays.nodes.sorts[number] == INITIATIVE:
            raise KeyError(id)
        return actor_row(self.arrays, number)

    def __iter__(self) -> Iterator[str]:
        return (
            self.arrays.nodes.ids[number] for number in np.flatnonzero(self.arrays.nodes.sorts != INITIATIVE).tolist()
        )

    def __len__(self) -> int:
        return int(np.count_nonzero(self.arrays.nodes.sorts != INITIATIVE))


@dataclass(frozen=True, slots=True)
class InitiativeRows(Mapping[str, InitiativeRow]):
    """Every initiative by id, each made when it is asked for."""

    arrays: Arrays

    def __getitem__(self, id: str) -> InitiativeRow:
        number = self.arrays.nodes.ids.find(id)
        if number is None or self.arrays.nodes.sorts[number] != INITIATIVE:
            raise KeyError(id)
        return initiative_row(self.arrays, number)

    def __iter__(self) -> Iterator[str]:
        return (
            self.arrays.nodes.ids[number] for number in np.flatnonzero(self.arrays.nodes.sorts == INITIATIVE).tolist()
        )

    def __len__(self) -> int:
        return int(np.count_nonzero(self.arrays.nodes.sorts == INITIATIVE))


@dataclass(frozen=True, slots=True)
class NodeNames(Mapping[str, str]):
    """The name of every node by id, each looked up when it is asked for."""

    arrays: Arrays

    def __getitem__(self, id: str) -> str:
        number = self.arrays.nodes.ids.find(id)
        if number is None:
            raise KeyError(id)
        return self.arrays.nodes.names[number]

    def __iter__(self) -> Iterator[str]:
        return iter(self.arrays.nodes.ids.some(range(len(self.arrays.nodes.ids))))

    def __len__(self) -> int:
        return len(self.arrays.nodes.ids)


def _some(pairs: Pairs, wanted: NDArray[np.bool_]) -> Pairs:
    return Pairs(pairs.sources[wanted], pairs.targets[wanted])


def _ends(pairs: Pairs) -> list[int]:
    return [*pairs.sources.tolist(), *pairs.targets.tolist()]


def _relations(arrays: Arrays, pairs: Pairs) -> tuple[Relation, ...]:
    ids, ends = arrays.nodes.ids, zip(pairs.sources.tolist(), pairs.targets.tolist(), strict=True)
    return tuple(Relation("", ids[source], ids[target], ()) for source, target in ends)
