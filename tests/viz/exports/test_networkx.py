"""networkx reads GEXF, GraphML and JSON back with every symbol and line, whatever the names are."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest

from graph.kinds import InitiativeType
from queries.answers import Picture
from tests.viz.exports.files import EXOTIC, UNFIT, drawn, write
from tests.viz.pictures import (
    PAYLOADS,
    empty_picture,
    hostile_picture,
    initiative,
    named_picture,
    single_picture,
    small_picture,
)
from viz.exports.formats import Format
from viz.lands import load_lands
from viz.language import speaking
from viz.map_data import gather

Net = "nx.MultiGraph[str]"
READERS: dict[Format, Callable[[Path], Net]] = {
    Format.GEXF: nx.read_gexf,
    Format.GRAPHML: nx.read_graphml,
    Format.JSON: lambda path: nx.node_link_graph(json.loads(path.read_text(encoding="utf-8"))),
}
NAMES = {Format.GEXF: "Name", Format.GRAPHML: "Name", Format.JSON: "name"}
QUOTES = {Format.GEXF: "Zitat", Format.GRAPHML: "Zitat", Format.JSON: "quote"}
each_format = pytest.mark.parametrize("form", READERS)


def named(net: Net, form: Format) -> dict[str, str]:
    return {id: said[NAMES[form]] for id, said in net.nodes(data=True)}


@each_format
@pytest.mark.parametrize(
    ("picture", "counts"),
    [(small_picture(), (9, 8)), (hostile_picture(), (20, 20)), (single_picture(), (1, 0)), (empty_picture(), (0, 0))],
    ids=["small", "hostile", "single", "empty"],
)
def test_every_symbol_and_line_is_there(
    form: Format, picture: Picture, counts: tuple[int, int], tmp_path: Path
) -> None:
    path, _left_out = write(picture, form, tmp_path)
    net = READERS[form](path)
    assert (len(net), net.number_of_edges()) == counts
    assert not net.is_directed()
    rows = (*picture.initiatives, *picture.actors)
    assert named(net, form) == {row.id: row.name for row in rows}


@each_format
def test_two_roles_of_one_pair_stay_two_lines(form: Format, tmp_path: Path) -> None:
    path, _left_out = write(small_picture(), form, tmp_path)
    beside = READERS[form](path)["actor:ihk"]["initiative:plan"]
    role = "role" if form is Format.JSON else "Rolle (Code)"
    assert sorted(said[role] for said in beside.values()) == ["lead", "sponsor"]


@each_format
def test_absences_are_lines_of_their_own_sort_and_only_when_asked_for(form: Format, tmp_path: Path) -> None:
    sort = "sort" if form is Format.JSON else "Sorte (Code)"
    for asked, sorts in ((True, {"participation", "absence"}), (False, {"participation"})):
        path, _left_out = write(small_picture(), form, tmp_path, with_absences=asked)
        net = READERS[form](path)
        assert {said[sort] for _one, _other, said in net.edges(data=True)} == sorts
        assert ("actor:unions" in net) is asked  # a group says nothing apart from its line


@each_format
@pytest.mark.parametrize("names", [EXOTIC, PAYLOADS], ids=["exotic", "payloads"])
def test_any_name_comes_back_as_it_was(form: Format, names: tuple[str, ...], tmp_path: Path) -> None:
    path, left_out = write(named_picture(names), form, tmp_path)
    net = READERS[form](path)
    assert left_out.characters == 0
    assert [named(net, form)[f"actor:{i:02}"] for i in range(len(names))] == list(names)
    quotes = {said[QUOTES[form]] for _one, _other, said in net.edges(data=True)}
    assert quotes == set(names)


@each_format
def test_what_a_format_cannot_hold_is_replaced_and_counted(form: Format, tmp_path: Path) -> None:
    path, left_out = write(named_picture(UNFIT), form, tmp_path)
    names = named(READERS[form](path), form)
    if form is Format.JSON:  # which holds every control character
        assert names["actor:00"] == UNFIT[0]
        assert names["actor:02"] == "halb � allein"
    else:
        assert [names[f"actor:{i:02}"] for i in range(4)] == ["null�eins", "Glocke� und �[31m", "halb � allein", "��"]
    # name, other name, quote and title of the actor's side, name and topic of the initiative's, title behind both ends
    assert left_out.characters % (1 if form is Format.JSON else 6) == 0
    assert left_out.characters > 0


def test_gexf_lies_as_the_map_does_with_its_sizes_and_colours(tmp_path: Path) -> None:
    picture = small_picture()
    path, _left_out = write(picture, Format.GEXF, tmp_path)
    net = nx.read_gexf(path)
    rows = (*picture.initiatives, *picture.actors)
    for row, node in zip(rows, gather(picture, load_lands()).nodes, strict=True):
        drawn_so = net.nodes[row.id]["viz"]
        assert (drawn_so["position"]["x"], -drawn_so["position"]["y"]) == (node["x"], node["y"])
        assert drawn_so["size"] == node["size"]
        assert "#{r:02X}{g:02X}{b:02X}".format(**drawn_so["color"]) == node["color"]


def test_yed_finds_names_shapes_and_positions_in_graphml(tmp_path: Path) -> None:
    picture = small_picture()
    path, _left_out = write(picture, Format.GRAPHML, tmp_path)
    said = nx.read_graphml(path).nodes["actor:ihk"]
    place = next(one.place for one in drawn(picture).symbols if one.row.id == "actor:ihk")
    assert place is not None
    assert (said["label"], said["shape_type"]) == ("IHK Musterstadt", "diamond")
    assert float(said["x"]) == pytest.approx(place.x - place.radius, abs=0.05)
    assert float(said["y"]) == pytest.approx(place.y - place.radius, abs=0.05)


@each_format
def test_two_of_one_name_are_told_apart_by_their_region(form: Format, tmp_path: Path) -> None:
    nights = (
        initiative("be", "Lange Nacht", InitiativeType.EVENT, "de-be"),
        initiative("he", "Lange Nacht", InitiativeType.EVENT, "de-he"),
        initiative("by", "Masterplan", InitiativeType.MASTER_PLAN, "de-by"),
    )
    path, _left_out = write(replace(empty_picture(), initiatives=nights), form, tmp_path)
    net = READERS[form](path)
    labels = [said["label"] for _id, said in sorted(net.nodes(data=True))]
    assert labels == ["Lange Nacht (Berlin)", "Masterplan", "Lange Nacht (Hessen)"]
    assert sorted(named(net, form).values()) == ["Lange Nacht", "Lange Nacht", "Masterplan"]


def test_titles_and_words_are_german_or_english_and_codes_stay(tmp_path: Path) -> None:
    german = nx.read_gexf(write(small_picture(), Format.GEXF, tmp_path)[0]).nodes["actor:igm"]
    english = nx.read_gexf(write(small_picture(), Format.GEXF, tmp_path, language="en")[0]).nodes["actor:igm"]
    assert (german["Art"], german["Art (Code)"]) == ("Gewerkschaft", "union")
    assert (english["Kind"], english["Kind (code)"]) == ("Union", "union")


def test_each_line_says_how_new_it_is_and_where_it_comes_from(tmp_path: Path) -> None:
    path, _left_out = write(small_picture(), Format.JSON, tmp_path)
    net = READERS[Format.JSON](path)
    [seat] = net["actor:igbce"]["initiative:plan"].values()
    assert (seat["role_name"], seat["newest"], seat["statements"]) == ("Mitglied", "2017-03-14", 1)
    assert seat["quote"] == "Im Beirat sitzen IG BCE und IG Metall."
    assert seat["sources"] == [
        {
            "title": "Übersicht der Bündnisse",
            "address": "https://beispiel.example/bündnisse",
            "date": "2017-03-14",
        }
    ]
    plan = net.nodes["initiative:plan"]
    assert (plan["kind"], plan["lands"], plan["statements"], plan["since"]) == ("master_plan", ["Hessen"], 3, "2012")
    assert [one["address"] for one in plan["sources"]] == ["https://beispiel.example/bündnisse", "rundbrief.txt"]


def test_the_files_say_what_they_are(tmp_path: Path) -> None:
    for form in (Format.GEXF, Format.GRAPHML, Format.JSON):
        with speaking("de"):
            text = write(small_picture(), form, tmp_path)[0].read_text(encoding="utf-8")
        assert "kein Anspruch auf Vollständigkeit" in text
