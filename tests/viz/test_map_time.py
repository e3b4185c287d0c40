"""The map in a real browser: the bar of time, in every view."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from queries.answers import Cell, CellValue, Column, Picture
from tests.viz.conftest import Visit
from tests.viz.pictures import cite, row, single_picture, small_picture
from tests.viz.test_map_browser import shown_names
from viz.lands import load_lands
from viz.map_data import gather
from viz.words import Wording

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


def go_to(visit: Visit, date: str) -> None:
    """Push the knob to a year."""
    visit.page.evaluate(
        """date => {
          const slider = document.getElementById('time-at');
          slider.value = atlas.time.stops.indexOf(date);
          slider.dispatchEvent(new Event('input'));
        }""",
        date,
    )


def ended_picture() -> Picture:
    """The small picture, in which IG Metall's seat is said to be from 2014 to 2016."""
    small = small_picture()
    ended = replace(cite("IG Metall saß von 2014 bis 2016 im Beirat.", start=500), since="2014", until="2016")
    links = tuple(replace(one, evidence=(ended,)) if "igm" in one.participant_id else one for one in small.links)
    return replace(small, links=links)


def test_an_edge_begins_with_its_first_statement_and_ends_where_the_source_says() -> None:
    edges = gather(ended_picture(), load_lands()).edges
    said = {(edge.get("role", edge.get("absence")), edge["first"], edge["until"]) for edge in edges}
    assert said == {
        ("member", "2017-03-14", None),
        ("member", "2014", "2016"),
        ("lead", None, None),
        ("lead", "2017-03-14", None),
        ("sponsor", "2017-03-14", None),
        ("supporter", "2017-03-14", None),
        ("absent", "2017-03-14", None),
        ("informal", "2017-03-14", None),
    }


def test_an_initiative_begins_as_the_source_says_else_with_its_oldest_document() -> None:
    nodes = gather(small_picture(), load_lands()).nodes
    firsts = {node["name"]: node["first"] for node in nodes if "type" in node}
    assert firsts == {
        "Masterplan Musterstadt": "2012",
        "Dialog Größe & Zukunft": "2017-03-14",
        "Lange Nacht": "2017-10-12",
    }


def test_the_slider_shows_who_took_part_at_a_date_and_says_it_in_words(open_map: Open) -> None:
    visit = open_map(ended_picture())
    assert visit.page.evaluate("atlas.time.stops") == ["2012", "2013", "2014", "2015", "2016", "2017"]
    expect(visit.page.locator("#time-now")).to_have_text("Alle Zeiten")
    go_to(visit, "2015")
    assert shown_names(visit) == {"Masterplan Musterstadt", "IG Metall", "IHK Musterstadt"}
    expect(visit.page.locator("#time-now")).to_have_text("Stand 2015")
    expect(visit.page.locator("#filters")).to_contain_text("Stand 2015")
    expect(visit.page.locator("#time-at")).to_have_attribute("aria-valuetext", "Stand 2015")
    go_to(visit, "2013")
    assert "IG Metall" not in shown_names(visit)
    go_to(visit, "2017")
    assert (
        visit.page.evaluate("atlas.data.edges.filter(e => atlas.state.shown().edges.has(e.id) && e.until).length") == 0
    )
    visit.page.click("#reset")
    assert len(shown_names(visit)) == 9


def test_what_has_no_date_is_counted_and_can_be_switched_off(open_map: Open) -> None:
    visit = open_map(small_picture())
    expect(visit.page.locator("#time-undated-line")).to_be_hidden()
    go_to(visit, "2015")
    expect(visit.page.locator("#time-undated-line")).to_contain_text("Ohne Datum: 1")
    assert shown_names(visit) == {"Masterplan Musterstadt", "IHK Musterstadt"}
    visit.page.locator("#time-undated").uncheck()
    assert shown_names(visit) == {"Masterplan Musterstadt"}
    expect(visit.page.locator("#filters")).to_contain_text("ohne Undatiertes")


