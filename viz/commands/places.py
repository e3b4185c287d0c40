"""What a person may name to be read: a path, or the address of a web page."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

import click

from graph.errors import DocumentError
from loaders.document import SourceText
from loaders.files import read_source
from loaders.tables.mapping import Mapping
from loaders.web.address import WebAddress, looks_like_address
from loaders.web.page import Page, Watch, read_page
from viz.language import _

Place: TypeAlias = Path | WebAddress
Fetch: TypeAlias = Callable[[WebAddress, Watch | None], Page]


class _PlaceType(click.ParamType[Path | str]):
    """A path, or the text of an address."""

    name = "path"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        return value if isinstance(value, str) and looks_like_address(value) else Path(value)


PLACE = _PlaceType()


def private_option() -> click.Option:
    """--allow-private, for every command that reads pages."""
    return click.Option(
        ["--allow-private"],
        is_flag=True,
        help=_("Read pages of your own network, too (addresses such as 10.…, 192.168.… or localhost)."),
    )


def source_of(place: Place, *, as_of: str | None, mapping: Mapping | None, fetch: Fetch | None) -> SourceText:
    """What a file or page says. Raises DocumentError with its path or address."""
    if isinstance(place, Path):
        return read_source(place, as_of=as_of, mapping=mapping)
    return read_page(fetch_page(place, fetch), as_of=as_of, mapping=mapping)


def fetch_page(place: WebAddress, fetch: Fetch | None, watch: Watch | None = None) -> Page:
    """The page at an address. Raises DocumentError, too, where nothing that fetches is at hand."""
    if fetch is None:
        raise DocumentError("web_unreachable", address=place.url)
    return fetch(place, watch)


def open_web(places: Iterable[Place], *, allow_private: bool = False) -> Fetch | None:
    """What fetches pages, where there are any: the network's parts are loaded only then."""
    if not any(isinstance(place, WebAddress) for place in places):
        return None
    from loaders.web.fetch import Web

    return Web(allow_private=allow_private).fetch
