"""Start a Neo4j on a folder of the user's, wait until it answers, stop it, and find its password by its address."""

import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from filelock import FileLock

from graph.bolt import Connection
from graph.errors import StoreError
from graph.neo4j_server.home import USER, Home, disk_error
from graph.neo4j_server.jars import check_jars
from graph.neo4j_server.memory import Memory
from graph.neo4j_server.process import Running, end, find_running, find_stray, launch, note, require_extra
from graph.neo4j_server.release import Release
from graph.server import ServerSettings

_USUAL_PORT = 7687
_PAUSE = 0.1
_OURS = frozenset({"127.0.0.1", "localhost", "::1"})
_SIGNS = (
    ("No space left on device", "disk_full"),
    ("not enough space on the disk", "disk_full"),
    ("Address already in use", "neo4j_port_taken"),
    ("BindException", "neo4j_port_taken"),
    ("FileLockException", "neo4j_folder_in_use"),
    ("UnsupportedClassVersionError", "neo4j_java_old"),
    ("Could not reserve enough space", "neo4j_memory"),
    ("OutOfMemoryError", "neo4j_memory"),
)
"""What the server's own words mean, in the order they are looked for."""


def start(
    folder: Path,
    cache: Path,
    release: Release,
    *,
    port: int | None = None,
    memory: Memory | None = None,
    upgrade: bool = False,
) -> tuple[Running, bool]:
    """The server on the folder, answering, and whether it ran before.

    Without `port`, it is the last one, 7687 or a free one; 0 is a free one. Without `memory`, it is
    as last time. The jars must be there (see jars.py).
    `upgrade` lets this release work on the data of an older one. Interrupted or failed, it leaves no process behind.
    Raises StoreError: neo4j_extra_missing, neo4j_jar_wrong, neo4j_older_version, neo4j_newer_version,
    neo4j_port_taken, neo4j_java_missing, neo4j_not_started and those of `Home.set_up`.
    """
    require_extra()
    home = Home(folder.absolute())
    home.set_up()
    try:
        with FileLock(home.lock, mode=0o600):
            if found := _adopted(home):
                _wait(home, found, None)
                return found, True
            _require_version(home, release, upgrade=upgrade)
            return _begin(home, check_jars(cache, release), release, port, memory or home.memory() or Memory()), False
    except OSError as error:
        raise disk_error(home.folder, error) from error


def stop(folder: Path) -> Running | None:
    """Stop the server on the folder; None where none runs."""
    require_extra()
    home = Home(folder.absolute())
    if not home.exists():
        return None
    with FileLock(home.lock, mode=0o600):
        found = _adopted(home)
        if found:
            end(found.pid)
        home.running.unlink(missing_ok=True)
        return found


def settings_for(url: str, folders: tuple[Path, ...]) -> ServerSettings | None:
    """How to log in at the server that runs under this address on one of the folders; None where none does."""
    port = _own_port(url)
    for folder in folders if port else ():
        home = Home(folder)
        found = find_running(home)
        if found and found.port == port:
            try:
                return ServerSettings(user=USER, password=home.password())
            except OSError:
                return None
    return None


def stopped_at(url: str, folders: tuple[Path, ...]) -> Path | None:
    """The folder of a server that used to have this address and does not run; None too where anything else listens."""
    port = _own_port(url)
    if port is None or not _is_free(port):
        return None
    homes = (Home(folder) for folder in folders)
    return next((home.folder for home in homes if home.exists() and home.port() == port), None)


def _own_port(url: str) -> int | None:
    """The port of an address at which one of these servers could be."""
    try:
        parts = urlsplit(url)
        port = parts.port or _USUAL_PORT
    except ValueError:
        return None
    return port if parts.hostname in _OURS and parts.scheme in {"bolt", "neo4j"} else None


def _adopted(home: Home) -> Running | None:
    """The server that runs on the folder, also one that nobody wrote down."""
    if found := find_running(home):
        return found
    pid = find_stray(home) if home.exists() else None
    port = home.port()
    if pid is None or port is None:
        return None
    found = Running(pid, port)
    note(home, found)
    return found


def _require_version(home: Home, release: Release, *, upgrade: bool) -> None:
    before = home.version()
    if before in {"", release.version} or (upgrade and _order(before) < _order(release.version)):
        return
    code = "neo4j_newer_version" if _order(before) > _order(release.version) else "neo4j_older_version"
    raise StoreError(code, path=str(home.folder), found=before, known=release.version)


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _begin(home: Home, jars: Path, release: Release, port: int | None, memory: Memory) -> Running:
    chosen = _choose_port(home, port)
    home.running.unlink(missing_ok=True)
    home.configure(version=release.version, port=chosen, memory=memory)
    process = launch(home, jars=jars, main_class=release.main_class, heap=memory.heap, port=chosen)
    running = Running(process.pid, chosen)
    try:
        _wait(home, running, process)
    except BaseException:
        process.terminate()
        process.wait()
        home.running.unlink(missing_ok=True)
        raise
    return running


def _choose_port(home: Home, port: int | None) -> int:
    if port:
        if not _is_free(port):
            raise StoreError("neo4j_port_taken", port=port)
        return port
    wanted = home.port() or _USUAL_PORT
    if port is None and _is_free(wanted):
        return wanted
    with socket.socket() as any_free:
        any_free.bind(("127.0.0.1", 0))
        return int(any_free.getsockname()[1])


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if sys.platform != "win32":  # there it would let two programs share a port; here it lets a port rest in vain
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _wait(home: Home, running: Running, process: "subprocess.Popen[bytes] | None") -> None:
    """Wait until the server answers with its password; as long as its process lives, since recovery takes time."""
    while True:
        if (process.poll() is not None) if process else (find_running(home) is None):
            raise _failure(home, running)
        if _answers(home, running):
            return
        time.sleep(_PAUSE)


def _answers(home: Home, running: Running) -> bool:
    try:
        socket.create_connection(("127.0.0.1", running.port), timeout=1).close()
        connection = Connection(running.url, user=USER, password=home.password(), database=None, shown=running.url)
    except OSError:
        return False
    try:
        connection.check()
    except StoreError as error:
        if error.code == "store_password_refused":
            raise StoreError("neo4j_password_lost", path=str(home.folder)) from error
        return False
    finally:
        connection.close()
    return True


def _failure(home: Home, running: Running) -> StoreError:
    """Why the process ended before it answered, from what it said."""
    said = ""
    for log in (home.console, home.folder / "logs" / "neo4j.log"):
        if log.is_file():
            said += log.read_text(encoding="utf-8", errors="replace").rpartition("Starting...")[2]
    code = next((code for sign, code in _SIGNS if sign in said), "neo4j_not_started")
    log = home.console if home.console.is_file() else home.folder
    path = log if code == "neo4j_not_started" else home.folder
    return StoreError(code, path=str(path), port=running.port)
