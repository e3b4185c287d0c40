"""A whole graph from one store into another: documents and people's decisions, then what is kept of removed documents,
then the comparison.

An empty target takes all documents together, all or none (`importing.py`). One that holds some gets the rest document
by document, each in one transaction, so that a copy that was interrupted goes on where it stopped.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.catalog import load_catalog
from graph.errors import StoreError
from graph.exchange import write_line
from graph.extracts import stored_arrival
from graph.records import Row
from graph.removal import kept_content
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a graph holds: how many records of each type, and the SHA-256 of its export as a file."""

    counts: Mapping[str, int]
    digest: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is still to be copied: documents by key, and how many are there already."""

    documents: tuple[str, ...]
    there: int


def plan_copy(source: Store, target: Store) -> Plan:
    """What the target has not got yet.

    Raises StoreError `target_not_empty` (name) where it holds something that the source does not hold just so.
    """
    held, wanted = _documents(target), _documents(source)
    for key, described in held.items():
        if wanted.get(key) != described:
            raise StoreError("target_not_empty", url=target.url, name=str(described[0]["address"]))
    known = frozenset(source.decisions())
    for decision in target.decisions():
        if decision not in known:
            raise StoreError("target_not_empty", url=target.url, name=decision.id)
    return Plan(tuple(key for key in wanted if key not in held), len(held))


def copy_graph(source: Store, target: Store, plan: Plan, *, tell: Callable[[str], None]) -> None:
    """Copy what the plan names; `tell` is given the address of each document before it is copied.

    Raises StoreError `graph_changed`, with nothing copied, when somebody writes into the source meanwhile.
    """
    if plan.there:
        for key in plan.documents:
            arrival = stored_arrival(source.read, key)
            tell(arrival.reading.document.address)
            target.write_arrival(arrival)
        for decision in source.decisions():
            target.decide(decision)
    else:
        target.import_records(source.export_records(), tell=tell)
    there = {removal.id for removal in target.removals()}
    for removal in source.removals():
        if removal.id not in there:
            target.take_removal(removal, kept_content(source.read, removal.id))


def take_inventory(store: Store, *, tell: Callable[[], None] = lambda: None) -> Inventory:
    """Read the whole graph; `tell` is called for each record."""
    counts, digest = Counter[str](), hashlib.sha256()
    for record in store.export_records():
        counts[str(record["type"])] += 1
        digest.update(write_line(record).encode("utf-8") + b"\n")
        tell()
    return Inventory(dict(counts), digest.hexdigest())


def _documents(store: Store) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in store.read(load_catalog("graph")["digests"]):
        found[str(row["id"])].append(row)
    return dict(found)
