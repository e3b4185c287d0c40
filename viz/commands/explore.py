"""`explore`: from documents to an open map in one command; without documents, the packaged samples."""

from dataclasses import replace
from pathlib import Path

import click

from graph.store import Store
from seeds.documents import sample_documents
from viz.commands.lines import heading, say
from viz.commands.load import exit_code, load_and_tell
from viz.commands.loading import Loader, find_files, usual_jobs
from viz.commands.map import show_map, write_map
from viz.commands.options import examples
from viz.commands.places import PLACE, open_web, private_option
from viz.commands.positions import keep_positions, kept_positions
from viz.commands.proposing import chosen_model, proposer_options, say_failure
from viz.commands.session import begin, map_place, opened_graph, register_of
from viz.language import _
from viz.settings import Origin, Setting, SettingsError


def explore_command() -> click.Command:
    """The command `explore`."""
    return click.Command(
        "explore",
        help=_(
            "Read documents into your graph, write the map beside it and open it. Without PATH, the packaged sample "
            "documents are shown, in a graph of their own."
        ),
        params=[
            click.Argument(["paths"], nargs=-1, metavar=_("[PATH…]"), type=PLACE),
            private_option(),
            *proposer_options(),
        ],
        epilog=examples(_("Examples:\n  buendnisatlas explore\n  buendnisatlas explore documents")),
        callback=_explore,
    )


@click.pass_context
def _explore(
    context: click.Context,
    *,
    paths: tuple[Path | str, ...],
    allow_private: bool,
    proposer: str | None,
    remote_model: bool,
) -> int:
    settings = begin(context)
    sample = not paths
    if sample and settings.graph.origin is not Origin.SWITCH:
        place = Setting(str(settings.folders.sample_graph), Origin.DEFAULT)
        settings = replace(settings, graph=place)
    files = find_files(paths or sample_documents())
    register = register_of(settings)
    model = None if sample else chosen_model(settings, proposer, remote=remote_model)
    with opened_graph(settings, writing=True) as store:
        fetch = open_web(files.to_read, allow_private=allow_private)
        loader = Loader(store, register, sample=sample, fetch=fetch, model=model, jobs=usual_jobs())
        if sample:
            _keep_samples_apart(store)
            say(heading(_("Sample data")))
        outcomes = load_and_tell(loader, files)
        target = map_place(settings)
        keep_positions(settings, write_map(store, register, target, kept=kept_positions(settings)))
    say_failure(model)
    show_map(target, open_it=True)
    return exit_code(outcomes)


def _keep_samples_apart(store: Store) -> None:
    """Samples never go among a user's documents, and those that an older version brought go."""
    packaged = {path.name for path in sample_documents()}
    held = store.documents()
    if not all(record.sample for record in held):
        raise SettingsError("graph_not_for_samples", path=store.url)
    for record in held:
        if record.address not in packaged:
            store.remove_document(record.id)
