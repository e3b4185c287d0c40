"""Who bears a name or an id, looked up in the store's indexes: what a search tries before it reads all names.

Complete: a node that a person renamed is looked at, too, and each comes with all that are one with it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.keys import fold
from graph.store import Store
from queries.catalog import question
from queries.corrections import correct_row
from queries.identity import Identity
from queries.named import Named, to_named
from queries.rows import text
from queries.rulings import NAME, Rulings
from queries.standing import read_identity_around
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class Bearers:
    """Nodes, without their documents, and who is who among them."""

    nodes: tuple[Named, ...]
    identity: Identity


def bearers(store: Store, register: Register, name: str, rulings: Rulings) -> Iterator[Bearers]:
    """Those with this id or name; asked on, those with this alias as well."""
    asked = fold(name)
    renamed = {subject for subject, ruling in rulings.items() if NAME in ruling.values}
    found = _ids(store, "bearers", ids=[name.strip()], names=[asked])
    yield _with_ones(store, register, found | renamed, rulings)
    if asked:
        found |= _ids(store, "alias_bearers", name=asked)
        yield _with_ones(store, register, found | renamed, rulings)


def _ids(store: Store, asking: str, **parameters: str | list[str]) -> set[str]:
    return {text(row, "id") for row in store.read(question(asking), **parameters)}


def _with_ones(store: Store, register: Register, ids: Iterable[str], rulings: Rulings) -> Bearers:
    wanted = {*ids}
    if not wanted:
        return Bearers((), Identity())
    identity = read_identity_around(store, register, wanted)
    within = sorted({member for id in wanted for member in identity.within(id)})
    rows = store.read(question("names_around"), ids=within)
    nodes = (to_named(correct_row(row, rulings, register), {}) for row in rows)
    return Bearers(tuple(sorted(nodes, key=lambda node: node.id)), identity)
