"""compose.yaml: the same Neo4j as `neo4j start` runs, on the loopback only, never without a password of the user's."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from graph.neo4j_server.release import packaged_release

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "compose.yaml").read_text(encoding="utf-8")


def test_it_is_the_pinned_release() -> None:
    assert f"image: neo4j:{packaged_release().version}\n" in TEXT


def test_every_port_is_on_the_loopback() -> None:
    ports = re.findall(r'- "([\d.:]+)"', TEXT)
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_no_password_stands_in_it() -> None:
    assert re.findall(r"NEO4J_AUTH: (.*)", TEXT) == [
        '"neo4j/${NEO4J_PASSWORD:?Set NEO4J_PASSWORD, at least 8 characters}"'
    ]


def compose() -> list[str] | None:
    """Docker's Compose, new or old, where it is there."""
    for words in (["docker", "compose"], ["docker-compose"]):
        found = shutil.which(words[0])
        if found and subprocess.run([*words, "version"], capture_output=True, check=False).returncode == 0:
            return words
    return None


@pytest.mark.skipif(compose() is None, reason="needs Docker with Compose")
@pytest.mark.parametrize(("password", "fine"), [("streng-geheim", True), ("", False)])
def test_docker_understands_it(password: str, fine: bool) -> None:
    outcome = subprocess.run(
        [*(compose() or ()), "--file", str(ROOT / "compose.yaml"), "config", "--quiet"],
        env={**os.environ, "NEO4J_PASSWORD": password},
        capture_output=True,
        check=False,
    )
    assert (outcome.returncode == 0) is fine
