"""The command line in a home of its own: `atlas("load", "a.txt")` runs it and gives what it said."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import StorePlace
from viz.commands import run

HOME = Path(__file__).parents[3]
START = "from viz.commands import main; main()"
FIVE = sorted((HOME.parent / "shared" / "documents").glob("00*.txt"))
"""The five documents the project was started for; they lie beside the project's repository."""


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Atlas = Callable[..., Said]
Start = Callable[..., "subprocess.Popen[bytes]"]
OLD_CONSOLE = {"LC_ALL": "C", "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
"""A console that knows no UTF-8."""


def load_text(atlas: Atlas, path: Path, text: str) -> Atlas:
    """The command line over a graph that holds this text, too; it lies in the file."""
    path.write_text(text, encoding="utf-8")
    assert atlas("load", path).code == 0
    return atlas


def words(text: str) -> str:
    """The text in one line, wherever the terminal broke it."""
    return " ".join(text.split())


def finish(program: "subprocess.Popen[bytes]") -> Said:
    """Wait for the program to end."""
    out, err = program.communicate(timeout=120)
    return Said(program.returncode, out.decode("utf-8"), err.decode("utf-8"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home; no setting of the machine's reaches the tests."""
    for variable in tuple(os.environ):
        if variable.startswith(("BUENDNISATLAS_", "NEO4J_")):
            monkeypatch.delenv(variable)
    monkeypatch.setenv("BUENDNISATLAS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return tmp_path / "home"


@pytest.fixture
def atlas(calling: Atlas) -> Atlas:
    """Run a command in this process; its graph lies in the home, so in the embedded store."""
    return calling


@pytest.fixture
def calling(home: Path, capsys: pytest.CaptureFixture[str]) -> Atlas:
    """The same for a graph anywhere."""

    def call(*arguments: str | Path) -> Said:
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return call


@pytest.fixture
def either(store_place: StorePlace, calling: Atlas, monkeypatch: pytest.MonkeyPatch) -> Atlas:
    """Run a command in this process, with its graph in each kind of store in turn."""
    monkeypatch.setenv("BUENDNISATLAS_GRAPH", store_place.url)
    if store_place.settings:
        monkeypatch.setenv("NEO4J_USERNAME", store_place.settings.user)
        monkeypatch.setenv("NEO4J_PASSWORD", store_place.settings.password)
        if store_place.settings.database:
            monkeypatch.setenv("NEO4J_DATABASE", store_place.settings.database)
    return calling


@pytest.fixture
def start(home: Path) -> Start:
    """Start the program as a user does, in a process of its own."""

    def begin(*arguments: str | Path, **variables: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-c", START, *map(str, arguments)],
            cwd=HOME,
            env={**os.environ, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
        )

    return begin


HESSEN = """Übersicht der Industriedialoge
Stand: 12.03.2018

Hessen

Allianz Industrie Mittelhessen
Die Allianz Industrie Mittelhessen ist ein Bündnis der IG Metall, der IHK Gießen-Friedberg \
und des Hessischen Wirtschaftsministeriums.
Die Arbeitgeberverbände sind nicht beteiligt.
Den Vorsitz führt Frau Sabine Muster.

Bayern

Für Bayern liegen uns keine Erkenntnisse vor.
"""


def about(place: str) -> str:
    """A document on an alliance of this name, with letters that each character set writes in its own way."""
    return HESSEN.replace("Mittelhessen", place).replace("Die Arbeitgeberverbände", "Die „Arbeitgeberverbände“ –")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document with participants, an absence, a silence and the name of a person."""
    path = tmp_path / "dokumente" / "hessen.txt"
    path.parent.mkdir()
    path.write_text(HESSEN, encoding="utf-8")
    return path
