"""From a fetched page to a source text: which reader it takes, in which character set, under which address."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from graph.errors import DocumentError
from loaders.document import SourceText
from loaders.files import source_text
from loaders.formats import FORMATS
from loaders.tables.mapping import Mapping
from loaders.web.address import WebAddress

Watch = Callable[[float], None]
"""Is told how much of a page has arrived, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave. `address` is where it lives: the given one, followed where it has moved for good.

    `media_type` is in small letters, empty where none was told; `file_name` is what the server calls the file.
    """

    given: WebAddress
    address: WebAddress
    data: bytes
    media_type: str
    charset: str | None
    file_name: str


# What servers call the formats; a file's ending decides where they say nothing, or only that it is bytes or text.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "text/csv": ".csv",
    "message/rfc822": ".eml",
}
_SAYS_NOTHING = frozenset(
    {
        "",
        "application/octet-stream",
        "binary/octet-stream",
        "application/download",
        "application/force-download",
        "application/x-download",
        "application/zip",
        "text/plain",
    }
)
_TEXTS = frozenset({".html", ".xhtml", ".md", ".txt", ".csv"})


def read_page(
    page: Page, *, as_of: str | None = None, address: str | None = None, mapping: Mapping | None = None
) -> SourceText:
    """What a page says, as `loaders.files.read_source` gives it for a file.

    Its date is its head's or its metadata's; the server's Last-Modified is a file's time and dates nothing. `address`
    is where it is kept, by default the page's own; `mapping` says
    what a table's columns are. Raises DocumentError with the given address.
    """
    suffix = _suffix(page)
    try:
        if suffix not in FORMATS:
            raise DocumentError("unknown_format", suffix=suffix or page.media_type)
        return source_text(
            page.data,
            FORMATS[suffix],
            address=address or page.address.url,
            name=page.address.name,
            as_of=as_of,
            charset=page.charset if suffix in _TEXTS else None,
            mapping=mapping,
        )
    except DocumentError as error:
        raise DocumentError(error.code, **{**error.details, "address": page.given.url}) from error


def _suffix(page: Page) -> str:
    told = _SUFFIXES.get(page.media_type, "")
    if page.media_type not in _SAYS_NOTHING:
        return told
    names = (page.file_name, page.address.name, page.given.name)
    endings = (PurePosixPath(name).suffix.lower() for name in names)
    return next((ending for ending in endings if ending in FORMATS), told)
