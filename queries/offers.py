"""Who seeks and who offers cooperation, advice or support, each with the sentences that say so.

From the interests among the facts; an interest is no participation. Next: `offers` prints them.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.errors import QuestionError
from graph.keys import fold
from graph.kinds import InterestKind
from graph.store import Store
from queries.answers import Evidence, InitiativeRow
from queries.facts import Facts, Relation
from queries.network import NodeRow
from queries.pausing import collection_paused
from queries.regions import find_region, is_inside, name_of
from queries.snapshot import read_facts
from queries.steady import steady
from seeds.register import Register, load_register

_ORDER = (InterestKind.OFFERS, InterestKind.SEEKS)
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """One interest: `holder` seeks or offers (`kind`), as its evidence says, newest first and never empty.

    The holder is an actor, a group without a name, or an initiative that the document lets speak for itself.
    `about` is the initiative in whose text it stands, None where it is the holder or none. `regions` are register ids:
    those of the holder, else of `about`.
    """

    id: str
    kind: InterestKind
    holder: NodeRow
    about: InitiativeRow | None
    regions: tuple[str, ...]
    topics: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """Offers first, then what is sought; each by region, then name. `total` counts all, whatever was filtered."""

    rows: tuple[Offer, ...]
    total: int

    def of(self, kind: InterestKind) -> tuple[Offer, ...]:
        """The rows of one kind."""
        return tuple(row for row in self.rows if row.kind is kind)


@steady
def offers(
    store: Store,
    register: Register | None = None,
    *,
    region: str | None = None,
    kinds: Collection[str] = (),
    topic: str | None = None,
    interests: Collection[InterestKind] = (),
    date: str | None = None,
) -> Offers:
    """Who seeks and who offers, as known until the date.

    `region` (an id or a name) keeps what lies within it and what it lies in itself: an offer for all Germany is one
    for Hessen, too. `kinds` are codes of actors' kinds, chambers or initiatives' types, of the holder. `topic` stands
    among the initiative's topics or in a quote. `interests` keeps only offers, or only what is sought.

    Raises QuestionError("unknown_region") and, where no interest of the whole graph has the topic,
    QuestionError("topic_not_offered", name=…, nearest=…); each with the three nearest names.
    """
    known = register or load_register()
    with collection_paused():
        found = find_offers(read_facts(store, known, date=date), known)
    wanted = find_region(known, region) if region else None
    rows = [
        row
        for row in found
        if (not interests or row.kind in interests)
        and (not kinds or not codes_of(row.holder).isdisjoint(kinds))
        and (wanted is None or reaches(known, row.regions, wanted))
        and (topic is None or _is_about(row, topic))
    ]
    if topic is not None and not rows:
        _require_topic(topic, found)
    return Offers(tuple(rows), len(found))


def find_offers(facts: Facts, register: Register) -> list[Offer]:
    """Every interest of facts already read, in the order of `Offers`."""
    found = [offer for one in facts.interests if (offer := _offer(facts, one))]
    return sorted(found, key=lambda row: (_ORDER.index(row.kind), _place(row, register), fold(row.holder.name), row.id))


def reaches(register: Register, regions: Iterable[str], wanted: str) -> bool:
    """Whether one of these regions lies within the wanted one, or the wanted one in it."""
    known = [region for region in regions if register.has_region(region)]
    return any(is_inside(register, (inner,), outer) for one in known for inner, outer in ((one, wanted), (wanted, one)))


def codes_of(row: NodeRow) -> frozenset[str]:
    """The codes under which a node is asked for: its kind, and which chamber it is, or its type."""
    if isinstance(row, InitiativeRow):
        return frozenset({row.type.value})
    return frozenset({row.kind.value, *([row.chamber_type.value] if row.chamber_type else [])})


def _offer(facts: Facts, one: Relation) -> Offer | None:
    holder = facts.nodes.get(one.source) or facts.initiatives.get(one.source)
    if holder is None or one.kind is None:
        return None
    told_in = facts.initiatives.get(one.target or "")
    about = told_in if told_in is not None and told_in.id != holder.id else None
    initiative = holder if isinstance(holder, InitiativeRow) else about
    own = holder.regions or (about.regions if about else ())
    return Offer(one.id, one.kind, holder, about, own, initiative.topics if initiative else (), one.evidence)


def _place(row: Offer, register: Register) -> tuple[str, ...]:
    return tuple(sorted(fold(name_of(register, region)) for region in row.regions))


def _is_about(row: Offer, topic: str) -> bool:
    wanted = fold(topic)
    return any(wanted in fold(words) for words in (*row.topics, *(item.quote for item in row.evidence)))


def _require_topic(topic: str, found: Iterable[Offer]) -> None:
    """Raise for a topic that nothing has; one that only the other filters left out is none to complain of."""
    told = tuple(found)
    if any(_is_about(row, topic) for row in told):
        return
    known = sorted({name for row in told for name in row.topics})
    near = process.extract(fold(topic), known, scorer=fuzz.ratio, processor=fold, limit=_NEAREST)
    if near:
        raise QuestionError("topic_not_offered", name=topic, nearest=", ".join(name for name, _, _ in near))
