"""`path`: how two actors or initiatives are connected, with the quote on every step."""

import click

from queries.network import Tie
from queries.paths import Connection, Step, path
from viz.commands.arrays import keeping_arrays
from viz.commands.between import between_options, two_matches
from viz.commands.evidence import last_evidenced, say_evidence
from viz.commands.files import say_json
from viz.commands.lines import heading, say, say_wrapped
from viz.commands.options import examples
from viz.commands.session import begin, opened_graph, register_of
from viz.console import BAD_INPUT, OK
from viz.language import _, ngettext
from viz.persons import without_names
from viz.wording.connections import name_node, word_tie


def path_command() -> click.Command:
    """The command `path`."""
    return click.Command(
        "path",
        help=_(
            "Show the shortest connection between two actors or initiatives: over participations, memberships and "
            "branches, each step with its quote, and other ways of the same length. Names are found as by “show”."
        ),
        params=between_options(),
        epilog=examples(_('Example: buendnisatlas path "Industrieplatz Hessen" "IG Metall"')),
        callback=_path,
    )


@click.pass_context
def _path(context: click.Context, *, one: str, other: str, date: str | None, as_json: bool, with_names: bool) -> int:
    settings = begin(context)
    register = register_of(settings)
    with opened_graph(settings) as store:
        found = two_matches(store, register, (one, other), command="path", as_json=as_json)
        if found is None:
            return BAD_INPUT
        ends, keeping = [match.id for match in found], keeping_arrays(settings)
        connection = path(store, *ends, register=register, date=date, keeping=keeping)
    if as_json:
        say_json(connection if with_names else without_names(connection))
    else:
        _say_connection(connection)
    return OK


def _say_connection(found: Connection) -> None:
    start, end = name_node(found.start), name_node(found.end)
    if found.length == 0:
        say_wrapped(_("Both names mean the same entry: {name}.").format(name=start))
        return
    if found.length is None:
        _say_no_way(found)
        return
    steps = ngettext("in {n} step", "in {n} steps", found.length).format(n=found.length)
    say_wrapped(_("{start} and {end} are connected {steps}.").format(start=start, end=end, steps=steps), style=heading)
    for number, way in enumerate(found.paths):
        say()
        if number:
            say(heading(_("Another way of the same length")))
        _say_way(way)
    more = found.total - len(found.paths)
    if more:
        say()
        line = ngettext("{n} further way of the same length.", "{n} further ways of the same length.", more)
        say_wrapped(line.format(n=more))
    say()
    say_wrapped(
        _(
            "A connection means that both sit at tables that hang together, as the quotes say. It does not say that "
            "they know each other or work together."
        )
    )


def _say_no_way(found: Connection) -> None:
    start, end = name_node(found.start), name_node(found.end)
    say_wrapped(_("No connection found between {start} and {end}.").format(start=start, end=end), style=heading)
    for name, reached in ((start, found.start_reaches), (end, found.end_reaches)):
        line = ngettext(
            "{name}: connected with {n} actor or initiative.",
            "{name}: connected with {n} actors and initiatives.",
            reached,
        )
        say_wrapped(line.format(name=name, n=reached), indent=2)
    say()
    say_wrapped(
        _(
            "That means: no chain of participations, memberships or branches in the documents leads from one to the "
            "other. It does not mean that the two have nothing to do with each other: groups without a name "
            "(“IHKs”), documented absences and what no document says connect nobody here."
        )
    )


def _say_way(way: tuple[Step, ...]) -> None:
    """The nodes below each other, between them what joins them."""
    say_wrapped(name_node(way[0].start), indent=2)
    for step in way:
        for tie in step.ties:
            say_wrapped(f"{_arrow(step, tie)}, {last_evidenced(tie.evidence)}", indent=4)
            say_evidence(tie.evidence, indent=6)
        say_wrapped(name_node(step.end), indent=2)


def _arrow(step: Step, tie: Tie) -> str:
    """What joins two nodes, read downwards."""
    return f"↓ {word_tie(tie, downwards=tie.source_id == step.start.id)}"
