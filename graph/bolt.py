"""One connection over the official driver: rows in, rows out, and every error of the driver as a `StoreError`.

Both stores end here: the embedded engine listens on the loopback, a user's Neo4j anywhere. No driver type passes this
file: rows are plain values. Neither a password nor a value of the graph stands in an error.
"""

import logging
from asyncio import CancelledError
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from itertools import islice
from pathlib import Path as FilePath
from typing import LiteralString, NamedTuple, TypeVar

import neo4j
from neo4j import exceptions
from neo4j.api import BookmarkManager
from neo4j.graph import Node, Path, Relationship

from graph.asked import Answer, Changes, Question, Told, question_error, tell
from graph.encryption import certificate_error, encryption_of
from graph.errors import StoreError
from graph.messages import BATCH_BYTES, MOST_COMMANDS, Batch, Command, batches, require_room, size_of, together
from graph.records import Parameter, Row, Value
from graph.tries import Tries

# Without a handler of its own, Python prints a library's warnings to the console.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

T = TypeVar("T")

_CONNECT_SECONDS = 10.0
_GREET_SECONDS = 20.0
"""How long a place that takes the connection may be silent. Without it, the driver waits for minutes."""

_CODES: tuple[tuple[type[Exception], str], ...] = (
    (exceptions.AuthError, "store_password_refused"),
    (exceptions.Forbidden, "store_forbidden"),
    (exceptions.ForbiddenOnReadOnlyDatabase, "store_only_reads"),
    (exceptions.NotALeader, "store_only_reads"),
    (exceptions.WriteServiceUnavailable, "store_only_reads"),
    (exceptions.ServiceUnavailable, "store_unreachable"),
    (exceptions.SessionExpired, "store_unreachable"),
    (exceptions.ConnectionPoolError, "store_unreachable"),
    (exceptions.ConfigurationError, "store_address_invalid"),
    (exceptions.CypherSyntaxError, "store_query_failed"),
    (exceptions.Neo4jError, "store_failed"),
    (exceptions.DriverError, "store_failed"),
)
_UNEXPLAINED = frozenset({"store_failed", "store_unreachable"})


class Transaction:
    """One write transaction: everything or nothing.

    `number` is which write of the graph it is, once it is the only writer; `changed` what it says it touches, None
    where it says nothing of that (`changes.py`).
    """

    __slots__ = ("_driven", "_size", "_waiting", "changed", "number")

    def __init__(self, driven: neo4j.ManagedTransaction) -> None:
        self._driven = driven
        self._waiting: list[Command] = []
        self._size = 0
        self.number: int | None = None
        self.changed: frozenset[str] | None = None

    def run(self, text: str, /, **parameters: Parameter) -> list[Row]:
        """The rows of one statement, in the order of its columns."""
        return self._run(text, parameters, size_of(parameters))

    def run_rows(self, text: str, rows: Iterable[Row], /, **parameters: Parameter) -> list[Row]:
        """The same for a text that begins with `UNWIND $rows AS row`, in batches; nothing happens without a row."""
        return [found for batch in batches(rows) for found in self.run_batch(text, batch, **parameters)]

    def run_batch(self, text: str, batch: Batch, /, **parameters: Parameter) -> list[Row]:
        """The same for one batch."""
        return self._run(text, {"rows": batch.rows, **parameters}, batch.size + size_of(parameters))

    def put(self, text: str, /, **parameters: Parameter) -> None:
        """Carry out a statement that returns nothing; it waits for those put after it, until one is run or the end."""
        self._put(text, parameters, size_of(parameters))

    def put_rows(self, text: str, rows: Iterable[Row], /, **parameters: Parameter) -> None:
        """The same for a text that begins with `UNWIND $rows AS row`, in batches; nothing happens without a row."""
        for batch in batches(rows):
            self._put(text, {"rows": batch.rows, **parameters}, batch.size + size_of(parameters))

    def send(self) -> None:
        """Carry out what waits."""
        if self._waiting:
            sent, size, self._waiting, self._size = self._waiting, self._size, [], 0
            require_room(size)
            joined = together(sent) if len(sent) > 1 else sent[0]
            self._driven.run(_written(joined.text), dict(joined.parameters)).consume()

    def ask(self, question: Question, *, limit: int | None) -> Answer:
        """Carry out a statement of the user's, whole; of its rows at most `limit` are kept."""
        self.send()
        require_room(size_of({"text": question.text, "parameters": question.parameters}))
        with _questioned(question, reading=False):
            result = self._driven.run(_written(question.text), dict(question.parameters))
            kept = [_told(record) for record in islice(result, limit)]
            counted = result.consume().counters
        changes = Changes(**{one.name: getattr(counted, one.name) for one in fields(Changes)})
        return Answer(tuple(result.keys()), iter(kept), changes)

    def _run(self, text: str, parameters: Mapping[str, Parameter], size: int) -> list[Row]:
        self.send()
        require_room(size)
        return [_row(record) for record in self._driven.run(_written(text), dict(parameters))]

    def _put(self, text: str, parameters: Mapping[str, Parameter], size: int) -> None:
        if len(self._waiting) == MOST_COMMANDS or self._size + size > BATCH_BYTES:
            self.send()
        self._waiting.append(Command(text, parameters))
        self._size += size


