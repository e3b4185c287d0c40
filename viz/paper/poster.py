"""The poster: one view of a picture on a large sheet, with its legend, its numbered sources and what had no room.

In: a `Picture` with masked names; out: sheets for `svg.py` and `printing.py`.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from queries.answers import Picture
from seeds.register import Register
from viz.paper.chapters import Order, map_chapter, matrix_chapter, net_chapter
from viz.paper.framing import Chapter, Head, Size, bind
from viz.paper.items import Sheet
from viz.paper.letters import Typecase
from viz.paper.numbering import number_sources


class View(StrEnum):
    """What a poster shows."""

    NET = "net"
    MAP = "map"
    MATRIX = "matrix"


def make_poster(
    picture: Picture, view: View, *, head: Head, size: Size, register: Register, typecase: Typecase
) -> tuple[Sheet, ...]:
    """The sheets of a view; the first is the poster, the others hold what it has no room for."""
    sources = number_sources(picture.coverage.documents)
    return bind([_VIEWS[view](Order(picture, head, size, register, sources, typecase))])


_VIEWS: Mapping[View, Callable[[Order], Chapter]] = {
    View.NET: net_chapter,
    View.MAP: map_chapter,
    View.MATRIX: matrix_chapter,
}
