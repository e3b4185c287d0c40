"""Whether a graph holds as many nodes as the writes make that were logged: others may write into it, too.

What arrays that were brought up to date must fit to; where they do not, `opening.py` makes them anew.
"""

from collections import Counter
from collections.abc import Collection

from graph.counts import LABELS
from graph.store import Store
from queries.arrays.keeping import Made
from queries.arrays.parts import is_initiative
from queries.arrays.shape import GROUP
from queries.catalog import question
from queries.rows import integer, text


def fits(store: Store, before: Made, now: Made, keys: Collection[str]) -> bool:
    """Whether the graph's counts have changed by as many as these documents and decisions explain."""
    if not keys:
        return not any(_grown(before, now, label) for label in LABELS)
    wholes = int(now.key["Document"]), int(now.key["Decision"])
    if wholes != (len(now.origins.namings.documents), len(store.decisions())):
        return False
    documents = sorted(key for key in keys if key.startswith("document:"))
    return _nodes_fit(before, now) and _words_fit(store, before, now, documents)


def _nodes_fit(before: Made, now: Made) -> bool:
    """Groups are not counted where several initiatives are one: the same word is one group there."""
    if _grown(before, now, "Actor", "Initiative") != _named(now) - _named(before):
        return False
    united = any(is_initiative(id) for made in (before, now) for id in made.origins.who().shown)
    return united or _grown(before, now, "Group") == _groups(now) - _groups(before)


def _words_fit(store: Store, before: Made, now: Made, documents: list[str]) -> bool:
    """What a document said that was replaced or removed is not known any longer: then nothing can be compared."""
    if any(before.origins.namings.documents.find(id) is not None for id in documents):
        return True
    rows = store.read(question("document_counts"), ids=documents) if documents else []
    added = Counter[str]()
    for row in rows:
        added[text(row, "sort")] += integer(row, "counted")
    return all(_grown(before, now, label) == added[label.lower()] for label in ("Statement", "Unread"))


def _grown(before: Made, now: Made, *labels: str) -> int:
    return sum(int(now.key[label]) - int(before.key[label]) for label in labels)


def _groups(made: Made) -> int:
    return int((made.arrays.nodes.sorts == GROUP).sum())


def _named(made: Made) -> int:
    """How many actors and initiatives there are, each of those that are one."""
    shown = int((made.arrays.nodes.sorts != GROUP).sum())
    return shown + sum(len(members) - 1 for members in made.origins.who().members.values())
