"""`review`: what people go through, one file a part."""

import click

from viz.commands.options import command_group
from viz.commands.pairs import accept_command, list_command, reject_command, unsure_command
from viz.commands.review_export import export_command, import_command
from viz.language import _


def review_command() -> click.Group:
    """The command `review` with its parts."""
    return command_group(
        "review",
        help=_(
            "Go through what was read, and decide: which of the pairs that `review list` shows are the same, and, in "
            "a table for Excel or LibreOffice (`review export`, then `review import`), which participations are right."
        ),
        commands=(
            list_command(),
            accept_command(),
            reject_command(),
            unsure_command(),
            export_command(),
            import_command(),
        ),
    )
