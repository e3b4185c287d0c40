"""What the graph holds of one document, as the records of an export of its own: to carry it elsewhere or keep it."""

from collections.abc import Callable, Iterator

from graph.catalog import load_catalog, with_labels
from graph.errors import StoreError
from graph.exchange import naming_record, stored_record
from graph.forms import LINKS, NODE_FACTS
from graph.model import Document, Participation, Statement, UnreadPlace
from graph.records import Row, as_map
from graph.schema import SCHEMA
from graph.shelf import only_arrival
from graph.writes import Arrival

Read = Callable[..., list[Row]]


def document_records(read: Read, key: str) -> Iterator[Row]:
    """The records of one document, as if the graph held nothing else: its nodes are shown as it gives them."""
    yield {"type": "atlas", "schema": SCHEMA}
    yield _document(read, key)
    claims: list[Row] = []
    for row in read(_text("document_namings"), id=key):
        naming = naming_record(as_map(row["properties"]), key)
        claims.append(as_map(naming["claims"]))
        yield naming
    stated = [as_map(row["properties"]) for row in read(_text("document_parts", NodeLabel="Statement"), id=key)]
    yield from _facts(read, key, sorted({str(statement["fact_id"]) for statement in stated}))
    yield from (stored_record(Statement, statement) for statement in stated)
    for row in read(_text("document_parts", NodeLabel="Unread"), id=key):
        yield stored_record(UnreadPlace, as_map(row["properties"]))
    yield from claims


def stored_arrival(read: Read, key: str) -> Arrival:
    """The reading of one document with its addresses and its time of loading, checked.

    Raises StoreError `graph_inconsistent` where what is stored does not belong together.
    """
    try:
        return only_arrival(document_records(read, key))
    except StoreError as error:
        raise StoreError("graph_inconsistent", document=key) from error


def _document(read: Read, key: str) -> Row:
    properties = as_map(read(_text("document_node"), id=key)[0]["properties"])
    text = "".join(str(part["text"]) for part in read(_text("text_parts"), id=key))
    addresses = [row["shown_at"] for row in read(_text("stored_document"), id=key)]
    further: Row = {"addresses": addresses, "loaded_at": properties["loaded_at"]}
    return stored_record(Document, properties | {"text": text}) | further


def _facts(read: Read, key: str, facts: list[str]) -> Iterator[Row]:
    for fact, form in LINKS.items():
        # An initiative has fewer participants than a large organisation has initiatives.
        name = "document_links_to" if fact is Participation else "document_links_from"
        for row in read(_text(name, LINK_TYPE=form.relation), id=key):
            ends: Row = {form.source: row["source"], form.target: row["target"]}
            yield stored_record(fact, as_map(row["properties"]) | ends)
    rows: list[Row] = [{"id": fact} for fact in facts]
    for cls, label in NODE_FACTS.items():
        for row in read(_text("existing_nodes", NodeLabel=label), rows=rows):
            yield stored_record(cls, as_map(row["properties"]))


def _text(name: str, **labels: str) -> str:
    return with_labels(load_catalog("graph")[name], **labels)
