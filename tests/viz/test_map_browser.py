"""The map in a real browser without network: what people see, click and type."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, expect

from queries.answers import Picture
from tests.viz.conftest import Visit
from tests.viz.pictures import empty_picture, single_picture, sized_picture, small_picture
from viz.words import Wording

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]

COUNT_DARK = """() => {
  const canvas = document.querySelector('#map canvas');
  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  let dark = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3] > 200 && pixels[i] + pixels[i + 1] + pixels[i + 2] < 240) dark += 1;
  }
  return dark;
}"""


def texts(found: Locator) -> list[str]:
    return [text.strip() for text in found.all_inner_texts()]


def shown_names(visit: Visit) -> set[str]:
    """The names of the symbols that the filters leave."""
    ids = "[...atlas.state.shown().nodes].map(id => atlas.data.node(id).name)"
    return set(visit.page.evaluate(ids))


@pytest.mark.parametrize(
    "picture", [empty_picture(), single_picture(), small_picture()], ids=["empty", "single", "small"]
)
def test_opens_offline_without_a_request_or_a_complaint(open_map: Open, picture: Picture) -> None:
    visit = open_map(picture)
    for tab in ("matrix", "table", "map", "net"):
        visit.page.click(f"#tab-{tab}")
        expect(visit.page.locator(f"#view-{'stage' if tab in {'map', 'net'} else tab}")).to_be_visible()
    assert (visit.requests, visit.complaints) == ([], [])


def test_empty_picture_says_what_to_do(open_map: Open, german: Wording) -> None:
    visit = open_map(empty_picture())
    expect(visit.page.get_by_text(german.words["empty"])).to_be_visible()


def test_symbols_are_drawn(open_map: Open) -> None:
    assert open_map(small_picture()).page.evaluate(COUNT_DARK) > 500


def test_sample_stamp_and_caveat_stand_on_every_view(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    for tab in ("net", "map", "matrix", "table"):
        visit.page.click(f"#tab-{tab}")
        stamp = "Stand der Dokumente: 2017 (1 ohne Datum) · erstellt 21.11.2026"
        for text in (german.words["sample"], stamp, german.words["incomplete"]):
            expect(visit.page.locator("#top")).to_contain_text(text)
    visit.page.keyboard.press("b")
    expect(visit.page.locator(".badge")).to_be_visible()


@pytest.mark.parametrize("typed", ["IG BCE", "IGBCE", "igbce", "ig-bce", "Bergbau", "Industriegewerkschaft bergbau"])
def test_search_finds_a_union_by_name_alias_and_sloppy_spelling(open_map: Open, typed: str) -> None:
    visit = open_map(small_picture())
    visit.page.locator("#search").press_sequentially(typed)
    expect(visit.page.locator("#suggestions [role=option] .name").first).to_have_text("IG BCE")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("#panel h2")).to_have_text("IG BCE")


def test_the_panel_names_what_may_be_the_same_and_the_phases(open_map: Open, german: Wording) -> None:
    possibly = (("initiative:dialog", "initiative:plan"),)
    visit = open_map(replace(small_picture(), possibly=possibly, phases=(("initiative:nacht", "initiative:plan"),)))
    visit.page.mouse.click(*visit.place("Masterplan Musterstadt"))
    parts = visit.page.locator("#panel .part-of")
    others = [f"{german.words['possibly']}Dialog Größe & Zukunft", f"{german.words['earlier']}Lange Nacht"]
    expect(parts).to_have_text(others)
    parts.first.get_by_role("button").click()
    expect(visit.page.locator("#panel h2")).to_have_text("Dialog Größe & Zukunft")
    expect(parts).to_have_text([f"{german.words['possibly']}Masterplan Musterstadt"])


def test_search_says_when_nothing_is_found_and_escape_closes_it(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.locator("#search").press_sequentially("Quatsch")
    expect(visit.page.locator("#suggestions")).to_contain_text("Quatsch")
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator("#suggestions")).to_be_hidden()


def test_search_lifts_the_filters_that_hide_what_was_found(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.select_option("#land", "de-nw")
    visit.page.locator("#search").press_sequentially("igbce")
    visit.page.keyboard.press("Enter")
    assert "IG BCE" in shown_names(visit)


def test_a_passage_of_a_document_with_pages_names_its_page(open_map: Open) -> None:
    small = small_picture()
    links = tuple(replace(link, evidence=tuple(replace(one, page=4) for one in link.evidence)) for link in small.links)
    visit = open_map(replace(small, links=links))
    visit.page.mouse.click(*visit.place("IG BCE"))
    expect(visit.page.locator("#panel cite").first).to_have_text("Übersicht der Bündnisse, Seite 4")
    visit.page.click("#tab-table")
    expect(visit.page.locator("#view-table tbody")).to_contain_text("Übersicht der Bündnisse, Seite 4")


def test_click_on_an_actor_shows_role_date_and_quote(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.mouse.click(*visit.place("IG BCE"))
    panel = visit.page.locator("#panel")
    expect(panel.locator("blockquote")).to_contain_text("„Im Beirat sitzen IG BCE und IG Metall.“")
    expect(panel).to_contain_text("Übersicht der Bündnisse")
    expect(panel).to_contain_text("14.03.2017")
    expect(panel).to_contain_text("zuletzt belegt 2017")
    expect(panel.locator("a")).to_have_attribute("href", "https://beispiel.example/bündnisse")


def test_undated_document_says_so_and_shows_no_folder(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    visit.page.mouse.click(*visit.place("IHK Musterstadt"))
    expect(visit.page.locator("#panel")).to_contain_text(german.words["undated"])
    expect(visit.page.locator("#panel")).to_contain_text("rundbrief.txt")
    expect(visit.page.locator("#panel")).not_to_contain_text("Ablage")


def test_evidence_names_the_model_that_proposed_a_name(open_map: Open) -> None:
    plain = small_picture()
    proposed = [
        replace(link, evidence=tuple(replace(item, model="klein") for item in link.evidence)) for link in plain.links
    ]
    visit = open_map(replace(plain, links=tuple(proposed)))
    visit.page.mouse.click(*visit.place("IG BCE"))
    expect(visit.page.locator("#panel")).to_contain_text("Name von einem Modell vorgeschlagen: klein")


def test_click_on_each_of_two_parallel_lines_shows_its_own_role(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    heads = []
    for line in visit.page.evaluate("atlas.data.edges.filter(edge => edge.lane).map(edge => edge.id)"):
        visit.page.keyboard.press("Escape")
        visit.page.mouse.click(*visit.place_of_line(line))
        heads.append(visit.page.locator("#panel h2").inner_text())
    assert heads == [german.words["role_lead"], german.words["role_sponsor"]]


def test_click_on_a_documented_absence_shows_its_quote(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    line = visit.page.evaluate("atlas.data.edges.find(edge => edge.absence === 'absent').id")
    visit.page.mouse.click(*visit.place_of_line(line))
    expect(visit.page.locator("#panel h2")).to_have_text(german.words["absence_absent"])
    expect(visit.page.locator("#panel blockquote")).to_contain_text("gehören dem Dialog nicht an")


def test_initiative_lists_its_cells_in_words(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    visit.page.mouse.click(*visit.place("Masterplan Musterstadt"))
    cells = texts(visit.page.locator("#panel .cells li"))
    assert len(cells) == 6
    assert german.words["value_present"] in cells[0] and german.words["undated"] in cells[0]
    assert german.words["value_not_listed"] in cells[1]
    assert german.words["mark_conflict"] in cells[2]


def test_matrix_values_differ_by_text_and_by_sign(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    visit.page.click("#tab-matrix")
    legend = visit.page.locator(".values button")
    assert [text.split("\n")[0] for text in texts(legend)] == [
        german.words[f"value_{code}"] for code in visit.page.evaluate("atlas.data.page.values")
    ]
    signs = legend.locator("svg").evaluate_all("all => all.map(one => one.innerHTML)")
    assert len(set(signs)) == 8
    shown = visit.page.locator(".matrix .cell b").evaluate_all("all => [...new Set(all.map(one => one.textContent))]")
    assert len(shown) == 8


def test_matrix_groups_by_land_and_lists_silent_regions_apart(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    visit.page.click("#tab-matrix")
    assert texts(visit.page.locator(".matrix .group th span")) == ["Hessen", "Nordrhein-Westfalen"]
    unknown = texts(visit.page.locator(".unknown li"))
    assert "Bayern" in unknown[0] and "„Aus Bayern ist nichts bekannt.“" in unknown[0]
    assert "Saarland" in unknown[1] and german.words["no_document"] in unknown[1]


def test_click_on_a_cell_shows_its_evidence_and_the_documents_searched(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    visit.page.click("#tab-matrix")
    visit.page.locator(".matrix td.value-absent button").click()
    expect(visit.page.locator("#panel blockquote")).to_contain_text("gehören dem Dialog nicht an")
    visit.page.locator(".matrix td.value-not_mentioned button").first.click()
    expect(visit.page.locator("#panel .documents li")).to_have_count(2)
    expect(visit.page.locator("#panel .documents")).to_contain_text(german.words["undated"])


def test_value_legend_leaves_only_rows_with_that_value(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    visit.page.click("#tab-matrix")
    visit.page.locator(".values .value-informal").click()
    assert texts(visit.page.locator(".matrix tbody th .to span")) == ["Lange Nacht"]
    expect(visit.page.locator("#filters")).to_contain_text(german.words["value_informal"])
    visit.page.locator(".values .value-informal").click()
    expect(visit.page.locator(".matrix tbody th .to span")).to_have_count(3)


def test_filters_combine_and_are_said_in_words(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    expect(visit.page.locator("#filters")).to_have_text(german.words["shown_everything"])
    visit.page.select_option("#land", "de-nw")
    assert shown_names(visit) == {
        "Dialog Größe & Zukunft",
        "Lange Nacht",
        "Ministerium für Wirtschaft",
        "Unternehmen der Region",
        "Gewerkschaften",
        "IG Metall",
    }
    switch(visit, german.words["kind_union"])
    switch(visit, german.words["role_supporter"])
    assert shown_names(visit) == {"Dialog Größe & Zukunft", "Lange Nacht", "Ministerium für Wirtschaft"}
    for part in ("Nordrhein-Westfalen", german.words["kind_union"], german.words["role_supporter"]):
        expect(visit.page.locator("#filters")).to_contain_text(part)
    visit.page.click("#reset")
    assert len(shown_names(visit)) == 9


def switch(visit: Visit, name: str) -> None:
    """Click the switch of the legend with this name."""
    visit.page.locator("#legend .switch", has_text=name).first.locator("input").click()


def test_switching_absences_off_hides_who_is_only_absent(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    switch(visit, german.words["absence_absent"])
    assert "Gewerkschaften" not in shown_names(visit)
    assert "IG Metall" in shown_names(visit)


def test_groups_without_a_name_can_be_switched_off(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    switch(visit, german.words["nameless"])
    assert not {"Unternehmen der Region", "Gewerkschaften"} & shown_names(visit)


def test_switching_a_kind_off_takes_its_column_out_of_the_matrix(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    visit.page.click("#tab-matrix")
    expect(visit.page.locator(".matrix thead th")).to_have_count(8)
    switch(visit, german.words["kind_union"])
    expect(visit.page.locator(".matrix thead th")).to_have_count(7)


def test_legend_counts_and_live_line_follow_the_filters(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    expect(visit.page.locator("#count")).to_have_attribute("aria-live", "polite")
    expect(visit.page.locator("#count")).to_contain_text("3 Initiativen · 6 Akteure · 6 Beteiligungen")
    visit.page.select_option("#land", "de-he")
    expect(visit.page.locator("#count")).to_contain_text("1 von 3 Initiativen · 3 von 6 Akteuren")
    row = visit.page.locator("#legend .switch", has_text=german.words["kind_union"])
    expect(row.locator(".count")).to_have_text("2")


def test_table_holds_every_line_of_the_map_in_german_order(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.click("#tab-table")
    rows = visit.page.locator("#table tbody tr")
    expect(rows).to_have_count(8)
    assert texts(visit.page.locator("#table tbody td:first-child"))[0] == "Hessen"
    actors = texts(visit.page.locator("#table tbody td:nth-child(3)"))
    assert actors[:4] == ["IG BCE", "IG Metall", "IHK Musterstadt", "IHK Musterstadt"]


def test_keyboard_alone_reaches_every_view_and_the_evidence(open_map: Open) -> None:
    visit = open_map(small_picture())
    keyboard = visit.page.keyboard
    keyboard.press("4")
    expect(visit.page.locator("#tab-matrix")).to_have_attribute("aria-selected", "true")
    visit.page.locator("#tab-matrix").focus()
    keyboard.press("ArrowRight")
    expect(visit.page.locator("#tab-table")).to_be_focused()
    expect(visit.page.locator("#view-table")).to_be_visible()
    visit.page.locator("#table tbody button").first.focus()
    keyboard.press("Enter")
    expect(visit.page.locator("#panel h2")).to_have_text("Masterplan Musterstadt")
    visit.page.locator("#panel .facts button").first.focus()
    keyboard.press("Enter")
    expect(visit.page.locator("#panel-title")).to_have_text("IG BCE")
    expect(visit.page.locator("#panel-title")).to_be_focused()
    expect(visit.page.locator("#chosen")).to_have_text("IG BCE")
    keyboard.press("Escape")
    expect(visit.page.locator("#panel")).to_be_hidden()
    expect(visit.page.locator("#table tbody button").first).to_be_focused()
    keyboard.press("/")
    expect(visit.page.locator("#search")).to_be_focused()
    keyboard.type("b3")
    expect(visit.page.locator("body")).not_to_have_class("projected")


def test_map_moves_and_zooms_by_key(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.locator("#map").focus()
    scale = visit.page.evaluate("atlas.map.network.getScale()")
    visit.page.keyboard.press("+")
    assert visit.page.evaluate("atlas.map.network.getScale()") > scale
    before = visit.place("IG BCE")
    visit.page.keyboard.press("ArrowRight")
    assert visit.place("IG BCE")[0] == pytest.approx(before[0] - 80, abs=2)
    visit.page.keyboard.press("0")
    assert visit.page.evaluate("atlas.map.network.getScale()") == pytest.approx(scale)


def test_projector_mode_hides_the_legend_keeps_a_strip_and_ends_with_escape(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    visit.page.keyboard.press("b")
    expect(visit.page.locator("#legend")).to_be_hidden()
    expect(visit.page.locator("#strip")).to_contain_text(german.words["kind_union"])
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator("#legend")).to_be_visible()


def test_choosing_brings_the_neighbours_into_view(open_map: Open) -> None:
    visit = open_map(sized_picture(150))
    visit.page.mouse.click(*visit.place("Bündnis Nummer 3"))
    visit.settle()
    box = visit.page.locator("#map").bounding_box()
    assert box
    for name in visit.page.evaluate("atlas.map.inFocus(atlas.state.chosen()).nodes.map(node => node.name)"):
        x, y = visit.place(name)
        assert box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"]


def test_two_thousand_nodes_are_drawn_moved_and_filtered(open_map: Open) -> None:
    visit = open_map(sized_picture(2000))
    visit.page.click("#tab-net")
    visit.settle()
    visit.settle()
    assert visit.page.evaluate("atlas.data.nodes.length") == 2000
    assert visit.page.evaluate(COUNT_DARK) > 500
    scale = visit.page.evaluate(
        "window.zoomed = new Promise(done => atlas.map.network.once('zoom', done)), atlas.map.network.getScale()"
    )
    visit.page.mouse.move(700, 400)
    visit.page.mouse.wheel(0, -600)
    visit.page.evaluate("window.zoomed.then(() => true)")
    assert visit.page.evaluate("atlas.map.network.getScale()") > scale
    visit.page.select_option("#land", "de-by")
    assert len(shown_names(visit)) < 2000
    visit.page.click("#fit")
    assert visit.page.evaluate(COUNT_DARK) > 500
    # Our own counting of pixels makes the browser advise.
    readback = [line for line in visit.complaints if line.startswith("Canvas2D")]
    assert (visit.requests, visit.complaints) == ([], readback)
