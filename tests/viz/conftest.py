"""A real browser for the tests of the views, without network, and the words on the screen."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import keyring
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from queries.answers import Picture
from tests.viz.keyrings import Holding
from viz.lands import load_lands
from viz.language import speaking
from viz.map_data import gather
from viz.map_suggestions import Suggested
from viz.network import render_data
from viz.positions import Positions
from viz.words import Wording, map_wording

SWITCHES = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PROJECTOR = {"width": 1280, "height": 720}


def _chromium() -> str | None:
    """The browser named by the environment, else Debian's; None leaves it to Playwright's own."""
    named = os.environ.get("BUENDNISATLAS_CHROMIUM")
    if named:
        return named
    return "/usr/bin/chromium" if Path("/usr/bin/chromium").exists() else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    # A container's only user is root, for whom Chromium needs this switch.
    switches = [*SWITCHES, "--no-sandbox"] if sys.platform == "linux" else list(SWITCHES)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=_chromium(), args=switches)
        yield running
        running.close()


@pytest.fixture(scope="session")
def german() -> Wording:
    """The German words of the map."""
    with speaking("de"):
        return map_wording()


@dataclass
class Visit:
    """An open page and everything it complained about or asked the network for."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note requests beyond the file itself, page errors and whatever reaches the console."""
        self.page.on("request", lambda sent: None if sent.url.startswith("file:") else self.requests.append(sent.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda line: self.complaints.append(line.text))

    def settle(self) -> None:
        """Let the page finish its frame: the map follows the size of its room one frame later."""
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))")

    def place(self, name: str) -> tuple[float, float]:
        """Where the symbol with this name stands in the window."""
        return self._place("({type: 'node', id: atlas.data.nodes.find(node => node.name === key).id})", name)

    def place_of_line(self, line: str) -> tuple[float, float]:
        """Where the middle of the line with this id is in the window."""
        return self._place("({type: 'line', id: key})", line)

    def _place(self, choice: str, key: str) -> tuple[float, float]:
        self.settle()
        found = self.page.evaluate(f"key => atlas.map.placeOf({choice})", key)
        return found["x"], found["y"]


@pytest.fixture
def open_map(browser: Browser, german: Wording, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Open the map of a picture as people do: from a file, without network."""
    context = browser.new_context(viewport=PROJECTOR, locale="de-DE")
    context.set_offline(True)

    def visit(
        picture: Picture,
        *,
        title: str = "Bündnisse der Industriepolitik",
        suggested: Suggested | None = None,
        kept: Positions | None = None,
    ) -> Visit:
        data = gather(picture, load_lands(), suggested=suggested, kept=kept)
        html = render_data(data, title=title, wording=german, stamp="2026-11-21")
        path = tmp_path / "Karte mit Umlaut ä.html"
        path.write_bytes(html.encode("utf-8"))
        visited = Visit(context.new_page())
        visited.watch()
        visited.page.goto(path.as_uri())
        visited.page.evaluate("atlas.ready")
        return visited

    yield visit
    context.close()


@pytest.fixture
def held() -> Iterator[Holding]:
    """A keyring in place of the system's own."""
    before = keyring.get_keyring()
    backend = Holding()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)
