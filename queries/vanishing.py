"""What would go with some documents, before it goes. Next: the command `remove` shows it and asks."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Decision
from graph.records import Row
from graph.store import Store
from queries.catalog import question
from queries.decisions import others


@dataclass(frozen=True, slots=True)
class Vanishing:
    """What only the documents support. `facts` counts by type of record; names are sorted.

    A name that several bear stands once for each; `alike` has their regions then, by name, each once.
    `resting` are decisions, not taken back, on something that goes: they stay, and hold again when it comes back.
    """

    facts: Mapping[str, int]
    actors: tuple[str, ...]
    initiatives: tuple[str, ...]
    groups: int
    alike: Mapping[str, tuple[str, ...]]
    resting: tuple[Decision, ...]


def vanishing(store: Store, documents: Collection[str]) -> Vanishing:
    """What would go with these documents (by key), and nothing else would."""
    keys = sorted(documents)
    facts = [str(row["id"]) for row in store.read(question("vanishing_facts"), documents=keys)]
    nodes = store.read(question("vanishing_nodes"), documents=keys)
    names = {sort: tuple(str(row["name"]) for row in nodes if row["sort"] == sort) for sort in ("actor", "initiative")}
    gone = {*facts, *(str(row["id"]) for row in nodes)}
    return Vanishing(
        facts=Counter(fact.partition(":")[0] for fact in facts),
        actors=names["actor"],
        initiatives=names["initiative"],
        groups=sum(row["sort"] == "group" for row in nodes),
        alike=_alike([row for row in nodes if row["sort"] != "group"]),
        resting=tuple(
            one for one in store.decisions() if not one.undone and not gone.isdisjoint({one.subject_id, *others(one)})
        ),
    )


def _alike(nodes: Sequence[Row]) -> Mapping[str, tuple[str, ...]]:
    """The regions of those that bear the same name as another."""
    counts = Counter((row["sort"], row["name"]) for row in nodes)
    found: dict[str, dict[str, None]] = {}
    for row in nodes:
        if counts[row["sort"], row["name"]] > 1:
            regions = row["regions"] if isinstance(row["regions"], list) else []
            found.setdefault(str(row["name"]), {}).update(dict.fromkeys(map(str, regions)))
    return {name: tuple(regions) for name, regions in found.items()}
