"""Ended in the middle of a load: what was told as loaded is there, and the next load ends where a clean one does."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.viz.commands.conftest import HOME, OLD_CONSOLE, Atlas, about

TELLING = """
from viz.commands import loading, main
load = loading.Loader.load
def told(self, path, *given, **options):
    print("begun", path.name, flush=True)
    done = load(self, path, *given, **options)
    print("done", path.name, flush=True)
    return done
loading.Loader.load = told
main()
"""
"""The program, which says for every document when it begins and when it is done: the moments to end it."""
TIMES = ("loaded", "created", "written", "time", "revision", "exported")
FILES = 6

Begin = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents that share actors, so that a half-written one would show."""
    place = tmp_path / "viele"
    place.mkdir()
    for number in range(FILES):
        sections = "\n".join(about(f"Ort {number}-{part}").partition("Hessen\n")[2] for part in range(12))
        (place / f"{number}.txt").write_text(f"Übersicht\nStand: 12.03.2018\n\nHessen\n{sections}", encoding="utf-8")
    return place


@pytest.fixture
def begin(home: Path, folder: Path) -> Begin:
    """Start a load, and wait until it has said this many lines."""

    def started(lines: int) -> "subprocess.Popen[bytes]":
        program = subprocess.Popen(
            [sys.executable, "-c", TELLING, "load", folder],
            cwd=HOME,
            env={**os.environ, **OLD_CONSOLE},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert program.stdout is not None
        for _ in range(lines):
            assert program.stdout.readline()
        return program

    return started


def records(atlas: Atlas, *options: str | Path) -> list[dict[str, object]]:
    """The export without the times of writing."""
    lines = atlas("export", "-o", "-", *options).out.splitlines()
    return [
        {key: value for key, value in json.loads(line).items() if not any(word in key for word in TIMES)}
        for line in lines
    ]


def held(atlas: Atlas) -> int:
    """How many documents the graph holds."""
    return atlas("export", "-o", "-").out.count('"type": "document"')


@pytest.fixture
def clean(atlas: Atlas, folder: Path, tmp_path: Path) -> list[dict[str, object]]:
    """What a load that nobody disturbs leaves."""
    assert atlas("load", folder, "--graph", tmp_path / "ungestört").code == 0
    return records(atlas, "--graph", tmp_path / "ungestört")


@pytest.mark.parametrize("lines", [1, 2, 3, 6, 9])
def test_after_a_kill_the_next_load_ends_where_a_clean_one_does(
    atlas: Atlas, begin: Begin, folder: Path, clean: list[dict[str, object]], lines: int
) -> None:
    program = begin(lines)
    program.kill()
    out, err = program.communicate()
    done = lines // 2 + out.count(b"done")
    assert (program.returncode != 0, err) == (True, b"")
    assert held(atlas) in (done, done + 1)
    said = atlas("load", folder)
    assert (said.code, said.err) == (0, "")
    assert said.out.count("– unverändert") >= done
    assert records(atlas) == clean
    assert len(clean) > 500


def test_after_many_kills_nothing_is_there_twice_or_in_part(
    atlas: Atlas, begin: Begin, folder: Path, clean: list[dict[str, object]]
) -> None:
    for lines in (1, 3, 4, 7, 9, 11):
        program = begin(lines)
        program.kill()
        program.communicate()
    assert atlas("load", folder).code == 0
    assert records(atlas) == clean


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send an interruption to one process")
@pytest.mark.parametrize("times", [1, 2])
def test_an_interruption_keeps_what_was_loaded(
    atlas: Atlas, begin: Begin, folder: Path, clean: list[dict[str, object]], times: int
) -> None:
    program = begin(5)
    for _ in range(times):
        program.send_signal(signal.SIGINT)
    out, err = program.communicate(timeout=60)
    done = 2 + out.count(b"done")
    assert program.returncode == 130
    kept = re.match(r"Unterbrochen. (\d) Dokumente sind vollständig im Graphen, keines halb. ", err.decode("utf-8"))
    if times == 1:
        assert kept is not None
        assert int(kept[1]) in (done - 1, done)  # it may come between the word and the count
        assert err.count(b"\n") == 1
    assert b"Traceback" not in err
    assert held(atlas) in (done, done + 1)
    assert atlas("load", folder).out.count("– unverändert") >= done
    assert records(atlas) == clean
