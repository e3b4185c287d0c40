"""`status`: where everything lies, how large it is, what it holds, and where each setting comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from graph.errors import AtlasError
from loaders.web.address import without_secrets
from viz.commands.files import say_json
from viz.commands.lines import dim, heading, padded, say
from viz.commands.session import begin, graph_exists, neo4j_places, opened_graph
from viz.commands.versions import own_version, part_versions, platform_name
from viz.language import _, mark
from viz.logins import Logins
from viz.logs import LOG_FILE
from viz.settings import Origin, Setting, Settings, shown_address
from viz.wording.dates import word_date, word_size
from viz.wording.errors import word_reason

_ORIGINS: Mapping[Origin, str] = {
    Origin.SWITCH: mark("switch {place}"),
    Origin.ENVIRONMENT: mark("environment variable {place}"),
    Origin.FILE: mark("config.toml, key {place}"),
    Origin.KEYRING: mark("the system’s keyring"),
    Origin.DEFAULT: mark("default"),
}


@dataclass(frozen=True, slots=True)
class _HeldDocument:
    """A document that the graph holds."""

    address: str
    title: str
    date: str | None
    format: str
    sample: bool
    model: str | None


@dataclass(frozen=True, slots=True)
class _Graph:
    """The graph as it is found; `trouble` is why it could not be opened."""

    address: str
    exists: bool
    size: int | None
    engine: str | None
    documents: tuple[_HeldDocument, ...]
    trouble: str | None = None


def status_command() -> click.Command:
    """The command `status`."""
    return click.Command(
        "status",
        help=_("Show where everything lies, how large it is, which documents the graph holds, and the settings."),
        params=[
            click.Option(["--json", "as_json"], is_flag=True, help=_("Answer as JSON, for other programs.")),
            click.Option(
                ["--rebuild"],
                is_flag=True,
                help=_(
                    "Read the whole graph anew and keep what answers need of it, for instance after another program "
                    "has changed it."
                ),
            ),
        ],
        callback=_status,
    )


@click.pass_context
def _status(context: click.Context, *, as_json: bool, rebuild: bool) -> None:
    settings = begin(context)
    if rebuild:
        from viz.commands.arrays import rebuild_arrays  # slow to import

        rebuild_arrays(settings)
    graph = _look_at(settings)
    if as_json:
        say_json(_as_rows(settings, graph))
        return
    say(heading(f"Bündnisatlas {own_version()}"))
    _say_graph(graph)
    _say_places(settings)
    _say_settings(settings)
    say()
    say(heading(_("Versions")))
    for name, version in part_versions().items():
        # Neo4j itself has a version of its own.
        _say_pair(_("Neo4j driver") if name == "neo4j" else name, version or _("not installed"))
    _say_pair(_("System"), platform_name())


def _look_at(settings: Settings) -> _Graph:
    place = settings.graph.value
    size = None if settings.on_server else size_of(Path(place))
    shown = shown_address(place)
    if not graph_exists(place):
        return _Graph(shown, False, None, None, ())
    try:
        with opened_graph(settings) as store:
            held = tuple(
                _HeldDocument(one.address, one.title, one.date, one.format, one.sample, one.model)
                for one in store.documents()
            )
            return _Graph(shown, True, size, store.engine, held)
    except AtlasError as error:
        return _Graph(shown, True, size, None, (), word_reason(error))


def _say_graph(graph: _Graph) -> None:
    say()
    say(heading(_("Graph")))
    _say_pair(_("Place"), graph.address)
    if not graph.exists:
        _say_pair(_("State"), _("not there yet; “buendnisatlas load PATH” makes it"))
        return
    if graph.trouble:
        _say_pair(_("State"), graph.trouble)
    if graph.engine:
        _say_pair(_("Store"), _("embedded") if graph.engine == "embedded" else "Neo4j")
    if graph.size is not None:
        _say_pair(_("Size"), word_size(graph.size))
    if graph.trouble is None:
        _say_pair(_("Documents"), str(len(graph.documents)))
    for one in graph.documents:
        sample = f"  ({_('Sample data')})" if one.sample else ""
        model = f"  ({_('read with the model {model}').format(model=one.model)})" if one.model else ""
        say(f"    {padded(word_date(one.date), 15)}  {one.address}{sample}{model}")


def _say_places(settings: Settings) -> None:
    say()
    say(heading(_("Folders and files")))
    for name, path in _places(settings):
        size = size_of(path)
        note = _("not there") if size is None else word_size(size)
        _say_pair(name, f"{path}  {dim(f'({note})')}")


def _places(settings: Settings) -> Iterable[tuple[str, Path]]:
    folders, servers = settings.folders, neo4j_places(settings)
    return (
        *([] if settings.on_server else [(_("Graph"), Path(settings.graph.value))]),
        (_("Configuration"), folders.configuration_file),
        (_("Own corrections"), folders.register_file),
        (_("Sample graph"), folders.sample_graph),
        *((_("Neo4j data"), folder) for folder in servers.folders()),
        (_("Neo4j program"), servers.jars),
        (_("Cache"), folders.cache),
        (_("Log"), folders.logs / LOG_FILE),
    )


def _say_settings(settings: Settings) -> None:
    say()
    say(heading(_("Settings")))
    for name, setting in _named_settings(settings):
        if setting is not None:
            origin = _(_ORIGINS[setting.origin]).format(place=setting.place)
            _say_pair(name, f"{_shown(setting, settings) or _('set')}  {dim(f'({origin})')}")


def _named_settings(settings: Settings) -> Iterable[tuple[str, Setting | None]]:
    return (
        (_("Graph"), settings.graph),
        (_("Language"), settings.language),
        (_("Who decides"), settings.author),
        (_("Neo4j user"), settings.username),
        (_("Neo4j password"), settings.password),
        (_("Neo4j token"), settings.token),
        (_("Neo4j login"), _kept_login(settings)),
        (_("Neo4j database"), settings.database),
        (_("Authorities"), settings.authority),
        (_("Proposals by"), settings.proposer),
        (_("Model"), settings.proposer_model),
        (_("Model at"), settings.proposer_url),
        (_("Model key"), settings.proposer_key),
    )


def _kept_login(settings: Settings) -> Setting | None:
    """Whose login the keyring has for the graph's server."""
    kept = Logins(settings.folders.data).find(settings.graph.value) if settings.on_server else None
    return Setting(kept.user, Origin.KEYRING) if kept else None


