"""The same document says the same in every format, and so do lists of linked members, columns and tables."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from graph.model import Absence, Actor, Document, Group, Initiative, Participation, Reading
from loaders.files import read_source
from loaders.reading import read
from seeds.register import load_register
from tests.loaders.formats import files_made
from tests.loaders.formats.files_made import Shape

Told = set[tuple[str, ...]]

SHAPES: list[Shape] = [
    ("heading", "Allianz Industrie Mittelhessen"),
    (
        "paragraph",
        "Die Allianz Industrie Mittelhessen ist ein Bündnis, das im Jahr 2014 in Gießen gegründet wurde. Die "
        "Handwerkskammer Kassel ist nicht beteiligt. Die Federführung liegt bei der IHK Gießen-Friedberg.",
    ),
    ("paragraph", "Mitglieder der Allianz sind:"),
    ("bullet", "IG Metall"),
    ("bullet", "Vereinigung der hessischen Unternehmerverbände"),
    ("bullet", "IG BCE"),
    ("heading", "Bündnis für Industrie Thüringen"),
    ("paragraph", "Partner im Bündnis für Industrie Thüringen sind der DGB und die IHK Erfurt."),
]
TABLE: list[Shape] = [
    ("heading", "Bündnis für Industrie Thüringen"),
    ("heading", "Mitglieder"),
    ("table_row", "Organisation | Ort | Seit"),
    ("table_row", "IHK Erfurt | Erfurt | 2012"),
    ("table_row", "DGB Hessen-Thüringen | Erfurt | 2014"),
    ("table_row", "IG Metall | Frankfurt | 2016"),
]


def as_pdf(shapes: Sequence[Shape]) -> bytes:
    return files_made.as_pdf([files_made.pdf_lines(shapes)])


def as_mail(shapes: Sequence[Shape]) -> bytes:
    return files_made.as_eml(files_made.as_text(shapes).decode(), date="Fri, 3 May 2019 10:00:00 +0200")


FORMATS: dict[str, Callable[[Sequence[Shape]], bytes]] = {
    "html": files_made.as_html,
    "md": files_made.as_markdown,
    "docx": files_made.as_docx,
    "odt": files_made.as_odt,
    "pdf": as_pdf,
    "eml": as_mail,
}


def reading_of(path: Path, data: bytes) -> Reading:
    path.write_bytes(data)
    return read(read_source(path), load_register())


def facts(reading: Reading) -> Told:
    """Who takes part, and who does not, in what: by name, with the role."""
    names = {node.id: node.word if isinstance(node, Group) else node.name for node in reading.nodes}
    told: Told = set()
    for fact in reading.facts:
        if isinstance(fact, Participation):
            told.add((names[fact.participant_id], names[fact.initiative_id], fact.role.value))
        elif isinstance(fact, Absence):
            told.add((names[fact.absent_id], names[fact.initiative_id], fact.strength.value))
    return (
        told
        | {(node.name, node.kind.value) for node in reading.nodes if isinstance(node, Actor)}
        | {(node.name, node.type.value, *node.regions) for node in reading.nodes if isinstance(node, Initiative)}
    )


def test_the_plain_text_says_who_takes_part(tmp_path: Path) -> None:
    told = facts(reading_of(tmp_path / "a.txt", files_made.as_text(SHAPES)))
    assert ("IG Metall", "Allianz Industrie Mittelhessen", "member") in told
    assert ("IHK Gießen-Friedberg", "Allianz Industrie Mittelhessen", "lead") in told
    assert len([one for one in told if "Allianz Industrie Mittelhessen" in one]) >= 6


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_document_yields_the_same_facts_in_every_format(tmp_path: Path, suffix: str) -> None:
    told = facts(reading_of(tmp_path / "a.txt", files_made.as_text(SHAPES)))
    assert facts(reading_of(tmp_path / f"a.{suffix}", FORMATS[suffix](SHAPES))) == told


@pytest.mark.parametrize("suffix", ["md", "docx", "odt", "pdf"])
def test_a_table_of_members_yields_the_same_facts_in_every_format(tmp_path: Path, suffix: str) -> None:
    told = facts(reading_of(tmp_path / "a.html", files_made.as_html(TABLE)))
    assert {one[0] for one in told if one[-1] == "member"} == {"IHK Erfurt", "DGB Hessen-Thüringen", "IG Metall"}
    assert facts(reading_of(tmp_path / f"a.{suffix}", FORMATS[suffix](TABLE))) == told


def test_a_list_of_linked_members_says_what_a_plain_list_says(tmp_path: Path) -> None:
    linked = files_made.as_html(SHAPES).decode()
    for shape, text in SHAPES:
        if shape == "bullet":
            linked = linked.replace(f"<li>{text}</li>", f'<li><a href="/m?id=1"><span>{text}</span></a></li>')
    assert linked.count("<a ") == 3
    told = facts(reading_of(tmp_path / "a.txt", files_made.as_text(SHAPES)))
    assert facts(reading_of(tmp_path / "a.html", linked.encode())) == told


@pytest.mark.parametrize("order", ["column by column", "line by line"])
def test_two_columns_say_what_one_says(tmp_path: Path, order: str) -> None:
    half = SHAPES.index(("heading", "Bündnis für Industrie Thüringen"))
    left = files_made.pdf_lines(SHAPES[:half], width=230)
    right = [(x + 258, y, size, text) for x, y, size, text in files_made.pdf_lines(SHAPES[half:], width=230)]
    page = [*left, *right]
    if order == "line by line":
        page.sort(key=lambda line: (-line[1], line[0]))
    told = facts(reading_of(tmp_path / "a.txt", files_made.as_text(SHAPES)))
    assert facts(reading_of(tmp_path / "a.pdf", files_made.as_pdf([page]))) == told


def test_every_quote_lies_in_its_document(tmp_path: Path) -> None:
    for suffix, made in FORMATS.items():
        reading = reading_of(tmp_path / f"a.{suffix}", made(SHAPES))
        text = reading.document.text
        assert reading.statements
        assert all(text[one.quote_start : one.quote_end] == one.quote for one in reading.statements)


def test_a_mail_is_dated_by_its_date(tmp_path: Path) -> None:
    document: Document = reading_of(tmp_path / "a.eml", as_mail(SHAPES)).document
    assert (document.date, document.date_origin) == ("2019-05-03", "metadata")
