"""How many nodes the graph has, by the numbers that the stores keep: shows in a moment what other programs added."""

from collections.abc import Callable, Mapping

from graph.catalog import load_catalog, with_labels
from graph.records import Row, Value

LABELS = ("Actor", "Group", "Initiative", "Document", "Statement", "Unread", "Decision")


def kept_counts(read: Callable[..., list[Row]]) -> Mapping[str, Value]:
    """By label; where no node was ever written, 0."""
    text = load_catalog("graph")["kept_count"]
    return {label: read(with_labels(text, NodeLabel=label))[0]["counted"] for label in LABELS}
