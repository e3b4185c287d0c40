"""A folder written anew holds the same graph and no byte of what was deleted; an interruption loses nothing."""

from pathlib import Path

import pytest

from graph import embedded, rewriting
from graph.errors import StoreError
from graph.kinds import ActorKind
from graph.records import Row
from graph.rewriting import rewrite_folder
from graph.store import open_store
from tests.factory import a_reading
from tests.graph.snapshots import full_reading

SECRET = "Zwiebelfischchen"


def traces(folder: Path, word: str = SECRET) -> list[str]:
    """The files below a folder whose bytes hold the word, folded too: the engine's indexes forget no key."""
    found = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path.name for path in found if word.lower().encode() in path.read_bytes().lower()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph of three documents, one of them full of a secret."""
    place = tmp_path / "graph"
    with open_store(str(place)) as store:
        store.write_reading(full_reading().build())
        store.write_reading(a_reading("geheim.txt").actor(f"Verein {SECRET}", ActorKind.OTHER).build())
        store.write_reading(a_reading("kurz.txt").sentence("Das dritte Dokument.").silence("DE-BY").build())
    return place


def delete_secret(folder: Path) -> list[Row]:
    """Delete the secret document; what is left. A further removed one is kept."""
    with open_store(str(folder)) as store:
        for document in store.documents():
            if document.address == "kurz.txt":
                store.remove_and_keep(document.id, batch="b")
            elif document.address == "geheim.txt":
                store.remove_document(document.id)
        return list(store.export_records())


def test_nothing_deleted_is_left_in_the_files(folder: Path) -> None:
    before = delete_secret(folder)
    assert traces(folder)
    rewrite_folder(folder)
    assert traces(folder) == []
    with open_store(str(folder)) as store:
        assert list(store.export_records()) == before
        store.bring_back(store.removals()[0])
        assert [document.address for document in store.documents()] == ["full.txt", "kurz.txt"]
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == ["engine"]


@pytest.mark.parametrize("rename", [1, 2, 3])
def test_an_interruption_leaves_a_graph_that_opens(folder: Path, monkeypatch: pytest.MonkeyPatch, rename: int) -> None:
    before, usual, left = delete_secret(folder), Path.rename, [rename]

    def interrupted(path: Path, target: Path) -> Path:
        if path.name.startswith("engine"):
            left[0] -= 1
            if not left[0]:
                raise KeyboardInterrupt
        return usual(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        rewrite_folder(folder)
    monkeypatch.undo()
    with open_store(str(folder)) as store:
        assert list(store.export_records()) == before
    assert bool(traces(folder)) == (rename == 1)
    rewrite_folder(folder)
    assert traces(folder) == []
    with open_store(str(folder)) as store:
        assert list(store.export_records()) == before


def test_a_copy_that_differs_never_takes_the_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rewriting, "copy_graph", lambda *_, **__: None)
    with pytest.raises(StoreError) as caught:
        rewrite_folder(folder)
    assert caught.value.code == "copy_differs"
    with open_store(str(folder)) as store:
        assert len(store.documents()) == 3


def test_a_folder_that_is_in_use_is_not_rewritten(folder: Path) -> None:
    with open_store(str(folder)):
        with pytest.raises(StoreError) as caught:
            rewrite_folder(folder)
        assert caught.value.code == "graph_held"
    assert embedded.REWRITE not in {path.name for path in folder.iterdir()}
