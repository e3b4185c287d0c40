"""`copy`: a whole graph from one store into another, with a comparison at the end."""

from pathlib import Path

import click

from graph.copying import Inventory, copy_graph, plan_copy, take_inventory
from graph.errors import StoreError
from graph.store import Store
from viz.commands.interruption import leaving
from viz.commands.lines import display_width, padded, say
from viz.commands.session import begin, opened_graph, standing_graph
from viz.language import _, ngettext
from viz.progress import progress
from viz.settings import SettingsError, is_server, require_place
from viz.wording.records import word_sort

_FILES = frozenset({".jsonl", ".json"})
"""What backups are called."""


def copy_command() -> click.Command:
    """The command `copy`."""
    return click.Command(
        "copy",
        help=_(
            "Copy the graph at FROM into TO: from a folder onto a Neo4j server and back, or from folder to folder. "
            "Both are compared at the end. A copy that was interrupted leaves nothing half done: call it again. A "
            "target that holds anything else is left alone."
        ),
        epilog=_("Example: buendnisatlas copy graph neo4j://localhost:7687"),
        params=[
            click.Argument(["source"], metavar=_("FROM")),
            click.Argument(["target"], metavar=_("TO")),
        ],
        callback=_copy,
    )


@click.pass_context
def _copy(context: click.Context, *, source: str, target: str) -> None:
    settings = begin(context)
    for place in (source, target):
        require_place(place)
    if _same_place(source, target):
        raise click.UsageError(_("FROM and TO are the same place."), context)
    _require_no_files(source, target)
    with (
        standing_graph(settings, graph=source) as full,
        opened_graph(settings, graph=target, writing=True) as empty,
        leaving(lambda: _("What is copied is complete in the target. Run it again, and the copy goes on.")),
    ):
        _carry(full, empty)
        _compare(full, empty)


def _same_place(source: str, target: str) -> bool:
    if is_server(source) or is_server(target):
        return source.rstrip("/") == target.rstrip("/")
    return Path(source).expanduser().resolve() == Path(target).expanduser().resolve()


def _require_no_files(source: str, target: str) -> None:
    """A backup is no graph: there are other commands for it. Raises SettingsError `copy_from_file`, `copy_to_file`."""
    if not is_server(source) and Path(source).is_file():
        raise SettingsError("copy_from_file", path=source, target=target)
    wanted = Path(target)
    if not is_server(target) and (wanted.is_file() or (wanted.suffix.lower() in _FILES and not wanted.exists())):
        raise SettingsError("copy_to_file", path=target, source=source)


def _carry(source: Store, target: Store) -> None:
    plan = plan_copy(source, target)
    if plan.there:
        line = ngettext(
            "{count} document is there already; the copy goes on.",
            "{count} documents are there already; the copy goes on.",
            plan.there,
        )
        click.echo(line.format(count=plan.there), err=True)
    with progress(_("Copying"), len(plan.documents)) as meter:
        copy_graph(source, target, plan, tell=meter.begin)


def _compare(source: Store, target: Store) -> None:
    """Read both graphs whole and say what they hold. Raises StoreError `copy_differs`."""
    with progress(_("Comparing"), 2) as meter:
        meter.begin(source.url)
        wanted = take_inventory(source)
        meter.begin(target.url)
        found = take_inventory(target)
    _say_inventories(wanted, found)
    if wanted != found:
        raise StoreError("copy_differs", url=target.url)
    say(_("The copy is complete: source and target hold exactly the same."))


def _say_inventories(wanted: Inventory, found: Inventory) -> None:
    kinds = [kind for kind in dict.fromkeys((*wanted.counts, *found.counts)) if kind != "atlas"]
    width = max((display_width(word_sort(kind)) for kind in kinds), default=0)
    if kinds:
        say(f"  {padded('', width)}  {padded(_('Source'), 9, right=True)}  {padded(_('Target'), 9, right=True)}")
    for kind in kinds:
        there, here = wanted.counts.get(kind, 0), found.counts.get(kind, 0)
        mark = "" if there == here else _("  differs")
        say(f"  {padded(word_sort(kind), width)}  {there:>9}  {here:>9}{mark}")
