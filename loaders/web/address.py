"""Web addresses: what is one, and the one form in which it is kept."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote

from graph.errors import DocumentError

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_PORTS = {"http": 80, "https": 443}
_LONGEST = 4_000
_NOT_IN_TARGET = re.compile(r"[^!-~]")
# Parameters that carry a key: whoever has the address has the access.
_SECRET = frozenset(
    {
        "access_token",
        "api_key",
        "apikey",
        "jsessionid",
        "passwd",
        "password",
        "phpsessid",
        "pwd",
        "secret",
        "sessionid",
        "sig",
        "signature",
        "token",
        "x-amz-signature",
    }
)


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An http(s) address: `host` in ASCII small letters (IPv6 without brackets), `target` is path and query.

    The fragment is dropped: it names a place within the page.
    """

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        return self.url

    @property
    def authority(self) -> str:
        """The host as it stands in an address, with the port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt holds for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The address as a line."""
        return self.origin + self.target

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def name(self) -> str:
        """What a person would call it: the last part of its path, else the host."""
        return self.path.rstrip("/").rpartition("/")[2] or self.authority


def looks_like_address(text: str) -> bool:
    """Whether this is meant as an address ("https://…", and "ftp://…" too) rather than as a path."""
    return _SCHEME.match(text) is not None


def parse_address(text: str) -> WebAddress:
    """The address in its one form: host in small letters, umlauts encoded, no fragment, "a/../b" resolved.

    Raises DocumentError without secrets in it: web_scheme, web_credentials, web_address_invalid.
    """
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    text = text.strip()
    try:
        found = parse_url(text)
    except LocationParseError as error:
        raise DocumentError("web_address_invalid", address=without_secrets(text)) from error
    if found.auth is not None:
        raise DocumentError("web_credentials", address=without_secrets(text))
    if found.scheme not in _PORTS:
        raise DocumentError("web_scheme", address=without_secrets(text))
    host = (found.host or "").strip("[]").rstrip(".")
    if not host or len(text) > _LONGEST:
        raise DocumentError("web_address_invalid", address=without_secrets(text)[:_LONGEST])
    if any(name.lower() in _SECRET for name, _value in parse_qsl(found.query or "")):
        raise DocumentError("web_credentials", address=without_secrets(text))
    target = (found.path or "/") + (f"?{found.query}" if found.query else "")
    encoded = _NOT_IN_TARGET.sub(lambda letter: quote(letter[0]), target)
    return WebAddress(found.scheme, host, found.port or _PORTS[found.scheme], encoded)


def without_secrets(text: str) -> str:
    """An address as far as it may be shown: no user, no password, no query."""
    scheme, separator, rest = text.partition("://")
    return scheme + separator + re.split(r"[?#]", rest.rpartition("@")[2], maxsplit=1)[0]
