"""Documents into the graph, one after the other: what is read is kept, whatever happens to the next one."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graph.errors import AtlasError, DocumentError
from graph.keys import document_id
from graph.store import Store
from loaders.files import legible, read_source, walk
from loaders.reading import read
from seeds.register import Register

_log = logging.getLogger(__name__)
_OTHER_KINDS = frozenset({"unknown_format", "not_a_file"})
_OF_ONE_DOCUMENT = frozenset({"text_not_storable", "value_too_large"})
"""What the graph refuses of one document, and may well take of the next."""
_READING = 0.9
"""The share of reading in the work on one file; the rest is writing it into the graph."""

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
    """A file that is in the graph now."""

    path: Path
    document: str
    address: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class NotRead:
    """A path that was not read. `passed_over`: something of another kind in a folder, which is no error."""

    path: Path
    error: AtlasError
    passed_over: bool = False


@dataclass(frozen=True, slots=True)
class Files:
    """What was found under the paths that were named."""

    to_read: tuple[Path, ...]
    left_out: tuple[NotRead, ...] = ()


@dataclass(frozen=True, slots=True)
class Loader:
    """How documents are read and where they go."""

    store: Store
    register: Register
    as_of: str | None = None
    again: bool = False
    sample: bool = False

    def load(self, path: Path, held: dict[str, str], *, watch: Watch = _nobody) -> Loaded:
        """Read one file into the graph. `held`: the documents' ids by address, kept up to date.

        Raises DocumentError for a file that cannot be read, StoreError where the graph fails.
        """
        address = path.name if self.sample else _address(path)
        before = held.get(address)
        if before and not self.again and not self.as_of and before == _id_of(path):
            return Loaded(path, before, address, Outcome.UNCHANGED)
        source = read_source(path, as_of=self.as_of, address=address, sample=self.sample)
        size = len(source.document.text)
        reading = read(source, self.register, progress=lambda done: watch(_READING * done / size))
        change = self.store.write_reading(reading)
        held[address] = source.document.id
        if change.unchanged:
            return Loaded(path, source.document.id, address, Outcome.UNCHANGED)
        return Loaded(path, source.document.id, address, Outcome.REPLACED if before else Outcome.ADDED)

    def load_all(self, files: Iterable[Path], *, watch: Watch = _nobody) -> Iterator[Loaded | NotRead]:
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


def find_files(paths: Iterable[Path]) -> Files:
    """What is to be read under these paths, in a fixed order, and what is not.

    Raises DocumentError("no_readable_files") for a lone folder with nothing to read.
    """
    named = tuple(paths)
    to_read: list[Path] = []
    left_out: list[NotRead] = []
    for found in walk(named):
        if isinstance(found, Path):
            to_read.append(found)
        else:
            passed_over = found.reason in _OTHER_KINDS and found.path not in named
            left_out.append(NotRead(found.path, DocumentError(found.reason, path=str(found.path)), passed_over))
    return Files(tuple(to_read), tuple(left_out))


def gone_from(paths: Iterable[Path], files: Files, store: Store) -> tuple[str, ...]:
    """The addresses of documents that came from one of these folders and are not among its files any longer."""
    folders = tuple(legible(path.resolve().as_posix()) for path in paths if path.is_dir())
    there = {_address(path) for path in files.to_read}
    return tuple(
        address
        for record in store.documents()
        for address in record.addresses
        if any(Path(address).is_relative_to(folder) for folder in folders)
        and address not in there
        and not Path(address).exists()
    )


def _address(path: Path) -> str:
    return legible(path.resolve().as_posix())


def _id_of(path: Path) -> str | None:
    """The id the file's content has now; None where it cannot be read, which reading it will explain."""
    try:
        return document_id(path.read_bytes()) if path.is_file() else None
    except OSError:
        return None
