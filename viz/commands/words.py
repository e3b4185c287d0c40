"""Options whose values are words: a role, a kind, a date, in the words people write."""

from collections.abc import Callable, Mapping

import click

from graph.keys import fold
from loaders.dating import read_as_of
from viz.choices import NOTHING, choices, listed
from viz.language import _


class Word(click.ParamType[str]):
    """A word for a code, in either language; the code itself will do."""

    def __init__(self, name: str, words: Callable[[], Mapping[str, str]]) -> None:
        self.name = name
        self._words = words

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code."""
        known = choices(self._words)
        if fold(value) not in known:
            line = _("“{value}” is none of: {words}.")
            self.fail(line.format(value=value, words=listed(dict.fromkeys(self._words().values()))), param, ctx)
        return known[fold(value)]


class Day(click.ParamType[str]):
    """A date as people write it; "-" takes one away."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """ISO 8601, prefixes too, or ""."""
        return "" if value.strip() == NOTHING else read_as_of(value)


def option(name: str, words: Callable[[], Mapping[str, str]], *, help: str, required: bool = False) -> click.Option:
    """An option that takes such a word; its help lists them."""
    known = listed(dict.fromkeys(words().values()))
    kind = Word(name, words)
    return click.Option([f"--{name}"], type=kind, metavar=_("WORD"), required=required, help=f"{help} ({known})")


def day_option(name: str, *, help: str) -> click.Option:
    """An option that takes a date."""
    return click.Option([f"--{name}"], type=Day(), metavar=_("DATE"), help=help)
