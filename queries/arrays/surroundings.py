"""What partners and comparable initiatives are looked for on: derived from the arrays once, in memory only. Pure.

Tables are the initiatives by their place among themselves, seats the actors by theirs, both in the order of ids. From
`opening.py`; next: `likeness.py`, `shortlist.py`. scipy is slow to import: import this module where it is needed.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from graph.keys import fold
from graph.store import Store
from queries.answers import ActorRow
from queries.arrays.names import Names, fold_names, name_nodes
from queries.arrays.rows import actor_row, relation_facts
from queries.arrays.shape import (
    ACTOR,
    ACTOR_KINDS,
    CHAMBER_TYPES,
    INITIATIVE,
    INITIATIVE_TYPES,
    TIES,
    Arrays,
    Lists,
    Nodes,
    Numbers,
    Offsets,
    offsets,
)
from queries.landscape import NAMED_MAKE_A_TABLE, code_of, telling_words
from queries.nearness import Nearness, Territory, territory
from queries.network import TieKind
from queries.speaking import Voices
from queries.ties import Matrix, Ties, ties_matrix, transposed
from seeds.register import Register

Flags = NDArray[np.bool_]
Bits = NDArray[np.uint32]

_PARTICIPATION = 1 << TIES.index(TieKind.PARTICIPATION)
KIND_CODES = tuple(sorted({code_of(kind, chamber) for kind in ACTOR_KINDS for chamber in (None, *CHAMBER_TYPES)}))
"""The columns and kinds that a seat may count for; a set of them is a number with a bit for each."""
_CODE = np.array(
    [[KIND_CODES.index(code_of(kind, chamber)) for chamber in (*CHAMBER_TYPES, None)] for kind in ACTOR_KINDS], np.uint8
)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What the tables are about: word n is one of tables[starts[n]:starts[n + 1]]; each table has so many (`counts`).

    Those of table n are codes[begins[n]:begins[n + 1]].
    """

    counts: Numbers
    codes: Numbers
    begins: Offsets
    starts: Offsets
    tables: Numbers

    def of(self, table: int) -> list[int]:
        """The words of a table."""
        found: list[int] = self.codes[self.begins[table] : self.begins[table + 1]].tolist()
        return found


@dataclass(frozen=True, eq=False)
class Surroundings:
    """Every table and every seat. `tables` and `seats` are their nodes, `places` gives each node its place among them.

    `ties` are in the same order. `kinds` has a bit for each of the `KIND_CODES` at a table, `seated` without its
    groups; `codes` gives each node its own. `counts`: whether one can sit at the table. `lies` gives each node the
    place of its territory in `territories`.
    """

    arrays: Arrays
    register: Register
    names: Names
    tables: Numbers
    seats: Numbers
    places: Numbers
    ties: Ties
    codes: NDArray[np.uint8]
    kinds: Bits
    seated: Bits
    counts: Flags
    words: Words
    lies: Numbers
    territories: Sequence[Territory]
    nearness: Nearness

    @cached_property
    def voices(self) -> Voices:
        """Who speaks for whom."""
        return Voices(relation_facts(self.arrays), self.register)

    @cached_property
    def registered(self) -> Mapping[str, tuple[int, ...]]:
        """By row of the register the nodes of it that are no groups, by number."""
        registers, found = self.arrays.nodes.registers, defaultdict[str, list[int]](list)
        for number in np.flatnonzero(np.diff(registers.starts)).tolist():
            found[registers.at(number)[0]].append(number)
        return {row: tuple(numbers) for row, numbers in found.items()}

    @cached_property
    def registered_rows(self) -> Mapping[str, ActorRow]:
        """The same as rows by id, sorted."""
        numbers = sorted(number for numbers in self.registered.values() for number in numbers)
        return {row.id: row for row in (actor_row(self.arrays, number) for number in numbers)}

    @cached_property
    def parts(self) -> Mapping[str, tuple[int, ...]]:
        """By what something is a part of, near or far, its parts among the seats, by node."""
        branches = self.arrays.relations.branches.sources
        numbers = {*branches.tolist(), *(number for numbers in self.registered.values() for number in numbers)}
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number in sorted(numbers):
            if self.arrays.nodes.sorts[number] == ACTOR:
                for whole in self.voices.wholes(self.key(number)):
                    found[whole].append(number)
        return {whole: tuple(parts) for whole, parts in found.items()}

    @cached_property
    def sitting(self) -> Numbers:
        """Of each tie its seat."""
        return np.repeat(np.arange(len(self.seats), dtype=np.int32), np.diff(self.ties.matrix.indptr))

    @cached_property
    def located(self) -> Flags:
        """Of which seats a region or a row of the register is known."""
        nodes = self.arrays.nodes
        return ((np.diff(nodes.regions.starts) > 0) | (np.diff(nodes.registers.starts) > 0))[self.seats]

    def key(self, number: int) -> str:
        """What tells an actor from all others: its row in the register, else its node."""
        nodes = self.arrays.nodes
        return next(iter(nodes.registers.at(number)), "") or nodes.ids[number]

    def nodes_of(self, key: str) -> tuple[int, ...]:
        """The seats' nodes with this key."""
        if key in self.registered:
            return self.registered[key]
        number = self.arrays.nodes.ids.find(key)
        return () if number is None or self.arrays.nodes.sorts[number] != ACTOR else (number,)

    def tables_of(self, numbers: Sequence[int]) -> Numbers:
        """The tables at which these nodes sit, sorted."""
        matrix, found = self.ties.matrix, list[NDArray[np.int32]]()
        for place in self.places[numbers].tolist():
            found.append(matrix.indices[matrix.indptr[place] : matrix.indptr[place + 1]])
        return np.unique(np.concatenate(found)).astype(np.int32) if found else np.empty(0, np.int32)

    def seats_of(self, table: int) -> Numbers:
        """The nodes that sit at a table by name, sorted."""
        across = self.ties.across
        found: Numbers = self.seats[across.indices[across.indptr[table] : across.indptr[table + 1]]]
        return found


