"""Disks that are full, read-only or not ours: one clear error, nothing on the console, nothing acknowledged lost."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store import Store, open_store
from tests.disks import mount, mounted
from tests.factory import a_reading
from tests.graph.children import SAY_ERROR, run_child
from tests.graph.snapshots import content

SIZE = "32m"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 32 MB of its own."""
    with mounted(tmp_path / "disk", SIZE) as folder:
        yield folder


def fill(store: Store) -> tuple[int, StoreError]:
    """Write readings until the disk is full: how many were acknowledged, and what the store said then."""
    for number in range(1_000):
        try:
            store.write_reading(
                a_reading(f"{number}.txt").sentence(f"{number} " + "x" * 200_000).silence("DE-BY").build()
            )
        except StoreError as error:
            return number, error
    raise AssertionError("the disk never filled up")


def test_a_full_disk_is_said_and_nothing_acknowledged_is_lost(small_disk: Path) -> None:
    folder = small_disk / "graph"
    with open_store(str(folder)) as store:
        written, error = fill(store)
        assert (error.code, error.details["path"]) == ("disk_full", str(folder))
        assert len(store.documents()) == written > 3
        with pytest.raises(StoreError) as caught:
            store.write_reading(a_reading("x").sentence("x" * 200_000).build())
        assert caught.value.code == "disk_full"
    assert mount("-o", "remount,size=96m", str(small_disk))
    with open_store(str(folder)) as store:
        assert {document.address for document in store.documents()} == {f"{number}.txt" for number in range(written)}
        assert len(store.text(store.documents()[-1].id)) > 200_000
        store.write_reading(a_reading("neu.txt").silence("DE-SH").build())


def test_a_graph_on_a_full_disk_opens_or_says_why(small_disk: Path) -> None:
    folder = small_disk / "graph"
    with open_store(str(folder)) as store:
        fill(store)
    child = run_child(SAY_ERROR, str(folder))
    assert child.stdout.split() in ([b"open"], [b"disk_full"])
    assert child.stderr == b""


def test_a_full_disk_takes_no_new_graph(small_disk: Path) -> None:
    with (small_disk / "ballast").open("wb") as file, pytest.raises(OSError):
        while True:
            file.write(b"\0" * 65_536)
            file.flush()
    child = run_child(SAY_ERROR, str(small_disk / "graph"))
    assert (child.stdout.split(), child.stderr) == ([b"disk_full"], b"")


def test_nothing_reaches_the_console_when_the_disk_fills_up(small_disk: Path) -> None:
    body = "import tests.graph.test_disks as disks\nwith open_store(sys.argv[1]) as store:\n    disks.fill(store)\n"
    child = run_child(body, str(small_disk / "graph"))
    assert (child.returncode, child.stdout, child.stderr) == (0, b"", b"")


def test_a_read_only_disk_is_said(small_disk: Path) -> None:
    folder = small_disk / "graph"
    with open_store(str(folder)) as store:
        store.write_reading(a_reading().silence("DE-BY").build())
        before = content(store)
    assert mount("-o", "remount,ro", str(small_disk))
    for path in (folder, small_disk / "new"):
        child = run_child(SAY_ERROR, str(path))
        assert (child.stdout.split(), child.stderr) == ([b"graph_not_writable"], b"")
    assert mount("-o", "remount,rw", str(small_disk))
    with open_store(str(folder)) as store:
        assert content(store) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root, to become somebody else")
def test_a_folder_of_somebody_else_is_said() -> None:
    place = Path(tempfile.mkdtemp())
    try:
        place.chmod(0o755)
        open_store(str(place / "graph")).close()
        for path in (place / "graph", place / "new"):
            child = run_child("import arcadedb\nos.setegid(65534)\nos.seteuid(65534)\n" + SAY_ERROR, str(path))
            assert (child.stdout.split(), child.stderr) == ([b"graph_not_writable"], b"")
    finally:
        shutil.rmtree(place)
