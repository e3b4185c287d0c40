"""Files inside files: the members of archives and the attachments of mails.

A member has a path as if its archive were a folder: `archive.zip/folder/name.txt`. Such a path names a document as any
other path does; nothing is ever unpacked to the disk. `walk` asks for `members`, `read_source` for `member_bytes`.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from graph.errors import DocumentError
from loaders.formats import FORMATS
from loaders.formats.archive import is_bomb
from loaders.formats.message import parse_message

LARGEST = 200_000_000
"""Bytes of a document, in a file of its own or in another one, above which it is not read."""

_MOST_MEMBERS = 5_000
_DEEPEST = 3
_LONGEST_NAME = 1_000
_LOCK_FILES = ("~$", ".~", "._")
_LEFT_OUT = frozenset({"thumbs.db", "desktop.ini", "__macosx", "icon\r", "lost+found"})
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError)

_Reader = Callable[[], bytes]
_Listing = Mapping[str, _Reader | str]
"""The files in a file, by their path in it: how to read each, or the code why it is not read."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A member, or an archive, that is not read.

    `reason` is a code: unknown_format, not_a_file, unsafe_name, password_protected, too_large, archive_bomb, damaged,
    too_many_members, nested_too_deeply, no_readable_files.
    """

    path: Path
    reason: str


def is_wanted(name: str) -> bool:
    """Whether a file or folder of this name is a person's, and neither hidden nor the system's."""
    return not name.startswith((".", *_LOCK_FILES)) and name.lower() not in _LEFT_OUT


def is_container(path: Path) -> bool:
    """Whether files may lie in this one, going by its suffix."""
    return path.suffix.lower() in _LISTINGS


def members(path: Path) -> Iterator[Path | Unread]:
    """The documents inside a file, and what of it is not read, in a fixed order; inner archives are opened too.

    At most 5,000, then the archive itself as too_many_members.
    """
    try:
        with path.open("rb") as file:
            for number, member in enumerate(islice(_members(path, file, depth=1), _MOST_MEMBERS + 1)):
                yield member if number < _MOST_MEMBERS else Unread(path, "too_many_members")
    except OSError:
        yield Unread(path, "unreadable")


def member_bytes(path: Path) -> bytes | None:
    """The bytes of a document inside another file; None where no part of the path is such a file.

    Raises DocumentError: not_found, damaged, password_protected, too_large and the other codes of `Unread`; OSError.
    """
    outer = next((parent for parent in path.parents if is_container(parent) and parent.is_file()), None)
    if outer is None:
        return None
    with outer.open("rb") as file:
        return _descend(file, outer.suffix, path.relative_to(outer).parts)


def _descend(file: BinaryIO, suffix: str, parts: tuple[str, ...]) -> bytes:
    listing = _LISTINGS[suffix.lower()](file)
    for length in range(1, len(parts) + 1):
        name = "/".join(parts[:length])
        read = listing.get(name)
        if isinstance(read, str):
            raise DocumentError(read)
        if read is None:
            continue
        if length == len(parts):
            return read()
        inner = PurePosixPath(name).suffix
        if inner.lower() in _LISTINGS:
            return _descend(io.BytesIO(read()), inner, parts[length:])
    raise DocumentError("not_found")


def _members(path: Path, file: BinaryIO, *, depth: int) -> Iterator[Path | Unread]:
    """The members of one file; an archive with nothing to read is named itself."""
    try:
        listing = _LISTINGS[path.suffix.lower()](file)
    except DocumentError as error:
        if not _is_document(path):  # a damaged mail is told of where it is read
            yield Unread(path, error.code)
        return
    is_explained = _is_document(path)
    for name in sorted(listing):
        for member in _member(path / name, listing[name], depth):
            is_explained |= isinstance(member, Path) or member.reason != "unknown_format"
            yield member
    if not is_explained:
        yield Unread(path, "no_readable_files")


def _member(path: Path, read: _Reader | str, depth: int) -> Iterator[Path | Unread]:
    if isinstance(read, str):
        yield Unread(path, read)
        return
    if _is_document(path):
        yield path
    elif not is_container(path):
        yield Unread(path, "unknown_format")
        return
    if is_container(path) and depth < _DEEPEST:
        try:
            data = read()
        except DocumentError as error:
            yield Unread(path, error.code)
            return
        yield from _members(path, io.BytesIO(data), depth=depth + 1)
    elif is_container(path) and not _is_document(path):
        yield Unread(path, "nested_too_deeply")


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in FORMATS


def _in_archive(file: BinaryIO) -> _Listing:
    """The members of a zip archive. Raises DocumentError: damaged, too_many_members, archive_bomb."""
    try:
        archive = zipfile.ZipFile(file)
        parts = archive.infolist()
    except (*_BROKEN, OSError) as error:
        raise DocumentError("damaged", reason="not_an_archive") from error
    if len(parts) > 4 * _MOST_MEMBERS:
        raise DocumentError("too_many_members", count=len(parts), limit=_MOST_MEMBERS)
    if is_bomb(parts, file.seek(0, io.SEEK_END)):
        raise DocumentError("archive_bomb", size=sum(part.file_size for part in parts))
    found: dict[str, _Reader | str] = {}
    for part in parts:
        name = _name(part)
        if not name.endswith("/") and all(is_wanted(step) for step in _steps(name) if step != ".."):
            refusal = _refusal(name, part)
            if refusal is None:
                found[_short(name)] = _from_archive(archive, part)
            else:
                found.setdefault(_short(name), refusal)
    return found


def _name(part: zipfile.ZipInfo) -> str:
    """A member's path; macOS writes UTF-8 without saying so."""
    name = part.filename
    if not part.flag_bits & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _steps(name: str) -> list[str]:
    return [step for step in name.split("/") if step not in ("", ".")]


