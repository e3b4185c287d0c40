"""`export` and `import`: the whole graph as lines of JSON, lossless both ways."""

from collections.abc import Iterator

import click

from graph.errors import StoreError
from graph.exchange import read_lines as read_records
from graph.exchange import write_line
from graph.store import Store
from viz.commands.files import PIPE, read_lines, write_whole
from viz.commands.session import begin, opened_graph
from viz.language import _, ngettext
from viz.progress import progress


def export_command() -> click.Command:
    """The command `export`."""
    return click.Command(
        "export",
        help=_(
            "Write the whole graph with its evidence and decisions into a file, one record a line. It holds the full "
            "texts, with names of persons: for backup and for moving, not for passing on."
        ),
        params=[
            click.Option(
                ["-o", "--output"],
                required=True,
                metavar=_("FILE.jsonl"),
                type=click.Path(dir_okay=False, allow_dash=True),
                help=_("The file to write; - is the standard output."),
            )
        ],
        callback=_export,
    )


def import_command() -> click.Command:
    """The command `import`."""
    return click.Command(
        "import",
        help=_("Read a file that `export` wrote into the graph."),
        params=[
            click.Argument(["file"], metavar=_("FILE.jsonl"), type=click.Path(dir_okay=False, allow_dash=True)),
        ],
        callback=_import,
    )


@click.pass_context
def _export(context: click.Context, output: str) -> None:
    settings = begin(context)
    with opened_graph(settings) as store:
        count = _write(store, output)
    _tell(ngettext("{count} record written: {path}", "{count} records written: {path}", count), count, output)
    click.echo(_("Holds full texts and names: only for backup and for moving, not for passing on."), err=True)


@click.pass_context
def _import(context: click.Context, file: str) -> None:
    settings = begin(context)
    with opened_graph(settings, writing=True) as store, progress(_("Importing"), None):
        count = _read(store, file)
    _tell(ngettext("{count} record read: {path}", "{count} records read: {path}", count), count, file)


def _write(store: Store, output: str) -> int:
    count = 0

    def lines() -> Iterator[str]:
        nonlocal count
        for record in store.export_records():
            count += 1
            yield write_line(record) + "\n"

    with progress(_("Exporting"), None):
        write_whole(output, lines())
    return count


def _read(store: Store, file: str) -> int:
    try:
        # What is no UTF-8 reaches the check of the records, which names its line.
        return store.import_records(read_records(line.decode("utf-8", "surrogateescape") for line in read_lines(file)))
    except StoreError as error:
        raise StoreError(error.code, **{"path": file, **error.details}) from error


def _tell(line: str, count: int, path: str) -> None:
    """On stderr: the standard output may be the file."""
    click.echo(line.format(count=count, path=_("standard stream") if path == PIPE else path), err=True)
