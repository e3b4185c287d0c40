"""`neo4j`: a Neo4j of the user's own, without Docker: start, stop, look."""

from collections.abc import Mapping
from pathlib import Path

import click

from graph.neo4j_server.home import Home
from graph.neo4j_server.jars import fetch_jars, missing_jars
from graph.neo4j_server.places import Places
from graph.neo4j_server.process import find_running, memory_of, require_extra
from graph.neo4j_server.release import Release, packaged_release
from graph.neo4j_server.service import start, stop
from viz.commands.files import say_json
from viz.commands.lines import heading, padded, say
from viz.commands.login import login_command, logout_command
from viz.commands.options import global_options
from viz.commands.session import begin, neo4j_places
from viz.commands.status import size_of
from viz.language import _
from viz.progress import progress
from viz.settings import maven_mirror
from viz.wording.dates import word_size


def neo4j_command() -> click.Group:
    """The command `neo4j` with start, stop and status."""
    group = click.Group(
        "neo4j",
        help=_(
            "Run a Neo4j of your own on this machine, without Docker. It answers on this machine only; its password is "
            "made up at the first start, and every command given its address finds it."
        ),
        subcommand_metavar=_("COMMAND …"),
    )
    for command in (_start_command(), _stop_command(), _status_command(), login_command(), logout_command()):
        command.params += global_options()
        command.options_metavar = _("[OPTIONS]")
        group.add_command(command)
    return group


def _folder_option() -> click.Option:
    return click.Option(
        ["--folder"],
        type=click.Path(path_type=Path),
        metavar=_("FOLDER"),
        help=_("Where its data lies, if not in the program’s data folder."),
    )


def _start_command() -> click.Command:
    return click.Command(
        "start",
        short_help=_("Start it; the first time, it is fetched."),
        help=_("Start it and wait until it answers. The first time, Neo4j is fetched (about 160 MB)."),
        params=[
            _folder_option(),
            click.Option(
                ["--port"],
                type=click.IntRange(1, 65_535),
                metavar=_("PORT"),
                help=_("The port; otherwise that of last time, 7687 or a free one."),
            ),
            click.Option(
                ["--upgrade"],
                is_flag=True,
                help=_("Let this version take over data that an older Neo4j wrote. Copy the folder first."),
            ),
        ],
        callback=_start,
    )


def _stop_command() -> click.Command:
    return click.Command(
        "stop", short_help=_("Stop it."), help=_("Stop it. Its data stays."), params=[_folder_option()], callback=_stop
    )


def _status_command() -> click.Command:
    return click.Command(
        "status",
        short_help=_("Show whether it runs, where, and how large it is."),
        help=_("Show whether it runs, at which address, where its data lies, and how large it is."),
        params=[_folder_option(), click.Option(["--json", "as_json"], is_flag=True, help=_("Answer as JSON."))],
        callback=_status,
    )


@click.pass_context
def _start(context: click.Context, *, folder: Path | None, port: int | None, upgrade: bool) -> None:
    places = neo4j_places(begin(context))
    require_extra()
    release = packaged_release()
    chosen = folder.absolute() if folder else places.usual
    _fetch(places, release)
    with progress(_("Neo4j is starting"), None):
        running, before = start(chosen, places.jars, release, port=port, upgrade=upgrade)
    places.remember(chosen)
    line = _("Neo4j {version} is running already.") if before else _("Neo4j {version} is running.")
    say(line.format(version=Home(chosen).version()))
    say(_("Address: {url}").format(url=running.url))
    say(_("So it is used: buendnisatlas --graph {url} load PATH").format(url=running.url))
    switch = f' --folder "{folder}"' if folder else ""
    say(_("So it is stopped: buendnisatlas neo4j stop{switch}").format(switch=switch))


def _fetch(places: Places, release: Release) -> None:
    missing = missing_jars(places.jars, release)
    if not missing:
        return
    line = _("Neo4j {version} is being fetched ({size}, only this once) into {path}")
    click.echo(line.format(version=release.version, size=word_size(release.size), path=places.jars), err=True)
    with progress(_("Fetching Neo4j"), len(missing)) as meter:
        meter.begin("")
        fetch_jars(places.jars, release, report=meter.begin, mirror=maven_mirror())


@click.pass_context
def _stop(context: click.Context, *, folder: Path | None) -> None:
    places = neo4j_places(begin(context))
    stopped = stop(folder.absolute() if folder else places.usual)
    say(_("Neo4j is not running here.") if stopped is None else _("Neo4j has stopped; its data stays."))


@click.pass_context
def _status(context: click.Context, *, folder: Path | None, as_json: bool) -> None:
    places = neo4j_places(begin(context))
    require_extra()
    found = [_looked_at(Home(one)) for one in ((folder.absolute(),) if folder else places.folders())]
    if as_json:
        say_json({"jars": str(places.jars), "servers": found})
        return
    for one in found:
        say(heading(str(one["folder"])))
        for name, value in _worded(one):
            say(f"  {padded(name, 16)}  {value}")


def _looked_at(home: Home) -> Mapping[str, str | int | None]:
    running = find_running(home)
    return {
        "folder": str(home.folder),
        "version": home.version() or None,
        "size": size_of(home.folder),
        "address": running.url if running else None,
        "process": running.pid if running else None,
        "memory": memory_of(running) if running else None,
    }


def _worded(one: Mapping[str, str | int | None]) -> list[tuple[str, str]]:
    if one["version"] is None:
        return [(_("State"), _("not there yet; “buendnisatlas neo4j start” makes it"))]
    memory, size = one["memory"], one["size"]
    return [
        (_("State"), _("is running") if one["process"] else _("is not running")),
        *([(_("Address"), str(one["address"])), (_("Process"), str(one["process"]))] if one["process"] else []),
        *([(_("Memory"), word_size(memory))] if isinstance(memory, int) else []),
        (_("Version"), str(one["version"])),
        *([(_("Size"), word_size(size))] if isinstance(size, int) else []),
    ]
