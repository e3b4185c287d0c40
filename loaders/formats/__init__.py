"""The formats that can be read: one line a suffix. A reader's parser is imported only when a file asks for it."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import MappingProxyType

from loaders.formats.content import Content
from loaders.tables.mapping import Mapping

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
        ".docm": "docx",
        ".odt": "odt",
        ".eml": "eml",
        ".pdf": "pdf",
        ".xlsx": "sheet",
        ".xlsm": "sheet",
        ".csv": "delimited",
        ".tsv": "delimited",
    }
)
TABLES = frozenset({"sheet", "delimited"})
"""The formats whose readers take the file's name without its suffix and a mapping."""


def reader(name: str, *, stem: str = "", mapping: Mapping | None = None) -> Reader:
    """The reader of a format named in `FORMATS`: bytes to content; raises DocumentError without the path.

    `stem` and `mapping` are for tables: the file's name names a list, a mapping says what its columns are.
    """
    module = import_module(f"loaders.formats.{name}")
    read: Reader = partial(module.read, stem=stem, mapping=mapping) if name in TABLES else module.read
    return read