_HELD: WeakKeyDictionary[Store, Surroundings] = WeakKeyDictionary()
"""What this process has derived from the arrays of the graphs it has open."""


def surroundings_of(store: Store, arrays: Arrays, register: Register) -> Surroundings:
    """What is derived from the arrays of this graph; made anew when they are others."""
    held = _HELD.get(store)
    if held is None or held.arrays is not arrays or held.register is not register:
        held = _HELD[store] = derive_surroundings(arrays, register)
    return held


def derive_surroundings(arrays: Arrays, register: Register) -> Surroundings:
    """What follows from the arrays."""
    nodes = arrays.nodes
    tables, seats = (np.flatnonzero(nodes.sorts == sort).astype(np.int32) for sort in (INITIATIVE, ACTOR))
    places = np.full(len(nodes.ids), -1, np.int32)
    places[tables], places[seats] = np.arange(len(tables)), np.arange(len(seats))
    folded = fold_names(nodes)
    ties = _ties(arrays, tables, seats, places)
    codes = _CODE[np.where(nodes.sorts == INITIATIVE, 0, nodes.kinds), np.minimum(nodes.chambers, len(CHAMBER_TYPES))]
    seated = _kinds(ties.across, codes[seats])
    kinds = seated.copy()
    groups = arrays.relations.groups
    np.bitwise_or.at(
        kinds, places[groups.targets], np.left_shift(np.uint32(1), codes[groups.sources].astype(np.uint32))
    )
    has_table = np.array([type.has_table for type in INITIATIVE_TYPES])[nodes.kinds[tables]]
    lies, territories = _territories(nodes.regions)
    return Surroundings(
        arrays=arrays,
        register=register,
        names=name_nodes(nodes, folded),
        tables=tables,
        seats=seats,
        places=places,
        ties=ties,
        codes=codes,
        kinds=kinds,
        seated=seated,
        counts=has_table | (np.diff(ties.across.indptr) >= NAMED_MAKE_A_TABLE),
        words=_words(nodes, folded, tables),
        lies=lies,
        territories=territories,
        nearness=Nearness(register),
    )


def _ties(arrays: Arrays, tables: Numbers, seats: Numbers, places: Numbers) -> Ties:
    """As `queries.ties` makes them of facts."""
    told = arrays.ties
    sources = np.repeat(np.arange(len(told.starts) - 1), np.diff(told.starts))
    sits = (told.kinds & _PARTICIPATION > 0) & (arrays.nodes.sorts[sources] == ACTOR)
    rows, columns = (places[numbers[sits]].astype(np.int64) for numbers in (sources, told.ends))
    matrix = ties_matrix(rows, columns, shape=(len(seats), len(tables)))
    ids = arrays.nodes.ids
    return Ties(tuple(ids.some(seats)), tuple(ids.some(tables)), matrix, transposed(matrix))


def _kinds(across: Matrix, codes: NDArray[np.uint8]) -> Bits:
    found = np.zeros(len(across.indptr) - 1, np.uint32)
    taken = np.flatnonzero(np.diff(across.indptr))
    if len(taken):
        bits = np.left_shift(np.uint32(1), codes[across.indices].astype(np.uint32))
        found[taken] = np.bitwise_or.reduceat(bits, across.indptr[taken])
    return found


def _words(nodes: Nodes, folded: Sequence[str], tables: Numbers) -> Words:
    numbers: dict[str, int] = {}
    codes, counts = list[int](), np.zeros(len(tables), np.int32)
    places: list[int] = tables.tolist()
    for table, node in enumerate(places):
        words = telling_words((folded[node], *_folded_topics(nodes.topics, node)))
        counts[table] = len(words)
        codes += [numbers.setdefault(word, len(numbers)) for word in words]
    told = np.array(codes, np.int32)
    order = np.argsort(told, kind="stable")
    starts, begins = (offsets(sizes) for sizes in (np.bincount(told, minlength=len(numbers)), counts))
    return Words(counts, told, begins, starts, np.repeat(np.arange(len(tables), dtype=np.int32), counts)[order])


def _folded_topics(topics: Lists, node: int) -> tuple[str, ...]:
    return tuple(map(fold, topics.at(node)))


def _territories(regions: Lists) -> tuple[Numbers, Sequence[Territory]]:
    counts = np.diff(regions.starts)
    values: list[Territory] = [(), *((regions.words[code],) for code in range(len(regions.words)))]
    numbers = {value: number for number, value in enumerate(values)}
    lies = np.zeros(len(counts), np.int32)
    single = np.flatnonzero(counts == 1)
    lies[single] = regions.codes[regions.starts[single]] + 1
    for node in np.flatnonzero(counts > 1).tolist():
        value = territory(regions.at(node))
        if value not in numbers:
            numbers[value] = len(values)
            values.append(value)
        lies[node] = numbers[value]
    return lies, values
