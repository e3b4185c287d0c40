"""Rules that hold for every Cypher text: absences stay apart from participations, and no text is glued together."""

import ast
import re
from itertools import chain
from pathlib import Path

import pytest

from graph.catalog import load_catalog
from graph.kinds import ActorKind, Strength
from graph.store import Store
from queries.saved import is_name, saved_question, saved_questions
from tests.factory import a_reading

ROOT = Path(__file__).parent.parent
TEXTS = {
    f"{package}/{folder}/{name}": re.sub(r"//.*", "", text)
    for package, folder in (("graph", "cypher"), ("queries", "cypher"), ("queries", "saved"))
    for name, text in load_catalog(package, folder).items()
}
PAGES = sorted((ROOT / "docs").glob("*.md"))
EVERY_SORT = {"graph/cypher/foreign", "queries/saved/around"}
"""These two ask for every type: whether a database is free, and for a picture in which each line bears its type."""
RUNNERS = {"run", "run_rows", "read", "stream", "define", "asked", "ask", "change", "_run"}


@pytest.mark.parametrize("name", TEXTS)
def test_every_relationship_of_a_pattern_names_its_type(name: str) -> None:
    """Else a pattern for participations could return an absence."""
    brackets = re.findall(r"-\[([^\]]*)\]-", TEXTS[name])
    assert [inner for inner in brackets if ":" not in inner] == []
    assert "-->" not in TEXTS[name] and "<--" not in TEXTS[name] and ")--(" not in TEXTS[name]


@pytest.mark.parametrize("name", sorted(TEXTS.keys() - EVERY_SORT))
def test_no_pattern_takes_an_absence_for_a_participation(name: str) -> None:
    assert not re.search(r"\[[^\]]*(ABSENT\b[^\]]*\||\|[^\]]*ABSENT)", TEXTS[name])


def only_in_braces(text: str) -> set[str]:
    """The variables of relationships that are used nowhere but in the braces of another pattern."""
    code = re.sub(r"(EXISTS|COUNT) \{[^{}]*(\{[^{}]*\}[^{}]*)*\}", lambda found: found[0].replace("{", "("), text)
    elsewhere = re.sub(r"\{[^{}]*\}", "", code)
    return {
        name
        for name in re.findall(r"\[(\w+):", code)
        if re.search(rf"\{{[^{{}}]*\b{name}\.", code) and len(re.findall(rf"\b{name}\b", elsewhere)) < 2
    }


def test_no_relationship_is_used_in_braces_only() -> None:
    """The embedded engine would take it for unused: docs/stores.md."""
    pages = [re.findall(r"```cypher\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL) for page in PAGES]
    assert {text: found for text in (*TEXTS.values(), *chain(*pages)) if (found := only_in_braces(text))} == {}
    assert only_in_braces("MATCH (x)-[r:R]->(y) MATCH (s:S {k: r.id}) RETURN s.k") == {"r"}
    assert only_in_braces("MATCH (x)-[r:R]->(y) MATCH (s:S {k: r.id}) RETURN r.id") == set()


def test_a_pattern_for_participations_never_returns_an_absence(store: Store) -> None:
    store.write_reading(
        a_reading()
        .initiative("Allianz")
        .actor("IG Metall", ActorKind.UNION)
        .actor("ver.di", ActorKind.UNION)
        .actor("NGG", ActorKind.UNION)
        .participates("IG Metall", "Allianz")
        .absent("Allianz", "ver.di")
        .absent("Allianz", "NGG", Strength.INFORMAL)
        .build()
    )
    for pattern in (
        "(u:Union)-[:PARTICIPATES]->(:Initiative)",
        "(u:Union)-->(:Initiative)",
        "(u:Actor)-[]->(:Initiative)",
    ):
        assert store.read(f"MATCH {pattern} RETURN u.name AS name") == [{"name": "IG Metall"}]
    away = store.read("MATCH (:Initiative)-[a:ABSENT]->(u:Union) RETURN u.name AS name, a.strength AS s ORDER BY name")
    assert away == [{"name": "NGG", "s": "informal"}, {"name": "ver.di", "s": "absent"}]


def test_of_equally_short_ways_it_is_always_the_same_one(store: Store) -> None:
    rounds = ("Runde D", "Runde A", "Runde C", "Runde B")
    reading = a_reading().actor("IG Metall", ActorKind.UNION).actor("IHK Köln", ActorKind.CHAMBER)
    for name in rounds:
        reading.initiative(name)
    for who, order in (("IG Metall", rounds), ("IHK Köln", rounds[::-1])):
        for name in order:
            reading.participates(who, name)
    store.write_reading(reading.build())
    first = min(rounds, key=reading.key)
    assert first != rounds[0]
    assert store.read(saved_question("way").text, one="IG Metall", other="IHK Köln") == [
        {"stationen": ["IG Metall", first, "IHK Köln"], "schritte": 2}
    ]


def test_every_saved_question_says_what_it_is_for() -> None:
    assert len(saved_questions()) >= 12
    names = [name for one in saved_questions() for name in one.names.values()]
    assert len(set(names)) == 2 * len(saved_questions()) and all(map(is_name, names))
    for one in saved_questions():
        lines = one.text.splitlines()
        assert lines[0].startswith("// ") and lines[0].endswith("?")
        assert lines[1].startswith("// Zweck: ") and lines[1].endswith(".")
        assert lines[2].startswith("// English: ") and lines[2].endswith("?")
        assert re.fullmatch(r"// Name: [a-z_]+", lines[3])
        assert set(re.findall(r"\$(\w+)", re.sub(r"//.*", "", one.text))) == set(one.parameters)
        assert "\nORDER BY " in one.text


def glued(tree: ast.Module) -> list[int]:
    """The lines of calls that run a text which is put together at the place: an f-string, a sum, `format`, `join`."""
    lines = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in RUNNERS):
            continue
        for argument in node.args[:1]:
            if any(isinstance(part, ast.JoinedStr | ast.BinOp | ast.Mod) for part in ast.walk(argument)):
                lines.append(node.lineno)
    return lines


@pytest.mark.parametrize("room", ["graph", "queries", "viz"])
def test_no_text_is_glued_together_where_it_is_run(room: str) -> None:
    files = sorted((ROOT / room).rglob("*.py"))
    assert {str(path): found for path in files if (found := glued(ast.parse(path.read_text(encoding="utf-8"))))} == {}


def test_the_search_for_glued_texts_finds_them() -> None:
    source = "store.read(f'MATCH (n:{x})')\nself.run('MATCH ' + x)\nstore.read(question('actors'), ids=[f'{x}'])"
    assert glued(ast.parse(source)) == [1, 2]


def test_cypher_stands_in_files_only() -> None:
    """Beside the question whether a server answers and what several texts are joined with.

    shelf.py speaks SQL, and what exports/cypher.py writes is a script for others to run.
    """
    words = re.compile(r"^\s*(OPTIONAL )?(MATCH|MERGE|CREATE|UNWIND|RETURN|DELETE|DETACH|CALL|SHOW)\b")
    others = {ROOT / "graph" / "shelf.py", *(ROOT / "viz" / "exports").glob("cypher*.py")}
    found = []
    for room in ("graph", "loaders", "queries", "viz"):
        for path in sorted({*(ROOT / room).rglob("*.py")} - others):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and words.search(node.value):
                    found.append(f"{path.name}: {node.value}")
    assert sorted(found) == [
        "bolt.py: RETURN 1 AS answer",
        "messages.py: \nRETURN ",
        "messages.py: CALL () {\n",
        "messages.py: RETURN ",
        "messages.py: RETURN true AS done",
    ]
