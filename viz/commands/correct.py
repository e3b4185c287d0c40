"""`correct`: what a person knows better than the documents, with a note and a name, and the list of all that."""

from collections.abc import Mapping

import click

from graph.store import Store
from queries.profile import Seat, initiative_profile
from queries.regions import find_region
from queries.search import Found, Match, NodeSort, find_among
from seeds.register import Register
from viz.choices import NOTHING, kind_values, kind_words, role_words, status_words, type_words
from viz.commands.choice import find_one, settle
from viz.commands.deciding import author_of, decide, usage
from viz.commands.decisions import list_command, undo_command
from viz.commands.lines import say, say_wrapped
from viz.commands.options import author_option, command_group, examples
from viz.commands.session import begin, opened_graph, register_of
from viz.commands.words import Word, day_option, option
from viz.console import BAD_INPUT, OK
from viz.language import _
from viz.wording.kinds import word_role


def correct_command() -> click.Group:
    """The command `correct` with what can be corrected."""
    return command_group(
        "correct",
        help=_(
            "Correct what the documents or the reading got wrong: a participation, an actor, an initiative. The "
            "documents stay as they are; every view shows the correction with note, date and who made it."
        ),
        commands=(_participation(), _actor(), _initiative(), list_command(), undo_command()),
    )


def _participation() -> click.Command:
    return click.Command(
        "participation",
        short_help=_("Correct a participation."),
        help=_("Confirm, reject, re-date a participation or change its role."),
        params=[
            click.Argument(["actor"], metavar=_("ACTOR")),
            click.Argument(["initiative"], metavar=_("INITIATIVE")),
            click.Option(["--confirm"], is_flag=True, help=_("It is right as it is shown.")),
            click.Option(["--reject"], is_flag=True, help=_("It is wrong: no view shows it any longer.")),
            option("role", role_words, help=_("The right role.")),
            day_option("since", help=_("The right beginning, as 2019 or 16.03.2021; - for none.")),
            day_option("until", help=_("The right end; - for none.")),
            day_option("as-of", help=_("When this was so, where it is known.")),
            click.Option(
                ["--was"],
                type=Word("was", role_words),
                metavar=_("WORD"),
                help=_("Which of several participations: the role shown now."),
            ),
            *_signed(),
        ],
        epilog=examples(
            _(
                "Examples:\n"
                '  buendnisatlas correct participation LVI "Industriedialog" --role member --by AB\n'
                '  buendnisatlas correct participation LVI "Industriedialog" --reject --note "Has left." --by AB'
            )
        ),
        callback=_correct_participation,
    )


def _actor() -> click.Command:
    return click.Command(
        "actor",
        short_help=_("Correct an actor."),
        help=_("Correct an actor’s name, kind or region. The old name stays as another one it is found by."),
        params=[
            click.Argument(["name"], metavar=_("ACTOR")),
            click.Option(["--name", "new_name"], metavar=_("NAME"), help=_("The right name.")),
            option("kind", kind_words, help=_("The right kind.")),
            click.Option(["--region"], metavar=_("NAME"), help=_("The right region; - for none.")),
            *_signed(),
        ],
        epilog=_('Example: buendnisatlas correct actor "IHK Koeln" --name "IHK Köln" --by AB'),
        callback=_correct_actor,
    )


def _initiative() -> click.Command:
    return click.Command(
        "initiative",
        short_help=_("Correct an initiative."),
        help=_("Correct an initiative’s name, type, region, dates or status. The old name stays as another one."),
        params=[
            click.Argument(["name"], metavar=_("INITIATIVE")),
            click.Option(["--name", "new_name"], metavar=_("NAME"), help=_("The right name.")),
            option("type", type_words, help=_("The right type.")),
            click.Option(["--region"], metavar=_("NAME"), help=_("The right region; - for none.")),
            day_option("since", help=_("The right beginning, as 2019 or 16.03.2021; - for none.")),
            day_option("until", help=_("The right end; - for none.")),
            option("status", status_words, help=_("The right status.")),
            *_signed(),
        ],
        epilog=_('Example: buendnisatlas correct initiative "Industrieplatz Hessen" --since 2013 --by AB'),
        callback=_correct_initiative,
    )


def _signed() -> list[click.Parameter]:
    """--note and --by."""
    note = click.Option(["--note"], metavar=_("TEXT"), help=_("Why, in a sentence: it is shown as the evidence."))
    return [note, author_option()]


