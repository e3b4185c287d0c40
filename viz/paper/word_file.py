"""The handout as a Word file: the drawings as pictures, the matrix as a real table, everything else as text."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Written
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table

from queries.answers import Cell, CoverageRow
from queries.partners import Partners
from seeds.register import Register
from viz.language import _, spoken_language
from viz.paper.chapters import Order, map_chapter
from viz.paper.framing import Head, Size, bind
from viz.paper.handout import Handout, reasons_of
from viz.paper.letters import Typecase
from viz.paper.lists import source_list
from viz.paper.numbering import Sources, number_sources
from viz.paper.printing import print_png
from viz.wording.cells import head_column, sign_of, word_mark, word_value
from viz.wording.paper import word_sources
from viz.wording.partners import name_suggested, word_suggested_kind
from viz.wording.places import by_place

_DOTS_PER_INCH = 170.0
_LONG, _SHORT, _MARGIN = Mm(297), Mm(210), Mm(16)
_SOFT = RGBColor(0x55, 0x63, 0x6F)


def write_word(handout: Handout, register: Register, typecase: Typecase) -> bytes:
    """The whole file."""
    sources = number_sources(handout.picture.coverage.documents)
    document = Document()
    _set_paper(document, upright=True)
    usual = document.styles["Normal"]
    if isinstance(usual, ParagraphStyle):
        usual.font.size = Pt(9.5)
    document.core_properties.title, document.core_properties.author = handout.head.title, "Bündnisatlas"
    document.core_properties.language = spoken_language()
    _headed(document, handout.head)
    _add_map(document, handout, register, sources, typecase)
    _add_section(document, upright=False)
    _headed(document, Head(_("Who is there?"), handout.head.scope, handout.head.narrowed), level=1)
    _add_matrix(document, handout, register, sources, typecase)
    _add_section(document, upright=True)
    if handout.advice:
        _add_advice(document, handout.advice, typecase)
    _add_sources(document, sources, typecase)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _set_paper(document: Written, *, upright: bool) -> None:
    section = document.sections[-1]
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (_SHORT, _LONG) if upright else (_LONG, _SHORT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN


def _add_section(document: Written, *, upright: bool) -> None:
    document.add_section()
    _set_paper(document, upright=upright)


def _headed(document: Written, head: Head, *, level: int = 0) -> None:
    document.add_heading(head.title, level)
    for text in (head.scope, head.narrowed):
        if text:
            _softly(document, text)


def _softly(document: Written, text: str) -> None:
    run = document.add_paragraph().add_run(text)
    run.font.size, run.font.color.rgb = Pt(8.5), _SOFT


def _add_map(document: Written, handout: Handout, register: Register, sources: Sources, typecase: Typecase) -> None:
    """The sheets of the map, each as a picture as wide as the page; what they say beside is in the picture, too."""
    order = Order(handout.picture, handout.head, Size.A4, register, sources, typecase, with_sources=False)
    for sheet in bind([map_chapter(order)]):
        png = print_png(sheet, title=handout.head.title, language=spoken_language(), dots_per_inch=_DOTS_PER_INCH)
        document.add_picture(BytesIO(png), width=Mm(168))


def _add_matrix(document: Written, handout: Handout, register: Register, sources: Sources, typecase: Typecase) -> None:
    coverage = handout.picture.coverage
    rows = (*coverage.rows, *coverage.without_table)
    if not rows:
        document.add_paragraph(_("No initiative with a table, or with two participants named, is in these documents."))
        return
    columns = [cell.column for cell in rows[0].cells]
    table = document.add_table(rows=1, cols=len(columns) + 1)
    table.style = "Table Grid"
    _fill(table, 0, [_("Initiative"), *(head_column(column).replace("- ", "") for column in columns)], bold=True)
    _repeat(document)
    for place, held in by_place(coverage.rows, register):
        _add_rows(table, typecase.take(place), held, sources, typecase)
    if coverage.without_table:
        _add_rows(table, _("No table to sit at"), coverage.without_table, sources, typecase)


def _add_rows(table: Table, title: str, rows: Iterable[CoverageRow], sources: Sources, typecase: Typecase) -> None:
    _new_row(table)
    cells = table.rows[-1].cells
    cells[0].merge(cells[-1])
    _fill(table, -1, [title], bold=True)
    for row in rows:
        _new_row(table)
        told = word_sources(sorted({*sources.of_documents(row.documents)}))
        name = "\n".join(part for part in (typecase.take(row.initiative.name), told) if part)
        _fill(table, -1, [name, *(f"{sign_of(cell.value)} {typecase.take(_said(cell))}" for cell in row.cells)])


def _new_row(table: Table) -> None:
    table.add_row()  # type: ignore[no-untyped-call]


def _said(cell: Cell) -> str:
    """A cell in one line, behind its sign: the word, who, and the year of the newest evidence."""
    parts = [word_value(cell.value), ", ".join(cell.who[:3])]
    parts += [cell.newest[:4] if cell.newest else "", *map(word_mark, cell.marks)]
    return " · ".join(part for part in parts if part)


def _fill(table: Table, row: int, texts: Sequence[str], *, bold: bool = False) -> None:
    for cell, text in zip(table.rows[row].cells, texts, strict=False):
        run = cell.paragraphs[0].add_run(text)
        run.font.size, run.bold = Pt(7.5), bold


def _repeat(document: Written) -> None:
    """Say the headings of the matrix again on every page."""
    for row in document.element.xpath("//w:tbl/w:tr[1]"):
        row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _add_advice(document: Written, advice: Sequence[Partners], typecase: Typecase) -> None:
    document.add_heading(_("Whom one could ask"), 1)
    _softly(
        document,
        _("These are suggestions of the program, no participations. They do not say that anybody would join."),
    )
    for one in advice:
        document.add_heading(typecase.take(one.initiative.name), 2)
        for each in one.suggestions:
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(f"{_('Suggestion')}: {typecase.take(name_suggested(each))}").bold = True
            note = " · ".join((word_suggested_kind(each), *reasons_of(each)))
            paragraph.add_run(f" ({typecase.take(note)})")


def _add_sources(document: Written, sources: Sources, typecase: Typecase) -> None:
    entries = source_list(sources, typecase)
    if entries:
        document.add_heading(entries[0].text, 1)
    for entry in entries[1:]:
        paragraph = document.add_paragraph(f"{entry.number}  {entry.text}")
        run = paragraph.add_run(f"\n{entry.note}")
        run.font.size, run.font.color.rgb = Pt(8.5), _SOFT
