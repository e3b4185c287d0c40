"""One connection over the official driver: rows in, rows out, and every error of the driver as a `StoreError`.

Both stores end here: the embedded engine listens on the loopback, a user's Neo4j anywhere. No driver type passes this
file: rows are plain values. Neither a password nor a value of the graph stands in an error.
"""

import logging
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import LiteralString, TypeVar

import neo4j
from neo4j import exceptions
from neo4j.graph import Node, Path, Relationship

from graph.errors import StoreError
from graph.records import Parameter, Row, Value

# Without a handler of its own, Python prints a library's warnings to the console.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

T = TypeVar("T")

_MESSAGE_BYTES = 15_000_000
"""The embedded engine takes messages up to 16 MiB. It answers nothing to a larger one, for ever."""

_CONNECT_SECONDS = 10.0
_GREET_SECONDS = 20.0
"""How long a place that takes the connection may be silent. Without it, the driver waits for minutes."""

_BATCH_ROWS = 5_000
_BATCH_CHARACTERS = 2_000_000
"""A code point takes up to four bytes."""

_CODES: tuple[tuple[type[Exception], str], ...] = (
    (exceptions.AuthError, "store_password_refused"),
    (exceptions.Forbidden, "store_forbidden"),
    (exceptions.ForbiddenOnReadOnlyDatabase, "store_forbidden"),
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
    """One write transaction: everything or nothing."""

    __slots__ = ("_driven",)

    def __init__(self, driven: neo4j.ManagedTransaction) -> None:
        self._driven = driven

    def run(self, text: str, /, **parameters: Parameter) -> list[Row]:
        """The rows of one statement, in the order of its columns."""
        _require_room(parameters)
        result = self._driven.run(_written(text), dict(parameters))
        return [_row(record) for record in result]

    def run_rows(self, text: str, rows: Sequence[Row], /, **parameters: Parameter) -> list[Row]:
        """The same for a text that begins with `UNWIND $rows AS row`, in batches; nothing happens without a row."""
        return [found for batch in batches(rows) for found in self.run(text, rows=batch, **parameters)]


class Connection:
    """A driver for one account and one database. `look` says what is wrong with the place once a call has failed."""

    def __init__(
        self,
        address: str,
        *,
        user: str,
        password: str,
        database: str | None,
        shown: str,
        look: Callable[[], StoreError | None] = lambda: None,
    ) -> None:
        self._database, self._shown, self._look = database, shown, look
        try:
            self._driver = neo4j.GraphDatabase.driver(
                address,
                auth=(user, password),
                connection_timeout=_CONNECT_SECONDS,
                connection_acquisition_timeout=_GREET_SECONDS,
                max_transaction_retry_time=15.0,
                telemetry_disabled=True,
            )
        except (exceptions.DriverError, ValueError) as error:
            raise StoreError("store_address_invalid", url=shown) from error

    def check(self) -> None:
        """Raise a StoreError unless the server answers, takes the password and has the database."""
        for _ in self.stream("RETURN 1 AS answer"):  # not `read`, which would try again for a while
            pass

    def read(self, text: str, parameters: Mapping[str, Parameter]) -> list[Row]:
        """All rows of a question, in a READ session."""
        with self._mapped(), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(lambda driven: Transaction(driven).run(text, **parameters))

    def stream(self, text: str) -> Iterator[Row]:
        """The rows of a question one after the other, without holding them all."""
        with self._mapped(), self._session(neo4j.READ_ACCESS) as session:
            for record in session.run(_written(text)):
                yield _row(record)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do the work in one transaction; the driver repeats it where the store asks for that, so it must allow it."""
        with self._mapped(), self._session(neo4j.WRITE_ACCESS) as session:
            try:
                return session.execute_write(lambda driven: work(Transaction(driven)))
            except exceptions.ConstraintError:  # two writers merged the same new node: the second try finds it
                return session.execute_write(lambda driven: work(Transaction(driven)))

    def define(self, text: str) -> None:
        """Run one statement of the schema, in a transaction of its own."""
        with self._mapped(), self._session(neo4j.WRITE_ACCESS) as session:
            session.run(_written(text)).consume()

    def close(self) -> None:
        """Close the driver; the server goes on."""
        self._driver.close()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._database, default_access_mode=access)

    @contextmanager
    def _mapped(self) -> Generator[None]:
        try:
            yield
        except UnicodeEncodeError as error:
            raise StoreError("text_not_storable", url=self._shown) from error
        except (exceptions.Neo4jError, exceptions.DriverError, OSError) as error:
            raise self._worded(error) from error

    def _worded(self, error: Exception) -> StoreError:
        code = next((code for kind, code in _CODES if isinstance(error, kind)), "store_unreachable")
        given = getattr(error, "code", None)
        if isinstance(given, str) and given.endswith("DatabaseNotFound"):
            return StoreError("store_database_missing", url=self._shown, database=self._database or "")
        if isinstance(given, str) and given.endswith("AuthenticationRateLimit"):  # for seconds, even with the right one
            return StoreError("store_login_paused", url=self._shown)
        if code in _UNEXPLAINED and (found := self._look()):
            return found
        return StoreError(code, url=self._shown, **({"reason": given} if isinstance(given, str) else {}))


def batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows in groups that fit into one message."""
    start, characters = 0, 0
    for position, row in enumerate(rows):
        size = _size(row)
        if position > start and (position - start >= _BATCH_ROWS or characters + size > _BATCH_CHARACTERS):
            yield rows[start:position]
            start, characters = position, 0
        characters += size
    if start < len(rows):
        yield rows[start:]


def _size(value: Parameter, *, in_bytes: bool = False) -> int:
    """How much room a value takes: about, in code points; or closely, in bytes."""
    match value:
        case str():
            return len(value.encode("utf-8")) if in_bytes else len(value)
        case Mapping():
            return sum(len(key) + _size(part, in_bytes=in_bytes) for key, part in value.items())
        case Sequence():
            return sum(_size(part, in_bytes=in_bytes) for part in value)
        case _:
            return 9


def _require_room(parameters: Mapping[str, Parameter]) -> None:
    """Raise StoreError `value_too_large` for what does not fit into one message."""
    if _size(parameters) * 4 > _MESSAGE_BYTES and _size(parameters, in_bytes=True) > _MESSAGE_BYTES:
        raise StoreError("value_too_large", bytes=_size(parameters, in_bytes=True))


def _row(record: neo4j.Record) -> Row:
    return {key: _plain(value) for key, value in zip(record.keys(), record.values(), strict=True)}


def _written(text: str) -> LiteralString:
    """The text as the driver wants it: all texts are `.cypher` files of ours, and values are parameters."""
    return text  # pyright: ignore[reportReturnType]


def _plain(value: object) -> Value:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case list() | tuple():
            return [_plain(part) for part in value]
        case Path():
            return [
                _plain(part) for pair in zip(value.nodes, (*value.relationships, None), strict=True) for part in pair
            ][:-1]
        case dict() | Node() | Relationship():
            return {str(key): _plain(part) for key, part in value.items()}
        case _:
            raise TypeError(f"the graph holds plain values only, not {type(value).__name__}")
