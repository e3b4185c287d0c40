"""What a command needs before it can begin: settings, the log, the register, the graph."""

import hashlib
import logging
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from graph.errors import RegisterError, StoreError
from graph.neo4j_server.places import Places
from graph.neo4j_server.service import settings_for, stopped_at
from graph.server import ServerSettings
from graph.server import is_server as knows_address
from graph.store import Store
from seeds.register import Register, load_register
from viz.commands.opening import open_telling
from viz.commands.options import is_verbose, settings_of
from viz.commands.signing_in import sign_in
from viz.language import _
from viz.logs import start_log
from viz.settings import Settings, SettingsError, is_server, shown_address

_log = logging.getLogger(__name__)


def begin(context: click.Context) -> Settings:
    """The settings of this call; from here on the log is written."""
    settings = settings_of(context)
    log = start_log(settings.folders.logs, secrets=settings.secrets, verbose=is_verbose(context))
    if is_verbose(context) and log:
        click.echo(_("Log: {path}").format(path=log), err=True)
    _log.info("%s", context.info_name)
    return settings


def register_of(settings: Settings) -> Register:
    """The register, with the user's own corrections laid over it where there are some; errors name their file."""
    overlay = settings.folders.register_file
    try:
        return load_register(overlay if overlay.exists() else None)
    except RegisterError as error:
        raise RegisterError(error.code, **{"path": str(overlay), **error.details}) from error


def region_names_of(settings: Settings, *, needed: bool) -> Callable[[str], str]:
    """What names a region by its id; the register is read only where one is `needed`."""
    register = register_of(settings) if needed else None

    def name(id: str) -> str:
        return register.region(id).name if register else id

    return name


@contextmanager
def opened_graph(
    settings: Settings, *, graph: str | None = None, writing: bool = False, making: bool = True
) -> Generator[Store]:
    """The graph the settings name (or `graph`), open until the block ends; only `writing` and `making` make one."""
    place = graph or settings.graph.value
    if is_server(place) and not knows_address(place):
        raise StoreError("store_address_invalid", url=shown_address(place))
    if not (writing and making) and not graph_exists(place):
        raise SettingsError("graph_missing", path=place)
    with open_telling(place, read_only=not writing, login=server_settings(settings, place)) as store:
        yield store


@contextmanager
def standing_graph(settings: Settings, *, graph: str | None = None) -> Generator[Store]:
    """The graph, standing still until the block ends: writers wait. With an account that may only read, none does."""
    place = graph or settings.graph.value
    if not graph_exists(place):
        raise SettingsError("graph_missing", path=place)
    with ExitStack() as still:
        try:
            store = still.enter_context(opened_graph(settings, graph=place, writing=True))
            still.enter_context(store.held())
        except StoreError as error:
            if error.code != "store_forbidden":
                raise
            store = still.enter_context(opened_graph(settings, graph=place))
        yield store


def graph_exists(place: str) -> bool:
    """Whether something is there: a folder that holds something, or what is no folder; a server answers for itself."""
    if is_server(place):
        return True
    folder = Path(place)
    return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))


def map_place(settings: Settings) -> Path:
    """Where the map of an open graph is written: beside the graph, or in the data folder for a server's."""
    folder = settings.folders.data if settings.on_server else Path(settings.graph.value)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "map.html"


def server_mark(settings: Settings) -> str:
    """What a server's graph is called among files on this machine: one name for each address and database."""
    database = settings.database.value if settings.database else ""
    told = hashlib.sha256(f"{shown_address(settings.graph.value)}\n{database}".encode()).hexdigest()
    return told[:16]


def neo4j_places(settings: Settings) -> Places:
    """Where the user's own servers and their jars lie."""
    return Places(data=settings.folders.data, cache=settings.folders.cache)


def server_settings(settings: Settings, place: str) -> ServerSettings:
    """How to sign in at a Neo4j server; what is not set is found for one that `neo4j start` began.

    Raises StoreError `neo4j_stopped` where that one does not run.
    """
    if not knows_address(place):
        return ServerSettings()
    places = neo4j_places(settings)
    stopped = stopped_at(place, places.folders())
    if stopped is not None:
        raise StoreError(
            "neo4j_stopped", url=shown_address(place), command=own_server_command(places, "start", stopped)
        )
    return sign_in(settings, place, own=settings_for(place, places.folders()))


def own_server_command(places: Places, word: str, folder: Path, *options: str) -> str:
    """The command that does this with the user's own server on a folder, as it is typed."""
    switch = () if folder == places.usual else ("--folder", f'"{folder}"')
    return " ".join(("buendnisatlas", "neo4j", word, *options, *switch))
