"""A graph of an older version, brought to this one step by step.

A step works in portions, each a transaction, and a last one says that the version is reached. A crash at any moment
leaves a graph of the version before, which the next start takes up again, or of the version after.
"""

from collections.abc import Callable, Iterable
from functools import partial

from graph.bolt import Connection, Transaction
from graph.catalog import load_catalog
from graph.schema import Step, steps_from

PORTION = 5_000
"""Nodes or relationships that are changed in one transaction."""


def migrate(writer: Connection, *, found: int, definitions: Iterable[str], tell: Callable[[Step], None]) -> None:
    """Make the constraints and indexes of this version, then take every step from the version found.

    `tell` is called before each step. Another program may do the same at the same time.
    """
    for definition in definitions:
        writer.define(definition)
    for step in steps_from(found):
        tell(step)
        if step.text is not None:
            while writer.write(partial(_change, text=step.text)):
                pass
        writer.write(partial(_advance, step=step))


def _change(transaction: Transaction, *, text: str) -> int:
    changed = transaction.run(load_catalog("graph")[text], limit=PORTION)[0]["changed"]
    return changed if isinstance(changed, int) else 0


def _advance(transaction: Transaction, *, step: Step) -> None:
    """Say that the version is reached, with what an older program may have written since the last portion."""
    transaction.run(load_catalog("graph")["advance"], before=step.version - 1, version=step.version)
    while step.text is not None and _change(transaction, text=step.text):
        pass
