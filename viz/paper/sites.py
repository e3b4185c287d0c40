"""Where on the map of Germany a scene's initiatives belong, before they make room for each other.

An initiative lies at its town or Kreis where the register has coordinates for it, else somewhere in its Land; what is
there for the whole country, or has no region, has no place on the map.
"""

from dataclasses import dataclass

from seeds.outline import Point
from viz.lands import Lands
from viz.paper.scene import Node, Scene


@dataclass(frozen=True, slots=True)
class Site:
    """A place in kilometres, as `viz.geography` counts them; `is_exact` where it is a town's or a Kreis's."""

    point: Point
    is_exact: bool


def find_sites(scene: Scene, lands: Lands) -> dict[str, Site]:
    """The sites of the initiatives that have one, by key."""
    tables = (node for node in (*scene.nodes, *scene.bare) if node.is_initiative)
    return {node.key: site for node in tables if (site := _site(node, lands))}


def _site(node: Node, lands: Lands) -> Site | None:
    if exact := lands.seat(node.regions, ()):
        return Site(exact, True)
    point = lands.seat((), node.lands)
    return Site(point, False) if point else None
