"""`map` keeps with the graph where everything stood, and takes a file in which symbols were dragged elsewhere."""

import json
import re
from pathlib import Path

import pytest

from tests.viz.commands.conftest import Atlas
from viz.packing import unpack


@pytest.fixture
def loaded(atlas: Atlas, document: Path) -> Atlas:
    assert atlas("load", document).code == 0
    return atlas


def nodes_of(path: Path) -> dict[str, tuple[float, float]]:
    """The points of the net by name, as the page has them."""
    found = re.search(r'id="data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    held = unpack(found[1])
    assert isinstance(held, dict) and isinstance(held["nodes"], list)
    return {node["name"]: (node["x"], node["y"]) for node in held["nodes"]}


def test_the_graph_keeps_what_a_file_moved_until_a_fresh_layout_is_asked_for(
    loaded: Atlas, home: Path, tmp_path: Path
) -> None:
    target = tmp_path / "karte.html"
    loaded("map", "-o", target)
    before = nodes_of(target)
    kept = home / "data" / "graph" / "positions.json"
    saved = json.loads(kept.read_text(encoding="utf-8"))
    key, (x, y) = next(iter(saved["net"].items()))
    saved["net"] = {key: [x + 400, y]}
    moved = tmp_path / "positionen.json"
    moved.write_text(json.dumps(saved), encoding="utf-8")
    assert loaded("map", "-o", target, "--positions", moved).code == 0
    after = nodes_of(target)
    assert [name for name in before if after[name] != before[name]] == [
        name for name, point in after.items() if point == (x + 400, y)
    ]
    loaded("map", "-o", target)
    assert nodes_of(target) == after
    loaded("map", "-o", target, "--fresh-layout")
    assert nodes_of(target) == before


@pytest.mark.parametrize(
    ("content", "line"),
    [("{}", "Das ist keine Datei mit Positionen."), ("", "Das ist keine Datei mit Positionen.")],
    ids=["other", "empty"],
)
def test_another_file_is_refused_in_one_line(loaded: Atlas, tmp_path: Path, content: str, line: str) -> None:
    wrong = tmp_path / "falsch.json"
    wrong.write_text(content, encoding="utf-8")
    said = loaded("map", "-o", tmp_path / "karte.html", "--positions", wrong)
    assert (said.code, said.out) == (1, "")
    assert "falsch.json" in said.err and line in " ".join(said.err.split())
    assert not (tmp_path / "karte.html").exists()


def test_a_file_that_is_not_there_is_named(loaded: Atlas, tmp_path: Path) -> None:
    said = loaded("map", "-o", tmp_path / "karte.html", "--positions", tmp_path / "nichts.json")
    assert said.code == 1
    assert "nichts.json" in said.err


def test_positions_that_cannot_be_read_beside_the_graph_are_made_anew(loaded: Atlas, home: Path) -> None:
    kept = home / "data" / "graph" / "positions.json"
    loaded("map")
    before = kept.read_text(encoding="utf-8")
    kept.write_text("kaputt", encoding="utf-8")
    assert loaded("map").code == 0
    assert kept.read_text(encoding="utf-8") == before
