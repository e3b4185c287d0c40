"""What .docx, .odt and .xlsx have in common: all are zip archives, which may be damaged, locked or a bomb."""

import io
import zipfile
from collections.abc import Sequence

from graph.errors import DocumentError
from loaders.formats.prolog import Prolog, read_prolog

_LARGEST_UNPACKED = 300_000_000
_LARGEST_MARKUP = 100_000_000
_SUSPICIOUS = 50_000_000
_DENSEST = 100
_MOST_PARTS = 10_000
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Office wraps a document with a password into the old container format.


def is_bomb(parts: Sequence[zipfile.ZipInfo], size: int) -> bool:
    """Whether an archive of this size in bytes unpacks to so much more that nobody can have meant it."""
    unpacked = sum(part.file_size for part in parts)
    return unpacked > _SUSPICIOUS and unpacked > _DENSEST * size


def open_safely(data: bytes, *, largest_markup: int = _LARGEST_MARKUP) -> io.BytesIO:
    """The archive as a file, once it is known that it can be unpacked and parsed in bounded memory.

    Raises DocumentError: password_protected, damaged, document_bomb, too_large, xml_entities.
    """
    if data.startswith(_LOCKED):
        raise DocumentError("password_protected")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise DocumentError("password_protected")
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > _MOST_PARTS or unpacked > _LARGEST_UNPACKED:
                raise _too_large(parts, len(data))
            if _markup(archive, parts) > largest_markup:
                raise _too_large(parts, len(data))
    except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
        raise DocumentError("damaged", reason="not_an_archive") from error
    return io.BytesIO(data)


def _markup(archive: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo]) -> int:
    """Bytes of XML in the archive, whatever its parts are called. Raises DocumentError("xml_entities")."""
    size = 0
    for part in parts:
        prolog = _prolog(archive, part)
        if prolog is Prolog.ENTITIES:
            raise DocumentError("xml_entities", part=part.filename)
        if prolog is Prolog.PLAIN or part.filename.endswith((".xml", ".rels")):
            size += part.file_size
    return size


def _prolog(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Prolog:
    try:
        with archive.open(part) as stream:
            return read_prolog(stream)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        return Prolog.NO_XML  # its reader says what is wrong with it, if it needs it


def _too_large(parts: Sequence[zipfile.ZipInfo], size: int) -> DocumentError:
    code = "document_bomb" if is_bomb(parts, size) else "too_large"
    return DocumentError(code, size=sum(part.file_size for part in parts), limit=_LARGEST_UNPACKED)
