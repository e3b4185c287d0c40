"""A real HTTP server on this machine, with pages made on the spot; what was asked of it is written down."""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Act = Callable[[BaseHTTPRequestHandler], None]
HTML = "text/html; charset=utf-8"


@dataclass
class Site:
    """Paths (with query) and what they answer: bytes and headers, or an act of its own. Unknown paths are 404."""

    server: ThreadingHTTPServer
    scheme: str = "http"
    acts: dict[str, Act] = field(default_factory=dict[str, Act])
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list[tuple[str, Mapping[str, str]]])

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server.server_address[1])

    def url(self, path: str, *, host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """The paths asked for, in order."""
        return [path for path, _headers in self.asked]

    def page(
        self, path: str, body: str | bytes = b"", *, kind: str | None = HTML, status: int = 200, **headers: str
    ) -> str:
        """Answer a path with this; its address."""
        data = body.encode("utf-8") if isinstance(body, str) else body

        def act(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            if kind is not None:
                handler.send_header("Content-Type", kind)
            for name, value in {"Content_Length": str(len(data)), **headers}.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(data)

        self.acts[path] = act
        return self.url(path)

    def redirect(self, path: str, target: str, *, status: int = 302) -> str:
        """Send a path elsewhere; its address."""
        return self.page(path, status=status, Location=target)


@contextmanager
def running_site(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that runs until the block ends."""
    site: Site

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            act = site.acts.get(self.path)
            if act is None:
                self.send_error(404)
            else:
                act(self)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            """A reader that hangs up is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site = Site(server, "https" if tls else "http")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
