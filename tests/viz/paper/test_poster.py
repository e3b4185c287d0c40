"""The poster: nothing overlaps, everything is told, whatever the picture is."""

from dataclasses import replace
from functools import cache

import pytest

from queries.answers import CellValue
from tests.viz.paper.printed import HEAD, make, overlaps, read_pdf, words
from tests.viz.pictures import (
    crowded_picture,
    empty_picture,
    homes_picture,
    hostile_picture,
    lonely_picture,
    regionless_picture,
    single_picture,
    sized_picture,
    small_picture,
)
from viz.language import speaking
from viz.palette import load_palette
from viz.paper.framing import Size
from viz.paper.items import Area, Label, Sheet, Symbol
from viz.paper.poster import View
from viz.paper.printing import print_pdf
from viz.wording.cells import word_value

LONG = "Sehr langer Name einer Initiative " * 12
PICTURES = {
    "small": small_picture(),
    "empty": empty_picture(),
    "single": single_picture(),
    "homes": homes_picture(),
    "hostile": hostile_picture(),
    "lonely": lonely_picture(12, 9),
    "long": regionless_picture(LONG, "X" * 400),
    "scripts": regionless_picture("תנועת העובדים", "اتحاد النقابات", "Союз", "Σύνδεσμος", "🚀 Rakete 🏭", "🚀"),
    "crowd": crowded_picture(300),
    "dense": sized_picture(120),
}


@cache
def sheets_of(name: str, view: View) -> tuple[Sheet, ...]:
    """The sheets of one of the pictures, made once for all tests."""
    return make(PICTURES[name], view).sheets


def told(sheets: tuple[Sheet, ...]) -> str:
    """All text of the sheets."""
    return words("\n".join(line for sheet in sheets for label in sheet.labels for line in label.lines))


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("name", PICTURES)
def test_no_text_covers_another_or_leaves_the_sheet(name: str, view: View) -> None:
    for sheet in sheets_of(name, view):
        assert overlaps(sheet) == []
        for label in sheet.labels:
            box = label.box
            assert box.left >= 0 and box.right <= sheet.width and box.top >= 0 and box.bottom <= sheet.height


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("name", PICTURES)
def test_text_is_found_in_the_printed_file(name: str, view: View) -> None:
    _sizes, text = read_pdf(print_pdf(sheets_of(name, view), title="Plakat", language="de"))
    assert HEAD.title in text and HEAD.scope in text


@pytest.mark.parametrize("view", View)
def test_every_sheet_says_what_it_is_and_of_when_and_from_where(view: View) -> None:
    text = told(make(small_picture(), view).sheets)
    for part in (HEAD.title, HEAD.scope, HEAD.narrowed, "Quellen", "Übersicht der Bündnisse", "14.03.2017"):
        assert part in text
    assert "https://beispiel.example/bündnisse" in text
    assert "rundbrief.txt" in text and "Ablage" not in text


@pytest.mark.parametrize("view", [View.NET, View.MAP])
def test_legend_counts_what_is_there(view: View) -> None:
    sheet = make(small_picture(), view).sheets[0]
    counts = {label.lines[0]: label for label in sheet.labels}
    for word, count in (("Initiative", "3"), ("Gewerkschaft", "3"), ("ohne Namensnennung", "2"), ("wirkt mit", "2")):
        beside = [label.lines[0] for label in sheet.labels if label.anchor == "end" and label.y == counts[word].y]
        assert count in beside


def test_legend_of_the_matrix_has_every_value_with_its_count() -> None:
    picture = small_picture()
    text = told(make(picture, View.MATRIX).sheets)
    cells = [cell.value for row in picture.coverage.rows for cell in row.cells]
    with speaking("de"):
        for value in CellValue:
            assert f"{word_value(value)} {cells.count(value)}" in text


@pytest.mark.parametrize("view", View)
def test_everybody_is_named(view: View) -> None:
    picture = small_picture()
    text = told(make(picture, view).sheets)
    assert all(row.name in text for row in picture.initiatives)
    if view is not View.MATRIX:
        assert all(actor.name in text for actor in picture.actors)


@pytest.mark.parametrize("view", [View.NET, View.MAP])
def test_those_who_have_no_room_are_listed_behind_the_sheet(view: View) -> None:
    sheets = make(crowded_picture(300), view).sheets
    assert "300 × Unternehmen" in told(sheets)
    assert all(f"Werk Nummer {i}" in told(sheets) for i in range(300))


