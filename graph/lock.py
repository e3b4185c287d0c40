"""Who holds a graph folder, and whose turn it is to write to it: one process at a time.

The system's own lock on a file says whether the folder is held; it goes with its process, however that ends, so a
crash leaves nothing to clear away. A second file beside it says who holds it and how it is reached, readable for its
owner only; without the lock it is stale and means nothing. A lock of the same sort gives writers their turns.
"""

import json
import os
import platform
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from graph.disk import disk_error
from graph.errors import StoreError

_LOCK = "graph.lock"
_HOLDER = "holder.json"
_WRITING = "writing.lock"
NAMES = (_LOCK, _HOLDER, _WRITING)

_TURN_SECONDS = 600.0
"""How long a writer waits for its turn before it says so: longer than any one transaction takes."""

_BRIEFLY = tuple(0.02 * step for step in range(5))


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that holds a folder, and how its engine is reached: on the loopback of `host`."""

    pid: int
    host: str
    version: str
    bolt_port: int
    http_port: int
    user: str
    password: str = field(repr=False)
    reader: str
    reader_password: str = field(repr=False)


def this_host() -> str:
    """The machine's name: a loopback address means another thing on each."""
    return platform.node()


class FolderLock:
    """The hold on one graph folder, from `take` to `release`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / _LOCK, timeout=0, thread_local=False, mode=0o600)

    def take(self) -> bool:
        """Take the folder at once, if nobody has it; whether it is ours now."""
        try:
            self._lock.acquire()
        except Timeout:
            return False
        _remove(self._folder / _HOLDER)  # of one who is gone: nobody shall knock at its door
        return True

    def announce(self, holder: Holder) -> None:
        """Write down who holds the folder and how it is reached; for the owner's eyes only."""
        write_private(self._folder / _HOLDER, json.dumps(asdict(holder)))

    def withdraw(self) -> None:
        """Say that the engine is about to stop: who joined looks for the next holder from here on."""
        if self._lock.is_locked:
            _remove(self._folder / _HOLDER)

    def release(self) -> None:
        """Give the folder back. Safe to call twice."""
        if self._lock.is_locked:
            self.withdraw()
            self._lock.release()


class Turns:
    """The turns of those who write to one folder, of all processes and threads: a context manager, not for nesting.

    The embedded engine lets writers run into each other and then refuses all but one; in turns, none is refused.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Without a folder, the turns of this process's threads."""
        self._folder, self._threads = folder, threading.Lock()
        self._lock = (
            FileLock(folder / _WRITING, timeout=_TURN_SECONDS, poll_interval=0.01, thread_local=False, mode=0o600)
            if folder
            else None
        )

    def __enter__(self) -> None:
        self._threads.acquire()
        try:
            self._acquire()
        except BaseException:
            self._threads.release()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._lock:
            self._lock.release()
        self._threads.release()

    def _acquire(self) -> None:
        if not (self._folder and self._lock):
            return
        try:
            self._lock.acquire()
        except Timeout:
            raise StoreError("graph_busy", path=str(self._folder)) from None
        except OSError as error:
            raise disk_error(self._folder, error) from error


def read_holder(folder: Path, *, version: str) -> Holder | None:
    """Who says that it holds the folder; None while nobody does.

    Raises StoreError where it cannot be joined: `graph_held_by_user` (the file is another user's),
    `graph_held_by_version` (another program's or version's), `graph_held_elsewhere` (host; another machine's).
    """
    try:
        read = json.loads(_patiently_read(folder / _HOLDER))
    except FileNotFoundError:
        return None
    except PermissionError:
        raise StoreError("graph_held_by_user", path=str(folder)) from None
    except ValueError:
        read = None
    found = read if isinstance(read, dict) else {}
    if found.get("version") != version:
        raise StoreError("graph_held_by_version", path=str(folder))
    holder = Holder(**found)
    if holder.host != this_host():
        raise StoreError("graph_held_elsewhere", path=str(folder), host=holder.host)
    return holder


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, in one step: whole or not at all, and on the disk."""
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    with open(new, "w", encoding="utf-8", opener=lambda name, flags: os.open(name, flags | os.O_EXCL, 0o600)) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _patiently_read(path: Path) -> str:
    """A file's text. Windows refuses it for a moment while it is being replaced."""
    for pause in _BRIEFLY:
        time.sleep(pause)
        try:
            return path.read_text(encoding="utf-8")
        except PermissionError:
            continue
    return path.read_text(encoding="utf-8")


def _remove(path: Path) -> None:
    """Remove a file. Windows refuses that for a moment while somebody reads it."""
    for pause in _BRIEFLY:
        time.sleep(pause)
        try:
            path.unlink(missing_ok=True)
        except PermissionError:
            continue
        return
