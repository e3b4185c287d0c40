"""Opening a graph: one of an earlier version is brought to this one first, with a line that says so.

What an interrupted import has left is cleared.
"""

from contextlib import ExitStack

import click

from graph.errors import StoreError
from graph.schema import Step, steps_from
from graph.server import ServerSettings
from graph.store import Store, open_store
from viz.language import _
from viz.progress import Meter, progress


def open_telling(place: str, *, read_only: bool, login: ServerSettings) -> Store:
    """The open graph. For reading, too, an older one is brought to this version, where the account may write."""
    try:
        return _open(place, read_only=read_only, login=login)
    except StoreError as error:
        if error.code not in ("schema_older", "graph_unfinished"):
            raise
        refused = error
    try:
        _open(place, read_only=False, login=login).close()
    except StoreError as error:
        raise refused if error.code == "store_forbidden" else error from error
    return _open(place, read_only=read_only, login=login)


def _open(place: str, *, read_only: bool, login: ServerSettings) -> Store:
    with ExitStack() as shown:
        meters: list[Meter] = []

        def tell(step: Step) -> None:
            if not meters:
                click.echo(_("The graph is of an earlier version of Bündnisatlas; it is brought up to date."), err=True)
                count = len(steps_from(step.version - 1))
                meters.append(shown.enter_context(progress(_("Bringing up to date"), count)))
            meters[0].begin(str(step.version))

        return open_store(place, read_only=read_only, settings=login, on_step=tell)
