"""Partners of an initiative without reading the whole graph: searched on its arrays, then read where it is shown.

The facts on the initiative are read; among all others the arrays tell who may be among the best, and `seeking.py` looks
at these as it would in the whole graph. Next: `partners.py`.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from graph.keys import fold
from graph.kinds import InterestKind
from graph.store import Store
from queries.answers import ActorRow
from queries.arrays.excerpt import excerpt
from queries.arrays.rows import ActorRows, InitiativeRows, actor_row, initiative_row, relations_around
from queries.arrays.shape import GROUP, INITIATIVE, Arrays
from queries.arrays.shortlist import list_shortly
from queries.arrays.surroundings import Surroundings, surroundings_of
from queries.asking import Asking
from queries.catalog import question
from queries.connected import connections
from queries.coverage import read_tables
from queries.drafts import Drafts
from queries.facts import Facts, Relation
from queries.interests import is_sought
from queries.narrowing import narrowed
from queries.presence import phases_of
from queries.rows import text
from queries.seeking import Search, add_competent
from queries.snapshot import read_facts_around, read_interests
from queries.standing import read_identity_around, widen
from queries.suggestions import ConnectedPart, SameKindPart, Suggestion
from queries.text_check import search_texts
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class Ranked:
    """Those who may be shown, best first, and how many others there is a reason for; all others rank behind them."""

    asking: Asking
    suggestions: tuple[Suggestion, ...]
    further: int


def rank_by_numbers(store: Store, register: Register, arrays: Arrays, id: str, *, limit: int) -> Ranked:
    """Whom the initiative with this id could ask today: the first `limit` of them are those of the whole graph.

    Raises KeyError where the graph has not what the arrays say, QuestionError("unknown_node").
    """
    around = surroundings_of(store, arrays, register)
    facts = _read_around(store, register, around, id)
    asking = Asking(facts, register, facts.identity.of(id), voices=around.voices)
    own = asking.circle.row.id
    drafts = Drafts()
    add_competent(drafts, asking)
    competent, found = drafts.asked(), connections(around.ties, own)
    sought = _sought(store, around, facts, asking.circle.ids)
    listed = list_shortly(around, asking, competent, found, sought=sought, most=limit)
    table = int(around.places[_number(arrays, own)])
    whole = excerpt(around, table, listed.weighed, competent, listed.numbers)
    holders = {*listed.numbers, *(number for asked in competent for number in around.nodes_of(asked.key))}
    told = _with_interests(store, register, arrays, facts, own=asking.circle.ids, numbers=holders, sought=sought)
    among = frozenset(arrays.nodes.ids[number] for number in listed.numbers)
    search = Search(asking, told, whole, among=among, found=found, nearness=around.nearness)
    return Ranked(asking, search.drafts().ranked(), listed.further)


def seats_of(shown: Iterable[Suggestion]) -> set[tuple[str, str]]:
    """The seats elsewhere that these tell, each an actor's in an initiative."""
    return {pair for one in shown for part in one.parts for pair in _seats(part)}


def _seats(part: object) -> Iterable[tuple[str, str]]:
    if isinstance(part, SameKindPart):
        return [(seat.who_ids[0], seat.initiative_id) for seat in part.seats]
    if isinstance(part, ConnectedPart):
        return [(part.seat_id, seat.initiative_id) for seat in part.together]
    return ()


def _number(arrays: Arrays, id: str) -> int:
    number = arrays.nodes.ids.find(id)
    if number is None:
        raise KeyError(id)
    return number


def _read_around(store: Store, register: Register, around: Surroundings, id: str) -> Facts:
    """What is said of the initiative, its phases and those that may be the same, and all nodes it takes to judge it."""
    identity = read_identity_around(store, register, [id])
    ids = phases_of(identity, identity.of(id))
    alike = {other for one in ids for other in identity.possibly(one)}
    asked = {id, *ids, *alike}
    identity = widen(store, identity, asked - {id})
    facts = read_facts_around(store, register, *sorted(asked), identity=identity)
    facts = _with_relations(facts, around)
    facts = _with_bearers(facts, around, _listed(facts, around))
    tables = read_tables(narrowed(facts, ids), register)
    wide = replace(facts, nodes=ActorRows(around.arrays), initiatives=InitiativeRows(around.arrays))
    found = search_texts(store, wide, {table.initiative.id: table.facts for table in tables}, register)
    searched = replace(facts, unread=tuple(sorted((*facts.unread, *found), key=lambda place: place.id)))
    return _with_bearers(searched, around, {fold(place.word) for place in searched.unread})


