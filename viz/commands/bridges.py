"""`bridges`: who connects what would be further apart, each figure with what it means and what it does not."""

from collections.abc import Iterator, Sequence

import click

from queries.answers import ActorRow
from queries.bridges import Between, Bridge, Bridges, bridges
from queries.parts import Part
from viz.commands.between import csv_option, dated_options, limit_option, say_rest
from viz.commands.form import Form
from viz.commands.lines import heading, say, say_wrapped, table
from viz.commands.options import examples
from viz.commands.session import begin, opened_graph, register_of
from viz.language import _, ngettext
from viz.wording.connections import kind_of_node, name_node
from viz.wording.figures import word_decimal, word_percent

_LIMIT, _LINKS = 15, 5


def bridges_command() -> click.Command:
    """The command `bridges`."""
    return click.Command(
        "bridges",
        help=_(
            "Show who connects what would be further apart, or would fall apart without them: actors and initiatives "
            "in the order of how many connections lead over them. Each column is explained below the table."
        ),
        params=[limit_option(_LIMIT), *dated_options(masking=False), csv_option()],
        epilog=examples(_("Example: buendnisatlas bridges --csv bridges.csv")),
        callback=_bridges,
    )


@click.pass_context
def _bridges(context: click.Context, *, limit: int, date: str | None, as_json: bool, csv_file: str | None) -> None:
    settings = begin(context)
    with opened_graph(settings) as store:
        found = bridges(store, register_of(settings), date=date, most=limit)
    if not Form(as_json=as_json, csv_file=csv_file).tell(found, _head(), map(_row, found.rows)):
        _say_bridges(found)


def _say_bridges(found: Bridges) -> None:
    actors = ngettext("{n} actor", "{n} actors", found.actors).format(n=found.actors)
    initiatives = ngettext("{n} initiative", "{n} initiatives", found.initiatives).format(n=found.initiatives)
    line = _("Who connects? {actors} and {initiatives} looked at")
    say(heading(line.format(actors=actors, initiatives=initiatives)))
    say()
    if not found.rows:
        say_wrapped(_("Nobody stands between two others: in these documents nothing connects more than two."))
        return
    for row in table(_short_head(), map(_short_row, found.rows), flexible=0, right=(1, 2, 4, 5, 6)):
        say(row)
    say_rest(found.total - len(found.rows))
    _say_links(found.rows)
    _say_meanings(found)


def _short_head() -> list[str]:
    return [
        _("Actor or initiative"),
        _("Tables"),
        _("Betweenness"),
        _("Sole\nlink"),
        _("Tiedness"),
        _("Kinds"),
        _("Länder"),
    ]


def _short_row(row: Bridge) -> list[str]:
    return [
        name_node(row.node),
        str(row.tables),
        word_percent(row.betweenness),
        _("yes") if row.is_sole_link else "",
        word_decimal(row.constraint),
        _across(row.by_kind),
        _across(row.by_land),
    ]


def _across(pairs: Between | None) -> str:
    """How many pairs of different groups."""
    return "–" if pairs is None else str(pairs.gate + pairs.third)


def _say_links(rows: Sequence[Bridge]) -> None:
    links = [row for row in rows if row.is_sole_link]
    if not links:
        return
    say()
    say(heading(_("Sole links: without them these parts would no longer hang together")))
    for row in links[:_LINKS]:
        say_wrapped(f"{name_node(row.node)}:", indent=2)
        for part in row.parts:
            say_wrapped(_name_part(part), indent=4)
    if len(links) > _LINKS:
        line = ngettext("{n} further one is in --csv.", "{n} further ones are in --csv.", len(links) - _LINKS)
        say_wrapped(line.format(n=len(links) - _LINKS), indent=2)
    say_wrapped(_("The quotes behind a connection: “buendnisatlas path NAME NAME”."), indent=2)


def _name_part(part: Part) -> str:
    names = ", ".join(part.names)
    more = part.initiatives - len(part.names)
    named = _("{names} and {n} more").format(names=names, n=more) if more else names
    counted = ngettext("{n} actor", "{n} actors", part.actors).format(n=part.actors)
    return f"– {named} ({counted})"


def _say_meanings(found: Bridges) -> None:
    say()
    say(heading(_("What the columns say")))
    for line in _meanings():
        say_wrapped(line, indent=2)
    if found.without_land:
        line = ngettext(
            "{n} actor has no known region and is in no pair of Länder.",
            "{n} actors have no known region and are in no pair of Länder.",
            found.without_land,
        )
        say_wrapped(line.format(n=found.without_land), indent=2)
    if found.is_estimated:
        say_wrapped(_("The network is large: “betweenness” is estimated from a part of it."), indent=2)


def _meanings() -> list[str]:
    return [
        _("Tables: in how many initiatives the actor sits, or how many actors sit in the initiative, as far as named."),
        _(
            "Betweenness: of all pairs of others, for how many the shortest connection leads over it. It does not say "
            "that anybody passes anything on."
        ),
        _(
            "Sole link: without it, initiatives would no longer be connected. That holds for what the documents name; "
            "there may be other links."
        ),
        _(
            "Tiedness (Burt’s constraint): near 0, those at its tables share nothing else with each other; near 1 or "
            "above, they sit together anyway. It is no mark of influence."
        ),
        _(
            "Kinds and Länder: between how many pairs of different kinds or Länder it sits who share no table "
            "themselves. It does not say that the two want to be connected."
        ),
    ]


def _head() -> list[str]:
    kinds, lands = _("Kinds"), _("Länder")
    roles = [_("within its own"), _("between two of another"), _("own and another"), _("between two others")]
    return [
        _("Name"),
        _("Kind or type"),
        _("Tables"),
        _("Betweenness"),
        _("Sole link"),
        _("Parts without it"),
        _("Tiedness"),
        *(f"{kinds}: {role}" for role in roles),
        *(f"{lands}: {role}" for role in roles),
    ]


def _row(row: Bridge) -> list[str]:
    return [
        name_node(row.node),
        kind_of_node(row.node),
        str(row.tables),
        word_percent(row.betweenness),
        _("yes") if row.is_sole_link else _("no"),
        " | ".join(_name_part(part).removeprefix("– ") for part in row.parts) if row.is_sole_link else "",
        word_decimal(row.constraint) if isinstance(row.node, ActorRow) else "",
        *_told(row.by_kind),
        *_told(row.by_land),
    ]


def _told(pairs: Between | None) -> Iterator[str]:
    yield from ("",) * 4 if pairs is None else map(str, (pairs.own, pairs.foreign, pairs.gate, pairs.third))
