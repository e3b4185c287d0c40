"""Actors, initiatives and groups in the graph: made by the first naming, folded from all, gone with the last."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.bolt import Transaction
from graph.catalog import load_catalog, with_labels
from graph.folding import Claim, fold_claims, node_properties
from graph.forms import NODE_LABELS
from graph.kinds import ActorKind
from graph.model import Actor, Initiative, Naming, Node, Reading
from graph.records import CLAIMS, Row, canonical

_KINDS = frozenset(kind.label for kind in ActorKind)


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A node by its label (Actor, Initiative or Group) and key."""

    label: str
    id: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A node as it stands in the graph; `properties` without those that are None."""

    labels: frozenset[str]
    properties: Row


def named_by(transaction: Transaction, document_id: str) -> frozenset[Named]:
    """The nodes that a document names."""
    rows = transaction.run(load_catalog("graph")["named_nodes"], id=document_id)
    return frozenset(Named(str(row["label"]), str(row["id"])) for row in rows)


def named_in(reading: Reading) -> frozenset[Named]:
    """The nodes of a reading."""
    return frozenset(Named(NODE_LABELS[type(node)], node.id) for node in reading.nodes)


def add_namings(transaction: Transaction, reading: Reading) -> None:
    """Write where the reading names its nodes, which are there."""
    claims = {node.id: canonical(node) for node in reading.nodes}
    labels = {node.id: NODE_LABELS[type(node)] for node in reading.nodes}
    namings: defaultdict[str, list[Row]] = defaultdict(list)
    for naming in sorted(reading.namings, key=lambda naming: naming.node_id):
        namings[labels[naming.node_id]].append(naming_properties(naming, claims[naming.node_id]))
    for label, rows in sorted(namings.items()):
        text = with_labels(load_catalog("graph")["create_namings"], NodeLabel=label)
        transaction.put_rows(text, rows, id=reading.document.id)


def claims_of(reading: Reading) -> Iterator[tuple[Named, Claim]]:
    """What a reading says of its nodes."""
    nodes = {node.id: node for node in reading.nodes}
    for naming in reading.namings:
        node = nodes[naming.node_id]
        yield Named(NODE_LABELS[type(node)], node.id), Claim(node, naming.confidence, reading.document.date)


def naming_properties(naming: Naming, claims: str) -> Row:
    """The properties of a naming's relationship: offsets lie flat, claims are the node as JSON text."""
    return {
        "node_id": naming.node_id,
        "spans": [offset for span in naming.spans for offset in span],
        "method": naming.method,
        "confidence": naming.confidence,
        "passages": [offset for passage in naming.passages for offset in passage],
        "claims": claims,
    }


def put_nodes(
    transaction: Transaction, claims: Mapping[Named, Sequence[Claim]], standing: Mapping[Named, Standing]
) -> None:
    """Write these nodes as folded from all that is said of them; `standing` is how those stand that are there."""
    folded = {named: fold_claims(said) for named, said in sorted(claims.items())}
    created = {named: node for named, node in folded.items() if named not in standing}
    kept = {named: node for named, node in folded.items() if named in standing}
    changed = {named: node for named, node in kept.items() if _properties(node) != standing[named].properties}
    _create(transaction, created)
    for label, rows in _by_label(changed.keys()):
        properties = [node_properties(changed[Named(label, str(row["id"]))]) for row in rows]
        _put(transaction, "set_properties", properties, NodeLabel=label)
    _set_kinds(transaction, kept, standing)
    _link_parts(transaction, created, changed)


def delete_nodes(transaction: Transaction, gone: Iterable[Named]) -> None:
    """Delete nodes that nothing names any longer."""
    for label, rows in _by_label(gone):
        _put(transaction, "delete_nodes", rows, NodeLabel=label)


def read_standing(transaction: Transaction, named: Iterable[Named]) -> dict[Named, Standing]:
    """How these nodes stand, those that are there."""
    return {
        Named(label, str(row["id"])): to_standing(row)
        for label, keys in _by_label(named)
        for row in _run(transaction, "existing_nodes", keys, NodeLabel=label)
    }


