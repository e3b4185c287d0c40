"""A graph folder that several processes may have open: one holds it and runs the engine, the others reach it over Bolt.

Who has the folder's lock holds it: starts the engine and announces its ports and passwords. The others join there, and
watch the lock. When the holder ends, however it ends, one of them gets the lock and is the next holder; the rest turn
to its engine. Calls that fail meanwhile are made again there (see graph.bolt).
"""

import os
import threading
import time
from pathlib import Path

from graph.accounts import READER, WRITER
from graph.bolt import Connection
from graph.disk import disk_error
from graph.embedded import DATABASE, Engine, look_at, prepare_folder, start_engine
from graph.errors import StoreError
from graph.lock import FolderLock, Holder, Turns, read_holder, this_host
from graph.schema import SCHEMA

VERSION = f"{SCHEMA}.1"
"""What processes that share a graph must agree on: the form of the data, and the form of what holders announce."""

_WATCH_SECONDS = 0.25
_AFTER_FAILURE_SECONDS = 5.0
_OPEN_SECONDS, _ANSWER_SECONDS = 30.0, 5.0
"""How long a holder may take to begin or to end, and to answer, before we say that the folder is held."""


class SharedFolder:
    """A graph folder this process has open, as its holder or joined to another one. Safe to use from several threads.

    `writer` and `reader` follow the engine wherever it runs; `turns` are those of all who write to the folder.
    """

    def __init__(self, folder: Path, *, create: bool = True, log_folder: Path | None = None) -> None:
        """Open it. `create` and `log_folder` are those of graph.embedded.

        Raises StoreError: those of `prepare_folder` and `start_engine`, those of `read_holder` for a holder that cannot
        be joined, graph_held (pid) for one that does not answer, graph_held_silently for one that never begins or ends.
        """
        prepare_folder(folder, create=create)
        self.folder = folder
        self.turns = Turns(folder)
        self._log_folder = log_folder
        self._lock = FolderLock(folder)
        self._engine: Engine | None = None
        self._looking, self._closing = threading.Lock(), threading.Event()
        self._number, self._joined = 0, self._first_holder()
        self.writer, self.reader = self._connection(WRITER), self._connection(READER)
        self._watcher = threading.Thread(target=self._watch, name="graph-watcher", daemon=True)
        try:
            self._require_answer()
        except BaseException:
            self.close()
            raise
        if not self._engine:
            self._watcher.start()

    def close(self) -> None:
        """Leave the folder; its holder stops the engine and gives it back. Safe to call twice."""
        self._closing.set()
        if self._watcher.is_alive():
            self._watcher.join()
        with self._looking:
            self._lock.withdraw()
            self.reader.close()
            self.writer.close()
            self._stop()

    def explain(self, text: str) -> str:
        """What the engine says is wrong with a question; nothing where another process runs it."""
        return self._engine.explain(text) if self._engine else ""

    def require_engine(self) -> None:
        """Raise StoreError graph_held (pid) where another process runs the engine."""
        if not self._engine:
            raise StoreError("graph_held", path=str(self.folder), pid=self._joined.pid)

    def halt(self) -> None:
        """Stop the engine this process runs and go on holding the folder; only `close` may follow."""
        self._closing.set()
        with self._looking:
            self._lock.withdraw()
            self.reader.close()
            self.writer.close()
            engine, self._engine = self._engine, None
            if engine:
                engine.stop()

    def _stop(self) -> None:
        engine, self._engine = self._engine, None
        try:
            if engine:
                engine.stop()
        finally:
            self._lock.release()

    def _first_holder(self) -> Holder:
        deadline = time.monotonic() + _OPEN_SECONDS
        while True:
            try:
                if found := self._find_holder():
                    return found
            except StoreError as error:
                if error.code != "graph_held_silently" or time.monotonic() > deadline:
                    raise
            if time.monotonic() > deadline:
                raise StoreError("graph_held_silently", path=str(self.folder))
            time.sleep(_WATCH_SECONDS / 5)

    def _find_holder(self) -> Holder | None:
        """Who holds the folder now: this process, where nobody else does. None while another one begins or ends."""
        try:
            if not self._lock.take():
                return read_holder(self.folder, version=VERSION)
            return self._hold()
        except OSError as error:
            raise disk_error(self.folder, error) from error

    def _hold(self) -> Holder:
        """Start the engine on the folder that is ours now, and say so."""
        try:
            self._engine = start_engine(self.folder, self._log_folder)
            holder = _as_holder(self._engine)
            self._lock.announce(holder)
        except BaseException:
            self._stop()
            raise
        return holder

    def _require_answer(self) -> None:
        """Wait until the holder answers: what it announced may be older than its end."""
        deadline = time.monotonic() + _ANSWER_SECONDS
        while True:
            try:
                return self.reader.check()
            except StoreError:
                if self._engine:
                    raise
                pid = self._joined.pid
                if not self._moved(self._number) and time.monotonic() > deadline:
                    raise StoreError("graph_held", path=str(self.folder), pid=pid) from None
                time.sleep(_WATCH_SECONDS / 5)

    def _moved(self, number: int) -> bool:
        """Whether calls that failed at the place with this number go on at another one, now or soon.

        Raises StoreError when this process is to be the next holder and cannot start the engine.
        """
        with self._looking:
            if self._number != number:
                return True
            if self._engine or self._closing.is_set():
                return False
            try:
                found = self._find_holder()
            except StoreError as error:
                if error.code == "graph_held_silently":  # the engine of one who is just ending
                    return True
                raise
            if found and found != self._joined:
                self._turn_to(found)
            return found is None or self._number != number

    def _turn_to(self, holder: Holder) -> None:
        self._joined = holder
        for connection, account in ((self.writer, WRITER), (self.reader, READER)):
            connection.turn_to(_address(holder), password=_password(holder, account), number=self._number + 1)
        self._number += 1

    def _watch(self) -> None:
        """Look after the holder until this process is it."""
        pause = _WATCH_SECONDS
        while not self._engine and not self._closing.wait(pause):
            try:
                self._moved(self._number)
                pause = _WATCH_SECONDS
            except StoreError:  # said by the next call, if there is one
                pause = _AFTER_FAILURE_SECONDS

    def _connection(self, account: str) -> Connection:
        return Connection(
            _address(self._joined),
            user=account,
            password=_password(self._joined, account),
            database=DATABASE,
            shown=str(self.folder),
            look=self._look,
            moved=self._moved,
        )

    def _look(self, code: str) -> StoreError | None:
        """What is wrong once a call has failed for good: the disk, or a holder that neither answers nor ends."""
        found = look_at(self.folder)
        if not found and code == "store_unreachable" and not self._engine:
            return StoreError("graph_held", path=str(self.folder), pid=self._joined.pid)
        return found


def _as_holder(engine: Engine) -> Holder:
    return Holder(
        pid=os.getpid(),
        host=this_host(),
        version=VERSION,
        bolt_port=engine.bolt_port,
        http_port=engine.http_port,
        user=WRITER,
        password=engine.passwords.writer,
        reader=READER,
        reader_password=engine.passwords.reader,
    )


def _address(holder: Holder) -> str:
    return f"bolt://127.0.0.1:{holder.bolt_port}"


def _password(holder: Holder, account: str) -> str:
    return holder.password if account == WRITER else holder.reader_password
