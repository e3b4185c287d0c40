"""How commands end: one clear line and the right code, on every console, and a traceback only in the log."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas

Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    from viz.commands import status

    def fail(settings: object) -> None:
        raise RuntimeError("ein Satz aus einem Dokument")

    monkeypatch.setattr(status, "_look_at", fail)


@pytest.mark.usefixtures("faulty")
def test_what_nobody_expected_is_one_line_that_names_the_log(atlas: Atlas, home: Path) -> None:
    said = atlas("status")
    log = home / "logs" / "buendnisatlas.log"
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"Etwas Unerwartetes ist geschehen; was vorher geladen war, ist noch im Graphen. Einzelheiten: {log}\n"
    )
    assert "RuntimeError" in log.read_text(encoding="utf-8")


@pytest.mark.usefixtures("faulty")
def test_verbose_shows_the_traceback(atlas: Atlas) -> None:
    assert "Traceback" in atlas("status", "--verbose").err


def test_a_fault_while_a_command_is_made_reaches_the_log(
    atlas: Atlas, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "viz.commands.status", None)
    said = atlas("status")
    assert said.code == 1
    assert str(home / "logs" / "buendnisatlas.log") in said.err
    assert "Traceback" not in said.err


def test_the_server_s_own_code_is_in_the_log_and_not_on_the_screen(
    atlas: Atlas, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph.errors import StoreError
    from viz.commands import status

    def fail(settings: object) -> None:
        raise StoreError("store_failed", url="neo4j://host", reason="Neo.TransientError.General.OutOfDiskSpace")

    monkeypatch.setattr(status, "_look_at", fail)
    assert "Neo." not in atlas("status").err
    log = (home / "logs" / "buendnisatlas.log").read_text(encoding="utf-8")
    assert "stopped: store_failed (Neo.TransientError.General.OutOfDiskSpace)" in log


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-16"])
def test_output_is_utf_8_whatever_the_console_says(start: Start, encoding: str) -> None:
    out, err = start("--help", PYTHONIOENCODING=encoding, PYTHONUTF8="0", LC_ALL="C").communicate()
    assert "Bündnisatlas liest" in out.decode("utf-8")
    assert err == b""


def test_an_error_is_utf_8_too(start: Start) -> None:
    _out, err = start("load", "nirgends", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C").communicate()
    assert "Bitte den Pfad prüfen" in err.decode("utf-8")


def test_a_reader_that_has_enough_is_no_error(start: Start, atlas: Atlas) -> None:
    atlas("explore")
    program = start("gaps", "--json", "--graph", str(atlas_graph(atlas)))
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait() == 141


def atlas_graph(atlas: Atlas) -> Path:
    import json

    return Path(json.loads(atlas("status", "--json").out)["folders"]["sample_graph"]["path"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send an interruption to one process")
def test_an_interruption_ends_with_130_and_a_word(start: Start, tmp_path: Path) -> None:
    import os
    import signal

    os.mkfifo(tmp_path / "pipe")
    program = start("import", tmp_path / "pipe")
    with (tmp_path / "pipe").open("w"):  # opens once the program reads: it is in the middle of its work
        program.send_signal(signal.SIGINT)
        try:
            _out, err = program.communicate(timeout=60)
        except subprocess.TimeoutExpired:  # seen once in many runs; why is not known
            program.send_signal(signal.SIGINT)
            _out, err = program.communicate()
    assert program.returncode == 130
    assert err.decode("utf-8") == (
        "Unterbrochen. Kein Dokument ist halb im Graphen. Noch einmal aufgerufen, geht das Einlesen weiter.\n"
    )


def test_nothing_of_the_engine_reaches_the_console(start: Start, document: Path) -> None:
    program = start("load", document)
    out, err = program.communicate()
    assert (program.returncode, err) == (0, b"")
    assert out.decode("utf-8").startswith("hessen.txt (12.03.2018) – neu")
