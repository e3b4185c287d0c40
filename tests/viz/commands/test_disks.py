"""Disks that are full or read-only, seen from the command line: one clear line, and nothing that was loaded is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.disks import fill_up, mount, mounted
from tests.viz.commands.conftest import HOME, OLD_CONSOLE, START, Atlas, Start, about, finish


def test_a_read_only_disk_is_one_line(start: Start, document: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "48m") as disk:
        there = {**OLD_CONSOLE, "BUENDNISATLAS_HOME": str(disk / "home")}
        assert finish(start("load", document, **there)).code == 0
        before = finish(start("export", "-o", "-", **there)).out
        assert mount("-o", "remount,ro", str(disk))
        for command in (("load", document), ("gaps",), ("map",), ("load", document, "--graph", disk / "neu")):
            said = finish(start(*command, **there))
            assert (said.code, said.out, len(said.err.splitlines())) == (1, "", 1)
            assert ": Hier darf nichts geschrieben werden; der Graph braucht das auch zum Lesen." in said.err
        assert finish(start("load", document)).code == 0
        said = finish(start("map", "-o", disk / "karte.html"))
        line = "Der Datenträger lässt sich nur lesen. Bitte an einen anderen Ort schreiben."
        assert said.err == f"{disk / 'karte.html'}: {line}\n"
        assert mount("-o", "remount,rw", str(disk))
        assert finish(start("export", "-o", "-", **there)).out == before


FULL = "Auf dem Datenträger ist kein Platz mehr. Bitte Platz schaffen und erneut ausführen.\n"


def test_a_full_disk_is_one_line_and_keeps_what_was_loaded(start: Start, document: Path, tmp_path: Path) -> None:
    more = document.with_name("mehr.txt")
    more.write_text(about("Mehrbach"), encoding="utf-8")
    with mounted(tmp_path / "disk", "48m") as disk:
        there = {**OLD_CONSOLE, "BUENDNISATLAS_HOME": str(disk / "home")}
        assert finish(start("load", document, **there)).code == 0
        before = finish(start("export", "-o", "-", **there)).out
        ballast = fill_up(disk)
        said = finish(start("load", more, **there))
        assert (said.code, said.out, said.err) == (1, "", f"{disk / 'home' / 'data' / 'graph'}: {FULL}")
        assert finish(start("load", document)).code == 0
        for command in (
            ("map", "-o", disk / "x.html"),
            ("export", "-o", disk / "x"),
            ("gaps", "--csv", disk / "x.csv"),
        ):
            said = finish(start(*command))
            assert (said.code, said.out, said.err) == (1, "", f"{command[2]}: {FULL}")
        assert sorted(path.name for path in disk.iterdir()) == ["ballast", "home"]
        ballast.unlink()
        assert finish(start("export", "-o", "-", **there)).out == before
        assert "mehr.txt (12.03.2018) – neu" in finish(start("load", more, **there)).out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_output_that_takes_nothing_is_one_line(atlas: Atlas, document: Path) -> None:
    assert atlas("load", document).code == 0
    for command in (["gaps"], ["gaps", "--json"], ["export", "-o", "-"], ["--help"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-c", START, *command],
                cwd=HOME,
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert (done.returncode, done.stderr.decode("utf-8")) == (1, FULL)
