"""The rows of many documents together, in the order in which an empty graph can take them.

`shelf.py` hands in the documents of an export; `importing.py` writes the portions. What comes out is what the
documents would leave one by one (`writes.py`), with nothing to replace and nothing to look up.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.catalog import load_catalog, with_labels
from graph.decisions import decision_properties
from graph.facts import link_rows
from graph.folding import fold_claims, node_properties
from graph.forms import NODE_LABELS
from graph.messages import Batch, Batching
from graph.model import Actor, Fact, Initiative, Interest, Listing, Node, Silence
from graph.nodes import naming_properties
from graph.records import Row, canonical, to_row
from graph.shelf import Shelf, Shelved
from graph.texts import text_parts
from graph.writes import document_properties


@dataclass(frozen=True, slots=True)
class Portion:
    """Rows for one text, and what they make: how many nodes of a label, relationships of a type."""

    text: str
    batch: Batch
    makes: Mapping[str, int]
    documents: tuple[str, ...] = ()


def portions(shelf: Shelf) -> Iterator[Portion]:
    """All rows of a full shelf: nodes first, then the documents with what they say, then decisions.

    Raises StoreError `import_bad_record` where a document says what cannot be.
    """
    yield from _nodes(shelf)
    gathered = _Gathered()
    for shelved in shelf.arrivals():
        _add_document(gathered, shelved)
        yield from gathered.full()
    decisions = gathered.of("create_nodes", NodeLabel="Decision")
    decisions.add(decision_properties(decision) for decision in shelf.decisions())
    yield from gathered.rest()


@dataclass(slots=True)
class _Heap:
    """Rows that wait until they are enough for one portion."""

    text: str
    makes: tuple[str, ...]
    batching: Batching = field(default_factory=Batching)
    documents: list[str] = field(default_factory=list)

    def add(self, rows: Iterable[Row]) -> None:
        self.batching.add(rows)

    @property
    def is_full(self) -> bool:
        return bool(self.batching.full)

    def take(self, *, whole: bool = True) -> Iterator[Portion]:
        """What waits, as portions, or only the full ones of it."""
        documents, self.documents = tuple(self.documents), []
        for batch in self.batching.take(whole=whole):
            yield Portion(self.text, batch, dict.fromkeys(self.makes, len(batch.rows)), documents)
            documents = ()


class _Gathered:
    """Heaps by text and labels. The documents' own nodes come before anything that hangs at them."""

    def __init__(self) -> None:
        self._heaps: dict[tuple[str, ...], _Heap] = {}
        self.documents = self.of("create_nodes", NodeLabel="Document")

    def of(self, name: str, **labels: str) -> _Heap:
        key = (name, *labels.values())
        if key not in self._heaps:
            text = with_labels(load_catalog("graph")[name], **labels)
            self._heaps[key] = _Heap(text, tuple(made.format(**labels) for made in _MAKES[name]))
        return self._heaps[key]

    def full(self) -> Iterator[Portion]:
        """The portions that are full, with all they build on before."""
        full = {key[0] for key, heap in self._heaps.items() if heap.is_full}
        if full:
            yield from self.documents.take()
        if "link_interests" in full:
            yield from self._take({"create_interests"})
        yield from self._take(full, whole=False)

    def rest(self) -> Iterator[Portion]:
        """Everything."""
        yield from self.documents.take()
        yield from self._take(_MAKES.keys())

    def _take(self, names: Collection[str], *, whole: bool = True) -> Iterator[Portion]:
        for name in _MAKES:
            if name in names:
                for key, heap in self._heaps.items():
                    if key[0] == name:
                        yield from heap.take(whole=whole)


_MAKES: Mapping[str, tuple[str, ...]] = {
    "create_actors": ("Actor",),
    "create_nodes": ("{NodeLabel}",),
    "import_addresses": ("Address", "SHOWS"),
    "import_texts": ("TextPart", "HAS_TEXT"),
    "import_namings": ("NAMES",),
    "import_statements": ("Statement", "IN"),
    "create_links": ("{LINK_TYPE}",),
    "create_silences": ("Silence", "ABOUT"),
    "create_listings": ("Listing", "LISTS"),
    "create_interests": ("Interest", "HAS"),
    "link_interests": ("IN_INITIATIVE",),
    "create_unread": ("Unread",),
    "create_parts": ("PART_OF",),
}
"""What a row of each text makes: a node of a label, a relationship of a type. In the order in which they build on
each other, once nodes and documents are there."""


def _nodes(shelf: Shelf) -> Iterator[Portion]:
    """The nodes folded from what is said of them, then which initiative is a part of which."""
    gathered = _Gathered()
    parents: dict[str, str | None] = {}
    sort: type[Node] | None = None
    for claims in shelf.claims():
        node = fold_claims(claims)
        if type(node) is not sort:  # the store need not wait for the next sort
            yield from gathered.rest()
            sort = type(node)
        if isinstance(node, Actor):
            gathered.of("create_actors", KindLabel=node.kind.label).add([node_properties(node)])
        else:
            gathered.of("create_nodes", NodeLabel=NODE_LABELS[type(node)]).add([node_properties(node)])
        if isinstance(node, Initiative):
            parents[node.id] = node.parent_id
        yield from gathered.full()
    linked = ((id, parent) for id, parent in parents.items() if parent in parents and parent != id)
    gathered.of("create_parts").add({"id": id, "parent_id": parent} for id, parent in linked)
    yield from gathered.rest()


def _add_document(gathered: _Gathered, shelved: Shelved) -> None:
    arrival = shelved.arrival
    reading, id = arrival.reading, arrival.reading.document.id
    gathered.documents.add([document_properties(arrival)])
    gathered.documents.documents.append(reading.document.address)
    gathered.of("import_addresses").add({"id": address, "document_id": id} for address in arrival.addresses)
    gathered.of("import_texts").add({"document_id": id, **part} for part in text_parts(reading.document))
    labels = {node.id: NODE_LABELS[type(node)] for node in reading.nodes}
    claims = {node.id: canonical(node) for node in reading.nodes}
    namings: defaultdict[str, list[Row]] = defaultdict(list)
    for naming in reading.namings:
        properties = naming_properties(naming, claims[naming.node_id])
        namings[labels[naming.node_id]].append({"document_id": id, "properties": properties})
    for label, rows in namings.items():
        gathered.of("import_namings", NodeLabel=label).add(rows)
    _add_facts(gathered, [fact for fact in reading.facts if fact.id in shelved.first_facts], labels)
    gathered.of("import_statements").add(map(to_row, reading.statements))
    gathered.of("create_unread").add(map(to_row, reading.unread))


def _add_facts(gathered: _Gathered, facts: Sequence[Fact], labels: Mapping[str, str]) -> None:
    for (relation, source, target), rows in link_rows(facts, labels).items():
        gathered.of("create_links", SourceLabel=source, TargetLabel=target, LINK_TYPE=relation).add(rows)
    gathered.of("create_silences").add(to_row(fact) for fact in facts if isinstance(fact, Silence))
    gathered.of("create_listings").add(to_row(fact) for fact in facts if isinstance(fact, Listing))
    for fact in facts:
        if isinstance(fact, Interest):
            gathered.of("create_interests", NodeLabel=labels[fact.holder_id]).add([to_row(fact)])
            if fact.initiative_id is not None:
                gathered.of("link_interests").add([{"id": fact.id, "initiative_id": fact.initiative_id}])