def _with_relations(facts: Facts, around: Surroundings) -> Facts:
    """The facts with who those are a part or a member of who sit there, and with all bodies of the register."""
    arrays = around.arrays
    numbers = [number for id in facts.nodes if (number := arrays.nodes.ids.find(id)) is not None]
    branches, memberships = relations_around(arrays, numbers)
    ends = {end for one in (*branches, *memberships) for end in (one.source, one.target) if end}
    rows = {end: actor_row(arrays, _number(arrays, end)) for end in ends}
    nodes = _in_order({**around.registered_rows, **rows, **facts.nodes})
    return replace(facts, nodes=nodes, branches=branches, memberships=memberships)


def _listed(facts: Facts, around: Surroundings) -> set[str]:
    """The folded names that stand in lists of participants."""
    quotes = {item.quote for listing in facts.listings for item in listing.evidence}
    return {name for quote in quotes for name in around.names.within(fold(quote))}


def _with_bearers(facts: Facts, around: Surroundings, names: Collection[str]) -> Facts:
    """The facts with all nodes that bear one of these folded names."""
    if not names:
        return facts
    arrays, numbers = around.arrays, around.names.all_bearers(names)
    initiatives = [number for number in numbers if arrays.nodes.sorts[number] == INITIATIVE]
    actors = [number for number in numbers if arrays.nodes.sorts[number] != INITIATIVE]
    rows, tables = (actor_row(arrays, one) for one in actors), (initiative_row(arrays, one) for one in initiatives)
    return replace(
        facts,
        nodes=_in_order({**{row.id: row for row in rows}, **facts.nodes}),
        initiatives={**{row.id: row for row in tables}, **facts.initiatives},
    )


def _in_order(rows: Mapping[str, ActorRow]) -> dict[str, ActorRow]:
    """Actors before groups, each by id, as all facts have them."""
    return {row.id: row for row in sorted(rows.values(), key=lambda row: (row.is_group, row.id))}


def _sought(store: Store, around: Surroundings, facts: Facts, own: Collection[str]) -> Mapping[int, tuple[str, ...]]:
    """Whom the initiative seeks by name, by number, with the documents that say so."""
    arrays, found = around.arrays, dict[int, tuple[str, ...]]()
    for relation in _seeking(facts, own):
        for document in sorted({item.document_id for item in relation.evidence}):
            ids = {text(row, "node") for row in store.read(question("document_namings"), document=document)}
            identity = widen(store, facts.identity, ids)
            for id in sorted({identity.of(id) for id in ids}):
                number = arrays.nodes.ids.find(id)
                is_actor = number is not None and arrays.nodes.sorts[number] not in (GROUP, INITIATIVE)
                if number is not None and is_actor and is_sought(actor_row(arrays, number), relation):
                    found[number] = (*found.get(number, ()), document)
    return found


def _seeking(facts: Facts, own: Collection[str]) -> Iterable[Relation]:
    return (one for one in facts.interests if one.source in own and one.kind is InterestKind.SEEKS)


def _with_interests(
    store: Store,
    register: Register,
    arrays: Arrays,
    facts: Facts,
    *,
    own: Collection[str],
    numbers: Iterable[int],
    sought: Mapping[int, tuple[str, ...]],
) -> Facts:
    """The facts with these nodes and their interests, and those of the initiative itself, but nobody else's.

    `own` are the ids of the initiative, `sought` are named in documents.
    """
    told = {*numbers, *sought}
    holders = sorted(told.intersection(arrays.relations.interests.sources.tolist()))
    interests = read_interests(store, register, [arrays.nodes.ids[number] for number in holders]) if holders else ()
    every = {one.id: one for one in (*interests, *(one for one in facts.interests if one.source in own))}
    ends = {arrays.nodes.ids.find(one.target or "") for one in every.values()} - {None}
    initiatives = [one for one in {*told, *ends} if one is not None and arrays.nodes.sorts[one] == INITIATIVE]
    actors = (actor_row(arrays, one) for one in told if arrays.nodes.sorts[one] != INITIATIVE)
    rows = (initiative_row(arrays, one) for one in sorted(initiatives))
    return replace(
        facts,
        nodes=_in_order({**{row.id: row for row in actors}, **facts.nodes}),
        initiatives={**{row.id: row for row in rows}, **facts.initiatives},
        interests=tuple(every[id] for id in sorted(every)),
        named_in={**facts.named_in, **{arrays.nodes.ids[number]: ids for number, ids in sought.items()}},
    )
