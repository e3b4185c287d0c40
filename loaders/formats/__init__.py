"""The formats that can be read: one line a suffix. A reader's parser is imported only when a file asks for it."""

from collections.abc import Callable
from importlib import import_module
from types import MappingProxyType

from loaders.formats.content import Content

Reader = Callable[[bytes], Content]

FORMATS = MappingProxyType(
    {
        ".txt": "plain",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".docx": "docx",
        ".pdf": "pdf",
        ".xlsx": "sheet",
    }
)


def reader(name: str) -> Reader:
    """The reader of a format named in `FORMATS`: bytes to content; raises DocumentError without the path."""
    read: Reader = import_module(f"loaders.formats.{name}").read
    return read
