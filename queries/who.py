"""The graph's identity: names, circles, hints and decisions read, and the nodes united. Next: `standing.py`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.store import Store
from queries.candidates import pair_up
from queries.catalog import question
from queries.corrections import correct_row
from queries.decisions import links
from queries.gathered import read_gathered, stream_gathered
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


def derive_identity(store: Store, register: Register) -> Identity:
    """Who is who in the graph, from its nodes and decisions; `standing.py` keeps it."""
    decisions = store.decisions()
    rulings = find_rulings(decisions)
    plain = _Subjects(store, register, rulings)
    # Documents and company only change what is said of a pair, so that of the others nobody's need be read.
    pairs = [pair for pair in plain.pairs if judge(plain[pair[0]], plain[pair[1]], register)]
    hints = tuple(read_hints(store, plain, register))
    decided = links(decisions)
    told = {
        *(id for pair in pairs for id in pair),
        *(id for one, other, _ in hints for id in (one, other)),
        *(id for link in decided for id in (link.one, link.other)),
    } & plain.keys()
    seen = _with_documents(store, [plain[id] for id in sorted(told)])
    circles = _circles(store, seen, pairs)
    subjects = {id: _with_circle(subject, circles) for id, subject in seen.items()}
    return identify(
        tuple(subjects.values()),
        register,
        pairs=[(subjects[one], subjects[other]) for one, other in pairs],
        links=decided,
        hints=hints,
        corrected=frozenset(subject for subject, ruling in rulings.items() if ruling.values),
    )


class _Subjects(Mapping[str, Subject]):
    """Every actor and initiative as it is compared, without its documents: its names are taken apart when asked for.

    What a name says taken apart is as large as ten names. `pairs` are the ids of those worth judging.
    """

    def __init__(self, store: Store, register: Register, rulings: Rulings) -> None:
        self._register = register
        self._nodes: dict[str, Named] = {}
        self._known: dict[str, Subject] = {}
        self.pairs: list[tuple[str, str]] = pair_up(self._read(store, rulings), register)

    def __getitem__(self, id: str) -> Subject:
        if id not in self._known:
            self._known[id] = to_subject(self._nodes[id], self._register)
        return self._known[id]

    def __contains__(self, id: object) -> bool:
        return id in self._nodes

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)

    def _read(self, store: Store, rulings: Rulings) -> Iterator[Subject]:
        for row in stream_gathered(store, "names"):
            node = to_named(correct_row(row, rulings, self._register), {})
            self._nodes[node.id] = node
            yield to_subject(node, self._register)


def read_named(store: Store, register: Register, rulings: Rulings) -> tuple[Named, ...]:
    """Every actor and initiative as people corrected it, with the documents that name it, sorted by id."""
    documents: defaultdict[str, list[str]] = defaultdict(list)
    for row in store.read(question("named_nodes")):
        documents[text(row, "node")].append(text(row, "document"))
    return tuple(replace(node, documents=tuple(documents[node.id])) for node in _named(store, register, rulings))


def read_names(store: Store, register: Register, rulings: Rulings) -> tuple[Named, ...]:
    """The same without their documents, of which there may be very many."""
    return tuple(_named(store, register, rulings))


def _named(store: Store, register: Register, rulings: Rulings) -> Iterator[Named]:
    for row in read_gathered(store, "names"):
        yield to_named(correct_row(row, rulings, register), {})


def _with_documents(store: Store, subjects: Sequence[Subject]) -> dict[str, Subject]:
    """By id the subjects with the documents that name them."""
    documents: defaultdict[str, list[str]] = defaultdict(list)
    for row in store.read(question("namings_around"), ids=[subject.node.id for subject in subjects]):
        documents[text(row, "node")].append(text(row, "document"))
    return {
        subject.node.id: replace(
            subject, node=replace(subject.node, documents=tuple(sorted(documents[subject.node.id])))
        )
        for subject in subjects
    }


def _with_circle(subject: Subject, circles: Mapping[str, frozenset[str]]) -> Subject:
    circle = circles.get(subject.node.id)
    return subject if not circle else Subject(subject.node, subject.surfaces, subject.own, subject.places, circle)


def _circles(
    store: Store, subjects: Mapping[str, Subject], pairs: Iterable[tuple[str, str]]
) -> Mapping[str, frozenset[str]]:
    """With whom those initiatives are seen that may be one with another."""
    ids = sorted({id for pair in pairs for id in pair if is_initiative(subjects[id])})
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.read(question("participations_around"), ids=ids):
        found[text(row, "initiative")].add(text(row, "participant"))
    beside = _beside(store, {document for id in ids for document in subjects[id].node.documents})
    for id in ids:
        node = subjects[id].node
        found[id] |= {other for document in node.documents for other in beside.get(document, ())} - {id}
        found[id] |= {node.parent_id} if node.parent_id else set()
    return {id: frozenset(circle) for id, circle in found.items()}


def _beside(store: Store, documents: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The initiatives that each of these documents names, without long lists."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for row in store.read(question("initiatives_beside"), ids=sorted(documents)):
        named[text(row, "document")].append(text(row, "node"))
    return {document: tuple(ids) for document, ids in named.items() if len(ids) <= _FOCUSED}
