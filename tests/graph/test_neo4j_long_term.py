"""The long-term line of Neo4j, 5.26, keeps the store contract too: `pytest -m slow`. Its jars are fetched once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.neo4j_server.home import Home
from graph.neo4j_server.process import find_running
from graph.neo4j_server.release import packaged_release, read_release
from graph.neo4j_server.service import settings_for, start, stop
from graph.store import open_store
from tests.factory import a_reading
from tests.graph.children import ROOT
from tests.neo4j_run import PLACES, SMALL, clear, fetch, running_server

LONG_TERM = read_release((Path(__file__).parent / "neo4j-5.26.lock.toml").read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_the_contract_holds_on_the_long_term_line() -> None:
    fetch(LONG_TERM)
    with running_server(LONG_TERM) as (url, settings):
        outcome = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "tests/graph/test_store_contract.py", "tests/graph/test_server.py"],
            cwd=ROOT,
            env={**os.environ, "BUENDNISATLAS_TEST_NEO4J": url, "NEO4J_PASSWORD": settings.password},
            capture_output=True,
            text=True,
            check=False,
        )
    assert outcome.returncode == 0, outcome.stdout
    assert "skipped" not in outcome.stdout


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_data_of_the_long_term_line_is_taken_over_when_asked(tmp_path: Path) -> None:
    fetch(LONG_TERM)
    folder = tmp_path / "neo4j"
    try:
        old, _before = start(folder, PLACES.jars, LONG_TERM, port=0, memory=SMALL)
        with open_store(old.url, settings=settings_for(old.url, (folder,))) as store:
            store.write_reading(a_reading("a.txt").silence("DE-BY").build())
        assert stop(folder) == old
        new, _before = start(folder, PLACES.jars, packaged_release(), port=0, memory=SMALL, upgrade=True)
        with open_store(new.url, settings=settings_for(new.url, (folder,))) as store:
            assert [document.address for document in store.documents()] == ["a.txt"]
        assert Home(folder).version() == packaged_release().version
        assert find_running(Home(folder)) == new
    finally:
        clear(tmp_path)
