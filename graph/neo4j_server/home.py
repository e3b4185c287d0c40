"""The folder of a Neo4j of the user's: what lies in it, its configuration and its password.

`neo4j.json` says what the folder is and which release wrote it; `password` is generated, for its owner's eyes only.
Neo4j takes the hash of it from `data/dbms/auth.ini` when it starts for the first time: the well-known first password
never works, and the password stands on no command line.
"""

import errno
import hashlib
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import StoreError
from graph.lock import write_private
from graph.neo4j_server.memory import Memory

USER = "neo4j"
_MARK, _PASSWORD, _RUNNING, _LOCK = "neo4j.json", "password", "running.json", "neo4j.lock"
_IGNORED = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", "lost+found", ".directory"})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_ROUNDS = 1_024
_CONFIGURATION = """\
# Written anew at every start.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size={pagecache}
db.tx_log.preallocate=false
"""
_SINCE_2025 = """\
client.allow_telemetry=false
dbms.fleet_manager.enabled=false
server.fleet_discovery.enabled=false
"""
"""Else it would look for others of its kind on the local network."""


@dataclass(frozen=True, slots=True)
class Home:
    """The folder, and the files that are ours in it."""

    folder: Path

    @property
    def configuration(self) -> Path:
        """The folder of neo4j.conf."""
        return self.folder / "conf"

    @property
    def console(self) -> Path:
        """What the process says while it runs; begun anew at every start."""
        return self.folder / "logs" / "console.log"

    @property
    def running(self) -> Path:
        """Process and port of the server that runs on the folder; see graph.neo4j_server.process."""
        return self.folder / _RUNNING

    @property
    def lock(self) -> Path:
        """Held while a server is started or stopped."""
        return self.folder / _LOCK

    def exists(self) -> bool:
        """Whether a server has ever been set up here."""
        return (self.folder / _MARK).is_file()

    def password(self) -> str:
        """The generated password."""
        return (self.folder / _PASSWORD).read_text(encoding="ascii").strip()

    def version(self) -> str:
        """The release that wrote the data; "" for a folder that was never set up."""
        return str(self._mark().get("neo4j", ""))

    def port(self) -> int | None:
        """The port used last."""
        port = self._mark().get("port")
        return port if isinstance(port, int) else None

    def memory(self) -> Memory | None:
        """What the server was allowed last."""
        heap, pagecache = (self._mark().get(name) for name in ("heap", "pagecache"))
        return Memory(heap, pagecache) if isinstance(heap, str) and isinstance(pagecache, str) else None

    def set_up(self) -> None:
        """Make the folder and its password, where they are not there yet.

        Raises StoreError: neo4j_not_a_folder, neo4j_folder_foreign, neo4j_folder_not_writable, disk_full.
        """
        if self.folder.exists() and not self.folder.is_dir():
            raise StoreError("neo4j_not_a_folder", path=str(self.folder))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            names = {path.name for path in self.folder.iterdir()} - _IGNORED
            ours = {_PASSWORD, f"{_PASSWORD}.new", f"{_MARK}.new", _LOCK, "conf", "data", "logs"}
            if _MARK not in names and names - ours:
                raise StoreError("neo4j_folder_foreign", path=str(self.folder), name=min(names - ours))
            for inner in (self.configuration, self.console.parent, self.folder / "data" / "dbms"):
                inner.mkdir(parents=True, exist_ok=True)
            if not (self.folder / _PASSWORD).exists():
                password = secrets.token_urlsafe(24)
                write_private(self.folder / "data" / "dbms" / "auth.ini", _hashed(password))
                write_private(self.folder / _PASSWORD, password + "\n")
        except OSError as error:
            raise disk_error(self.folder, error) from error

    def configure(self, *, version: str, port: int, memory: Memory) -> None:
        """Write the configuration, and down which release works on the data from now on. Raises OSError."""
        text = _CONFIGURATION.format(port=port, pagecache=memory.pagecache)
        text += "" if version.startswith("5.") else _SINCE_2025
        (self.configuration / "neo4j.conf").write_text(text, encoding="ascii")
        mark = {"program": "buendnisatlas", "neo4j": version, "port": port, **asdict(memory)}
        write_private(self.folder / _MARK, json.dumps(mark) + "\n")

    def _mark(self) -> dict[str, object]:
        try:
            mark = json.loads((self.folder / _MARK).read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except (OSError, ValueError) as error:
            raise StoreError("neo4j_folder_damaged", path=str(self.folder / _MARK)) from error
        return mark if isinstance(mark, dict) else {}


def disk_error(folder: Path, error: OSError) -> StoreError:
    """What a failed write into the folder means."""
    if error.errno in _FULL:
        return StoreError("disk_full", path=str(folder))
    if isinstance(error, NotADirectoryError | FileExistsError):
        return StoreError("neo4j_not_a_folder", path=str(folder))
    return StoreError("neo4j_folder_not_writable", path=str(folder))


def _hashed(password: str) -> str:
    """The line that Neo4j's own `set-initial-password` writes."""
    salt = os.urandom(32)
    key = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(_ROUNDS - 1):
        key = hashlib.sha256(key).digest()
    return f"{USER}:SHA-256,{key.hex()},{salt.hex()},{_ROUNDS}:\n"
