"""A person's decisions in the graph: kept beside what documents say, never touched by a loader."""

from graph.bolt import Transaction
from graph.catalog import load_catalog
from graph.model import Decision
from graph.records import Row, from_row, to_row
from graph.writes import lock_graph


def put_decision(transaction: Transaction, decision: Decision, *, only_newer: bool = False) -> None:
    """Keep a decision. With `only_newer`, a stored one with the same key stays unless it is older.

    Of two written at the same time the undone one is the newer.
    """
    lock_graph(transaction)
    catalog = load_catalog("graph")
    stored = [_decision(row) for row in transaction.run(catalog["stored_decision"], id=decision.id)]
    if only_newer and stored and _age(stored[0]) >= _age(decision):
        return
    if decision not in stored:
        transaction.run(catalog["merge_decision"], id=decision.id, properties=decision_properties(decision))


def decision_properties(decision: Decision) -> Row:
    """The properties of a decision's node; `values` lie flat: field, value, field, value …"""
    return {**to_row(decision), "values": [text for pair in decision.values for text in pair]}


def decision_fields(properties: Row) -> Row:
    """The fields of a decision from its node's properties."""
    flat = properties.get("values")
    texts = flat if isinstance(flat, list) else []
    pairs = zip(texts[::2], texts[1::2], strict=True)
    return {"object_id": None, **properties, "values": [[*pair] for pair in pairs]}


def _decision(row: Row) -> Decision:
    properties = row["properties"]
    return from_row(Decision, decision_fields(properties if isinstance(properties, dict) else {}))


def _age(decision: Decision) -> tuple[str, bool]:
    return decision.written_at, decision.undone
