"""`export`: the whole graph as lines of JSON, lossless; or the network as a file for another program."""

from pathlib import PurePath

import click

from viz.commands.files import PIPE
from viz.commands.network_file import Asked, write_network
from viz.commands.records import tell_count, write_records
from viz.commands.session import begin, standing_graph
from viz.commands.words import PastDay
from viz.exports.formats import Format, format_of
from viz.language import _, ngettext
from viz.settings import Settings

_FILE = click.Path(dir_okay=False, allow_dash=True)


def export_command() -> click.Command:
    """The command `export`."""
    return click.Command(
        "export",
        help=_(
            "Write the whole graph with its evidence and decisions into a file, from which `import` makes it again. It "
            "holds the full texts, with names of persons: for backup and for moving, not for passing on. In another "
            "format, told by the file’s ending or --format, write the network instead: for Gephi (gexf), yEd "
            "(graphml), Kumu and spreadsheets (xlsx, csv), Neo4j (cypher), Gephi Lite (graphology), programs (json)."
        ),
        epilog=_("Example: buendnisatlas export -o network.gexf"),
        params=[
            click.Option(
                ["-o", "--output"],
                required=True,
                metavar=_("FILE"),
                type=click.Path(allow_dash=True),
                help=_("The file to write; - hands it on to the next program (|). For csv a folder or a .zip."),
            ),
            click.Option(
                ["--format", "form"],
                metavar=_("FORMAT"),
                type=click.Choice([one.value for one in Format]),
                help=_("The format, where the file’s ending does not tell: {names}.").format(names=", ".join(Format)),
            ),
            *_network_options(),
        ],
        callback=_export,
    )


def _network_options() -> list[click.Parameter]:
    return [
        click.Option(["--region"], metavar=_("NAME"), help=_("Only this region, for instance Hessen.")),
        click.Option(["--date"], metavar=_("DATE"), type=PastDay(), help=_("Only what was known on this date.")),
        click.Option(
            ["--with-absences"],
            is_flag=True,
            help=_("Also who does not take part, says the source, as lines of another sort."),
        ),
        click.Option(["--with-names"], is_flag=True, help=_("Keep names of persons in quotes; else “[Name]”.")),
    ]


@click.pass_context
def _export(
    context: click.Context,
    *,
    output: str,
    form: str | None,
    region: str | None,
    date: str | None,
    with_absences: bool,
    with_names: bool,
) -> None:
    wanted = Format(form) if form else format_of(output) or Format.JSONL
    asked = Asked(region, date, with_absences=with_absences, with_names=with_names)
    _check_place(output, wanted, context)
    if wanted is Format.JSONL and asked != Asked():
        raise click.UsageError(_("jsonl is always the whole graph: leave this out, or give another --format."), context)
    settings = begin(context)
    if wanted is Format.JSONL:
        _export_records(settings, output)
    else:
        write_network(settings, output, wanted, asked)


def _check_place(output: str, wanted: Format, context: click.Context) -> None:
    """CSV are two files and go into a folder or an archive, everything else is one."""
    if wanted is not Format.CSV:
        _FILE.convert(output, next(one for one in context.command.params if one.name == "output"), context)
    elif output == PIPE or PurePath(output).suffix.lower() == ".csv":
        raise click.UsageError(
            _("csv are two files. Name a folder for them and --format csv, or an archive (.zip)."), context
        )


def _export_records(settings: Settings, output: str) -> None:
    with standing_graph(settings) as store:
        count = write_records(store, output)
    tell_count(ngettext("{count} record written: {path}", "{count} records written: {path}", count), count, output)
    click.echo(_("Holds full texts and names: only for backup and for moving, not for passing on."), err=True)
