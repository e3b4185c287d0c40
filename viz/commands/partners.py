"""`partners`: whom an initiative or an actor could ask, or whom one could ask in a town."""

import click

from graph.store import Store
from queries.actor_partners import partners_of_actor
from queries.named import NodeSort
from queries.partners import Partners, partners
from queries.register_bodies import find_bodies
from queries.search import find
from seeds.register import Register
from viz.commands.actor_partners import tell_actor
from viz.commands.arrays import keeping_arrays
from viz.commands.between import csv_option, dated_options, limit_option, say_rest
from viz.commands.choice import settle
from viz.commands.files import say_json
from viz.commands.form import Form
from viz.commands.lines import heading, say, say_wrapped
from viz.commands.options import examples
from viz.commands.place_partners import answer_for_place
from viz.commands.profiles import region_names
from viz.commands.session import begin, opened_graph, register_of
from viz.commands.suggestion_sheet import tell_suggestions
from viz.commands.suggestions import say_suggestions, say_unheld
from viz.console import BAD_INPUT, OK
from viz.language import _, ngettext
from viz.wording.dates import word_date
from viz.wording.kinds import word_initiative_type

_USUAL = 15


def partners_command() -> click.Command:
    """The command `partners`."""
    return click.Command(
        "partners",
        help=_(
            "Suggest whom an initiative could ask, best first; or what an actor could join and whom it could work "
            "with. Each line says where it comes from: competent by the register and not at the table; active in near "
            "or similar initiatives; connected over shared memberships; or an interest of its own. Who takes part "
            "already is left out."
        ),
        params=[
            click.Argument(["name"], required=False, metavar=_("[NAME]")),
            click.Option(
                ["--place"],
                metavar=_("TOWN"),
                help=_("Without an initiative: who is competent in this town, and what there is around it."),
            ),
            click.Option(
                ["--with-refusals"], is_flag=True, help=_("Also those who have said no themselves, says a source.")
            ),
            click.Option(["--quotes"], is_flag=True, help=_("For every seat named also its sentence.")),
            limit_option(_USUAL),
            *dated_options(),
            csv_option(),
        ],
        epilog=examples(
            _(
                "Examples:\n"
                '  buendnisatlas partners "Industrieplatz Hessen" --limit 5 --quotes\n'
                '  buendnisatlas partners "IG Metall Bezirk Mitte"\n'
                '  buendnisatlas partners --place "Bad Salzuflen"'
            )
        ),
        callback=_partners,
    )


@click.pass_context
def _partners(
    context: click.Context,
    *,
    name: str | None,
    place: str | None,
    with_refusals: bool,
    quotes: bool,
    limit: int,
    date: str | None,
    as_json: bool,
    csv_file: str | None,
    with_names: bool,
) -> int:
    if (name is None) is (place is None):
        raise click.UsageError(_("Give either a name or --place with a town."), context)
    settings = begin(context)
    register = register_of(settings)
    form = Form(as_json=as_json, csv_file=csv_file, with_names=with_names)
    if place is not None:
        is_limited = context.get_parameter_source("limit") is not click.core.ParameterSource.DEFAULT
        most = limit if is_limited else None
        return answer_for_place(settings, register, place, form, date=date, limit=most, quotes=quotes)
    with opened_graph(settings) as store:
        asked = _find(store, name or "", register, as_json=as_json)
        if asked is None:
            return BAD_INPUT
        id, sort = asked
        if sort is NodeSort.ACTOR:
            joined = partners_of_actor(store, register, id, date=date, with_refusals=with_refusals, limit=limit)
            tell_actor(joined, register, form, quotes=quotes)
            return OK
        keeping = keeping_arrays(settings)
        found = partners(store, register, id, date=date, with_refusals=with_refusals, limit=limit, keeping=keeping)
    if not tell_suggestions(found.suggestions, found.unheld, register, form):
        _say_partners(found, register, quotes=quotes)
    return OK


def _find(store: Store, name: str, register: Register, *, as_json: bool) -> tuple[str, NodeSort] | None:
    """What the name means: a node of the graph, else one body of the register; None after it was asked back."""
    found = find(store, name, register=register)
    bodies = () if found.matches else find_bodies(register, name).matches
    if len(bodies) == 1:
        return bodies[0].id, NodeSort.ACTOR
    if as_json and len(found.matches) != 1:
        say_json(found)
        return None
    match = settle(found, register, command=_typed)
    return (match.id, match.sort) if match else None


def _typed(id: str) -> str:
    return f'buendnisatlas partners "{id}"'


def _say_partners(found: Partners, register: Register, *, quotes: bool) -> None:
    row = found.initiative
    say_wrapped(_("Whom could {name} ask?").format(name=row.name), style=heading)
    regions = [row.region_name] if row.region_name else region_names(row.regions, register)
    about = [word_initiative_type(row.type), *regions, _("as of {date}").format(date=word_date(found.date))]
    say_wrapped(" · ".join(about), indent=2)
    for line in _notes(found):
        say_wrapped(line, indent=2)
    if not found.suggestions:
        say()
        say_wrapped(
            _("Nobody can be suggested from these documents and the register. That does not mean that there is nobody.")
        )
    say_suggestions(found.suggestions, quotes=quotes, everybody_perhaps=found.names_nobody)
    if found.rest:
        say()
        say_rest(found.rest)
    if found.declined:
        say()
        line = ngettext(
            "{n} left out that has said no itself; --with-refusals shows it.",
            "{n} left out that have said no themselves; --with-refusals shows them.",
            found.declined,
        )
        say_wrapped(line.format(n=found.declined))
    say_unheld(found.suggestions, found.unheld)


def _notes(found: Partners) -> list[str]:
    """What is to be known of the initiative before its list is read."""
    notes: list[str] = []
    if not found.has_place:
        notes.append(_("Its region is not known: nobody can be told to be competent there."))
    if not found.has_table:
        notes.append(_("It is no body with a table, as far as the documents say."))
    if found.names_nobody:
        notes.append(_("The documents name nobody who takes part: each of these may be there already."))
    return notes
