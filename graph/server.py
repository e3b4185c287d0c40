"""A user's own Neo4j: one server, a cluster or a hosted one, through the official driver."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import neo4j

from graph.bolt import Connection
from graph.encryption import look_for_encryption, require_authority
from graph.errors import StoreError

_OWN_DATABASE = "system"
"""Where Neo4j keeps its accounts. It answers, but takes no data."""

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """How to log in. `database` None means the user's home database.

    A `token` (single sign-on) counts before user and password. `authority` is a file of the certificates (PEM) that a
    server's own must be signed by, in place of those that the system trusts.
    """

    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None
    token: str = field(default="", repr=False)
    authority: Path | None = None


def is_server(url: str) -> bool:
    """Whether this is the address of a server; anything else is a path."""
    return url.partition("://")[0].lower() in SCHEMES and "://" in url


def connect(url: str, settings: ServerSettings) -> Connection:
    """A checked connection, whose sessions see what those before them wrote.

    Raises StoreError: address invalid, unreachable, certificate not to be trusted, password or token refused, database
    missing or the server's own.
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
    _require_sayable(settings, shown)
    require_authority(url, settings.authority)
    connection = Connection(
        url,
        user=settings.user,
        password=settings.password,
        token=settings.token,
        database=settings.database,
        authority=settings.authority,
        shown=shown,
        look=lambda *_code: look_for_encryption(url, shown=shown),
        bookmarks=neo4j.GraphDatabase.bookmark_manager(),
    )
    try:
        connection.check()
    except BaseException:
        connection.close()
        raise
    return connection


def _require_sayable(settings: ServerSettings, shown: str) -> None:
    """Bytes that are no UTF-8 in a variable of the environment: no server takes them."""
    for secret, code in ((settings.token, "store_token_refused"), (settings.password, "store_password_refused")):
        try:
            secret.encode()
        except UnicodeEncodeError:
            raise StoreError(code, url=shown) from None


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
