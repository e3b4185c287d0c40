"""`review`: what people go through, one file a part."""

import click

from viz.commands.options import global_options
from viz.commands.pairs import accept_command, list_command, reject_command, unsure_command
from viz.commands.review_export import export_command, import_command
from viz.language import _


def review_command() -> click.Group:
    """The command `review` with its parts."""
    group = click.Group(
        "review",
        help=_("Go through what was read, and decide."),
        subcommand_metavar=_("COMMAND …"),
    )
    commands = (list_command(), accept_command(), reject_command(), unsure_command())
    for command in (*commands, export_command(), import_command()):
        command.params += global_options()
        command.options_metavar = _("[OPTIONS]")
        group.add_command(command)
    return group
