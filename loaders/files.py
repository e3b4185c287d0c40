"""From paths to source texts: which files are read, and what each one says, with its date and without contact data."""

import errno
import io
import logging
import os
import re
import stat
import warnings
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from graph import keys
from graph.errors import DocumentError
from graph.model import Document
from loaders.blocks import find_blocks
from loaders.contacts import mask_contacts
from loaders.dating import find_date, read_as_of
from loaders.document import Block, BlockKind, SourceText
from loaders.encoding import in_utf8
from loaders.formats import FORMATS, Reader, reader
from loaders.formats.content import Content
from loaders.lexicon import word_table
from loaders.members import LARGEST, is_container, is_wanted, member_bytes, members
from loaders.tables.mapping import Mapping

__all__ = ["LARGEST", "Skipped", "content_id", "legible", "read_source", "source_text", "walk"]

_LONGEST_TITLE = 200

_DATELINE = re.compile(r"\W*(?:\w+, )?\d{1,2}\. ?(?:\d|\w+ \d{4}).{0,24}$")

_SORT_OF_TEXT = re.compile(rf"\W*(?:{'|'.join(word_table('layout')['sorts_of_text'])})\W*", re.IGNORECASE)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A path that is not read.

    `reason` is a code: unknown_format, not_found, not_a_file, unreadable, link_loop, no_readable_files, or one of those
    of `loaders.members.Unread`.
    """

    path: Path
    reason: str


def read_source(
    path: Path,
    *,
    as_of: str | None = None,
    address: str | None = None,
    sample: bool = False,
    mapping: Mapping | None = None,
) -> SourceText:
    """What a file says: its text without contact data, its blocks, title and date.

    The path may lead into an archive or a mail, as `walk` gives it: `archive.zip/folder/name.txt`.

    `as_of` dates a document that has no date of its own; `address` is where it came from, by default its path;
    `mapping` says what the columns of a table are. Raises DocumentError with the path: not_found, a_folder,
    an_archive, not_a_file, unreadable, unknown_format, empty, too_large, binary, damaged, password_protected,
    document_bomb, xml_entities, no_text_layer, too_deep, bad_date, too_many_rows, too_many_columns,
    too_many_empty_rows, mapping_column, mapping_header, mapping_sheet.
    """
    if as_of:
        read_as_of(as_of)
    try:
        format, data = _named_bytes(path)
        place = address or legible(path.resolve().as_posix())
        name = legible(path.stem)
        return source_text(data, format, address=place, name=name, as_of=as_of, sample=sample, mapping=mapping)
    except DocumentError as error:
        raise DocumentError(error.code, **{"path": legible(str(path)), **error.details}) from error


def source_text(
    data: bytes,
    format: str,
    *,
    address: str,
    name: str,
    as_of: str | None = None,
    sample: bool = False,
    charset: str | None = None,
    mapping: Mapping | None = None,
) -> SourceText:
    """What a document's bytes say in a format of `FORMATS`; `name` is its title where it has none.

    `charset` is what came with the bytes (an HTTP header); it beats what the document says of itself, but not
    bytes that are UTF-8. Raises DocumentError without a place.
    """
    given = read_as_of(as_of) if as_of else None
    content = _content_of(reader(format, stem=name, mapping=mapping), in_utf8(data, charset) if charset else data)
    text = mask_contacts(content.text)
    blocks = find_blocks(text) if content.blocks is None else content.blocks
    dated = find_date(text, blocks=content.blocks or (), metadata=content.dates, as_of=given)
    document = Document(
        id=keys.document_id(data),
        address=address,
        title=_title(content, text, blocks) or name,
        format=format,
        text=text,
        date=dated[0] if dated else None,
        date_origin=dated[1] if dated else None,
        sample=sample,
        pages=content.pages,
    )
    return SourceText(document, blocks, content.sheets, content.hidden_sheets)


def content_id(path: Path) -> str | None:
    """The id of the document that a path leads to; None where it cannot be read, which `read_source` explains."""
    try:
        return keys.document_id(_named_bytes(path)[1])
    except DocumentError:
        return None


def legible(path: str) -> str:
    """A path as text that can be stored and shown, the same whatever the locale: bytes that are no UTF-8 as \\xf6."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def walk(paths: Iterable[Path]) -> Iterator[Path | Skipped]:
    """Every file to read under these paths, in a fixed order, each once; and what is not read, with the reason.

    Hidden files and lock files are passed over in silence. A folder without a readable file is skipped as
    no_readable_files; where it is the only path, DocumentError("no_readable_files") is raised at the end.
    """
    named = tuple(paths)
    seen: set[str] = set()
    for path in named:
        real = os.path.realpath(path)
        is_explained = real in seen or any(other.startswith(real + os.sep) for other in seen)
        for found in _walk_one(path, seen):
            is_explained |= isinstance(found, Path) or found.path == path or is_container(path)
            yield found
        if not is_explained and len(named) == 1:
            raise DocumentError("no_readable_files", path=str(path))
        if not is_explained:
            yield Skipped(path, "no_readable_files")


