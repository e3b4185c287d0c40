"""Where everything lies and what the user has set: switch beats environment beats config.toml beats default.

`BUENDNISATLAS_HOME` puts configuration, data, cache and logs under one folder; without it they lie where the platform
keeps such things.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from graph.errors import AtlasError
from viz.language import DEFAULT_LANGUAGE, LANGUAGES

CONFIGURATION_FILE = "config.toml"
REGISTER_FILE = "register.csv"
SAMPLE_GRAPH = "Beispiel"
_HOST_AND_PORT = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):\d{1,5}/?")
"""One letter before the colon is a drive of Windows."""


class SettingsError(AtlasError):
    """A setting cannot be used."""


class Origin(StrEnum):
    """Where a setting comes from."""

    SWITCH = "switch"
    ENVIRONMENT = "environment"
    FILE = "file"
    KEYRING = "keyring"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it comes from; `place` is the switch, the variable or the key."""

    value: str
    origin: Origin
    place: str = ""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the program keeps what."""

    configuration: Path
    data: Path
    cache: Path
    logs: Path

    @property
    def configuration_file(self) -> Path:
        """The user's config.toml, there or not."""
        return self.configuration / CONFIGURATION_FILE

    @property
    def register_file(self) -> Path:
        """The user's own corrections of the register, there or not."""
        return self.configuration / REGISTER_FILE

    @property
    def sample_graph(self) -> Path:
        """The graph of the packaged sample documents."""
        return self.data / SAMPLE_GRAPH


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting. Passwords and keys are kept out of the representation, and are never printed or logged."""

    folders: Folders
    graph: Setting
    language: Setting
    username: Setting | None
    password: Setting | None
    database: Setting | None
    author: Setting | None = None
    proposer: Setting | None = None
    proposer_model: Setting | None = None
    proposer_url: Setting | None = None
    proposer_key: Setting | None = None
    token: Setting | None = None
    authority: Setting | None = None

    @property
    def secrets(self) -> tuple[str, ...]:
        """What is never printed or logged."""
        secret = (self.password, self.token, self.proposer_key)
        return tuple(setting.value for setting in secret if setting is not None)

    def __repr__(self) -> str:
        return f"Settings(graph={shown_address(self.graph.value)!r})"

    @property
    def on_server(self) -> bool:
        """Whether the graph lies on a server rather than in a folder."""
        return is_server(self.graph.value)


def is_server(graph: str) -> bool:
    """Whether this names a server ("neo4j://…") rather than a folder."""
    return "://" in graph


def require_place(graph: str) -> None:
    """Raise SettingsError `graph_looks_like_address` for host:port without its scheme, unless a folder is called so."""
    if _HOST_AND_PORT.fullmatch(graph) and not Path(graph).exists():
        raise SettingsError("graph_looks_like_address", path=graph, meant=f"bolt://{graph.rstrip('/')}")


def shown_address(graph: str) -> str:
    """The graph's address without the name and password somebody may have put into it."""
    if not is_server(graph):
        return graph
    parts = urlsplit(graph)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def find_folders(environment: Mapping[str, str] = os.environ) -> Folders:
    """Where the program keeps what, on this platform or under `BUENDNISATLAS_HOME`."""
    home = environment.get("BUENDNISATLAS_HOME")
    if home:
        root = Path(home).expanduser().absolute()
        return Folders(root / "config", root / "data", root / "cache", root / "logs")
    import platformdirs

    name = "buendnisatlas"
    return Folders(
        platformdirs.user_config_path(name, appauthor=False),
        platformdirs.user_data_path(name, appauthor=False),
        platformdirs.user_cache_path(name, appauthor=False),
        platformdirs.user_log_path(name, appauthor=False),
    )


def maven_mirror(environment: Mapping[str, str] = os.environ) -> str | None:
    """The Maven repository that Neo4j is fetched from in place of Maven Central, where one is set."""
    return environment.get("BUENDNISATLAS_MAVEN") or None


