"""The graph, or what lies around one node, read in a handful of questions. Next: `joins.py` joins the rows."""

from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import product

from graph.model import Decision
from graph.records import Parameter, Row
from graph.store import Store
from queries.answers import DocumentRow
from queries.catalog import question
from queries.corrections import correct_nodes, lay_over
from queries.decisions import called
from queries.facts import Facts, Relation
from queries.gathered import GATHERED, gather_statements, read_gathered
from queries.identity import Identity
from queries.joins import join
from queries.nodes import to_document
from queries.rows import maybe_text, text, texts
from queries.rulings import find_rulings
from queries.standing import read_identity, read_identity_around, widen
from queries.uniting import Rows, United, unite_rows
from seeds.register import Register

ENDS = {
    "participations": ("participant", "initiative"),
    "absences": ("initiative", "absent"),
    "memberships": ("member", "organisation"),
    "branches": ("branch", "parent"),
    "interests": ("holder", "initiative"),
    "listings": ("initiative",),
}
"""The questions for facts about nodes, with the columns that name the nodes."""
_BETWEEN = ("participations", "memberships", "branches")
"""Those for facts that join two of them."""
NODES = ("actors", "groups", "initiatives")
_FURTHER = ("namings_gathered", "statements_gathered", "unread")
_MOST = ("participations", "statements_gathered", "namings_gathered")
"""The questions with the longest answers are asked first."""
_AT_A_TIME = 2
"""The store finds what one question asks for while another one's answer is taken in, and while who is who is told."""


def read_facts(store: Store, register: Register, *, date: str | None = None) -> Facts:
    """The whole graph as it was known until the date (default: everything)."""
    names = (*_MOST, *sorted({*ENDS, *NODES, *_FURTHER, "documents", "silences"} - {*_MOST}))
    pool = ThreadPoolExecutor(_AT_A_TIME)
    try:
        asked = {name: pool.submit(read_rows, store, name) for name in names}
        identity = read_identity(store, register)
        rows = {name: answer.result() for name, answer in asked.items()}
    finally:
        pool.shutdown(cancel_futures=True)
    return join_rows(rows, identity, store.decisions(), register, date=date)


def read_rows(store: Store, name: str) -> list[Row]:
    """The rows of a question about the whole graph."""
    return read_gathered(store, name) if name in GATHERED else store.read(question(name))


def read_facts_around(store: Store, register: Register, *ids: str) -> Facts:
    """Some nodes with all facts on them, their other ends, and the initiatives above and below them; no silences.

    Each node is all that is one with it, and so is each other end. Of the ends `named_in` has only documents that tell
    these facts.
    """
    identity = read_identity_around(store, register, ids)
    own = sorted({member for id in ids for member in identity.within(id)})
    rows = {name: ask_around(store, name, own) for name in (*ENDS, "unread")}
    ends = {*own} | {
        end for name, columns in ENDS.items() for row in rows[name] for end in _named(row, columns) if end is not None
    }
    beside = {end for id in ids for end in _beside(identity, id)}
    identity = widen(store, identity, {*ends, *beside} - {*own})
    ends |= {member for end in ends for member in identity.within(end)}
    rows |= {name: ask_around(store, name, ends) for name in NODES}
    above = {parent for row in rows["initiatives"] if (parent := maybe_text(row, "parent_id"))} - ends
    around = {member for one in (*above, *beside) for member in identity.within(one)} - ends
    rows["initiatives"] = once([*rows["initiatives"], *ask_around(store, "initiatives", around)])
    rows["actors"] = once([*rows["actors"], *ask_around(store, "actors", around)])
    facts = [text(row, "id") for name in ENDS for row in rows[name]]
    rows["statements_gathered"] = gather_statements(ask_around(store, "statements", facts))
    rows["namings_gathered"] = _namings(store, rows, own)
    rows |= {"documents": ask_around(store, "documents", _documents(rows, identity, ids)), "silences": []}
    return join_rows(rows, identity, store.decisions(), register)


def read_facts_between(store: Store, register: Register, pairs: Iterable[tuple[str, str]]) -> Facts:
    """The participations, memberships and branches between the two nodes of each pair, in either direction, and these.

    A node is all that is one with it. Of their other facts there is nothing.
    """
    asked = sorted({*pairs})
    identity = read_identity_around(store, register, {id for pair in asked for id in pair})
    told: list[Parameter] = [
        {"one": one, "other": other}
        for pair in asked
        for ends in (pair, pair[::-1])
        for one, other in product(*map(identity.within, ends))
    ]
    rows: dict[str, list[Row]] = {name: [] for name in (*ENDS, "unread", "silences")}
    asked_for = {name: question(f"{name}_between") for name in _BETWEEN}
    rows |= {name: once(store.read(between, pairs=told)) for name, between in asked_for.items()}
    nodes = sorted({member for pair in asked for id in pair for member in identity.within(id)})
    rows |= {name: [row for row in ask_around(store, name, nodes) if row["id"] in nodes] for name in NODES}
    parents = {parent for row in rows["initiatives"] if (parent := maybe_text(row, "parent_id"))}
    identity = widen(store, identity, parents)
    facts = [text(row, "id") for name in _BETWEEN for row in rows[name]]
    rows["statements_gathered"] = gather_statements(ask_around(store, "statements", facts))
    rows["namings_gathered"] = _namings(store, rows, nodes)
    rows["documents"] = ask_around(
        store, "documents", {text(row, "document") for name in _FURTHER for row in rows[name]}
    )
    return join_rows(rows, identity, store.decisions(), register)


