"""The graph, or what lies around one node, read in a handful of questions. Next: `joins.py` joins the rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.model import Decision
from graph.records import Row
from graph.store import Store
from queries.answers import DocumentRow
from queries.catalog import question
from queries.corrections import correct_nodes, lay_over
from queries.decisions import called
from queries.facts import Facts
from queries.identity import Identity
from queries.joins import join
from queries.nodes import to_document
from queries.rows import maybe_text, text
from queries.rulings import find_rulings
from queries.uniting import Rows, unite_rows
from queries.who import read_identity
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
    decisions = store.decisions()
    identity = read_identity(store, register, decisions)
    return _joined(rows, identity, decisions, register, date=date)


def read_facts_around(store: Store, register: Register, id: str) -> Facts:
    """One node with all facts on it, their other ends, and the initiatives above and below it; no silences.

    The node is all that is one with it, and so is each other end.
    """
    decisions = store.decisions()
    identity = read_identity(store, register, decisions)
    own = list(identity.within(id))
    rows = {name: _ask(store, name, own) for name in (*_ENDS, "unread")}
    ends = {*own} | {
        end for name, columns in _ENDS.items() for row in rows[name] for end in _named(row, columns) if end is not None
    }
    ends |= {member for end in ends for member in identity.within(end)}
    facts = [text(row, "id") for name in _ENDS for row in rows[name]]
    rows |= {name: _ask(store, name, sorted(ends)) for name in _NODES}
    above = {parent for row in rows["initiatives"] if (parent := maybe_text(row, "parent_id"))} - ends
    around = {member for one in (*above, *_beside(identity, id)) for member in identity.within(one)} - ends
    rows["initiatives"] = _once([*rows["initiatives"], *_ask(store, "initiatives", sorted(around))])
    rows["actors"] = _once([*rows["actors"], *_ask(store, "actors", sorted(around))])
    named = [text(row, "id") for name in _NODES for row in rows[name]]
    rows |= {"namings": _ask(store, "namings", named), "statements": _ask(store, "statements", facts)}
    rows |= {"documents": store.read(question("documents")), "silences": []}
    return _joined(rows, identity, decisions, register)


def _beside(identity: Identity, id: str) -> set[str]:
    """Those that may be the same, and the phases before and after."""
    shown = identity.of(id)
    ends = {end for pair in identity.phases for end in (pair.one, pair.other) if shown in (pair.one, pair.other)}
    return {*identity.possibly(shown), *ends} - {shown}


def read_documents(store: Store) -> tuple[DocumentRow, ...]:
    """The documents that are loaded, without their texts, sorted by id."""
    return tuple(map(to_document, store.read(question("documents"))))


def _joined(
    rows: Rows, identity: Identity, decisions: tuple[Decision, ...], register: Register, *, date: str | None = None
) -> Facts:
    """The rows as facts: nodes corrected, what is one united, and what people decided laid over it."""
    corrected = correct_nodes(rows, find_rulings(decisions), register)
    united = unite_rows(corrected, identity)
    facts = replace(join(united.rows, register, date=date), identity=identity)
    return lay_over(facts, find_rulings(called(decisions, united.kept)), register)


def _ask(store: Store, name: str, ids: Sequence[str] | None) -> list[Row]:
    return store.read(question(name), ids=ids)


def _named(row: Row, columns: Iterable[str]) -> list[str | None]:
    return [maybe_text(row, column) for column in columns]


def _once(rows: Iterable[Row]) -> list[Row]:
    """Each row once, sorted by id."""
    by_id = {text(row, "id"): row for row in rows}
    return [by_id[id] for id in sorted(by_id)]
