"""A way to a server that can be disturbed: cut, slow, silent, or losing the answer to a commit."""

import contextlib
import socket
import struct
import threading
import time
from types import TracebackType
from typing import Self

_COMMIT = b"\x00\x02\xb0\x12\x00\x00"
_AT_ONCE = struct.pack("ii", 1, 0)


class Proxy:
    """Listens on `port` and hands everything on to the port it was made for, as its settings let it.

    `delay` holds each piece up (seconds), `silent` holds all up, `refusing` ends every new connection at once.
    """

    def __init__(self, target: int) -> None:
        self.delay, self.silent, self.refusing = 0.0, False, False
        self._target, self._lose_after = target, -1
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.silent, self.refusing = False, True
        self._listener.close()
        self.cut()

    def cut(self) -> None:
        """Break every connection there is."""
        pairs, self._pairs = self._pairs, []
        for pair in pairs:
            _break(*pair)

    def lose_answer(self, commits: int) -> None:
        """Break the connection instead of handing on the answer to a commit; so many commits are answered before."""
        self._lose_after = commits

    @property
    def has_lost(self) -> bool:
        """Whether the answer was lost."""
        return self._lose_after < 0

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                if self.refusing:
                    _break(client)
                    continue
                try:
                    server = socket.create_connection(("127.0.0.1", self._target))
                except OSError:
                    _break(client)
                    continue
                self._pairs.append((client, server))
                losing = threading.Event()
                for pump, pair in ((self._up, (client, server)), (self._down, (server, client))):
                    threading.Thread(target=pump, args=(*pair, losing), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket, losing: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := self._piece(client):
                if _COMMIT in data and self._lose_after >= 0:
                    if self._lose_after == 0:
                        losing.set()
                    self._lose_after -= 1
                server.sendall(data)
        _break(client, server)

    def _down(self, server: socket.socket, client: socket.socket, losing: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while (data := self._piece(server)) and not losing.is_set():
                client.sendall(data)
        _break(client, server)

    def _piece(self, source: socket.socket) -> bytes:
        data = source.recv(65_536)
        time.sleep(self.delay)
        while self.silent:
            time.sleep(0.01)
        return data


def _break(*ends: socket.socket) -> None:
    for end in ends:
        with contextlib.suppress(OSError):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
            end.shutdown(socket.SHUT_RDWR)
        end.close()
