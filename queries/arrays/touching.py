"""What some writes may have changed of the arrays: nodes to be read anew, initiatives to be judged anew.

From the keys of documents and decisions that were touched; next: `refreshing.py`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from graph.keys import fold
from graph.model import Decision
from graph.store import Store
from queries.arrays.building import chamber_of, kind_of, sort_of
from queries.arrays.origins import Origins, Prints, find_relations, print_of, prints_of, row_of
from queries.arrays.parts import BeyondError, is_actor, is_initiative, is_node
from queries.arrays.shape import Arrays, Numbers
from queries.catalog import question
from queries.decisions import is_on_a_pair, others
from queries.facts import Facts
from queries.identity import Identity
from queries.routes import HIGHEST
from queries.rows import maybe_text, text
from queries.snapshot import ENDS, ask_around

_QUESTIONS = {
    "participation": "participations",
    "absence": "absences",
    "membership": "memberships",
    "branch": "branches",
    "interest": "interests",
    "listing": "listings",
}
"""By the sort of a fact, which its id begins with: the question for it. Others are not in the arrays."""
_AN_END: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys(("participation", "absence", "listing"), is_initiative),
    **dict.fromkeys(("membership", "branch"), is_actor),
    "interest": is_node,
}
"""By the sort of a fact, which nodes are looked through for it: one of its ends is enough, those that are fewer."""


@dataclass(frozen=True, slots=True)
class Touched:
    """The documents and the decisions that were touched."""

    documents: frozenset[str]
    decisions: tuple[Decision, ...]

    @property
    def may_rename(self) -> bool:
        """Whether who is who may be another by them."""
        return bool(self.documents) or any(map(_is_on_nodes, self.decisions))


def find_touched(store: Store, keys: Collection[str]) -> Touched:
    """The documents and decisions with these keys. Raises BeyondError where a decision is not there."""
    known = {decision.id: decision for decision in store.decisions()}
    documents = frozenset(key for key in keys if key.startswith("document:"))
    decided = sorted({*keys} - documents)
    if not known.keys() >= {*decided}:
        raise BeyondError
    return Touched(documents, tuple(known[key] for key in decided))


def named_nodes(store: Store, touched: Touched, arrays: Arrays, origins: Origins) -> set[str]:
    """The ids that these documents name, or named before, and those that the decisions speak of."""
    found = {arrays.nodes.ids[number] for id in touched.documents for number in origins.namings.of(id).tolist()}
    if touched.documents:
        rows = store.read(question("naming_spans"), ids=sorted(touched.documents))
        found |= {text(row, "node") for row in rows}
    for decision in touched.decisions:
        for id in _subjects(decision):
            found |= {id} if is_node(id) else _ends_of(store, id)
    if not all(map(is_node, found)):
        raise BeyondError
    return found


def _is_on_nodes(decision: Decision) -> bool:
    return is_on_a_pair(decision) or any(map(is_node, _subjects(decision)))


def _subjects(decision: Decision) -> set[str]:
    return {decision.subject_id, *others(decision)}


def _ends_of(store: Store, fact: str) -> set[str]:
    """The nodes at both ends of a fact: those of the documents that state it are looked through."""
    sort = fact.partition(":")[0]
    if sort not in _QUESTIONS:
        return set()
    documents = {text(row, "document") for row in ask_around(store, "statements", [fact])}
    named = store.read(question("naming_spans"), ids=sorted(documents)) if documents else []
    rows = ask_around(store, _QUESTIONS[sort], filter(_AN_END[sort], {text(row, "node") for row in named}))
    ends = {maybe_text(row, column) for row in rows if row["id"] == fact for column in ENDS[_QUESTIONS[sort]]}
    return {end for end in ends if end is not None}


def moved_nodes(store: Store, before: Identity, now: Identity) -> set[str]:
    """The nodes that are shown as another than before, or with others, and all beside them."""
    moved = {
        id
        for id in before.shown.keys() | now.shown.keys()
        if before.of(id) != now.of(id) or before.within(id) != now.within(id)
    }
    moved |= {member for id in moved for member in (*before.within(id), *now.within(id))}
    beside = {
        maybe_text(row, column)
        for name, columns in ENDS.items()
        if moved and name != "listings"
        for row in ask_around(store, name, moved)
        for column in columns
    }
    return moved | {id for id in beside if id is not None}


def closed(ids: Iterable[str], *identities: Identity) -> set[str]:
    """These nodes, all that are or were one with them, and what they are or were shown as."""
    found = {*ids}
    for _ in identities:
        found |= {one for id in found for who in identities for one in (who.of(id), *who.within(id))}
    return found


@dataclass(frozen=True, slots=True)
class Consequences:
    """Finds which further initiatives are to be judged anew: those whose cells rest on nodes that are others now."""

    store: Store
    identity: Identity
    arrays: Arrays
    origins: Origins

    def tables(self, facts: Facts, nodes: Collection[str]) -> set[str]:
        """Of these nodes, all of whose rows and relations the facts tell."""
        found = self._numbers(nodes)
        there = [id for id in sorted(nodes) if id in facts.nodes or id in facts.initiatives]
        prints = dict(zip(there, prints_of(print_of(row_of(facts, id)) for id in there).tolist(), strict=True))
        before = {id: int(self.origins.prints[number]) for id, number in found.items()}
        changed = {id for id in {*prints, *before} if prints.get(id) != before.get(id)}
        of_other_kind = {id for id in changed if is_actor(id) and self._kind(found.get(id)) != _kind_of(facts, id)}
        speakers = {id for id in changed if not is_initiative(id)} | self._with_changed_relations(facts, nodes, found)
        return {
            *self._with(self._kin(speakers)),
            *self._spoken_of_beside(of_other_kind),
            *self._with_lists(facts, changed, found),
        }

    def _numbers(self, ids: Iterable[str]) -> dict[str, int]:
        return {id: number for id in ids if (number := self.arrays.nodes.ids.find(id)) is not None}

    def _kind(self, number: int | None) -> tuple[int, ...] | None:
        nodes = self.arrays.nodes
        told = (nodes.sorts, nodes.kinds, nodes.chambers)
        return None if number is None else tuple(int(one[number]) for one in told)

    def _with_changed_relations(self, facts: Facts, nodes: Collection[str], found: Mapping[str, int]) -> set[str]:
        """Both ends of the memberships and branches that were not there before, or are told otherwise."""
        ids = sorted(nodes)
        now = find_relations(facts, {id: number for number, id in enumerate(ids)})
        told = {(ids[one], ids[other], mark) for one, other, mark in _rows(now.sources, now.targets, now.prints)}
        names = {number: id for id, number in found.items()}
        before = self.origins.relations
        numbers = np.array([*names], np.int32)
        inside = np.isin(before.sources, numbers) & np.isin(before.targets, numbers)
        held = {
            (names[one], names[other], mark)
            for one, other, mark in _rows(before.sources[inside], before.targets[inside], before.prints[inside])
        }
        return {end for one, other, _ in told ^ held for end in (one, other)}

    def _kin(self, speakers: Collection[str]) -> set[str]:
        """These actors, those for whom they are a way to somebody, and those who are one for them."""
        found = self._whole(speakers)
        above = {
            text(row, whole)
            for name, part, whole in (("memberships", "member", "organisation"), ("branches", "branch", "parent"))
            for row in ask_around(self.store, name, found)
            if row[part] in found
        }
        level = found
        for _ in range(HIGHEST):
            rows = ask_around(self.store, "branches", level)
            level = self._whole(text(row, "branch") for row in rows if row["parent"] in level) - found
            found |= level
        return found | self._whole(above)

    def _with(self, actors: Collection[str]) -> set[str]:
        """The initiatives in which these take part, or are said not to."""
        return {
            self.identity.of(text(row, "initiative"))
            for name in ("participations", "absences")
            for row in ask_around(self.store, name, actors)
        }

    def _spoken_of_beside(self, actors: Collection[str]) -> set[str]:
        """The initiatives on which documents speak that name these actors."""
        ids = sorted(self._whole(actors))
        rows = self.store.read(question("passages_beside"), ids=ids) if ids else []
        return {self.identity.of(text(row, "initiative")) for row in rows}

    def _with_lists(self, facts: Facts, changed: Collection[str], found: Mapping[str, int]) -> set[str]:
        """The initiatives whose lists may name these nodes, as they are called or were."""
        listed = self.origins.listed
        if not len(listed.initiatives):
            return set()
        bearers = np.array([found[id] for id in changed if id in found], np.int32)
        names = {*listed.names.some(np.flatnonzero(np.isin(listed.bearers, bearers)).tolist())}
        rows = [row_of(facts, id) for id in changed if id in facts.nodes or id in facts.initiatives]
        names |= {folded for row in rows for name in (row.name, *row.aliases) if (folded := fold(name))}
        ids = (self.arrays.nodes.ids[number] for name in names for number in listed.having(name))
        return {self.identity.of(id) for id in ids}

    def _whole(self, ids: Iterable[str]) -> set[str]:
        return {member for id in ids for member in self.identity.within(id)}


def _kind_of(facts: Facts, id: str) -> tuple[int, ...] | None:
    if id not in facts.nodes and id not in facts.initiatives:
        return None
    row = row_of(facts, id)
    return sort_of(row), kind_of(row), chamber_of(row)


def _rows(sources: Numbers, targets: Numbers, prints: Prints) -> Iterator[tuple[int, int, int]]:
    return zip(sources.tolist(), targets.tolist(), prints.tolist(), strict=True)
