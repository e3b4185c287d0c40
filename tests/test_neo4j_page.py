"""docs/neo4j.md is true: its questions run on every store, and its labels and types are the graph's."""

import re
from pathlib import Path

from graph.catalog import load_catalog
from graph.kinds import ActorKind
from graph.store import Row, Store
from loaders.files import read_source
from loaders.reading import read
from seeds.documents import sample_documents
from seeds.register import load_register

PAGE = (Path(__file__).parent.parent / "docs" / "neo4j.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"```cypher\n(.*?)```", PAGE.partition("## Three questions")[2], re.DOTALL)
LAYOUT = PAGE.partition("## How the graph looks")[2].partition("## Neo4j Browser and Bloom")[0]


def answers_of(store: Store) -> list[list[Row]]:
    """What the page's questions answer on the sample documents."""
    register = load_register()
    for path in sample_documents():
        store.write_reading(read(read_source(path, address=path.name, sample=True), register))
    return [store.read(question) for question in QUESTIONS]


def test_the_questions_answer_what_the_page_says(store: Store) -> None:
    present, absent, chambers_only = answers_of(store)
    tables = {(str(row["initiative"]), str(row["union"])) for row in present}
    assert ("Industriedialog Baden-Württemberg", "IG Metall Baden-Württemberg") in tables
    assert {(str(row["initiative"]), str(row["strength"])) for row in absent} == {
        ("Industrieplatz Hessen", "absent"),
        ("In|du|strie – Gemeinsam. Zukunft. Leben.", "informal"),
    }
    assert not {str(row["initiative"]) for row in absent} & {initiative for initiative, _union in tables}
    named = {str(row["initiative"]) for row in chambers_only}
    assert named == {"Hamburger Dialogplattform Industrie 4.0", "Industrie – Zukunft in Lippe"}


def test_every_label_and_type_of_the_graph_is_on_the_page() -> None:
    nodes, links = re.findall(r"\(?:?\w:([\w|]+)[)\]]", load_catalog("graph")["foreign"])
    labels = set(re.findall(r":([A-Z]\w*[a-z])", LAYOUT))
    assert labels == set(nodes.split("|")) | {kind.label for kind in ActorKind} | {"Atlas"}
    assert set(re.findall(r"\[:([A-Z_]+)", LAYOUT)) == set(links.split("|"))
