"""Posters and handouts open in programs of others, where these are on the machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

from seeds.register import load_register
from tests.viz.paper.printed import HEAD, make
from tests.viz.pictures import small_picture
from viz.language import speaking
from viz.paper.handout import Handout
from viz.paper.letters import Typecase
from viz.paper.poster import View
from viz.paper.printing import print_pdf
from viz.paper.word_file import write_word


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs pdftoppm")
@pytest.mark.parametrize("view", View)
def test_poppler_draws_every_page(tmp_path: Path, view: View) -> None:
    sheets = make(small_picture(), view).sheets
    (tmp_path / "poster.pdf").write_bytes(print_pdf(sheets, title="Plakat", language="de"))
    said = subprocess.run(
        ["pdftoppm", "-r", "30", "-png", "poster.pdf", "page"], cwd=tmp_path, capture_output=True, check=True
    )
    assert said.stderr == b""
    assert len(list(tmp_path.glob("page-*.png"))) == len(sheets)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_the_word_file(tmp_path: Path) -> None:
    with speaking("de"):
        content = write_word(Handout(small_picture(), (), HEAD), load_register(), Typecase())
    (tmp_path / "handout.docx").write_bytes(content)
    command = ["soffice", "--headless", "--convert-to", "pdf", "handout.docx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=200)
    assert (tmp_path / "handout.pdf").read_bytes().startswith(b"%PDF")
