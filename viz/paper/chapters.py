"""The chapters of paper: a picture as net, map or matrix, each with its lists. Next: poster.py, handout.py."""

from collections.abc import Sequence
from dataclasses import dataclass

from queries.answers import Picture
from seeds.register import Register
from viz.geography import SOURCE
from viz.lands import Lands
from viz.language import _
from viz.paper.blocks import make_block
from viz.paper.columns import Column, Entry, flow, side_by_side
from viz.paper.framing import MARGIN, Canvas, Chapter, Head, Page, Size, head_bottom, make_canvas
from viz.paper.items import Box
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
from viz.paper.numbering import Sources
from viz.paper.places import beside_map, draw_map
from viz.paper.scene import Scene, make_scene
from viz.paper.sites import find_sites

_ASIDE = 68.0
"""The width of the column beside a drawing."""
_COLUMNS = 4
_STRIP, _STRIPS = 88.0, (50.0, 58.0, 66.0, 74.0, 82.0, 90.0, 98.0)
"""The height of the strip below the map: what is tried, and what it is where nothing is enough."""
_CLOSER = 1.15
"""The matrix is read from nearer by."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be set: a picture with masked names, on paper of a size, with its sources numbered.

    `with_sources`: each chapter lists the sources itself.
    """

    picture: Picture
    head: Head
    size: Size
    register: Register
    sources: Sources
    typecase: Typecase
    with_sources: bool = True

    def source_entries(self) -> list[Entry]:
        """The sources, where the chapter lists them."""
        return source_list(self.sources, self.typecase) if self.with_sources else []


def net_chapter(order: Order) -> Chapter:
    """Who takes part in what, as a net."""
    picture, head, typecase = order.picture, order.head, order.typecase
    canvas = make_canvas(order.size, upright=False)
    top = head_bottom(head, canvas)
    scene = make_scene(picture, Lands(order.register), order.sources, typecase)
    aside = Box(canvas.width - MARGIN - _ASIDE, top, canvas.inside.right, canvas.inside.bottom)
    drawing = draw_net(scene, Box(MARGIN, top, aside.left - 8.0, canvas.inside.bottom))
    entries = [
        *legend(scene),
        *unknown_list(picture.coverage.unknown, typecase),
        *order.source_entries(),
        *bare_list(scene.bare if len(scene.bare) > MOST_BARE else ()),
        *_without_room(scene),
    ]
    first, *further = flow(entries, [aside], _further(canvas, head))
    pages = [Page((*drawing.items, *first.items), first.links), *(Page(one.items, one.links) for one in further)]
    return Chapter(head, canvas, tuple(pages))


def _without_room(scene: Scene) -> list[Entry]:
    """What the drawing has no room for."""
    return [
        *cut_list(cut_names([make_block(node) for node in (*scene.nodes, *scene.bare)])),
        *named_list(scene.named),
        *left_list(scene.left),
        *member_list(scene),
    ]


def map_chapter(order: Order) -> Chapter:
    """Initiatives at their places, who takes part around them."""
    picture, head, typecase = order.picture, order.head, order.typecase
    canvas = make_canvas(order.size, upright=True)
    lands = Lands(order.register)
    scene = make_scene(picture, lands, order.sources, typecase)
    sites = find_sites(scene, lands)
    entries = [
        *legend(scene),
        *site_legend(),
        *unknown_list(picture.coverage.unknown, typecase),
        *beside_list(beside_map(scene, sites)),
        *order.source_entries(),
        *_without_room(scene),
    ]
    strip, (first, *further) = _below(entries, canvas, head)
    frame = Box(strip.left, head_bottom(head, canvas), strip.right, strip.top - 4.0)
    names = {land.id: land.name for land in order.register.lands()}
    unknown = {one.region for one in picture.coverage.unknown}
    drawing = draw_map(scene, sites, frame, names, unknown)
    pages = [Page((*drawing.items, *first.items), first.links), *(Page(one.items, one.links) for one in further)]
    return Chapter(head, canvas, tuple(pages), credit=_("Outline: {source}, simplified").format(source=SOURCE))


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


def matrix_chapter(order: Order) -> Chapter:
    """Which kinds are at which table."""
    canvas = make_canvas(order.size, upright=False, closer=_CLOSER)
    coverage = order.picture.coverage
    cells = next((row.cells for row in (*coverage.rows, *coverage.without_table)), ())
    pages = matrix_pages(
        coverage,
        [cell.column for cell in cells],
        head=order.head,
        canvas=canvas,
        sources=order.sources,
        register=order.register,
        typecase=order.typecase,
        behind=[*unknown_list(coverage.unknown, order.typecase), *order.source_entries()],
    )
    return Chapter(order.head, canvas, tuple(pages))


def _further(canvas: Canvas, head: Head) -> tuple[Box, ...]:
    inside = canvas.inside
    box = Box(inside.left, head_bottom(head, canvas, first=False), inside.right, inside.bottom)
    return side_by_side(box, _COLUMNS)
