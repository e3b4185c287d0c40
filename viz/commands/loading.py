"""Documents into the graph, one after the other: what is read is kept, whatever happens to the next one."""

import logging
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from graph.errors import AtlasError, DocumentError, SchedulerError
from graph.store import Store
from loaders.files import content_id, legible, walk
from loaders.orders import Delivery, Order, Readers, Span, Watch, deliver, headings_of
from loaders.pool import ReaderError, ReadingPool, usable_cores
from loaders.proposal import Cautious
from loaders.tables.mapping import Mapping
from loaders.web.address import WebAddress, looks_like_address, parse_address
from loaders.web.page import read_page
from seeds.register import Register
from viz.commands.places import Fetch, Place, fetch_page

_log = logging.getLogger(__name__)
_OTHER_KINDS = frozenset({"unknown_format", "not_a_file"})
_OF_ONE_DOCUMENT = frozenset({"text_not_storable", "value_too_large"})
"""What the graph refuses of one document, and may well take of the next."""
_FETCHING, _READING = 0.3, 0.9
"""What part of the work on a page is done when it has arrived, on any document when it is read; the rest is writing."""
_MUCH = 1_000_000
"""Bytes to read from which on processes pay: one starts in the time in which it would read a fifth of that."""

MOST_JOBS = 8
"""More processes than this gain nothing: one writes what all of them read."""

Begin = Callable[[Place], None]
"""Is told of each file or page before it is waited for."""


def _nobody(_share: float) -> None:
    """Nobody watches."""


def _unannounced(_place: Place) -> None:
    """Nobody is told what comes next."""


class Outcome(StrEnum):
    """What became of a file that was read."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file or page that is in the graph now.

    `headings` are its places, None where it was not even opened. `dropped` are a table's columns of contact data,
    `ignored` counts its rows.
    """

    path: Place
    document: str
    address: str
    outcome: Outcome
    headings: tuple[Span, ...] | None = None
    dropped: tuple[str, ...] = ()
    ignored: int = 0


@dataclass(frozen=True, slots=True)
class NotRead:
    """What was not read, and why. `passed_over`: something of another kind in a folder, which is no error.

    `path` is text for what was meant as an address and is none; it holds no password.
    """

    path: Place | str
    error: AtlasError
    passed_over: bool = False


@dataclass(frozen=True, slots=True)
class Files:
    """What was found under the paths that were named, and the addresses behind them."""

    to_read: tuple[Place, ...]
    left_out: tuple[NotRead, ...] = ()


@dataclass(frozen=True, slots=True)
class Loader:
    """How documents are read and where they go. `fetch` is needed for addresses only.

    `jobs` processes read side by side where there is much to read, or the workers of the Dask cluster at `scheduler`;
    what is read does not depend on them. With a `model` one process reads.
    """

    store: Store
    register: Register
    as_of: str | None = None
    again: bool = False
    sample: bool = False
    fetch: Fetch | None = None
    mapping: Mapping | None = None
    model: Cautious | None = None
    jobs: int = 1
    scheduler: str | None = None

    def load(self, path: Place, held: dict[str, str], *, watch: Watch = _nobody) -> Loaded:
        """Read one file or page into the graph. `held`: the documents' ids by address, kept up to date.

        Raises DocumentError for what cannot be read, StoreError where the graph fails.
        """
        if isinstance(path, WebAddress):
            return self._load_page(path, held, watch)
        order = self._order(path, held)
        if isinstance(order, Loaded):
            return order
        return self._keep(path, deliver(order.source(), self.register, _reading(watch), model=self.model), held)

    def _load_page(self, place: WebAddress, held: dict[str, str], watch: Watch) -> Loaded:
        """A page that the graph knows by the address given keeps it, even if it has moved meanwhile."""
        page = fetch_page(place, self.fetch, lambda share: watch(_FETCHING * share))
        address = place.url if place.url in held else page.address.url
        source = read_page(page, as_of=self.as_of, address=address, mapping=self.mapping)
        if held.get(address) == source.document.id and not self._reads_again:
            return Loaded(place, source.document.id, address, Outcome.UNCHANGED, headings_of(source))
        rest = _reading(lambda share: watch(_FETCHING + (1 - _FETCHING) * share))
        return self._keep(place, deliver(source, self.register, rest, model=self.model), held)

    def _order(self, path: Path, held: dict[str, str]) -> Order | Loaded:
        """What is to be read; what is unchanged is not."""
        address = path.name if self.sample else _address(path)
        before = held.get(address)
        if before and not self._reads_again and before == content_id(path):
            return Loaded(path, before, address, Outcome.UNCHANGED)
        return Order(path, address, self.as_of, self.sample, self.mapping)

    @property
    def _reads_again(self) -> bool:
        """Whether unchanged files are read, too."""
        return self.again or bool(self.as_of) or bool(self.mapping)

    def _keep(self, path: Place, delivery: Delivery, held: dict[str, str]) -> Loaded:
        document = delivery.reading.document
        if self.model is not None and document.model is None and self.store.model_of(document.id) is not None:
            # The model failed: what it found before stays.
            return Loaded(path, document.id, document.address, Outcome.UNCHANGED, delivery.headings)
        change = self.store.write_reading(delivery.reading)
        outcome = Outcome.REPLACED if document.address in held else Outcome.ADDED
        held[document.address] = document.id
        if change.unchanged:
            outcome = Outcome.UNCHANGED
        return Loaded(
            path, document.id, document.address, outcome, delivery.headings, delivery.dropped, delivery.ignored
        )

    def load_all(
        self, files: Iterable[Place], *, begin: Begin = _unannounced, watch: Watch = _nobody
    ) -> Generator[Loaded | NotRead]:
        """Read every file, in this order; one that cannot be read is told and passed over.

        `watch` is told how much of the current file is done, from 0 to 1. Close it to end what is still being read.
        """
        held = {address: record.id for record in self.store.documents() for address in record.addresses}
        files = tuple(files)
        if self.scheduler is not None:
            with _cluster(self.register, self.scheduler) as cluster:
                yield from self._load_side_by_side(files, held, cluster, begin, watch)
            return
        if self.jobs > 1 and self.model is None and self._is_much(files, held):
            with ReadingPool(self.register, jobs=self.jobs) as pool:
                yield from self._load_side_by_side(files, held, pool, begin, watch)
            return
        for file in files:
            begin(file)
            yield self._guarded(file, partial(self.load, file, held, watch=watch))

    def _load_side_by_side(
        self, files: Iterable[Place], held: dict[str, str], readers: Readers, begin: Begin, watch: Watch
    ) -> Iterator[Loaded | NotRead]:
        """Several files are read at once; they are written one after the other, in their order."""
        waiting: deque[tuple[Place, Callable[[], Loaded]]] = deque()
        for file in files:
            waiting.append((file, self._begun(file, held, readers, watch)))
            if len(waiting) > readers.most:
                yield self._next(waiting, begin)
        while waiting:
            yield self._next(waiting, begin)

    def _next(self, waiting: deque[tuple[Place, Callable[[], Loaded]]], begin: Begin) -> Loaded | NotRead:
        file, finish = waiting.popleft()
        begin(file)
        return self._guarded(file, finish)

    def _begun(self, file: Place, held: dict[str, str], readers: Readers, watch: Watch) -> Callable[[], Loaded]:
        """Begin to read a file; pages are fetched one after the other, when it is their turn."""
        if isinstance(file, WebAddress):
            return lambda: self.load(file, held, watch=watch)
        order = self._order(file, held)
        if isinstance(order, Loaded):
            return lambda: order
        answer = readers.begin(order)
        return lambda: self._keep(file, answer(_reading(watch)), held)

    def _guarded(self, file: Place, work: Callable[[], Loaded]) -> Loaded | NotRead:
        try:
            return work()
        except AtlasError as error:
            if not isinstance(error, DocumentError) and error.code not in _OF_ONE_DOCUMENT:
                raise
            return NotRead(file, error)
        except OSError:
            raise
        except ReaderError as fault:
            _log.error("%s\n%s", "a document could not be read", fault.frames)
        except Exception as error:
            _log.error("a document could not be read", exc_info=error)
        return NotRead(file, DocumentError("document_failed", path=str(file)))

    def _is_much(self, files: Iterable[Place], held: dict[str, str]) -> bool:
        """Whether so much is new that starting processes pays."""
        size = 0
        for file in files:
            if isinstance(file, Path) and (self._reads_again or _address(file) not in held):
                size += _size_of(file)
                if size >= _MUCH:
                    return True
        return False


