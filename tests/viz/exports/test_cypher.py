"""The Cypher script runs in a real Neo4j, again and again, and makes the graph that was exported."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import neo4j
import pytest

from graph.catalog import split_statements
from graph.kinds import ActorKind
from queries.answers import Picture
from tests.conftest import StorePlace, driver_of
from tests.cypher_lint.checker import complaints
from tests.cypher_lint.test_lint import LABELS, LINKS
from tests.viz.exports.files import EXOTIC, UNFIT, write
from tests.viz.pictures import PAYLOADS, empty_picture, hostile_picture, named_picture, single_picture, small_picture
from viz.exports.formats import Format


@pytest.fixture
def driver(server: StorePlace) -> Iterator[neo4j.Driver]:
    """An empty Neo4j."""
    with driver_of(server) as opened:
        yield opened


def statements(picture: Picture, folder: Path) -> tuple[str, ...]:
    path, _left_out = write(picture, Format.CYPHER, folder)
    return split_statements(path.read_text(encoding="utf-8"))


def run(driver: neo4j.Driver, picture: Picture, folder: Path) -> None:
    for statement in statements(picture, folder):
        driver.execute_query(statement)


def counts(driver: neo4j.Driver) -> Mapping[str, int]:
    """Nodes by their label and relationships by their type, without the tests' mark."""
    text = """
    MATCH (n) WHERE NOT n:BuendnisatlasTests UNWIND labels(n) AS name RETURN name, count(*) AS count
    UNION MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS count
    """
    return {row["name"]: row["count"] for row in driver.execute_query(text).records}


def test_the_script_makes_the_graph_and_may_run_again(driver: neo4j.Driver, tmp_path: Path) -> None:
    wanted = {
        **{"Actor": 4, "Chamber": 1, "Union": 2, "Ministry": 1, "Group": 2, "Initiative": 3},
        **{"PARTICIPATES": 6, "ABSENT": 2},
    }
    for _turn in range(2):
        run(driver, small_picture(), tmp_path)
        assert counts(driver) == wanted


def test_labels_types_and_properties_are_those_of_the_graph(driver: neo4j.Driver, tmp_path: Path) -> None:
    run(driver, small_picture(), tmp_path)
    seats = driver.execute_query(
        "MATCH (a:Chamber)-[r:PARTICIPATES]->(i:Initiative {type: 'master_plan'}) "
        "RETURN a.name AS who, a.chamber_type AS type, r.role AS role, r.name AS word, r.newest AS newest ORDER BY role"
    ).records
    assert [tuple(row.values()) for row in seats] == [
        ("IHK Musterstadt", "ihk", "lead", "Federführung/Vorsitz", None),
        ("IHK Musterstadt", "ihk", "sponsor", "Träger", "2017-03-14"),
    ]
    absent = driver.execute_query(
        "MATCH (i:Initiative)-[r:ABSENT]->(g:Group) RETURN i.name, g.word, r.strength"
    ).records
    assert [tuple(row.values()) for row in absent] == [("Dialog Größe & Zukunft", "Gewerkschaften", "absent")]


def test_an_actor_whose_kind_has_changed_has_one_kind(driver: neo4j.Driver, tmp_path: Path) -> None:
    run(driver, named_picture(["Verein"]), tmp_path)
    driver.execute_query("MATCH (a:Actor) REMOVE a:Company SET a:Union, a.kind = 'union'")
    run(driver, named_picture(["Verein"]), tmp_path)
    [row] = driver.execute_query("MATCH (a:Actor) RETURN labels(a) AS labels, a.kind AS kind").records
    assert (set(row["labels"]), row["kind"]) == ({"Actor", ActorKind.COMPANY.label}, "company")


@pytest.mark.parametrize("names", [EXOTIC, PAYLOADS, UNFIT], ids=["exotic", "payloads", "unfit"])
def test_any_name_comes_back_as_it_was(driver: neo4j.Driver, names: tuple[str, ...], tmp_path: Path) -> None:
    run(driver, named_picture(names), tmp_path)
    rows = driver.execute_query("MATCH (a:Actor)-[r]->(i) RETURN a.name, r.quote, i.name ORDER BY a.id").records
    wanted = [name.replace("\ud83d", "�") for name in names]
    assert [tuple(row.values()) for row in rows] == [(name, name, name) for name in wanted]


def test_hostile_names_write_nothing_of_their_own(driver: neo4j.Driver, tmp_path: Path) -> None:
    run(driver, hostile_picture(), tmp_path)
    found = counts(driver)
    assert (found["Initiative"], found["PARTICIPATES"], found["ABSENT"]) == (10, 10, 10)
    assert found["Actor"] + found["Group"] == 10


@pytest.mark.parametrize(("picture", "initiatives"), [(single_picture(), 1), (empty_picture(), 0)])
def test_one_symbol_or_none_is_a_script_too(
    driver: neo4j.Driver, picture: Picture, initiatives: int, tmp_path: Path
) -> None:
    run(driver, picture, tmp_path)
    assert counts(driver) == ({"Initiative": initiatives} if initiatives else {})


def test_neo4j_s_own_checker_finds_nothing_to_complain_about(tmp_path: Path) -> None:
    texts = {str(i): text for i, text in enumerate(statements(small_picture(), tmp_path))}
    assert complaints(texts, labels=LABELS, types=LINKS) == {}


def test_absences_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    path, _left_out = write(small_picture(), Format.CYPHER, tmp_path, with_absences=False)
    assert "ABSENT" not in path.read_text(encoding="utf-8")
