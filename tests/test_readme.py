"""The README is true today: its commands run, its output is the program's, its library lines work, its figures hold."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the checkout to the README's commands."""
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds" / "documents", place / "seeds" / "documents")
    return place


def _run(words: list[str], folder: Path) -> str:
    environment = {**os.environ, "BUENDNISATLAS_HOME": str(folder / "home"), "COLUMNS": "96", "PYTHONPATH": str(ROOT)}
    outcome = subprocess.run(
        words, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, env=environment
    )
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout


def _commands(block: str) -> list[tuple[list[str], list[str]]]:
    """Each command of a block with the lines shown under it."""
    found: list[tuple[list[str], list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((shlex.split(line[2:]), []))
        elif line.strip():
            found[-1][1].append(line)
    return found


def test_the_commands_print_what_the_readme_shows(folder: Path) -> None:
    assert len(CONSOLE) == 4
    for block in CONSOLE:
        for words, shown in _commands(block):
            assert words[0] == "buendnisatlas"
            printed = _run([sys.executable, "-c", "from viz.commands import main; main()", *words[1:]], folder)
            wanted = " ".join(" ".join(line for line in shown if line != "…").split())
            assert wanted in " ".join(printed.split())


def test_the_library_lines_work(folder: Path) -> None:
    (lines,) = PYTHON
    assert "Industrieplatz Hessen" in _run([sys.executable, "-c", lines], folder)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_every_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("command", ["make explore", "make test"])
def test_the_make_targets_exist(command: str) -> None:
    assert f"    {command}" in README
    assert re.search(rf"^{command.split()[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
