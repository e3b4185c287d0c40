"""What stands before the first element of an XML part, where entities are declared that unpack to gigabytes.

Neither Office nor LibreOffice declares any, and their formats forbid it: a part that does was made to do harm.
"""

from enum import StrEnum
from typing import IO
from xml.parsers import expat

_CHUNK = 1 << 16


class Prolog(StrEnum):
    """What a part begins with."""

    NO_XML = "no_xml"
    PLAIN = "plain"
    ENTITIES = "entities"


class _Known(Exception):  # noqa: N818  # ends the parsing, and is no error
    def __init__(self, prolog: Prolog) -> None:
        super().__init__(prolog)
        self.prolog = prolog


def read_prolog(part: IO[bytes]) -> Prolog:
    """How a part begins, in whatever encoding; nothing behind the start of its first element is parsed."""
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _found_entity
    parser.StartElementHandler = _found_element
    try:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk, False)
    except _Known as known:
        return known.prolog
    except Exception:  # a part that cannot be unpacked, decoded or parsed is its reader's to judge
        return Prolog.NO_XML
    return Prolog.NO_XML


def _found_entity(*_declaration: object) -> None:
    raise _Known(Prolog.ENTITIES)


def _found_element(*_element: object) -> None:
    raise _Known(Prolog.PLAIN)
