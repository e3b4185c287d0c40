"""`gaps`: the coverage matrix initiative × kind, as a table, as JSON or as a file for a spreadsheet."""

from collections.abc import Sequence

import click

from loaders.dating import read_as_of
from queries.answers import Column
from queries.coverage import coverage
from viz.choices import column_words, listed
from viz.commands.files import PIPE, say_json, write_whole
from viz.commands.matrix import say_matrix
from viz.commands.options import answer_options, examples
from viz.commands.session import begin, opened_graph, register_of
from viz.commands.sheet import sheet_lines
from viz.commands.words import Word
from viz.language import _
from viz.persons import without_names


def gaps_command() -> click.Command:
    """The command `gaps`."""
    return click.Command(
        "gaps",
        help=_(
            "Show for every initiative which kinds of actors take part, which do not according to a source, and of "
            "which nothing is said."
        ),
        params=[
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
                ["--date"], metavar=_("DATE"), help=_("What was known and there on this date, as 16.03.2021.")
            ),
            *answer_options(),
            click.Option(["--with-names"], is_flag=True, help=_("Keep names of persons in quotes; else “[Name]”.")),
        ],
        epilog=examples(
            _(
                "Examples:\n"
                "  buendnisatlas gaps --region Hessen\n"
                "  buendnisatlas gaps --kind union --kind ihk --csv gaps.csv"
            )
        ),
        callback=_gaps,
    )


@click.pass_context
def _gaps(
    context: click.Context,
    *,
    region: str | None,
    kinds: Sequence[str],
    date: str | None,
    as_json: bool,
    csv_file: str | None,
    with_names: bool,
) -> None:
    settings = begin(context)
    register = register_of(settings)
    wanted = set(map(Column, kinds))
    columns = [column for column in Column if column in wanted]
    with opened_graph(settings) as store:
        found = coverage(store, register, region=region, kinds=columns, date=_read_date(date))
    shown = found if with_names or not (csv_file or as_json) else without_names(found)
    if csv_file:
        write_whole(csv_file, sheet_lines(shown, register, to_pipe=csv_file == PIPE))
    elif as_json:
        say_json(shown)
    else:
        say_matrix(found, register, columns=columns or list(Column))


def _read_date(date: str | None) -> str | None:
    return read_as_of(date) if date else None