def to_standing(row: Row) -> Standing:
    """From labels and properties."""
    labels, properties = row["labels"], row["properties"]
    return Standing(
        frozenset(map(str, labels if isinstance(labels, list) else ())),
        _present(properties if isinstance(properties, dict) else {}),
    )


def read_claims(transaction: Transaction, named: Iterable[Named]) -> dict[Named, list[Claim]]:
    """What the documents say of these nodes, those that some document names."""
    claims: defaultdict[Named, list[Claim]] = defaultdict(list)
    for label, keys in _by_label(named):
        for row in _run(transaction, "claims", keys, NodeLabel=label):
            claims[Named(label, str(row["id"]))].append(to_claim(row))
    return dict(claims)


def to_claim(row: Row) -> Claim:
    """From claims (JSON text), confidence and date."""
    confidence, date = row["confidence"], row["date"]
    return Claim(
        CLAIMS.read(str(row["claims"])),
        confidence if isinstance(confidence, float) else 0.0,
        date if isinstance(date, str) else None,
    )


def _create(transaction: Transaction, nodes: Mapping[Named, Node]) -> None:
    """Create nodes with all they have."""
    rows: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for named, node in nodes.items():
        key = ("create_actors", node.kind.label) if isinstance(node, Actor) else ("create_nodes", named.label)
        rows[key].append(node_properties(node))
    for (name, label), some in sorted(rows.items()):
        _put(transaction, name, some, **{"KindLabel" if name == "create_actors" else "NodeLabel": label})


def _set_kinds(transaction: Transaction, nodes: Mapping[Named, Node], standing: Mapping[Named, Standing]) -> None:
    """Give each actor the label of its kind and no other."""
    borne = {node: standing[named].labels & _KINDS for named, node in nodes.items() if isinstance(node, Actor)}
    wrong = [actor for actor, labels in borne.items() if labels != frozenset({actor.kind.label})]
    _put(transaction, "remove_kinds", [{"id": actor.id} for actor in wrong if borne[actor]])
    for kind in ActorKind:
        _put(transaction, "set_kind", [{"id": actor.id} for actor in wrong if actor.kind is kind], KindLabel=kind.label)


def _link_parts(transaction: Transaction, created: Mapping[Named, Node], changed: Mapping[Named, Node]) -> None:
    """Renew PART_OF, which follows from `parent_id`, from these initiatives, and onto those that are new."""
    new = [node for node in created.values() if isinstance(node, Initiative)]
    other = [node for node in changed.values() if isinstance(node, Initiative)]
    parents = [(one.id, one.parent_id) for one in (*new, *other) if one.parent_id not in (None, one.id)]
    _put(transaction, "delete_parts", [{"id": one.id} for one in other])
    _put(transaction, "create_parts", [{"id": child, "parent_id": parent} for child, parent in sorted(parents)])
    _put(transaction, "link_children", [{"id": one.id} for one in new])


def _properties(node: Node) -> Row:
    return _present(node_properties(node))


def _present(properties: Row) -> Row:
    return {key: value for key, value in properties.items() if value is not None}


def _by_label(named: Iterable[Named]) -> Iterable[tuple[str, list[Row]]]:
    """The keys as rows, a label at a time, sorted."""
    keys: defaultdict[str, list[Row]] = defaultdict(list)
    for one in sorted(named):
        keys[one.label].append({"id": one.id})
    return sorted(keys.items())


def _run(transaction: Transaction, name: str, rows: Sequence[Row], **labels: str) -> list[Row]:
    return transaction.run_rows(with_labels(load_catalog("graph")[name], **labels), rows)


def _put(transaction: Transaction, name: str, rows: Sequence[Row], **labels: str) -> None:
    transaction.put_rows(with_labels(load_catalog("graph")[name], **labels), rows)
