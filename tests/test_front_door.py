"""The front door holds the public names, and one gets through it from a document to a map."""

import ast
from pathlib import Path

import buendnisatlas as ba
from tests.viz.pages import readable

SOURCE = Path(ba.__file__)


def test_every_public_name_is_there() -> None:
    assert [name for name in ba.__all__ if not hasattr(ba, name)] == []
    assert sorted(ba.__all__) == sorted(set(ba.__all__))


def test_every_name_that_comes_in_is_public() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    imported = {
        name.asname or name.name for node in tree.body if isinstance(node, ast.ImportFrom) for name in node.names
    }
    assert imported == set(ba.__all__)


def test_the_front_door_holds_no_logic() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    assert {type(node) for node in tree.body} == {ast.Expr, ast.ImportFrom, ast.Assign}


def test_a_document_becomes_a_matrix_and_a_map(tmp_path: Path) -> None:
    register = ba.load_register()
    with ba.open_store(str(tmp_path / "graph")) as store:
        for path in ba.sample_documents()[:2]:
            store.write_reading(ba.read(ba.read_source(path, sample=True), register))
        coverage = ba.coverage(store, register)
        assert list(ba.matrix_frame(coverage)["initiative"]) == [
            row.initiative.name for row in (*coverage.rows, *coverage.without_table)
        ]
        shown = ba.without_names(ba.picture(store, register))
    page = ba.render_map(shown, title="Atlas", wording=ba.map_wording(), stamp="2026-11-21")
    assert "Industrieplatz Hessen" in readable(page)
