"""`load --jobs`: the same graph however many processes read, and none of them outlives the load."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from loaders import crew, pool
from tests.loaders.stubborn import go_wrong
from tests.viz.commands.conftest import HOME, OLD_CONSOLE, Atlas, about
from tests.viz.commands.test_killed import records
from viz.commands import loading
from viz.progress import Meter

STUBBORN = """
from loaders import crew
from tests.loaders.stubborn import never_finish
from viz.commands import loading, main
crew.WORK, loading._MUCH = never_finish, 1
main()
"""
"""The program, with processes that say that they began to read and never finish."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents of which one is empty, one is there twice, and one is of another kind."""
    place = tmp_path / "viele"
    place.mkdir()
    for number in range(9):
        (place / f"{number}.txt").write_text(about(f"Ort {number % 8}"), encoding="utf-8")
    (place / "4 leer.txt").write_bytes(b"")
    (place / "foto.png").write_bytes(b"x")
    return place


@pytest.fixture
def much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is so much that processes pay."""
    monkeypatch.setattr(loading, "_MUCH", 1)


@pytest.mark.usefixtures("much")
def test_the_graph_does_not_depend_on_the_number_of_processes(atlas: Atlas, folder: Path, tmp_path: Path) -> None:
    said = {
        jobs: atlas("load", folder, "--jobs", jobs, "--graph", tmp_path / f"graph{jobs}") for jobs in ("1", "2", "3")
    }
    assert said["1"].code == 1
    assert said["1"] == said["2"] == said["3"]
    graphs = [records(atlas, "--graph", tmp_path / f"graph{jobs}") for jobs in said]
    assert graphs[0] == graphs[1] == graphs[2]
    assert len(graphs[0]) > 100


@pytest.mark.usefixtures("much")
def test_unchanged_files_are_skipped_and_changed_ones_replaced(atlas: Atlas, folder: Path) -> None:
    atlas("load", folder, "--jobs", "2")
    (folder / "3.txt").write_text(about("Neustadt"), encoding="utf-8")
    out = atlas("load", folder, "--jobs", "2", "--again").out
    assert (out.count("– ersetzt"), out.count("– neu"), out.count("– unverändert")) == (1, 0, 7)


@pytest.mark.usefixtures("much")
def test_a_process_that_dies_or_hangs_costs_one_document_and_one_line(
    atlas: Atlas, folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "WORK", go_wrong)
    monkeypatch.setattr(pool, "PATIENCE", 3.0)
    (folder / "4 leer.txt").unlink()
    names = ("4 tödlich.txt", "5 endlos.txt", "6 kaputt.txt")
    for name in names:
        (folder / name).write_text("Text", encoding="utf-8")
    said = atlas("load", folder, "--jobs", "2")
    assert said.code == 1
    assert said.err.splitlines() == [
        f"{folder / names[0]}: Der Prozess, der dies las, wurde beendet, vielleicht aus Speichermangel. "
        "Das Dokument bitte teilen oder mit --jobs 1 laden.",
        f"{folder / names[1]}: Das Lesen wurde nach 0 Minuten aufgegeben. "
        "Das Dokument bitte teilen oder mit --jobs 1 laden.",
        f"{folder / names[2]}: Dieses Dokument ließ sich durch einen Fehler von uns nicht lesen; "
        "Einzelheiten stehen im Protokoll („buendnisatlas status“ nennt es).",
    ]
    assert said.out.count("– neu") == 8
    assert "builtins.RuntimeError" in (home / "logs" / "buendnisatlas.log").read_text(encoding="utf-8")


@pytest.mark.usefixtures("much")
def test_the_bar_names_each_file_in_order_and_never_goes_back(
    atlas: Atlas, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[float, str]] = []

    @contextmanager
    def watched(_label: str, total: int) -> Iterator[Meter]:
        assert total == 10
        yield Meter(lambda done, step: shown.append((done, step)))

    monkeypatch.setattr("viz.commands.load.progress", watched)
    atlas("load", folder, "--jobs", "2")
    names = sorted(path.name for path in folder.glob("*.txt"))
    assert list(dict.fromkeys(step for _done, step in shown)) == names
    assert [done for done, _step in shown] == sorted(done for done, _step in shown)
    assert all(int(done) == names.index(step) for done, step in shown)


def test_a_small_load_starts_no_process(atlas: Atlas, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(loading, "ReadingPool")
    assert atlas("load", folder, "--jobs", "3").out.count("– neu") == 8


@pytest.mark.parametrize("number", ["0", "-1", "viele"])
def test_a_number_of_processes_that_cannot_be_is_wrong_usage(atlas: Atlas, folder: Path, number: str) -> None:
    assert atlas("load", folder, "--jobs", number).code == 2


@pytest.fixture
def begin(home: Path, folder: Path) -> Callable[[], "subprocess.Popen[bytes]"]:
    """Start a load whose two processes have begun to read."""

    def started() -> "subprocess.Popen[bytes]":
        program = subprocess.Popen(
            [sys.executable, "-c", STUBBORN, "load", folder, "--jobs", "2"],
            cwd=HOME,
            env={**os.environ, **OLD_CONSOLE},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        assert program.stdout is not None
        for _ in range(2):
            assert program.stdout.readline() == b"reading\n"
        return program

    return started


def test_no_process_outlives_a_killed_load(
    atlas: Atlas, begin: Callable[[], "subprocess.Popen[bytes]"], folder: Path
) -> None:
    program = begin()
    program.kill()
    _out, err = program.communicate(timeout=60)  # ends when the last process that could write has ended
    assert (program.returncode != 0, err) == (True, b"")
    assert atlas("load", folder, "--jobs", "2").out.count("– neu") == 8


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send an interruption to one process")
@pytest.mark.parametrize("to_all", [True, False])
def test_an_interruption_ends_the_processes_at_once(
    atlas: Atlas, begin: Callable[[], "subprocess.Popen[bytes]"], folder: Path, *, to_all: bool
) -> None:
    program = begin()
    if to_all:  # as the terminal does
        os.killpg(program.pid, signal.SIGINT)
    else:
        program.send_signal(signal.SIGINT)
    _out, err = program.communicate(timeout=60)
    assert (program.returncode, err.decode("utf-8")) == (
        130,
        "Unterbrochen. Kein Dokument ist halb im Graphen. Noch einmal aufgerufen, wird weitergelesen.\n",
    )
    assert atlas("load", folder, "--jobs", "2").out.count("– neu") == 8
