"""A part of the graph read as all of it would be: some initiatives and actors, with all that their cells rest on.

Next: `refreshing.py` judges it and puts it into the arrays.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.records import Row
from graph.store import Store
from queries.catalog import question
from queries.facts import Facts
from queries.gathered import gather_statements
from queries.identity import Identity
from queries.routes import HIGHEST
from queries.rows import maybe_text, text, texts
from queries.snapshot import ENDS, NODES, ask_around, join_rows, once
from queries.uniting import Rows
from seeds.register import Register

_RELATIONS = ("memberships", "branches")


class BeyondError(Exception):
    """There is too much to be read again, or it is not sure what: the whole is to be read. It never leaves the room."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is read whole: the nodes (all that are one with each of them), and all that is said of the initiatives.

    `named_like` finds the nodes whose names may stand in some words; of these `documents` all is told whom they name.
    """

    store: Store
    register: Register
    identity: Identity
    named_like: Callable[[Iterable[str]], Iterable[str]]
    most: int
    documents: Collection[str]

    def read(self, nodes: Collection[str], initiatives: Collection[str]) -> Facts:
        """Their facts. Raises BeyondError where they are too many."""
        tables = self._whole(initiatives)
        rows: dict[str, list[Row]] = {
            name: ask_around(self.store, name, tables) for name in ("participations", "absences", "listings", "unread")
        }
        rows |= {"interests": ask_around(self.store, "interests", self._whole(nodes)), "silences": []}
        wanted = self._whole({*nodes, *tables, *_ends_of(rows)})
        rows |= self._relations({id for id in wanted if is_actor(id)})
        facts = [text(row, "id") for name in ENDS for row in rows[name]]
        statements = ask_around(self.store, "statements", facts)
        rows["statements_gathered"] = gather_statements(statements)
        beside = self.store.read(question("passages_around"), ids=sorted(tables)) if tables else []
        passages = {text(row, "document") for row in beside}
        named = self._named_in({*passages, *self.documents})
        wanted |= self._whole({*_ends_of(rows), *(node for nodes in named.values() for node in nodes)})
        lists = {text(row, "id") for row in rows["listings"]}
        wanted |= self._whole(self.named_like(text(row, "quote") for row in statements if text(row, "fact") in lists))
        self._require(wanted)
        rows |= {name: _only(ask_around(self.store, name, wanted), wanted) for name in NODES}
        rows["namings_gathered"] = self._namings(rows, named)
        told = {text(row, "document") for name in _WITH_DOCUMENTS for row in rows[name]}
        documents = told | passages | {*self.documents}
        rows["documents"] = ask_around(self.store, "documents", documents)
        return join_rows(rows, self.identity, self.store.decisions(), self.register)

    def _whole(self, ids: Iterable[str]) -> set[str]:
        return {member for id in ids for member in self.identity.within(id)}

    def _relations(self, actors: Collection[str]) -> dict[str, list[Row]]:
        """The memberships and branches at these actors, and the branches above them."""
        found = {name: ask_around(self.store, name, actors) for name in _RELATIONS}
        asked = {*actors}
        for _ in range(HIGHEST):
            above = self._whole(text(row, "parent") for row in found["branches"]) - asked
            if not above:
                break
            self._require(above)
            asked |= above
            further = ask_around(self.store, "branches", above)
            found["branches"] = once([*found["branches"], *(row for row in further if row["branch"] in above)])
        return found

    def _named_in(self, documents: Collection[str]) -> Mapping[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for row in self.store.read(question("naming_spans"), ids=sorted(documents)) if documents else []:
            found[text(row, "document")].add(text(row, "node"))
        return found

    def _namings(self, rows: Rows, named: Mapping[str, set[str]]) -> list[Row]:
        """A document for each node that one names: those that state a fact name both its ends."""
        ends = {text(row, "id"): _ids(row, names) for name, names in ENDS.items() for row in rows[name]}
        told = defaultdict(set, {document: {*nodes} for document, nodes in named.items()})
        for row in rows["statements_gathered"]:
            told[text(row, "document")].update(end for fact in texts(row, "facts") for end in ends[fact])
        unknown = {text(row, "id") for name in NODES for row in rows[name]} - {
            end for ends in told.values() for end in ends
        }
        asked = self.store.read(question("namings_around"), ids=sorted(unknown)) if unknown else []
        for node, document in {text(row, "node"): text(row, "document") for row in asked}.items():
            told[document].add(node)
        return [{"document": document, "nodes": [*sorted(nodes)]} for document, nodes in sorted(told.items())]

    def _require(self, ids: Collection[str]) -> None:
        if len(ids) > self.most:
            raise BeyondError


_WITH_DOCUMENTS = ("statements_gathered", "namings_gathered", "unread")


def is_actor(id: str) -> bool:
    """Whether it is the id of an actor."""
    return id.startswith("actor:")


def is_node(id: str) -> bool:
    """Whether it is the id of an actor, an initiative or a group."""
    return id.startswith(("actor:", "initiative:", "group:"))


def is_initiative(id: str) -> bool:
    """Whether it is the id of an initiative."""
    return id.startswith("initiative:")


def _ends_of(rows: Rows) -> set[str]:
    return {id for name, columns in ENDS.items() for row in rows.get(name, ()) for id in _ids(row, columns)}


def _ids(row: Row, columns: Iterable[str]) -> list[str]:
    return [id for column in columns if (id := maybe_text(row, column)) is not None]


def _only(rows: Iterable[Row], wanted: Collection[str]) -> list[Row]:
    return [row for row in rows if row["id"] in wanted]
