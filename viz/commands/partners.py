"""`partners`: whom an initiative could ask, as a list, as JSON or as a file for a spreadsheet."""

from dataclasses import dataclass

import click

from queries.named import NodeSort
from queries.partners import Partners, partners
from queries.suggestions import Suggestion
from seeds.expectation import Unheld
from seeds.register import Register
from viz.commands.between import csv_option, dated_options, limit_option, say_rest
from viz.commands.choice import find_one
from viz.commands.files import PIPE, say_json, write_whole
from viz.commands.lines import heading, say, say_wrapped, wrapped
from viz.commands.options import examples
from viz.commands.profiles import region_names
from viz.commands.session import begin, opened_graph, register_of
from viz.commands.spreadsheet import spreadsheet
from viz.commands.suggestion_sheet import suggestion_head, suggestion_rows
from viz.commands.suggestions import say_suggestions, say_unheld
from viz.console import BAD_INPUT, OK
from viz.language import _, ngettext
from viz.persons import without_names
from viz.wording.bodies import word_unheld
from viz.wording.dates import word_date
from viz.wording.kinds import word_initiative_type

_USUAL = 15


def partners_command() -> click.Command:
    """The command `partners`."""
    return click.Command(
        "partners",
        help=_(
            "Suggest whom an initiative could ask, best first. Each line says where it comes from: competent by the "
            "register and not at the table; active in near or similar initiatives; connected over those who sit there; "
            "or an interest of its own. Who takes part already is left out."
        ),
        params=[
            click.Argument(["name"], required=True, metavar=_("NAME")),
            click.Option(
                ["--with-refusals"], is_flag=True, help=_("Also those who have said no themselves, says a source.")
            ),
            click.Option(["--quotes"], is_flag=True, help=_("For every seat named also its sentence.")),
            limit_option(_USUAL),
            *dated_options(),
            csv_option(),
        ],
        epilog=examples(_('Example: buendnisatlas partners "Industrieplatz Hessen" --limit 5 --quotes')),
        callback=_partners,
    )


@dataclass(frozen=True, slots=True)
class Form:
    """In which form the list is asked for."""

    as_json: bool
    csv_file: str | None
    with_names: bool
    quotes: bool

    def tell(self, suggestions: tuple[Suggestion, ...], unheld: tuple[Unheld, ...], register: Register) -> bool:
        """Write it for other programs; False where it belongs on the screen."""
        if not self.as_json and not self.csv_file:
            return False
        shown = suggestions if self.with_names else without_names(suggestions)
        if self.csv_file:
            rows = suggestion_rows(shown, register, unheld)
            write_whole(self.csv_file, spreadsheet(suggestion_head(), rows, to_pipe=self.csv_file == PIPE))
        else:
            say_json(shown)
            click.echo(word_unheld(unheld), err=True)
        return True


@click.pass_context
def _partners(
    context: click.Context,
    *,
    name: str,
    with_refusals: bool,
    quotes: bool,
    limit: int,
    date: str | None,
    as_json: bool,
    csv_file: str | None,
    with_names: bool,
) -> int:
    settings = begin(context)
    register = register_of(settings)
    form = Form(as_json=as_json, csv_file=csv_file, with_names=with_names, quotes=quotes)
    with opened_graph(settings) as store:
        match = find_one(store, name, register, sort=NodeSort.INITIATIVE, command=_typed)
        if match is None:
            return BAD_INPUT
        found = partners(store, register, match.id, date=date, with_refusals=with_refusals, limit=limit)
    if not form.tell(found.suggestions, found.unheld, register):
        _say_partners(found, register, quotes=quotes)
    return OK


def _typed(id: str) -> str:
    return f'buendnisatlas partners "{id}"'


def _say_partners(found: Partners, register: Register, *, quotes: bool) -> None:
    row = found.initiative
    for line in wrapped(_("Whom could {name} ask?").format(name=row.name)):
        say(heading(line))
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
