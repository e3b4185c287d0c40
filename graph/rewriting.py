"""A folder's graph written anew, so that nothing deleted is left in the engine's files, its log or its indexes.

The engine marks what is deleted as free and leaves the bytes. So all that counts is copied into fresh files, which take
the place of the old ones in one step; a crash leaves either the old files or the new ones.
"""

from pathlib import Path

from graph.copying import copy_graph, plan_copy, take_inventory
from graph.embedded import REWRITE, offer_rewritten, take_over_rewritten
from graph.errors import StoreError
from graph.joining import SharedFolder
from graph.lock import Turns
from graph.store import Store, open_store


def rewrite_folder(folder: Path) -> None:
    """Write the graph in this folder anew; who writes in another process waits, who reads there goes on behind it.

    Raises StoreError as `SharedFolder` does, graph_held where another process runs the engine, and `copy_differs` where
    the new graph is not the old one: then that stays.
    """
    shared = SharedFolder(folder, create=False)
    try:
        shared.require_engine()
        source = Store(
            str(folder), "embedded", reader=shared.reader, writer=shared.writer,
            close=lambda: None, turns=Turns(), still=Turns,
        )  # fmt: skip
        with shared.turns:
            source.set_up()
            with open_store(str(folder / REWRITE)) as fresh:
                copy_graph(source, fresh, plan_copy(source, fresh), tell=lambda _address: None)
                if take_inventory(source) != take_inventory(fresh) or source.removals() != fresh.removals():
                    raise StoreError("copy_differs", url=str(folder))
            offer_rewritten(folder)
            shared.halt()
            take_over_rewritten(folder)
    finally:
        shared.close()
