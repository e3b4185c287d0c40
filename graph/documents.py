"""The documents a graph holds, as a list of them shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.records import Row


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document in the graph, without its text. `addresses` are sorted, `address` is the first of them."""

    id: str
    address: str
    addresses: tuple[str, ...]
    title: str
    format: str
    date: str | None
    date_origin: str | None
    sample: bool
    loaded_at: str
    model: str | None = None


def to_documents(rows: Iterable[Row]) -> tuple[DocumentRecord, ...]:
    """From the rows of `documents.cypher`, one for each address: in their order, each document once."""
    found: dict[str, DocumentRecord] = {}
    for row in rows:
        key, shown_at = str(row["id"]), str(row["shown_at"])
        addresses = (*found[key].addresses, shown_at) if key in found else (shown_at,)
        found[key] = _document_record(row, addresses)
    return tuple(found.values())


def _document_record(row: Row, addresses: tuple[str, ...]) -> DocumentRecord:
    date, date_origin, model = row["date"], row["date_origin"], row["model"]
    return DocumentRecord(
        id=str(row["id"]),
        address=str(row["address"]),
        addresses=addresses,
        title=str(row["title"]),
        format=str(row["format"]),
        date=date if isinstance(date, str) else None,
        date_origin=date_origin if isinstance(date_origin, str) else None,
        sample=row["sample"] is True,
        loaded_at=str(row["loaded_at"]),
        model=model if isinstance(model, str) else None,
    )
