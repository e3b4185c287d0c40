"""What the arrays were made of, as far as a refresh has to know it: who is named where, and what others rest on.

Kept beside the arrays and aligned with them: nodes are numbers in `Arrays.nodes`. Pure. Next: `touching.py`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.keys import fold
from queries.answers import ActorRow, Evidence, InitiativeRow
from queries.arrays.shape import Bytes, Numbers, Offsets, Texts, offsets
from queries.dates import first_day, last_day
from queries.facts import Facts, Relation
from queries.identity import Identity
from queries.likenesses import to_identity, to_rows

Prints: TypeAlias = NDArray[np.uint64]
Days: TypeAlias = NDArray[np.int32]
NodeRow: TypeAlias = ActorRow | InitiativeRow

FOREVER = 99991231
"""A day that stands for none, as a number: year, month and day."""


@dataclass(frozen=True, slots=True)
class Namings:
    """The documents by id, sorted; document n names `nodes[starts[n]:starts[n + 1]]`."""

    documents: Texts
    starts: Offsets
    nodes: Numbers

    def of(self, document: str) -> Numbers:
        """The nodes that a document names; none for one that is not there."""
        number = self.documents.find(document)
        return self.nodes[:0] if number is None else self.nodes[self.starts[number] : self.starts[number + 1]]


@dataclass(frozen=True, slots=True)
class RelationPrints:
    """Memberships and branches, whoever stands in them today; `prints` stand for what is said of each."""

    sources: Numbers
    targets: Numbers
    prints: Prints


@dataclass(frozen=True, slots=True)
class Listed:
    """The lists' words, by the initiative whose participants they tell, and every name that may stand in them.

    A list's words are folded, with a blank at either end; names are folded and sorted.
    """

    initiatives: Numbers
    quotes: Texts
    names: Texts
    bearers: Numbers

    def having(self, name: str) -> list[int]:
        """The initiatives in whose lists the words of a folded name stand, in its order."""
        wanted, whole = f" {name} ".encode(), self.quotes.content.tobytes()
        found, at = list[int](), whole.find(wanted)
        while at >= 0:
            found.append(int(np.searchsorted(self.quotes.starts, at, "right")) - 1)
            at = whole.find(wanted, at + 1)
        return [int(self.initiatives[place]) for place in sorted({*found})]

    def bearers_in(self, quote: str) -> set[int]:
        """The nodes whose names stand in a text."""
        return {
            int(self.bearers[place]) for name in self.names.standing_in(fold(quote)) for place in self.names.same(name)
        }


@dataclass(frozen=True, slots=True)
class Origins:
    """`prints` stand for what cells of others take from a node; `lasts` and `begins` are the first days from the day

    the arrays were made on which something told of a node ends, and begins. `identity` is who is who, as JSON.
    """

    namings: Namings
    prints: Prints
    lasts: Days
    begins: Days
    relations: RelationPrints
    listed: Listed
    identity: Bytes

    def who(self) -> Identity:
        """Who is who."""
        return to_identity(json.loads(self.identity.tobytes()))


def build_origins(facts: Facts, ids: Sequence[str], *, day: str) -> Origins:
    """Those of the arrays of these facts, whose nodes are these."""
    numbers = {id: number for number, id in enumerate(ids)}
    lasts, begins = find_days(facts, numbers, day)
    return Origins(
        namings=_namings(facts, numbers),
        prints=prints_of(print_of(row_of(facts, id)) for id in ids),
        lasts=lasts,
        begins=begins,
        relations=find_relations(facts, numbers),
        listed=find_listed(facts, numbers),
        identity=to_bytes(facts.identity),
    )


def to_bytes(identity: Identity) -> Bytes:
    """Who is who, as it is kept."""
    rows = sorted(to_rows(identity), key=itemgetter("id"))
    return np.frombuffer(json.dumps(rows).encode(), np.uint8)


def row_of(facts: Facts, id: str) -> NodeRow:
    """The actor, group or initiative with this id."""
    return facts.initiatives[id] if id in facts.initiatives else facts.nodes[id]


def print_of(row: NodeRow) -> str:
    """All of a node that cells of other initiatives and lists may rest on."""
    if isinstance(row, InitiativeRow):
        return "\x1f".join((row.name, *row.aliases))
    told = (row.name, row.kind, row.chamber_type or "", row.register_id or "", "\x1f".join(row.aliases))
    return "\x1e".join((*told, repr(row.corrections))) if row.corrections else "\x1e".join(told)


def prints_of(texts: Iterable[str]) -> Prints:
    """A number for each text."""
    from pandas.util import hash_array  # slow to import

    encoded = np.array([text.encode("utf-8", "surrogatepass") for text in texts], dtype=object)
    return hash_array(encoded, categorize=False)


def find_days(facts: Facts, numbers: Mapping[str, int], day: str) -> tuple[Days, Days]:
    """Of each node the first day on which something told of it ends, and begins; of a fact at one of its ends."""
    lasts, begins = (np.full(len(numbers), FOREVER, np.int32) for _ in range(2))
    for id, evidence in _evidence(facts):
        for item in evidence:
            if item.until is not None and day <= (end := last_day(item.until)):
                lasts[numbers[id]] = min(lasts[numbers[id]], _number(end))
            if item.since is not None and day < (start := first_day(item.since)):
                begins[numbers[id]] = min(begins[numbers[id]], _number(start))
    return lasts, begins


def _evidence(facts: Facts) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    for told in (facts.links, facts.absences):
        for fact in told:
            yield fact.initiative_id, fact.evidence
    for relations in (facts.memberships, facts.branches):
        for relation in relations:
            yield relation.source, relation.evidence


def _number(day: str) -> int:
    return int(day.replace("-", ""))


def to_day(number: int) -> str:
    """The day of a number, in ISO 8601.

    >>> to_day(20261122)
    '2026-11-22'
    """
    digits = f"{number:08}"
    return f"{digits[:-4]}-{digits[-4:-2]}-{digits[-2:]}"


def _namings(facts: Facts, numbers: Mapping[str, int]) -> Namings:
    ids = sorted(facts.documents)
    place = {id: number for number, id in enumerate(ids)}
    named = [(node, numbers[id]) for id in facts.named_in if id in numbers for node in [facts.named_in[id]]]
    whose = np.array([number for documents, number in named for _ in documents], np.int32)
    where = np.array([place[id] for documents, _ in named for id in documents], np.int32)
    order = np.lexsort((whose, where))
    return Namings(Texts.of(ids), offsets(np.bincount(where, minlength=len(ids))), whose[order])


def find_relations(facts: Facts, numbers: Mapping[str, int]) -> RelationPrints:
    """All memberships and branches of these facts with both ends among the nodes."""
    told: list[Relation] = [
        one
        for one in (*facts.memberships, *facts.branches)
        if one.source in numbers and one.target is not None and one.target in numbers
    ]
    return sorted_relations(
        np.array([numbers[one.source] for one in told], np.int32),
        np.array([numbers[one.target or ""] for one in told], np.int32),
        prints_of(repr(one) for one in told) if told else np.zeros(0, np.uint64),
    )


def sorted_relations(sources: Numbers, targets: Numbers, prints: Prints) -> RelationPrints:
    """The relations in one order, whatever order they come in."""
    order = np.lexsort((prints, targets, sources))
    return RelationPrints(sources[order], targets[order], prints[order])


def find_listed(facts: Facts, numbers: Mapping[str, int]) -> Listed:
    """The lists on these nodes, and the names of all of them."""
    quotes: dict[int, list[str]] = {}
    for listing in facts.listings:
        if listing.subject in numbers:
            quotes.setdefault(numbers[listing.subject], []).extend(fold(item.quote) for item in listing.evidence)
    named = sorted((fold(name), numbers[id]) for id, name in _names(facts) if id in numbers)
    told = sorted(quotes)
    return Listed(
        initiatives=np.array(told, np.int32),
        quotes=Texts.of(f" {'  '.join(quotes[number])} " for number in told),
        names=Texts.of(name for name, _ in named),
        bearers=np.array([number for _, number in named], np.int32),
    )


def _names(facts: Facts) -> Iterator[tuple[str, str]]:
    rows: tuple[NodeRow, ...] = (*facts.nodes.values(), *facts.initiatives.values())
    for row in rows:
        if isinstance(row, InitiativeRow) or not row.is_group:
            yield from ((row.id, name) for name in {row.name, *row.aliases} if fold(name))
