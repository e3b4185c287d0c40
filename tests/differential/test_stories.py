"""Random graphs and random edits on both stores: every text of the program gives the same rows."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings

from graph.catalog import load_catalog, with_labels
from graph.forms import LINKS, NODE_LABELS
from graph.records import Parameter
from graph.store import Store
from queries.saved import saved_questions
from tests.differential.pair import STORIES, Pair, Step, tell

SETTINGS = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}
WRITING = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|SHOW)\b")
LABELS = [*NODE_LABELS.values(), "Statement", "Unread", "Silence", "Listing", "Interest", "Decision", "Document"]
SOME = {"name": "a", "one": "IG Metall", "other": "IHK Köln"}


def reading_texts() -> list[tuple[str, str]]:
    """Every text of graph/ and queries/ that reads, with each label and type in its place."""
    found = []
    for package in ("graph", "queries"):
        for name, text in load_catalog(package).items():
            if WRITING.search(re.sub(r"//.*", "", text)):
                continue
            if "LINK_TYPE" in text:
                found += [(name, with_labels(text, LINK_TYPE=link.relation)) for link in LINKS.values()]
            elif "NodeLabel" in text:
                labels = LABELS if name == "export_nodes" else list(NODE_LABELS.values())
                found += [(name, with_labels(text, NodeLabel=label)) for label in labels]
            else:
                found.append((name, text))
    return found


TEXTS = reading_texts()


def keys_of(store: Store) -> dict[str, list[str]]:
    """Some keys of everything, for the parameters of the texts."""
    rows = store.read("MATCH (n) WHERE n.id IS NOT NULL RETURN labels(n)[0] AS label, n.id AS id ORDER BY id")
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(str(row["label"]), []).append(str(row["id"]))
    links = store.read("MATCH ()-[r]->() WHERE r.id IS NOT NULL RETURN r.id AS id ORDER BY id")
    return found | {"links": [str(row["id"]) for row in links]}


def plain(row: object, *, gathered: bool = False) -> str:
    """A row without times of writing, with a node's properties and what a text gathers in one order."""
    if gathered and isinstance(row, dict):
        row = {key: sorted(map(json.dumps, value)) if isinstance(value, list) else value for key, value in row.items()}
    text = json.dumps(row, ensure_ascii=False, sort_keys=True)
    return re.sub(r'"(loaded_at|revision|made)": ("[^"]*"|\d+)', r'"\1": 0', text)


def ask_everything(pair: Pair) -> None:
    keys = keys_of(pair.both[0])
    every = sorted({key for part in keys.values() for key in part})
    few = every[::3]
    documents = keys.get("Document", [])
    choices: list[dict[str, Parameter]] = [{"ids": None}, {"ids": few}, {"ids": []}]
    for name, text in TEXTS:
        used = set(re.findall(r"\$(\w+)", re.sub(r"//.*", "", text)))
        further: dict[str, Parameter] = {
            "rows": [{"id": key} for key in every],
            "addresses": keys.get("Address", []),
            "documents": documents,
            "parts": [],
            "pairs": [{"one": one, "other": other} for one in every for other in few],
        }
        for document in documents[:2] or [""]:
            for choice in choices if "ids" in used and name != "texts" else choices[1:2]:
                given = further | choice | {"id": document, "document": document}
                wanted = {key: value for key, value in given.items() if key in used}
                gathered = "_gathered" in name
                pair.same(
                    lambda store, text=text, wanted=wanted, gathered=gathered: [
                        plain(row, gathered=gathered) for row in store.read(text, **wanted)
                    ]
                )
            if not used & {"id", "document"}:
                break


def ask_saved(pair: Pair) -> None:
    for one in saved_questions():
        wanted = {name: SOME[name] for name in one.parameters}

        def answer(store: Store, text: str = one.text, wanted: dict[str, str] = wanted) -> list[object]:
            with store.asked(text, wanted) as found:
                return list(found.rows)

        pair.same(answer)


def check(story: list[Step], stores: Pair) -> None:
    tell(story, stores)
    stores.check_content()
    ask_everything(stores)
    ask_saved(stores)


@settings(max_examples=4, **SETTINGS)
@given(story=STORIES)
def test_every_text_gives_the_same_rows_after_a_random_story(stores: Pair, story: list[Step]) -> None:
    check(story, stores)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@settings(max_examples=300, **SETTINGS)
@given(story=STORIES)
def test_every_text_gives_the_same_rows_after_many_random_stories(stores: Pair, story: list[Step]) -> None:
    check(story, stores)
