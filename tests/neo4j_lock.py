"""Write the lock file of a Neo4j release: `python -m tests.neo4j_lock VERSION MAIN_CLASS FILE`.

Maven (which must be there) resolves what the release itself was built with, jgo fetches every jar, and the sha256 of
each is written down. Run it to pin another release; read the difference before you commit it.
"""

import hashlib
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jgo.maven import Dependency, MavenContext, MvnResolver

_COORDINATE = "org.neo4j:neo4j:{version}"


def write_lock(version: str, main_class: str, target: Path) -> None:
    """Resolve the release, fetch its jars, and write their coordinates and sums, sorted."""
    maven = shutil.which("mvn")
    if maven is None:
        raise SystemExit("Maven (mvn) is needed to resolve a release")
    with tempfile.TemporaryDirectory() as scratch:
        resolving = MavenContext(resolver=MvnResolver(Path(maven)))
        found, others = resolving.resolver.resolve([resolving.create_dependency(_COORDINATE.format(version=version))])
        fetching = MavenContext(repo_cache=Path(scratch), timeout=60)
        with ThreadPoolExecutor(8) as pool:
            jars = dict(pool.map(lambda one: _fetched(one, fetching), [*found, *others]))
    lines = [f'"{coordinate}" = "{digest}"' for coordinate, (digest, _size) in sorted(jars.items())]
    head = [
        f'version = "{version}"',
        f'main_class = "{main_class}"',
        f"bytes = {sum(size for _digest, size in jars.values())}",
    ]
    target.write_text("\n".join([*head, "", "[jars]", *lines, ""]), encoding="utf-8")


def _fetched(dependency: Dependency, context: MavenContext) -> tuple[str, tuple[str, int]]:
    parts = [dependency.groupId, dependency.artifactId, dependency.version]
    component = context.project(parts[0], parts[1]).at_version(parts[2])
    path = component.artifact(dependency.classifier or "", "jar").resolve()
    content = path.read_bytes()
    name = ":".join([*parts, *([dependency.classifier] if dependency.classifier else [])])
    return name, (hashlib.sha256(content).hexdigest(), len(content))


if __name__ == "__main__":
    write_lock(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
