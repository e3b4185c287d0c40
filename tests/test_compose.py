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


def has_compose() -> bool:
    """Whether Docker with Compose is there."""
    docker = shutil.which("docker")
    return (
        docker is not None
        and subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode == 0
    )


@pytest.mark.skipif(not has_compose(), reason="needs Docker with Compose")
@pytest.mark.parametrize(("password", "fine"), [("streng-geheim", True), ("", False)])
def test_docker_understands_it(password: str, fine: bool) -> None:
    outcome = subprocess.run(
        ["docker", "compose", "--file", str(ROOT / "compose.yaml"), "config", "--quiet"],
        env={**os.environ, "NEO4J_PASSWORD": password},
        capture_output=True,
        check=False,
    )
    assert (outcome.returncode == 0) is fine
