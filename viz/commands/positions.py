"""Where a graph's map keeps the places of its symbols: beside the graph, or in the data folder for a server's."""

from contextlib import suppress
from pathlib import Path

from viz.commands.files import write_whole
from viz.commands.session import server_mark
from viz.positions import Positions, PositionsError, positions_text, read_positions
from viz.settings import Settings

_FILE = "positions.json"


def positions_of(path: Path) -> Positions:
    """The positions in this file. Raises PositionsError with its path, OSError where it cannot be read."""
    try:
        return read_positions(path.read_bytes())
    except PositionsError as error:
        raise PositionsError(error.code, path=str(path), **error.details) from error


def kept_positions(settings: Settings) -> Positions:
    """Those of the last map of this graph; none where there was none, or where the file is not ours."""
    with suppress(OSError, PositionsError):
        return read_positions(_place(settings).read_bytes())
    return Positions()


def keep_positions(settings: Settings, positions: Positions) -> None:
    """Keep them for the next map; where nothing may be written, that one is laid out anew."""
    place = _place(settings)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(str(place), (positions_text(positions),))


def _place(settings: Settings) -> Path:
    if not settings.on_server:
        return Path(settings.graph.value) / _FILE
    return settings.folders.data / "positions" / f"{server_mark(settings)}.json"
