"""The map for everybody: axe-core finds nothing, keys reach everything, light and dark, and on paper."""

from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.viz.conftest import Visit
from tests.viz.pictures import small_picture
from tests.viz.test_map_around import PLAN, SUGGESTED, choose
from viz.palette import load_palette
from viz.words import Wording

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
VIEWS = ("net", "map", "around", "matrix", "table")
AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(visit: Visit) -> list[str]:
    """What axe-core has against the page as it is: rule, weight, and the first element."""
    visit.page.evaluate(AXE)
    found = visit.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']} ({one['impact']}): {one['nodes'][0]['html'][:120]}" for one in found["violations"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_in_any_view(open_map: Open, view: str, theme: str) -> None:
    visit = open_map(small_picture(), suggested=SUGGESTED)
    visit.page.evaluate(f"location.hash = '#view={view}&suggestions=on&date=2017&theme={theme}'")
    choose(visit, PLAN)
    expect(visit.page.locator("#panel")).to_be_visible()
    assert violations(visit) == []


def test_axe_finds_nothing_on_the_projector(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.keyboard.press("b")
    assert violations(visit) == []


def test_the_page_is_dark_where_the_system_is_and_can_be_switched(open_map: Open) -> None:
    visit = open_map(small_picture())
    root = visit.page.locator("html")
    expect(root).to_have_attribute("data-theme", "light")
    visit.page.emulate_media(color_scheme="dark")
    expect(root).to_have_attribute("data-theme", "dark")
    visit.page.get_by_role("button", name="Hell").click()
    expect(root).to_have_attribute("data-theme", "light")
    visit.page.reload()
    expect(visit.page.get_by_role("button", name="Dunkel")).to_be_visible()


def test_every_colour_of_the_palette_stands_out_on_dark_ground(open_map: Open) -> None:
    """WCAG 2.2, 1.4.11: symbols and lines have a contrast of 3:1 on the ground they are painted on."""
    visit = open_map(small_picture())
    visit.page.evaluate("atlas.theme.set('dark')")
    palette = load_palette()
    colours = [look.colour for look in palette.looks]
    colours += [stroke.colour for stroke in (*palette.strokes, *palette.absences)]
    contrasts = visit.page.evaluate(
        """colours => {
          const pen = document.createElement('canvas').getContext('2d');
          const light = colour => {
            pen.fillStyle = colour;
            pen.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map(v => v / 255)
              .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = light(getComputedStyle(document.documentElement).getPropertyValue('--paper'));
          return colours.map(colour => (light(atlas.theme.paint(colour)) + 0.05) / (ground + 0.05));
        }""",
        colours,
    )
    assert min(contrasts) >= 3


def test_symbols_of_the_legend_change_with_the_theme(open_map: Open) -> None:
    visit = open_map(small_picture())
    first = visit.page.locator("#legend .symbol path").first
    light = first.get_attribute("fill")
    visit.page.locator("#theme").click()
    assert first.get_attribute("fill") != light
    visit.page.locator("#theme").click()
    expect(first).to_have_attribute("fill", light or "")


@pytest.mark.parametrize("view", VIEWS)
def test_paper_holds_title_stamp_filters_legend_and_no_controls(
    open_map: Open, german: Wording, view: str, tmp_path: Path
) -> None:
    visit = open_map(small_picture())
    visit.page.evaluate(f"location.hash = '#view={view}&land=de-he&theme=dark'")
    visit.settle()
    target = tmp_path / "blatt.pdf"
    visit.page.pdf(path=target, prefer_css_page_size=True, print_background=True)
    sheet = pypdfium2.PdfDocument(target)
    width, height = sheet[0].get_size()
    assert (round(width), round(height)) == (842, 595)
    text = sheet[0].get_textpage().get_text_range()
    for said in (
        "Bündnisse der Industriepolitik",
        "Stand der Dokumente: 2017",
        german.words["incomplete"],
        "Land: Hessen",
    ):
        assert said in text
    for control in (german.words["beamer"], german.words["all_lands"], german.words["time_help"]):
        assert control not in text
    if view in {"net", "map", "around"}:
        assert len(sheet) == 1
        assert german.words["kind_union"] in text
    visit.settle()
    assert visit.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert visit.page.evaluate("document.body.classList.contains('printing')") is False


def test_the_map_is_drawn_on_paper(open_map: Open, tmp_path: Path) -> None:
    visit = open_map(small_picture())
    target = tmp_path / "blatt.pdf"
    visit.page.pdf(path=target, prefer_css_page_size=True, print_background=True)
    picture = pypdfium2.PdfDocument(target)[0].render(scale=1).to_numpy()
    middle = picture[150:430, 60:780, :3]
    assert (middle.sum(axis=2) < 240).sum() > 300


def test_the_canvas_has_a_name_and_what_changes_is_announced(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    expect(visit.page.locator("#map")).to_have_attribute("role", "application")
    assert german.words["map_name"] in (visit.page.locator("#map").get_attribute("aria-label") or "")
    choose(visit, PLAN)
    expect(visit.page.locator("#chosen")).to_have_text(PLAN)
    visit.page.select_option("#land", "de-he")
    expect(visit.page.locator("#count")).to_contain_text("1 von 3 Initiativen")
