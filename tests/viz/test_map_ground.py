"""The map in a real browser: the same symbols as a net and on the outline of Germany."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.viz.conftest import Visit
from tests.viz.pictures import homes_picture, lonely_picture, sized_picture, small_picture
from tests.viz.test_map_browser import COUNT_DARK, shown_names
from viz.words import Wording

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


def on_map(visit: Visit, name: str) -> tuple[float, float]:
    """Where the symbol with this name stands, in units of the map."""
    found = visit.page.evaluate(
        "name => { const {x, y} = atlas.map.network.body.nodes[atlas.data.nodes.find(n => n.name === name).id];"
        " return [x, y]; }",
        name,
    )
    return found[0], found[1]


def test_the_map_puts_symbols_at_their_place_and_the_net_puts_them_back(open_map: Open) -> None:
    visit = open_map(small_picture())
    before = on_map(visit, "Masterplan Musterstadt")
    visit.page.click("#tab-map")
    expect(visit.page.locator("#view-stage")).to_be_visible()
    hesse, north = on_map(visit, "Masterplan Musterstadt"), on_map(visit, "Dialog Größe & Zukunft")
    assert north[0] < hesse[0] and north[1] < hesse[1]
    visit.page.click("#tab-net")
    assert on_map(visit, "Masterplan Musterstadt") == pytest.approx(before, abs=1)


def test_the_map_names_the_source_of_its_borders_and_says_that_places_are_rough(open_map: Open) -> None:
    visit = open_map(small_picture())
    line = visit.page.locator("#ground")
    expect(line).to_be_hidden()
    visit.page.click("#tab-map")
    expect(line).to_have_text("Lage ungefähr · Grenzen: GeoBasis-DE / BKG (Daten verändert)")


def test_the_outline_is_drawn_and_the_whole_of_it_fits(open_map: Open) -> None:
    visit = open_map(homes_picture())
    visit.page.click("#tab-map")
    visit.settle()
    box = visit.page.locator("#map").bounding_box()
    corners = visit.page.evaluate(
        "() => { const {left, right, top, bottom} = atlas.ground.bounds;"
        " return [[left, top], [right, bottom]].map(([x, y]) => atlas.map.network.canvasToDOM({x, y})); }"
    )
    assert box
    assert all(0 < one["x"] < box["width"] and 0 < one["y"] < box["height"] for one in corners)
    inked = visit.page.evaluate(
        "() => { const c = document.querySelector('#map canvas'); const {x, y} = atlas.data.page.ground.lands"
        ".find(one => one.land === 'de-by'); const at = atlas.map.network.canvasToDOM({x: x + 60, y: y + 40});"
        " return [...c.getContext('2d').getImageData(at.x, at.y, 1, 1).data]; }"
    )
    assert inked[3] == 255


def test_filters_choices_and_evidence_work_on_the_map(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    visit.page.click("#tab-map")
    visit.page.select_option("#land", "de-he")
    assert "Masterplan Musterstadt" in shown_names(visit)
    visit.page.mouse.click(*visit.place("IG BCE"))
    expect(visit.page.locator("#panel h2")).to_have_text("IG BCE")
    visit.page.reload()
    expect(visit.page.locator("#tab-map")).to_have_attribute("aria-selected", "true")
    expect(visit.page.locator("#panel h2")).to_have_text("IG BCE")


def test_what_the_net_lists_at_its_side_has_a_place_on_the_map(open_map: Open) -> None:
    visit = open_map(lonely_picture(4, 3))
    visit.page.click("#tab-map")
    assert visit.page.evaluate("atlas.data.nodes.some(atlas.lists.isListed)") is False
    visit.page.click("#tab-net")
    assert visit.page.evaluate("atlas.data.nodes.filter(atlas.lists.isListed).length") == 7


def test_a_large_graph_is_drawn_on_the_map_without_a_complaint(open_map: Open) -> None:
    visit = open_map(sized_picture(600))
    expect(visit.page.locator("#tab-overview")).to_have_text("Länder im Überblick")
    visit.page.click("#tab-map")
    assert visit.page.evaluate(COUNT_DARK) > 200
    assert visit.requests == []
    assert [line for line in visit.complaints if not line.startswith("Canvas2D")] == []
