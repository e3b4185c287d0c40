"""docs/korrigieren.md is true: its commands run one after the other and print what it shows."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas, atlas, home

__all__ = ["atlas", "home"]

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "korrigieren.md").read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]


def commands() -> list[tuple[list[str], str]]:
    """Each command with what is shown under it, in one line."""
    found: list[tuple[list[str], list[str]]] = []
    for line in LINES:
        if line.startswith("$ "):
            found.append((shlex.split(line[2:]), []))
        else:
            found[-1][1].append(line)
    return [(words, " ".join(" ".join(shown).split())) for words, shown in found]


def test_the_commands_print_what_the_page_shows(atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "seeds" / "documents", tmp_path / "seeds" / "documents")
    monkeypatch.chdir(tmp_path)
    assert len(commands()) == 14
    for words, shown in commands():
        said = atlas(*words[1:])
        assert (words[0], said.code) == ("buendnisatlas", 0), said
        parts = [re.escape(part.strip()) for part in shown.split("…")]
        assert re.search(".*".join(parts), " ".join(said.out.split())), (words, said.out)
