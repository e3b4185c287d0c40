"""The jars of a release in the user's cache folder: fetched once with jgo, each checked before every start.

A jar is put in its place only when it is whole and its sha256 is the locked one. So an interrupted download leaves
nothing half, and the next one goes on with what is not there yet.
"""

import errno
import hashlib
import shutil
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from graph.errors import StoreError
from graph.neo4j_server.release import Jar, Release

Report = Callable[[str], None]
"""Told the name of each jar that is there now."""

_AT_ONCE = 8
_SECONDS = 60
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def folder_of(cache: Path, release: Release) -> Path:
    """Where the jars of a release lie within the folder for all releases."""
    return cache / release.version


def missing_jars(cache: Path, release: Release) -> tuple[Jar, ...]:
    """The jars that are still to be fetched."""
    folder = folder_of(cache, release)
    return tuple(jar for jar in release.jars if not (folder / jar.name).is_file())


def fetch_jars(cache: Path, release: Release, *, report: Report, mirror: str | None = None) -> None:
    """Fetch what is missing from Maven Central, or from `mirror` (the address of a Maven repository).

    Two processes may call it at once: one waits for the other. Raises StoreError: neo4j_extra_missing,
    neo4j_download_failed, neo4j_jar_wrong, disk_full, neo4j_folder_not_writable.
    """
    if not missing_jars(cache, release):
        return
    folder = folder_of(cache, release)
    with _disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / f"{release.version}.lock"):
            scratch = cache / f"{release.version}.part"
            shutil.rmtree(scratch, ignore_errors=True)  # of a download that was killed
            try:
                with _system_trust():
                    _fetch(missing_jars(cache, release), folder, scratch, report, mirror)
            finally:
                shutil.rmtree(scratch, ignore_errors=True)


def check_jars(cache: Path, release: Release) -> Path:
    """The folder of the jars, after every one was compared with its locked sha256.

    Raises StoreError `neo4j_jar_wrong` for one that is missing or another, and for a jar that is not of the release.
    """
    folder = folder_of(cache, release)
    expected = {jar.name for jar in release.jars}
    found = {path.name for path in folder.glob("*.jar")}
    for name in sorted(expected ^ found):
        raise StoreError("neo4j_jar_wrong", path=str(folder / name))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for jar, digest in zip(
            release.jars, pool.map(_digest, [folder / jar.name for jar in release.jars]), strict=True
        ):
            if digest != jar.sha256:
                raise StoreError("neo4j_jar_wrong", path=str(folder / jar.name))
    return folder


@contextmanager
def _system_trust() -> Generator[None]:
    """Trust the authorities that the system trusts: within a company often its own, which no packaged list has."""
    try:
        import truststore
    except ImportError as error:
        raise StoreError("neo4j_extra_missing") from error
    truststore.inject_into_ssl()
    try:
        yield
    finally:
        truststore.extract_from_ssl()


def _fetch(jars: Sequence[Jar], folder: Path, scratch: Path, report: Report, mirror: str | None) -> None:
    pool = ThreadPoolExecutor(_AT_ONCE)
    try:
        for done in as_completed([pool.submit(_fetch_one, jar, folder, scratch, mirror) for jar in jars]):
            report(done.result())
    finally:
        pool.shutdown(cancel_futures=True)


def _fetch_one(jar: Jar, folder: Path, scratch: Path, mirror: str | None) -> str:
    try:
        from jgo.maven import MavenContext
    except ImportError as error:
        raise StoreError("neo4j_extra_missing") from error
    remotes = {"mirror": mirror.rstrip("/")} if mirror else None
    context = MavenContext(repo_cache=scratch, local_repos=[], remote_repos=remotes, timeout=_SECONDS)
    artifact = context.project(jar.group, jar.artifact).at_version(jar.version).artifact(jar.classifier, "jar")
    try:
        path = artifact.resolve()
    except (OSError, RuntimeError) as error:  # those of requests are OSErrors; RuntimeError: it is not there
        if isinstance(error, OSError) and error.errno in _FULL:
            raise
        raise StoreError("neo4j_download_failed", name=jar.name) from error
    if _digest(path) != jar.sha256:
        raise StoreError("neo4j_jar_wrong", path=str(folder / jar.name))
    path.replace(folder / jar.name)
    return jar.name


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _disk_errors(folder: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        code = "disk_full" if error.errno in _FULL else "neo4j_folder_not_writable"
        raise StoreError(code, path=str(folder)) from error
