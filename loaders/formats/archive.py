"""What .docx, .odt and .xlsx have in common: all are zip archives, which may be damaged, locked or a bomb."""

import io
import zipfile
from collections.abc import Sequence

from graph.errors import DocumentError

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
    """The archive as a file, once its directory says that it can be unpacked in bounded memory.

    Raises DocumentError: password_protected, damaged, too_large.
    """
    if data.startswith(_LOCKED):
        raise DocumentError("password_protected")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
        raise DocumentError("damaged", reason="not_an_archive") from error
    if any(part.flag_bits & 1 for part in parts):
        raise DocumentError("password_protected")
    unpacked = sum(part.file_size for part in parts)
    markup = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if len(parts) > _MOST_PARTS or unpacked > _LARGEST_UNPACKED or markup > largest_markup:
        raise DocumentError("too_large", size=unpacked, limit=_LARGEST_UNPACKED)
    return io.BytesIO(data)
