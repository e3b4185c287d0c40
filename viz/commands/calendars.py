"""Events as a calendar file (.ics, RFC 5545) that any calendar program reads. Equal events make equal files.

icalendar is slow to import: import this module where a calendar is asked for, not before.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry

from queries.dates import first_day
from queries.event_sentences import EventDay
from queries.events import Event, Events
from seeds.register import Register
from viz.commands.evidence import source_of
from viz.language import _
from viz.wording.events import name_event, word_hosts, word_place

_ZONE = ZoneInfo("Europe/Berlin")
_DAY = len("2017-05-10")


def to_calendar(found: Events, register: Register) -> tuple[bytes, int]:
    """The file, and how many events are not in it because no document gives their day.

    An event without times takes the whole day; one without an end has none. Times of day are Germany's. The id of an
    entry is that of the event and its day, so a file read again changes entries instead of doubling them. Its stamp is
    the date of the newest quote.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Buendnisatlas//buendnisatlas//DE")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Bündnisatlas")
    dated = [(row, row.day) for row in found.rows if row.day is not None and len(row.day.first) == _DAY]
    for row, day in dated:
        calendar.add_component(_entry(row, day, register))
    return calendar.to_ical(), len(found.rows) - len(dated)


def _entry(row: Event, day: EventDay, register: Register) -> Entry:
    entry = Entry()
    entry.add("uid", f"{row.id.removeprefix('event:')}@buendnisatlas")
    entry.add("dtstamp", _stamp(row, day))
    entry.add("summary", name_event(row, register))
    begins, ends = _span(day)
    entry.add("dtstart", begins)
    if ends is not None:
        entry.add("dtend", ends)
    if where := word_place(row, register):
        entry.add("location", where)
    entry.add("description", "\n".join(_told(row)))
    if row.is_called_off:
        entry.add("status", "CANCELLED")
    return entry


def _told(row: Event) -> list[str]:
    hosts = [word_hosts(row)] if row.hosts else []
    quotes = [f"{_('“{quote}”').format(quote=' '.join(item.quote.split()))} {source_of(item)}" for item in row.evidence]
    return [*hosts, *quotes]


def _span(day: EventDay) -> tuple[date, date | None]:
    """Beginning and end; the end of whole days is the day behind the last, as the format wants it."""
    first = date.fromisoformat(day.first)
    last = date.fromisoformat(day.last) if day.last and len(day.last) == _DAY else None
    if day.begins is None:
        return first, last + timedelta(days=1) if last else None
    begins = datetime.combine(first, time.fromisoformat(day.begins), _ZONE).astimezone(UTC)
    if day.ends is None:
        return begins, None
    ends = datetime.combine(last or first, time.fromisoformat(day.ends), _ZONE).astimezone(UTC)
    return begins, ends if ends > begins else ends + timedelta(days=1)


def _stamp(row: Event, day: EventDay) -> datetime:
    newest = max((item.document_date for item in row.evidence if item.document_date), default=day.first)
    return datetime.combine(date.fromisoformat(first_day(newest)[:_DAY]), time(), UTC)
