"""What a document on its way into the graph meets there, asked with the lock in one message."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.bolt import Transaction
from graph.catalog import load_catalog
from graph.facts import supported_facts
from graph.folding import Claim
from graph.locking import require_free
from graph.model import Actor, Group, Initiative, Node, Reading
from graph.nodes import Named, Standing, read_claims, read_standing, to_claim, to_standing
from graph.records import Row
from graph.schema import SCHEMA

MOST_NODES = 1_000
"""Above so many nodes of a reading the answer would be large: it is asked for in batches."""

_ANSWERS = (
    ("Actor", "actors", "actor_claims"),
    ("Initiative", "initiatives", "initiative_claims"),
    ("Group", "groups", "group_claims"),
)


@dataclass(frozen=True, slots=True)
class Met:
    """What stands of a reading's nodes and facts, and what documents say of those nodes.

    `is_new`: neither the document nor one of its addresses was there.
    """

    is_new: bool
    standing: Mapping[Named, Standing]
    claims: Mapping[Named, list[Claim]]
    facts: frozenset[str]


def meet(transaction: Transaction, reading: Reading, addresses: tuple[str, ...]) -> Met:
    """Let this transaction be the only writer until it ends, and look. Raises as `lock_graph` does."""
    [row] = transaction.run(
        load_catalog("graph")["meet"],
        schema=SCHEMA,
        id=reading.document.id,
        addresses=list(addresses),
        facts=sorted(fact.id for fact in reading.facts),
        actors=_keys(reading, Actor),
        initiatives=_keys(reading, Initiative),
        groups=_keys(reading, Group),
    )
    require_free(transaction, row)
    claims: defaultdict[Named, list[Claim]] = defaultdict(list)
    standing: dict[Named, Standing] = {}
    for label, nodes, said in _ANSWERS:
        standing |= {Named(label, str(found["id"])): to_standing(found) for found in _rows(row, nodes)}
        for found in _rows(row, said):
            claims[Named(label, str(found["id"]))].append(to_claim(found))
    facts = row["facts"]
    is_new = not row["documents"] and not row["shown"]
    return Met(is_new, standing, claims, frozenset(map(str, facts if isinstance(facts, list) else ())))


def look(transaction: Transaction, nodes: frozenset[Named], facts: frozenset[str]) -> Met:
    """The same of these nodes and facts, asked in batches, when documents were taken back."""
    standing = read_standing(transaction, nodes)
    return Met(False, standing, read_claims(transaction, standing), supported_facts(transaction, facts))


def _keys(reading: Reading, kind: type[Node]) -> list[str]:
    return sorted(node.id for node in reading.nodes if type(node) is kind)


def _rows(row: Row, name: str) -> Iterator[Row]:
    found = row[name]
    yield from (one for one in (found if isinstance(found, list) else ()) if isinstance(one, dict))