@click.pass_context
def _correct_participation(
    context: click.Context,
    /,
    *,
    actor: str,
    initiative: str,
    confirm: bool,
    reject: bool,
    was: str | None,
    note: str | None,
    **fields: str | None,
) -> int:
    values = {field: value for field, value in fields.items() if value is not None}
    if confirm + reject + bool(values) != 1:
        raise usage(_("Say one thing: --confirm, --reject, or what is right (--role, --since, --until, --as-of)."))
    settings = begin(context)
    author, register = author_of(settings), register_of(settings)
    with opened_graph(settings, writing=True, making=False) as store:
        seat = _find_seat(store, actor, initiative, register, was=was)
        if seat is None:
            return BAD_INPUT
        action = "confirm" if confirm else "reject" if reject else "correct"
        about = f"{seat.actor.name} – {seat.initiative.name}"
        decide(store, register, action, seat.id, author=author, about=about, values=values, note=note)
    return OK


def _find_seat(store: Store, actor: str, initiative: str, register: Register, *, was: str | None) -> Seat | None:
    """The participation that is meant; None after the choices were told."""
    table = find_one(store, initiative, register, sort=NodeSort.INITIATIVE, command=lambda id: f'"{actor}" "{id}"')
    if table is None:
        return None
    profile = initiative_profile(store, table.id, register=register)
    seats = (*profile.seats, *profile.rejected)
    found = find_among(actor, {seat.actor.id: _match(seat) for seat in seats}.values(), register=register)
    if not found.matches:
        _say_nobody(found, table, actor)
        return None
    match = settle(found, register, command=lambda id: f'"{id}" "{table.id}"')
    meant = [seat for seat in seats if match and seat.actor.id == match.id and was in (None, seat.role.value)]
    if match and len(meant) != 1:
        _say_roles([seat for seat in seats if seat.actor.id == match.id], match)
    return meant[0] if len(meant) == 1 else None


def _match(seat: Seat) -> Match:
    row = seat.actor
    return Match(row.id, NodeSort.ACTOR, row.name, row.aliases, row.kind.value, row.regions, None, None)


def _say_nobody(found: Found, table: Match, actor: str) -> None:
    line = _("“{actor}” does not take part in “{initiative}”, as far as the graph knows.")
    say(line.format(actor=actor, initiative=table.name))
    if found.nearest:
        names = ", ".join(match.name for match in found.nearest)
        say_wrapped(_("Most like it there: {names}").format(names=names), indent=2)
    line = _('To add it: buendnisatlas new participation "{actor}" "{initiative}" --role …')
    say(line.format(actor=actor, initiative=table.name))


def _say_roles(seats: list[Seat], match: Match) -> None:
    roles = ", ".join(word_role(seat.role) for seat in seats)
    line = _("{actor} takes part in these roles: {roles}. Choose one with --was.")
    say(line.format(actor=match.name, roles=roles))


@click.pass_context
def _correct_actor(
    context: click.Context, *, name: str, new_name: str | None, kind: str | None, region: str | None, note: str | None
) -> int:
    values = kind_values(kind) if kind else {}
    return _correct_node(context, name, NodeSort.ACTOR, new_name=new_name, region=region, values=values, note=note)


@click.pass_context
def _correct_initiative(
    context: click.Context,
    /,
    *,
    name: str,
    new_name: str | None,
    region: str | None,
    note: str | None,
    **fields: str | None,
) -> int:
    values = {field: value for field, value in fields.items() if value is not None}
    return _correct_node(context, name, NodeSort.INITIATIVE, new_name=new_name, region=region, values=values, note=note)


def _correct_node(
    context: click.Context,
    name: str,
    sort: NodeSort,
    *,
    new_name: str | None,
    region: str | None,
    values: Mapping[str, str],
    note: str | None,
) -> int:
    told = " ".join((new_name or "").split())
    if not (told or region or values):
        raise usage(_("Say what is right, for instance with --name or --region."))
    settings = begin(context)
    author, register = author_of(settings), register_of(settings)
    right = {**values, **({"name": told} if told else {})}
    if region:
        right["region"] = "" if region == NOTHING else find_region(register, region)
    with opened_graph(settings, writing=True, making=False) as store:
        command = f"buendnisatlas correct {sort.value}"
        match = find_one(store, name, register, sort=sort, command=lambda id: f'{command} "{id}" …')
        if match is None:
            return BAD_INPUT
        decide(store, register, "correct", match.id, author=author, about=match.name, values=right, note=note)
    return OK
