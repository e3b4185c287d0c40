"""What the graph has very many of, asked for in groups: a record costs the store and the driver more than its values.

Next: `snapshot.py` reads the whole graph so.
"""

from collections.abc import Mapping
from operator import itemgetter

from graph.errors import StoreError
from graph.records import Row
from graph.store import Store
from queries.catalog import question

_COLUMNS: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "participations_gathered": ("initiative", ("id", "participant", "role"), ("id",)),
    "namings_gathered": ("document", ("node",), ("node", "document")),
    "statements_gathered": (
        "document",
        (
            "id",
            "fact",
            "quote_start",
            "quote_end",
            "quote",
            "method",
            "confidence",
            "as_of",
            "reported_by",
            "since",
            "until",
        ),
        ("id",),
    ),
}
"""By question: the column of the group, those of its rows, and those that order the whole."""

GATHERED = frozenset(name.removesuffix("_gathered") for name in _COLUMNS)
"""The questions that can be asked so."""


def read_gathered(store: Store, name: str) -> list[Row]:
    """The rows of one of the `GATHERED` questions, in its order."""
    gathered = f"{name}_gathered"
    group, columns, order = _COLUMNS[gathered]
    found: list[Row] = []
    for record in store.read(question(gathered)):
        rows, of = record["rows"], record[group]
        if not isinstance(rows, list):
            raise StoreError("unexpected_value", column="rows")
        for values in rows:
            if not isinstance(values, list):
                raise StoreError("unexpected_value", column="rows")
            row: Row = dict(zip(columns, values, strict=True))
            row[group] = of
            found.append(row)
    found.sort(key=itemgetter(*order))
    return found
