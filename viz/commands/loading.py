"""Documents into the graph, one after the other: what is read is kept, whatever happens to the next one."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graph.errors import AtlasError, DocumentError
from graph.store import Store
from loaders.document import BlockKind, SourceText
from loaders.files import content_id, legible, read_source, walk
from loaders.proposal import Cautious
from loaders.reading import read
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

Span = tuple[int, int]
Watch = Callable[[float], None]
"""Is told how much of the current file is done, from 0 to 1; a long one is told of again and again."""


def _nobody(_share: float) -> None:
    """Nobody watches."""


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
    """How documents are read and where they go. `fetch` is needed for addresses only."""

    store: Store
    register: Register
    as_of: str | None = None
    again: bool = False
    sample: bool = False
    fetch: Fetch | None = None
    mapping: Mapping | None = None
    model: Cautious | None = None

    def load(self, path: Place, held: dict[str, str], *, watch: Watch = _nobody) -> Loaded:
        """Read one file or page into the graph. `held`: the documents' ids by address, kept up to date.

        Raises DocumentError for what cannot be read, StoreError where the graph fails.
        """
        if isinstance(path, WebAddress):
            return self._load_page(path, held, watch)
        address = path.name if self.sample else _address(path)
        before = held.get(address)
        if before and not self.again and not self.as_of and not self.mapping and before == content_id(path):
            return Loaded(path, before, address, Outcome.UNCHANGED)
        source = read_source(path, as_of=self.as_of, address=address, sample=self.sample, mapping=self.mapping)
        return self._keep(path, source, held, watch)

    def _load_page(self, place: WebAddress, held: dict[str, str], watch: Watch) -> Loaded:
        """A page that the graph knows by the address given keeps it, even if it has moved meanwhile."""
        page = fetch_page(place, self.fetch, lambda share: watch(_FETCHING * share))
        address = place.url if place.url in held else page.address.url
        source = read_page(page, as_of=self.as_of, address=address, mapping=self.mapping)
        if held.get(address) == source.document.id and not self.again and not self.as_of and not self.mapping:
            return Loaded(place, source.document.id, address, Outcome.UNCHANGED, headings_of(source))
        return self._keep(place, source, held, lambda share: watch(_FETCHING + (1 - _FETCHING) * share))

    def _keep(self, path: Place, source: SourceText, held: dict[str, str], watch: Watch) -> Loaded:
        document, size = source.document, len(source.document.text)
        ignored: set[tuple[str, int]] = set()
        reading = read(
            source,
            self.register,
            progress=lambda done: watch(_READING * done / size),
            ignored=lambda row: ignored.add((row.sheet, row.line)),
            model=self.model,
        )
        if self.model is not None and reading.document.model is None and self.store.model_of(document.id) is not None:
            # The model failed: what it found before stays.
            return Loaded(path, document.id, document.address, Outcome.UNCHANGED, headings_of(source))
        change = self.store.write_reading(reading)
        outcome = Outcome.REPLACED if document.address in held else Outcome.ADDED
        held[document.address] = document.id
        if change.unchanged:
            outcome = Outcome.UNCHANGED
        dropped = tuple(dict.fromkeys(column.name for sheet in source.sheets for column in sheet.dropped))
        return Loaded(path, document.id, document.address, outcome, headings_of(source), dropped, len(ignored))

    def load_all(self, files: Iterable[Place], *, watch: Watch = _nobody) -> Iterator[Loaded | NotRead]:
        """Read every file; one that cannot be read is told and passed over. `watch`: see `Watch`."""
        held = {address: record.id for record in self.store.documents() for address in record.addresses}
        for file in files:
            try:
                yield self.load(file, held, watch=watch)
            except AtlasError as error:
                if not isinstance(error, DocumentError) and error.code not in _OF_ONE_DOCUMENT:
                    raise
                yield NotRead(file, error)
            except OSError:
                raise
            except Exception as error:
                _log.error("a document could not be read", exc_info=error)
                yield NotRead(file, DocumentError("document_failed", path=str(file)))


def headings_of(source: SourceText) -> tuple[Span, ...]:
    """Where the headings of a document are."""
    return tuple((block.start, block.end) for block in source.blocks if block.kind is BlockKind.HEADING)


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
