"""The style file for Neo4j Browser has the colours of the map; `python -m tests.viz.test_grass` renews it."""

import re
from pathlib import Path

from graph.catalog import load_catalog
from graph.kinds import ActorKind
from viz.grass import grass
from viz.palette import load_palette

FILE = Path(__file__).parents[2] / "docs" / "neo4j" / "buendnisatlas.grass"


def test_the_file_is_the_palette_s() -> None:
    assert FILE.read_text(encoding="utf-8") == grass()


UNSEEN = {"Address", "TextPart", "Removal", "RemovedPart", "Likeness"}
"""What the program keeps for itself."""


def test_every_label_a_person_sees_has_a_style() -> None:
    nodes, links = (
        set(names.split("|")) for names in re.findall(r"\(?:?\w:([\w|]+)[)\]]", load_catalog("graph")["foreign"])
    )
    styled = set(re.findall(r"^node\.(\w+) ", grass(), re.MULTILINE))
    assert styled == (nodes - UNSEEN) | {kind.label for kind in ActorKind}
    drawn = set(re.findall(r"^relationship\.(\w+) ", grass(), re.MULTILINE))
    assert drawn < links
    assert {"PARTICIPATES", "ABSENT"} <= drawn


def test_colours_are_those_of_the_map_and_an_absence_has_its_own() -> None:
    union = load_palette().look(ActorKind.UNION)
    assert f"node.Union {{\n  color: {union.colour};\n  border-color: {union.border};" in grass()
    lines = dict(re.findall(r"relationship\.(\w+) \{\n  color: (#\w+);", grass()))
    assert lines["PARTICIPATES"] != lines["ABSENT"]


if __name__ == "__main__":
    FILE.write_text(grass(), encoding="utf-8", newline="\n")
