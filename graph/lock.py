"""Who holds a graph folder: one process at a time, until a second one may join.

The system's own lock on a file says whether the folder is held; it goes with its process, however that ends, so a
crash leaves nothing to clear away. A second file beside it says who holds it (process, ports, password), readable for
its owner only; without the lock it is stale and means nothing.
"""

import json
import os
from pathlib import Path

from filelock import FileLock, Timeout

from graph.errors import StoreError

_LOCK = "graph.lock"
_HOLDER = "holder.json"
NAMES = (_LOCK, _HOLDER)


class FolderLock:
    """The hold on one graph folder, from `take` to `release`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / _LOCK, timeout=0, thread_local=False, mode=0o600)

    def take(self) -> None:
        """Take the folder at once, or raise `graph_held` with the number of the process that has it (0: unknown)."""
        try:
            self._lock.acquire()
        except Timeout:
            raise StoreError("graph_held", path=str(self._folder), pid=_holder(self._folder)) from None

    def announce(self, **particulars: str | int) -> None:
        """Write down who holds the folder and how it is reached; for the owner's eyes only."""
        text = json.dumps({"pid": os.getpid(), **particulars})
        write_private(self._folder / _HOLDER, text)

    def release(self) -> None:
        """Give the folder back. Safe to call twice."""
        if self._lock.is_locked:
            (self._folder / _HOLDER).unlink(missing_ok=True)
            self._lock.release()


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, in one step: whole or not at all, and on the disk."""
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    with open(new, "w", encoding="utf-8", opener=lambda name, flags: os.open(name, flags | os.O_EXCL, 0o600)) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _holder(folder: Path) -> int:
    try:
        pid = json.loads((folder / _HOLDER).read_text(encoding="utf-8")).get("pid")
    except (OSError, ValueError, AttributeError):
        return 0
    return pid if isinstance(pid, int) else 0
