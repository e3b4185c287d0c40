"""`review export` and `review import`: all participations as a table, and the corrections in it as decisions.

`load` takes a table over as well when the table itself is named; one that happens to lie in a folder of documents
must not decide anything.
"""

from collections.abc import Sequence
from pathlib import Path

import click

from queries.review import review_rows
from viz.commands.deciding import author_of
from viz.commands.files import write_bytes
from viz.commands.lines import say
from viz.commands.options import author_option
from viz.commands.session import begin, opened_graph, register_of
from viz.console import OK
from viz.language import _, ngettext
from viz.settings import Settings


def export_command() -> click.Command:
    """The command `review export`."""
    return click.Command(
        "export",
        short_help=_("Write all participations into a table for corrections."),
        help=_(
            "Write all participations into a table for Excel or LibreOffice, with a column for corrections. Names of "
            "persons in quotes read “[Name]”."
        ),
        params=[
            click.Argument(["file"], metavar=_("FILE.xlsx"), type=click.Path(dir_okay=False)),
            click.Option(["--with-names"], is_flag=True, help=_("Keep names of persons in quotes; else “[Name]”.")),
        ],
        epilog=_("Example: buendnisatlas review export corrections.xlsx"),
        callback=_export,
    )


def import_command() -> click.Command:
    """The command `review import`."""
    return click.Command(
        "import",
        short_help=_("Take over the corrections in such a table."),
        help=_("Take over the corrections in such a table: each edited row becomes one decision, the others nothing."),
        params=[
            click.Argument(["file"], metavar=_("FILE.xlsx"), type=click.Path(dir_okay=False, path_type=Path)),
            author_option(),
        ],
        epilog=_("Example: buendnisatlas review import corrections.xlsx --by AB"),
        callback=_import,
    )


@click.pass_context
def _export(context: click.Context, *, file: str, with_names: bool) -> None:
    from viz.review_table import review_table

    settings = begin(context)
    register = register_of(settings)
    with opened_graph(settings) as store:
        rows, decisions = review_rows(store, register), store.decisions()
    write_bytes(file, (review_table(rows, decisions, register, with_names=with_names),))
    line = ngettext("{count} participation written: {path}", "{count} participations written: {path}", len(rows))
    say(line.format(count=len(rows), path=file))


@click.pass_context
def _import(context: click.Context, *, file: Path) -> int:
    return take_over_tables(begin(context), (file,))


def tables_among(settings: Settings, places: Sequence[Path | str]) -> tuple[Path, ...]:
    """The tables of corrections among the files named. Raises SettingsError where there are some and nobody decides."""
    sheets = [place for place in places if isinstance(place, Path) and place.suffix.casefold() == ".xlsx"]
    if not sheets:
        return ()
    from loaders.review import holds_review

    tables = tuple(sheet for sheet in sheets if holds_review(sheet))
    if tables:
        author_of(settings)
    return tables


def take_over_tables(settings: Settings, tables: Sequence[Path]) -> int:
    """Keep the decisions in each table; the exit code. Raises SettingsError, DocumentError."""
    if not tables:
        return OK
    from viz.commands.review_import import take_over

    author = author_of(settings)
    with opened_graph(settings, writing=True) as store:
        return max(take_over(store, table, author=author) for table in tables)
