"""Questions about two: both names are found as by `show`, and asked back where they are not clear."""

from functools import partial

import click

from graph.store import Store
from queries.search import Match, find
from seeds.register import Register
from viz.commands.choice import settle
from viz.commands.files import say_json
from viz.commands.lines import say_wrapped
from viz.commands.options import answer_options
from viz.commands.words import Number, PastDay
from viz.language import _, ngettext

Names = tuple[str, str]


def between_options() -> list[click.Parameter]:
    """Two names, --date, --json and --with-names."""
    return [
        click.Argument(["one"], required=True, metavar=_("NAME")),
        click.Argument(["other"], required=True, metavar=_("NAME")),
        *dated_options(),
    ]


def dated_options(*, masking: bool = True) -> list[click.Parameter]:
    """--date and --json, for every question about the network; --with-names where the answer has quotes."""
    options: list[click.Parameter] = [
        click.Option(
            ["--date"],
            metavar=_("DATE"),
            type=PastDay(),
            help=_("What was known and there on this date, as 16.03.2021."),
        ),
        next(option for option in answer_options() if option.name == "as_json"),
    ]
    if masking:
        whole = _("Keep names of persons in quotes; else “[Name]”.")
        options.append(click.Option(["--with-names"], is_flag=True, help=whole))
    return options


def limit_option(usual: int) -> click.Parameter:
    """--limit, for lists of which the first lines say most."""
    return click.Option(
        ["--limit"],
        default=usual,
        type=Number(1),
        metavar=_("NUMBER"),
        help=_("At most so many lines, {n} without it.").format(n=usual),
    )


def csv_option() -> click.Parameter:
    """--csv, for what is a table."""
    return next(option for option in answer_options() if option.name == "csv_file")


def say_rest(rest: int) -> None:
    """How many rows `--limit` kept back; nothing where there are none."""
    if rest:
        line = ngettext("{n} further one; --limit shows more.", "{n} further ones; --limit shows more.", rest)
        say_wrapped(line.format(n=rest))


def two_matches(
    store: Store, register: Register, names: Names, *, command: str, as_json: bool
) -> tuple[Match, Match] | None:
    """What both names mean; None after the first unclear one was asked back."""
    matches: list[Match] = []
    for place, name in enumerate(names):
        found = find(store, name, register=register)
        if as_json and len(found.matches) != 1:
            say_json(found)
            return None
        match = settle(found, register, command=partial(_typed, command, names, place))
        if match is None:
            return None
        matches.append(match)
    return matches[0], matches[1]


def _typed(command: str, names: Names, place: int, id: str) -> str:
    """The command line with this name replaced by an id."""
    words = [id if number == place else name for number, name in enumerate(names)]
    return f"buendnisatlas {command} " + " ".join(f'"{word}"' for word in words)
