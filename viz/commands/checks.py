"""A document's checklist on the screen: heading by heading, what was found and what is to be checked."""

from collections.abc import Iterable

from queries.checklist import Checklist, ListedSeat, Section
from queries.facts import Unread
from viz.commands.evidence import document_name
from viz.commands.lines import heading, say, say_wrapped
from viz.language import _
from viz.wording.dates import word_date
from viz.wording.kinds import word_initiative_type, word_role, word_strength, word_unread_reason


def say_checklist(found: Checklist) -> None:
    """The sections of a document, each with initiatives, participants and places to check."""
    row = found.document
    say(heading(f"{document_name(row.title, row.address)}, {word_date(row.date)}"))
    for section in found.sections:
        say()
        say(heading(f"  {section.heading or _('(before the first heading)')}"))
        _say_section(section)


def _say_section(section: Section) -> None:
    """The initiatives with their participants, then what is said of initiatives from other sections."""
    here = {initiative.id: initiative for initiative in section.initiatives}
    for initiative in {**here, **{seat.initiative.id: seat.initiative for seat in section.seats}}.values():
        more = "" if initiative.id in here else f" – {_('more on it')}"
        _say_item("□", f"{initiative.name} ({word_initiative_type(initiative.type)}){more}")
        for seat in _without_repeats(seat for seat in section.seats if seat.initiative.id == initiative.id):
            _say_item("□", f"{seat.actor.name} – {_manner(seat)}", indent=8)
    for place in section.unread:
        _say_item("?", _to_check(place))


def _say_item(sign: str, text: str, *, indent: int = 4) -> None:
    say_wrapped(f"{sign} {text}", indent=indent)


def _manner(seat: ListedSeat) -> str:
    if seat.strength is not None:
        return word_strength(seat.strength)
    return word_role(seat.role) if seat.role is not None else ""


def _to_check(place: Unread) -> str:
    quote = _("“{quote}”").format(quote=" ".join(place.evidence.quote.split()))
    return f"{place.word}: {quote} ({word_unread_reason(place.reason)})"


def _without_repeats(seats: Iterable[ListedSeat]) -> Iterable[ListedSeat]:
    """One line for what the section says several times."""
    first: dict[tuple[str, str], ListedSeat] = {}
    for seat in seats:
        first.setdefault((seat.actor.id, _manner(seat)), seat)
    return first.values()
