"""The Länder in the overview, in a real browser: discs with words, lines with numbers, the way in and back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.viz.conftest import Visit
from tests.viz.pictures import hostile_picture, lands_picture, single_picture, small_picture
from tests.viz.test_overview import two_lands

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


def silent(visit: Visit) -> bool:
    """No request, and nothing on the console but a hint of the browser on its canvas."""
    return not visit.requests and not [line for line in visit.complaints if not line.startswith("Canvas2D")]


def test_a_large_map_begins_with_the_lands(open_map: Open) -> None:
    visit = open_map(lands_picture(500))
    expect(visit.page.locator("#tab-overview")).to_have_attribute("aria-selected", "true")
    expect(visit.page.locator("#count")).to_have_text("100 bekannte Initiativen")
    bavaria = visit.page.locator('.hub[data-land="de-by"]')
    expect(bavaria.locator(".name")).to_have_text("Bayern")
    expect(bavaria.locator(".known")).to_have_text("bekannte Initiativen")
    expect(bavaria.locator(".source")).to_contain_text("Dokumente · Stand 0")
    assert silent(visit)


def test_a_small_map_has_the_lands_as_its_last_view(open_map: Open) -> None:
    visit = open_map(small_picture())
    expect(visit.page.locator("#tab-net")).to_have_attribute("aria-selected", "true")
    visit.page.click("#tab-overview")
    expect(visit.page.locator('.hub[data-land="de-nw"] .known')).to_have_text("bekannte Initiativen")
    expect(visit.page.locator('.hub[data-land="de-he"] .known')).to_have_text("bekannte Initiative")


def test_one_land_alone_has_no_overview(open_map: Open) -> None:
    visit = open_map(single_picture())
    expect(visit.page.locator("#tab-overview")).to_have_count(0)
    assert silent(visit)


def test_a_land_of_which_nothing_is_known_is_hollow_and_says_so(open_map: Open) -> None:
    visit = open_map(lands_picture(500))
    saarland = visit.page.locator('.hub[data-land="de-sl"]')
    expect(saarland.locator(".known")).to_have_text("Keine Angaben")
    expect(saarland.locator(".disc")).to_have_class("disc hollow")
    expect(saarland).to_have_attribute("role", "img")


def test_a_click_opens_the_land_and_the_way_back_leads_to_all(open_map: Open) -> None:
    visit = open_map(lands_picture(500))
    visit.page.click('.hub[data-land="de-by"]')
    expect(visit.page.locator("#tab-net")).to_have_attribute("aria-selected", "true")
    expect(visit.page.locator("#filters")).to_have_text("Land: Bayern")
    assert "land=de-by" in visit.page.url
    visit.page.click("#all-lands")
    expect(visit.page.locator("#tab-overview")).to_have_attribute("aria-selected", "true")
    visit.page.go_back()
    expect(visit.page.locator("#filters")).to_have_text("Land: Bayern")
    expect(visit.page.locator("#all-lands")).to_have_text("Alle Länder")


def test_keys_reach_every_land_and_open_it(open_map: Open) -> None:
    visit = open_map(lands_picture(500))
    hesse = visit.page.locator('.hub[data-land="de-he"]')
    hesse.focus()
    assert "gemeinsame Akteure mit" in (hesse.get_attribute("aria-label") or "")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.matches('.hub[role=button]')")
    hesse.focus()
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("#filters")).to_have_text("Land: Hessen")
    expect(visit.page.locator("#all-lands")).to_be_focused()


def test_a_land_in_focus_shows_how_many_actors_it_shares_with_others(open_map: Open) -> None:
    visit = open_map(lands_picture(500))
    expect(visit.page.locator(".badge-number")).to_have_count(0)
    visit.page.locator('.hub[data-land="de-nw"]').focus()
    lines = visit.page.evaluate(
        "atlas.data.page.overview.ties.filter(tie => [tie.one, tie.other].includes('de-nw'))"
        ".map(tie => String(tie.actors))"
    )
    assert sorted(visit.page.locator(".badge-number").all_text_contents()) == sorted(lines)


def test_a_line_that_was_clicked_keeps_its_number_and_is_announced(open_map: Open) -> None:
    visit = open_map(two_lands())
    visit.page.click("#tab-overview")
    visit.page.locator(".tie .hit").dispatch_event("click")
    expect(visit.page.locator(".badge-number")).to_have_text("1")
    expect(visit.page.locator("#overview-said")).to_have_text("Hessen – Nordrhein-Westfalen: 1 Akteur in beiden")


def test_hostile_names_run_nothing_in_the_overview(open_map: Open) -> None:
    visit = open_map(hostile_picture())
    visit.page.click("#tab-overview")
    for hub in visit.page.locator(".hub[role=button]").all()[:3]:
        hub.dispatch_event("click")
        visit.page.click("#tab-overview")
    assert visit.page.evaluate("Object.keys(window).filter(name => name.startsWith('__pwn'))") == []
    assert silent(visit)