def _shown(setting: Setting, settings: Settings) -> str | None:
    """A setting's value as far as it may be shown; a password or a key is only said to be there."""
    if any(setting is secret for secret in (settings.password, settings.token, settings.proposer_key)):
        return None
    return without_secrets(setting.value) if setting is settings.proposer_url else shown_address(setting.value)


def _say_pair(name: str, value: str) -> None:
    say(f"  {padded(name, 18)}  {value}")


def _as_rows(settings: Settings, graph: _Graph) -> dict[str, object]:
    folders = settings.folders
    return {
        "version": own_version(),
        "graph": graph,
        "folders": {
            name: {"path": str(path), "size": size_of(path)}
            for name, path in (
                ("configuration", folders.configuration_file),
                ("register_corrections", folders.register_file),
                ("sample_graph", folders.sample_graph),
                ("neo4j", neo4j_places(settings).usual),
                ("neo4j_jars", neo4j_places(settings).jars),
                ("cache", folders.cache),
                ("log", folders.logs / LOG_FILE),
            )
        },
        "settings": {
            name: {
                "value": _shown(setting, settings),
                "origin": setting.origin,
                "place": setting.place,
            }
            for name, setting in _keyed_settings(settings)
            if setting is not None
        },
        "versions": part_versions(),
    }


def _keyed_settings(settings: Settings) -> Iterable[tuple[str, Setting | None]]:
    return (
        ("graph", settings.graph),
        ("language", settings.language),
        ("author", settings.author),
        ("neo4j.username", settings.username),
        ("neo4j.password", settings.password),
        ("neo4j.token", settings.token),
        ("neo4j.login", _kept_login(settings)),
        ("neo4j.database", settings.database),
        ("neo4j.ca", settings.authority),
        ("proposer.name", settings.proposer),
        ("proposer.model", settings.proposer_model),
        ("proposer.url", settings.proposer_url),
        ("proposer.key", settings.proposer_key),
    )


def size_of(path: Path) -> int | None:
    """How many bytes a file or a folder takes; None where there is nothing."""
    if path.is_file():
        return path.stat().st_size
    if not path.is_dir():
        return None
    return sum(inner.lstat().st_size for inner in path.rglob("*") if inner.is_file() and not inner.is_symlink())
