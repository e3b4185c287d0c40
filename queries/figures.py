"""How much the graph holds, overall and by document: the summary after loading, and the status."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from graph.kinds import UnreadReason
from graph.store import Store
from queries.answers import DocumentRow
from queries.catalog import question
from queries.corrections import rejected_facts
from queries.decisions import called
from queries.identity import Identity
from queries.rows import integer, text
from queries.rulings import find_rulings
from queries.snapshot import read_documents
from queries.standing import read_identity
from queries.steady import steady
from queries.uniting import united_facts
from seeds.register import Register, load_register

Counted: TypeAlias = Mapping[str, set[str]]
"""Document id to the ids counted in it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of distinct things. `withheld`: places held back below the threshold; `unread`: places without a fact."""

    actors: int
    initiatives: int
    participations: int
    absences: int
    silences: int
    withheld: int
    unread: int


@dataclass(frozen=True, slots=True)
class DocumentFigures:
    """What one document says."""

    document: DocumentRow
    figures: Figures


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the graph holds, by document (sorted by address, then id); what two of them say counts once in `total`."""

    documents: tuple[DocumentFigures, ...]
    total: Figures


@steady
def holdings(store: Store, *, register: Register | None = None) -> Holdings:
    """Count what the graph holds, overall and by document; what is one counts once."""
    identity = read_identity(store, register or load_register())
    named, stated = _named(store, identity), _stated(store, identity)
    unread = {reason: _places(store, reason) for reason in UnreadReason}

    def figures(documents: Iterable[str]) -> Figures:
        ids = tuple(documents)
        return Figures(
            actors=_distinct(named["actor"], ids),
            initiatives=_distinct(named["initiative"], ids),
            participations=_distinct(stated["participations"], ids),
            absences=_distinct(stated["absences"], ids),
            silences=_distinct(stated["silences"], ids),
            withheld=sum(unread[UnreadReason.WITHHELD].get(id, 0) for id in ids),
            unread=sum(unread[UnreadReason.NO_FACT].get(id, 0) for id in ids),
        )

    documents = sorted(read_documents(store), key=lambda document: (document.address, document.id))
    each = tuple(DocumentFigures(document, figures((document.id,))) for document in documents)
    return Holdings(each, figures(document.id for document in documents))


def _named(store: Store, identity: Identity) -> Mapping[str, Counted]:
    found: dict[str, defaultdict[str, set[str]]] = {"actor": defaultdict(set), "initiative": defaultdict(set)}
    for row in store.read(question("named_nodes")):
        found[text(row, "sort")][text(row, "document")].add(identity.of(text(row, "node")))
    return found


def _stated(store: Store, identity: Identity) -> Mapping[str, Counted]:
    """By question: which of its facts each document states."""
    decisions = store.decisions()
    rows = {name: store.read(question(name)) for name in (*_FACTS, "groups")}
    kept = united_facts(rows, identity)
    rejected = rejected_facts(find_rulings(called(decisions, kept)))
    facts = {name: {text(row, "id") for row in rows[name]} for name in _FACTS}
    found: dict[str, defaultdict[str, set[str]]] = {name: defaultdict(set) for name in _FACTS}
    for row in store.read(question("stated_facts")):
        for name in _FACTS:
            if text(row, "fact") in facts[name]:
                fact = kept.get(text(row, "fact"), text(row, "fact"))
                found[name][text(row, "document")].update({fact} - rejected)
    return found


def _places(store: Store, reason: UnreadReason) -> Mapping[str, int]:
    rows = store.read(question("unread_counts"))
    return {text(row, "document"): integer(row, "places") for row in rows if text(row, "reason") == reason}


def _distinct(counted: Counted, documents: Iterable[str]) -> int:
    return len(set[str]().union(*(counted.get(document, set()) for document in documents)))


_FACTS = ("participations", "absences", "silences")
