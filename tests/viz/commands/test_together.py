"""Two terminals, one graph: commands work while another one has the graph open, and when that one ends."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.graph.children import Peer
from tests.viz.commands.conftest import Atlas, about, words


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document to load."""
    path = tmp_path / "a.txt"
    path.write_text(about("Ort"), encoding="utf-8")
    return path


@pytest.mark.parametrize("end", [Peer.close, Peer.kill])
def test_commands_work_beside_another_program_and_after_it(
    atlas: Atlas, home: Path, document: Path, end: Callable[[Peer], None]
) -> None:
    with Peer(home / "data" / "graph") as other:
        other.do("write vorher")
        assert atlas("load", document).code == 0
        assert document.name in str(other.do("documents"))
        beside = [atlas(*words) for words in (("gaps", "--json"), ("status",), ("export", "-o", "-"))]
        assert [said.code for said in beside] == [0, 0, 0]
        assert "".join(said.err for said in beside[:2]) == ""
        end(other)
    after = [atlas(*words) for words in (("gaps", "--json"), ("status",), ("export", "-o", "-"))]
    assert [said.code for said in after] == [0, 0, 0]
    assert (after[0], after[2]) == (beside[0], beside[2])


def test_what_cannot_be_joined_is_one_line(atlas: Atlas, home: Path, document: Path) -> None:
    with Peer(home / "data" / "graph"):
        announced = home / "data" / "graph" / "holder.json"
        announced.write_text(announced.read_text(encoding="utf-8").replace('"version": "', '"version": "9'))
        said = atlas("load", document)
    assert said.code == 1
    assert "Eine andere Version von Bündnisatlas hat diesen Graphen gerade geöffnet." in words(said.err)
