"""`review`: what people go through, one file a part."""

import click

from viz.commands.options import global_options
from viz.commands.review_export import export_command, import_command
from viz.language import _


def review_command() -> click.Group:
    """The command `review` with its parts."""
    group = click.Group(
        "review",
        help=_("Let people go through what was read, and take over what they decide."),
        subcommand_metavar=_("COMMAND …"),
    )
    for command in (export_command(), import_command()):
        command.params += global_options()
        command.options_metavar = _("[OPTIONS]")
        group.add_command(command)
    return group
