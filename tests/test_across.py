"""The five source documents in one graph: what their gold says of sameness across documents holds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from graph.keys import fold
from graph.store import Store, open_store
from loaders.files import read_source
from loaders.reading import read
from queries.catalog import question
from queries.identity import Identity
from queries.named import Named, NodeSort, by_id
from queries.rows import spans
from queries.standing import read_identity
from queries.who import read_named
from seeds.names import stem
from seeds.register import load_register
from tests.loaders.scoring import SHARED

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not beside this checkout")
FOLDER = SHARED / "documents"
GOLD = json.loads((FOLDER / "gold" / "across.json").read_text(encoding="utf-8")) if SHARED.exists() else {}
REGISTER = load_register()
ONE_LINE = {"Ministerium für Finanzen und Wirtschaft Baden-Württemberg", "Wirtschaftsministerium"}
"""Left to a person by the gold, one by the register: a ministry is one line under its dated names."""


@pytest.fixture(scope="module", params=[False, True], ids=["in order", "backwards"])
def atlas(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("five") / "graph")) as store:
        for path in sorted(FOLDER.glob("00*.txt"), reverse=request.param):
            store.write_reading(read(read_source(path), REGISTER))
        yield store


@dataclass(frozen=True)
class Seen:
    """A node in one document, with all it is called there."""

    node: Named
    surfaces: frozenset[str]


@pytest.fixture(scope="module")
def nodes(atlas: Store) -> dict[str, list[Seen]]:
    """The nodes that each document names, by the document's name."""
    known = by_id(read_named(atlas, REGISTER, {}))
    found: dict[str, list[Seen]] = {}
    for record in atlas.documents():
        text = atlas.text(record.id)
        found[Path(record.address).stem] = [
            Seen(known[row["node"]], frozenset(_plain(text[start:end]) for start, end in spans(row, "spans")))
            for row in atlas.read(question("document_namings"), document=record.id)
            if row["node"] in known
        ]
    return found


def _plain(surface: str) -> str:
    """A name without quotation marks and inflection: "des Senats" and "Senat" are one surface."""
    return " ".join(map(stem, fold(surface).split()))


@pytest.fixture(scope="module")
def identity(atlas: Store) -> Identity:
    return read_identity(atlas, REGISTER)


def node_of(item: dict[str, str], nodes: dict[str, list[Seen]]) -> str:
    """The node that an item of the gold means; every one of them is read."""
    sort, name = next((NodeSort(key), item[key]) for key in ("initiative", "actor") if key in item)
    here = [seen for seen in nodes[item["doc"]] if seen.node.sort is sort]
    gold = _gold(item["doc"], sort).get(name, {})
    called = _called({name}, here) or _called({*gold.get("indirect_surfaces", ())}, here)
    place = item.get("region") or gold.get("region")
    if len(called) > 1 and place:
        called = [seen for seen in called if _lies_in(seen.node, place)] or called
    assert len(called) == 1, (item, [seen.node.name for seen in called])
    return called[0].node.id


def _called(names: set[str], here: list[Seen]) -> list[Seen]:
    """Those that are called so; else those that have the name with their abbreviation behind it."""
    wanted = {*map(_plain, names)}
    told = {seen.node.id: seen.surfaces | {*map(_plain, seen.node.names)} for seen in here}
    exact = [seen for seen in here if wanted & told[seen.node.id]]
    return exact or [
        seen for seen in here if any(one.startswith(f"{name} ") for name in wanted for one in seen.surfaces)
    ]


@cache
def _gold(document: str, sort: NodeSort) -> dict[str, dict]:
    """What the document's own gold says of its actors or initiatives, by name."""
    gold = json.loads((FOLDER / "gold" / f"{document}.json").read_text(encoding="utf-8"))
    return {row["name"]: row for row in gold[f"{sort}s"]}


def _lies_in(node: Named, place: str) -> bool:
    region = REGISTER.find_region(place)
    return region is not None and any(REGISTER.is_within(one, region.id) for one in node.regions)


def pairs(part: str, nodes: dict[str, list[Seen]]) -> Iterator[tuple[str, str, str]]:
    """The pairs of one part of the gold, each with its reason."""
    for entry in GOLD[part]:
        found = [node_of(item, nodes) for item in entry["items"]]
        for one, other in combinations(found, 2):
            yield one, other, entry["why"]


@pytest.mark.parametrize("part", ["same", "actors_same"])
def test_what_is_one_is_one(part: str, identity: Identity, nodes: dict[str, list[Seen]]) -> None:
    checked = list(pairs(part, nodes))
    assert checked
    assert [why for one, other, why in checked if identity.of(one) != identity.of(other)] == []


@pytest.mark.parametrize("part", ["never", "actors_never"])
def test_what_must_never_be_one_is_not(part: str, identity: Identity, nodes: dict[str, list[Seen]]) -> None:
    checked = list(pairs(part, nodes))
    assert len(checked) > 30
    assert [why for one, other, why in checked if identity.of(one) == identity.of(other)] == []


def test_phases_are_linked_the_earlier_first(identity: Identity, nodes: dict[str, list[Seen]]) -> None:
    linked = {(pair.one, pair.other) for pair in identity.phases}
    wanted = [(identity.of(one), identity.of(other)) for one, other, _ in pairs("phases", nodes)]
    assert wanted
    assert linked == set(wanted)


@pytest.mark.parametrize("part", ["review", "actors_review"])
def test_what_a_careful_person_leaves_open_is_in_the_review_list(
    part: str, identity: Identity, nodes: dict[str, list[Seen]]
) -> None:
    offered = {frozenset((pair.one, pair.other)) for pair in identity.possible}
    for entry in GOLD[part]:
        names = {item.get("actor") for item in entry["items"]}
        found = [node_of(item, nodes) for item in entry["items"]]
        if names == ONE_LINE:
            assert len(set(found)) == 1
        else:
            assert frozenset(map(identity.of, found)) in offered, entry["why"]


def test_the_review_list_is_short(identity: Identity) -> None:
    assert len(identity.possible) <= 12
