"""How soon and how smoothly a map stands in the browser: ours, stock pyvis, sigma and cytoscape, in one run.

    python benchmarks/views.py [--nodes 300 10000] [--rounds 5] [--ours] [--keep FOLDER]

A fifth of the nodes are initiatives, two lines a node, each line with a quote of 120 letters of its own (which only our
page holds). Everybody gets the same positions and no physics; stock pyvis is spared its requests to the network.
Medians of `--rounds` openings in headless Chromium without a graphics card at 1400 x 900: the first picture (from the
start of loading until the frame of the first strokes has been shown), frames a second while the wheel turns and while
the map is dragged, and for ours how long a filter takes. `--ours` asks nobody else.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from pyvis.network import Network

from queries.answers import Picture
from tests.node_packages import installed
from tests.prepare import find_chromium
from tests.viz.conftest import SWITCHES
from tests.viz.pictures import cite, sized_picture
from viz.lands import load_lands
from viz.language import speaking
from viz.map_data import MapData, gather
from viz.network import render_map
from viz.words import map_wording

_PEERS = Path(__file__).parent / "view_peers"
_WINDOW: ViewportSize = {"width": 1400, "height": 900}
_SECONDS = 3.0
_QUOTE = 120
# The first strokes on any canvas, and the frame that shows them.
_WATCH = """
window.seen = { first: 0 };
const note = () => {
  if (seen.first) return;
  seen.first = -1;
  requestAnimationFrame(() => {
    const shown = new MessageChannel();
    shown.port1.onmessage = () => (seen.first = performance.now());
    shown.port2.postMessage(0);
  });
};
for (const [kind, names] of [
  [CanvasRenderingContext2D, ["stroke", "fill"]],
                             [WebGL2RenderingContext, ["drawArrays", "drawElements", "drawArraysInstanced"]],
                             [WebGLRenderingContext, ["drawArrays", "drawElements"]]]) {
  for (const name of names) {
    const drawn = kind.prototype[name];
    kind.prototype[name] = function (...given) { note(); return drawn.apply(this, given); };
  }
}
"""
_FIRST = """() => new Promise((done) => {
  const look = () => (seen.first > 0 ? done(seen.first) : setTimeout(look, 20));
  look();
})"""
_COUNT = "() => { window.frames_ = 0; (function next() { window.frames_ += 1; requestAnimationFrame(next); })(); }"
_FILTER = """() => new Promise((done) => {
  const box = document.querySelectorAll("#legend input[type=checkbox]")[1];
  const begin = performance.now();
  box.click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
})"""


@dataclass(frozen=True, slots=True)
class Shown:
    """One opening: milliseconds until the first picture, frames a second, milliseconds of a filter (ours)."""

    first: float
    wheel: float
    drag: float
    filter: float | None


def main() -> None:
    """Print a table for each size."""
    options = _options()
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = options.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        switches = [*SWITCHES, "--no-sandbox", "--enable-unsafe-swiftshader"]
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=switches)
        for nodes in options.nodes:
            pages = _pages(nodes, folder, only_ours=options.ours)
            print(f"{'':<14}{'file, MB':>10}{'first, ms':>11}{'wheel, fps':>12}{'drag, fps':>11}{'filter, ms':>12}")
            for name, path in pages.items():
                rounds = [_open(browser, path) for _ in range(options.rounds)]
                print(_line(name, path, rounds), flush=True)
        browser.close()


def _line(name: str, path: Path, rounds: Sequence[Shown]) -> str:
    filters = [one.filter for one in rounds if one.filter is not None]
    filtering = f"{statistics.median(filters):>12.0f}" if filters else f"{'–':>12}"
    first, wheel, drag = (
        statistics.median(getattr(one, part) for one in rounds) for part in ("first", "wheel", "drag")
    )
    return f"{name:<14}{path.stat().st_size / 1e6:>10.2f}{first:>11.0f}{wheel:>12.0f}{drag:>11.0f}{filtering}"


def _pages(nodes: int, folder: Path, *, only_ours: bool) -> dict[str, Path]:
    """The files of everybody, by name; says how long ours takes to be made."""
    picture = _quoted(sized_picture(nodes))
    print(f"{nodes:,} nodes, {len(picture.links):,} lines")
    begin = time.perf_counter()
    with speaking("de"):
        page = render_map(picture, title="Bündnisse", wording=map_wording(), stamp="2026-11-22")
    print(f"made in {time.perf_counter() - begin:.1f} s, layout included")
    makers: dict[str, Callable[[MapData], str]] = {"Bündnisatlas": lambda _: page}
    if not only_ours:
        makers |= {"stock pyvis": _by_pyvis, "sigma": _by_sigma, "cytoscape": _by_cytoscape}
    data, files = gather(picture, load_lands()), dict[str, Path]()
    for name, make in makers.items():
        files[name] = folder / f"{name.replace(' ', '_')}_{nodes}.html"
        files[name].write_text(make(data), encoding="utf-8")
    return files


def _quoted(picture: Picture) -> Picture:
    """Two lines a node, each with a quote of its own."""
    chance = random.Random(7)
    words = (Path(__file__).parent.parent / "seeds" / "first_names.txt").read_text(encoding="utf-8").split()
    count = 2 * (len(picture.actors) + len(picture.initiatives))
    links = []
    for number, link in enumerate(picture.links[:count]):
        quote = f"{number} " + " ".join(chance.choices(words, k=30))
        links.append(replace(link, evidence=(cite(quote[:_QUOTE], start=number),)))
    return replace(picture, links=tuple(links))


def _by_pyvis(data: MapData) -> str:
    net = Network(height="900px", width="100%", cdn_resources="in_line")
    net.nodes = [
        {"id": one["id"], "label": one["name"], "x": one["x"], "y": one["y"], "color": one["color"], "shape": "dot"}
        for one in data.nodes
    ]
    net.edges = [{"from": one["from"], "to": one["to"]} for one in data.edges]
    net.options = {"physics": {"enabled": False}}
    page = net.generate_html()
    for address in ("https://cdn.jsdelivr.net", "https://cdnjs.cloudflare.com"):
        page = page.replace(address, "data:,")
    return page


def _script(*parts: str) -> str:
    home = installed(_PEERS, what="other network views")
    return (home / "node_modules" / Path(*parts)).read_text(encoding="utf-8")


def _page(scripts: Sequence[str], body: str) -> str:
    inlined = "".join(f"<script>{script}</script>" for script in scripts)
    style = "<style>body{margin:0}#c{height:900px;width:100%}</style>"
    return f'<!doctype html><meta charset="utf-8">{style}{inlined}<div id="c"></div><script>{body}</script>'


def _by_sigma(data: MapData) -> str:
    nodes = [[one["id"], one["name"], one["x"], one["y"], one["color"]] for one in data.nodes]
    body = f"""const graph = new graphology.Graph({{ multi: true }});
