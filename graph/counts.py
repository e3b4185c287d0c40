"""How many nodes the graph has, by the numbers that the stores keep: shows in a moment what other programs added."""

from collections.abc import Callable, Mapping

from graph.catalog import load_catalog
from graph.records import Row, Value

LABELS = ("Actor", "Group", "Initiative", "Document", "Statement", "Unread", "Decision")


def kept_counts(read: Callable[..., list[Row]]) -> Mapping[str, Value]:
    """By each of the `LABELS`; where no node was ever written, 0."""
    return read(load_catalog("graph")["kept_counts"])[0]
