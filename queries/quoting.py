"""The quotes of the few suggestions that are shown: what was compared without them gets them at the end. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from queries.answers import Evidence, Link
from queries.suggestions import ConnectedPart, Part, SameKindPart, SuggestedSort, Suggestion, Together

_Seat = tuple[str, str]


def with_quotes(suggestions: Sequence[Suggestion], links: Iterable[Link]) -> tuple[Suggestion, ...]:
    """The same, every seat elsewhere with its newest sentence, from these participations."""
    wanted = {seat for one in suggestions for seat in _seats(one)}
    found: defaultdict[_Seat, list[Evidence]] = defaultdict(list)
    for link in links:
        if (link.participant_id, link.initiative_id) in wanted:
            found[link.participant_id, link.initiative_id].extend(link.evidence[:1])

    def evidence(who: str, table: str) -> tuple[Evidence, ...]:
        return tuple(found[who, table][:1])

    def quoted(one: Suggestion, part: Part) -> Part:
        if isinstance(part, SameKindPart):
            seats = (replace(seat, evidence=evidence(seat.who_ids[0], seat.initiative_id)) for seat in part.seats)
            return replace(part, seats=tuple(seats))
        if isinstance(part, ConnectedPart):
            told = (replace(seat, evidence=evidence(*_seat(one, part, seat))) for seat in part.together)
            return replace(part, together=tuple(told))
        return part

    return tuple(replace(one, parts=tuple(quoted(one, part) for part in one.parts)) for one in suggestions)


def _seats(one: Suggestion) -> Iterable[_Seat]:
    for part in one.parts:
        if isinstance(part, SameKindPart):
            yield from ((seat.who_ids[0], seat.initiative_id) for seat in part.seats)
        elif isinstance(part, ConnectedPart):
            yield from (_seat(one, part, seat) for seat in part.together)


def _seat(one: Suggestion, part: ConnectedPart, seat: Together) -> _Seat:
    """The seat of the one suggested; of an initiative suggested, the seat of who sits in it."""
    return (part.seat_id, seat.initiative_id) if one.sort is SuggestedSort.ACTOR else (seat.who_ids[0], one.id)
