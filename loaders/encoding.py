"""Bytes to text: UTF-8, UTF-16 with a byte order mark, Windows-1252, and what else German offices have written in."""

import codecs
import re

from graph.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # starts like the mark of UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-16", "utf-32")
_WESTERN = frozenset({"iso8859-1", "latin-1", "ascii", "cp1252"})
_GERMAN = frozenset("äöüÄÖÜß„“”‚‘’–—…•·§°€©®«»éèàáçô½²³\u00a0\u00ad")
_OLD_CHARACTER_SETS = ["cp1252", "mac_roman", "cp850", "cp1250", "iso8859_15"]
_SAMPLE = 65_536
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TOO_MANY_CONTROLS = 0.005


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text, without byte order mark, with every line break as a line feed.

    `declared` is the character set that the document names for itself. Raises DocumentError("binary").
    """
    return _with_line_feeds(_decoded(data, declared))


def in_utf8(data: bytes, charset: str) -> bytes:
    """The same text as UTF-8, where `charset` is known and fits. UTF-8 and marked bytes stay as they are."""
    try:
        name = codecs.lookup(charset).name
        is_marked = any(data.startswith(mark) for mark, _encoding in _MARKS)
        if is_marked or (_is_utf8(data) and not name.startswith(_WIDE)):
            return data
        return data.decode("cp1252" if name in _WESTERN else name).encode("utf-8")
    except (LookupError, ValueError):
        return data


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    sample = data[:_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    if b"\0" in sample or controls > _TOO_MANY_CONTROLS * len(sample):
        raise DocumentError("binary")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _nearly_utf8(data) or _western(data)


def _declared(data: bytes, name: str | None) -> str | None:
    """As the document says; Latin-1 means Windows-1252, as in browsers."""
    try:
        encoding = codecs.lookup(name or "utf-8").name
        return data.decode("cp1252" if encoding in _WESTERN else encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes, as after a cut or a careless merge."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if whole > 20 * broken else None


def _western(data: bytes) -> str:
    foreign = [letter for letter in data[:_SAMPLE].decode("cp1252", "replace") if not letter.isascii()]
    if foreign and sum(letter in _GERMAN for letter in foreign) >= 0.7 * len(foreign):
        return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_OLD_CHARACTER_SETS).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