class _Place(NamedTuple):
    number: int
    driver: neo4j.Driver


class Connection:
    """A driver for one account and one database, which may be turned to another place.

    A call that fails is made again for a while where the store is lost or busy, and where `moved` says, told the number
    of the place, that the store is reached elsewhere or about to be. `look` says what is wrong with a store's place
    once a call has failed for good, told the code that would be said without it.

    A `token` logs in where there is one, in place of user and password. `authority` is a file of certificates; see
    graph.encryption. With `bookmarks`, each session sees what those before it wrote, whichever server of a cluster it
    asks.
    """

    def __init__(
        self,
        address: str,
        *,
        user: str,
        password: str,
        database: str | None,
        shown: str,
        look: Callable[[str], StoreError | None] = lambda code: None,
        moved: Callable[[int], bool] = lambda number: False,
        token: str = "",
        authority: FilePath | None = None,
        bookmarks: BookmarkManager | None = None,
    ) -> None:
        self._user, self._database, self._shown = user, database, shown
        self._look, self._moved = look, moved
        self._token, self._authority, self._bookmarks = token, authority, bookmarks
        self._place = _Place(0, self._driver(address, password))

    def turn_to(self, address: str, *, password: str, number: int) -> None:
        """Go on at another place, which has this number; what is under way at the old one fails and is made again."""
        before, self._place = self._place, _Place(number, self._driver(address, password))
        before.driver.close()

    def check(self) -> None:
        """Raise a StoreError unless the server answers, takes the password and has the database. Tries only once.

        From here on the home database goes by its name: else the driver asks the first server of a cluster for it each
        time, and fails with that one.
        """
        with self._mapped(), self._session(self._place, neo4j.READ_ACCESS) as session:
            self._database = session.run("RETURN 1 AS answer").consume().database or self._database

    def read(self, text: str, parameters: Mapping[str, Parameter]) -> list[Row]:
        """All rows of a question, in a READ session. Reading changes nothing, so it is always made again.

        The question is a transaction of its own: to begin and end one takes two round trips more.
        """
        require_room(size_of(parameters))
        return self._made(
            neo4j.READ_ACCESS,
            lambda session: [_row(record) for record in session.run(_written(text), dict(parameters))],
        )

    def stream(self, text: str) -> Iterator[Row]:
        """The rows of a question one after the other, without holding them all.

        The text must order its rows down to a unique key: where the place changes meanwhile, the question is asked
        again and goes on behind the rows that were given.
        """
        tries, given = Tries(), 0
        while True:
            place = self._place
            try:
                with self._session(place, neo4j.READ_ACCESS) as session:
                    for number, record in enumerate(session.run(_written(text))):
                        if number == given:
                            given += 1
                            yield _row(record)
                return
            except (exceptions.Neo4jError, exceptions.DriverError, OSError) as error:
                self._require_again(error, place, tries)

    @contextmanager
    def asked(self, question: Question) -> Generator[Answer]:
        """The answer to a question of the user's, row by row until the block ends, in a READ session."""
        require_room(size_of({"text": question.text, "parameters": question.parameters}))
        with self._session(self._place, neo4j.READ_ACCESS) as session:
            with self._mapped(), _questioned(question, reading=True):
                result = session.run(_written(question.text), dict(question.parameters))
                columns = tuple(result.keys())
            yield Answer(columns, self._rows(result, question))

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do the work in one transaction.

        It is done again where the store asks for that, and where the connection was lost, even while committing: then
        nobody knows whether it was done. So work must be safe to repeat. All of ours is: its keys come from content, it
        looks in its own transaction at what is there, and finds nothing left to do where it was done already.
        """

        def carry_out(driven: neo4j.ManagedTransaction) -> T:
            transaction = Transaction(driven)
            result = work(transaction)
            transaction.send()
            return result

        return self._made(neo4j.WRITE_ACCESS, lambda session: session.execute_write(carry_out))

    def define(self, text: str) -> None:
        """Run one statement of the schema, in a transaction of its own. It must be safe to repeat (IF NOT EXISTS)."""
        self._made(neo4j.WRITE_ACCESS, lambda session: session.run(_written(text)).consume())

    def close(self) -> None:
        """Close the driver; the server goes on."""
        self._place.driver.close()

    def _driver(self, address: str, password: str) -> neo4j.Driver:
        encryption = encryption_of(address, self._authority)
        try:
            return neo4j.GraphDatabase.driver(
                encryption.address,
                auth=neo4j.bearer_auth(self._token) if self._token else (self._user, password),
                encrypted=encryption.encrypted,
                trusted_certificates=encryption.trusted,
                connection_timeout=_CONNECT_SECONDS,
                connection_acquisition_timeout=_GREET_SECONDS,
                max_transaction_retry_time=0.0,  # `_made` makes the call again, at the place of that time
                initial_retry_delay=0.02,
                telemetry_disabled=True,
            )
        except (exceptions.DriverError, ValueError) as error:
            raise StoreError("store_address_invalid", url=self._shown) from error

    @contextmanager
    def _session(self, place: _Place, access: str) -> Generator[neo4j.Session]:
        """A session. An interruption cuts its connection: to close it politely is to wait for the answer."""
        session = place.driver.session(
            database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks
        )
        try:
            yield session
        except Exception:
            session.close()
            raise
        except BaseException as interruption:
            # This is how the driver is told.
            session.__exit__(CancelledError, interruption, None)  # type: ignore[no-untyped-call]
            raise
        session.close()

    def _rows(self, result: neo4j.Result, question: Question) -> Iterator[tuple[Told, ...]]:
        with self._mapped(), _questioned(question, reading=True):
            for record in result:
                yield _told(record)

    @contextmanager
    def _mapped(self) -> Generator[None]:
        try:
            yield
        except (UnicodeEncodeError, OverflowError) as error:
            raise self._unstorable(error) from error
        except (exceptions.Neo4jError, exceptions.DriverError, OSError) as error:
            raise self._worded(error) from error

    def _made(self, access: str, call: Callable[[neo4j.Session], T]) -> T:
        """Make a call in a session of its own, again and again where that may help."""
        tries = Tries()
        while True:
            place = self._place
            try:
                with self._session(place, access) as session:
                    return call(session)
            except (UnicodeEncodeError, OverflowError) as error:
                raise self._unstorable(error) from error
            except (exceptions.Neo4jError, exceptions.DriverError, OSError) as error:
                self._require_again(error, place, tries)

    def _require_again(self, error: Exception, place: _Place, tries: Tries) -> None:
        """Come back when the call may be made again; raise its error as a StoreError where it may not."""
        if place.number != self._place.number:
            return
        if not (self._moved(place.number) or _may_help(error, tries)) or not tries.pause():
            raise self._worded(error) from error

    def _unstorable(self, error: UnicodeEncodeError | OverflowError) -> StoreError:
        code = "number_too_large" if isinstance(error, OverflowError) else "text_not_storable"
        return StoreError(code, url=self._shown)

    def _worded(self, error: Exception) -> StoreError:
        code = next((code for kind, code in _CODES if isinstance(error, kind)), "store_unreachable")
        given = getattr(error, "code", None)
        if isinstance(given, str) and given.endswith("DatabaseNotFound"):
            return StoreError("store_database_missing", url=self._shown, database=self._database or "")
        if isinstance(given, str) and given.endswith("AuthenticationRateLimit"):  # for seconds, even with the right one
            return StoreError("store_login_paused", url=self._shown)
        if isinstance(given, str) and given.endswith("CredentialsExpired"):
            return StoreError("store_password_expired", url=self._shown)
        if isinstance(given, str) and "OutOfMemory" in given:
            return StoreError("store_memory", url=self._shown)
        if code == "store_password_refused" and self._token:
            return StoreError("store_token_refused", url=self._shown)
        if code == "store_only_reads" and self._shown.startswith("neo4j"):  # routing looked for one that takes writes
            return StoreError("store_no_leader", url=self._shown)
        if code == "store_unreachable" and (wrong := certificate_error(error, shown=self._shown)):
            return wrong
        if code in _UNEXPLAINED and (found := self._look(code)):
            return found
        return StoreError(code, url=self._shown, **({"reason": given} if isinstance(given, str) else {}))


def _may_help(error: Exception, tries: Tries) -> bool:
    """Whether the same call may succeed a moment later at the same place."""
    match error:
        case exceptions.ConstraintError():  # two writers merged the same new node: the second try finds it
            return tries.count == 0
        case exceptions.IncompleteCommit():  # done or not: see `Connection.write`
            return True
        case exceptions.Neo4jError():  # not found: somebody deleted what was just being read
            return error.is_retryable() or (error.code or "").endswith(".EntityNotFound")
        case exceptions.DriverError():
            return error.is_retryable()
        case _:
            return False


@contextmanager
def _questioned(question: Question, *, reading: bool) -> Generator[None]:
    """Say what is wrong with the user's question where that is what is wrong."""
    try:
        yield
    except exceptions.Neo4jError as error:
        if error.is_retryable():
            raise
        raise (question_error(error, question, reading=reading) or error) from error


_PLAIN = frozenset({type(None), bool, int, float, str})
"""Nearly every value of nearly every row: told without a call."""


def _row(record: neo4j.Record) -> Row:
    found = zip(record.keys(), record.values(), strict=True)
    return {key: value if type(value) in _PLAIN else _plain(value) for key, value in found}


def _told(record: neo4j.Record) -> tuple[Told, ...]:
    return tuple(map(tell, record.values()))


def _written(text: str) -> LiteralString:
    """The text as the driver wants it: a `.cypher` file of ours or the user's own; values are parameters."""
    return text  # pyright: ignore[reportReturnType]


def _plain(value: object) -> Value:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case list() | tuple():
            return [part if type(part) in _PLAIN else _plain(part) for part in value]
        case Path():
            return [
                _plain(part) for pair in zip(value.nodes, (*value.relationships, None), strict=True) for part in pair
            ][:-1]
        case dict() | Node() | Relationship():
            return {str(key): _plain(part) for key, part in value.items()}
        case _:
            raise TypeError(f"the graph holds plain values only, not {type(value).__name__}")
