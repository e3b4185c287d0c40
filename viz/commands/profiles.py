"""The profiles of an actor and of an initiative on the screen."""

from collections.abc import Callable, Iterable, Sequence

from queries.answers import ActorRow, DocumentRow, InitiativeRow
from queries.completeness import OwnWord
from queries.evidence import BY_PERSON, newest_first
from queries.facts import Unread
from queries.profile import ActorProfile, EmptySeat, InitiativeProfile, InterestRow, Kin, Likeness, Seat, Twin
from queries.regions import name_of
from seeds.register import Register
from viz.commands.evidence import last_evidenced, name_document, say_evidence
from viz.commands.lines import dim, heading, say, say_title, say_wrapped
from viz.language import _
from viz.wording.corrections import signature
from viz.wording.dates import word_period
from viz.wording.kinds import (
    word_actor_kind,
    word_initiative_type,
    word_interest,
    word_role,
    word_status,
    word_strength,
    word_unread_reason,
)
from viz.wording.places import with_region
from viz.wording.sameness import word_same_reason


def say_actor(profile: ActorProfile, register: Register) -> None:
    """What is told of an actor."""
    actor = profile.actor
    say(heading(actor.name))
    _say_about([word_actor_kind(actor.kind, actor.chamber_type), *region_names(actor.regions, register)])
    _say_aliases(actor)
    _say_likeness(profile.likeness, possibly=_("Possibly the same organisation: {names}"))
    say_evidence(actor.corrections, indent=2)
    _say_seats(_("Participations"), profile.seats, lambda seat: _name_initiative(seat.initiative))
    _say_rejected(profile.rejected, lambda seat: _name_initiative(seat.initiative))
    _say_absences(profile.absences, lambda seat: _name_initiative(seat.initiative))
    _say_kin(_("Member of"), profile.member_of)
    _say_kin(_("Members"), profile.members)
    _say_kin(_("Part of"), profile.parents)
    _say_kin(_("Branches"), profile.branches)
    _say_interests(profile.interests)
    _say_documents(_("Named in"), profile.documents)


def say_initiative(profile: InitiativeProfile, register: Register) -> None:
    """What is told of an initiative."""
    row = profile.initiative
    say(heading(row.name))
    regions = [row.region_name] if row.region_name else region_names(row.regions, register)
    status = word_status(row.status) if row.status != "unclear" else ""
    _say_about([word_initiative_type(row.type), *regions, word_period(row.since, row.until), status])
    _say_aliases(row)
    _say_likeness(profile.likeness, possibly=_("Possibly the same: {names}"))
    say_evidence(row.corrections, indent=2)
    if row.topics:
        _say_line(_("Topics: {topics}").format(topics=", ".join(row.topics)))
    if profile.parent:
        _say_line(_("Part of: {name}").format(name=profile.parent.name))
    if profile.parts:
        _say_line(_("Has as parts: {names}").format(names=", ".join(part.name for part in profile.parts)))
    if profile.size:
        size = _("The source says {size}; named by name: {n}").format(size=profile.size.words, n=profile.size.named)
        _say_line(size)
    _say_seats(_("Participants"), profile.seats, lambda seat: _name_actor(seat.actor))
    if not profile.seats:
        say()
        _say_line(_("The documents name no participants."))
    _say_rejected(profile.rejected, lambda seat: _name_actor(seat.actor))
    _say_absences(profile.absences, lambda seat: _name_actor(seat.actor))
    _say_listings(profile)
    _say_unread(profile.unread)
    _say_interests(profile.interests)
    _say_documents(_("Documents searched"), profile.documents, profile.completeness)


def region_names(regions: Iterable[str], register: Register) -> list[str]:
    """What people call these regions; their ids where the register does not know them."""
    return [name_of(register, region) for region in regions]


def _name_actor(row: ActorRow) -> str:
    kind = word_actor_kind(row.kind, row.chamber_type)
    if not row.is_group:
        return f"{row.name} ({kind})"
    count = _("{n} named together").format(n=row.count) if row.count else ""
    return f"{row.name} ({', '.join(part for part in (kind, _('without a name'), count) if part)})"


def _name_initiative(row: InitiativeRow) -> str:
    return with_region(row.name, row.region_name)


def placed(row: InitiativeRow, register: Register) -> str:
    """An initiative with where it lies, in the document's own words where it has some."""
    return with_region(row.name, row.region_name or ", ".join(name_of(register, region) for region in row.regions))


def _say_about(parts: Iterable[str | None]) -> None:
    _say_line(" · ".join(part for part in parts if part))


