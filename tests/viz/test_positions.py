"""Where symbols stand is kept from map to map, and can be moved by hand."""

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from graph.kinds import InitiativeType, Role
from queries.answers import Picture
from tests.viz.conftest import Visit
from tests.viz.pictures import initiative, link, sized_picture, small_picture
from viz.lands import load_lands
from viz.map_data import gather
from viz.map_layout import short_key
from viz.positions import Positions, PositionsError, positions_text, read_positions

Open = Callable[..., Visit]
UNION = "actor:igbce"


def kept_of(picture: Picture, kept: Positions | None = None) -> Positions:
    return gather(picture, load_lands(), kept=kept).positions


def grown_picture() -> Picture:
    """The small picture with one initiative more, in which the union sits."""
    small = small_picture()
    new = initiative("neu", "Neues Bündnis", InitiativeType.ALLIANCE, "de-he")
    union = next(one for one in small.actors if one.id == UNION)
    seat = link(union, new, Role.MEMBER, *small.links[0].evidence)
    return replace(small, initiatives=(*small.initiatives, new), links=(*small.links, seat))


def test_positions_are_written_and_read_back() -> None:
    kept = kept_of(small_picture())
    assert read_positions(positions_text(kept).encode()) == kept
    assert len(kept.net) == len(kept.ground) == 9


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "positions_invalid"),
        (b"[1]", "positions_invalid"),
        (b"\xff\xfe", "positions_invalid"),
        (b'{"buendnisatlas": "positions", "version": 1, "net": {"a": [1]}, "map": {}}', "positions_invalid"),
        (b'{"buendnisatlas": "positions", "version": 1, "net": {"a": [1, 1e300]}, "map": {}}', "positions_invalid"),
        (b'{"buendnisatlas": "story", "version": 1, "net": {}, "map": {}}', "positions_invalid"),
        (b'{"buendnisatlas": "positions", "version": 2, "net": {}, "map": {}}', "positions_version"),
    ],
)
def test_what_is_no_file_of_positions_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(PositionsError) as refused:
        read_positions(content)
    assert refused.value.code == code


def test_the_next_map_of_the_same_graph_looks_the_same() -> None:
    kept = kept_of(small_picture())
    assert kept_of(small_picture(), kept) == kept


def test_what_was_there_stays_when_something_is_added_and_the_new_stands_near_what_it_joins() -> None:
    kept = kept_of(small_picture())
    grown = kept_of(grown_picture(), kept)
    assert {key: grown.net[key] for key in kept.net} == kept.net
    assert all(math.dist(grown.ground[key], point) < 0.1 for key, point in kept.ground.items())
    new, union = grown.net[short_key("initiative:neu")], grown.net[short_key(UNION)]
    assert 20 < math.dist(new, union) < 200


def test_a_symbol_that_was_dragged_stands_there_and_what_is_new_keeps_off() -> None:
    kept = kept_of(small_picture())
    moved = kept.under(Positions({short_key(UNION): (500.0, 500.0)}, {short_key(UNION): (0.0, 0.0)}))
    found = kept_of(grown_picture(), moved)
    assert found.net[short_key(UNION)] == (500.0, 500.0)
    assert found.ground[short_key(UNION)] == (0.0, 0.0)
    assert math.dist(found.net[short_key("initiative:neu")], (500.0, 500.0)) > 20


def test_a_large_map_keeps_its_places_as_long_as_it_has_the_same_things_on_it() -> None:
    large = sized_picture(450)
    kept = kept_of(large)
    key = next(iter(kept.net))
    moved = kept.under(Positions({key: (1.0, 2.0)}, {}))
    assert kept_of(large, moved).net[key] == (1.0, 2.0)
    smaller = replace(
        large,
        actors=large.actors[:-1],
        links=tuple(one for one in large.links if one.participant_id != large.actors[-1].id),
    )
    assert kept_of(smaller, moved).net.keys() < kept.net.keys()
    partly = Positions(dict(list(moved.net.items())[:100]), {})
    assert kept_of(large, partly) == kept


@pytest.mark.browser
def test_a_dragged_symbol_is_saved_as_a_file_that_the_next_map_takes(open_map: Open, tmp_path: Path) -> None:
    visit = open_map(small_picture())
    bar = visit.page.locator("#moved")
    expect(bar).to_be_hidden()
    x, y = visit.place("IG BCE")
    visit.page.mouse.move(x, y)
    visit.page.mouse.down()
    visit.page.mouse.move(x + 60, y + 40, steps=4)
    visit.page.mouse.up()
    expect(bar).to_be_visible()
    with visit.page.expect_download() as caught:
        bar.get_by_role("button", name="Anordnung speichern").click()
    target = tmp_path / caught.value.suggested_filename
    caught.value.save_as(target)
    assert target.name == "positionen.json"
    moved = read_positions(target.read_bytes())
    before = kept_of(small_picture())
    assert {key for key in before.net if moved.net[key] != pytest.approx(before.net[key], abs=1)} == {short_key(UNION)}
    assert all(math.dist(moved.ground[key], point) < 0.1 for key, point in before.ground.items())
    again = open_map(small_picture(), kept=moved)
    at = again.page.evaluate(
        "key => { const n = atlas.data.nodes.find(one => one.key === key); return [n.x, n.y]; }", short_key(UNION)
    )
    assert tuple(at) == pytest.approx(moved.net[short_key(UNION)])
    assert (visit.requests, visit.complaints) == ([], [])


@pytest.mark.browser
def test_what_was_dragged_can_be_put_back(open_map: Open) -> None:
    visit = open_map(small_picture())
    before = x, y = visit.place("IG BCE")
    visit.page.mouse.move(x, y)
    visit.page.mouse.down()
    visit.page.mouse.move(x + 90, y - 30, steps=4)
    visit.page.mouse.up()
    visit.page.get_by_role("button", name="Zurücksetzen").click()
    assert visit.place("IG BCE") == pytest.approx(before, abs=2)
    expect(visit.page.locator("#moved")).to_be_hidden()
