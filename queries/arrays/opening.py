"""The arrays of a graph as it is now: those in memory, those of the file, these brought up to date, or new ones.

They belong to one number of writes, one version of the rules, one register, and to as many nodes of each label as the
graph has: what other programs add or delete shows in these counts. What they change without either does not show; for
that there is `status --rebuild`. After writes that say what they touched only that is read anew (`refreshing.py`);
else one full read makes them.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

from graph.counts import kept_counts
from graph.store import Store
from queries.arrays.building import build_arrays
from queries.arrays.counting import fits
from queries.arrays.keeping import Key, Made, read_arrays, read_made, write_arrays
from queries.arrays.origins import Origins, build_origins
from queries.arrays.parts import BeyondError
from queries.arrays.refreshing import refresh_arrays
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
    """`origins` are held only where no file has them."""

    key: Key
    arrays: Arrays
    origins: Origins | None


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
        _HELD[store] = _Held(key, kept, None)
        return kept
    made = _made_before(store, keeping)
    refreshed = _refresh(store, register, day, made) if made else None
    if refreshed is None:
        return renew_arrays(store, register, keeping=keeping)
    _keep(store, refreshed, keeping)
    return refreshed.arrays


def renew_arrays(store: Store, register: Register, *, keeping: Keeping) -> Arrays:
    """The same, read anew whatever is kept."""
    with keeping.building() as reach:
        made = _build(store, register, day_or_today(None), reach)
    _keep(store, made, keeping)
    return made.arrays


def _keep(store: Store, made: Made, keeping: Keeping) -> None:
    is_kept = keeping.folder is not None and write_arrays(keeping.folder, made)
    _HELD[store] = _Held(made.key, made.arrays, None if is_kept else made.origins)


def _made_before(store: Store, keeping: Keeping) -> Made | None:
    held = _HELD.get(store)
    if held and held.origins is not None:
        return Made(held.key, held.arrays, held.origins)
    return read_made(keeping.folder) if keeping.folder else None


@steady
def _build(store: Store, register: Register, day: str, reach: Reach) -> Made:
    key = _key(store, register)
    with collection_paused():
        facts = read_wordless_facts(store, register, reach=lambda share: reach(_READ * share))
        tables = searched_tables(store, facts, register)
        reach(_SEARCHED)
        matrix = mark_open_lists(store, cover(facts, register, tables=tables))
        reach(_JUDGED)
        ids = sorted({*facts.nodes, *facts.initiatives})
        return Made(key, build_arrays(facts, matrix, day=day), build_origins(facts, ids, day=day))


@steady
def _refresh(store: Store, register: Register, day: str, before: Made) -> Made | None:
    """The arrays from before the last writes, brought up to date; None where all is to be read."""
    key = _key(store, register)
    alike = all(before.key.get(name) == key[name] != "None" for name in ("made", "rules"))
    changed = store.changes_since(int(before.key["writes"])) if alike else None
    if changed is None or not before.arrays.span.covers(day):
        return None
    try:
        refreshed = refresh_arrays(store, register, before.arrays, before.origins, changed, day=day)
    except BeyondError:
        return None
    now = Made(key, *refreshed)
    return now if fits(store, before, now, changed) else None


def _key(store: Store, register: Register) -> Key:
    revision = store.revision()
    counts = {label: str(counted) for label, counted in kept_counts(store.read).items()}
    return {"made": str(revision.made), "writes": str(revision.writes), "rules": rules_of(register), **counts}