def _short(name: str) -> str:
    """A member's path without what would lead out of the archive, and not longer than can be shown; "…" for none."""
    kept = "/".join(step for step in _steps(name) if step != "..").replace("\0", "")
    return kept if 0 < len(kept) <= _LONGEST_NAME else kept[:100] + "…"


def _refusal(name: str, part: zipfile.ZipInfo) -> str | None:
    windows, steps = PureWindowsPath(name), _steps(name)
    if ".." in steps or not steps or windows.drive or windows.root or "\0" in name or len(name) > _LONGEST_NAME:
        return "unsafe_name"
    if stat.S_ISLNK(part.external_attr >> 16):
        return "not_a_file"
    if part.flag_bits & 1:
        return "password_protected"
    return "too_large" if part.file_size > LARGEST else None


def _from_archive(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> _Reader:
    def read() -> bytes:
        try:
            with archive.open(part) as member:
                data = member.read(LARGEST + 1)
        except (*_BROKEN, OSError) as error:
            raise DocumentError("damaged", reason="bad_member") from error
        if len(data) > LARGEST:
            raise DocumentError("too_large", size=len(data), limit=LARGEST)
        return data

    return read


def _in_mail(file: BinaryIO) -> _Listing:
    """The attachments of a mail; pictures within its text and forwarded mails without a file are none."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise DocumentError("too_large", size=len(data), limit=LARGEST)
    try:
        parts = list(parse_message(data).iter_attachments())
    except DocumentError:
        raise
    except Exception as error:  # the parser raises what it likes on broken mails
        raise DocumentError("damaged", reason=type(error).__name__) from error
    found: dict[str, _Reader | str] = {}
    for part in parts[:_MOST_MEMBERS]:
        name = (part.get_filename() or "").replace("\\", "/").rpartition("/")[2]
        if name and is_wanted(name):
            raw = part.get_payload(decode=True)
            found.setdefault(_short(name), _given(raw) if isinstance(raw, bytes) else "unknown_format")
    return found


def _given(data: bytes) -> _Reader:
    return lambda: data


_LISTINGS: Mapping[str, Callable[[BinaryIO], _Listing]] = {".zip": _in_archive, ".eml": _in_mail}
