"""`backup` and `copy`: what comes back is what was there, and every refusal is one line."""

import re
import sys
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas


@pytest.fixture
def graph(atlas: Atlas, document: Path, tmp_path: Path) -> Path:
    """A graph with one document and one decision."""
    folder = tmp_path / "graph"
    assert atlas("--graph", folder, "load", document).code == 0
    decided = atlas(
        "--graph", folder, "correct", "initiative", "Allianz Industrie Mittelhessen", "--since", "2012", "--by", "AB"
    )
    assert decided.code == 0
    return folder


def exported(atlas: Atlas, graph: Path) -> bytes:
    target = graph.with_suffix(".jsonl")
    assert atlas("--graph", graph, "export", "-o", target).code == 0
    return target.read_bytes()


def test_a_backup_has_the_date_in_its_name_and_comes_back(
    atlas: Atlas, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = atlas("--graph", graph, "backup")
    [backup] = tmp_path.glob("*.jsonl")
    assert re.fullmatch(r"buendnisatlas-\d{4}-\d{2}-\d{2}-\d{6}\.jsonl", backup.name)
    assert (said.code, said.out) == (0, "")
    assert re.match(rf"\d+ Datensätze gesichert: {backup.name}\nZurückspielen: .* import {backup.name}\n", said.err)
    assert atlas("--graph", tmp_path / "zurück", "import", backup).code == 0
    assert exported(atlas, tmp_path / "zurück") == exported(atlas, graph) == backup.read_bytes()


def test_a_backup_that_fails_leaves_the_one_before(atlas: Atlas, graph: Path, tmp_path: Path) -> None:
    target = tmp_path / "da.jsonl"
    target.write_text("die von gestern", encoding="utf-8")
    said = atlas("--graph", tmp_path / "keiner", "backup", target)
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert target.read_text(encoding="utf-8") == "die von gestern"


def test_a_backup_replaces_a_file_only_when_told_to(atlas: Atlas, graph: Path, tmp_path: Path) -> None:
    target = tmp_path / "da.jsonl"
    target.write_text("die von gestern", encoding="utf-8")
    said = atlas("--graph", graph, "backup", target)
    assert (said.code, said.err) == (
        1,
        f"{target}: Diese Datei gibt es schon. Bitte einen anderen Namen angeben oder sie mit --force ersetzen.\n",
    )
    assert target.read_text(encoding="utf-8") == "die von gestern"
    assert atlas("--graph", graph, "backup", "--force", target).code == 0
    assert target.read_bytes() == exported(atlas, graph)


def test_a_file_for_a_graph_gets_the_command_that_is_meant(atlas: Atlas, graph: Path, tmp_path: Path) -> None:
    new, old = tmp_path / "neu.jsonl", tmp_path / "alt.jsonl"
    said = atlas("copy", graph, new)
    assert (said.code, new.exists()) == (1, False)
    assert said.err.endswith(f'Einen Graphen in einer Datei sichern: buendnisatlas backup "{new}" --graph "{graph}"\n')
    assert atlas("backup", old, "--graph", graph).code == 0
    assert f'buendnisatlas backup "{old}"' in atlas("copy", graph, old).err
    said = atlas("copy", old, tmp_path / "ziel")
    assert said.err.endswith(f'Eine Sicherung einlesen: buendnisatlas import "{old}" --graph "{tmp_path / "ziel"}"\n')
    assert not (tmp_path / "ziel").exists()


@pytest.mark.parametrize("place", ["localhost:7687", "127.0.0.1:7687", "server.example.org:7688/", "[::1]:7687"])
@pytest.mark.parametrize("words", [("gaps", "--graph"), ("load", ".", "--graph"), ("copy", "."), ("status", "--graph")])
def test_an_address_without_its_scheme_is_no_folder(
    atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    said = atlas(*words, place)
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"{place}: Einen Ordner dieses Namens gibt es nicht. Ist die Adresse eines Servers gemeint, lautet sie "
        f"vermutlich bolt://{place.rstrip('/')}; für einen neuen Ordner bitte ./ davorsetzen.\n"
    )
    assert list(tmp_path.iterdir()) in ([], [tmp_path / "home"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no colon in a folder's name")
def test_a_folder_with_such_a_name_is_one(
    atlas: Atlas, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stand:2024").mkdir()
    assert atlas("--graph", "stand:2024", "load", document).code == 0
    assert atlas("copy", "stand:2024", "./stand:2025").code == 0
    assert atlas("--graph", "stand:2025", "status").code == 0


def test_a_copy_is_compared_and_goes_on_when_called_again(atlas: Atlas, graph: Path, tmp_path: Path) -> None:
    said = atlas("copy", graph, tmp_path / "Kopie Ä")
    assert said.code == 0
    assert re.search(r"^ +Quelle +Ziel\n  Dokumente +1 +1\n", said.out)
    assert len({len(line) for line in said.out.splitlines()[:-1]}) == 1, "the figures stand below one another"
    assert re.search(r"Entscheidungen +1 +1\n", said.out)
    assert said.out.endswith("\nDie Kopie ist vollständig: Quelle und Ziel enthalten genau dasselbe.\n")
    assert exported(atlas, tmp_path / "Kopie Ä") == exported(atlas, graph)
    again = atlas("copy", graph, tmp_path / "Kopie Ä")
    assert (again.code, again.err) == (0, "1 Dokument ist schon da; die Kopie geht weiter.\n")


def test_a_target_with_something_else_is_refused(atlas: Atlas, graph: Path, tmp_path: Path) -> None:
    other = tmp_path / "fremd.txt"
    other.write_text("Für Sachsen liegen uns keine Erkenntnisse vor.", encoding="utf-8")
    atlas("--graph", tmp_path / "ziel", "load", other)
    before = exported(atlas, tmp_path / "ziel")
    said = atlas("copy", graph, tmp_path / "ziel")
    assert (said.code, said.out) == (1, "")
    assert "Das Ziel enthält etwas, das die Quelle nicht oder anders enthält (" in said.err
    assert exported(atlas, tmp_path / "ziel") == before


def test_a_source_that_is_not_there_makes_no_target(atlas: Atlas, tmp_path: Path) -> None:
    said = atlas("copy", tmp_path / "keiner", tmp_path / "ziel")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert not (tmp_path / "ziel").exists()


def interrupt(*_given: object, **_named: object) -> None:
    raise KeyboardInterrupt


def test_an_interruption_says_how_things_stand(
    atlas: Atlas, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, before = tmp_path / "sicherung.jsonl", exported(atlas, graph)
    with monkeypatch.context() as patched:
        patched.setattr("viz.commands.records.write_line", interrupt)
        said = atlas("--graph", graph, "backup", target)
        assert (said.code, said.out) == (130, "")
        assert said.err == "Unterbrochen. Es wurde keine Datei geschrieben. Der Graph ist unverändert.\n"
        assert not target.exists()
        said = atlas("--graph", graph, "export", "-o", "-")
        assert said.err == (
            "Unterbrochen. Was weitergegeben wurde, ist nicht der ganze Graph. Der Graph ist unverändert.\n"
        )
        target.write_text("die von gestern", encoding="utf-8")
        said = atlas("--graph", graph, "export", "-o", target)
        assert said.err == f"Unterbrochen. {target} ist noch die Datei von vorher. Der Graph ist unverändert.\n"
    with monkeypatch.context() as patched:
        patched.setattr("viz.commands.copying.take_inventory", interrupt)
        said = atlas("copy", graph, tmp_path / "kopie")
        assert said.err == (
            "Unterbrochen. Was kopiert ist, ist vollständig im Ziel. Noch einmal aufgerufen, geht die Kopie weiter.\n"
        )
    assert exported(atlas, graph) == before
    assert atlas("copy", graph, tmp_path / "kopie").code == 0


def test_nothing_is_copied_onto_itself(atlas: Atlas, graph: Path) -> None:
    said = atlas("copy", graph, f"{graph}/")
    assert said.code == 2
    assert "VON und NACH sind derselbe Ort." in said.err
