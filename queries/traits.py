"""What actors have in common besides their seats (kind, Land): where those alike sit, and who is like those who sit.

From `ties.py`; next: `scores.py` mixes it in. Pure.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from queries.answers import ActorRow
from queries.network import NodeRow
from queries.ties import Side, Ties, Trait
from seeds.register import Register

_ACROSS = "across"
"""Those of the whole country or of several Länder are alike."""


def with_kind_and_land(ties: Ties, nodes: Mapping[str, NodeRow], register: Register) -> Ties:
    """The ties of these actors with their kinds (IHK and HWK are two) and their Länder."""
    rows = {id: row for id in ties.actors if isinstance(row := nodes[id], ActorRow)}
    kinds = {id: kind_of(row) for id, row in rows.items()}
    lands = {id: land for id, row in rows.items() if (land := land_of(row, register)) is not None}
    return with_traits(ties, [kinds, lands])


def with_traits(ties: Ties, traits: Iterable[Mapping[str, Hashable]]) -> Ties:
    """The ties with these values of their actors; who is in a mapping not has none there."""
    return replace(ties, traits=tuple(_numbered(ties.actors, values) for values in traits))


def kind_of(row: ActorRow) -> str:
    """The kind of an actor; IHK and HWK are two."""
    return row.chamber_type.value if row.chamber_type else row.kind.value


def land_of(row: ActorRow, register: Register) -> str | None:
    """The Land of an actor, "across" for the country or several of them; None where no region is known."""
    known = [region for region in row.regions if register.has_region(region)]
    lands = {land for region in known for land in register.lands_of(region)}
    if not known:
        return None
    return lands.pop() if len(lands) == 1 else _ACROSS


def by_traits(side: Side, rows: Sequence[int]) -> NDArray[np.float64]:
    """Asked by actors: who shares a trait with o, one of them by chance, and one of its seats by chance: is it i?

    Asked by initiatives: one of o's actors by chance, and one of those who share a trait with it: is it i? The mean
    over the traits, each of which sums to 1 at most. 0 without traits.
    """
    found = np.zeros((len(rows), len(side.others)))
    for trait in side.own_traits:
        found += _where_alike_sit(side, np.asarray(rows, dtype=np.int64), trait)
    for trait in side.other_traits:
        found += _alike_who_sit(side, np.asarray(rows, dtype=np.int64), trait)
    return found / max(len(side.own_traits) + len(side.other_traits), 1)


def alike_at(side: Side, row: int, column: int) -> dict[int, float]:
    """The parts of `by_traits` by actor: who sits in the initiative and shares a trait with the actor, by number."""
    by_actor = bool(side.own_traits)
    actor, seats = (row, side.own_of(column)) if by_actor else (column, side.others_of(row))
    traits, degrees = side.own_traits or side.other_traits, side.degrees if by_actor else side.other_degrees
    found: dict[int, float] = {}
    for trait in traits:
        number = _tied(trait, degrees)
        for one in seats[trait[seats] == trait[actor]].tolist() if trait[actor] >= 0 else ():
            part = 1 / float(number[trait[one]]) / float(degrees[one] if by_actor else len(seats))
            found[one] = found.get(one, 0.0) + part / len(traits)
    return found


def same_traits(side: Side, rows: Sequence[int]) -> NDArray[np.float64]:
    """How many of those who are like the actor in every trait sit in the initiative; 0 where one trait is not known."""
    traits = side.own_traits or side.other_traits
    joint = _joined(traits) if traits else np.full(len(side.own), -1)
    ones = _one_hot(joint)
    if side.other_traits:
        counts = csr_array(side.out[[*rows]] @ ones).toarray()
        return np.where(joint >= 0, counts[:, joint], 0.0)
    counts = csr_array(ones.T @ side.out).toarray()
    return np.where(joint[[*rows]][:, None] >= 0, counts[joint[[*rows]]], 0.0)


def _where_alike_sit(side: Side, rows: NDArray[np.int64], trait: Trait) -> NDArray[np.float64]:
    values, place = np.unique(trait[rows], return_inverse=True)
    degrees = side.degrees
    start = (trait[:, None] == values) & (degrees[:, None] > 0) & (values >= 0)
    chance = start / np.maximum(start.sum(axis=0), 1) / np.maximum(degrees, 1)[:, None]
    return np.asarray((side.back @ chance).T[place])


def _alike_who_sit(side: Side, rows: NDArray[np.int64], trait: Trait) -> NDArray[np.float64]:
    number = _tied(trait, side.other_degrees)
    counts = csr_array(side.out[rows] @ _one_hot(trait)).toarray()
    parts = counts / np.maximum(side.degrees[rows], 1)[:, None] / number
    return np.where(trait >= 0, parts[:, trait], 0.0)


def _tied(trait: Trait, degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """By value how many have it and a tie, at least 1."""
    counted = trait[(trait >= 0) & (degrees > 0)]
    return np.maximum(np.bincount(counted, minlength=max(int(trait.max(initial=-1)) + 1, 1)), 1).astype(np.float64)


def _one_hot(trait: Trait) -> "csr_array[np.float64, tuple[int, int]]":
    known = np.flatnonzero(trait >= 0)
    shape = (len(trait), max(int(trait.max(initial=-1)) + 1, 1))
    return csr_array((np.ones(len(known)), (known, trait[known])), shape=shape)


def _joined(traits: Sequence[Trait]) -> Trait:
    """All traits as one."""
    table = np.stack(traits, axis=1)
    joint = np.unique(table, axis=0, return_inverse=True)[1].reshape(len(table)).astype(np.int64)
    return np.where((table >= 0).all(axis=1), joint, -1)


def _numbered(ids: Sequence[str], values: Mapping[str, Hashable]) -> Trait:
    numbers: dict[Hashable, int] = {}
    return np.array(
        [numbers.setdefault(values[id], len(numbers)) if id in values else -1 for id in ids], dtype=np.int64
    )
