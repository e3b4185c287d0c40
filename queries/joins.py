"""Rows of several questions, joined into facts with evidence. Pure. Comes from `snapshot.py`, goes to every answer.

A fact without evidence is left out, and a link whose ends are not there: the questions are asked one after the other,
so somebody may have replaced a document in between. A date leaves out what was not known then (undated things
were), and initiatives that had not begun or were over.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TypeAlias

from graph.kinds import ActorKind, InterestKind, Role, Strength, UnreadReason
from graph.records import Row
from queries.answers import AbsenceLink, ActorRow, DocumentRow, Evidence, InitiativeRow, Link
from queries.dates import is_until, lasts_at
from queries.evidence import is_proposed, newest_first, quoted
from queries.facts import Facts, Relation, Saying, Unread
from queries.nodes import to_actor, to_chamber_type, to_document, to_group, to_initiative
from queries.rows import integer, integers, maybe_text, number, text, texts
from seeds.register import Register

Rows: TypeAlias = Mapping[str, Sequence[Row]]
"""The rows of each question, by its name."""
Evidenced: TypeAlias = Mapping[str, tuple[Evidence, ...]]
"""Fact id to its evidence, newest first."""
Seat: TypeAlias = tuple[str, str, str, str]
"""A participation: its id, the participant's, the initiative's, the role."""


def join(
    rows: Rows,
    register: Register,
    *,
    date: str | None = None,
    evidence: Evidenced | None = None,
    seats: Iterable[Seat] = (),
) -> Facts:
    """The facts in these rows, known until the date (default: all). Raises StoreError for a value of a wrong type.

    `evidence` stands for the rows of `statements_gathered`; `seats` are further participations.
    """
    documents = {row.id: row for row in map(to_document, rows["documents"]) if is_until(row.date, date)}
    named_in = _named_in(rows["namings_gathered"], documents)
    people = (*map(to_actor, rows["actors"]), *map(to_group, rows["groups"]))
    nodes = {row.id: row for row in people if row.id in named_in}
    initiatives = (to_initiative(row, register) for row in rows["initiatives"])
    told = {
        row.id: row for row in initiatives if row.id in named_in and lasts_at(date, since=row.since, until=row.until)
    }
    if evidence is None:
        evidence = _evidence(rows["statements_gathered"], documents, date)
    standing = (
        seat for seat in chain(map(_seat, rows["participations"]), seats) if seat[1] in nodes and seat[2] in told
    )
    return Facts(
        documents=documents,
        nodes=nodes,
        initiatives=told,
        named_in=named_in,
        links=tuple(_links(standing, evidence)),
        absences=tuple(_absences(rows["absences"], evidence, nodes, told)),
        memberships=tuple(_relations(rows["memberships"], ("member", "organisation"), evidence)),
        branches=tuple(_relations(rows["branches"], ("branch", "parent"), evidence)),
        interests=tuple(_relations(rows["interests"], ("holder", "initiative"), evidence)),
        listings=tuple(_sayings(rows["listings"], "initiative", evidence)),
        silences=tuple(_sayings(rows["silences"], "region", evidence)),
        unread=tuple(_unread(rows["unread"], documents)),
    )


def join_links(rows: Rows) -> tuple[Link, ...]:
    """The participations in these rows by initiative, then id, whatever is known of those whom they join."""
    documents = {row.id: row for row in map(to_document, rows["documents"])}
    evidence = _evidence(rows["statements_gathered"], documents, None)
    return tuple(_links(map(_seat, rows["participations"]), evidence))


def _named_in(rows: Sequence[Row], documents: Mapping[str, DocumentRow]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if (document := text(row, "document")) in documents:
            for node in sorted(texts(row, "nodes")):  # gathered in no order
                found[node].append(document)
    ordered = sorted(documents, key=lambda id: (documents[id].address, id))
    place = {id: number for number, id in enumerate(ordered)}
    return {
        node: tuple(sorted({*ids}, key=place.__getitem__)) if len(ids) > 1 else (ids[0],) for node, ids in found.items()
    }


def _evidence(rows: Sequence[Row], documents: Mapping[str, DocumentRow], date: str | None) -> Evidenced:
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in rows:
        document = documents.get(text(row, "document"))
        if document is not None and is_until(maybe_text(row, "as_of"), date):
            for fact, evidence in statements_of(row, document):
                found[fact].append(evidence)
    return {fact: newest_first(evidence) for fact, evidence in found.items()}


def statements_of(row: Row, document: DocumentRow) -> Iterator[tuple[str, Evidence]]:
    """The facts that a row of `statements_gathered.cypher` states, each with its evidence."""
    method = text(row, "method")
    tell = partial(
        quoted,
        document,
        method=method,
        confidence=number(row, "confidence"),
        as_of=maybe_text(row, "as_of"),
        reported_by=maybe_text(row, "reported_by"),
        since=maybe_text(row, "since"),
        until=maybe_text(row, "until"),
        model=document.model if is_proposed(method) else None,
    )
    places = zip(texts(row, "quotes"), integers(row, "starts"), integers(row, "ends"), strict=True)
    for fact, (quote, start, end) in zip(texts(row, "facts"), places, strict=True):
        yield fact, tell(quote, start, end)


def _seat(row: Row) -> Seat:
    return text(row, "id"), text(row, "participant"), text(row, "initiative"), text(row, "role")


def _links(seats: Iterable[Seat], evidence: Evidenced) -> Iterator[Link]:
    """By initiative, then id: what one initiative has lies together in memory, which is most of the time it takes."""
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for fact, participant, initiative, role in seats:
        if told := evidence.get(fact):
            found[initiative].append(Link(fact, participant, initiative, Role(role), told))
    for initiative in sorted(found):
        yield from sorted(found[initiative], key=_id)


def _id(link: Link) -> str:
    return link.id


def _absences(
    rows: Sequence[Row],
    evidence: Evidenced,
    nodes: Mapping[str, ActorRow],
    initiatives: Mapping[str, InitiativeRow],
) -> Iterator[AbsenceLink]:
    for row in rows:
        fact, absent, initiative = text(row, "id"), text(row, "absent"), text(row, "initiative")
        if fact in evidence and absent in nodes and initiative in initiatives:
            yield AbsenceLink(fact, initiative, absent, Strength(text(row, "strength")), evidence[fact])


def _relations(rows: Sequence[Row], ends: tuple[str, str], evidence: Evidenced) -> Iterator[Relation]:
    source, target = ends
    for row in rows:
        if (fact := text(row, "id")) in evidence:
            kind = maybe_text(row, "kind")
            interest = InterestKind(kind) if kind else None
            yield Relation(fact, text(row, source), maybe_text(row, target), evidence[fact], interest)


def _sayings(rows: Sequence[Row], subject: str, evidence: Evidenced) -> Iterator[Saying]:
    for row in rows:
        if (fact := text(row, "id")) in evidence:
            yield Saying(fact, text(row, subject), evidence[fact])


def _unread(rows: Sequence[Row], documents: Mapping[str, DocumentRow]) -> Iterator[Unread]:
    for row in rows:
        document = documents.get(text(row, "document"))
        if document is not None:
            kind = maybe_text(row, "kind")
            yield Unread(
                id=text(row, "id"),
                word=text(row, "word"),
                kind=ActorKind(kind) if kind else None,
                chamber_type=to_chamber_type(row),
                initiative_id=maybe_text(row, "initiative"),
                reason=UnreadReason(text(row, "reason")),
                # its method is the reason, and it proves nothing
                evidence=quoted(
                    document,
                    text(row, "quote"),
                    integer(row, "quote_start"),
                    integer(row, "quote_end"),
                    method=text(row, "reason"),
                    confidence=0.0,
                ),
            )
