"""What takes place when: initiatives that are events, and dated meetings that the texts tell of other initiatives.

The graph holds events as initiatives of that type, whose day has no sentence of its own; sittings and meetings of an
alliance are no nodes. So the stored texts are read at asking (`event_tellings.py`), and each day comes with its quote.
Next: `events` prints them, viz/commands/calendars.py makes a calendar of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.keys import digest, fold
from graph.kinds import InitiativeType, Role
from graph.store import Store
from queries.answers import Evidence, InitiativeRow
from queries.dates import check_order, first_day, last_day, stated
from queries.event_sentences import EventDay
from queries.event_tellings import Telling, Tellings, read_tellings
from queries.evidence import newest_first
from queries.facts import Facts
from queries.pausing import collection_paused
from queries.profile import Seat
from queries.regions import find_region, is_inside
from queries.snapshot import read_facts
from queries.steady import steady
from seeds.register import Register, load_register

_HOSTS = (Role.ORGANISER, Role.LEAD, Role.SPONSOR, Role.COMMISSIONER)


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `name` is its own, or what the text calls it; None where it only says that people met or gives a day.

    `initiative` is the event itself (`is_own`), or the one whose meeting it is; `part_of` is what such an event belongs
    to. `day` is None where no document gives one. `place` is as written, None where none is told; `regions` are the
    initiative's. `hosts` are seats of the event itself, organisers first. The evidence is newest first and never empty.
    """

    id: str
    name: str | None
    initiative: InitiativeRow
    is_own: bool
    part_of: InitiativeRow | None
    day: EventDay | None
    place: str | None
    regions: tuple[str, ...]
    hosts: tuple[Seat, ...]
    is_called_off: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Events:
    """By day, then name; those without a day last. `total` counts all, whatever was filtered."""

    rows: tuple[Event, ...]
    total: int


@steady
def events(
    store: Store,
    register: Register | None = None,
    *,
    region: str | None = None,
    first: str | None = None,
    last: str | None = None,
) -> Events:
    """Every event the documents tell of, with its day, place and hosts as far as they do.

    `region` (an id or a name) keeps those of initiatives within it. `first` and `last` are ISO dates with prefixes
    allowed: with either, only events that may lie between them, none without a day.
    Raises QuestionError("unknown_region") with the three nearest names, QuestionError("period_reversed").
    """
    check_order(first, last)
    known = register or load_register()
    wanted = find_region(known, region) if region else None
    with collection_paused():
        facts = read_facts(store, known)
        found = list(find_events(facts, read_tellings(store, facts, known)))
    rows = [
        row
        for row in found
        if (wanted is None or is_inside(known, row.regions, wanted)) and _lies_between(row.day, first, last)
    ]
    return Events(tuple(sorted(rows, key=_order)), len(found))


def find_events(facts: Facts, told: Tellings) -> Iterator[Event]:
    """The events of facts and texts already read, in no order."""
    hosts: defaultdict[str, list[Seat]] = defaultdict(list)
    for link in facts.links:
        row = facts.initiatives[link.initiative_id]
        if row.type is InitiativeType.EVENT and link.role in _HOSTS:
            hosts[row.id].append(Seat(link.id, link.role, facts.nodes[link.participant_id], row, link.evidence))
    own = [
        replace(event, part_of=facts.initiatives.get(row.parent_id or ""))
        for row in facts.initiatives.values()
        for event in _own_events(row, told, hosts)
    ]
    known = {
        (event.day.first, id) for event in own if event.day for id in (event.initiative.parent_id, event.initiative.id)
    }
    yield from own
    for id, tellings in sorted(told.others.items()):
        for name, same in _by_name(tellings):
            for day, those in _by_day(same):
                if (day.first, id) not in known:
                    yield _event(facts.initiatives[id], name, day, those)


