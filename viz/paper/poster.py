"""The poster: one view of a picture on a large sheet, with its legend, its numbered sources and what had no room.

In: a `Picture` with masked names; out: sheets for `svg.py` and `printing.py`.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from queries.answers import Picture
from seeds.register import Register
from viz.geography import SOURCE
from viz.lands import Lands
from viz.language import _
from viz.paper.blocks import make_block
from viz.paper.columns import Column, Entry, flow, side_by_side
from viz.paper.framing import MARGIN, Canvas, Head, Page, Size, head_bottom, make_canvas, make_sheets
from viz.paper.items import Box, Sheet
from viz.paper.letters import Typecase
from viz.paper.lists import (
    bare_list,
    beside_list,
    cut_list,
    left_list,
    legend,
    member_list,
    named_list,
    site_legend,
    source_list,
    unknown_list,
)
from viz.paper.matrix import matrix_pages
from viz.paper.net import MOST_BARE, cut_names, draw_net
from viz.paper.numbering import number_sources
from viz.paper.places import beside_map, draw_map
from viz.paper.scene import make_scene
from viz.paper.sites import find_sites

_ASIDE = 68.0
"""The width of the column beside a drawing."""
_COLUMNS = 4
_STRIP, _STRIPS = 88.0, (50.0, 58.0, 66.0, 74.0, 82.0, 90.0, 98.0)
"""The height of the strip below the map: what is tried, and what it is where nothing is enough."""
_CLOSER = 1.15
"""The matrix is read from nearer by."""


class View(StrEnum):
    """What a poster shows."""

    NET = "net"
    MAP = "map"
    MATRIX = "matrix"


def make_poster(
    picture: Picture, view: View, *, head: Head, size: Size, register: Register, typecase: Typecase
) -> tuple[Sheet, ...]:
    """The sheets of a view; the first is the poster, the others hold what it has no room for."""
    return _VIEWS[view](picture, head, size, register, typecase)


def _net(picture: Picture, head: Head, size: Size, register: Register, typecase: Typecase) -> tuple[Sheet, ...]:
    canvas = make_canvas(size, upright=False)
    top = head_bottom(head, canvas)
    sources = number_sources(picture.coverage.documents)
    scene = make_scene(picture, Lands(register), sources, typecase)
    aside = Box(canvas.width - MARGIN - _ASIDE, top, canvas.inside.right, canvas.inside.bottom)
    drawing = draw_net(scene, Box(MARGIN, top, aside.left - 8.0, canvas.inside.bottom))
    entries = [
        *legend(scene),
        *unknown_list(picture.coverage.unknown, typecase),
        *source_list(sources, typecase),
        *bare_list(scene.bare if len(scene.bare) > MOST_BARE else ()),
        *cut_list(cut_names([make_block(node) for node in (*scene.nodes, *scene.bare)])),
        *named_list(scene.named),
        *left_list(scene.left),
        *member_list(scene),
    ]
    first, *further = flow(entries, [aside], _further(canvas, head))
    pages = [Page((*drawing.items, *first.items), first.links), *(Page(one.items, one.links) for one in further)]
    return make_sheets(pages, head, canvas)


def _map(picture: Picture, head: Head, size: Size, register: Register, typecase: Typecase) -> tuple[Sheet, ...]:
    canvas = make_canvas(size, upright=True)
    sources = number_sources(picture.coverage.documents)
    lands = Lands(register)
    scene = make_scene(picture, lands, sources, typecase)
    sites = find_sites(scene, lands)
    entries = [
        *legend(scene),
        *site_legend(),
        *unknown_list(picture.coverage.unknown, typecase),
        *beside_list(beside_map(scene, sites)),
        *source_list(sources, typecase),
        *cut_list(cut_names([make_block(node) for node in (*scene.nodes, *scene.bare)])),
        *named_list(scene.named),
        *left_list(scene.left),
        *member_list(scene),
    ]
    strip, (first, *further) = _below(entries, canvas, head)
    frame = Box(strip.left, head_bottom(head, canvas), strip.right, strip.top - 4.0)
    names = {land.id: land.name for land in register.lands()}
    unknown = {one.region for one in picture.coverage.unknown}
    drawing = draw_map(scene, sites, frame, names, unknown)
    pages = [Page((*drawing.items, *first.items), first.links), *(Page(one.items, one.links) for one in further)]
    return make_sheets(pages, head, canvas, credit=_("Outline: {source}, simplified").format(source=SOURCE))


def _below(entries: Sequence[Entry], canvas: Canvas, head: Head) -> tuple[Box, list[Column]]:
    """The strip below the map: as high as it must be for everything, within bounds; the rest goes behind the sheet."""
    inside = canvas.inside
    for height in _STRIPS:
        strip = Box(inside.left, inside.bottom - height, inside.right, inside.bottom)
        found = flow(entries, side_by_side(strip, _COLUMNS), _further(canvas, head))
        if len(found) == 1:
            return strip, found
    strip = Box(inside.left, inside.bottom - _STRIP, inside.right, inside.bottom)
    return strip, flow(entries, side_by_side(strip, _COLUMNS), _further(canvas, head))


def _matrix(picture: Picture, head: Head, size: Size, register: Register, typecase: Typecase) -> tuple[Sheet, ...]:
    canvas = make_canvas(size, upright=False, closer=_CLOSER)
    coverage = picture.coverage
    sources = number_sources(coverage.documents)
    cells = next((row.cells for row in (*coverage.rows, *coverage.without_table)), ())
    pages = matrix_pages(
        coverage,
        [cell.column for cell in cells],
        head=head,
        canvas=canvas,
        sources=sources,
        register=register,
        typecase=typecase,
        behind=[*unknown_list(coverage.unknown, typecase), *source_list(sources, typecase)],
    )
    return make_sheets(pages, head, canvas)


def _further(canvas: Canvas, head: Head) -> tuple[Box, ...]:
    inside = canvas.inside
    box = Box(inside.left, head_bottom(head, canvas, first=False), inside.right, inside.bottom)
    return side_by_side(box, _COLUMNS)


_VIEWS: Mapping[View, Callable[[Picture, Head, Size, Register, Typecase], tuple[Sheet, ...]]] = {
    View.NET: _net,
    View.MAP: _map,
    View.MATRIX: _matrix,
}
