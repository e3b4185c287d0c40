"""The map in a real browser: hollow signs for kinds that are not at the table, on request."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.viz.conftest import Visit
from tests.viz.pictures import small_picture
from viz.words import Wording

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
PLAN = "Masterplan Musterstadt"


def signs(visit: Visit, name: str) -> dict[str, str]:
    """The signs around an initiative: the column and the value they stand for."""
    visit.settle()
    found = visit.page.evaluate(
        """name => atlas.map.placesOfEmpty(atlas.data.nodes.find(node => node.name === name).id)
          .map(sign => [atlas.data.page.columns[sign.column], sign.value])""",
        name,
    )
    return dict(found)


def test_nothing_is_drawn_until_it_is_asked_for(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    assert signs(visit, PLAN) == {}
    expect(visit.page.locator("#vacant ul")).to_be_hidden()
    visit.page.get_by_label("Wer ist nicht dabei?").check()
    assert signs(visit, PLAN) == {"hwk": "not_listed", "employers": "not_mentioned", "government": "not_mentioned"}
    assert signs(visit, "Dialog Größe & Zukunft")["union"] == "absent"
    assert visit.page.locator("#vacant li").all_inner_texts() == [
        german.words[f"value_{value}"] for value in ("not_mentioned", "not_listed", "absent")
    ]


def test_a_sign_leads_to_its_cell_and_the_documents_searched(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    visit.page.locator("#vacant-on").check()
    visit.settle()
    x, y = visit.page.evaluate(
        """name => {
          const id = atlas.data.nodes.find(node => node.name === name).id;
          const isMinistry = sign => atlas.data.page.columns[sign.column] === 'government';
          const {x, y} = atlas.map.placesOfEmpty(id).find(isMinistry);
          return [x, y];
        }""",
        PLAN,
    )
    visit.page.mouse.click(x, y)
    expect(visit.page.locator("#panel h2")).to_have_text(german.words["value_not_mentioned"])
    expect(visit.page.locator("#panel .documents li")).to_have_count(2)


def test_filters_and_the_date_take_signs_away(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    visit.page.locator("#vacant-on").check()
    visit.page.evaluate("atlas.state.change({date: '2015'})")
    assert set(signs(visit, PLAN)) == {"employers", "government"}
    visit.page.evaluate("atlas.state.toggle('kinds', 'ministry', false)")
    assert set(signs(visit, PLAN)) == {"employers"}


def test_the_switch_is_in_the_address_and_works_on_the_map_of_germany(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.locator("#vacant-on").check()
    visit.page.click("#tab-map")
    visit.settle()
    assert visit.page.evaluate("location.hash") == "#view=map&vacant=on"
    visit.page.reload()
    expect(visit.page.locator("#vacant-on")).to_be_checked()
    visit.page.evaluate("atlas.ready")
    assert "hwk" in signs(visit, PLAN)
