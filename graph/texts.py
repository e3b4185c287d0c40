"""The texts of documents, in parts of which each fits into one message.

A long text is brought ahead, one transaction a part, because the embedded engine holds a transaction in memory at six
times its size. Until the document itself is written, its parts hang at the atlas, where the next start clears them.
"""

from collections.abc import Callable, Iterator
from functools import partial

from graph.bolt import Transaction
from graph.catalog import load_catalog
from graph.model import Document
from graph.records import Row

TEXT_PART = 250_000
"""Code points in one part of a stored text."""

LONG_TEXT = 2_000_000
"""Code points from which on a text is brought ahead."""


def bring_ahead(write: Callable[[Callable[[Transaction], None]], None], document: Document) -> None:
    """Write the parts of a long text, each in its own transaction; `put_text` takes them over."""
    if len(document.text) < LONG_TEXT:
        return
    write(clear_ahead)
    for part in text_parts(document):
        write(partial(_create_ahead, part=part))


def clear_ahead(transaction: Transaction) -> None:
    """Clear the parts that an interrupted load has left."""
    transaction.put(_query("clear_ahead"))


def put_text(transaction: Transaction, document: Document, *, is_new: bool) -> None:
    """Give the document its text: the parts that were brought ahead if all are there, else new ones."""
    if not is_new:
        transaction.put(_query("delete_text"), id=document.id)
    if len(document.text) < LONG_TEXT:
        transaction.put_rows(_query("create_text"), list(text_parts(document)), id=document.id)
        return
    length = len(range(0, len(document.text), TEXT_PART))
    ahead = [f"{document.id}/{position}" for position in range(length)]
    taken = transaction.run(_query("take_ahead"), id=document.id, parts=ahead)[0]["taken"]
    if taken == length:
        return
    transaction.put(_query("delete_text"), id=document.id)
    transaction.put_rows(_query("create_text"), list(text_parts(document)), id=document.id)


def _create_ahead(transaction: Transaction, *, part: Row) -> None:
    transaction.put(_query("create_ahead"), rows=[part])


def text_parts(document: Document) -> Iterator[Row]:
    """The parts of a document's text: id, position (from 0), text."""
    for position, start in enumerate(range(0, len(document.text), TEXT_PART)):
        text = document.text[start : start + TEXT_PART]
        yield {"id": f"{document.id}/{position}", "position": position, "text": text}


def _query(name: str) -> str:
    return load_catalog("graph")[name]
