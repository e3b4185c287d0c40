"""A cluster of several doors to one real Neo4j: each may be a leader, a reader or gone, with or without encryption.

A door hands on every message between driver and server, notes what was asked for, and answers itself who is leader and
who reads (ROUTE). A write at a door that does not lead is refused with the words of a cluster.
"""

import contextlib
import socket
import ssl
import threading
from dataclasses import dataclass, field
from types import TracebackType
from typing import BinaryIO, Self
from urllib.parse import urlsplit

from tests.graph.packed import (
    BEGIN,
    FAILURE,
    HELLO,
    IGNORED,
    LOGON,
    RESET,
    ROUTE,
    RUN,
    SUCCESS,
    Packed,
    chunked,
    packed,
    read_message,
    unpacked,
)

_BOLT_5_4 = bytes.fromhex("6060b017 00040405 00000000 00000000 00000000")


@dataclass(frozen=True)
class Asked:
    """What a door was asked for: the message, its fields, and the access and bookmarks of a transaction."""

    tag: int
    fields: list[Packed]

    @property
    def extra(self) -> dict[str, Packed]:
        """The particulars that a message ends with."""
        last = self.fields[-1] if self.fields else None
        return last if isinstance(last, dict) else {}

    @property
    def begins(self) -> bool:
        """Whether it begins a transaction: by itself, or a statement that stands alone and so says where it belongs."""
        return self.tag == BEGIN or (self.tag == RUN and bool(self.extra))

    @property
    def reading(self) -> bool:
        """Whether it was sent as a read."""
        return self.extra.get("mode") == "r"

    @property
    def bookmarks(self) -> set[str]:
        """What the answer has to have seen."""
        found = self.extra.get("bookmarks")
        return set(map(str, found)) if isinstance(found, list) else set()


@dataclass
class Door:
    """One address of the cluster."""

    listener: socket.socket
    address: str
    asked: list[Asked] = field(default_factory=list)
    open: list[socket.socket] = field(default_factory=list)
    failing: list[str] = field(default_factory=list)
    """Codes of errors that the next transactions begin with."""
    failing_writes: str | None = None
    """The code of an error that every write here begins with."""

    @property
    def begun(self) -> list[Asked]:
        """The transactions begun here."""
        return [one for one in self.asked if one.begins]


class Cluster:
    """So many doors; number `leader` takes the writes, the others the reads."""

    def __init__(self, url: str, *, doors: int = 3, encryption: ssl.SSLContext | None = None) -> None:
        parts = urlsplit(url)
        self._target = (parts.hostname or "", parts.port or 7687)
        self._encryption = encryption
        listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(doors)]
        self.doors = [Door(one, f"127.0.0.1:{one.getsockname()[1]}") for one in listeners]
        self.leader = 0

    def __enter__(self) -> Self:
        for door in self.doors:
            threading.Thread(target=self._accept, args=(door,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for door in self.doors:
            self.drop(door)

    def url(self, scheme: str = "neo4j") -> str:
        """The address of the first door."""
        return f"{scheme}://{self.doors[0].address}"

    def drop(self, door: Door) -> None:
        """Let a server go: what is open to it breaks, and nobody answers there any more."""
        for end in (door.listener, *door.open):
            _break(end)

    def _accept(self, door: Door) -> None:
        while True:
            try:
                client, _ = door.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(door, client), daemon=True).start()

    def _serve(self, door: Door, client: socket.socket) -> None:
        door.open.append(client)
        with contextlib.suppress(OSError):
            if self._encryption:
                client = self._encryption.wrap_socket(client, server_side=True)
                door.open.append(client)
            server = socket.create_connection(self._target)
            door.open.append(server)
            if client.recv(20, socket.MSG_WAITALL if not self._encryption else 0):
                server.sendall(_BOLT_5_4)
                threading.Thread(target=_hand_on, args=(server, client), daemon=True).start()
                self._listen(door, client, server)
        _break(client)

    def _listen(self, door: Door, client: socket.socket, server: socket.socket) -> None:
        stream: BinaryIO = client.makefile("rb")
        refused = False
        while message := read_message(stream):
            asked = Asked(message[1], unpacked(message) if message[1] in {BEGIN, RUN, ROUTE, HELLO, LOGON} else [])
            door.asked.append(asked)
            refused = refused and asked.tag != RESET
            if refused:
                client.sendall(chunked(packed(IGNORED)))
            elif asked.tag == ROUTE:
                client.sendall(chunked(packed(SUCCESS, {"rt": self._table()})))
            elif code := self._refusal(door, asked):
                refused = True
                client.sendall(chunked(packed(FAILURE, {"code": code, "message": "refused by the test's door"})))
            else:
                server.sendall(chunked(message))

    def _refusal(self, door: Door, asked: Asked) -> str | None:
        if asked.begins and door.failing:
            return door.failing.pop(0)
        writing = asked.begins and not asked.reading
        if writing and door is not self.doors[self.leader]:
            return "Neo.ClientError.Cluster.NotALeader"
        return door.failing_writes if writing else None

    def _table(self) -> Packed:
        everywhere: list[Packed] = [door.address for door in self.doors]
        leader: list[Packed] = [self.doors[self.leader].address]
        readers = [one for one in everywhere if one not in leader] or leader
        roles: list[tuple[Packed, Packed]] = [("ROUTE", everywhere), ("WRITE", leader), ("READ", readers)]
        servers: list[Packed] = [{"role": role, "addresses": addresses} for role, addresses in roles]
        return {"ttl": 300, "db": "neo4j", "servers": servers}


def _hand_on(server: socket.socket, client: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := server.recv(65_536):
            client.sendall(data)
    _break(client)


def _break(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
