"""Measures of brokerage on plain mappings: Burt's constraint, the roles of Gould and Fernandez. Pure."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Weights: TypeAlias = Mapping[str, Mapping[str, float]]
"""By node its neighbours with the weights of the ties; an undirected tie stands at either end."""


@dataclass(frozen=True, slots=True)
class Roles:
    """How often a node stands between two others without a tie of their own, by the groups of the three.

    a -> broker -> c. `coordinator`: all of one group. `consultant`: a and c of one group, the broker of another.
    `representative`: a and the broker of one group. `gatekeeper`: the broker and c of one group. `liaison`: three
    groups.
    """

    coordinator: int = 0
    consultant: int = 0
    representative: int = 0
    gatekeeper: int = 0
    liaison: int = 0

    @property
    def total(self) -> int:
        """All roles together."""
        return self.coordinator + self.consultant + self.representative + self.gatekeeper + self.liaison


def constraint(weights: Weights, node: str) -> float | None:
    """How far a node's ties lead back to each other; None without a tie.

    The sum over the neighbours j of (p[i,j] + sum over q of p[i,q] p[q,j])^2, p[i,j] being the part of i's ties, by
    weight, that goes to j. Near 0 for many who are nothing to each other, 1 for a single neighbour, above 1 for few who
    are close to each other. Takes symmetric weights above 0 and no tie of a node with itself.

    R. S. Burt, Structural Holes, Harvard University Press, 1992, chapter 2.
    """
    if not weights[node]:
        return None
    own = _proportions(weights, node)
    indirect = dict.fromkeys(own, 0.0)
    for between, part in own.items():
        for other, further in _proportions(weights, between).items():
            if other in indirect:
                indirect[other] += part * further
    return sum((part + indirect[other]) ** 2 for other, part in own.items())


def brokerage(
    ties: Mapping[str, Collection[str]], groups: Mapping[str, Hashable], *, brokers: Iterable[str] | None = None
) -> dict[str, Roles]:
    """By node the roles it has, counted over ordered pairs (a, c) with a -> node -> c and no tie a -> c.

    `ties` are directed; undirected ones stand at either end, and each pair is then counted in both directions, so that
    representative and gatekeeper are equal. Nodes without a group are in no pair and have no roles. `brokers` are
    those whose roles are asked for (default: all). R. V. Gould, R. M. Fernandez, Structures of Mediation, Sociological
    Methodology 19, 89-126, 1989.
    """
    grouped = {node: frozenset(other for other in others if other in groups) for node, others in ties.items()}
    into: dict[str, list[str]] = {node: [] for node in ties}
    for node, others in grouped.items():
        for other in others if node in groups else ():
            into[other].append(node)
    asked = ties if brokers is None else brokers
    return {node: _roles(node, into[node], grouped, groups) for node in asked if node in groups}


def _roles(
    broker: str, before: Iterable[str], ties: Mapping[str, frozenset[str]], groups: Mapping[str, Hashable]
) -> Roles:
    pairs: defaultdict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    others = ties[broker] - {broker}
    for one in before:
        if one != broker:
            pairs[groups[one]].update(map(groups.__getitem__, others - ties[one] - {one}))
    counted: Counter[str] = Counter()
    for group, reached in pairs.items():
        for other, count in reached.items():
            counted[_role(group, groups[broker], other)] += count
    return Roles(**counted)


def _role(one: Hashable, broker: Hashable, other: Hashable) -> str:
    if one == other:
        return "coordinator" if one == broker else "consultant"
    if one == broker:
        return "representative"
    return "gatekeeper" if broker == other else "liaison"


def _proportions(weights: Weights, node: str) -> Mapping[str, float]:
    total = sum(weights[node].values())
    return {other: weight / total for other, weight in weights[node].items()}
