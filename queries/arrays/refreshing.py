"""Arrays brought up to date by what some writes touched: only that is read, judged and put in again.

From the keys that the graph's log gives; next: `opening.py` keeps them. Whatever is not sure is beyond this: then the
whole is read (BeyondError).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.store import Store
from queries.answers import Coverage
from queries.arrays.merging import Again, merge
from queries.arrays.origins import Origins
from queries.arrays.parts import BeyondError, Part, is_initiative
from queries.arrays.shape import COLUMNS, Arrays
from queries.arrays.touching import Consequences, closed, find_touched, moved_nodes, named_nodes
from queries.catalog import question
from queries.completeness import mark_open_lists
from queries.coverage import ordered, searched_tables
from queries.facts import Facts
from queries.identity import Identity
from queries.pausing import collection_paused
from queries.rows import text
from queries.snapshot import ask_around
from queries.standing import read_identity, take_identity
from seeds.register import Register

_MOST = 5_000
"""So many nodes are read again, or a twentieth of all where that is more."""


def refresh_arrays(
    store: Store, register: Register, arrays: Arrays, origins: Origins, keys: Collection[str], *, day: str
) -> tuple[Arrays, Origins]:
    """The arrays of the graph as it is, from those before the writes that touched these documents and decisions.

    Raises BeyondError.
    """
    with collection_paused():
        touched = find_touched(store, keys)
        before = origins.who()
        now = read_identity(store, register) if touched.may_rename else take_identity(store, register, before)
        moved = moved_nodes(store, before, now)
        named = named_nodes(store, touched, arrays, origins)
        nodes = _with_groups(store, closed(named | moved, before, now), now)
        most = max(_MOST, len(arrays.nodes.ids) // 20)
        if len(nodes) > most:
            raise BeyondError
        renamed = _documents_naming(store, {id for id in nodes if id in moved or id.startswith("group:")})
        part = Part(store, register, now, _Names(arrays, origins).like, most, touched.documents | renamed)
        tables = {now.of(id) for id in nodes if is_initiative(id)}
        facts = part.read(nodes, tables)
        further = Consequences(store, now, arrays, origins).tables(facts, nodes) - tables
        if further:
            facts, tables = part.read(nodes, tables | further), tables | further
        again = Again(
            facts=facts,
            nodes=frozenset(nodes),
            tables=frozenset(tables | nodes),
            judged=_judged(store, facts, register, tables),
            documents=_named_by(facts, touched.documents | renamed),
            gone_documents=touched.documents,
        )
        return merge(arrays, origins, again, register, day=day)


@dataclass(frozen=True, slots=True)
class _Names:
    """Looks up whose names stand in some words."""

    arrays: Arrays
    origins: Origins

    def like(self, quotes: Iterable[str]) -> set[str]:
        """The nodes whose names stand in one of these."""
        ids, listed = self.arrays.nodes.ids, self.origins.listed
        return {ids[number] for quote in quotes for number in listed.bearers_in(quote)}


def _with_groups(store: Store, nodes: set[str], now: Identity) -> set[str]:
    """The nodes, and the groups at those initiatives that are several in one: the same word is one group there."""
    united = [member for id in nodes if is_initiative(id) and now.of(id) in now.members for member in now.within(id)]
    rows = [row for name in ("participations", "absences") for row in ask_around(store, name, united)]
    ends = {text(row, "participant" if "participant" in row else "absent") for row in rows}
    return nodes | {id for id in ends if id.startswith("group:")}


def _documents_naming(store: Store, ids: Collection[str]) -> frozenset[str]:
    rows = store.read(question("namings_around"), ids=sorted(ids)) if ids else []
    return frozenset(text(row, "document") for row in rows)


def _named_by(facts: Facts, documents: Collection[str]) -> Mapping[str, list[str]]:
    """The nodes, as they are shown, that these documents name."""
    found: dict[str, list[str]] = {id: [] for id in documents if id in facts.documents}
    for node, named_in in facts.named_in.items():
        if node in facts.nodes or node in facts.initiatives:
            for id in named_in:
                if id in found:
                    found[id].append(node)
    return found


def _judged(store: Store, facts: Facts, register: Register, tables: Collection[str]) -> Coverage:
    """The rows of these initiatives, in the order of the matrix."""
    told = searched_tables(store, facts, register, among=tables)
    rows = [(table.counts, table.row(COLUMNS)) for table in ordered(told, register)]
    found = Coverage(
        rows=tuple(row for counts, row in rows if counts),
        without_table=tuple(row for counts, row in rows if not counts),
        unknown=(),
        documents=tuple(facts.documents.values()),
    )
    return mark_open_lists(store, found)
