"""The arrays' file: what was kept comes back the same, and a file that does not fit is none."""

import sys
from pathlib import Path

import numpy as np
import pytest

from queries.arrays.building import build_arrays
from queries.arrays.keeping import FILE, Made, forget_arrays, read_arrays, read_made, write_arrays
from queries.arrays.origins import build_origins
from queries.coverage import cover
from queries.facts import Facts
from seeds.register import load_register

REGISTER = load_register()
KEY = {"writes": "3", "rules": "ä"}


@pytest.fixture
def empty() -> Made:
    """The arrays of a graph without a node."""
    nothing = Facts({}, {}, {}, {}, (), (), (), (), (), (), (), ())
    day = "2026-11-22"
    return Made(KEY, build_arrays(nothing, cover(nothing, REGISTER), day=day), build_origins(nothing, [], day=day))


def test_what_was_kept_comes_back(empty, tmp_path):
    assert write_arrays(tmp_path / "new", empty)
    found = read_arrays(tmp_path / "new", KEY)
    assert found is not None
    assert (found.span, found.cells.tables, found.cells.values.shape) == (empty.arrays.span, 0, (0, 6))
    assert found.nodes.ids.starts.tolist() == [0]
    made = read_made(tmp_path / "new")
    assert made is not None
    assert (made.key, made.origins.who()) == (KEY, empty.origins.who())


@pytest.mark.parametrize("key", [{}, {"writes": "4", "rules": "ä"}, {**KEY, "Actor": "0"}])
def test_under_another_key_there_is_nothing(empty, tmp_path, key):
    write_arrays(tmp_path, empty)
    assert read_arrays(tmp_path, key) is None


@pytest.mark.parametrize("damage", ["empty", "cut", "text", "missing", "array"])
def test_a_broken_file_is_none(empty, tmp_path, damage):
    write_arrays(tmp_path, empty)
    file = tmp_path / FILE
    content = file.read_bytes()
    match damage:
        case "empty":
            file.write_bytes(b"")
        case "cut":
            file.write_bytes(content[: len(content) // 2])
        case "text":
            file.write_text("nichts")
        case "missing":
            file.unlink()
        case _:
            np.savez(file, key=np.frombuffer(b'{"writes": "3", "rules": "\\u00e4"}', np.uint8))
    assert read_arrays(tmp_path, KEY) is None


def test_a_damaged_byte_is_noticed(empty, tmp_path):
    write_arrays(tmp_path, empty)
    file = tmp_path / FILE
    content = bytearray(file.read_bytes())
    place = content.index(b"2026-11-22".decode().encode("utf-32-le"))
    content[place] ^= 1
    file.write_bytes(bytes(content))
    assert read_arrays(tmp_path, KEY) is None


@pytest.mark.skipif(sys.platform == "win32", reason="has no such modes")
def test_only_its_owner_may_read_it(empty, tmp_path):
    write_arrays(tmp_path, empty)
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_where_no_file_can_be_written_nothing_is_kept(empty, tmp_path):
    (tmp_path / "file").write_text("")
    assert not write_arrays(tmp_path / "file", empty)


def test_an_interrupted_writing_leaves_nothing(empty, tmp_path, monkeypatch):
    def interrupted(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_arrays(tmp_path, empty)
    assert not [*tmp_path.iterdir()]


def test_to_forget_deletes_the_file_and_what_a_killed_process_left(empty, tmp_path):
    write_arrays(tmp_path, empty)
    (tmp_path / f".{FILE}.x1y2.part").write_text("halb")
    forget_arrays(tmp_path)
    forget_arrays(tmp_path)
    assert not [*tmp_path.iterdir()]