def _say_aliases(row: ActorRow | InitiativeRow) -> None:
    others = [alias for alias in row.aliases if alias != row.name]
    if others:
        say_wrapped(_("also: {names}").format(names=", ".join(others)), indent=2, style=dim)


def _say_likeness(likeness: Likeness, *, possibly: str) -> None:
    """Which names became one here and why, the phases before and after, and who else it may be."""
    for union in likeness.unions:
        names = _("Taken for one: “{one}” and “{other}” ({reason})")
        told = names.format(one=union.one_name, other=union.other_name, reason=word_same_reason(union.reason))
        say_wrapped(told, indent=2, style=dim)
    for line, twins in ((_("Continues: {names}"), likeness.earlier), (_("Continued as: {names}"), likeness.later)):
        for twin in twins:
            _say_line(line.format(names=_name_twin(twin)))
            say_evidence(twin.evidence, indent=6)
    if likeness.possibly:
        others = [f"{_name_twin(twin)} – {word_same_reason(twin.reason)}" for twin in likeness.possibly]
        _say_line(possibly.format(names="; ".join(others)))


def _name_twin(twin: Twin) -> str:
    return with_region(twin.name, twin.region)


def _say_seats(title: str, seats: Sequence[Seat], name: Callable[[Seat], str]) -> None:
    if not seats:
        return
    say_title(title, len(seats))
    for seat in seats:
        parts = [word_role(seat.role), _corrected_period(seat) or _ended(seat), last_evidenced(seat.evidence)]
        _say_line(f"{name(seat)} – {', '.join(part for part in parts if part)}")
        say_evidence(seat.evidence, indent=6)


def _corrected_period(seat: Seat) -> str:
    """From when to when, where a person said so."""
    dated = (item for item in seat.evidence if item.method == BY_PERSON)
    return next((period for item in dated if (period := word_period(item.since, item.until))), "")


def _ended(seat: Seat) -> str:
    """Until when, where the newest statement says that it is over."""
    newest = next(iter(newest_first(seat.evidence)), None)
    return word_period(newest.since, newest.until) if newest is not None and newest.until else ""


def _say_rejected(seats: Sequence[Seat], name: Callable[[Seat], str]) -> None:
    """What a person took away: it is in no other view."""
    if not seats:
        return
    say_title(_("Rejected by hand"), len(seats))
    for seat in seats:
        by = signature(seat.evidence[0])
        _say_line(
            _("{participation} – rejected by {who}").format(
                participation=f"{name(seat)}, {word_role(seat.role)}", who=by
            )
        )
        say_evidence((item for item in seat.evidence if item.quote), indent=6)


def _say_absences(seats: Sequence[EmptySeat], name: Callable[[EmptySeat], str]) -> None:
    if not seats:
        return
    say_title(_("Not formally at the table, says the source"), len(seats))
    for seat in seats:
        _say_line(f"{name(seat)} – {word_strength(seat.strength)}")
        say_evidence(seat.evidence, indent=6)


def _say_kin(title: str, kin: Sequence[Kin]) -> None:
    if not kin:
        return
    say_title(title, len(kin))
    for one in kin:
        _say_line(_name_actor(one.actor))
        say_evidence(one.evidence, indent=6)


def _say_interests(interests: Sequence[InterestRow]) -> None:
    if not interests:
        return
    say_title(_("Seeks and offers"), len(interests))
    for one in interests:
        about = f" ({one.initiative})" if one.initiative and one.initiative != one.holder else ""
        _say_line(f"{one.holder} – {word_interest(one.kind)}{about}")
        say_evidence(one.evidence, indent=6)


def _say_listings(profile: InitiativeProfile) -> None:
    if profile.listings:
        say_title(_("Participants are listed here"), len(profile.listings))
        say_evidence(profile.listings, indent=4)


def _say_unread(places: Sequence[Unread]) -> None:
    if not places:
        return
    say_title(_("Occurs, please check"), len(places))
    for place in places:
        _say_line(f"{place.word} ({word_unread_reason(place.reason)})")
        say_evidence((place.evidence,), indent=6)


def _say_documents(title: str, documents: Sequence[DocumentRow], words: Sequence[OwnWord] = ()) -> None:
    say_title(title, len(documents))
    for row in documents:
        _say_line(name_document(row) + (f" ({_('Sample data')})" if row.sample else ""))
        for word in words:
            if word.document_id == row.id:
                told = _("The document says of itself: “{quote}”").format(quote=" ".join(word.quote.split()))
                say_wrapped(told, indent=6, hanging=1)


def _say_line(text: str) -> None:
    say_wrapped(text, indent=2)