def _walk_one(named: Path, seen: set[str]) -> Iterator[Path | Skipped]:
    waiting = [named]
    while waiting:
        path = waiting.pop()
        try:
            mode = path.stat().st_mode
            real = os.path.realpath(path)
            if real in seen:
                continue
            seen.add(real)
            if stat.S_ISDIR(mode):
                waiting.extend(sorted((entry for entry in path.iterdir() if is_wanted(entry.name)), reverse=True))
                continue
        except OSError as error:
            yield Skipped(path, _reason(error))
            continue
        if not stat.S_ISREG(mode):
            yield Skipped(path, "not_a_file")
        elif path.suffix.lower() not in FORMATS:
            if not is_container(path):
                yield Skipped(path, "unknown_format")
        else:
            yield path
        if stat.S_ISREG(mode) and is_container(path):
            yield from _inside(path)


def _inside(path: Path) -> Iterator[Path | Skipped]:
    for member in members(path):
        yield member if isinstance(member, Path) else Skipped(member.path, member.reason)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "not_found"
    return "link_loop" if error.errno == errno.ELOOP else "unreadable"


def _named_bytes(path: Path) -> tuple[str, bytes]:
    """The format's name and the bytes of a file, or of a document inside one. Raises DocumentError."""
    try:
        data = None if path.exists() else member_bytes(path)
    except OSError as error:
        raise DocumentError(_reason(error)) from error
    if data is None:
        name, data = _format_of(path), _bytes_of(path)
    else:
        name = _known_format(path)
    if not data or data.isspace():
        raise DocumentError("empty")
    return name, data


def _known_format(path: Path) -> str:
    name = FORMATS.get(path.suffix.lower())
    if name is None:
        raise DocumentError("an_archive" if is_container(path) else "unknown_format", suffix=path.suffix)
    return name


def _format_of(path: Path) -> str:
    """The format's name, once it is sure that reading the path ends: a pipe or a device may never."""
    try:
        status = path.stat()
    except OSError as error:
        raise DocumentError(_reason(error)) from error
    if stat.S_ISDIR(status.st_mode):
        raise DocumentError("a_folder")
    if not stat.S_ISREG(status.st_mode):
        raise DocumentError("not_a_file")
    name = _known_format(path)
    if status.st_size > LARGEST:
        raise DocumentError("too_large", size=status.st_size, limit=LARGEST)
    return name


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(_reason(error)) from error


def _content_of(read: Reader, data: bytes) -> Content:
    """What the reader makes of it. Parsers raise what they like on broken files; to a person all that is "damaged"."""
    try:
        # What a parser mutters of a broken file, or prints as openpyxl does, is no line for a person.
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            content = read(data)
    except DocumentError:
        raise
    except (RecursionError, MemoryError) as error:
        raise DocumentError("too_deep" if isinstance(error, RecursionError) else "too_large") from error
    except Exception as error:
        _log.debug("a reader failed", exc_info=True)
        raise DocumentError("damaged", reason=type(error).__name__) from error
    if not content.text or content.text.isspace():
        raise DocumentError("empty")
    return content


def _title(content: Content, text: str, blocks: tuple[Block, ...]) -> str:
    """The title as the file gives it, else its first heading that is no mere dateline; contact data masked.

    A heading that only says what sort of text this is ("Pressemitteilung") is a title where there is no other.
    """
    headings = [text[block.start : block.end] for block in blocks if block.kind is BlockKind.HEADING]
    titles = [heading for heading in headings if not _DATELINE.match(heading)]
    first = next((title for title in titles if not _SORT_OF_TEXT.fullmatch(title)), titles[0] if titles else "")
    return " ".join(mask_contacts(first if content.title is None else content.title).split())[:_LONGEST_TITLE]
