"""The versions of the program and of the parts that answers depend on."""

import platform
import sys
from importlib import metadata
from pathlib import Path

_PARTS = ("arcadedb", "neo4j", "pyvis")


def own_version() -> str:
    """The program's own version; a checkout that was never installed says what its project file says."""
    return _installed("buendnisatlas") or _declared()


def part_versions() -> dict[str, str | None]:
    """Python and the parts that matter; None for one that is not installed here."""
    return {"Python": platform.python_version(), **{part: _installed(part) for part in _PARTS}}


def platform_name() -> str:
    """The system and the processor."""
    return f"{platform.system()} {platform.release()} ({platform.machine()}, {sys.platform})"


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _declared() -> str:
    import tomllib

    path = Path(__file__).parents[2] / "pyproject.toml"
    return str(tomllib.loads(path.read_text(encoding="utf-8"))["project"]["version"])
