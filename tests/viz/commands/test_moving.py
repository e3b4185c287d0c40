"""`backup` and `copy`: what comes back is what was there, and every refusal is one line."""

import re
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


def test_a_copy_is_compared_and_goes_on_when_called_again(atlas: Atlas, graph: Path, tmp_path: Path) -> None:
    said = atlas("copy", graph, tmp_path / "Kopie Ä")
    assert said.code == 0
    assert re.search(r"^ +Quelle +Ziel\n  Dokumente +1 +1\n", said.out)
    assert len({len(line) for line in said.out.splitlines()[:-1]}) == 1, "the figures stand below one another"
    assert re.search(r"Entscheidungen +1 +1\n", said.out)
    assert re.search(r"Beide Exporte sind Byte für Byte gleich: sha256 [0-9a-f]{64}\n", said.out)
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


def test_nothing_is_copied_onto_itself(atlas: Atlas, graph: Path) -> None:
    said = atlas("copy", graph, f"{graph}/")
    assert said.code == 2
    assert "VON und NACH sind derselbe Ort." in said.err
