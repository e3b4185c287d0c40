"""`communities`: what hangs together more closely than with the rest, named by the largest initiatives."""

from collections.abc import Iterator, Sequence

import click

from queries.communities import Communities, Community, communities
from queries.network import NodeRow
from viz.commands.between import csv_option, dated_options, limit_option, say_rest
from viz.commands.form import Form
from viz.commands.lines import heading, say, say_wrapped
from viz.commands.options import examples
from viz.commands.session import begin, opened_graph, register_of
from viz.language import _, ngettext
from viz.wording.connections import kind_of_node, name_node
from viz.wording.figures import word_decimal

_LIMIT, _SHOWN = 15, 20


def communities_command() -> click.Command:
    """The command `communities`."""
    return click.Command(
        "communities",
        help=_(
            "Show which actors and initiatives hang together more closely than with the rest, by who sits at which "
            "table. Each community is named by its largest initiatives."
        ),
        params=[limit_option(_LIMIT), *dated_options(masking=False), csv_option()],
        epilog=examples(_("Example: buendnisatlas communities --csv communities.csv")),
        callback=_communities,
    )


@click.pass_context
def _communities(context: click.Context, *, limit: int, date: str | None, as_json: bool, csv_file: str | None) -> None:
    settings = begin(context)
    with opened_graph(settings) as store:
        found = communities(store, register_of(settings), date=date, most=limit)
    if not Form(as_json=as_json, csv_file=csv_file).tell(found, _head(), _rows(found)):
        _say_communities(found)


def _say_communities(found: Communities) -> None:
    if not found.rows:
        say(heading(_("No communities: in these documents nobody named takes part in anything.")))
        return
    line = ngettext("{n} community", "{n} communities", found.total)
    say(heading(line.format(n=found.total)))
    for row in found.rows:
        _say_community(row)
    if found.total > len(found.rows):
        say()
    say_rest(found.total - len(found.rows))
    _say_meaning(found)


def _say_community(row: Community) -> None:
    say()
    say_wrapped(f"{row.number}. {_name(row)}", hanging=3, style=heading)
    for title, members in (
        (_("Initiatives: {names}"), [name_node(one) for one in row.initiatives]),
        (_("Actors: {names}"), [one.name for one in row.actors]),
    ):
        if members:
            say_wrapped(title.format(names=_listed(members)), indent=2)
    say_wrapped(
        _("Participations: {inside} within, {outside} to other communities").format(
            inside=row.inside, outside=row.outside
        ),
        indent=2,
    )


def _listed(names: Sequence[str]) -> str:
    shown, more = ", ".join(names[:_SHOWN]), len(names) - _SHOWN
    return _("{names} and {n} more").format(names=shown, n=more) if more > 0 else shown


def _name(row: Community) -> str:
    return " · ".join(row.names)


def _say_meaning(found: Communities) -> None:
    say()
    say(heading(_("What this says")))
    lines = [
        _(
            "A community: actors and initiatives with more participations among each other than with the rest. It does "
            "not say that they see themselves as one, nor that there is nothing between two communities."
        ),
        _(
            "Separation {figure} (modularity): 0 is what chance would give, near 1 hardly anything joins the "
            "communities. In small networks it is high by itself."
        ).format(figure=word_decimal(found.modularity)),
        _("Equal data give equal communities. Another method (this is Louvain’s) may draw other borders."),
    ]
    if found.alone:
        line = ngettext(
            "{n} actor or initiative has no participation named and is in no community.",
            "{n} actors and initiatives have no participation named and are in no community.",
            found.alone,
        )
        lines.append(line.format(n=found.alone))
    for line in lines:
        say_wrapped(line, indent=2)


def _head() -> list[str]:
    return [_("Number"), _("Community"), _("Name"), _("Kind or type"), _("Within"), _("To other communities")]


def _rows(found: Communities) -> Iterator[Sequence[str]]:
    """A row for each member; the participations are those of its community."""
    for row in found.rows:
        members: tuple[NodeRow, ...] = (*row.initiatives, *row.actors)
        for node in members:
            yield [
                str(row.number),
                _name(row),
                name_node(node),
                kind_of_node(node),
                str(row.inside),
                str(row.outside),
            ]
