"""Help, usage and version: in the language asked for, and quick because nothing heavy is loaded."""

import json
import subprocess
import sys

import pytest

from tests.viz.commands.conftest import HOME, Atlas
from viz.commands import COMMANDS
from viz.commands.versions import own_version

HEAVY = {
    "rich",
    "pandas",
    "neo4j",
    "pyvis",
    "lxml",
    "jinja2",
    "importlib.metadata",
    "graph.store",
    "tomllib",
    "arcadedb",
}


def test_help_loads_nothing_heavy() -> None:
    """This is what keeps `--help` within ten times an empty Python."""
    script = (
        "import json, sys; from viz.commands import run; "
        "run(['--help']); print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=HOME, capture_output=True, check=True)
    assert HEAVY & set(json.loads(said.stderr)) == set()


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(("language", "words"), [("de", ("Aufruf:", "Schalter:")), ("en", ("Usage:", "Options:"))])
def test_every_command_explains_itself(atlas: Atlas, name: str, language: str, words: tuple[str, str]) -> None:
    said = atlas("--lang", language, name, "--help")
    assert said.code == 0
    assert all(word in said.out for word in words)
    assert all(option in said.out for option in ("--graph", "--lang", "--verbose"))


@pytest.mark.parametrize("name", COMMANDS)
def test_german_help_has_no_english_left(atlas: Atlas, name: str) -> None:
    words = set(atlas(name, "--help").out.split())
    assert (
        words
        & {"the", "The", "and", "Show", "Usage:", "Options:", "[OPTIONS]", "FILE", "FILENAME", "PATH", "TEXT", "this"}
        == set()
    )


def test_the_list_of_commands_is_the_list_of_the_issue(atlas: Atlas) -> None:
    said = atlas("--help")
    assert [line.split()[0] for line in said.out.split("Befehle:\n")[1].splitlines()] == list(COMMANDS)


@pytest.mark.parametrize("arguments", [("--lang", "en", "--help"), ("--lang=en", "--help"), ("--help", "--lang", "en")])
def test_help_speaks_the_language_asked_for_wherever_it_stands(atlas: Atlas, arguments: tuple[str, ...]) -> None:
    assert "Usage:" in atlas(*arguments).out


def test_the_environment_chooses_the_language(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUENDNISATLAS_LANG", "en")
    assert "Usage:" in atlas("--help").out


def test_the_version_is_the_packages(atlas: Atlas) -> None:
    assert atlas("--version").out == f"Bündnisatlas {own_version()}\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("lade",), "Fehler: Den Befehl 'lade' gibt es nicht."),
        (("load",), "Fehler: Es braucht noch das Argument 'PFAD…'."),
        (("load", "x", "--chek"), "Fehler: Den Schalter '--chek' gibt es nicht."),
        (("gaps", "--kind", "x"), "Fehler: Ungültiger Wert für '--kind': 'x' ist nichts davon: "),
        (("export", "-o"), "Fehler: Der Schalter '-o' braucht einen Wert."),
        (("--lang", "fr"), "Fehler: Ungültiger Wert für '--lang': 'fr' ist nichts davon: 'de', 'en'."),
        (("status", "x"), "Fehler: Unerwartetes weiteres Argument (x)"),
    ],
)
def test_wrong_usage_is_told_in_german_and_ends_with_2(atlas: Atlas, arguments: tuple[str, ...], line: str) -> None:
    said = atlas(*arguments)
    assert said.code == 2
    assert line in said.err
    assert said.out == ""
