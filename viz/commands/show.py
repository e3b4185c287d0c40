"""`show`: an actor or an initiative, every line with its quote, document and date."""

from collections.abc import Sequence

import click

from graph.kinds import ActorKind, InitiativeType
from graph.store import Store
from queries.profile import actor_profile, find, initiative_profile
from queries.search import Found, Match, MatchReason, NodeSort
from seeds.register import Register
from viz.commands.files import say_json
from viz.commands.lines import say, wrapped
from viz.commands.profiles import region_names, say_actor, say_initiative
from viz.commands.session import begin, opened_graph, register_of
from viz.console import BAD_INPUT, OK
from viz.language import _, ngettext
from viz.wording.dates import word_date
from viz.wording.kinds import word_actor_kind, word_initiative_type


def show_command() -> click.Command:
    """The command `show`."""
    return click.Command(
        "show",
        help=_(
            "Show an actor or an initiative: kind, region, who takes part in which role, with quote, document and "
            "date. Finds by name, abbreviation and alias, and forgives typing errors."
        ),
        params=[
            click.Argument(["name"], nargs=-1, required=True, metavar=_("NAME")),
            click.Option(
                ["--json", "as_json"], is_flag=True, help=_("Answer as JSON, with names of persons as in the text.")
            ),
        ],
        callback=_show,
    )


@click.pass_context
def _show(context: click.Context, *, name: tuple[str, ...], as_json: bool) -> int:
    settings = begin(context)
    register = register_of(settings)
    with opened_graph(settings) as store:
        found = find(store, " ".join(name))
        if len(found.matches) != 1:
            _say_choice(found, register, as_json=as_json)
            return BAD_INPUT
        match = found.matches[0]
        if match.reason is MatchReason.TYPING_ERROR:
            click.echo(_("“{name}” is taken to mean “{found}”.").format(name=found.name, found=match.name), err=True)
        _say_match(store, register, match, as_json=as_json)
    return OK


def _say_match(store: Store, register: Register, match: Match, *, as_json: bool) -> None:
    if match.sort is NodeSort.ACTOR:
        actor = actor_profile(store, match.id, register=register)
        say_json(actor) if as_json else say_actor(actor, register)
    else:
        initiative = initiative_profile(store, match.id, register=register)
        say_json(initiative) if as_json else say_initiative(initiative, register)


def _say_choice(found: Found, register: Register, *, as_json: bool) -> None:
    """Several that are meant equally well, or the nearest where there is none."""
    if as_json:
        say_json(found)
        return
    choices = found.matches or found.nearest
    if found.is_ambiguous:
        line = ngettext("“{name}” can mean {count} thing:", "“{name}” can mean {count} things:", len(choices))
    elif choices:
        line = _("“{name}” is not in the graph. Most like it:")
    else:
        line = _("“{name}” is not in the graph, which is still empty.")
    say(line.format(name=found.name, count=len(choices)))
    _say_matches(choices, register)


def _say_matches(choices: Sequence[Match], register: Register) -> None:
    for choice in choices:
        region = choice.region_name or ", ".join(region_names(choice.regions, register))
        about = [_kind(choice), region, word_date(choice.since) if choice.since else ""]
        say()
        for line in wrapped(f"{choice.name} ({', '.join(part for part in about if part)})", indent=2, hanging=2):
            say(line)
        say(f'    buendnisatlas show "{choice.id}"')


def _kind(choice: Match) -> str:
    if choice.sort is NodeSort.ACTOR:
        return word_actor_kind(ActorKind(choice.kind))
    return word_initiative_type(InitiativeType(choice.kind))
