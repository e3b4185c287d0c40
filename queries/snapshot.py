"""The graph, or what lies around one node, read in a handful of questions. Next: `joins.py` joins the rows."""

from collections.abc import Iterable, Sequence

from graph.records import Row
from graph.store import Store
from queries.answers import DocumentRow
from queries.catalog import question
from queries.corrections import correct_nodes, lay_over, read_rulings
from queries.facts import Facts
from queries.joins import Rows, join
from queries.nodes import to_document
from queries.rows import maybe_text, text
from seeds.register import Register

_ENDS = {
    "participations": ("participant", "initiative"),
    "absences": ("initiative", "absent"),
    "memberships": ("member", "organisation"),
    "branches": ("branch", "parent"),
    "interests": ("holder", "initiative"),
    "listings": ("initiative",),
}
"""The questions for facts about nodes, with the columns that name the nodes."""
_NODES = ("actors", "groups", "initiatives")
_FURTHER = ("namings", "statements", "unread")


def read_facts(store: Store, register: Register, *, date: str | None = None) -> Facts:
    """The whole graph as it was known until the date (default: everything)."""
    rows = {name: _ask(store, name, None) for name in (*_ENDS, *_NODES, *_FURTHER)}
    rows |= {name: store.read(question(name)) for name in ("documents", "silences")}
    return _joined(store, rows, register, date=date)


def read_facts_around(store: Store, register: Register, id: str) -> Facts:
    """One node with all facts on it, their other ends, and the initiatives above and below it; no silences."""
    rows = {name: _ask(store, name, [id]) for name in (*_ENDS, "unread")}
    ends = {id} | {
        end for name, columns in _ENDS.items() for row in rows[name] for end in _named(row, columns) if end is not None
    }
    facts = [text(row, "id") for name in _ENDS for row in rows[name]]
    rows |= {name: _ask(store, name, sorted(ends)) for name in _NODES}
    above = {parent for row in rows["initiatives"] if (parent := maybe_text(row, "parent_id"))} - ends
    rows["initiatives"] = _once([*rows["initiatives"], *_ask(store, "initiatives", sorted(above))])
    named = [text(row, "id") for name in _NODES for row in rows[name]]
    rows |= {"namings": _ask(store, "namings", named), "statements": _ask(store, "statements", facts)}
    return _joined(store, rows | {"documents": store.read(question("documents")), "silences": []}, register)


def read_documents(store: Store) -> tuple[DocumentRow, ...]:
    """The documents that are loaded, without their texts, sorted by id."""
    return tuple(map(to_document, store.read(question("documents"))))


def _joined(store: Store, rows: Rows, register: Register, *, date: str | None = None) -> Facts:
    """The rows as facts, with what people decided laid over them."""
    rulings = read_rulings(store)
    return lay_over(join(correct_nodes(rows, rulings, register), register, date=date), rulings, register)


def _ask(store: Store, name: str, ids: Sequence[str] | None) -> list[Row]:
    return store.read(question(name), ids=ids)


def _named(row: Row, columns: Iterable[str]) -> list[str | None]:
    return [maybe_text(row, column) for column in columns]


def _once(rows: Iterable[Row]) -> list[Row]:
    """Each row once, sorted by id."""
    by_id = {text(row, "id"): row for row in rows}
    return [by_id[id] for id in sorted(by_id)]
