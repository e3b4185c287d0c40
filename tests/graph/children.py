"""Processes of their own, for what happens at a process's end or on its console."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

SAY_ERROR = """
from graph.errors import StoreError
try:
    open_store(sys.argv[1]).close()
    print("open")
except StoreError as error:
    print(error.code, error.details.get("pid", ""))
"""
"""Open a folder and print what came of it."""

_HEAD = """
import os, pathlib, sys
sys.path.insert(0, {root!r})
from graph.store import open_store
"""


def run_child(body: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a few lines, with `open_store` at hand, and catch what reaches the console."""
    return subprocess.run(
        command(body, *arguments), capture_output=True, timeout=120, check=False, env={**os.environ, **environment}
    )


def command(body: str, *arguments: str) -> list[str]:
    """The command that runs these lines."""
    return [sys.executable, "-c", _HEAD.format(root=str(ROOT)) + body, *arguments]
