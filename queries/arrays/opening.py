"""The arrays of a graph as it is now: those in memory, those of the file, or new ones from one full read.

They belong to one number of writes, one version of the rules, one register, and to as many nodes of each label as the
graph has: what other programs add or delete shows in these counts. What they change without either does not show; for
that there is `status --rebuild`.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

from graph.counts import kept_counts
from graph.store import Store
from queries.arrays.building import build_arrays
from queries.arrays.keeping import Key, read_arrays, write_arrays
from queries.arrays.shape import Arrays
from queries.arrays.wordless import Reach, read_wordless_facts
from queries.completeness import mark_open_lists
from queries.coverage import cover, searched_tables
from queries.dates import day_or_today
from queries.pausing import collection_paused
from queries.standing import rules_of
from queries.steady import steady
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class _Held:
    key: Key
    arrays: Arrays


_READ, _SEARCHED, _JUDGED = 0.7, 0.8, 0.9
"""The share that is done when a step of making them anew is over."""

_HELD: WeakKeyDictionary[Store, _Held] = WeakKeyDictionary()
"""What this process holds of the graphs it has open."""


def _unseen() -> AbstractContextManager[Reach]:
    return nullcontext(lambda _share: None)


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where the arrays are kept for the next time (None: nowhere), and what is open while they are made anew.

    It gives what is told the share that is done.
    """

    folder: Path | None = None
    building: Callable[[], AbstractContextManager[Reach]] = _unseen


def open_arrays(store: Store, register: Register, *, keeping: Keeping) -> Arrays:
    """The arrays of the graph as it is today."""
    key, day = _key(store, register), day_or_today(None)
    held = _HELD.get(store)
    if held and held.key == key and held.arrays.span.covers(day):
        return held.arrays
    kept = read_arrays(keeping.folder, key) if keeping.folder else None
    if kept is not None and kept.span.covers(day):
        _HELD[store] = _Held(key, kept)
        return kept
    return renew_arrays(store, register, keeping=keeping)


def renew_arrays(store: Store, register: Register, *, keeping: Keeping) -> Arrays:
    """The same, read anew whatever is kept."""
    with keeping.building() as reach:
        key, arrays = _build(store, register, day_or_today(None), reach)
    if keeping.folder:
        write_arrays(keeping.folder, arrays, key)
    _HELD[store] = _Held(key, arrays)
    return arrays


@steady
def _build(store: Store, register: Register, day: str, reach: Reach) -> tuple[Key, Arrays]:
    key = _key(store, register)
    with collection_paused():
        facts = read_wordless_facts(store, register, reach=lambda share: reach(_READ * share))
        tables = searched_tables(store, facts, register)
        reach(_SEARCHED)
        matrix = mark_open_lists(store, cover(facts, register, tables=tables))
        reach(_JUDGED)
        return key, build_arrays(facts, matrix, day=day)


def _key(store: Store, register: Register) -> Key:
    revision = store.revision()
    counts = {label: str(counted) for label, counted in kept_counts(store.read).items()}
    return {"made": str(revision.made), "writes": str(revision.writes), "rules": rules_of(register), **counts}
