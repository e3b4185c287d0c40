"""The handout: map, matrix, suggestions and sources, each once, as PDF and as Word file."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from defusedxml import ElementTree as Safe
from docx import Document

from graph.kinds import ActorKind
from queries.answers import CellValue, Column, Picture
from queries.partners import Partners
from queries.suggestions import CompetentPart, Source, SuggestedSort, Suggestion
from seeds.expectation import Ground, Unheld
from seeds.register import Confidence, load_register
from tests.viz.paper.printed import HEAD, overlaps, read_pdf
from tests.viz.pictures import PAYLOADS, empty_picture, hostile_picture, small_picture
from viz.language import speaking
from viz.paper.handout import Handout, make_handout
from viz.paper.items import Sheet
from viz.paper.letters import Typecase
from viz.paper.printing import print_pdf
from viz.paper.word_file import write_word
from viz.wording.cells import sign_of


def advised(picture: Picture, *names: str) -> Handout:
    """A handout in which the first initiative could ask these."""
    part = CompetentPart(4.5, Column.UNION, None, Ground.LAND, False, Confidence.HIGH, ())
    union, about = SuggestedSort.ACTOR, (Source.COMPETENT,)
    suggestions = tuple(
        Suggestion(name, name, union, ActorKind.UNION, None, (), None, False, 4.5, about, (part,)) for name in names
    )
    asked = [
        Partners(one, suggestions, 0, 0, True, True, False, "2026-11-22", (Unheld.COMPANIES,))
        for one in picture.initiatives[:1]
    ]
    return Handout(picture, tuple(asked), HEAD)


def sheets_of(handout: Handout) -> tuple[Sheet, ...]:
    with speaking("de"):
        return make_handout(handout, load_register(), Typecase())


def word_of(handout: Handout) -> bytes:
    with speaking("de"):
        return write_word(handout, load_register(), Typecase())


def test_the_handout_holds_map_matrix_suggestions_and_sources_once() -> None:
    sheets = sheets_of(advised(small_picture(), "DGB Bezirk Mitte"))
    assert all(overlaps(sheet) == [] for sheet in sheets)
    sizes, text = read_pdf(print_pdf(sheets, title="Handout", language="de"))
    assert sizes[0] == pytest.approx((210, 297), abs=0.2) and sizes[1] == pytest.approx((297, 210), abs=0.2)
    for part in (
        HEAD.title,
        HEAD.scope,
        HEAD.narrowed,
        "Legende",
        "Wen man fragen könnte",
        "DGB Bezirk Mitte",
        "Vorschlag",
    ):
        assert part in text
    assert text.count("rundbrief.txt") == 1
    assert f"Seite 1 von {len(sheets)}" in text


def test_suggestions_say_why_but_give_no_points() -> None:
    _sizes, text = read_pdf(print_pdf(sheets_of(advised(small_picture(), "DGB")), title="Handout", language="de"))
    assert "für das Land zuständig" in text and "4,5" not in text


def test_without_suggestions_there_is_no_chapter_of_them() -> None:
    handout = Handout(small_picture(), (), HEAD)
    _sizes, text = read_pdf(print_pdf(sheets_of(handout), title="Handout", language="de"))
    assert "Vorschlag" not in text


@pytest.mark.parametrize("picture", [empty_picture(), hostile_picture()], ids=["empty", "hostile"])
def test_any_picture_becomes_a_handout(picture: Picture) -> None:
    handout = advised(picture, *PAYLOADS)
    sizes, _text = read_pdf(print_pdf(sheets_of(handout), title=PAYLOADS[0], language="de"))
    assert sizes
    for name, part in _parts(word_of(handout)):
        if name.endswith((".xml", ".rels")):
            Safe.fromstring(part)


def _parts(content: bytes) -> list[tuple[str, bytes]]:
    with ZipFile(BytesIO(content)) as file:
        return [(name, file.read(name)) for name in file.namelist()]


def test_the_word_file_has_the_matrix_as_a_table_and_the_map_as_a_picture() -> None:
    document = Document(BytesIO(word_of(advised(small_picture(), "DGB Bezirk Mitte"))))
    (table,) = document.tables
    cells = [cell.text for row in table.rows for cell in row.cells]
    assert any(text.startswith(sign_of(CellValue.ABSENT)) for text in cells)
    assert "Masterplan Musterstadt\nQuellen 1, 2" in cells
    assert len(document.inline_shapes) == 1
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for part in (HEAD.title, HEAD.scope, "Vorschlag: DGB Bezirk Mitte", "Quellen", "rundbrief.txt"):
        assert part in told


def test_links_of_the_word_file_lead_nowhere_but_to_its_own_parts() -> None:
    for name, part in _parts(word_of(advised(hostile_picture(), *PAYLOADS))):
        if name.endswith(".rels"):
            assert b'TargetMode="External"' not in part
