"""The lists beside the map, the head and the groups of the legend, in a real browser without network."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from graph.kinds import InitiativeType, Role
from tests.viz.conftest import Visit
from tests.viz.pictures import (
    DOCUMENT,
    UNDATED,
    homes_picture,
    initiative,
    link,
    lonely_picture,
    small_picture,
)
from tests.viz.test_map_browser import shown_names, texts
from viz.words import Wording

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
SCREENS = ((1280, 720), (1366, 768), (1920, 1080))


def sized(visit: Visit, screen: tuple[int, int]) -> Visit:
    """The visit in a window of this size, everything drawn."""
    visit.page.set_viewport_size({"width": screen[0], "height": screen[1]})
    visit.settle()
    visit.settle()
    return visit


def named(visit: Visit) -> set[str]:
    """The names written on the map."""
    return set(visit.page.evaluate("[...atlas.map.named()].map(id => atlas.data.node(id).name)"))


LONE = "atlas.data.nodes.filter(node => node.lone)"


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"{screen[0]}x{screen[1]}")
@pytest.mark.parametrize("counts", [(1, 0), (0, 1), (3, 2), (24, 24), (50, 50)], ids=str)
def test_every_symbol_of_the_lists_carries_its_name(
    open_map: Open, screen: tuple[int, int], counts: tuple[int, int]
) -> None:
    visit = sized(open_map(lonely_picture(*counts)), screen)
    for key in ("", "b"):
        if key:
            visit.page.keyboard.press(key)
            visit.settle()
            visit.settle()
        assert set(visit.page.evaluate(f"{LONE}.map(node => node.name)")) <= named(visit)
        assert visit.page.evaluate(f"{LONE}.some(node => atlas.lists.isHidden(node.id))") is False


def test_initiatives_and_actors_stand_in_two_lists_with_their_reasons(open_map: Open, german: Wording) -> None:
    visit = open_map(lonely_picture(24, 24))
    visit.settle()
    first, second = visit.page.evaluate("atlas.lists.headings()")
    assert [first["words"], second["words"]] == [german.words["value_nobody_named"], german.words["named_only"]]
    inside = """box => atlas.data.nodes.filter(node => {
      const {x, y} = atlas.map.network.body.nodes[node.id];
      return x > box.left && x < box.right && y > box.top && y < box.bottom;
    }).map(node => node.kind)"""
    assert set(visit.page.evaluate(inside, first)) == {"initiative"}
    assert set(visit.page.evaluate(inside, second)) == {"employers_association"}


def test_only_what_really_does_not_fit_is_counted_instead_of_named(open_map: Open) -> None:
    visit = open_map(lonely_picture(72, 0))
    visit.settle()
    assert "… und 13 weitere" in visit.page.evaluate("atlas.lists.headings().map(heading => heading.words)")
    assert visit.page.evaluate(f"{LONE}.filter(node => atlas.lists.isHidden(node.id)).length") == 13
    visit.page.locator("#search").press_sequentially("Umgebung 71")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("#panel h2")).to_have_text("Sozialpartnerinitiative der Mitte und Umgebung 71")


def test_lists_close_their_ranks_when_filtered(open_map: Open) -> None:
    visit = open_map(lonely_picture(24, 24))
    visit.settle()
    visit.page.select_option("#land", "de")
    visit.settle()
    assert len(visit.page.evaluate("atlas.lists.headings()")) == 1
    assert len(shown_names(visit)) == 24
    assert named(visit) == shown_names(visit)


@pytest.mark.parametrize(
    "name",
    [
        "Service- und Beratungsstelle für regionale Industrieinitiativen",
        "Gemeinsame Erklärung der Landesregierung, der Gewerkschaften und der Arbeitgeberverbände zur Industrie",
    ],
)
def test_long_name_of_an_initiative_wraps_and_is_not_cut(open_map: Open, name: str) -> None:
    small = small_picture()
    long = initiative("lang", name, InitiativeType.ALLIANCE, "de-he")
    seat = link(small.actors[0], long, Role.MEMBER, *small.links[0].evidence)
    picture = replace(small, initiatives=(*small.initiatives, long), links=(*small.links, seat))
    visit = open_map(picture)
    visit.settle()
    visit.page.evaluate(
        """() => {
          window.written = [];
          const write = CanvasRenderingContext2D.prototype.fillText;
          CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
            window.written.push(text);
            return write.call(this, text, ...rest);
          };
          atlas.map.network.redraw();
        }"""
    )
    visit.settle()
    assert name in " ".join(visit.page.evaluate("window.written"))


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("2016-01-02", "2023"), "Stand der Dokumente: 2016 bis 2023 · erstellt 21.11.2026"),
        ((None, None), "Stand der Dokumente unbekannt · erstellt 21.11.2026"),
        ((), "erstellt 21.11.2026"),
    ],
)
def test_head_tells_the_documents_years_from_the_day_of_making(
    open_map: Open, dates: tuple[str | None, ...], said: str
) -> None:
    small = small_picture()
    documents = tuple(replace(one, date=date) for one, date in zip((DOCUMENT, UNDATED), dates, strict=False))
    visit = open_map(replace(small, coverage=replace(small.coverage, documents=documents)))
    expect(visit.page.locator("#stamp")).to_have_text(said)


def test_federal_initiatives_stand_under_the_federation_and_others_without_region(open_map: Open) -> None:
    visit = open_map(homes_picture())
    visit.page.click("#tab-matrix")
    groups = ["Hessen", "Länderübergreifend", "Bund", "Ohne Region"]
    assert texts(visit.page.locator(".matrix .group th span")) == groups
    expect(visit.page.locator(".matrix tbody th small").nth(2)).to_contain_text("bundesweit")
    options = texts(visit.page.locator("#land option"))
    assert options == ["alle Länder", "Berlin", "Brandenburg", "Hessen", "Bund", "ohne Region"]
    visit.page.select_option("#land", "de")
    assert shown_names(visit) == {"Ganzes Land", "Bundesverband"}
    expect(visit.page.locator("#filters")).to_have_text("Bund")
    visit.page.select_option("#land", "nowhere")
    assert shown_names(visit) == {"Irgendwo"}


def test_legend_shows_a_shared_line_once_with_its_roles_beneath(open_map: Open, german: Wording) -> None:
    visit = open_map(small_picture())
    shared = visit.page.locator("#legend .sharing")
    expect(shared).to_have_count(1)
    expect(shared.locator("svg")).to_have_count(1)
    expect(shared.locator(".shared")).to_have_text(german.words["lines_leading"])
    roles = [german.words[f"role_{role}"] for role in (Role.LEAD, Role.SPONSOR)]
    assert [name.replace("\u200b", "") for name in texts(shared.locator(".switch .name"))] == roles
    member = visit.page.locator("#legend .switch", has_text=german.words["role_member"])
    expect(member.locator("svg")).to_have_count(1)
