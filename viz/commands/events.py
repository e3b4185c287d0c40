"""`events`: what takes place when, where and by whom, with quotes; as a list, a table or a calendar file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from queries.events import Event, Events, events
from seeds.register import Register
from viz.commands.between import csv_option
from viz.commands.evidence import say_evidence, source_of
from viz.commands.files import PIPE, write_bytes, write_whole
from viz.commands.form import Form
from viz.commands.lines import heading, say, say_wrapped
from viz.commands.options import answer_options, examples
from viz.commands.session import begin, opened_graph, register_of
from viz.commands.words import PastDay
from viz.language import _, ngettext
from viz.persons import mask_names, without_names
from viz.wording.connections import name_node
from viz.wording.dates import word_date
from viz.wording.events import name_event, word_day, word_hosts


def events_command() -> click.Command:
    """The command `events`."""
    return click.Command(
        "events",
        help=_(
            "Show the events the documents tell of: conferences, weeks and nights of industry, sittings; with date, "
            "place and who holds them, as far as a document says so, and the quote for it."
        ),
        params=[
            click.Option(["--region"], metavar=_("NAME"), help=_("Only this region, for instance Hessen.")),
            click.Option(["--from", "first"], type=PastDay(), metavar=_("DATE"), help=_("Only from this date on.")),
            click.Option(["--to", "last"], type=PastDay(), metavar=_("DATE"), help=_("Only until this date.")),
            next(option for option in answer_options() if option.name == "as_json"),
            csv_option(),
            click.Option(
                ["--ics", "ics_file"],
                metavar=_("FILE.ics"),
                type=click.Path(dir_okay=False, allow_dash=True),
                help=_("Write a calendar into this file, for Outlook and others; - writes it onto the screen."),
            ),
            click.Option(["--with-names"], is_flag=True, help=_("Keep names of persons in quotes; else “[Name]”.")),
        ],
        epilog=examples(
            _("Examples:\n  buendnisatlas events --region Hessen --from 2017\n  buendnisatlas events --ics events.ics")
        ),
        callback=_events,
    )


@click.pass_context
def _events(
    context: click.Context,
    *,
    region: str | None,
    first: str | None,
    last: str | None,
    as_json: bool,
    csv_file: str | None,
    ics_file: str | None,
    with_names: bool,
) -> None:
    settings = begin(context)
    register = register_of(settings)
    with opened_graph(settings) as store:
        found = events(store, register, region=region, first=first, last=last)
    form = Form(as_json=as_json, csv_file=csv_file, with_names=with_names, other_file=ics_file)
    if form.is_masked:
        found = _masked(found)
    if ics_file:
        _write_calendar(ics_file, found, register)
    if not form.tell(found, _head(), _rows(found, register)) and not ics_file:
        _say_events(found, register)


def _masked(found: Events) -> Events:
    masked = without_names(found)
    rows = (replace(row, place=mask_names(row.place)) if row.place else row for row in masked.rows)
    return replace(masked, rows=tuple(rows))


def _write_calendar(path: str, found: Events, register: Register) -> None:
    from viz.commands.calendars import to_calendar

    calendar, left_out = to_calendar(found, register)
    if path == PIPE:
        write_whole(path, [calendar.decode("utf-8")])
    else:
        write_bytes(path, [calendar])
    if left_out:
        line = ngettext(
            "{n} event is not in the calendar, because no document gives its day.",
            "{n} events are not in the calendar, because no document gives their day.",
            left_out,
        )
        click.echo(line.format(n=left_out), err=True)


def _say_events(found: Events, register: Register) -> None:
    if not found.rows:
        say(heading(_("No event with these filters.") if found.total else _("These documents tell of no events.")))
        return
    dated = [row for row in found.rows if row.day is not None]
    undated = [row for row in found.rows if row.day is None]
    for title, rows in ((_("Events"), dated), (_("Without a date"), undated)):
        if not rows:
            continue
        if rows is undated and dated:
            say()
        say(heading(f"{title} ({len(rows)})"))
        for row in rows:
            _say_event(row, register)
    say()
    say_wrapped(
        _(
            "Date, place and who holds it are those of the documents; what is not named may still be so. Read from the "
            "texts: events under their own name, and sittings and meetings with a date. Not every meeting is told of."
        )
    )


def _say_event(row: Event, register: Register) -> None:
    day = f"{word_day(row.day)}: " if row.day else ""
    off = f" ({_('called off, says the source')})" if row.is_called_off else ""
    say_wrapped(f"{day}{name_event(row, register)}{off}", indent=2)
    if row.place:
        say_wrapped(_("Place: {place}").format(place=row.place), indent=4)
    if row.hosts:
        say_wrapped(word_hosts(row), indent=4)
    say_evidence(row.evidence, indent=6)


def _head() -> list[str]:
    return [
        _("First day"),
        _("Last day"),
        _("Begins"),
        _("Ends"),
        _("Event"),
        _("Initiative"),
        _("Place"),
        _("Region"),
        _("Held by"),
        _("Note"),
        _("Quote"),
        _("Document"),
    ]


def _rows(found: Events, register: Register) -> Iterator[Sequence[str]]:
    """A row an event, with its newest quote."""
    for row in found.rows:
        day, newest = row.day, row.evidence[0]
        yield [
            word_date(day.first) if day else "",
            word_date(day.last) if day and day.last else "",
            (day.begins if day else None) or "",
            (day.ends if day else None) or "",
            row.name or _("Meeting"),
            name_node(held_by) if (held_by := row.part_of or (None if row.is_own else row.initiative)) else "",
            row.place or "",
            ", ".join(register.region(region).name for region in row.regions if register.has_region(region)),
            ", ".join(seat.actor.name for seat in row.hosts),
            _("called off, says the source") if row.is_called_off else "",
            newest.quote,
            source_of(newest),
        ]
