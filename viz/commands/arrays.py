"""Where the graph's arrays are kept, and what is shown while they are made."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreError
from queries.arrays.opening import Keeping, renew_arrays
from queries.standing import forget_identity
from viz.commands.session import opened_graph, register_of, server_mark
from viz.language import _
from viz.progress import progress
from viz.settings import Settings

_PERCENT = 100


def arrays_folder(settings: Settings) -> Path:
    """Beside the graph; for a server's in a folder of the cache, one for each database."""
    if not settings.on_server:
        return Path(settings.graph.value)
    return settings.folders.cache / "arrays" / server_mark(settings)


def keeping_arrays(settings: Settings) -> Keeping:
    """Keep them there; whoever waits for them sees why."""
    return Keeping(arrays_folder(settings), _building)


@contextmanager
def _building() -> Generator[Callable[[float], None]]:
    with progress(_("Reading the whole graph once"), _PERCENT) as meter:
        yield lambda share: meter.show(int(_PERCENT * share), "")


def rebuild_arrays(settings: Settings) -> None:
    """Make anew what is kept of the graph: the arrays, and who is who where this account may write."""
    try:
        with opened_graph(settings, writing=True, making=False) as store:
            forget_identity(store)
    except StoreError as error:
        if error.code != "store_forbidden":
            raise
    with opened_graph(settings) as store:
        renew_arrays(store, register_of(settings), keeping=keeping_arrays(settings))
