"""The graph's identity: names, circles, hints and decisions read, and the nodes united. Next: every question."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.model import Decision
from graph.store import Store
from queries.candidates import pair_up
from queries.catalog import question
from queries.corrections import correct_row
from queries.decisions import links
from queries.identity import Identity, identify
from queries.named import Named, to_named
from queries.rows import text
from queries.rulings import Rulings, find_rulings
from queries.sameness import judge
from queries.succession import read_hints
from queries.verdicts import Subject, is_initiative, to_subject
from seeds.register import Register

_FOCUSED = 6
"""A document that names more initiatives is a list: that two stand in it says nothing of them."""

_FEW = 200
"""Of more initiatives than that the store finds the participations slower than it reads all."""


def read_identity(store: Store, register: Register, decisions: tuple[Decision, ...] | None = None) -> Identity:
    """Who is who in the graph; `decisions` are read where they are not given."""
    made = store.decisions() if decisions is None else decisions
    return identity_of(store, register, read_named(store, register, find_rulings(made)), made)


def read_named(store: Store, register: Register, rulings: Rulings) -> tuple[Named, ...]:
    """Every actor and initiative as people corrected it, sorted by id."""
    documents: defaultdict[str, list[str]] = defaultdict(list)
    for row in store.read(question("named_nodes")):
        documents[text(row, "node")].append(text(row, "document"))
    rows = (correct_row(row, rulings, register) for row in store.read(question("names")))
    return tuple(to_named(row, documents) for row in rows)


def identity_of(store: Store, register: Register, nodes: Sequence[Named], decisions: tuple[Decision, ...]) -> Identity:
    """The same from nodes and decisions already read."""
    plain = {node.id: to_subject(node, register) for node in nodes}
    # Company only makes a pair likelier, so that of the others nobody's company need be read.
    pairs = [pair for pair in pair_up(tuple(plain.values()), register) if judge(*pair, register)]
    circles = _circles(store, plain, pairs)
    subjects = {id: _with_circle(subject, circles) for id, subject in plain.items()}
    return identify(
        tuple(subjects.values()),
        register,
        pairs=[(subjects[one.node.id], subjects[other.node.id]) for one, other in pairs],
        links=links(decisions),
        hints=read_hints(store, subjects, register),
        corrected=frozenset(subject for subject, ruling in find_rulings(decisions).items() if ruling.values),
    )


def _with_circle(subject: Subject, circles: Mapping[str, frozenset[str]]) -> Subject:
    circle = circles.get(subject.node.id)
    return subject if not circle else Subject(subject.node, subject.surfaces, subject.own, subject.places, circle)


def _circles(
    store: Store, subjects: Mapping[str, Subject], pairs: Iterable[tuple[Subject, Subject]]
) -> Mapping[str, frozenset[str]]:
    """With whom those initiatives are seen that may be one with another."""
    ids = sorted({one.node.id for pair in pairs for one in pair if is_initiative(one)})
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.read(question("participations"), ids=ids if len(ids) <= _FEW else None):
        found[text(row, "initiative")].add(text(row, "participant"))
    beside = _beside(one.node for one in subjects.values() if is_initiative(one))
    for id in ids:
        node = subjects[id].node
        found[id] |= {other for document in node.documents for other in beside.get(document, ())} - {id}
        found[id] |= {node.parent_id} if node.parent_id else set()
    return {id: frozenset(circle) for id, circle in found.items()}


def _beside(initiatives: Iterable[Named]) -> Mapping[str, tuple[str, ...]]:
    """The initiatives that each document names, without long lists."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for node in initiatives:
        for document in node.documents:
            named[document].append(node.id)
    return {document: tuple(ids) for document, ids in named.items() if len(ids) <= _FOCUSED}
