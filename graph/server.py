"""A user's own Neo4j: one server, a cluster or a hosted one, through the official driver."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from graph.bolt import Connection
from graph.errors import StoreError

_OWN_DATABASE = "system"
"""Where Neo4j keeps its accounts. It answers, but takes no data."""

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """How to log in. `database` None means the user's home database."""

    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None


def is_server(url: str) -> bool:
    """Whether this is the address of a server; anything else is a path."""
    return url.partition("://")[0].lower() in SCHEMES and "://" in url


def connect(url: str, settings: ServerSettings) -> Connection:
    """A checked connection.

    Raises StoreError: address invalid, unreachable, password refused, database missing or the server's own.
    """
    shown = shown_address(url)
    if not _has_host(shown):
        raise StoreError("store_address_invalid", url=shown)
    if shown != url and "@" in url:
        raise StoreError("store_address_has_password", url=shown)
    parts = urlsplit(shown)
    if parts.path.strip("/") or parts.fragment:  # the driver would pass over it, and use another database
        raise StoreError("store_address_has_path", url=shown)
    if settings.database and settings.database.lower() == _OWN_DATABASE:
        raise StoreError("store_database_reserved", url=shown, database=settings.database)
    connection = Connection(
        url, user=settings.user, password=settings.password, database=settings.database, shown=shown
    )
    try:
        connection.check()
    except BaseException:
        connection.close()
        raise
    return connection


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number
        return False


def shown_address(url: str) -> str:
    """The address as it may be shown and logged: without user and password, which belong into the settings."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"