def read_settings(
    *,
    graph: str | None = None,
    language: str | None = None,
    author: str | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Settings:
    """Every setting with where it comes from. Raises `SettingsError` for one that cannot be used."""
    folders = find_folders(environment)
    stored = _read_configuration(folders.configuration_file)
    chosen = {
        "graph": _choose(stored, environment, "graph", ("BUENDNISATLAS_GRAPH",), switch=graph),
        "language": _choose(stored, environment, "language", ("BUENDNISATLAS_LANG",), switch=language, option="--lang"),
        "username": _choose(stored, environment, "neo4j.username", ("NEO4J_USERNAME", "NEO4J_USER")),
        "password": _choose(stored, environment, "neo4j.password", ("NEO4J_PASSWORD",)),
        "author": _choose(stored, environment, "author", ("BUENDNISATLAS_AUTHOR",), switch=author, option="--by"),
        "database": _choose(stored, environment, "neo4j.database", ("NEO4J_DATABASE",)),
        "token": _choose({}, environment, "neo4j.token", ("NEO4J_TOKEN",)),
        "authority": _choose(stored, environment, "neo4j.ca", ("NEO4J_CA",)),
        "proposer": _choose(stored, environment, "proposer.name", ("BUENDNISATLAS_PROPOSER",)),
        "proposer_model": _choose(stored, environment, "proposer.model", ("BUENDNISATLAS_PROPOSER_MODEL",)),
        "proposer_url": _choose(stored, environment, "proposer.url", ("BUENDNISATLAS_PROPOSER_URL",)),
        "proposer_key": _choose({}, environment, "proposer.key", ("BUENDNISATLAS_PROPOSER_KEY",)),
    }
    return Settings(
        folders=folders,
        graph=_place_graph(chosen["graph"], folders),
        language=_check_language(chosen["language"], folders),
        username=chosen["username"],
        password=chosen["password"],
        database=chosen["database"],
        author=chosen["author"],
        proposer=chosen["proposer"],
        proposer_model=chosen["proposer_model"],
        proposer_url=chosen["proposer_url"],
        proposer_key=chosen["proposer_key"],
        token=chosen["token"],
        authority=_place_file(chosen["authority"], folders),
    )


def _choose(
    stored: Mapping[str, str],
    environment: Mapping[str, str],
    key: str,
    variables: tuple[str, ...],
    *,
    switch: str | None = None,
    option: str | None = None,
) -> Setting | None:
    if switch:
        return Setting(switch, Origin.SWITCH, option or f"--{key}")
    for variable in variables:
        if value := environment.get(variable):
            return Setting(value, Origin.ENVIRONMENT, variable)
    return Setting(stored[key], Origin.FILE, key) if key in stored else None


def _place_graph(chosen: Setting | None, folders: Folders) -> Setting:
    """The graph's folder made absolute: config.toml counts from its own folder, the rest from the current one."""
    if chosen is None:
        return Setting(str(folders.data / "graph"), Origin.DEFAULT)
    if is_server(chosen.value):
        return chosen
    require_place(chosen.value)
    return _absolute(chosen, folders)


def _place_file(chosen: Setting | None, folders: Folders) -> Setting | None:
    return None if chosen is None else _absolute(chosen, folders)


def _absolute(chosen: Setting, folders: Folders) -> Setting:
    start = folders.configuration if chosen.origin is Origin.FILE else Path.cwd()
    return Setting(str(start / Path(chosen.value).expanduser()), chosen.origin, chosen.place)


def _check_language(chosen: Setting | None, folders: Folders) -> Setting:
    if chosen is None:
        return Setting(DEFAULT_LANGUAGE, Origin.DEFAULT)
    if chosen.value not in LANGUAGES:
        file = {"path": str(folders.configuration_file)} if chosen.origin is Origin.FILE else {}
        raise SettingsError("unknown_language", value=chosen.value, place=chosen.place, **file)
    return chosen


_KEYS = (
    "graph",
    "language",
    "author",
    "neo4j.username",
    "neo4j.password",
    "neo4j.database",
    "neo4j.ca",
    "proposer.name",
    "proposer.model",
    "proposer.url",
)
_TABLES = frozenset({"neo4j", "proposer"})


def _read_configuration(path: Path) -> dict[str, str]:
    """The settings in config.toml, tables joined by a dot; empty when there is no file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("configuration_unreadable", path=str(path)) from error
    import tomllib

    try:
        content: Mapping[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        raise SettingsError(
            "configuration_invalid", path=str(path), line=int(place[1]) if place else text.count("\n") + 1
        ) from error
    return dict(_flatten(content, path))


def _flatten(content: Mapping[str, object], path: Path, *, prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in content.items():
        name = prefix + key
        if name in _TABLES and isinstance(value, dict):
            found += _flatten({str(inner): item for inner, item in value.items()}, path, prefix=f"{name}.")
        elif name not in _KEYS:
            raise SettingsError("configuration_key", path=str(path), key=name, known=", ".join(_KEYS))
        elif not isinstance(value, str):
            raise SettingsError("configuration_value", path=str(path), key=name)
        else:
            found.append((name, value))
    return found
