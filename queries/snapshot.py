"""The graph, or what lies around one node, read in a handful of questions. Next: `joins.py` joins the rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import product

from graph.messages import Command
from graph.model import Decision
from graph.records import Parameter, Row
from graph.store import Store
from queries.answers import DocumentRow, Link
from queries.catalog import question
from queries.corrections import correct_nodes, lay_over, lay_over_links
from queries.decisions import called
from queries.facts import Facts, Relation
from queries.gathered import GATHERED, gather_statements, read_gathered
from queries.identity import Identity
from queries.joins import join, join_links
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


def read_facts_around(store: Store, register: Register, *ids: str, identity: Identity | None = None) -> Facts:
    """Some nodes with all facts on them, their other ends, and the initiatives above and below them; no silences.

    Each node is all that is one with it, and so is each other end. Of the ends `named_in` has only documents that tell
    these facts. `identity` is who is who around these nodes, where it is known already.
    """
    identity = identity or read_identity_around(store, register, ids)
    own = sorted({member for id in ids for member in identity.within(id)})
    rows = ask_all_around(store, dict.fromkeys((*ENDS, "unread", "namings"), own))
    namings = rows.pop("namings")
    ends = {*own} | {
        end for name, columns in ENDS.items() for row in rows[name] for end in _named(row, columns) if end is not None
    }
    beside = {end for id in ids for end in _beside(identity, id)}
    identity = widen(store, identity, {*ends, *beside} - {*own})
    ends |= {member for end in ends for member in identity.within(end)}
    facts = [text(row, "id") for name in ENDS for row in rows[name]]
    rows |= ask_all_around(store, {**dict.fromkeys(NODES, ends), "statements": facts})
    rows["statements_gathered"] = gather_statements(rows.pop("statements"))
    above = {parent for row in rows["initiatives"] if (parent := maybe_text(row, "parent_id"))} - ends
    around = {member for one in (*above, *beside) for member in identity.within(one)} - ends
    for name, further in ask_all_around(store, dict.fromkeys(("initiatives", "actors"), around)).items():
        rows[name] = once([*rows[name], *further])
    rows["namings_gathered"] = _namings(store, rows, own=own, namings=namings)
    rows |= {"documents": ask_around(store, "documents", _documents(rows, identity, ids)), "silences": []}
    return join_rows(rows, identity, store.decisions(), register)


def read_facts_between(store: Store, register: Register, pairs: Iterable[tuple[str, str]]) -> Facts:
    """The participations, memberships and branches between the two nodes of each pair, in either direction, and these.

    A node is all that is one with it. Of their other facts there is nothing; `named_in` has only documents that tell
    these facts, of nodes without any all that name them.
    """
    asked = sorted({*pairs})
    identity = read_identity_around(store, register, {id for pair in asked for id in pair})
    told = _members(identity, (ends for one, other in asked for ends in ((one, other), (other, one))))
    rows: dict[str, list[Row]] = {name: [] for name in (*ENDS, "unread", "silences")}
    rows |= _ask_between(store, told, *_BETWEEN)
    nodes = sorted({member for pair in asked for id in pair for member in identity.within(id)})
    facts = [text(row, "id") for name in _BETWEEN for row in rows[name]]
    found = ask_all_around(store, {**dict.fromkeys(NODES, nodes), "statements": facts})
    rows |= {name: [row for row in found[name] if row["id"] in nodes] for name in NODES}
    parents = {parent for row in rows["initiatives"] if (parent := maybe_text(row, "parent_id"))}
    identity = widen(store, identity, parents)
    rows["statements_gathered"] = gather_statements(found["statements"])
    rows["namings_gathered"] = _namings(store, rows)
    rows["documents"] = ask_around(
        store, "documents", {text(row, "document") for name in _FURTHER for row in rows[name]}
    )
    return join_rows(rows, identity, store.decisions(), register)


def read_seats(store: Store, register: Register, pairs: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    """The participations of the actor in the initiative of each pair, with evidence, by initiative, then id.

    A node is all that is one with it.
    """
    asked = sorted({*pairs})
    if not asked:
        return ()
    identity = read_identity_around(store, register, {id for pair in asked for id in pair})
    rows: dict[str, list[Row]] = {name: [] for name in (*ENDS, *NODES, *_FURTHER)}
    rows |= _ask_between(store, _members(identity, asked), "participations")
    facts = [text(row, "id") for row in rows["participations"]]
    rows["statements_gathered"] = gather_statements(ask_around(store, "statements", facts))
    rows["documents"] = ask_around(store, "documents", {text(row, "document") for row in rows["statements_gathered"]})
    united = unite_rows(rows, identity)
    rulings = find_rulings(called(store.decisions(), united.kept))
    return lay_over_links(join_links(united.rows), rulings, register).kept


def _ask_between(store: Store, pairs: list[Parameter], *names: str) -> dict[str, list[Row]]:
    """The rows of some questions between the nodes of these pairs, sorted by id."""
    found = store.read_all([Command(question(f"{name}_between"), {"pairs": pairs}) for name in names])
    return {name: once(rows) for name, rows in zip(names, found, strict=True)}


def _members(identity: Identity, pairs: Iterable[tuple[str, str]]) -> list[Parameter]:
    """Each pair of what is one with the two nodes of a pair."""
    return [{"one": one, "other": other} for pair in pairs for one, other in product(*map(identity.within, pair))]


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


def _namings(store: Store, rows: Rows, *, own: Iterable[str] = (), namings: Iterable[Row] = ()) -> list[Row]:
    """Who is named where: a document that states a fact names both ends of it; of a node without a fact all are asked.

    Of its `own` nodes the `namings` are told.
    """
    facts = {text(row, "id"): _named(row, columns) for name, columns in ENDS.items() for row in rows[name]}
    told: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows["statements_gathered"]:
        ends = (end for fact in texts(row, "facts") for end in facts[fact] if end is not None)
        told[text(row, "document")].update(ends)
    known = {end for ends in told.values() for end in ends} | {*own}
    further = {text(row, "id") for name in NODES for row in rows[name]} - known
    for row in (*namings, *ask_around(store, "namings", further)):
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
    return ask_all_around(store, {name: ids})[name]


def ask_all_around(store: Store, asked: Mapping[str, Iterable[str]]) -> dict[str, list[Row]]:
    """The same of several questions in one message: the rows of each around its nodes."""
    wanted = {name: sorted({*ids}) for name, ids in asked.items()}
    if not any(wanted.values()):
        return {name: [] for name in wanted}
    found = store.read_all([Command(question(f"{name}_around"), {"ids": ids}) for name, ids in wanted.items()])
    return {name: once(rows) for name, rows in zip(wanted, found, strict=True)}


def _named(row: Row, columns: Iterable[str]) -> list[str | None]:
    return [maybe_text(row, column) for column in columns]


def once(rows: Iterable[Row]) -> list[Row]:
    """Each row once, sorted by id, which for a naming is its node and document."""
    by_id = {text(row, "id") if "id" in row else (text(row, "node"), text(row, "document")): row for row in rows}
    return [by_id[id] for id in sorted(by_id)]
