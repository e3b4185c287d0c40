"""A document's reading into the graph, in one transaction: what it replaces goes, what others say stays.

`store.py` hands in a reading that `checking.py` has passed. Facts and nodes live as long as a statement or a naming
supports them; `nodes.py` and `facts.py` write those, this file keeps the documents themselves and the order.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from graph.bolt import Transaction
from graph.catalog import load_catalog
from graph.changes import tell_changed
from graph.derived import forget_derived
from graph.facts import add_facts, sweep_facts
from graph.locking import lock_graph
from graph.meeting import MOST_NODES, Met, look, meet
from graph.model import Reading
from graph.nodes import Named, add_namings, claims_of, delete_nodes, named_by, named_in, put_nodes
from graph.records import Row, reading_digest, to_row
from graph.texts import put_text


@dataclass(frozen=True, slots=True)
class Change:
    """What one write changed. `unchanged`: nothing was written, not even the time of loading."""

    document_id: str
    nodes_added: int = 0
    nodes_removed: int = 0
    facts_added: int = 0
    facts_removed: int = 0
    unchanged: bool = False


class UnchangedError(Exception):
    """The graph says so already: the transaction is taken back, and no write is counted. It never leaves the room."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A reading on its way into the graph: the addresses that show it, and when it was loaded (ISO 8601, UTC)."""

    reading: Reading
    addresses: tuple[str, ...]
    loaded_at: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the graph holds for a document's key: `digest` is of its reading, `addresses` are sorted."""

    digest: str
    address: str
    title: str
    format: str
    loaded_at: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Support:
    """The nodes and facts of the documents that are withdrawn."""

    old_nodes: frozenset[Named] = frozenset()
    old_facts: frozenset[str] = frozenset()


Read = Callable[..., list[Row]]


def _says(known: Known | None, arrival: Arrival) -> bool:
    document = arrival.reading.document
    if known is None or known.digest != reading_digest(arrival.reading):
        return False
    if not set(arrival.addresses) <= set(known.addresses):
        return False
    first = min(arrival.addresses) == known.address
    return not first or (document.title, document.format) == (known.title, known.format)


def known_document(read: Read, key: str) -> Known | None:
    """What the graph holds for this document's key, or None."""
    rows = read(_text("stored_document"), id=key)
    if not rows:
        return None
    row = rows[0]
    return Known(
        digest=str(row["digest"]),
        address=str(row["address"]),
        title=str(row["title"]),
        format=str(row["format"]),
        loaded_at=str(row["loaded_at"]),
        addresses=tuple(str(row["shown_at"]) for row in rows),
    )


def write_arrival(transaction: Transaction, arrival: Arrival) -> Change:
    """Write a reading: replace the document's older reading and whatever its addresses showed before."""
    document = arrival.reading.document
    tell_changed(transaction, [document.id])
    if len(arrival.reading.nodes) > MOST_NODES:
        lock_graph(transaction)
    elif (met := meet(transaction, arrival.reading, arrival.addresses)).is_new:
        _put_document(transaction, arrival, None)
        return _settle(transaction, document.id, arrival.reading, _Support(), met)
    known = known_document(transaction.run, document.id)
    if _says(known, arrival):
        return Change(document.id, unchanged=True)
    rewriting = known is None or known.digest != reading_digest(arrival.reading)
    leaving = _leave_addresses(transaction, arrival)
    withdrawn = [*leaving, document.id] if known and rewriting else leaving
    support = _support_of(transaction, withdrawn)
    _withdraw(transaction, withdrawn)
    for key in leaving:
        transaction.put(_text("delete_document"), id=key)
    _put_document(transaction, arrival, known)
    content = (
        arrival.reading
        if rewriting
        else replace(arrival.reading, nodes=(), facts=(), namings=(), statements=(), unread=())
    )
    return _settle(transaction, document.id, content, support, _look(transaction, content, support))


def document_properties(arrival: Arrival) -> Row:
    """The properties of a document's node that no older one stands in the way of."""
    document = arrival.reading.document
    return {key: value for key, value in to_row(document).items() if key != "text"} | {
        "digest": reading_digest(arrival.reading),
        "loaded_at": arrival.loaded_at,
    }


def write_newer(transaction: Transaction, arrival: Arrival) -> Change:
    """Write an imported reading, but where the graph has something that was loaded later, that stays."""
    document = arrival.reading.document
    shown = transaction.run(_text("shown_documents"), addresses=list(arrival.addresses))
    kept = {
        str(row["address"]) for row in shown if row["id"] != document.id and str(row["loaded_at"]) >= arrival.loaded_at
    }
    addresses = tuple(address for address in arrival.addresses if address not in kept)
    known = known_document(transaction.run, document.id)
    older = known is not None and known.loaded_at >= arrival.loaded_at
    if not addresses or (older and known is not None and set(addresses) <= set(known.addresses)):
        return Change(document.id, unchanged=True)
    return write_arrival(transaction, replace(arrival, addresses=addresses))


