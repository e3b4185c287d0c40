"""`export`, `backup` and `import`: the whole graph as lines of JSON, lossless both ways."""

from collections.abc import Iterator
from datetime import datetime

import click

from graph.errors import StoreError
from graph.exchange import read_lines as read_records
from graph.exchange import write_line
from graph.store import Store
from viz.commands.files import PIPE, read_lines, write_whole
from viz.commands.session import begin, opened_graph, standing_graph
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


def backup_command() -> click.Command:
    """The command `backup`."""
    return click.Command(
        "backup",
        help=_(
            "Write a backup of the whole graph, while others read and load: who writes waits until it is done. "
            "Without FILE its name has the date and the time, in the current folder. “buendnisatlas import FILE” "
            "brings it back."
        ),
        epilog=_("Example: buendnisatlas backup sicherung.jsonl"),
        params=[
            click.Argument(["file"], required=False, metavar=_("[FILE.jsonl]"), type=click.Path(dir_okay=False)),
        ],
        callback=_backup,
    )


def import_command() -> click.Command:
    """The command `import`."""
    return click.Command(
        "import",
        help=_("Read a file that `backup` or `export` wrote into the graph."),
        params=[
            click.Argument(["file"], metavar=_("FILE.jsonl"), type=click.Path(dir_okay=False, allow_dash=True)),
        ],
        callback=_import,
    )


@click.pass_context
def _export(context: click.Context, output: str) -> None:
    settings = begin(context)
    with standing_graph(settings) as store:
        count = _write(store, output)
    _tell(ngettext("{count} record written: {path}", "{count} records written: {path}", count), count, output)
    click.echo(_("Holds full texts and names: only for backup and for moving, not for passing on."), err=True)


@click.pass_context
def _backup(context: click.Context, file: str | None) -> None:
    settings = begin(context)
    target = file or f"buendnisatlas-{datetime.now():%Y-%m-%d-%H%M%S}.jsonl"
    with standing_graph(settings) as store:
        count = _write(store, target)
    _tell(ngettext("{count} record kept: {path}", "{count} records kept: {path}", count), count, target)
    click.echo(_("To bring it back: buendnisatlas --graph NEW_FOLDER import {path}").format(path=target), err=True)
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
