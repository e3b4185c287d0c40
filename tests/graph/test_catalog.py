"""The catalogue of `.cypher` files: found by name, each with its head, labels only from closed lists."""

import re

import pytest

from graph.catalog import load_catalog, split_statements, with_labels
from graph.forms import LINKS
from graph.kinds import ActorKind

CATALOG = load_catalog("graph")
LABELS = ("Actor", "Initiative", "Group", "Region", "Document", "Statement", "Unread", "Silence", "Listing", "Interest")


def test_a_text_is_found_by_its_files_name() -> None:
    assert "MERGE (atlas:Atlas" in CATALOG["lock_graph"]


@pytest.mark.parametrize("name", CATALOG)
def test_every_text_says_what_it_does_and_takes_no_values(name: str) -> None:
    text = CATALOG[name]
    assert text.startswith("// ")
    assert text.endswith("\n") and not text.endswith("\n\n")
    code = re.sub(r"//.*", "", text)
    used = set(re.findall(r"\$(\w+)", code)) - {"rows"}
    assert all(re.search(rf"\b{parameter}\b", text.partition("\n" + code.strip()[:10])[0]) for parameter in used)
    literals = set(re.findall(r"'([^']*)'", code))
    assert literals <= {"atlas", "Actor", "Initiative", "Group", "german"}


@pytest.mark.parametrize("name", CATALOG)
def test_rows_that_are_read_come_in_an_order(name: str) -> None:
    text = CATALOG[name]
    if "\nRETURN" in text and name not in ("atlas", "kept_counts", "lock_graph", "stored_decision"):
        assert "\nORDER BY" in text


@pytest.mark.parametrize("engine", ["embedded", "neo4j"])
def test_every_label_has_its_key_in_both_schemas(engine: str) -> None:
    statements = split_statements(CATALOG[f"schema_{engine}"])
    for label in LABELS:
        assert any(f"(n:{label})" in statement and "n.id" in statement for statement in statements), label
    assert not any(statement.endswith(";") for statement in statements)


def test_the_labels_of_kinds_are_those_of_the_kinds() -> None:
    [line] = [line for line in CATALOG["remove_kinds"].splitlines() if line.startswith("REMOVE")]
    assert line.removeprefix("REMOVE n:").split(":") == [kind.label for kind in ActorKind]


def test_what_counts_as_foreign_are_all_labels_and_types_of_ours() -> None:
    nodes, links = (set(names.split("|")) for names in re.findall(r"\(?:?\w:([\w|]+)[)\]]", CATALOG["foreign"]))
    assert nodes == set(re.findall(r"\(n:(\w+)\) REQUIRE", CATALOG["schema_neo4j"])) - {"Atlas"}
    written = re.findall(r"\[\w?:([A-Z_]+)\]", "\n".join(text for name, text in CATALOG.items() if name != "foreign"))
    assert links == set(written) - {"LINK_TYPE"} | {link.relation for link in LINKS.values()}


def test_only_a_line_of_its_own_ends_a_statement() -> None:
    text = "// head; here\nCREATE (n {a: ';\n'}) // ;\n;\n\n  ;\nRETURN 1;\n"
    assert split_statements(text) == ("// head; here\nCREATE (n {a: ';\n'}) // ;", "RETURN 1;")


def test_a_placeholder_takes_an_identifier_only() -> None:
    assert with_labels("MATCH (n:NodeLabel) SET n:KindLabel", NodeLabel="Actor", KindLabel="Union") == (
        "MATCH (n:Actor) SET n:Union"
    )
    for name in ("Actor) DETACH DELETE (n", "", "A B", "A`", "1"):
        with pytest.raises(ValueError, match="label"):
            with_labels("MATCH (n:NodeLabel)", NodeLabel=name)
    with pytest.raises(ValueError, match="placeholder"):
        with_labels("MATCH (n)", NodeLabel="Actor")