def remove(transaction: Transaction, document_id: str) -> Change:
    """Remove a document at all its addresses, and exactly what only it supported."""
    lock_graph(transaction)
    tell_changed(transaction, [document_id])
    if known_document(transaction.run, document_id) is None:
        return Change(document_id, unchanged=True)
    support = _support_of(transaction, [document_id])
    _withdraw(transaction, [document_id])
    transaction.put(_text("delete_addresses"), id=document_id)
    transaction.put(_text("delete_document"), id=document_id)
    nothing = _look(transaction, None, support)
    return _settle(transaction, document_id, None, support, nothing)


def once(work: Callable[[Transaction], Change]) -> Callable[[Transaction], Change]:
    """Work whose answer stays true when its transaction is repeated.

    Where the answer of a commit was lost, the repeat finds nothing left to do: then the first try said what changed.
    Raises UnchangedError where there was nothing to do from the beginning.
    """
    made: list[Change] = []

    def again(transaction: Transaction) -> Change:
        change = work(transaction)
        if not change.unchanged:
            made.append(change)
        elif not made:
            raise UnchangedError
        return made[-1]

    return again


def _leave_addresses(transaction: Transaction, arrival: Arrival) -> list[str]:
    """Take the addresses from the documents they showed; the keys of those that no address shows any longer."""
    rows = transaction.run(_text("shown_documents"), addresses=list(arrival.addresses))
    others = [row for row in rows if row["id"] != arrival.reading.document.id]
    if not others:
        return []
    transaction.put(_text("leave_addresses"), addresses=[row["address"] for row in others])
    keys = sorted({str(row["id"]) for row in others})
    tell_changed(transaction, keys)
    staying = {key for key in keys if transaction.run(_text("stored_document"), id=key)}
    for key in sorted(staying):
        transaction.put(_text("first_address"), id=key)
    return [key for key in keys if key not in staying]


def _support_of(transaction: Transaction, keys: list[str]) -> _Support:
    nodes = {named for key in keys for named in named_by(transaction, key)}
    facts = {str(row["id"]) for key in keys for row in transaction.run(_text("stated_facts"), id=key)}
    return _Support(frozenset(nodes), frozenset(facts))


def _withdraw(transaction: Transaction, keys: list[str]) -> None:
    """Take back everything these documents say; their own nodes and addresses stay."""
    if keys:
        forget_derived(transaction)
    for key in keys:
        for name in ("delete_statements", "delete_unread", "delete_namings", "delete_text"):
            transaction.put(_text(name), id=key)


def _put_document(transaction: Transaction, arrival: Arrival, known: Known | None) -> None:
    """Write the document's own node. Title and format are those it has at its first address."""
    document = arrival.reading.document
    before = known.addresses if known else ()
    first = min((*before, *arrival.addresses))
    keep = known is not None and first not in arrival.addresses
    properties = document_properties(arrival) | {"address": first}
    if known and keep:
        properties |= {"title": known.title, "format": known.format}
    transaction.put(_text("merge_document"), id=document.id, properties=properties)
    new = [address for address in arrival.addresses if address not in before]
    transaction.put(_text("create_addresses"), id=document.id, addresses=new)
    put_text(transaction, document, is_new=known is None)


def _look(transaction: Transaction, content: Reading | None, support: _Support) -> Met:
    """What is left of all that changes, when the older readings are taken back."""
    named, facts = (
        (named_in(content), {fact.id for fact in content.facts}) if content else (frozenset[Named](), set[str]())
    )
    return look(transaction, support.old_nodes | named, support.old_facts | facts)


def _settle(transaction: Transaction, key: str, content: Reading | None, support: _Support, met: Met) -> Change:
    """Add what the content says, and let go of what nothing supports any longer."""
    claims = {named: [*said] for named, said in met.claims.items()}
    for named, claim in claims_of(content) if content else ():
        claims.setdefault(named, []).append(claim)
    gone_nodes = met.standing.keys() - claims.keys()
    put_nodes(transaction, claims, met.standing)
    new_facts = {fact.id for fact in content.facts} if content else set[str]()
    there = met.facts | support.old_facts
    gone_facts = support.old_facts - met.facts - new_facts
    if content:
        add_namings(transaction, content)
        add_facts(transaction, content, there)
    sweep_facts(transaction, gone_facts, support.old_nodes)
    delete_nodes(transaction, gone_nodes)
    return Change(
        document_id=key,
        nodes_added=len(claims.keys() - met.standing.keys()),
        nodes_removed=len(gone_nodes),
        facts_added=len(new_facts - there),
        facts_removed=len(gone_facts),
    )


def _text(name: str) -> str:
    return load_catalog("graph")[name]
