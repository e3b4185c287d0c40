"""Processes of their own, for what happens at a process's end or on its console."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.conftest import StorePlace

ROOT = Path(__file__).parents[2]

SAY_ERROR = """
from graph.errors import StoreError
try:
    open_store(sys.argv[1]).close()
    print("open")
except StoreError as error:
    print(error.code, error.details.get("pid", ""))
"""
"""Open a folder and print what came of it."""

_HEAD = """
import json, os, pathlib, sys
sys.path.insert(0, {root!r})
from graph.store import ServerSettings, open_store

def opened(**options):
    login = json.loads(os.environ.get("LOGIN", "null"))
    return open_store(sys.argv[1], settings=ServerSettings(**login) if login else None, **options)
"""


def run_child(body: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a few lines, with `open_store` at hand (and `opened`, for the place of the first argument)."""
    return subprocess.run(
        command(body, *arguments), capture_output=True, timeout=120, check=False, env={**os.environ, **environment}
    )


def command(body: str, *arguments: str) -> list[str]:
    """The command that runs these lines."""
    return [sys.executable, "-c", _HEAD.format(root=str(ROOT)) + body, *arguments]


def login(place: StorePlace) -> dict[str, str]:
    """What `opened` finds in the environment to log in at a server."""
    settings = place.settings
    if not settings:
        return {}
    return {"LOGIN": json.dumps({"user": settings.user, "password": settings.password, "database": settings.database})}


_PEER = """
from graph.errors import StoreError
from tests.factory import a_reading
with open_store(sys.argv[1], read_only=sys.argv[2] == "read") as store:
    print(json.dumps("open"), flush=True)
    for line in sys.stdin:
        verb, _, rest = line.strip().partition(" ")
        try:
            if verb == "write":
                answer = not store.write_reading(a_reading(rest).sentence(rest).silence("DE-BY").build()).unchanged
            elif verb == "documents":
                answer = [document.address for document in store.documents()]
            else:
                answer = store.read(rest)
        except StoreError as error:
            answer = error.code
        print(json.dumps(answer), flush=True)
"""


class Peer:
    """A process of its own that has a graph open and does what it is told, until it is closed or killed."""

    def __init__(self, url: Path | str, *, read_only: bool = False) -> None:
        line = command(_PEER, str(url), "read" if read_only else "write")
        self._process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.pid = self._process.pid
        assert self.answer() == "open"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self.close()

    def ask(self, line: str) -> None:
        """Tell it what to do, and go on: `write NAME`, `documents`, or `read QUESTION`."""
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def answer(self) -> object:
        """What came of it: whether something was written, addresses, rows, or the code of an error."""
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def do(self, line: str) -> object:
        """Tell it what to do, and wait for what comes of it."""
        self.ask(line)
        return self.answer()

    def close(self) -> None:
        """Let it close its graph and end."""
        self._process.communicate(timeout=60)
        assert self._process.returncode == 0

    def kill(self) -> None:
        """End it without any warning."""
        self._process.kill()
        self._process.communicate(timeout=60)
