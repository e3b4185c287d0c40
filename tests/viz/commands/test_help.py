"""Help, usage and version: in the language asked for, and quick because nothing heavy is loaded."""

import json
import re
import shlex
import subprocess
import sys

import click
import pytest

from tests.viz.commands.conftest import HOME, Atlas
from viz.commands import COMMANDS, build
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
GROUPS = {
    "correct": ("participation", "actor", "initiative", "list", "undo"),
    "new": ("actor", "initiative", "participation"),
    "review": ("list", "accept", "reject", "unsure", "export", "import"),
    "evaluate": ("partners",),
    "neo4j": ("start", "stop", "status", "login", "logout"),
}
"""The commands that have commands of their own, in the order in which the help lists them."""
ALL = [*((name,) for name in COMMANDS), *((name, part) for name, parts in GROUPS.items() for part in parts)]
ENGLISH = re.compile(
    r"\b(the|and|of|with|for|show|usage|options|required|file|filename|path|number|integer|this|word|default|none)\b",
    re.IGNORECASE,
)


def command_of(words: tuple[str, ...]) -> click.Command:
    """The command of these names."""
    command: click.Command = build()
    for word in words:
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), word)
        assert found is not None, word
        command = found
    return command


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


@pytest.mark.parametrize("name", ALL, ids=" ".join)
def test_german_help_has_no_english_left(atlas: Atlas, name: tuple[str, ...]) -> None:
    said = re.sub(r"--[\w-]+|„[^“]*“|buendnisatlas .*|\S+\.(?:md|toml)", "", atlas(*name, "--help").out)
    assert ENGLISH.findall(said) == []


@pytest.mark.parametrize("name", ALL, ids=" ".join)
def test_help_shows_no_signs_of_the_program_s_own(atlas: Atlas, name: tuple[str, ...]) -> None:
    said = atlas(*name, "--help").out
    assert (
        re.findall(r"[<>]=?|\[(?!SCHALTER\]|de\|en\]|Name\]|Pflichtangabe\]|1, 2\]|[A-ZÄÖÜ]+…?\]|DATEI\.)", said) == []
    )


@pytest.mark.parametrize("name", GROUPS)
def test_parts_of_a_command_stand_in_the_order_of_their_use(atlas: Atlas, name: str) -> None:
    listed = atlas(name, "--help").out.split("Befehle:\n")[1].splitlines()
    assert tuple(line.split()[0] for line in listed if line.startswith("  ")) == GROUPS[name]


@pytest.mark.parametrize("name", [name for name in ALL if name != ("status",)], ids=" ".join)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_example_is_a_command_that_can_be_typed(atlas: Atlas, name: tuple[str, ...], language: str) -> None:
    said = atlas("--lang", language, *name, "--help").out
    shown = re.findall(r"^ +(?:Beispiel: |Example: )?(buendnisatlas .+)$", said, re.MULTILINE)
    command = command_of(name)
    needs_words = any(parameter.required for parameter in command.params)
    assert shown or not needs_words
    assert max(len(line) for line in said.splitlines()) <= 100
    for line in shown:
        _program, *words = shlex.split(line)
        parts = words[:2] if words[0] in GROUPS else words[:1]
        command_of(tuple(parts)).make_context(" ".join(parts), words[len(parts) :])


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
        (("lade",), "Fehler: Den Befehl „lade“ gibt es nicht."),
        (("load",), "Fehler: Es braucht noch das Argument „PFAD…“."),
        (("load", "x", "--chek"), "Fehler: Den Schalter „--chek“ gibt es nicht."),
        (
            ("gaps", "--kind", "x"),
            "Fehler: Ungültiger Wert für „--kind“: „x“ ist nichts davon: "
            "ihk, hwk, gewerkschaft, arbeitgeber, behörde, wissenschaft.",
        ),
        (("load", "x", "--jobs", "0"), "Fehler: Ungültiger Wert für „--jobs“: „0“ ist keine ganze Zahl ab 1."),
        (
            ("neo4j", "start", "--port", "x"),
            "Fehler: Ungültiger Wert für „--port“: „x“ ist keine ganze Zahl von 1 bis 65535.",
        ),
        (
            ("load", "x", "--proposer", "y"),
            "Fehler: Ungültiger Wert für „--proposer“: „y“ ist nichts davon: keins, spaCy, endpunkt.",
        ),
        (("backup", "."), "Fehler: Ungültiger Wert für „DATEI.jsonl“: Datei „.“ ist ein Ordner."),
        (("export", "-o"), "Fehler: Der Schalter „-o“ braucht einen Wert."),
        (("--lang", "fr"), "Fehler: Ungültiger Wert für „--lang“: „fr“ ist nichts davon: „de“, „en“."),
        (("status", "x"), "Fehler: Unerwartetes weiteres Argument (x)"),
    ],
)
def test_wrong_usage_is_told_in_german_and_ends_with_2(atlas: Atlas, arguments: tuple[str, ...], line: str) -> None:
    said = atlas(*arguments)
    assert said.code == 2
    assert line in said.err
    assert said.out == ""


@pytest.mark.parametrize("kind", ["gewerkschaft", "Gewerkschaft", "union", "UNION"])
def test_a_kind_may_be_typed_in_either_language(atlas: Atlas, kind: str) -> None:
    assert "Hier ist noch kein Graph" in atlas("gaps", "--kind", kind).err
