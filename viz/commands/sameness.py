"""`merge` and `split`: what is one, and what is not."""

from collections.abc import Sequence

import click

from graph.decisions import new_decision
from graph.model import Decision
from graph.store import Store
from loaders.contacts import mask_contacts
from queries.decisions import Action, parting
from queries.pairs import Candidate, members_of
from queries.search import Match, find, find_among
from seeds.register import Register
from viz.commands.choice import settle
from viz.commands.deciding import author_of
from viz.commands.lines import say, say_wrapped
from viz.commands.options import author_option
from viz.commands.session import begin, opened_graph, register_of
from viz.console import BAD_INPUT, OK
from viz.language import _, mark
from viz.wording.dates import word_date

Side = Match | Candidate
_SAID = {
    Action.MERGE: mark("“{one}” and “{other}” are one from now on."),
    Action.SPLIT: mark("“{one}” and “{other}” are two from now on."),
    Action.REJECT: mark("“{one}” and “{other}” are not the same; the pair is not offered again."),
    Action.UNSURE: mark("“{one}” and “{other}” are put off."),
}


def merge_command() -> click.Command:
    """The command `merge`."""
    return click.Command(
        "merge",
        help=_("Say that two initiatives or two organisations are one; every view shows them as one."),
        epilog=_('Example: buendnisatlas merge "IHK Köln" "Industrie- und Handelskammer zu Köln" --by AB'),
        params=[click.Argument(["one"], metavar=_("NAME")), click.Argument(["other"], metavar=_("NAME")), *_signed()],
        callback=_merge,
    )


def split_command() -> click.Command:
    """The command `split`."""
    return click.Command(
        "split",
        help=_("Part what was taken for one. Of more than two entries, PART is the one that is split off."),
        params=[
            click.Argument(["name"], metavar=_("NAME")),
            click.Argument(["part"], required=False, metavar=_("[PART]")),
            *_signed(),
        ],
        epilog=_('Example: buendnisatlas split "Lange Nacht der Industrie" --by AB'),
        callback=_split,
    )


def find_two(store: Store, register: Register, one: str, other: str, *, command: str) -> tuple[Match, Match] | None:
    """The two that the names mean, both actors or both initiatives; None after the choices were told."""
    first = settle(find(store, one, register=register), register, command=lambda id: f'{command} "{id}" "{other}"')
    if first is None:
        return None
    found = find(store, other, register=register, sort=first.sort)
    if not found.matches and find(store, other, register=register).matches:
        say(
            _("“{one}” and “{other}” cannot be one: only two initiatives or two organisations can.").format(
                one=first.name, other=other
            )
        )
        return None
    second = settle(found, register, command=lambda id: f'{command} "{first.id}" "{id}"')
    if second is None:
        return None
    if first.id == second.id:
        say(_("Both names mean the same entry: {name}.").format(name=first.name))
        return None
    return first, second


def decide_pair(
    store: Store, action: Action, one: Side, others: Side | Sequence[Match], *, author: str, note: str | None
) -> Decision:
    """Keep a decision on a pair (or on one against several) and say so."""
    first = _match(one)
    against = [_match(side) for side in ([others] if isinstance(others, Match | Candidate) else others)]
    names = ", ".join(_("“{quote}”").format(quote=side.name) for side in (first, *against))
    is_split = action is Action.SPLIT
    decision = new_decision(
        action,
        first.id,
        author=author,
        object=None if is_split else against[0].id,
        values=parting([side.id for side in against]) if is_split else None,
        about=names,
        note=mask_contacts(" ".join((note or "").split())),
    )
    store.decide(decision)
    said = _(_SAID[action]).format(one=first.name, other=", ".join(side.name for side in against))
    say_wrapped(f"{said} ({author}, {word_date(decision.written_at[:10])})", hanging=2)
    say(_("To take it back: buendnisatlas undo {id}").format(id=decision.id))
    return decision


def _match(side: Side) -> Match:
    return side.node if isinstance(side, Candidate) else side


def _signed() -> list[click.Parameter]:
    return [click.Option(["--note"], metavar=_("SENTENCE"), help=_("Why; kept with the decision.")), author_option()]


@click.pass_context
def _merge(context: click.Context, *, one: str, other: str, note: str | None) -> int:
    settings = begin(context)
    author, register = author_of(settings), register_of(settings)
    with opened_graph(settings, writing=True, making=False) as store:
        two = find_two(store, register, one, other, command="buendnisatlas merge")
        if two is None:
            return BAD_INPUT
        decide_pair(store, Action.MERGE, *two, author=author, note=note)
    return OK


@click.pass_context
def _split(context: click.Context, *, name: str, part: str | None, note: str | None) -> int:
    settings = begin(context)
    author, register = author_of(settings), register_of(settings)
    with opened_graph(settings, writing=True, making=False) as store:
        found = find(store, name, register=register)
        match = settle(found, register, command=lambda id: f'buendnisatlas split "{id}"')
        if match is None:
            return BAD_INPUT
        members = members_of(store, register, match.id)
        goes = _part(members, part, match, register)
        if goes is None:
            return BAD_INPUT
        rest = [member for member in members if member.id != goes.id]
        decide_pair(store, Action.SPLIT, goes, rest, author=author, note=note)
    return OK


def _part(members: Sequence[Match], part: str | None, match: Match, register: Register) -> Match | None:
    """The member that goes; None after it was said which there are."""
    if len(members) == 1:
        say(_("“{name}” is a single entry; there is nothing to split.").format(name=match.name))
        return None

    def command(id: str) -> str:
        return f'buendnisatlas split "{match.id}" "{id}"'

    if part is not None:
        return settle(find_among(part, members, register=register), register, command=command)
    if len(members) == 2:
        return members[1]
    say(_("“{name}” is made of {count} entries. Which one is split off?").format(name=match.name, count=len(members)))
    for member in members:
        say(f"    {member.name}")
        say(f"        {command(member.id)}")
    return None
