"""A graph of an earlier version: any command brings it to this one and says so, once."""

import json
from pathlib import Path

from tests.graph.older import expected, unpack
from tests.viz.commands.conftest import Atlas

LINE = "Der Graph stammt aus einer früheren Version von Bündnisatlas und wird auf den neuen Stand gebracht.\n"


def test_reading_brings_it_up_to_date_with_one_line(atlas: Atlas, tmp_path: Path) -> None:
    unpack(2, tmp_path / "alt")
    said = atlas("--graph", tmp_path / "alt", "gaps")
    assert (said.code, said.err) == (0, LINE)
    assert atlas("--graph", tmp_path / "alt", "gaps").err == ""


def test_writing_brings_it_up_to_date_with_one_line(atlas: Atlas, tmp_path: Path, document: Path) -> None:
    unpack(1, tmp_path / "alt")
    said = atlas("--graph", tmp_path / "alt", "load", document)
    assert (said.code, said.err.count(LINE)) == (0, 1)


def test_nothing_of_it_is_lost(atlas: Atlas, tmp_path: Path) -> None:
    unpack(1, tmp_path / "alt")
    atlas("--graph", tmp_path / "alt", "export", "-o", tmp_path / "neu.jsonl")
    written = (tmp_path / "neu.jsonl").read_text(encoding="utf-8").splitlines()
    assert list(map(json.loads, written)) == expected(1)
