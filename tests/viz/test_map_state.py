"""The map in a real browser: what is seen is in the address after "#", and comes back from it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from graph.kinds import Status
from queries.answers import Picture
from tests.viz.conftest import Visit
from tests.viz.pictures import PAYLOADS, small_picture
from tests.viz.test_map_browser import shown_names, switch
from viz.map_layout import short_key
from viz.words import Wording

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
PLAN, DIALOGUE = "Masterplan Musterstadt", "Dialog Größe & Zukunft"


def dated_picture() -> Picture:
    """The small picture with initiatives of two states and a topic more."""
    small = small_picture()
    dialogue, night, plan = small.initiatives
    changed = (
        replace(dialogue, status=Status.ACTIVE),
        night,
        replace(plan, status=Status.ENDED, topics=("Wasserstoff",)),
    )
    return replace(small, initiatives=changed)


def address(visit: Visit) -> str:
    """What stands after the "#"."""
    visit.settle()
    return str(visit.page.evaluate("location.hash"))


def test_filters_by_type_topic_and_status_combine_and_are_said_in_words(open_map: Open, german: Wording) -> None:
    visit = open_map(dated_picture())
    visit.page.select_option("#topic", "Wasserstoff")
    assert shown_names(visit) == {PLAN, "IG BCE", "IG Metall", "IHK Musterstadt"}
    expect(visit.page.locator("#filters")).to_have_text("Thema: Wasserstoff")
    visit.page.select_option("#topic", "")
    switch(visit, german.words["type_event"])
    switch(visit, german.words["status_ended"])
    assert shown_names(visit) >= {DIALOGUE} and not {PLAN, "Lange Nacht"} & shown_names(visit)
    for part in (german.words["type_event"], german.words["status_ended"]):
        expect(visit.page.locator("#filters")).to_contain_text(part)
    visit.page.click("#tab-matrix")
    expect(visit.page.locator(".matrix tbody th .to")).to_have_count(1)


def test_an_untouched_page_has_a_bare_address(open_map: Open) -> None:
    assert address(open_map(dated_picture())) == ""


def test_reloading_restores_view_filters_and_what_was_chosen(open_map: Open, german: Wording) -> None:
    visit = open_map(dated_picture())
    visit.page.select_option("#land", "de-he")
    visit.page.select_option("#topic", "Wasserstoff")
    switch(visit, german.words["role_sponsor"])
    switch(visit, german.words["nameless"])
    visit.page.click("#tab-matrix")
    visit.page.locator(".matrix td.value-not_listed button").first.click()
    filters = visit.page.locator("#filters").inner_text()
    link = address(visit)
    assert len(link) < 200
    visit.page.reload()
    expect(visit.page.locator("#view-matrix")).to_be_visible()
    expect(visit.page.locator("#filters")).to_have_text(filters)
    expect(visit.page.locator("#panel h2")).to_have_text(german.words["value_not_listed"])
    assert address(visit) == link


def test_back_and_forward_go_through_what_was_seen(open_map: Open) -> None:
    visit = open_map(dated_picture())
    visit.page.select_option("#land", "de-nw")
    visit.page.click("#tab-table")
    visit.page.locator("#table tbody button").first.click()
    visit.page.go_back()
    expect(visit.page.locator("#panel")).to_be_hidden()
    visit.page.go_back()
    expect(visit.page.locator("#view-stage")).to_be_visible()
    visit.page.go_back()
    expect(visit.page.locator("#land")).to_have_value("")
    visit.page.go_forward()
    expect(visit.page.locator("#land")).to_have_value("de-nw")


@pytest.mark.parametrize("choice", ["node", "line", "cell", "region"])
def test_a_link_survives_a_map_that_was_made_anew_with_more_in_it(open_map: Open, choice: str) -> None:
    """Ids on the page are numbers that shift; the address has keys that stay."""
    choices = {
        "node": "{type: 'node', id: atlas.data.nodes.find(node => node.name === 'IG BCE').id}",
        "line": "{type: 'line', id: atlas.data.edges.find(edge => edge.role === 'sponsor').id}",
        "cell": "{type: 'cell', id: atlas.data.page.rows[0].initiative, column: 2}",
        "region": "{type: 'region', index: 1}",
    }
    first = open_map(dated_picture())
    first.page.evaluate(f"atlas.state.choose({choices[choice]})")
    said, link = first.page.locator("#panel").inner_text(), address(first)
    more = dated_picture()
    added = replace(more.initiatives[0], id="initiative:0", name="Neues Bündnis")
    second = open_map(replace(more, initiatives=(added, *more.initiatives)))
    second.page.evaluate("link => { location.hash = link; }", link)
    expect(second.page.locator("#panel")).to_be_visible()
    assert second.page.locator("#panel").inner_text() == said


def test_the_saved_object_shows_everything_again(open_map: Open, german: Wording) -> None:
    visit = open_map(dated_picture())
    visit.page.select_option("#land", "de-nw")
    visit.page.click("#tab-table")
    saved = visit.page.evaluate("atlas.link.save()")
    assert saved == {"view": "table", "land": "de-nw"}
    visit.page.evaluate("atlas.link.restore({})")
    expect(visit.page.locator("#filters")).to_have_text(german.words["shown_everything"])
    visit.page.evaluate("saved => atlas.link.restore(saved)", saved)
    expect(visit.page.locator("#view-table")).to_be_visible()
    expect(visit.page.locator("#land")).to_have_value("de-nw")


@pytest.mark.parametrize(
    "link",
    [
        *(f"#view={text}&land={text}&kinds={text}&chosen={text}&{text}={text}" for text in PAYLOADS),
        "#%E0%A4%A&%",
        "#chosen=node.__proto__&kinds=!__proto__.union&land=constructor",
        f"#chosen=cell.{short_key('initiative:plan')}.nothing",
        "#chosen=line.a.b.c&value=hasOwnProperty",
        "#" + "x=" * 20_000,
    ],
    ids=range(15),
)
def test_a_hostile_address_breaks_nothing(open_map: Open, german: Wording, link: str) -> None:
    visit = open_map(dated_picture())
    visit.page.evaluate("link => { location.hash = link; }", link)
    visit.page.reload()
    expect(visit.page.locator("#count")).to_contain_text("Initiativen")
    assert visit.page.evaluate("[window.__pwn, window.__pwn5]") == [None, None]
    expect(visit.page.locator("#panel")).to_be_hidden()
    visit.page.click("#tab-matrix")
    visit.page.keyboard.press("1")
    expect(visit.page.locator("#view-stage")).to_be_visible()
    assert (visit.requests, visit.complaints) == ([], [])