def test_the_least_connected_of_too_many_are_listed_behind_the_sheet() -> None:
    sheets = make(sized_picture(300), View.NET).sheets
    text = told(sheets)
    assert all(f"Bündnis Nummer {i}" in text for i in range(60))
    assert all(f"Verein der Mitte {i}" in text for i in range(240))
    assert "Kein Platz auf diesem Blatt" in text


@pytest.mark.parametrize("view", [View.NET, View.MAP])
def test_a_name_that_is_cut_stands_in_full_beside(view: View) -> None:
    assert " ".join(LONG.split()) in told(make(regionless_picture(LONG), view).sheets)


def test_what_no_font_has_is_left_out_and_counted() -> None:
    made = make(regionless_picture("🚀 Rakete"), View.MATRIX)
    assert set(made.left_out) == {"🚀"}
    assert "Rakete" in told(made.sheets) and "🚀" not in told(made.sheets)


def test_a_name_of_which_no_font_has_a_letter_says_so() -> None:
    assert told(make(regionless_picture("🚀"), View.NET).sheets).count("(Name nicht druckbar)") == 2


def test_regions_of_which_nothing_is_known_are_hatched_and_say_so() -> None:
    sheet = make(small_picture(), View.MAP).sheets[0]
    assert sum(isinstance(item, Area) and item.hatched for item in sheet.items) == 2
    assert told((sheet,)).count("Keine Angaben") == 3


def test_an_initiative_at_a_town_has_a_dot_there_and_one_in_a_land_has_none() -> None:
    small = small_picture()
    at_town = tuple(replace(one, regions=("stadt-kiel",)) for one in small.initiatives[:1])
    moved = replace(small, initiatives=(*at_town, *small.initiatives[1:]))
    for picture, lines in ((small, 0), (moved, 1)):
        items = make(picture, View.MAP).sheets[0].items
        # One more dot stands in the legend.
        assert sum(isinstance(item, Symbol) and item.look.key == "pin" for item in items) in {1, 1 + lines}


def test_absences_have_lines_of_their_own() -> None:
    sheet = make(small_picture(), View.NET).sheets[0]
    marks = [item.mark for item in sheet.items if not isinstance(item, Label) and getattr(item, "mark", None)]
    assert sorted(marks) == ["bar", "bar", "ring", "ring"]
    assert {stroke.mark for stroke in load_palette().absences} == {"bar", "ring"}


def test_the_matrix_repeats_its_headings_on_every_page() -> None:
    picture = sized_picture(300)
    by_land = tuple(sorted(picture.coverage.rows, key=lambda row: row.initiative.lands))
    long = replace(picture, coverage=replace(picture.coverage, rows=by_land))
    sheets = make(long, View.MATRIX, size=Size.A4).sheets
    assert len(sheets) > 2
    for sheet in sheets[:-1]:
        assert "Handwerkskammer" in told((sheet,))
    assert f"Seite 2 von {len(sheets)}" in told((sheets[1],))
    assert "(Fortsetzung)" in told(sheets)


@pytest.mark.parametrize(
    ("size", "view", "millimetres"),
    [
        (Size.A4, View.NET, (297, 210)),
        (Size.A3, View.MAP, (297, 420)),
        (Size.A0, View.NET, (1189, 841)),
        (Size.A0, View.MATRIX, (1189, 841)),
    ],
)
def test_the_pages_have_the_size_asked_for(size: Size, view: View, millimetres: tuple[float, float]) -> None:
    sheets = make(small_picture(), view, size=size).sheets
    sizes, text = read_pdf(print_pdf(sheets, title="Plakat", language="de"))
    assert sizes[0] == pytest.approx(millimetres, abs=0.2)
    assert HEAD.title in text


def test_english_sheets_have_no_german_words() -> None:
    text = told(make(single_picture(), View.NET, language="en").sheets)
    assert "Legend" in text and "Sources" in text and "Legende" not in text


def test_the_same_picture_gives_the_same_sheets() -> None:
    assert make(small_picture(), View.NET).sheets == make(small_picture(), View.NET).sheets
    assert make(small_picture(), View.MAP).sheets == make(small_picture(), View.MAP).sheets
