"""Facts in the graph: written when the first statement supports them, gone with the last."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from graph.bolt import Transaction
from graph.catalog import load_catalog, with_labels
from graph.forms import LINKS, NODE_FACTS, NODE_LABELS, endpoints
from graph.model import Absence, Branch, Fact, Interest, Listing, Membership, Participation, Reading, Silence
from graph.nodes import Named
from graph.records import Row, to_row


def supported_facts(transaction: Transaction, facts: Collection[str]) -> frozenset[str]:
    """Those of these facts that a statement supports."""
    rows: list[Row] = [{"id": fact} for fact in sorted(facts)]
    found = transaction.run_rows(load_catalog("graph")["supported_facts"], rows)
    return frozenset(str(row["id"]) for row in found)


def add_facts(transaction: Transaction, reading: Reading, standing: Collection[str]) -> None:
    """Write the reading's statements and unread places, and its facts but those that are there already."""
    labels = {node.id: NODE_LABELS[type(node)] for node in reading.nodes}
    new = [fact for fact in sorted(reading.facts, key=lambda fact: fact.id) if fact.id not in standing]
    for (relation, source, target), rows in sorted(link_rows(new, labels).items()):
        _put(transaction, "create_links", rows, SourceLabel=source, TargetLabel=target, LINK_TYPE=relation)
    _put(transaction, "create_silences", [to_row(fact) for fact in new if isinstance(fact, Silence)])
    _put(transaction, "create_listings", [to_row(fact) for fact in new if isinstance(fact, Listing)])
    _add_interests(transaction, [fact for fact in new if isinstance(fact, Interest)], labels)
    statements = sorted(reading.statements, key=lambda statement: statement.id)
    text = load_catalog("graph")["create_statements"]
    transaction.put_rows(text, [to_row(statement) for statement in statements], id=reading.document.id)
    _put(transaction, "create_unread", [to_row(place) for place in sorted(reading.unread, key=lambda place: place.id)])


def sweep_facts(transaction: Transaction, gone: Collection[str], touched: Collection[Named]) -> None:
    """Delete the facts that lost their last statement. `touched` are the nodes that their documents named."""
    if not gone:
        return
    initiatives: list[Row] = [{"id": named.id} for named in sorted(touched) if named.label == "Initiative"]
    actors: list[Row] = [{"id": named.id} for named in sorted(touched) if named.label == "Actor"]
    _put(transaction, "sweep_incoming", initiatives, NodeLabel="Initiative", LINK_TYPE="PARTICIPATES")
    _put(transaction, "sweep_outgoing", initiatives, NodeLabel="Initiative", LINK_TYPE="ABSENT")
    _put(transaction, "sweep_outgoing", actors, NodeLabel="Actor", LINK_TYPE="MEMBER_OF")
    _put(transaction, "sweep_outgoing", actors, NodeLabel="Actor", LINK_TYPE="BRANCH_OF")
    for label in NODE_FACTS.values():
        _put(transaction, "delete_nodes", [{"id": fact} for fact in sorted(gone)], NodeLabel=label)
    transaction.put(load_catalog("graph")["sweep_regions"])


def _add_interests(transaction: Transaction, interests: Sequence[Interest], labels: dict[str, str]) -> None:
    for label in NODE_LABELS.values():
        held = [to_row(interest) for interest in interests if labels[interest.holder_id] == label]
        _put(transaction, "create_interests", held, NodeLabel=label)
    _put(transaction, "link_interests", [to_row(interest) for interest in interests if interest.initiative_id])


def link_rows(facts: Iterable[Fact], labels: Mapping[str, str]) -> dict[tuple[str, str, str], list[Row]]:
    """The facts that are relationships (source, target, properties), by their type and the labels of their ends."""
    links: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Participation | Absence | Membership | Branch):
            form, values = LINKS[type(fact)], to_row(fact)
            (source, _), (target, _) = endpoints(fact)
            properties = {name: values[name] for name in ("id", form.field) if name}
            row: Row = {"source": source, "target": target, "properties": properties}
            links[form.relation, labels[source], labels[target]].append(row)
    return links


def _put(transaction: Transaction, name: str, rows: Sequence[Row], **labels: str) -> None:
    transaction.put_rows(with_labels(load_catalog("graph")[name], **labels), rows)
