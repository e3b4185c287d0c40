"""One question to one server, over a connection to an address that was checked; what goes wrong becomes a code."""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import urllib3
from urllib3 import exceptions
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.response import BaseHTTPResponse

from graph.errors import DocumentError
from loaders.web.address import WebAddress

USER_AGENT = "Buendnisatlas (reads single documents at a person's request)"
_PIECE = 65_536
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
# The first that fits counts.
_CODES: Mapping[type[Exception], str] = {
    exceptions.SSLError: "web_tls",
    exceptions.NewConnectionError: "web_unreachable",
    exceptions.TimeoutError: "web_too_slow",
    exceptions.HTTPError: "web_broken",
    OSError: "web_unreachable",
    ValueError: "web_broken",
}
_TRY_NEXT = frozenset({"web_unreachable", "web_too_slow"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one page may take in all and between two signs of life (seconds), how large it may be, how many hops."""

    seconds: float = 60.0
    pause: float = 15.0
    size: int = 50_000_000
    redirects: int = 10


def ask(
    address: WebAddress,
    machines: tuple[str, ...],
    limits: Limits,
    *,
    headers: Mapping[str, str],
    body: bytes | None = None,
) -> BaseHTTPResponse:
    """The server's answer, its body not read yet; redirects are the caller's business. Close it when done.

    `machines` are checked numeric addresses, tried in turn; with a `body` it is posted. Raises DocumentError:
    web_unreachable, web_too_slow, web_tls, web_broken.
    """
    sent = {"Host": address.authority, "User-Agent": USER_AGENT, "Accept-Encoding": "gzip", **headers}
    for machine in machines[:-1]:
        try:
            return _ask_one(address, machine, limits, sent, body)
        except DocumentError as error:
            if error.code not in _TRY_NEXT:
                raise
    return _ask_one(address, machines[-1], limits, sent, body)


def read_body(answer: BaseHTTPResponse, largest: int, *, watch: Callable[[float], None] | None = None) -> bytes:
    """The whole body, unpacked. Raises DocumentError: web_too_large, web_too_slow, web_broken."""
    told = answer.headers.get("Content-Length", "")
    expected = int(told) if told.isdecimal() else 0
    if expected > largest:
        raise DocumentError("web_too_large", limit=largest // 1_000_000)
    if answer.headers.get("Content-Encoding", "").strip().lower() not in _ENCODINGS:
        raise DocumentError("web_broken")
    pieces: list[bytes] = []
    size = 0
    with _named_errors():
        while piece := answer.read1(_PIECE, decode_content=True):
            pieces.append(piece)
            size += len(piece)
            if size > largest:
                raise DocumentError("web_too_large", limit=largest // 1_000_000)
            if watch is not None and expected:
                watch(min(size / expected, 1.0))
    return b"".join(pieces)


def _ask_one(
    address: WebAddress, machine: str, limits: Limits, headers: Mapping[str, str], body: bytes | None
) -> BaseHTTPResponse:
    make = (
        partial(HTTPSConnectionPool, server_hostname=address.host, assert_hostname=address.host)
        if address.scheme == "https"
        else HTTPConnectionPool
    )
    pause = urllib3.Timeout(connect=limits.pause, read=limits.pause)
    with _named_errors():
        return make(machine, address.port, timeout=pause).urlopen(
            "POST" if body else "GET",
            address.target,
            body=body,
            headers=headers,
            retries=False,
            redirect=False,
            preload_content=False,
        )


@contextmanager
def _named_errors() -> Generator[None]:
    try:
        yield
    except DocumentError:
        raise
    except tuple(_CODES) as error:
        code = next(code for kind, code in _CODES.items() if isinstance(error, kind))
        raise DocumentError(code, reason=type(error).__name__) from error
