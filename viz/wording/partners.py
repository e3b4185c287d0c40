"""Suggestions in words: where each part comes from, and what it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from graph.kinds import ActorKind, InterestKind
from queries.body_cells import BodyValue
from queries.nearness import Lies, Near
from queries.suggestions import (
    CompetentPart,
    ConnectedPart,
    Elsewhere,
    InterestPart,
    NearbyPart,
    Part,
    SameKindPart,
    Source,
    SuggestedSort,
    Suggestion,
    Together,
)
from viz.language import _, mark
from viz.wording.bodies import sign_of_confidence, word_body_value, word_ground
from viz.wording.figures import word_decimal
from viz.wording.kinds import word_actor_kind, word_initiative_type

_SOURCES: Mapping[Source, str] = {
    Source.COMPETENT: mark("competent"),
    Source.NEARBY: mark("initiative around it"),
    Source.SAME_KIND: mark("active elsewhere"),
    Source.CONNECTED: mark("connected"),
    Source.INTEREST: mark("own interest"),
}
_LIES: Mapping[Lies, str] = {
    Lies.SAME: mark("same region"),
    Lies.WITHIN: mark("lies within it"),
    Lies.AROUND: mark("lies around it"),
    Lies.CLOSE: mark("{km} km away"),
    Lies.LAND: mark("same Land"),
    Lies.COUNTRY: mark("nationwide"),
}


def word_source(source: Source) -> str:
    """Where a suggestion comes from, in a word."""
    return _(_SOURCES[source])


def word_lies(near: Near | None) -> str:
    """How another place lies to this one; one that is far away is only comparable."""
    return _(_LIES[near.lies]).format(km=near.km) if near else _("comparable")


def word_suggested_kind(one: Suggestion) -> str:
    """The kind of an actor, the type of an initiative."""
    if isinstance(one.kind, ActorKind):
        return word_actor_kind(one.kind, one.chamber_type)
    return word_initiative_type(one.kind)


def name_suggested(one: Suggestion) -> str:
    """Its name; of an actor with the sign of how sure the register is of it."""
    competent = [part for part in one.parts if isinstance(part, CompetentPart) and one.sort is SuggestedSort.ACTOR]
    return one.name + (sign_of_confidence(competent[0].confidence) if competent else "")


def word_part(part: Part, one: Suggestion) -> str:
    """A part of the score of a suggestion: its source, its points, and its reasons."""
    joined = one.sort is SuggestedSort.INITIATIVE
    source = _("near or similar") if joined and isinstance(part, SameKindPart) else word_part_source(part)
    reasons = _word_joined(part) if joined else None
    return f"{source} ({word_decimal(part.points)}): {reasons or word_reasons(part, one.name)}"


def word_part_source(part: Part) -> str:
    """The source of a part; of an interest, which way it goes."""
    if isinstance(part, InterestPart):
        if part.wanted:
            return _("sought by the initiative")
        return _("seeks support") if part.kind is InterestKind.SEEKS else _("offers support")
    return word_source(part.source)


def word_reasons(part: Part, name: str) -> str:
    """What a part rests on, without its points; the name is told again only where it is another one's seat."""
    if isinstance(part, CompetentPart):
        return _word_competent(part)
    if isinstance(part, NearbyPart):
        return _word_nearby(part)
    if isinstance(part, SameKindPart):
        return _word_elsewhere(part.seats, name)
    if isinstance(part, ConnectedPart):
        return _word_connected(part, name)
    return _("for {name}").format(name=part.concerns) if part.concerns else _("says so itself")


def word_perhaps(one: Suggestion) -> str:
    """That it may be there already, and behind which words."""
    if one.perhaps_as:
        names = ", ".join(_("“{quote}”").format(quote=name) for name in one.perhaps_as)
        return _("perhaps there already (among {names})").format(names=names)
    if one.perhaps_in:
        line = _("perhaps there already (if {names} is the same initiative)")
        return line.format(names=", ".join(one.perhaps_in))
    return _("perhaps there already")


def _word_joined(part: Part) -> str | None:
    """Why to join an initiative, where its seats speak for it; None for the other parts."""
    if isinstance(part, SameKindPart):
        told = (
            _("{initiative} ({near})").format(initiative=one.initiative, near=word_lies(one.near)) for one in part.seats
        )
        return _("to {initiatives}").format(initiatives="; ".join(told))
    if isinstance(part, ConnectedPart) and part.together:
        line = _("{who} sits there, too, as in {initiative}")
        return "; ".join(line.format(who=_few(one.who), initiative=one.initiative) for one in part.together)
    return None


def _few(names: Sequence[str]) -> str:
    who = ", ".join(names[:_NAMES])
    return _("{names} and {n} more").format(names=who, n=len(names) - _NAMES) if len(names) > _NAMES else who


def _word_competent(part: CompetentPart) -> str:
    told = [_("depending on the place")] if part.partial else [word_ground(part.ground)]
    if part.value is not None and part.value not in (BodyValue.AS_GROUP, BodyValue.NOBODY_NAMED):
        told.append(word_body_value(part.value))
    return "; ".join(told)


def _word_nearby(part: NearbyPart) -> str:
    told = [word_lies(part.near)]
    if names := [*part.who, *(_("“{quote}”").format(quote=group) for group in part.groups)]:
        told.append(_("taking part: {names}").format(names=", ".join(names)))
    else:
        told.append(_("no participants named"))
    return "; ".join(told)


def _word_elsewhere(seats: Sequence[Elsewhere], name: str) -> str:
    told = [
        *_word_seats([seat for seat in seats if seat.itself and seat.who == (name,)], named=False),
        *_word_seats([seat for seat in seats if seat.itself and seat.who != (name,)], named=True),
    ]
    others = [*_word_seats([seat for seat in seats if not seat.itself], named=True)]
    if others:
        told.append(_("of its kind: {seats}").format(seats="; ".join(others)))
    return "; ".join(told)


def _word_seats(seats: Sequence[Elsewhere], *, named: bool) -> Iterator[str]:
    """The seats of the same that lie alike in one go."""
    for (who, near), group in groupby(seats, lambda seat: (seat.who, word_lies(seat.near))):
        names = _(" and ").join(seat.initiative for seat in group)
        line = _("{who} in {initiative} ({near})") if named else _("in {initiative} ({near})")
        yield line.format(who=", ".join(who), initiative=names, near=near)


def _word_connected(part: ConnectedPart, name: str) -> str:
    told = [_word_together(one, "" if part.seat == name else part.seat) for one in part.together]
    if not told:
        told.append(_("over longer ways"))
    return "; ".join(told)


def _word_together(one: Together, seat: str) -> str:
    who = _few(one.who)
    line = _("{seat} sits with {who} in {initiative}") if seat else _("sits with {who} in {initiative}")
    return line.format(seat=seat, who=who, initiative=one.initiative)


_NAMES = 3
