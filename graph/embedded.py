"""The embedded store: a folder, and the engine that runs on it inside this process, reached over Bolt on the loopback.

The folder holds `graph.json` (what it is), `engine/` (the engine's own files) and, while it is open, the locks and
`holder.json` with ports and passwords; `joining.py` says who starts the engine, and who joins. The engine's other
listener (HTTP) cannot be left out: it answers on the loopback only, and nothing without the password.
"""

import importlib
import json
import os
import shutil
import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graph.accounts import Passwords, write_accounts
from graph.asked import Explain
from graph.disk import disk_error
from graph.engine_log import set_up_engine_log
from graph.errors import StoreError
from graph.lock import NAMES, write_private

_MARK = "graph.json"
_ENGINE = "engine"
_FRESH, _STALE, REWRITE = "engine.new", "engine.old", "rewrite"
"""While a graph is written anew: the new files when they are whole, the old ones, and where the new ones are made."""

_OURS = frozenset({_MARK, f"{_MARK}.new", _ENGINE, _FRESH, _STALE, REWRITE, *NAMES, *(f"{name}.new" for name in NAMES)})
_IGNORED = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", "lost+found", ".directory"})
DATABASE = "graph"
_ROOM_NEEDED = 1 << 20
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Engine:
    """A running engine. Both ports listen on the loopback only; `stop` ends it, but not the process."""

    http_port: int
    bolt_port: int
    passwords: Passwords
    stop: Callable[[], None]
    explain: Explain
    """Over Bolt the engine keeps to itself what is wrong with a question."""


def prepare_folder(folder: Path, *, create: bool) -> None:
    """Make sure that this is a graph folder, or with `create` make it one where it is missing or empty.

    Raises StoreError: no_embedded_engine, graph_missing, graph_not_a_folder, graph_folder_foreign, graph_not_writable,
    disk_full.
    """
    _require_engine(folder)
    try:
        _prepare(folder, create=create)
    except OSError as error:
        raise disk_error(folder, error) from error


def start_engine(folder: Path, log_folder: Path | None) -> Engine:
    """Start the engine on a graph folder that this process holds.

    It logs into `log_folder`, by default nowhere; the first engine of a process decides for all. Raises StoreError:
    no_embedded_engine, graph_not_writable, disk_full, graph_damaged, and graph_held_silently while the engine of a
    process that is just ending still has the folder.
    """
    try:
        take_over_rewritten(folder)
        return _start(folder, log_folder)
    except OSError as error:
        raise disk_error(folder, error) from error


def offer_rewritten(folder: Path) -> None:
    """Say that the engine's files made in `REWRITE` are whole and may take the place of the old ones."""
    (folder / REWRITE / _ENGINE).rename(folder / _FRESH)


def take_over_rewritten(folder: Path) -> None:
    """Put files that were written anew in the place of the old ones, and discard what an interruption has left.

    For a folder that is held and has no engine running. Interrupted anywhere, the next call goes on.
    """
    fresh, engine = folder / _FRESH, folder / _ENGINE
    if fresh.exists():
        if engine.exists():
            shutil.rmtree(folder / _STALE, ignore_errors=True)
            engine.rename(folder / _STALE)
        fresh.rename(engine)
    for name in (_STALE, REWRITE):
        if (folder / name).exists():
            shutil.rmtree(folder / name)


def look_at(folder: Path) -> StoreError | None:
    """What is wrong with the folder's disk, if anything: asked after a failure, because the engine does not say."""
    probe = folder / f"{_MARK}.new"
    try:
        probe.write_bytes(b"\0" * _ROOM_NEEDED)
    except OSError as error:
        return disk_error(folder, error)
    finally:
        _discard(probe)
    return None


def _require_engine(folder: Path) -> None:
    try:
        importlib.import_module("arcadedb")
    except (ImportError, OSError) as error:
        raise StoreError("no_embedded_engine", path=str(folder)) from error


