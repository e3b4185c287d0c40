"""Actors, initiatives and groups in the graph: made by the first naming, folded from all, gone with the last."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.bolt import Transaction
from graph.catalog import load_catalog, with_labels
from graph.folding import Claim, fold_claims, node_properties
from graph.forms import NODE_LABELS
from graph.kinds import ActorKind
from graph.model import Actor, Initiative, Naming, Node, Reading
from graph.records import Row, canonical, node_from_claims, to_record


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A node by its label (Actor, Initiative or Group) and key."""

    label: str
    id: str


def named_by(transaction: Transaction, document_id: str) -> frozenset[Named]:
    """The nodes that a document names."""
    rows = transaction.run(load_catalog("graph")["named_nodes"], id=document_id)
    return frozenset(Named(str(row["label"]), str(row["id"])) for row in rows)


def named_in(reading: Reading) -> frozenset[Named]:
    """The nodes of a reading."""
    return frozenset(Named(NODE_LABELS[type(node)], node.id) for node in reading.nodes)


def add_nodes(transaction: Transaction, reading: Reading) -> frozenset[Named]:
    """Write the reading's namings, and the nodes that are not there yet: those are returned."""
    named = named_in(reading)
    added = named - _standing(transaction, named).keys()
    claims = {node.id: canonical(to_record(node)) for node in reading.nodes}
    labels = {node.id: NODE_LABELS[type(node)] for node in reading.nodes}
    namings: defaultdict[str, list[Row]] = defaultdict(list)
    for naming in sorted(reading.namings, key=lambda naming: naming.node_id):
        namings[labels[naming.node_id]].append(naming_properties(naming, claims[naming.node_id]))
    for label, keys in _by_label(added):
        _run(transaction, "merge_nodes", keys, NodeLabel=label)
    for label, rows in sorted(namings.items()):
        _run(transaction, "create_namings", rows, id=reading.document.id, NodeLabel=label)
    return added


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


def refold(transaction: Transaction, touched: Collection[Named]) -> frozenset[Named]:
    """Fold these nodes from all that is said of them, and delete those that nothing names: those are returned."""
    claims = _claims(transaction, touched)
    gone = frozenset(touched) - claims.keys()
    for label, rows in _by_label(gone):
        _run(transaction, "delete_nodes", rows, NodeLabel=label)
    folded = {named: fold_claims(said) for named, said in sorted(claims.items())}
    standing = _standing(transaction, folded.keys())
    changed = {named: node for named, node in folded.items() if _properties(node) != standing[named].properties}
    for label, rows in _by_label(changed.keys()):
        properties = [node_properties(changed[Named(label, str(row["id"]))]) for row in rows]
        _run(transaction, "set_properties", properties, NodeLabel=label)
    _set_kinds(transaction, [node for node in folded.values() if isinstance(node, Actor)], standing)
    _link_parts(transaction, [node for node in changed.values() if isinstance(node, Initiative)])
    return gone


@dataclass(frozen=True, slots=True)
class _Standing:
    """A node as it stands in the graph; `properties` without those that are None."""

    labels: frozenset[str]
    properties: Row


def _standing(transaction: Transaction, named: Iterable[Named]) -> dict[Named, _Standing]:
    found: dict[Named, _Standing] = {}
    for label, keys in _by_label(named):
        for row in _run(transaction, "existing_nodes", keys, NodeLabel=label):
            labels, properties = row["labels"], row["properties"]
            if isinstance(labels, list) and isinstance(properties, dict):
                found[Named(label, str(row["id"]))] = _Standing(frozenset(map(str, labels)), _present(properties))
    return found


def _claims(transaction: Transaction, named: Iterable[Named]) -> dict[Named, list[Claim]]:
    claims: defaultdict[Named, list[Claim]] = defaultdict(list)
    for label, keys in _by_label(named):
        for row in _run(transaction, "claims", keys, NodeLabel=label):
            confidence, date = row["confidence"], row["date"]
            claim = Claim(
                node_from_claims(str(row["claims"])),
                confidence if isinstance(confidence, float) else 0.0,
                date if isinstance(date, str) else None,
            )
            claims[Named(label, str(row["id"]))].append(claim)
    return dict(claims)


def _set_kinds(transaction: Transaction, actors: Sequence[Actor], standing: Mapping[Named, _Standing]) -> None:
    """Give each actor the label of its kind and no other: after the merge, in statements of their own."""
    kinds = {kind.label for kind in ActorKind}
    wrong = [
        actor for actor in actors if standing[Named("Actor", actor.id)].labels & kinds != frozenset({actor.kind.label})
    ]
    mislabelled = [actor for actor in wrong if standing[Named("Actor", actor.id)].labels & kinds]
    _run(transaction, "remove_kinds", [{"id": actor.id} for actor in mislabelled])
    for kind in ActorKind:
        _run(transaction, "set_kind", [{"id": actor.id} for actor in wrong if actor.kind is kind], KindLabel=kind.label)


def _link_parts(transaction: Transaction, initiatives: Sequence[Initiative]) -> None:
    """Renew PART_OF, which follows from `parent_id`, from these initiatives and onto them."""
    keys: list[Row] = [{"id": initiative.id} for initiative in initiatives]
    _run(transaction, "delete_parts", keys)
    rows: list[Row] = [{"id": one.id, "parent_id": one.parent_id} for one in initiatives if one.parent_id]
    rows += _run(transaction, "children", keys)
    unique = {(str(row["id"]), str(row["parent_id"])) for row in rows if row["id"] != row["parent_id"]}
    _run(transaction, "create_parts", [{"id": child, "parent_id": parent} for child, parent in sorted(unique)])


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


def _run(transaction: Transaction, name: str, rows: Sequence[Row], *, id: str = "", **labels: str) -> list[Row]:
    text = with_labels(load_catalog("graph")[name], **labels)
    return transaction.run_rows(text, rows, **({"id": id} if id else {}))
