"""Word documents: shapes by style, what is deleted or hidden stays out, the document's own dates count."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from graph.errors import DocumentError
from loaders.formats.content import Content
from loaders.formats.docx import read
from tests.loaders.formats.files_made import saved


def shapes(content: Content) -> list[tuple[str, str, int]]:
    assert content.blocks is not None
    return [(block.kind.value, content.text[block.start : block.end], block.level) for block in content.blocks]


def test_styles_say_what_a_paragraph_is() -> None:
    document = docx.Document()
    document.add_heading("Titel", level=0)
    document.add_heading("Drei", level=3)
    document.add_paragraph("Punkt", style="List Number")
    document.add_paragraph("Tiefer", style="List Bullet 2")
    document.add_paragraph("Bild eins", style="Caption")
    document.styles.add_style("Überschrift 2", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Eigene", style="Überschrift 2")
    assert shapes(read(saved(document))) == [
        ("heading", "Titel", 1),
        ("heading", "Drei", 3),
        ("bullet", "Punkt", 1),
        ("bullet", "Tiefer", 2),
        ("caption", "Bild eins", 1),
        ("heading", "Eigene", 2),
    ]


def test_bold_paragraphs_are_headings_but_bold_words_are_not() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Zukunft der Industrie").bold = True
    mixed = document.add_paragraph()
    mixed.add_run("Die IHK").bold = True
    mixed.add_run(" ist dabei")
    assert shapes(read(saved(document))) == [
        ("heading", "Zukunft der Industrie", 6),
        ("paragraph", "Die IHK ist dabei", 1),
    ]


def test_numbering_in_the_paragraph_makes_a_bullet() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("IHK")
    numbering = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>')
    paragraph._p.get_or_add_pPr().append(numbering)
    assert shapes(read(saved(document))) == [("bullet", "IHK", 2)]


INNER = {
    "inserted text is read": ("<w:ins><w:r><w:t>neu</w:t></w:r></w:ins>", "alt neu"),
    "deleted text is not": ("<w:del><w:r><w:delText>weg</w:delText><w:t>weg</w:t></w:r></w:del>", "alt"),
    "hidden text is not": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>weg</w:t></w:r>", "alt"),
    "links are read": ("<w:hyperlink><w:r><w:t>IHK</w:t></w:r></w:hyperlink>", "alt IHK"),
    "breaks are line breaks": ("<w:r><w:br/><w:t>neu</w:t></w:r>", "alt\nneu"),
    "hard hyphens are hyphens": ("<w:r><w:t>IG</w:t><w:noBreakHyphen/><w:t>Bau</w:t></w:r>", "alt IG-Bau"),
    "content controls are read": ("<w:sdt><w:sdtContent><w:r><w:t>IHK</w:t></w:r></w:sdtContent></w:sdt>", "alt IHK"),
}


@pytest.mark.parametrize(("inner", "text"), INNER.values(), ids=INNER.keys())
def test_parts_of_a_paragraph(inner: str, text: str) -> None:
    document = docx.Document()
    element = parse_xml(f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">alt </w:t></w:r>{inner}</w:p>')
    document.element.body.insert(0, element)
    assert read(saved(document)).text.rstrip("\n") == text


def test_text_boxes_and_content_controls_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Im Kasten</w:t></w:r></w:p></w:txbxContent>"
    names = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {names}><w:sdtContent><w:p><w:r><w:t>Vorher</w:t></w:r><w:r><mc:AlternateContent>"
            f"<mc:Choice Requires='wps'><w:pict>{box}</w:pict></mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            "</w:p></w:sdtContent></w:sdt>"
        ),
    )
    assert read(saved(document)).text == "Vorher\n\nIm Kasten\n"


def test_tables_are_rows_and_nested_tables_are_not_lost() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([cell for row in table.rows for cell in row.cells], ["A", "B", "1", ""], strict=True):
        cell.text = text
    inner = table.cell(1, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "innen", "drin"
    assert [text for _, text, _ in shapes(read(saved(document)))] == ["A | B", "1", "innen | drin"]


def test_the_documents_own_dates_and_title_count() -> None:
    document = docx.Document()
    document.add_paragraph("Text")
    document.core_properties.title = "Dialog Hessen"
    document.core_properties.modified = datetime(2019, 5, 3)
    document.core_properties.created = datetime(2018, 1, 2)
    content = read(saved(document))
    assert content.title == "Dialog Hessen"
    assert [date[:10] for date in content.dates] == ["2019-05-03", "2018-01-02"]


def test_page_headers_and_footers_come_last_as_boilerplate() -> None:
    document = docx.Document()
    document.add_paragraph("Text")
    document.sections[0].footer.paragraphs[0].text = "Stand: Juni 2017"
    assert shapes(read(saved(document))) == [("paragraph", "Text", 1), ("boilerplate", "Stand: Juni 2017", 1)]


def test_an_external_entity_is_refused_and_never_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim", encoding="utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    document = docx.Document()
    document.add_paragraph("MARKE")
    source, target = io.BytesIO(saved(document)), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "word/document.xml":
                head, _, rest = data.partition(b"?>")
                data = head + b"?>" + entity + rest.replace(b"MARKE", b"A&e;B")
            new.writestr(part, data)
    with pytest.raises(DocumentError, match="xml_entities"):
        read(target.getvalue())
