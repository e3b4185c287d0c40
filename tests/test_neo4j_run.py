"""The tests' own Neo4j never outlives its run, however that ends."""

import subprocess
import sys
import time
from pathlib import Path

from graph.neo4j_server.home import Home
from graph.neo4j_server.process import find_stray
from tests.neo4j_run import RUNS, require_jars

ROOT = Path(__file__).parent.parent
_RUN = """
from tests.neo4j_run import running_server
with running_server() as (url, settings):
    input()
"""


def test_a_killed_run_leaves_no_server() -> None:
    require_jars()
    with subprocess.Popen([sys.executable, "-c", _RUN], cwd=ROOT, stdin=subprocess.PIPE) as run:
        while not (found := list(RUNS.glob(f"{run.pid}-*"))):
            assert run.poll() is None
        home = Home(found[0] / "neo4j")
        while find_stray(home) is None:
            assert run.poll() is None
        run.kill()
    while found[0].exists():  # the watcher needs a moment
        time.sleep(0.1)
    assert find_stray(home) is None