def read_interests(store: Store, register: Register, ids: Iterable[str]) -> tuple[Relation, ...]:
    """What these nodes seek and offer, sorted by id. A node is all that is one with it."""
    asked = sorted({*ids})
    identity = read_identity_around(store, register, asked)
    own = {member for id in asked for member in identity.within(id)}
    rows: dict[str, list[Row]] = {name: [] for name in (*ENDS, *NODES, "unread", "silences", "namings_gathered")}
    rows["interests"] = [row for row in ask_around(store, "interests", own) if row["holder"] in own]
    identity = widen(store, identity, {id for row in rows["interests"] if (id := maybe_text(row, "initiative"))})
    facts = [text(row, "id") for row in rows["interests"]]
    rows["statements_gathered"] = gather_statements(ask_around(store, "statements", facts))
    rows["documents"] = ask_around(store, "documents", {text(row, "document") for row in rows["statements_gathered"]})
    return join_rows(rows, identity, store.decisions(), register).interests


def _namings(store: Store, rows: Rows, own: Iterable[str]) -> list[Row]:
    """Who is named where: of these nodes everything; a document that states a fact names both ends of it."""
    facts = {text(row, "id"): _named(row, columns) for name, columns in ENDS.items() for row in rows[name]}
    told: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows["statements_gathered"]:
        ends = (end for fact in texts(row, "facts") for end in facts[fact] if end is not None)
        told[text(row, "document")].update(ends)
    known = {end for ends in told.values() for end in ends} - {*own}
    further = {text(row, "id") for name in NODES for row in rows[name]} - known
    for row in ask_around(store, "namings", further):
        told[text(row, "document")].add(text(row, "node"))
    return [{"document": document, "nodes": [*sorted(nodes)]} for document, nodes in sorted(told.items())]


def _documents(rows: Rows, identity: Identity, ids: Iterable[str]) -> set[str]:
    named = {text(row, "document") for name in _FURTHER for row in rows[name]}
    beside = (pair for id in ids for pair in identity.phases_at.get(identity.of(id), ()))
    return named | {quote.document for pair in beside for quote in pair.quotes}


def _beside(identity: Identity, id: str) -> set[str]:
    """Those that may be the same, and the phases before and after."""
    shown = identity.of(id)
    ends = {end for pair in identity.phases_at.get(shown, ()) for end in (pair.one, pair.other)}
    return {*identity.possibly(shown), *ends} - {shown}


def read_documents(store: Store) -> tuple[DocumentRow, ...]:
    """The documents that are loaded, without their texts, sorted by id."""
    return tuple(map(to_document, store.read(question("documents"))))


def join_rows(
    rows: Rows, identity: Identity, decisions: tuple[Decision, ...], register: Register, *, date: str | None = None
) -> Facts:
    """The rows as facts: nodes corrected, what is one united, and what people decided laid over it."""
    united = unite_rows(correct_nodes(rows, find_rulings(decisions), register), identity)
    return laid_over(join(united.rows, register, date=date), united, identity, decisions, register)


def laid_over(
    facts: Facts, united: United, identity: Identity, decisions: tuple[Decision, ...], register: Register
) -> Facts:
    """The facts with who is who, and with what people decided."""
    told = replace(facts, identity=identity)
    return lay_over(told, find_rulings(called(decisions, united.kept)), register)


def ask_around(store: Store, name: str, ids: Iterable[str]) -> list[Row]:
    """The rows of a question around these nodes, sorted by id."""
    wanted, around = sorted({*ids}), question(f"{name}_around")
    return once(store.read(around, ids=wanted)) if wanted else []


def _named(row: Row, columns: Iterable[str]) -> list[str | None]:
    return [maybe_text(row, column) for column in columns]


def once(rows: Iterable[Row]) -> list[Row]:
    """Each row once, sorted by id, which for a naming is its node and document."""
    by_id = {text(row, "id") if "id" in row else (text(row, "node"), text(row, "document")): row for row in rows}
    return [by_id[id] for id in sorted(by_id)]