def usual_jobs() -> int:
    """How many processes read when nobody says: one for each core, as far as one writer keeps up with them."""
    return min(usable_cores(), MOST_JOBS)


def _cluster(register: Register, scheduler: str) -> AbstractContextManager[Readers]:
    """The workers behind a scheduler. Raises SchedulerError where there are none, or nothing that could ask them."""
    try:
        from loaders.cluster import ReadingCluster
    except ImportError as error:
        raise SchedulerError("dask_missing") from error
    return ReadingCluster(register, scheduler=scheduler)


def _reading(watch: Watch) -> Watch:
    """Reading is the larger part of the work; the rest is writing."""
    return lambda share: watch(_READING * share)


def find_files(places: Iterable[Path | str]) -> Files:
    """What is to be read under these paths (texts are addresses), in a fixed order, and what is not.

    Raises DocumentError("no_readable_files") for a lone folder with nothing to read.
    """
    found = tuple(places)
    addresses = _addresses(place for place in found if isinstance(place, str))
    paths = tuple(place for place in found if isinstance(place, Path))
    try:
        files = _find_paths(paths)
    except DocumentError as error:
        if len(found) == 1:
            raise
        files = Files((), (NotRead(paths[0], error),))
    return Files((*files.to_read, *addresses.to_read), (*files.left_out, *addresses.left_out))


def _addresses(texts: Iterable[str]) -> Files:
    """Each address once, and what is none."""
    to_read: dict[WebAddress, None] = {}
    left_out: list[NotRead] = []
    for text in texts:
        try:
            to_read[parse_address(text)] = None
        except DocumentError as error:
            left_out.append(NotRead(str(error.details.get("address", "")), error))
    return Files(tuple(to_read), tuple(left_out))


def _find_paths(named: tuple[Path, ...]) -> Files:
    to_read: list[Path] = []
    left_out: list[NotRead] = []
    for found in walk(named):
        if isinstance(found, Path):
            to_read.append(found)
        else:
            passed_over = found.reason in _OTHER_KINDS and found.path not in named
            left_out.append(NotRead(found.path, DocumentError(found.reason, path=str(found.path)), passed_over))
    return Files(tuple(to_read), tuple(left_out))


def gone_from(places: Iterable[Path | str], files: Files, store: Store) -> tuple[str, ...]:
    """The addresses of documents that came from one of these folders and are not among its files any longer."""
    paths = (place for place in places if isinstance(place, Path))
    folders = tuple(legible(path.resolve().as_posix()) for path in paths if path.is_dir())
    there = {_address(path) for path in files.to_read if isinstance(path, Path)}
    return tuple(
        address
        for record in store.documents()
        for address in record.addresses
        if not looks_like_address(address)
        and any(Path(address).is_relative_to(folder) for folder in folders)
        and address not in there
        and not Path(address).exists()
    )


def _address(path: Path) -> str:
    return legible(path.resolve().as_posix())


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
