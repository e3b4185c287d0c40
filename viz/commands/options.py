"""The options every command knows, before and after its name: --graph, --lang, --verbose; and groups of commands."""

from collections.abc import Iterable, Sequence

import click

from viz.language import LANGUAGES, _
from viz.settings import Settings, read_settings

_PLACE = "viz.commands.options"


def global_options() -> list[click.Parameter]:
    """--graph, --lang and --verbose, to be put on the group and on every command."""
    return [
        click.Option(
            ["--graph"],
            metavar=_("FOLDER|ADDRESS"),
            help=_("The graph: a folder, or the address of a Neo4j server (neo4j://…)."),
            expose_value=False,
            callback=_remember,
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            help=_("The language on the screen."),
            expose_value=False,
            callback=_remember,
        ),
        click.Option(
            ["--verbose"],
            is_flag=True,
            help=_("Say more, and write more into the log."),
            expose_value=False,
            callback=_remember,
        ),
    ]


class _InOrder(click.Group):
    """Commands in the order in which people need them, not in that of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def command_group(name: str, *, help: str, commands: Iterable[click.Command]) -> click.Group:
    """A command that has commands of its own; its help lists them in this order."""
    group = _InOrder(name, help=help, subcommand_metavar=_("COMMAND …"))
    for command in commands:
        command.params += global_options()
        command.options_metavar = _("[OPTIONS]")
        group.add_command(command)
    return group


def examples(lines: str) -> str:
    """An epilog of several lines, each of which stays one."""
    return f"\b\n{lines}"


def answer_options() -> list[click.Parameter]:
    """--json and --csv, for commands whose answer other programs may want."""
    return [
        click.Option(["--json", "as_json"], is_flag=True, help=_("Answer as JSON, for other programs.")),
        click.Option(
            ["--csv", "csv_file"],
            metavar=_("FILE.csv"),
            type=click.Path(dir_okay=False, allow_dash=True),
            help=_("Write a table for a spreadsheet into this file; - writes it onto the screen."),
        ),
    ]


def author_option() -> click.Parameter:
    """--by, for commands that write down what a person decided."""
    return click.Option(
        ["--by"],
        metavar=_("WHO"),
        help=_("Initials or organisation of who decides; to set it for good: author in config.toml (see `status`)."),
        expose_value=False,
        callback=_remember,
    )


def _remember(context: click.Context, parameter: click.Parameter, value: str | bool | None) -> None:
    if value:
        context.meta[f"{_PLACE}.{parameter.name}"] = value


def settings_of(context: click.Context) -> Settings:
    """The settings with the switches of this call; the switch nearest to the command wins."""
    return read_settings(
        graph=_switch(context, "graph"), language=_switch(context, "lang"), author=_switch(context, "by")
    )


def is_verbose(context: click.Context) -> bool:
    """Whether --verbose was given."""
    return bool(context.meta.get(f"{_PLACE}.verbose"))


def _switch(context: click.Context, name: str) -> str | None:
    value: object = context.meta.get(f"{_PLACE}.{name}")
    return value if isinstance(value, str) else None


def language_switch(arguments: Sequence[str]) -> str | None:
    """The language asked for on the command line, before click reads it: help is worded in it, too."""
    for index, argument in enumerate(arguments):
        if argument == "--":
            return None
        name, equals, value = argument.partition("=")
        if name == "--lang":
            wanted = value if equals else next(iter(arguments[index + 1 :]), "")
            return wanted if wanted in LANGUAGES else None
    return None
