"""What was read of one document, section by section, for a person with the document in hand.

A section goes from one heading to the next. Who knows the headings gives them; else where an initiative is first
spoken of, a section starts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graph.errors import QuestionError
from graph.kinds import Role, Strength
from graph.store import Store
from queries.answers import ActorRow, DocumentRow, Evidence, InitiativeRow
from queries.catalog import question
from queries.facts import Facts, Unread
from queries.rows import spans, text
from queries.snapshot import read_facts
from queries.steady import steady
from seeds.register import Register

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ListedSeat:
    """A participation, or (with `strength`) an absence, that the document states here."""

    actor: ActorRow
    initiative: InitiativeRow
    role: Role | None
    strength: Strength | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Section:
    """One section: `heading` is None before the first heading. Each list in the order of the text.

    An initiative stands where it is first spoken of. `unread` are places with a word of a kind and no fact.
    """

    heading: str | None
    start: int
    end: int
    initiatives: tuple[InitiativeRow, ...]
    seats: tuple[ListedSeat, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """A document's sections in their order, without those in which nothing was found."""

    document: DocumentRow
    sections: tuple[Section, ...]


@steady
def checklist(store: Store, register: Register, document: str, *, headings: Sequence[Span] = ()) -> Checklist:
    """What was read of a document, by section. `headings` are spans of its text, in any order.

    Raises QuestionError("unknown_document").
    """
    facts = read_facts(store, register)
    if document not in facts.documents:
        raise QuestionError("unknown_document", id=document)
    body = store.text(document)
    starts = _starts(store, document, facts)
    spans_of_headings = sorted(set(headings) or {_line_around(body, start) for start in starts.values()})
    borders = [0, *(start for start, _ in spans_of_headings), len(body)]
    titles = [None, *(body[start:end].strip() for start, end in spans_of_headings)]
    initiatives = sorted(starts, key=lambda id: (starts[id], id))
    told = _told(facts, document)
    unread = sorted((place for place in facts.unread if place.evidence.document_id == document), key=_unread_order)
    sections = [
        Section(
            heading=title,
            start=start,
            end=end,
            initiatives=tuple(facts.initiatives[id] for id in initiatives if start <= starts[id] < end),
            seats=tuple(seat for seat in told if start <= seat.evidence.quote_start < end),
            unread=tuple(place for place in unread if start <= place.evidence.quote_start < end),
        )
        for title, start, end in zip(titles, borders, borders[1:], strict=False)
    ]
    found = tuple(section for section in sections if section.initiatives or section.seats or section.unread)
    return Checklist(facts.documents[document], found)


def _starts(store: Store, document: str, facts: Facts) -> dict[str, int]:
    """Where each initiative is first spoken of in the document."""
    starts: dict[str, int] = {}
    for row in store.read(question("document_namings"), document=document):
        places = (*spans(row, "passages"), *spans(row, "spans"))
        id = facts.identity.of(text(row, "node"))
        if id in facts.initiatives and places:
            first = min(start for start, _ in places)
            starts[id] = min(first, starts.get(id, first))
    return starts


def _line_around(body: str, place: int) -> Span:
    """The line that holds this place."""
    end = body.find("\n", place)
    return body.rfind("\n", 0, place) + 1, len(body) if end < 0 else end


def _told(facts: Facts, document: str) -> list[ListedSeat]:
    """Participations and absences that the document states, in the order of the text."""
    seats = [
        ListedSeat(facts.nodes[link.participant_id], facts.initiatives[link.initiative_id], link.role, None, evidence)
        for link in facts.links
        for evidence in link.evidence
    ]
    seats += [
        ListedSeat(facts.nodes[one.absent_id], facts.initiatives[one.initiative_id], None, one.strength, evidence)
        for one in facts.absences
        for evidence in one.evidence
    ]
    return sorted((seat for seat in seats if seat.evidence.document_id == document), key=_seat_order)


def _seat_order(seat: ListedSeat) -> tuple[int, str, str, str, str]:
    kind = seat.role or seat.strength or ""
    return seat.evidence.quote_start, seat.actor.name, seat.actor.id, seat.initiative.id, kind


def _unread_order(place: Unread) -> tuple[int, str, str]:
    return place.evidence.quote_start, place.word, place.id
