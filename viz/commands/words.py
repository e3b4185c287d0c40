"""Options whose values are words: a role, a kind, a date, a number, in the words people write."""

from collections.abc import Callable, Mapping

import click

from graph.keys import fold
from loaders.dating import read_as_of
from viz.choices import NOTHING, choices, listed
from viz.days import asked_day
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


class Number(click.ParamType[int]):
    """A whole number from `least` to `most`, both included."""

    name = "number"

    def __init__(self, least: int, most: int | None = None) -> None:
        self._least, self._most = least, most

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        try:
            number = int(value)
        except ValueError:
            number = self._least - 1
        if number < self._least or (self._most is not None and number > self._most):
            line = _("“{value}” is no whole number from {least} on.")
            if self._most is not None:
                line = _("“{value}” is no whole number from {least} to {most}.")
            self.fail(line.format(value=value, least=self._least, most=self._most), param, ctx)
        return number


class Day(click.ParamType[str]):
    """A date as people write it; "-" takes one away."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """ISO 8601, prefixes too, or ""."""
        return "" if value.strip() == NOTHING else read_as_of(value)


class PastDay(click.ParamType[str]):
    """A date that a question may ask for; see viz.days."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """ISO 8601, prefixes too. Raises QuestionError("date_out_of_bounds") and DocumentError("bad_date")."""
        return asked_day(value)


def option(name: str, words: Callable[[], Mapping[str, str]], *, help: str, required: bool = False) -> click.Option:
    """An option that takes such a word; its help lists them."""
    known = listed(dict.fromkeys(words().values()))
    kind = Word(name, words)
    return click.Option([f"--{name}"], type=kind, metavar=_("WORD"), required=required, help=f"{help} ({known})")


def day_option(name: str, *, help: str) -> click.Option:
    """An option that takes a date."""
    return click.Option([f"--{name}"], type=Day(), metavar=_("DATE"), help=help)
