"""Events in words: what they are called, when and where they are, and who holds them."""

from graph.kinds import Role
from queries.event_sentences import EventDay
from queries.events import Event
from queries.regions import name_of
from seeds.register import Register
from viz.language import _
from viz.wording.connections import name_node
from viz.wording.dates import word_date, word_period
from viz.wording.kinds import word_role

_COUNTRY = "de"


def name_event(row: Event, register: Register) -> str:
    """An event by its name and what it belongs to or where it is; a meeting with the initiative whose it is."""
    if not row.is_own:
        return f"{row.name or _('Meeting')} – {name_node(row.initiative)}"
    if row.part_of:
        return f"{row.initiative.name} – {name_node(row.part_of)}"
    region = word_region(row, register)
    return f"{row.initiative.name} ({region})" if region and region not in row.initiative.name else row.initiative.name


def word_region(row: Event, register: Register) -> str:
    """The region of the initiative; "" where there is none, or all Germany."""
    names = [name_of(register, region) for region in row.regions if region != _COUNTRY]
    return row.initiative.region_name or ", ".join(names)


def word_day(day: EventDay | None) -> str:
    """When, to the minute where the document says so."""
    if day is None:
        return _("no date named")
    days = word_period(day.first, day.last) if day.last else word_date(day.first)
    if day.begins is None:
        return days
    times = f"{day.begins}–{day.ends}" if day.ends else day.begins
    return _("{days}, {times} h").format(days=days, times=times)


def word_place(row: Event, register: Register) -> str:
    """The place as the document writes it; of an event of its own else the region. "" where neither is told."""
    return row.place or (word_region(row, register) if row.is_own else "")


def word_hosts(row: Event) -> str:
    """Who holds it, each with its role where it is another than organiser."""
    names = [
        seat.actor.name if seat.role is Role.ORGANISER else f"{seat.actor.name} ({word_role(seat.role)})"
        for seat in row.hosts
    ]
    return _("Held by: {hosts}").format(hosts=", ".join(names))
