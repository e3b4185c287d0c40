"""robots.txt: what a site asks of programs, by RFC 9309, asked for once a host."""

from collections.abc import Callable
from dataclasses import dataclass, field

from protego import Protego

from graph.errors import DocumentError
from loaders.web.address import WebAddress

NAME = "Buendnisatlas"
"""The name by which a robots.txt calls this program."""
LARGEST = 500_000
_ALL = ""

Ask = Callable[[WebAddress], tuple[int, bytes]]
"""Gives the status and the first bytes of an address, redirects followed."""


@dataclass(slots=True)
class Robots:
    """The rules of every host that was asked so far."""

    ask: Ask
    _rules: dict[str, Protego] = field(default_factory=dict[str, Protego])

    def check(self, address: WebAddress) -> None:
        """Raise DocumentError: web_robots where the site asks not to, web_robots_unknown where it cannot say now."""
        if address.origin not in self._rules:
            self._rules[address.origin] = self._asked(address)
        if not self._rules[address.origin].can_fetch(address.url, NAME):
            raise DocumentError("web_robots")

    def _asked(self, address: WebAddress) -> Protego:
        """No robots.txt means no rules; a server in trouble means that nothing may be read until it answers."""
        place = WebAddress(address.scheme, address.host, address.port, "/robots.txt")
        try:
            status, data = self.ask(place)
        except DocumentError as error:
            if error.code != "web_too_many_redirects":
                raise
            return Protego.parse(_ALL)
        if status == 429 or status >= 500:
            raise DocumentError("web_robots_unknown")
        return Protego.parse(data[:LARGEST].decode("utf-8-sig", "replace") if status == 200 else _ALL)
