"""A person's decisions in the graph: kept beside what documents say, never touched by a loader."""

from collections.abc import Mapping
from datetime import UTC, datetime

from graph.bolt import Transaction
from graph.catalog import load_catalog
from graph.changes import tell_changed
from graph.keys import decision_id
from graph.locking import lock_graph
from graph.model import Decision
from graph.records import Row, from_row, to_row


def new_decision(
    action: str,
    subject: str,
    *,
    author: str,
    object: str | None = None,
    values: Mapping[str, str] | None = None,
    about: str = "",
    note: str = "",
) -> Decision:
    """A decision made now. `about` is what people call the subject: kept for the day it is gone, no part of the key."""
    pairs = sorted((values or {}).items())
    return Decision(
        id=decision_id(action, subject, object, author, pairs),
        action=action,
        subject_id=subject,
        object_id=object,
        values=tuple(sorted([*pairs, ("about", about)] if about else pairs)),
        note=note,
        author=author,
        written_at=datetime.now(UTC).isoformat(timespec="microseconds"),
    )


def put_decision(transaction: Transaction, decision: Decision, *, only_newer: bool = False) -> None:
    """Keep a decision. With `only_newer`, a stored one with the same key stays unless it is older.

    Of two written at the same time the undone one is the newer.
    """
    lock_graph(transaction)
    tell_changed(transaction, [decision.id])
    catalog = load_catalog("graph")
    stored = [to_decision(row) for row in transaction.run(catalog["stored_decision"], id=decision.id)]
    if only_newer and stored and _age(stored[0]) >= _age(decision):
        return
    if decision not in stored:
        transaction.put(catalog["merge_decision"], id=decision.id, properties=decision_properties(decision))


def decision_properties(decision: Decision) -> Row:
    """The properties of a decision's node; `values` lie flat: field, value, field, value …"""
    return {**to_row(decision), "values": [text for pair in decision.values for text in pair]}


def decision_fields(properties: Row) -> Row:
    """The fields of a decision from its node's properties."""
    flat = properties.get("values")
    texts = flat if isinstance(flat, list) else []
    pairs = zip(texts[::2], texts[1::2], strict=True)
    return {"object_id": None, **properties, "values": [[*pair] for pair in pairs]}


def to_decision(row: Row) -> Decision:
    """The decision of a row whose `properties` are those of its node."""
    properties = row["properties"]
    return from_row(Decision, decision_fields(properties if isinstance(properties, dict) else {}))


def _age(decision: Decision) -> tuple[str, bool]:
    return decision.written_at, decision.undone
