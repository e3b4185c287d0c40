"""What the graph has very many of, asked for in groups: a record costs the store and the driver more than its values.

Next: `snapshot.py` reads the whole graph so, `who.py` the names of all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from graph.errors import StoreError
from graph.records import Row, Value
from graph.store import Store
from queries.catalog import question

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "names_gathered": (
        "id",
        "sort",
        "name",
        "aliases",
        "kind",
        "regions",
        "region_name",
        "since",
        "until",
        "register_id",
        "parent_id",
    ),
    "actors_gathered": ("id", "name", "kind", "chamber_type", "regions", "aliases", "register_id"),
    "initiatives_gathered": (
        "id",
        "name",
        "type",
        "regions",
        "region_name",
        "since",
        "until",
        "topics",
        "status",
        "parent_id",
        "aliases",
    ),
    "initiative_namings_gathered": ("node", "spans", "passages"),
    "participations_gathered": ("id", "participant", "initiative", "role"),
}
"""By question: the columns of the rows that are gathered."""
_ORDER: Mapping[str, tuple[str, ...]] = {"initiative_namings_gathered": ("document", "node")}
"""The columns that order a question's rows where it is not the id."""

_IN_COMMON = ("document", "method", "confidence", "as_of", "reported_by", "since", "until")
_EACH = (("facts", "fact"), ("starts", "quote_start"), ("ends", "quote_end"), ("quotes", "quote"))

GATHERED = frozenset(name.removesuffix("_gathered") for name in _COLUMNS)
"""The questions that can be asked so."""


def read_gathered(store: Store, name: str) -> list[Row]:
    """The rows of one of the `GATHERED` questions, in its order; those of participations by initiative."""
    found = [*stream_gathered(store, name)]
    if name != "participations":
        found.sort(key=itemgetter(*_ORDER.get(f"{name}_gathered", ("id",))))
    return found


def stream_gathered(store: Store, name: str) -> Iterator[Row]:
    """The same one after the other, without holding all; the rows of one record in no order."""
    asked = f"{name}_gathered"
    columns = _COLUMNS[asked]
    for record in store.stream(question(asked)):
        document = record.get("document")
        for values in _rows(record, columns):
            row: Row = dict(zip(columns, values, strict=True))
            if document is not None:
                row["document"] = document
            yield row


def gather_statements(rows: Iterable[Row]) -> list[Row]:
    """The rows of `statements_around.cypher` as those of `statements_gathered.cypher`.

    Around a node they are not gathered by the store: the embedded engine would look at all statements to group some.
    """
    alike: defaultdict[tuple[Value, ...], list[Row]] = defaultdict(list)
    for row in rows:
        alike[tuple(row[column] for column in _IN_COMMON)].append(row)
    found: list[Row] = []
    for common, some in alike.items():
        gathered: Row = dict(zip(_IN_COMMON, common, strict=True))
        for listed, column in _EACH:
            gathered[listed] = [row[column] for row in some]
        found.append(gathered)
    return found


def side_by_side(record: Row, *columns: str) -> Iterator[tuple[Value, ...]]:
    """The rows of a record that holds a list for each of these columns. Raises StoreError where they do not fit."""
    lists = [record[column] for column in columns]
    given = [values for values in lists if isinstance(values, list)]
    if len(given) < len(columns) or len({*map(len, given)}) > 1:
        raise StoreError("unexpected_value", column=columns[0])
    return zip(*given, strict=True)


def _rows(record: Row, columns: tuple[str, ...]) -> Iterator[tuple[Value, ...]]:
    if "rows" not in record:
        yield from side_by_side(record, *columns)
        return
    rows = record["rows"]
    for values in rows if isinstance(rows, list) else (rows,):
        if not isinstance(values, list) or len(values) != len(columns):
            raise StoreError("unexpected_value", column="rows")
        yield tuple(values)
