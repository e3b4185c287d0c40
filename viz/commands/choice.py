"""What a name on the command line means: one thing, or a list of what it could be."""

from collections.abc import Callable, Sequence

import click

from graph.kinds import ActorKind, InitiativeType
from graph.store import Store
from queries.search import Found, Match, MatchReason, NodeSort, find
from seeds.register import Register
from viz.commands.lines import say, say_wrapped
from viz.commands.profiles import region_names
from viz.language import _, ngettext
from viz.wording.dates import word_date
from viz.wording.kinds import word_actor_kind, word_initiative_type

Command = Callable[[str], str]
"""The command line for an id, as it is put under a choice."""


def find_one(store: Store, name: str, register: Register, *, sort: NodeSort, command: Command) -> Match | None:
    """The one thing of this sort that the name means; None after the choices were told."""
    found = find(store, name, register=register, sort=sort)
    if not found.matches and find(store, name, register=register).matches:
        line = _word_other(sort).format(name=name)
        say(f"{line} {_('Most like it:')}" if found.nearest else line)
        say_matches(found.nearest, register, command=command)
        return None
    return settle(found, register, command=command, sort=sort)


def _word_other(sort: NodeSort) -> str:
    """What is said of a name that means a thing of the other sort."""
    if sort is NodeSort.INITIATIVE:
        return _("“{name}” is an actor, an initiative is asked for here.")
    return _("“{name}” is an initiative, an actor is asked for here.")


def settle(found: Found, register: Register, *, command: Command, sort: NodeSort | None = None) -> Match | None:
    """The only match; a forgiven typing error is told. None after the choices were told.

    `sort` is that of what was looked for, where it was no other.
    """
    if len(found.matches) != 1:
        say_choice(found, register, command=command, sort=sort)
        return None
    match = found.matches[0]
    if match.reason is MatchReason.TYPING_ERROR:
        click.echo(_("“{name}” is taken to mean “{found}”.").format(name=found.name, found=match.name), err=True)
    return match


def say_choice(found: Found, register: Register, *, command: Command, sort: NodeSort | None = None) -> None:
    """Several that are meant equally well, or the nearest where there is none."""
    choices = found.matches or found.nearest
    if found.is_ambiguous:
        line = ngettext("“{name}” can mean {count} thing:", "“{name}” can mean {count} things:", len(choices))
    elif choices:
        line = _("“{name}” is not in the graph. Most like it:")
    else:
        line = _no_choice(sort)
    say(line.format(name=found.name, count=len(choices)))
    say_matches(choices, register, command=command)


def _no_choice(sort: NodeSort | None) -> str:
    """What is said where nothing in the graph could have been meant."""
    if sort is NodeSort.INITIATIVE:
        return _("“{name}” is not in the graph, which has no initiative yet.")
    if sort is NodeSort.ACTOR:
        return _("“{name}” is not in the graph, which has no actor yet.")
    return _("“{name}” is not in the graph, which is still empty.")


def say_matches(choices: Sequence[Match], register: Register, *, command: Command) -> None:
    """Each choice with the command line that means it."""
    for choice in choices:
        region = choice.region_name or ", ".join(region_names(choice.regions, register))
        about = [_kind(choice), region, word_date(choice.since) if choice.since else ""]
        say()
        say_wrapped(f"{choice.name} ({', '.join(part for part in about if part)})", indent=2)
        say(f"    {command(choice.id)}")


def _kind(choice: Match) -> str:
    if choice.sort is NodeSort.ACTOR:
        return word_actor_kind(ActorKind(choice.kind))
    return word_initiative_type(InitiativeType(choice.kind))
