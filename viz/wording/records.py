"""The sorts of records of a graph in words, for lists that count them."""

from collections.abc import Mapping

from viz.language import _, mark

_SORTS: Mapping[str, str] = {
    "document": mark("Documents"),
    "naming": mark("Names in documents"),
    "participation": mark("Participations"),
    "absence": mark("Documented absences"),
    "membership": mark("Memberships"),
    "branch": mark("Branches"),
    "interest": mark("Seeking and offering"),
    "silence": mark("Regions without findings"),
    "listing": mark("Lists of participants"),
    "statement": mark("Quotes"),
    "unread": mark("Places to check"),
    "decision": mark("Decisions"),
    "actor": mark("Actors"),
    "initiative": mark("Initiatives"),
    "group": mark("Without a name of their own"),
}


def word_sort(sort: str) -> str:
    """The records of this type, in the plural."""
    return _(_SORTS[sort])


def in_order(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """The counts in the order in which people look for them."""
    order = list(_SORTS)
    return sorted(counts.items(), key=lambda counted: order.index(counted[0]))
