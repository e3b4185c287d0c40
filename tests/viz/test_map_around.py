"""The map in a real browser: the surroundings of one thing, and who is suggested to it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from graph.kinds import ActorKind, ChamberType
from queries.answers import Column
from queries.body_cells import BodyValue
from queries.suggestions import CompetentPart, Source, SuggestedSort, Suggestion
from seeds.expectation import Ground
from seeds.register import Confidence
from tests.viz.conftest import Visit
from tests.viz.pictures import PAYLOADS, hostile_picture, small_picture
from viz.words import Wording

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
PLAN = "Masterplan Musterstadt"


def suggestion(id: str, name: str, *, perhaps_there: bool = False) -> Suggestion:
    """A chamber that is competent for the place."""
    part = CompetentPart(2.0, Column.HWK, BodyValue.NOT_LISTED, Ground.DISTRICT, False, Confidence.HIGH, ())
    return Suggestion(
        name,
        id,
        SuggestedSort.ACTOR,
        ActorKind.CHAMBER,
        ChamberType.HWK,
        ("de-he",),
        id,
        id.startswith("actor:"),
        2.0,
        (Source.COMPETENT,),
        (part,),
        perhaps_there=perhaps_there,
    )


SUGGESTED = {
    "initiative:plan": (
        suggestion("hwk-muster", "HWK Musterland"),
        suggestion("actor:min", "Ministerium für Wirtschaft", perhaps_there=True),
    )
}


def choose(visit: Visit, name: str) -> None:
    visit.page.evaluate("name => atlas.page.show(atlas.data.nodes.find(node => node.name === name).id)", name)


def in_focus(visit: Visit) -> set[str]:
    return set(visit.page.evaluate("atlas.map.inFocus(atlas.state.chosen()).nodes.map(node => node.name)"))


def test_one_step_shows_who_takes_part_and_two_where_these_take_part_too(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.click("#tab-around")
    expect(visit.page.locator("#around p")).to_be_visible()
    choose(visit, PLAN)
    expect(visit.page.locator("#around p")).to_be_hidden()
    assert in_focus(visit) == {PLAN, "IG BCE", "IG Metall", "IHK Musterstadt"}
    visit.page.get_by_role("button", name="2 Schritte").click()
    assert in_focus(visit) == {PLAN, "IG BCE", "IG Metall", "IHK Musterstadt", "Lange Nacht"}
    visit.page.click("#tab-net")
    assert "Lange Nacht" not in in_focus(visit)


def test_suggestions_are_off_until_switched_on_and_are_called_so(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture(), suggested=SUGGESTED)
    visit.page.click("#tab-around")
    choose(visit, PLAN)
    expect(visit.page.locator("#panel .suggested")).to_have_count(0)
    expect(visit.page.locator(".suggest")).to_have_text("Vorschläge zeigen (2)")
    visit.page.locator("#suggest").check()
    first, second = visit.page.locator("#panel .suggested").all()
    expect(first).to_contain_text("HWK Musterland")
    expect(first).to_contain_text("zuständig: Kammerbezirk")
    expect(second).to_contain_text("vielleicht schon dabei")
    expect(visit.page.locator("#panel")).to_contain_text(german.words["suggestions_note"])
    named = visit.page.evaluate("[...atlas.map.named()]")
    assert {"suggestion-0", "suggestion-1"} <= set(named)


def test_a_click_on_a_suggestion_leads_to_its_reasons(open_map: Open) -> None:
    visit = open_map(small_picture(), suggested=SUGGESTED)
    visit.page.evaluate("location.hash = '#view=around&suggestions=on'")
    choose(visit, PLAN)
    visit.settle()
    x, y = visit.page.evaluate(
        "() => { const {x, y} = atlas.map.placeOfSuggestion(0); return [x, y]; }",
    )
    visit.page.mouse.click(x, y)
    expect(visit.page.locator("#suggested-0")).to_be_focused()
    expect(visit.page.locator("#panel h2")).to_have_text(PLAN)


def test_the_projector_switches_suggestions_off(open_map: Open) -> None:
    visit = open_map(small_picture(), suggested=SUGGESTED)
    visit.page.click("#tab-around")
    choose(visit, PLAN)
    visit.page.locator("#suggest").check()
    visit.page.keyboard.press("b")
    expect(visit.page.locator("#panel .suggested")).to_have_count(0)
    expect(visit.page.locator("#suggest")).not_to_be_checked()


def test_steps_and_suggestions_are_in_the_address(open_map: Open) -> None:
    visit = open_map(small_picture(), suggested=SUGGESTED)
    visit.page.click("#tab-around")
    choose(visit, PLAN)
    visit.page.get_by_role("button", name="2 Schritte").click()
    visit.page.locator("#suggest").check()
    visit.settle()
    assert "&steps=2&suggestions=on&" in visit.page.evaluate("location.hash")
    visit.page.reload()
    expect(visit.page.locator("#panel .suggested")).to_have_count(2)


def test_the_other_views_show_no_suggestion(open_map: Open) -> None:
    visit = open_map(small_picture(), suggested=SUGGESTED)
    visit.page.evaluate("location.hash = '#suggestions=on'")
    choose(visit, PLAN)
    expect(visit.page.locator("#panel .suggested")).to_have_count(0)
    assert visit.page.evaluate("[...atlas.map.named()].some(id => id.startsWith('suggestion'))") is False


def test_hostile_names_of_suggestions_run_nothing(open_map: Open) -> None:
    evil = tuple(suggestion(f"row-{i}", payload) for i, payload in enumerate(PAYLOADS))
    visit = open_map(hostile_picture(), suggested={f"initiative:{PAYLOADS[0]}": evil})
    visit.page.evaluate("location.hash = '#view=around&suggestions=on'")
    choose(visit, PAYLOADS[0])
    visit.page.evaluate("atlas.page.show(Object.keys(atlas.data.page.suggestions)[0])")
    expect(visit.page.locator("#panel .suggested")).to_have_count(len(PAYLOADS))
    assert visit.page.evaluate("[window.__pwn, window.__pwn5]") == [None, None]
    assert (visit.requests, visit.complaints) == ([], [])
