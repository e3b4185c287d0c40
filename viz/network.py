"""A `Picture` as one interactive HTML file that fetches nothing: pyvis renders it through our own template.

pyvis's own template needs the network and runs markup from names, so only its data model and its renderer are used.
Every script and style is inlined under a nonce; whatever else gets into the page, the content policy stops it.
"""

import secrets
from collections.abc import Iterable, MutableMapping
from functools import cache
from importlib import resources
from typing import cast
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from graph.errors import AtlasError
from queries.answers import Picture
from viz.citations import Json
from viz.lands import load_lands
from viz.map_data import MapData, gather
from viz.map_layout import short_key
from viz.packing import pack
from viz.story.model import Story
from viz.words import Wording

_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_FIRST = ("atlas.js", "theme.js")
_SCRIPTS = (
    "text.js",
    "shapes.js",
    "state.js",
    "time.js",
    "link.js",
    "motion.js",
    "lines.js",
    "labels.js",
    "lists.js",
    "ground.js",
    "around.js",
    "vacant.js",
    "positions.js",
    "view.js",
    "map.js",
    "overview.js",
    "legend.js",
    "search.js",
    "evidence.js",
    "matrix.js",
    "table.js",
    "page.js",
    "print.js",
    "story.js",
)
_STYLES = (
    "colours.css",
    "page.css",
    "time.css",
    "map.css",
    "panel.css",
    "matrix.css",
    "overview.css",
    "story.css",
    "print.css",
)
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": False, "keyboard": False, "zoomSpeed": 0.6, "selectConnectedEdges": False},
}


def render_map(
    picture: Picture, *, title: str, wording: Wording, stamp: str, story: Story | None = None, nonce: str | None = None
) -> str:
    """The whole page as text, to be written as UTF-8.

    `stamp` is the day the picture was made (ISO 8601). The same picture gives the same page but for the `nonce`, which
    is drawn by chance unless given. A `story` can be played on the page; without one it can be recorded there. Quotes
    are shown as they are: mask person names before.
    """
    data = gather(picture, load_lands())
    return render_data(data, title=title, wording=wording, stamp=stamp, story=story, nonce=nonce)


def render_data(
    data: MapData, *, title: str, wording: Wording, stamp: str, story: Story | None = None, nonce: str | None = None
) -> str:
    """The same from data that were gathered before."""
    net = Network(heading=title, cdn_resources="in_line")
    net.templateEnv = Environment(loader=PackageLoader("viz", "templates"), autoescape=True, undefined=StrictUndefined)
    net.templateEnv.filters["pack"] = pack
    # pyvis passes no values of ours to the template; its environment is the only way in.
    cast("MutableMapping[str, object]", net.templateEnv.globals).update(
        nonce=nonce or secrets.token_urlsafe(16),
        language=wording.language,
        words=dict(wording.words),
        page=data.page | {"stamp": stamp, "words": wording.words, "language": wording.language, "story": _told(story)},
        styles=_inlined("viz", (f"static/{name}" for name in _STYLES)),
        vis=_inlined("pyvis", (_VIS,)),
        first=_inlined("viz", (f"static/{name}" for name in _FIRST)),
        scripts=_inlined("viz", (f"static/{name}" for name in _SCRIPTS)),
    )
    net.path = "map.html"
    # Assigned whole: pyvis's add_edge drops the second line of a pair and takes quadratic time.
    net.nodes, net.edges, net.options = data.nodes, data.edges, _OPTIONS
    return net.generate_html()


def _told(story: Story | None) -> Json:
    """The story as static/story.js plays it: what is seen as an address, what is pointed at by keys that stay."""
    if story is None:
        return None
    steps: list[Json] = [
        {
            "title": step.title,
            "text": step.text,
            "look": urlencode(step.look, quote_via=quote),
            "highlight": [short_key(id) for id in step.highlight],
        }
        for step in story.steps
    ]
    return {"title": story.title, "steps": steps}


@cache
def _read(package: str, path: str) -> str:
    return (resources.files(package) / path).read_text(encoding="utf-8")


def _inlined(package: str, paths: Iterable[str]) -> Markup:
    """Our own files as they are, refused when one could end its element early."""
    text = "\n".join(_read(package, path) for path in paths)
    return Markup(checked(text))


def checked(text: str) -> str:
    """A script or style that may stand inside its element; AtlasError when it holds what would end it."""
    if any(end in text.lower() for end in ("</script", "</style", "<!--")):
        raise AtlasError("bundled_script_unsafe")
    return text