for (const [key, label, x, y, color] of {json.dumps(nodes)}) graph.addNode(key, {{ label, x, y: -y, size: 4, color }});
for (const [a, b] of {json.dumps([[one["from"], one["to"]] for one in data.edges])}) graph.addEdge(a, b, {{ size: 1 }});
new Sigma(graph, document.getElementById("c"));"""
    return _page(
        [_script("graphology", "dist", "graphology.umd.min.js"), _script("sigma", "dist", "sigma.min.js")], body
    )


def _by_cytoscape(data: MapData) -> str:
    elements: list[object] = [
        {"data": {"id": one["id"], "label": one["name"], "c": one["color"]}, "position": {"x": one["x"], "y": one["y"]}}
        for one in data.nodes
    ]
    elements += [{"data": {"source": one["from"], "target": one["to"]}} for one in data.edges]
    body = f"""cytoscape({{ container: document.getElementById("c"), elements: {json.dumps(elements)},
layout: {{ name: "preset", fit: true }}, hideEdgesOnViewport: true,
style: [
  {{ selector: "node", style: {{ label: "data(label)", "background-color": "data(c)", "min-zoomed-font-size": 9 }} }},
  {{ selector: "edge", style: {{ "curve-style": "haystack" }} }}] }});"""
    return _page([_script("cytoscape", "dist", "cytoscape.min.js")], body)


def _open(browser: Browser, path: Path) -> Shown:
    page = browser.new_page(viewport=_WINDOW)
    page.add_init_script(_WATCH)
    page.goto(path.as_uri(), wait_until="commit")
    first = float(page.evaluate(_FIRST))
    page.wait_for_timeout(600)
    wheel, drag = _rate(page, _turn), _rate(page, _drag)
    is_ours = bool(page.evaluate("typeof atlas !== 'undefined'"))
    filtering = float(page.evaluate(_FILTER)) if is_ours else None
    page.close()
    return Shown(first, wheel, drag, filtering)


def _rate(page: Page, move: Callable[[Page, int], None]) -> float:
    """Frames a second while the mouse does this."""
    page.mouse.move(700, 400)
    page.evaluate(_COUNT)
    begin, turn = time.perf_counter(), 0
    while time.perf_counter() - begin < _SECONDS:
        move(page, turn)
        turn += 1
    page.mouse.up()
    return float(page.evaluate("window.frames_")) / (time.perf_counter() - begin)


def _turn(page: Page, turn: int) -> None:
    page.mouse.wheel(0, -60 if turn // 12 % 2 == 0 else 60)


def _drag(page: Page, turn: int) -> None:
    if turn == 0:
        page.mouse.move(400, 860)
        page.mouse.down()
    page.mouse.move(400 + 3 * (turn % 80), 860 - 2 * (turn % 80))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=[300, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--ours", action="store_true", help="open nobody else's pages")
    parser.add_argument("--keep", type=Path, help="a folder for the pages")
    return parser.parse_args()


if __name__ == "__main__":
    main()
