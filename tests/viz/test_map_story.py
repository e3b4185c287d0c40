"""The Vorführung in a real browser: played by a presenter's remote, recorded from what is seen, saved as a file."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.viz.conftest import PROJECTOR, Visit
from tests.viz.pictures import PAYLOADS, hostile_picture, small_picture
from tests.viz.story.test_reading import Known
from viz.map_layout import short_key
from viz.network import render_map
from viz.story.model import Step, Story
from viz.story.reading import read_story
from viz.words import Wording

pytestmark = pytest.mark.browser

STORY = Story(
    "Wer ist dabei?",
    (
        Step("Alle", "Das sind alle,\n\ndie wir kennen.", {}),
        Step("Nordrhein-Westfalen", "", {"land": "de-nw", "view": "matrix"}, ("initiative:plan",)),
        Step("Der Masterplan", "", {"chosen": f"node.{short_key('initiative:plan')}"}, ("actor:igm", "actor:gone")),
    ),
)


@pytest.fixture
def open_story(browser: Browser, german: Wording, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Open the small picture's map with a story."""
    context = browser.new_context(viewport=PROJECTOR, locale="de-DE", accept_downloads=True)
    context.set_offline(True)

    def visit(story: Story | None = STORY, *, hostile: bool = False) -> Visit:
        picture = hostile_picture() if hostile else small_picture()
        html = render_map(picture, title="Bündnisse", wording=german, stamp="2026-11-22", story=story)
        path = tmp_path / "karte.html"
        path.write_bytes(html.encode("utf-8"))
        visited = Visit(context.new_page())
        visited.watch()
        visited.page.goto(path.as_uri())
        visited.page.evaluate("atlas.ready")
        return visited

    yield visit
    context.close()


def heading(page: Page) -> str:
    return page.locator("#story h2").inner_text()


def test_a_remote_plays_the_steps_and_escape_leads_back(open_story: Callable[..., Visit]) -> None:
    page = open_story().page
    page.keyboard.press("PageDown")
    assert heading(page) == "Alle"
    expect(page.locator("#story p:not(.kicker)")).to_have_text(["Das sind alle,", "die wir kennen."])
    page.keyboard.press("PageDown")
    assert heading(page) == "Nordrhein-Westfalen"
    assert page.evaluate("[atlas.state.view(), atlas.state.filters().land]") == ["matrix", "de-nw"]
    page.keyboard.press("ArrowRight")
    assert page.evaluate("atlas.state.ringed().map(id => atlas.data.node(id).name)") == ["IG Metall"]
    page.keyboard.press("PageDown")
    assert heading(page) == "Der Masterplan"
    page.keyboard.press("PageUp")
    assert heading(page) == "Nordrhein-Westfalen"
    page.keyboard.press("Escape")
    expect(page.locator("#story")).to_be_hidden()
    assert page.evaluate("[atlas.state.view(), atlas.state.filters().land, atlas.page.isProjected()]") == [
        "net",
        "",
        False,
    ]


def test_evidence_stays_away_from_the_audience_until_it_is_asked_for(open_story: Callable[..., Visit]) -> None:
    page = open_story().page
    page.keyboard.press("PageDown")
    page.keyboard.press("End")
    expect(page.locator("#panel")).to_be_hidden()
    page.get_by_role("button", name="Belege zeigen").click()
    expect(page.locator("#panel")).to_be_visible()


def test_each_step_is_announced(open_story: Callable[..., Visit]) -> None:
    page = open_story().page
    page.keyboard.press("PageDown")
    expect(page.locator("#story-said")).to_contain_text("Alle. Das sind alle,")


def test_what_is_recorded_is_played_saved_and_read_again(open_story: Callable[..., Visit], tmp_path: Path) -> None:
    visit = open_story(None)
    page = visit.page
    page.click("#story-open")
    page.get_by_label("Titel der Vorführung").fill('Fragen: "Wer" ist dabei?')
    page.get_by_role("button", name="Diesen Blick aufnehmen").click()
    page.evaluate("atlas.state.change({ land: 'de-nw' }); atlas.state.open('matrix')")
    page.get_by_role("button", name="Diesen Blick aufnehmen").click()
    page.locator("#story li textarea").nth(1).fill("Zeile eins\n\nund # zwei: „drei“ 👷")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Als Datei speichern").click()
    assert saved.value.suggested_filename == "vorfuehrung.yaml"
    saved.value.save_as(tmp_path / "v.yaml")
    story = read_story(tmp_path / "v.yaml", Known())
    assert story.title == 'Fragen: "Wer" ist dabei?'
    assert [step.look for step in story.steps] == [{}, {"view": "matrix", "land": "de-nw"}]
    assert story.steps[1].text == "Zeile eins\n\nund # zwei: „drei“ 👷"
    page.get_by_role("button", name="Nach unten").first.click()
    page.get_by_role("button", name="Vorführen").click()
    assert page.evaluate("atlas.state.view()") == "matrix"
    assert visit.complaints == []


def test_a_played_story_can_be_saved_as_it_came(open_story: Callable[..., Visit], tmp_path: Path) -> None:
    (tmp_path / "v.yaml").write_text(open_story().page.evaluate("atlas.story.written()"), encoding="utf-8")

    class ByName(Known):
        nodes: Mapping[str, str] = {"IG Metall": "actor:igm", "Masterplan Musterstadt": "initiative:plan"}

    again = read_story(tmp_path / "v.yaml", ByName())
    assert [(step.title, step.text, step.look) for step in again.steps] == [
        (step.title, step.text, step.look) for step in STORY.steps
    ]
    assert again.steps[2].highlight == ("actor:igm",)


def test_hostile_words_in_a_story_run_nothing(open_story: Callable[..., Visit]) -> None:
    steps = tuple(Step(evil, evil, {"view": evil, "land": evil, "chosen": evil}, (evil,)) for evil in PAYLOADS)
    visit = open_story(Story(PAYLOADS[0], steps), hostile=True)
    visit.page.keyboard.press("PageDown")
    for _ in PAYLOADS:
        visit.page.keyboard.press("PageDown")
    visit.page.keyboard.press("Escape")
    visit.page.click("#story-open")
    assert visit.page.evaluate("window.__pwn") is None
    assert (visit.requests, visit.complaints) == ([], [])