def _prepare(folder: Path, *, create: bool) -> None:
    """Make sure that the folder is a graph folder, or make it one."""
    if folder.exists() and not folder.is_dir():
        raise StoreError("graph_not_a_folder", path=str(folder))
    if not folder.exists() and not create:
        raise StoreError("graph_missing", path=str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    names = {path.name for path in folder.iterdir()} - _IGNORED
    if _MARK not in names and names - _OURS:
        raise StoreError("graph_folder_foreign", path=str(folder), name=min(names - _OURS))
    if _MARK not in names and not create:
        raise StoreError("graph_missing", path=str(folder))
    if not os.access(folder, os.W_OK):
        raise StoreError("graph_not_writable", path=str(folder))


def _start(folder: Path, log_folder: Path | None) -> Engine:
    ready = _is_ready(folder)
    if not ready:
        _write_mark(folder, ready=False)
    set_up_engine_log(folder / _ENGINE / "log", log_folder)
    passwords = write_accounts(folder / _ENGINE / "config", database=DATABASE)
    try:
        http_port, bolt_port, stop, explain = _start_server(folder)
    except StoreError as error:
        if ready or error.code != "graph_damaged":
            raise
        # Killed while it was made: nothing in it was ever acknowledged.
        shutil.rmtree(folder / _ENGINE)
        passwords = write_accounts(folder / _ENGINE / "config", database=DATABASE)
        http_port, bolt_port, stop, explain = _start_server(folder)
    if not ready:
        _write_mark(folder, ready=True)
    return Engine(http_port, bolt_port, passwords, stop, explain)


def _start_server(folder: Path) -> tuple[int, int, Callable[[], None], Explain]:
    import arcadedb

    for attempt in range(_ATTEMPTS):
        http_port, bolt_port = _free_ports()
        server = arcadedb.create_server(root_path=str(folder / _ENGINE), config=_configuration(http_port, bolt_port))
        try:
            server.start()
            if (folder / _ENGINE / "databases" / DATABASE).is_dir():
                database = server.get_database(DATABASE)
            else:
                database = server.create_database(DATABASE)
        except (arcadedb.ArcadeDBError, OSError) as error:
            server.stop()
            if attempt + 1 < _ATTEMPTS and "bind" in str(error).lower():  # somebody else took the port meanwhile
                continue
            raise _start_error(folder, error) from error
        except BaseException:
            server.stop()
            raise
        return http_port, bolt_port, server.stop, partial(_explained, database.query)
    raise AssertionError("unreachable")


def _explained(query: Callable[[str, str], object], text: str) -> str:
    """What the engine says of a question that it cannot plan; nothing is run."""
    try:
        query("opencypher", f"EXPLAIN {text}")
    except Exception as error:  # whatever it is, it is said of a question that has failed already
        return str(error)
    return ""


def _configuration(http_port: int, bolt_port: int) -> dict[str, str | int | bool]:
    return {
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": bolt_port,
        "http_port": http_port,
        "host": "127.0.0.1",
        "mode": "production",  # this is what brings every commit to the disk
        "support_autoRegister": False,
    }


def _free_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return int(first.getsockname()[1]), int(second.getsockname()[1])


def _start_error(folder: Path, error: Exception) -> StoreError:
    text = str(error)
    if "locked by another process" in text:
        return StoreError("graph_held_silently", path=str(folder))
    if "native library" in text.lower() or isinstance(error, OSError):
        return StoreError("no_embedded_engine", path=str(folder))
    if "No space left" in text:
        return StoreError("disk_full", path=str(folder))
    return look_at(folder) or StoreError("graph_damaged", path=str(folder))


def _is_ready(folder: Path) -> bool:
    try:
        mark = json.loads((folder / _MARK).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return False
    except ValueError as error:
        raise StoreError("graph_damaged", path=str(folder)) from error
    return isinstance(mark, dict) and mark.get("ready") is True


def _write_mark(folder: Path, *, ready: bool) -> None:
    write_private(folder / _MARK, json.dumps({"program": "buendnisatlas", "engine": "arcadedb", "ready": ready}) + "\n")


def _discard(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # a read-only disk: there is nothing to discard
