"""`show`: an actor, an initiative or a region, every line with its quote, document and date."""

import click

from graph.store import Store
from queries.profile import actor_profile, find, initiative_profile
from queries.region_profile import region_profile
from queries.search import Match, NodeSort
from seeds.register import Register
from viz.commands.choice import settle
from viz.commands.files import say_json
from viz.commands.lines import say
from viz.commands.options import examples
from viz.commands.profiles import say_actor, say_initiative
from viz.commands.region import say_region
from viz.commands.session import begin, opened_graph, register_of
from viz.console import BAD_INPUT, OK
from viz.language import _


def show_command() -> click.Command:
    """The command `show`."""
    return click.Command(
        "show",
        help=_(
            "Show an actor or an initiative: kind, region, who takes part in which role, with quote, document and "
            "date. Finds by name, abbreviation and alias, and forgives typing errors. With --region, a whole region: "
            "its tables, which kinds sit there, who would be competent, who joins tables, who offers and seeks."
        ),
        params=[
            click.Argument(["name"], nargs=-1, required=False, metavar=_("NAME")),
            click.Option(["--region"], metavar=_("NAME"), help=_("A region instead, for instance Hessen.")),
            click.Option(
                ["--json", "as_json"],
                is_flag=True,
                help=_("Answer as JSON, for other programs, with names of persons as in the text."),
            ),
        ],
        epilog=examples(
            _(
                'Examples:\n  buendnisatlas show "IG Metall"\n  buendnisatlas show Industriedialog\n'
                "  buendnisatlas show --region Hessen"
            )
        ),
        callback=_show,
    )


@click.pass_context
def _show(context: click.Context, *, name: tuple[str, ...], region: str | None, as_json: bool) -> int:
    if bool(name) is bool(region):
        raise click.UsageError(
            _("Give the name of an actor or an initiative, or --region with that of a region."), context
        )
    settings = begin(context)
    register = register_of(settings)
    with opened_graph(settings) as store:
        if region:
            profile = region_profile(store, region, register=register)
            say_json(profile) if as_json else say_region(profile, register)
            return OK
        found = find(store, " ".join(name))
        if as_json and len(found.matches) != 1:
            say_json(found)
            return BAD_INPUT
        match = settle(found, register, command=lambda id: f'buendnisatlas show "{id}"')
        if match is None:
            _say_meant_region(register, " ".join(name))
            return BAD_INPUT
        _say_match(store, register, match, as_json=as_json)
    return OK


def _say_meant_region(register: Register, name: str) -> None:
    """Where the name is that of a region, what shows it."""
    region = register.find_region(name)
    if region:
        say()
        line = _('“{name}” is also a region:\n    buendnisatlas show --region "{name}"')
        say(line.format(name=region.name))


def _say_match(store: Store, register: Register, match: Match, *, as_json: bool) -> None:
    if match.sort is NodeSort.ACTOR:
        actor = actor_profile(store, match.id, register=register)
        say_json(actor) if as_json else say_actor(actor, register)
    else:
        initiative = initiative_profile(store, match.id, register=register)
        say_json(initiative) if as_json else say_initiative(initiative, register)
