"""`neo4j`: a Neo4j of the user's own, without Docker: start, stop, look."""

from collections.abc import Mapping
from pathlib import Path

import click

from graph.neo4j_server.home import Home
from graph.neo4j_server.jars import fetch_jars, missing_jars
from graph.neo4j_server.memory import Memory
from graph.neo4j_server.places import Places
from graph.neo4j_server.process import find_running, memory_of, require_extra
from graph.neo4j_server.release import Release, packaged_release
from graph.neo4j_server.service import start, stop
from viz.commands.files import say_json
from viz.commands.interruption import leaving
from viz.commands.lines import heading, padded, say
from viz.commands.login import login_command, logout_command
from viz.commands.options import command_group, examples
from viz.commands.session import begin, neo4j_places, own_server_command
from viz.commands.status import size_of
from viz.commands.words import Number
from viz.console import BAD_INPUT, OK
from viz.language import _
from viz.progress import progress
from viz.settings import maven_mirror
from viz.wording.dates import word_size


def neo4j_command() -> click.Group:
    """The command `neo4j` with start, stop and status."""
    return command_group(
        "neo4j",
        help=_(
            "Run a Neo4j of your own on this machine: a server for the graph, to which other programs such as Neo4j "
            "Browser can connect. It is not needed: a graph in a folder does without it. It answers on this machine "
            "only; its password is made up at the first start, and every command given its address finds it."
        ),
        commands=(_start_command(), _stop_command(), _status_command(), login_command(), logout_command()),
    )


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
        help=_(
            "Start your own Neo4j and wait until it answers. The first time, it is fetched (about 160 MB). It runs on "
            "when the terminal is closed, until `neo4j stop`."
        ),
        epilog=examples(
            _("Examples:\n  buendnisatlas neo4j start\n  buendnisatlas load --graph bolt://127.0.0.1:7687 documents")
        ),
        params=[
            _folder_option(),
            click.Option(
                ["--port"],
                type=Number(1, 65_535),
                metavar=_("NUMBER"),
                help=_(
                    "The port, the number at the end of its address; otherwise that of last time, 7687 or a free one."
                ),
            ),
            click.Option(
                ["--memory"],
                type=Number(1, 1_024),
                metavar=_("NUMBER"),
                help=_(
                    "How many gigabytes it may take; otherwise as last time, at first a little more than one. "
                    "A graph of millions of participations needs two for each million."
                ),
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
        "stop",
        short_help=_("Stop it."),
        help=_("Stop your own Neo4j. Its data stays."),
        params=[_folder_option()],
        callback=_stop,
    )


def _status_command() -> click.Command:
    return click.Command(
        "status",
        short_help=_("Show whether it runs, where, and how large it is."),
        help=_("Show whether your own Neo4j runs, at which address, where its data lies, and how large it is."),
        params=[
            _folder_option(),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Answer as JSON, for other programs.")),
        ],
        callback=_status,
    )


@click.pass_context
def _start(context: click.Context, *, folder: Path | None, port: int | None, memory: int | None, upgrade: bool) -> int:
    places = neo4j_places(begin(context))
    require_extra()
    release = packaged_release()
    chosen = folder.absolute() if folder else places.usual
    _fetch(places, release)
    with leaving(lambda: _("Neo4j was not started.")), progress(_("Neo4j is starting"), None):
        wanted, kept = Memory.of_gigabytes(memory) if memory else None, Home(chosen).memory()
        running, before = start(chosen, places.jars, release, port=port, memory=wanted, upgrade=upgrade)
    places.remember(chosen)
    line = _("Neo4j {version} is running already.") if before else _("Neo4j {version} is running.")
    say(line.format(version=Home(chosen).version()))
    say(_("Address: {url}").format(url=running.url))
    stop_it = own_server_command(places, "stop", chosen)
    other = {"--port": port if port != running.port else None, "--memory": memory if wanted != kept else None}
    again = [part for flag, value in other.items() if value for part in (flag, str(value))]
    if before and again:
        line = _("Port and memory stay as they are while it runs. To change them: {stop}")
        click.echo(line.format(stop=stop_it), err=True)
        click.echo(_("and then: {start}").format(start=own_server_command(places, "start", chosen, *again)), err=True)
        return BAD_INPUT
    say(_("To use it: buendnisatlas --graph {url} load PATH").format(url=running.url))
    say(_("To stop it: {command}").format(command=stop_it))
    return OK


def _fetch(places: Places, release: Release) -> None:
    missing = missing_jars(places.jars, release)
    if not missing:
        return
    line = _("Neo4j {version} is being fetched ({size}, only this once) into {path}")
    click.echo(line.format(version=release.version, size=word_size(release.size), path=places.jars), err=True)
    with (
        leaving(lambda: _("What was fetched stays. Run it again, and the rest is fetched.")),
        progress(_("Fetching Neo4j"), len(missing)) as meter,
    ):
        meter.begin("")
        fetch_jars(places.jars, release, report=meter.begin, mirror=maven_mirror())


@click.pass_context
def _stop(context: click.Context, *, folder: Path | None) -> None:
    places = neo4j_places(begin(context))
    chosen = folder.absolute() if folder else places.usual
    if stop(chosen) is not None:
        say(_("Neo4j has stopped; its data stays."))
        return
    say(_("No Neo4j runs in this folder: {path}").format(path=chosen))
    for other in places.folders():
        if other != chosen and find_running(Home(other)):
            say(_("One runs in {path}").format(path=other))
            say(_("To stop it: {command}").format(command=own_server_command(places, "stop", other)))


@click.pass_context
def _status(context: click.Context, *, folder: Path | None, as_json: bool) -> None:
    places = neo4j_places(begin(context))
    require_extra()
    found = [_looked_at(Home(one)) for one in ((folder.absolute(),) if folder else places.folders())]
    if as_json:
        say_json({"jars": str(places.jars), "servers": found})
        return
    for number, one in enumerate(found):
        if number:
            say()
        say(heading(str(one["folder"])))
        for name, value in _worded(one, places):
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


def _worded(one: Mapping[str, str | int | None], places: Places) -> list[tuple[str, str]]:
    start_it = own_server_command(places, "start", Path(str(one["folder"])))
    if one["version"] is None:
        return [(_("State"), _("not there yet; to make and start it: {command}").format(command=start_it))]
    memory, size = one["memory"], one["size"]
    resting = _("is not running; to start it: {command}").format(command=start_it)
    return [
        (_("State"), _("is running") if one["process"] else resting),
        *([(_("Address"), str(one["address"])), (_("Process"), str(one["process"]))] if one["process"] else []),
        *([(_("Memory"), word_size(memory))] if isinstance(memory, int) else []),
        (_("Version"), str(one["version"])),
        *([(_("Size"), word_size(size))] if isinstance(size, int) else []),
    ]
