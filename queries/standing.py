"""Who is who, kept: derived once after a write (`who.py`), then read, as a whole or around some nodes. Next: questions.

What is derived belongs to one revision of the graph, one version of the rules and one register. It is kept in the
graph where that can be written, and in this process; an older program's graph gets it with the first question.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from weakref import WeakKeyDictionary

from graph.catalog import load_catalog
from graph.records import Row
from graph.store import Store
from queries.catalog import question
from queries.identity import Identity
from queries.likenesses import shown_ids, to_identity, to_rows
from queries.rows import text
from queries.who import derive_identity
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class _Known:
    revision: int
    rules: str
    identity: Identity


_KNOWN: WeakKeyDictionary[Store, _Known] = WeakKeyDictionary()
"""What this process knows of the graphs it has open."""


def read_identity(store: Store, register: Register) -> Identity:
    """Who is who in the whole graph."""
    rules, revision = rules_of(register), store.revision()
    known = _KNOWN.get(store)
    if known and (known.revision, known.rules) == (revision.writes, rules):
        return known.identity
    if revision.is_derived(rules):
        identity = to_identity(store.read(question("likenesses")))
    else:
        identity = derive_identity(store, register)
        store.keep_likenesses(to_rows(identity), revision=revision.writes, rules=rules)
    _KNOWN[store] = _Known(revision.writes, rules, identity)
    return identity


def take_identity(store: Store, register: Register, identity: Identity) -> Identity:
    """Take this for who is who in the graph as it is now, and keep it so."""
    rules, revision = rules_of(register), store.revision()
    known = _KNOWN.get(store)
    if not known or (known.revision, known.rules) != (revision.writes, rules):
        if not revision.is_derived(rules):
            store.keep_likenesses(to_rows(identity), revision=revision.writes, rules=rules)
        _KNOWN[store] = _Known(revision.writes, rules, identity)
    return identity


def read_identity_around(store: Store, register: Register, ids: Iterable[str]) -> Identity:
    """What it tells of these nodes and of all that are one with them; it may tell more."""
    rules, revision = rules_of(register), store.revision()
    known = _KNOWN.get(store)
    if known and (known.revision, known.rules) == (revision.writes, rules):
        return known.identity
    if not revision.is_derived(rules):
        return read_identity(store, register)
    return to_identity(_rows_around(store, ids))


def forget_identity(store: Store) -> None:
    """Let who is who be derived anew with the next question. Raises StoreError where nothing can be written."""
    store.change(load_catalog("graph")["unmark_derived"], {}, limit=0)


def widen(store: Store, identity: Identity, ids: Iterable[str]) -> Identity:
    """The identity with what is kept of these nodes, too, where it is a part only."""
    known = _KNOWN.get(store)
    if known and known.identity is identity:
        return identity
    return to_identity([*to_rows(identity), *_rows_around(store, ids)])


def _rows_around(store: Store, ids: Iterable[str]) -> list[Row]:
    rows: dict[str, Row] = {}
    asked, asking = set[str](), set(ids)
    while asking:
        found = store.read(question("likenesses_around"), ids=sorted(asking))
        rows |= {text(row, "id"): row for row in found}
        asked |= asking
        asking = {*shown_ids(found)} - asked
    return list(rows.values())


def rules_of(register: Register) -> str:
    """Stands for the rules and the register: what was derived by others is derived anew."""
    return f"{_program()}-{register.fingerprint}"


@cache
def _program() -> str:
    """Stands for the rules as this program has them: another version of it derives anew."""
    folders = [
        resources.files("queries"),
        resources.files("queries").joinpath("arrays"),
        resources.files("seeds"),
        resources.files("seeds").joinpath("register"),
    ]
    files = sorted(
        (f"{number}/{file.name}", file.read_bytes())
        for number, folder in enumerate([*folders, resources.files("graph")])
        for file in folder.iterdir()
        if file.name.endswith((".py", ".toml", ".csv"))
    )
    made = hashlib.sha256()
    for name, content in files:
        made.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return made.hexdigest()[:16]
