"""Fetching a page: robots.txt first, every hop checked anew, bounded in time, size and hops."""

import re
from collections.abc import Callable
from email.message import Message
from urllib.parse import urljoin

from urllib3.response import BaseHTTPResponse

from graph.errors import DocumentError
from loaders.lexicon import word_table
from loaders.web.address import WebAddress, parse_address
from loaders.web.connection import Limits, ask, read_body
from loaders.web.deadline import within
from loaders.web.hosts import find_addresses
from loaders.web.page import Page, Watch
from loaders.web.robots import LARGEST, Robots

_ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"
_MOVED = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_STATUS = {
    204: "empty",
    205: "empty",
    401: "web_refused",
    402: "web_refused",
    403: "web_refused",
    404: "web_not_found",
    407: "web_refused",
    410: "web_not_found",
    429: "web_busy",
    451: "web_refused",
    503: "web_busy",
}
_LOGIN = re.compile(rf"(?<![a-z])(?:{'|'.join(word_table('web')['login'])})(?![a-z])", re.IGNORECASE)
_PASSWORD_FIELD = re.compile(rb"<input[^>]{0,300}type\s*=\s*[\"']?password", re.IGNORECASE)
_SEARCHED = 300_000


class Web:
    """Fetches pages, one after the other; remembers each host's robots.txt."""

    def __init__(self, *, allow_private: bool = False, limits: Limits | None = None) -> None:
        self._allow_private = allow_private
        self._limits = limits or Limits()
        self._robots = Robots(self._ask_robots)

    def fetch(self, given: WebAddress, watch: Watch | None = None) -> Page:
        """The page at an address. Raises DocumentError with the address and a code beginning with "web_", or empty."""
        try:
            return within(self._limits.seconds, lambda: self._fetch(given, watch))
        except DocumentError as error:
            raise DocumentError(error.code, **{**error.details, "address": given.url}) from error

    def _fetch(self, given: WebAddress, watch: Watch | None) -> Page:
        answer, kept, last = self._follow(given, self._robots.check)
        try:
            if answer.status != 200:
                code = _STATUS.get(answer.status, "web_server_error" if answer.status >= 500 else "web_status")
                raise DocumentError(code, status=answer.status)
            data = read_body(answer, self._limits.size, watch=watch)
            page = _page(given, kept, data, answer)
        finally:
            answer.close()
        if not data or data.isspace():
            raise DocumentError("empty")
        if kept.path != last.path and _PASSWORD_FIELD.search(data[:_SEARCHED]):
            raise DocumentError("web_login")
        return page

    def _follow(
        self, given: WebAddress, check: Callable[[WebAddress], None]
    ) -> tuple[BaseHTTPResponse, WebAddress, WebAddress]:
        """The answer at the end of all redirects, the address to keep, and the last one."""
        here = kept = given
        for_good = True
        for _hop in range(self._limits.redirects + 1):
            check(here)
            machines = find_addresses(here.host, here.port, allow_private=self._allow_private)
            answer = ask(here, machines, self._limits, headers={"Accept": _ACCEPT})
            target = answer.headers.get("Location")
            if answer.status not in _MOVED or not target:
                return answer, kept, here
            answer.close()
            for_good = for_good and answer.status in _FOR_GOOD
            here = parse_address(urljoin(here.url, target))
            kept = here if for_good else kept
            if _LOGIN.search(here.url) and not _LOGIN.search(given.url):
                raise DocumentError("web_login")
        raise DocumentError("web_too_many_redirects")

    def _ask_robots(self, place: WebAddress) -> tuple[int, bytes]:
        answer, _kept, _last = self._follow(place, lambda _address: None)
        try:
            return answer.status, read_body(answer, 10 * LARGEST) if answer.status == 200 else b""
        finally:
            answer.close()


def _page(given: WebAddress, kept: WebAddress, data: bytes, answer: BaseHTTPResponse) -> Page:
    head = Message()
    for name in ("Content-Type", "Content-Disposition"):
        if name in answer.headers:
            head[name] = answer.headers[name]
    media_type = head.get_content_type() if "Content-Type" in head else ""
    return Page(given, kept, data, media_type, head.get_content_charset(), head.get_filename("") or "")
