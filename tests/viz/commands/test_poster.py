"""The command `poster`: the file asked for, the part asked for, one line where it cannot be."""

from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas, load_text, words
from tests.viz.paper.printed import read_pdf

HESSEN = (
    "Industrieplatz Hessen\n\nDer Initiative Industrieplatz Hessen gehören die IHK Frankfurt am Main und die IG Metall "
    "an. Ansprechpartnerin ist Frau Erika Muster.\n"
)
SAXONY = "Lage der Industrie in Sachsen\n\nMitglieder des Bündnisses für Industrie Sachsen sind die VSW und der DGB.\n"


@pytest.fixture
def loaded(atlas: Atlas, tmp_path: Path) -> Atlas:
    """The command line over a graph of two initiatives."""
    load_text(atlas, tmp_path / "sachsen.txt", SAXONY)
    return load_text(atlas, tmp_path / "liste.txt", HESSEN)


@pytest.mark.parametrize(
    ("view", "title"), [("Netz", "Wer ist woran"), ("Karte", "Karte"), ("matrix", "Wer ist dabei?")]
)
def test_the_poster_is_written_whole(loaded: Atlas, tmp_path: Path, view: str, title: str) -> None:
    file = tmp_path / "plakat.pdf"
    said = loaded("poster", "-o", file, "--view", view)
    assert (said.code, said.err) == (0, "")
    assert str(file) in words(said.out).replace(" ", "") or str(file) in said.out
    _sizes, text = read_pdf(file.read_bytes())
    for part in (
        title,
        "Industrieplatz Hessen",
        "2 Dokumente",
        "kein Anspruch auf Vollständigkeit",
        "liste.txt",
        "Quellen",
    ):
        assert part in text
    assert "Muster" not in text


def test_the_selection_narrows_it_and_is_told(loaded: Atlas, tmp_path: Path) -> None:
    file = tmp_path / "hessen.pdf"
    assert loaded("poster", "-o", file, "--region", "Hessen", "--title", "Unser Tisch").code == 0
    _sizes, text = read_pdf(file.read_bytes())
    assert "Nur: Hessen" in text and "Unser Tisch" in text and "IHK Frankfurt am Main" in text
    assert "Sachsen" not in text


def test_the_kinds_narrow_who_is_drawn(loaded: Atlas, tmp_path: Path) -> None:
    file = tmp_path / "kammern.pdf"
    assert loaded("poster", "-o", file, "--kind", "ihk").code == 0
    _sizes, text = read_pdf(file.read_bytes())
    assert "IHK Frankfurt am Main" in text and "IG Metall" not in text


def test_several_files_at_once(loaded: Atlas, tmp_path: Path) -> None:
    svg, png = tmp_path / "a.svg", tmp_path / "b.png"
    assert loaded("poster", "--svg", svg, "--png", png, "--size", "A4").code == 0
    assert svg.read_text(encoding="utf-8").startswith("<svg") and png.read_bytes().startswith(b"\x89PNG")


def test_wrong_endings_and_no_file_are_told_in_one_line(loaded: Atlas, tmp_path: Path) -> None:
    said = loaded("poster", "-o", tmp_path / "plakat.docx")
    assert said.code == 2 and ".pdf oder .svg oder .png" in words(said.err)
    assert loaded("poster").code == 2
    said = loaded("poster", "-o", tmp_path / "x.pdf", "--region", "Atlantis")
    assert said.code == 1 and len(said.err.strip().splitlines()) <= 3


def test_characters_without_a_font_are_told(atlas: Atlas, tmp_path: Path) -> None:
    load_text(
        atlas, tmp_path / "a.txt", "Bündnis für Industrie\n\nMitglieder des Bündnisses für Industrie sind der DGB.\n"
    )
    said = atlas("poster", "-o", tmp_path / "p.pdf", "--title", "Los 🚀")
    assert said.code == 0 and "1 Zeichen weggelassen" in said.out and "🚀" in said.out
