"""The command line: one file a group of commands, loaded when its command is called."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from viz.commands.options import global_options, is_verbose, language_switch, settings_of
from viz.commands.outcome import run_guarded
from viz.console import INTERRUPTED
from viz.language import DEFAULT_LANGUAGE, _, mark, speaking
from viz.settings import SettingsError, read_settings

COMMANDS: dict[str, tuple[str, str]] = {
    "explore": ("explore", mark("Load documents and open the map; without PATH, the sample documents.")),
    "load": ("load", mark("Read documents into the graph.")),
    "show": ("show", mark("Show an actor or an initiative with its evidence.")),
    "gaps": ("gaps", mark("Show which kinds are at which table, and which are not.")),
    "path": ("path", mark("Show how two actors or initiatives are connected, with quotes.")),
    "overlap": ("overlap", mark("Show who sits in both of two initiatives, or where both of two actors sit.")),
    "partners": ("partners", mark("Suggest partners for an initiative, an actor or a town, with reasons.")),
    "similar": ("similar", mark("Show which initiatives elsewhere are like one, and what they have.")),
    "bridges": ("bridges", mark("Show who connects what would be further apart.")),
    "communities": ("communities", mark("Show what hangs together more closely than with the rest.")),
    "evaluate": ("evaluating", mark("Measure on your own graph how well partners are found.")),
    "offers": ("offers", mark("Show who offers and who seeks cooperation, advice or support.")),
    "events": ("events", mark("Show events with date, place and who holds them; also as a calendar.")),
    "map": ("map", mark("Write the map into one HTML file.")),
    "poster": ("poster", mark("Write a poster of the net, the map or the matrix, to be printed.")),
    "handout": ("handout", mark("Write a handout: map, matrix, whom one could ask, sources.")),
    "correct": ("correct", mark("Correct what the graph says; list and take back corrections.")),
    "new": ("new", mark("Add an actor, an initiative or a participation, with a note.")),
    "review": ("review", mark("Go through what was read, and decide.")),
    "merge": ("sameness", mark("Say that two entries are one.")),
    "split": ("sameness", mark("Part what was taken for one.")),
    "remove": ("removing", mark("Remove documents, with everything that only they say.")),
    "undo": ("undoing", mark("Take the latest decision or removal back, or a certain one.")),
    "extract": ("extract", mark("Show what is found in one document, storing nothing.")),
    "cypher": ("cypher", mark("Ask the graph in Cypher, or run a question that comes along.")),
    "export": ("export", mark("Write the whole graph into a file, or the network for other programs.")),
    "backup": ("records", mark("Keep a copy of the whole graph while others work with it.")),
    "import": ("records", mark("Read a graph from such a file.")),
    "neo4j": ("neo4j", mark("Run a Neo4j of your own on this machine.")),
    "copy": ("copying", mark("Copy a graph into another folder or onto a server.")),
    "status": ("status", mark("Show where everything lies and what it holds.")),
}
"""Every command: its module in viz/commands/ (which makes it with `NAME_command()`) and its line in the help."""


class _Commands(click.Group):
    """The commands, each imported when it is called: `--help` imports none."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # What an unset variable of the shell leaves behind must not stand for the current folder.
        if any(not argument or (argument.startswith("--") and argument.endswith("=")) for argument in args):
            raise click.UsageError(_("An argument is empty. Give a name or a path."), ctx)
        return super().parse_args(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"viz.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")()
        command.params += global_options()
        command.options_metavar = _("[OPTIONS]")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(help_line)) for name, (_module, help_line) in COMMANDS.items()])


def build() -> click.Group:
    """The command `buendnisatlas`, worded in the language now spoken."""
    return _Commands(
        "buendnisatlas",
        help=_(
            "Bündnisatlas reads documents on regional industrial policy and shows who works with whom, and where. What "
            "it has read lies in the graph: a folder, or a Neo4j server. To begin: “buendnisatlas explore”. Help on a "
            "command: “buendnisatlas COMMAND --help”."
        ),
        params=[*global_options(), _version_option()],
        subcommand_metavar=_("COMMAND …"),
        options_metavar=_("[OPTIONS]"),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )


def _version_option() -> click.Parameter:
    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help=_("Show the version and exit."),
    )


def _show_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if not value:
        return
    from viz.commands.versions import own_version

    click.echo(f"Bündnisatlas {own_version()}")
    context.exit()


def run(arguments: Sequence[str]) -> int:
    """Run one command line; the exit code: 0 well, 1 bad input, 2 wrong usage, 130 interrupted."""
    with speaking(_find_language(arguments)):
        return run_guarded(build(), list(arguments))


def main() -> NoReturn:
    """The program's entry."""
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # the second one, while the first was being dealt with
        code = INTERRUPTED
    sys.exit(code)


def _find_language(arguments: Sequence[str]) -> str:
    """The language before anything is parsed; a setting that cannot be used is complained about later."""
    try:
        return read_settings(language=language_switch(arguments)).language.value
    except SettingsError:
        return language_switch(arguments) or DEFAULT_LANGUAGE


__all__ = ["COMMANDS", "build", "is_verbose", "main", "run", "settings_of"]