def _own_events(row: InitiativeRow, told: Tellings, hosts: Mapping[str, Sequence[Seat]]) -> Iterator[Event]:
    """The days of an event that is an initiative; the day that the graph holds counts where no sentence says more."""
    if row.type is not InitiativeType.EVENT:
        return
    tellings = told.own.get(row.id, [])
    days = _by_day(tellings)
    is_told = any(day.first.startswith(row.since or "") or (row.since or "").startswith(day.first) for day, _ in days)
    if row.since and not is_told and row.id not in told.recurring:
        days.append((EventDay(row.since, row.until if row.until != row.since else None), []))
    seats = sorted(hosts.get(row.id, ()), key=lambda seat: (_HOSTS.index(seat.role), fold(seat.actor.name), seat.id))
    further = tuple(item for item in row.corrections if _is_dated(item))
    named = (told.named[row.id],) if row.id in told.named else ()
    dated: list[tuple[EventDay | None, list[Telling]]] = [*days] if days else [(None, [])]
    for day, those in dated:
        event = _event(row, row.name, day, those, further=further or (() if those else named))
        if event.evidence:
            yield replace(event, is_own=True, hosts=tuple(seats))


def _event(
    row: InitiativeRow,
    name: str | None,
    day: EventDay | None,
    told: Sequence[Telling],
    *,
    further: tuple[Evidence, ...] = (),
) -> Event:
    newest = sorted(told, key=lambda one: (stated(one.evidence) or "", one.evidence.document_address), reverse=True)
    return Event(
        id=f"event:{digest(row.id, fold(name or ''), day.first if day else None)}",
        name=name,
        initiative=row,
        is_own=False,
        part_of=None,
        day=day,
        place=next((one.sentence.place for one in newest if one.sentence.place), None),
        regions=row.regions,
        hosts=(),
        is_called_off=bool(newest) and newest[0].sentence.is_called_off,
        evidence=(*newest_first(one.evidence for one in told), *further),
    )


def _by_name(told: Iterable[Telling]) -> list[tuple[str | None, list[Telling]]]:
    """Those that call it the same together, as the first of them writes it."""
    found: dict[str, list[Telling]] = {}
    for one in told:
        found.setdefault(fold(one.sentence.noun or ""), []).append(one)
    return [(those[0].sentence.noun, those) for _name, those in sorted(found.items())]


def _by_day(told: Iterable[Telling]) -> list[tuple[EventDay, list[Telling]]]:
    """Those of one day together, in the order of the days; a month counts as the one day told of in it."""
    found: dict[str, list[Telling]] = {}
    for one in sorted(told, key=lambda one: (-len(one.sentence.day.first), one.sentence.day.first)):
        first = one.sentence.day.first
        within = [day for day in found if day.startswith(first)]
        found.setdefault(within[0] if len(within) == 1 else first, []).append(one)
    return [(_joined(first, those), those) for first, those in sorted(found.items())]


def _joined(first: str, told: Sequence[Telling]) -> EventDay:
    """What the sentences on one day say of it together."""
    days = [one.sentence.day for one in told if one.sentence.day.first == first]
    timed = next((day for day in days if day.begins), None)
    last = max((day.last for day in days if day.last), default=None)
    return EventDay(first, last, timed.begins if timed else None, timed.ends if timed else None)


def _is_dated(item: Evidence) -> bool:
    """Whether a person said when it is."""
    return item.correction is not None and any(name in ("since", "until") for name, _value in item.correction.values)


def _lies_between(day: EventDay | None, first: str | None, last: str | None) -> bool:
    if first is None and last is None:
        return True
    if day is None:
        return False
    begins, ends = first_day(day.first), last_day(day.last or day.first)
    return (first is None or ends >= first_day(first)) and (last is None or begins <= last_day(last))


def _order(row: Event) -> tuple[bool, str, str, str, str]:
    day = row.day.first if row.day else ""
    return row.day is None, day, fold(row.name or ""), fold(row.initiative.name), row.id
