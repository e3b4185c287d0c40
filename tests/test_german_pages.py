"""The German pages in docs/ are true: their commands run one after the other and print what they show."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas, atlas, calling, home

__all__ = ["atlas", "calling", "home"]

ROOT = Path(__file__).parent.parent
PAGES = {"korrigieren.md": 14, "sichern.md": 7, "export.md": 8}
"""The pages, and how many commands each has."""


def commands(page: str) -> list[tuple[list[str], str]]:
    """Each command with what is shown under it, in one line."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    lines = [line for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    found: list[tuple[list[str], list[str]]] = []
    for line in lines:
        if line.startswith("$ "):
            found.append((shlex.split(line[2:]), []))
        else:
            found[-1][1].append(line)
    return [(words, " ".join(" ".join(shown).split())) for words, shown in found]


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_print_what_the_page_shows(
    atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    shutil.copytree(ROOT / "seeds" / "documents", tmp_path / "seeds" / "documents")
    monkeypatch.chdir(tmp_path)
    assert len(commands(page)) == PAGES[page]
    for words, shown in commands(page):
        said = atlas(*words[1:])
        assert (words[0], said.code) == ("buendnisatlas", 0), said
        parts = [re.escape(part.strip()) for part in shown.split("…")]
        assert re.search(".*".join(parts), " ".join(said.out.split())), (words, said.out)
