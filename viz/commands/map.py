"""`map`: the graph as one HTML file that needs no network."""

import webbrowser
from datetime import date
from pathlib import Path

import click

from graph.store import Store
from queries.picture import picture
from seeds.register import Register
from viz.commands.files import write_whole
from viz.commands.lines import say
from viz.commands.session import begin, map_place, opened_graph, register_of
from viz.console import can_show_windows
from viz.language import _
from viz.network import render_map
from viz.persons import without_names
from viz.story.model import Story
from viz.story.naming import InGraph
from viz.story.reading import read_story
from viz.words import map_wording


def map_command() -> click.Command:
    """The command `map`."""
    return click.Command(
        "map",
        help=_("Write the map into one HTML file that works without a network, for a laptop, a workshop, a colleague."),
        params=[
            click.Option(
                ["-o", "--output"],
                metavar=_("FILE.html"),
                type=click.Path(path_type=Path, dir_okay=False),
                help=_("The file to write; without it, map.html beside the graph."),
            ),
            click.Option(
                ["--story", "story_file"],
                metavar=_("FILE.yaml"),
                type=click.Path(path_type=Path, dir_okay=False),
                help=_(
                    "A presentation to be played on the map: steps with title, text and view (docs/vorfuehrung.md)."
                ),
            ),
            click.Option(["--open", "open_it"], is_flag=True, help=_("Open the map in the browser.")),
            click.Option(["--with-names"], is_flag=True, help=_("Keep names of persons in quotes; else “[Name]”.")),
        ],
        epilog=_("Example: buendnisatlas map -o map.html --open"),
        callback=_map,
    )


@click.pass_context
def _map(
    context: click.Context, *, output: Path | None, story_file: Path | None, open_it: bool, with_names: bool
) -> None:
    settings = begin(context)
    with opened_graph(settings) as store:
        target = output or map_place(settings)
        register = register_of(settings)
        story = read_story(story_file, InGraph(store, register)) if story_file else None
        write_map(store, register, target, story=story, with_names=with_names)
    show_map(target, open_it=open_it)


def write_map(
    store: Store, register: Register, target: Path, *, story: Story | None = None, with_names: bool = False
) -> None:
    """Write the graph's map; names of persons in quotes read "[Name]" unless `with_names`."""
    found = picture(store, register)
    shown = found if with_names else without_names(found)
    page = render_map(
        shown,
        title=_("Bündnisatlas – sample data") if shown.sample else "Bündnisatlas",
        wording=map_wording(),
        stamp=date.today().isoformat(),
        story=story,
    )
    write_whole(str(target), (page,))


def show_map(target: Path, *, open_it: bool) -> None:
    """Say where the map lies, and open it where a window can be shown."""
    say(_("Map: {path}").format(path=target.absolute()))
    if open_it and not (can_show_windows() and webbrowser.open(target.absolute().as_uri())):
        say(_("There is no browser to open here. Open this file in one."))
