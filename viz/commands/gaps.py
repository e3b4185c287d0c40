"""`gaps`: the coverage matrix initiative × kind, as a table, as JSON or as a file for a spreadsheet."""

from collections.abc import Sequence

import click

from loaders.dating import read_as_of
from queries.answers import Column, Coverage
from queries.coverage import coverage
from queries.expected import expected as expected_at
from seeds.register import Register
from viz.choices import column_words, listed
from viz.commands.bodies import Form, answer_for_body, tell_expected
from viz.commands.files import PIPE, say_json, write_whole
from viz.commands.lines import say, wrapped
from viz.commands.matrix import say_matrix
from viz.commands.options import answer_options, examples
from viz.commands.session import begin, opened_graph, register_of
from viz.commands.sheet import sheet_lines
from viz.commands.words import Word
from viz.console import OK
from viz.language import _


def gaps_command() -> click.Command:
    """The command `gaps`."""
    return click.Command(
        "gaps",
        help=_(
            "Show for every initiative which kinds of actors take part, which do not according to a source, and of "
            "which nothing is said."
        ),
        params=[
            *_what_is_asked(),
            *answer_options(),
            click.Option(["--with-names"], is_flag=True, help=_("Keep names of persons in quotes; else “[Name]”.")),
        ],
        epilog=examples(
            _(
                "Examples:\n"
                "  buendnisatlas gaps --region Hessen --expected\n"
                '  buendnisatlas gaps --for "IG Metall Bezirk Mitte"\n'
                "  buendnisatlas gaps --kind union --kind ihk --csv gaps.csv"
            )
        ),
        callback=_gaps,
    )


def _what_is_asked() -> list[click.Parameter]:
    """The options that choose initiatives, kinds, a body or a day."""
    return [
        click.Option(["--region"], metavar=_("NAME"), help=_("Only this region, for instance Hessen.")),
        click.Option(
            ["--kind", "kinds"],
            multiple=True,
            metavar=_("KIND"),
            type=Word("kind", column_words),
            help=_("Only this kind: {kinds}. May be given several times.").format(
                kinds=listed(column_words().values())
            ),
        ),
        click.Option(
            ["--for", "body"],
            metavar=_("NAME"),
            help=_(
                "For one body of the register, for instance “IG Metall Bezirk Mitte”: where in its territory "
                "it is, where it is not, and where it is represented."
            ),
        ),
        click.Option(
            ["--expected"], is_flag=True, help=_("For every gap also whom the register says to be competent there.")
        ),
        click.Option(["--date"], metavar=_("DATE"), help=_("What was known and there on this date, as 16.03.2021.")),
    ]


@click.pass_context
def _gaps(
    context: click.Context,
    *,
    region: str | None,
    kinds: Sequence[str],
    body: str | None,
    expected: bool,
    date: str | None,
    as_json: bool,
    csv_file: str | None,
    with_names: bool,
) -> int:
    if body is not None and (kinds or expected):
        raise click.UsageError(_("--for asks for one body: leave out --kind and --expected."), context)
    settings = begin(context)
    register = register_of(settings)
    form = Form(as_json=as_json, csv_file=csv_file, with_names=with_names)
    wanted = set(map(Column, kinds))
    columns = [column for column in Column if column in wanted]
    day = read_as_of(date) if date else None
    with opened_graph(settings) as store:
        if body is not None:
            return answer_for_body(store, register, body, form, region=region, date=day)
        if expected:
            found = expected_at(store, register, region=region, kinds=columns, date=day)
            tell_expected(found, register, form, columns=columns or list(Column))
        else:
            matrix = coverage(store, register, region=region, kinds=columns, date=day)
            _tell(matrix, register, form, columns=columns or list(Column))
    return OK


def _tell(found: Coverage, register: Register, form: Form, *, columns: Sequence[Column]) -> None:
    shown = form.masked(found)
    if form.csv_file:
        write_whole(form.csv_file, sheet_lines(shown, register, to_pipe=form.csv_file == PIPE))
    elif form.as_json:
        say_json(shown)
    else:
        say_matrix(found, register, columns=columns)
        for line in (
            wrapped(_("“gaps --expected” also shows whom the register says to be competent.")) if found.rows else ()
        ):
            say()
            say(line)
