"""`map`: the graph as one HTML file that needs no network."""

import webbrowser
from datetime import date
from pathlib import Path

import click

from graph.store import Store
from queries.answers import Picture
from queries.picture import picture
from seeds.register import Register
from viz.commands.files import write_whole
from viz.commands.lines import say
from viz.commands.positions import keep_positions, kept_positions, positions_of
from viz.commands.session import begin, map_place, opened_graph, register_of
from viz.console import can_show_windows
from viz.lands import load_lands
from viz.language import _
from viz.map_data import gather
from viz.map_suggestions import Suggested
from viz.network import render_data
from viz.persons import without_names
from viz.positions import Positions
from viz.story.model import Story
from viz.story.naming import InGraph
from viz.story.reading import read_story
from viz.words import map_wording

_MOST_INITIATIVES = 300
_BEST = 5


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
            click.Option(
                ["--positions"],
                metavar=_("FILE.json"),
                type=click.Path(path_type=Path, dir_okay=False),
                help=_("Put symbols where they were dragged to: a file saved on the map. The graph keeps it."),
            ),
            click.Option(["--fresh-layout"], is_flag=True, help=_("Place everything anew instead of as last time.")),
            click.Option(["--open", "open_it"], is_flag=True, help=_("Open the map in the browser.")),
            click.Option(["--with-names"], is_flag=True, help=_("Keep names of persons in quotes; else “[Name]”.")),
        ],
        epilog=_("Example: buendnisatlas map -o map.html --open"),
        callback=_map,
    )


@click.pass_context
def _map(
    context: click.Context,
    *,
    output: Path | None,
    story_file: Path | None,
    positions: Path | None,
    fresh_layout: bool,
    open_it: bool,
    with_names: bool,
) -> None:
    settings = begin(context)
    kept = Positions() if fresh_layout else kept_positions(settings)
    if positions:
        kept = kept.under(positions_of(positions))
    with opened_graph(settings) as store:
        target = output or map_place(settings)
        register = register_of(settings)
        story = read_story(story_file, InGraph(store, register)) if story_file else None
        found = write_map(store, register, target, story=story, with_names=with_names, kept=kept)
    keep_positions(settings, found)
    show_map(target, open_it=open_it)


def write_map(
    store: Store,
    register: Register,
    target: Path,
    *,
    story: Story | None = None,
    with_names: bool = False,
    kept: Positions | None = None,
) -> Positions:
    """Write the graph's map, things standing where they are `kept`, and answer where they stand now.

    Names of persons in quotes read "[Name]" unless `with_names`.
    """
    found = picture(store, register)
    shown = found if with_names else without_names(found)
    data = gather(shown, load_lands(), suggested=_suggested(store, register, found), kept=kept)
    page = render_data(
        data,
        title=_("Bündnisatlas – sample data") if shown.sample else "Bündnisatlas",
        wording=map_wording(),
        stamp=date.today().isoformat(),
        story=story,
    )
    write_whole(str(target), (page,))
    return data.positions


def _suggested(store: Store, register: Register, found: Picture) -> Suggested:
    """The best few for every initiative with a table, unless there are too many to ask for all."""
    if not 0 < len(found.initiatives) <= _MOST_INITIATIVES:
        return {}
    from queries.partners import partners_of_all

    answers = partners_of_all(store, register, limit=_BEST)
    return {id: one.suggestions for id, one in answers.items() if one.has_table}


def show_map(target: Path, *, open_it: bool) -> None:
    """Say where the map lies, and open it where a window can be shown."""
    say(_("Map: {path}").format(path=target.absolute()))
    if open_it and not (can_show_windows() and webbrowser.open(target.absolute().as_uri())):
        say(_("There is no browser to open here. Open this file in one."))
