"""Which Neo4j is run: one release, pinned with the sha256 of every jar. `tests.neo4j_lock` writes such a file."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Jar:
    """One file of a release, by its Maven coordinate; `classifier` is "" for the usual one."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def name(self) -> str:
        """The file's name, unique within a release."""
        parts = (self.artifact, self.version, self.classifier) if self.classifier else (self.artifact, self.version)
        return "-".join(parts) + ".jar"


@dataclass(frozen=True, slots=True)
class Release:
    """A release of Neo4j Community: the class that starts it, the bytes to fetch, its jars sorted by coordinate."""

    version: str
    main_class: str
    size: int
    jars: tuple[Jar, ...]


@cache
def packaged_release() -> Release:
    """The release that this version of the program runs."""
    return read_release(resources.files("graph.neo4j_server").joinpath("neo4j.lock.toml").read_text(encoding="utf-8"))


def read_release(text: str) -> Release:
    """The release that a lock file names."""
    content = tomllib.loads(text)
    return Release(
        version=content["version"],
        main_class=content["main_class"],
        size=content["bytes"],
        jars=tuple(_jar(coordinate, sha256) for coordinate, sha256 in content["jars"].items()),
    )


def _jar(coordinate: str, sha256: str) -> Jar:
    group, artifact, version, *classifier = coordinate.split(":")
    return Jar(group, artifact, version, "".join(classifier), sha256)
