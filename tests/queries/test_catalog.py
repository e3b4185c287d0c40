"""The questions as texts: each says what it asks, is ordered, and is asked by somebody."""

import re
from importlib import resources

import pytest

from graph.catalog import load_catalog
from graph.messages import columns_of
from graph.records import Parameter
from queries.catalog import question

QUESTIONS = sorted(load_catalog("queries"))


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_says_what_it_asks_and_orders_its_rows(name):
    lines = question(name).splitlines()
    assert lines[0].startswith("// ")
    assert lines[0].endswith(("?", "."))
    assert any(line.startswith("// Columns: ") for line in lines)
    assert any(line.startswith("ORDER BY ") for line in lines)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_names_its_parameters(name):
    text = question(name)
    head = [line for line in text.splitlines() if line.startswith("// Parameters: ")]
    code = "".join(line for line in text.splitlines() if not line.startswith("//"))
    assert ("$" in code) is bool(head)


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name.endswith(("_around", "_between"))])
def test_a_question_that_is_asked_with_others_names_its_columns(name):
    (head,) = (line for line in question(name).splitlines() if line.startswith("// Columns: "))
    told = re.sub(r" \([^)]*\)", "", head.removeprefix("// Columns: "))
    assert list(columns_of(question(name))) == told.split(", ")


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_asked(name):
    folders = [resources.files("queries"), resources.files("queries").joinpath("arrays")]
    files = [file for folder in folders for file in folder.iterdir() if file.name.endswith(".py")]
    asked = {f'"{name}"', f'"{name.removesuffix("_around")}"', f'"{name.removesuffix("_between")}"'}
    assert any(one in file.read_text(encoding="utf-8") for file in files for one in asked)


def test_every_question_runs_on_an_empty_graph(store):
    given: dict[str, Parameter] = {"name": "nobody", "document": "document:none", "pairs": [{"one": "a", "other": "b"}]}
    for name in QUESTIONS:
        for ids in ([], ["nobody"]):
            assert store.read(question(name), **given, ids=ids, names=ids, documents=ids) == []
