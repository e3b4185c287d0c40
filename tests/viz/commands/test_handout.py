"""The command `handout`: the file asked for, with suggestions called so."""

from pathlib import Path

import pytest
from docx import Document

from tests.viz.commands.conftest import Atlas, load_text
from tests.viz.paper.printed import read_pdf


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_the_command_writes_it_whole(atlas: Atlas, tmp_path: Path, ending: str) -> None:
    text = "Industrieplatz Hessen\n\nDer Initiative Industrieplatz Hessen gehört die IHK Frankfurt am Main an.\n"
    load_text(atlas, tmp_path / "liste.txt", text)
    file = tmp_path / f"handout.{ending}"
    said = atlas("handout", "-o", file, "--suggestions", "2", "--title", "Runder Tisch")
    assert (said.code, said.err) == (0, "")
    if ending == "pdf":
        _sizes, shown = read_pdf(file.read_bytes())
    else:
        shown = "\n".join(paragraph.text for paragraph in Document(str(file)).paragraphs)
    assert "Runder Tisch" in shown and "Vorschlag" in shown and "liste.txt" in shown
    assert atlas("handout", "-o", tmp_path / "x.txt").code == 2
