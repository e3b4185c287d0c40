"""What a person may name to be read: a path, or the address of a web page."""

from pathlib import Path

import click

from loaders.web.address import looks_like_address
from viz.language import _


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
