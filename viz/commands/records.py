"""`backup` and `import`: the whole graph as lines of JSON, lossless both ways; `export` writes the same lines."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from graph.errors import StoreError
from graph.exchange import write_line
from graph.store import Store
from queries.figures import holdings
from viz.commands.files import PIPE, read_lines, write_whole
from viz.commands.interruption import leaving
from viz.commands.session import begin, opened_graph, register_of, standing_graph
from viz.commands.whole import say_whole_graph
from viz.language import _, ngettext
from viz.progress import Meter, progress
from viz.settings import SettingsError


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
            click.Option(["--force"], is_flag=True, help=_("Replace a file that is there already.")),
        ],
        callback=_backup,
    )


def import_command() -> click.Command:
    """The command `import`."""
    return click.Command(
        "import",
        help=_(
            "Read a file that `backup` or `export` wrote into the graph. What is there stays; of two versions of a "
            "document the one that was loaded last counts."
        ),
        epilog=_("Example: buendnisatlas import backup.jsonl --graph new_folder"),
        params=[
            click.Argument(["file"], metavar=_("FILE.jsonl"), type=click.Path(dir_okay=False, allow_dash=True)),
        ],
        callback=_import,
    )


@click.pass_context
def _backup(context: click.Context, *, file: str | None, force: bool) -> None:
    settings = begin(context)
    target = file or f"buendnisatlas-{datetime.now():%Y-%m-%d-%H%M%S}.jsonl"
    if Path(target).exists() and not force:
        raise SettingsError("backup_exists", path=target)
    with standing_graph(settings) as store:
        count = write_records(store, target)
    tell_count(ngettext("{count} record kept: {path}", "{count} records kept: {path}", count), count, target)
    click.echo(_("To bring it back: buendnisatlas --graph NEW_FOLDER import {path}").format(path=target), err=True)
    click.echo(_("Holds full texts and names: only for backup and for moving, not for passing on."), err=True)


@click.pass_context
def _import(context: click.Context, file: str) -> None:
    settings = begin(context)
    register = register_of(settings)
    with opened_graph(settings, writing=True) as store:
        with progress(_("Importing"), None) as meter:
            count = _read(store, file, meter)
        tell_count(ngettext("{count} record read: {path}", "{count} records read: {path}", count), count, file)
        with progress(_("Comparing who is who"), None):
            held = holdings(store, register=register)
    say_whole_graph(held.total)


def write_records(store: Store, output: str) -> int:
    """Write every record into the file or the pipe; how many there are."""
    count = 0

    def lines() -> Iterator[str]:
        nonlocal count
        for record in store.export_records():
            count += 1
            yield write_line(record) + "\n"

    with leaving(lambda: word_unwritten(output)), progress(_("Exporting"), None):
        write_whole(output, lines())
    return count


def word_unwritten(output: str) -> str:
    """What an interrupted export leaves: a file is written whole or not at all."""
    if output == PIPE:
        return _("What was handed on is not the whole graph. The graph is unchanged.")
    if Path(output).exists():
        return _("{path} is still the file that was there before. The graph is unchanged.").format(path=output)
    return _("No file was written. The graph is unchanged.")


def _read(store: Store, file: str, meter: Meter) -> int:
    try:
        with leaving(lambda: _("No document is in the graph in part. Run it again, and the import goes on.")):
            return store.import_records(read_lines(file), tell=meter.begin)
    except StoreError as error:
        raise StoreError(error.code, **{"path": file, **error.details}) from error


def tell_count(line: str, count: int, path: str) -> None:
    """The line with count and path. On stderr: the standard output may be the file."""
    click.echo(line.format(count=count, path=_("standard stream") if path == PIPE else path), err=True)
