"""Every Cypher text of the program, of its documentation and of those that come along passes Neo4j's own checker."""

import re
from pathlib import Path

import pytest

from graph.catalog import load_catalog, split_statements, with_labels
from graph.kinds import ActorKind
from tests.cypher_lint.checker import complaints

ROOT = Path(__file__).parents[2]
PLACEHOLDERS = {
    "NodeLabel": "Actor",
    "SourceLabel": "Actor",
    "TargetLabel": "Initiative",
    "KindLabel": "Union",
    "LINK_TYPE": "PARTICIPATES",
}
NODES, LINKS = (names.split("|") for names in re.findall(r"\(?:?\w:([\w|]+)[)\]]", load_catalog("graph")["foreign"]))
LABELS = [*NODES, *(kind.label for kind in ActorKind), "Atlas"]


def texts() -> dict[str, str]:
    """All of them, placeholders filled in."""
    found: dict[str, str] = {}
    for package, folder in (("graph", "cypher"), ("queries", "cypher"), ("queries", "saved")):
        for name, text in load_catalog(package, folder).items():
            for number, statement in enumerate(split_statements(text)):
                used = {place: label for place, label in PLACEHOLDERS.items() if place in statement}
                found[f"{package}/{folder}/{name}.cypher {number}"] = with_labels(statement, **used)
    for page in sorted((ROOT / "docs").glob("*.md")):
        blocks = re.findall(r"```cypher\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
        found |= {f"{page.name} {number}": block for number, block in enumerate(blocks)}
    return found


@pytest.mark.timeout(600)
def test_every_text_passes_the_checker_of_neo4j() -> None:
    found = texts()
    assert len(found) > 100
    assert complaints(found, labels=LABELS, types=LINKS) == {}


WRONG = {
    "MATC (n) RETURN n": "Expected",
    "MATCH (n:Actor) RETURN m": "Variable `m` not defined",
    "MATCH (n:Akteur) RETURN n": "Label Akteur is not present",
    "MATCH (n:Actor)-[:PARTICIPATE]->() RETURN n": "Relationship type PARTICIPATE is not present",
    "MATCH (n:Actor) RETURN id(n)": "deprecated function",
}


@pytest.mark.timeout(600)
def test_the_checker_sees_what_is_wrong() -> None:
    said = complaints({text: text for text in WRONG}, labels=LABELS, types=LINKS)
    for text, complaint in WRONG.items():
        assert any(complaint in one for one in said[text])
