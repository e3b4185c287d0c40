"""The libraries that Gephi Lite reads with, in Node: graphology's JSON, GEXF and GraphML with equal counts."""

import json
from pathlib import Path
from typing import Any, TypedDict

import pytest

import tests.graphology
from queries.answers import Picture
from tests.node_packages import answer, installed
from tests.viz.exports.files import EXOTIC, write
from tests.viz.pictures import empty_picture, hostile_picture, named_picture, single_picture, small_picture
from viz.exports.formats import Format

HERE = Path(tests.graphology.__file__).parent
PICTURES = {
    "small": (small_picture(), (9, 8)),
    "hostile": (hostile_picture(), (20, 20)),
    "single": (single_picture(), (1, 0)),
    "empty": (empty_picture(), (0, 0)),
}


class Found(TypedDict):
    """A graph as graphology has it."""

    order: int
    size: int
    multi: bool
    type: str
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]


def read(path: Path, form: Format) -> Found:
    home = installed(HERE, what="graphology")
    found: Found = json.loads(answer(HERE / "read.mjs", home, {"path": str(path), "format": form.value}))
    return found


@pytest.mark.parametrize("form", [Format.GRAPHOLOGY, Format.GEXF, Format.GRAPHML])
@pytest.mark.parametrize(("picture", "counts"), PICTURES.values(), ids=PICTURES)
def test_graphology_reads_every_symbol_and_line(
    form: Format, picture: Picture, counts: tuple[int, int], tmp_path: Path
) -> None:
    path, _left_out = write(picture, form, tmp_path)
    found = read(path, form)
    assert (found["order"], found["size"]) == counts
    if form is Format.GRAPHOLOGY:
        assert (found["multi"], found["type"]) == (True, "undirected")


def test_sigma_finds_what_it_draws_with_and_no_type(tmp_path: Path) -> None:
    path, _left_out = write(small_picture(), Format.GRAPHOLOGY, tmp_path)
    found = read(path, Format.GRAPHOLOGY)
    for node in found["nodes"]:
        assert {"label", "x", "y", "size", "color", "kind", "kind_name"} <= node["attributes"].keys()
    assert not any("type" in one["attributes"] for one in (*found["nodes"], *found["edges"]))
    seats = [edge for edge in found["edges"] if {edge["source"], edge["target"]} == {"actor:ihk", "initiative:plan"}]
    assert sorted(edge["attributes"]["role_name"] for edge in seats) == ["Federführung/Vorsitz", "Träger"]


@pytest.mark.parametrize("form", [Format.GRAPHOLOGY, Format.GEXF])
def test_any_name_comes_back_as_it_was(form: Format, tmp_path: Path) -> None:
    path, _left_out = write(named_picture(EXOTIC), form, tmp_path)
    names = {node["key"]: node["attributes"]["label"] for node in read(path, form)["nodes"]}
    assert [names[f"actor:{i:02}"] for i in range(len(EXOTIC))] == list(EXOTIC)