def test_the_matrix_says_what_was_known_then_and_from_when_the_rest_is(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.click("#tab-matrix")
    go_to(visit, "2015")
    expect(visit.page.locator(".matrix tbody th .to")).to_have_count(1)
    cells = visit.page.locator(".matrix td:not(.others)").all_inner_texts()
    assert "erst ab 2017 belegt" in cells[2]
    assert "Stand unbekannt" in cells[0]
    assert "nicht genannt" in cells[3]
    visit.page.locator("#time-undated").uncheck()
    expect(visit.page.locator(".matrix td").first).to_have_text("Fundstelle ohne Datum")
    go_to(visit, "2017")
    expect(visit.page.locator(".matrix td.value-present")).to_contain_text("belegt ab 2017")


def test_a_cell_of_which_every_passage_tells_the_end_is_over(open_map: Open) -> None:
    small = small_picture()
    ended = replace(cite("Bis 2013 saß die IG BCE im Beirat."), until="2013")
    present = Cell(Column.UNION, CellValue.PRESENT, (), ("IG BCE",), (ended,), "2013")
    rows = (row(small.initiatives[2], present), *small.coverage.rows[1:])
    visit = open_map(replace(small, coverage=replace(small.coverage, rows=rows)))
    visit.page.click("#tab-matrix")
    go_to(visit, "2016")
    expect(visit.page.locator(".matrix td.silent")).to_have_text("2013 beendet")


def test_the_table_follows_the_slider(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.click("#tab-table")
    go_to(visit, "2016")
    expect(visit.page.locator("#table tbody tr")).to_have_count(1)


def test_play_walks_through_the_years_and_stops_at_the_end(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.clock.install()
    visit.page.keyboard.press("p")
    expect(visit.page.locator("#time-now")).to_have_text("Stand 2012")
    expect(visit.page.locator("#time-play")).to_have_attribute("aria-label", "Anhalten (Taste P)")
    visit.page.clock.run_for(2300)
    expect(visit.page.locator("#time-now")).to_have_text("Stand 2014")
    visit.page.keyboard.press("p")
    visit.page.clock.run_for(5000)
    expect(visit.page.locator("#time-now")).to_have_text("Stand 2014")
    visit.page.click("#time-play")
    visit.page.clock.run_for(9000)
    expect(visit.page.locator("#time-now")).to_have_text("Alle Zeiten")
    expect(visit.page.locator("#time-play")).to_have_attribute("aria-label", "Abspielen (Taste P)")


def test_the_slider_is_moved_by_keys_and_the_date_is_in_the_address(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.locator("#time-at").focus()
    for _turn in range(2):
        visit.page.keyboard.press("ArrowLeft")
    visit.settle()
    assert visit.page.evaluate("location.hash") == "#date=2016"
    visit.page.reload()
    expect(visit.page.locator("#time-now")).to_have_text("Stand 2016")
    visit.page.go_back()
    expect(visit.page.locator("#time-now")).to_have_text("Alle Zeiten")


def test_nothing_on_the_map_moves_while_time_goes_by(open_map: Open) -> None:
    visit = open_map(small_picture())
    before = visit.place("Masterplan Musterstadt")
    go_to(visit, "2015")
    assert visit.place("Masterplan Musterstadt") == pytest.approx(before, abs=0.5)


def test_few_years_are_told_by_month(open_map: Open) -> None:
    small = small_picture()
    dialogue, night, plan = small.initiatives
    visit = open_map(replace(small, initiatives=(dialogue, night, replace(plan, since=None))))
    assert visit.page.evaluate("atlas.time.stops") == [f"2017-{month:02}" for month in range(3, 11)]
    go_to(visit, "2017-04")
    expect(visit.page.locator("#time-now")).to_have_text("Stand 04.2017")
    assert "Lange Nacht" not in shown_names(visit)


@pytest.mark.parametrize(("date", "stop"), [("2015-06", "2015"), ("2015-06-30", "2015"), ("1990", "")])
def test_a_date_told_more_exactly_means_its_stop(open_map: Open, date: str, stop: str) -> None:
    visit = open_map(small_picture())
    assert visit.page.evaluate("date => atlas.time.stopOf(date)", date) == stop


def test_without_dates_there_is_no_bar(open_map: Open, german: Wording) -> None:
    visit = open_map(single_picture())
    expect(visit.page.locator("#time")).to_be_hidden()
    visit.page.keyboard.press("p")
    expect(visit.page.locator("#filters")).to_have_text(german.words["shown_everything"])
