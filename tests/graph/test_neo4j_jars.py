"""Neo4j's jars: fetched whole or not at all, and never started with another content. The repository is our own."""

import hashlib
import http.server
import ssl
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.neo4j_server.jars import check_jars, fetch_jars, folder_of, missing_jars
from graph.neo4j_server.release import Release, packaged_release, read_release
from tests.graph.certificates import certificate

CONTENTS = {"org.one:first:1.0": b"first jar", "org.one:second:2.0": b"second jar", "org.two:third:3.0:linux": b"third"}


def release_of(contents: dict[str, bytes]) -> Release:
    """A small release with these jars."""
    lines = [f'"{name}" = "{hashlib.sha256(content).hexdigest()}"' for name, content in contents.items()]
    return read_release('version = "1.2.3"\nmain_class = "x.Y"\nbytes = 9\n[jars]\n' + "\n".join(lines))


RELEASE = release_of(CONTENTS)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A Maven repository with the three jars: its address and its folder."""
    root = tmp_path / "repository"
    for jar, content in zip(RELEASE.jars, CONTENTS.values(), strict=True):
        path = root / jar.group.replace(".", "/") / jar.artifact / jar.version / jar.name
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", root
        server.shutdown()


def test_every_jar_of_the_packaged_release_has_a_sum_and_a_name_of_its_own() -> None:
    release = packaged_release()
    assert len({jar.name for jar in release.jars}) == len(release.jars) > 200
    assert all(len(jar.sha256) == 64 for jar in release.jars)
    assert f"neo4j-{release.version}.jar" in {jar.name for jar in release.jars}


def test_what_is_missing_is_fetched_and_nothing_else(repository: tuple[str, Path], tmp_path: Path) -> None:
    cache, told = tmp_path / "cache", []
    fetch_jars(cache, RELEASE, report=told.append, mirror=repository[0])
    assert sorted(told) == ["first-1.0.jar", "second-2.0.jar", "third-3.0-linux.jar"]
    folder = check_jars(cache, RELEASE)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == dict(
        zip(sorted(told), CONTENTS.values(), strict=True)
    )
    (folder / "second-2.0.jar").unlink()
    again: list[str] = []
    fetch_jars(cache, RELEASE, report=again.append, mirror=repository[0])
    assert again == ["second-2.0.jar"]


def test_an_interrupted_download_keeps_what_is_whole_and_goes_on(repository: tuple[str, Path], tmp_path: Path) -> None:
    address, root = repository
    gone = root / "org" / "one" / "second" / "2.0" / "second-2.0.jar"
    content = gone.read_bytes()
    gone.unlink()
    cache = tmp_path / "cache"
    with pytest.raises(StoreError) as caught:
        fetch_jars(cache, RELEASE, report=lambda _name: None, mirror=address)
    assert (caught.value.code, caught.value.details["name"]) == ("neo4j_download_failed", "second-2.0.jar")
    assert "second-2.0.jar" in {jar.name for jar in missing_jars(cache, RELEASE)}
    half = cache / "1.2.3.part" / "org" / "one" / "second" / "2.0"
    half.mkdir(parents=True)
    (half / "second-2.0.jar").write_bytes(b"sec")  # as a killed download leaves it
    gone.write_bytes(content)
    fetch_jars(cache, RELEASE, report=lambda _name: None, mirror=address)
    check_jars(cache, RELEASE)
    assert sorted(path.name for path in cache.iterdir()) == ["1.2.3", "1.2.3.lock"]


def test_a_jar_with_another_content_is_not_taken(repository: tuple[str, Path], tmp_path: Path) -> None:
    address, root = repository
    next(root.rglob("third*.jar")).write_bytes(b"something else")
    cache = tmp_path / "cache"
    with pytest.raises(StoreError) as caught:
        fetch_jars(cache, RELEASE, report=lambda _name: None, mirror=address)
    assert (caught.value.code, Path(str(caught.value.details["path"])).name) == (
        "neo4j_jar_wrong",
        "third-3.0-linux.jar",
    )
    assert "third-3.0-linux.jar" in {jar.name for jar in missing_jars(cache, RELEASE)}


def test_no_repository_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="neo4j_download_failed"):
        fetch_jars(tmp_path, RELEASE, report=lambda _name: None, mirror="http://127.0.0.1:1")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own store would have to be changed")
def test_a_repository_is_trusted_whose_authority_the_system_trusts(
    repository: tuple[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed = certificate(tmp_path)
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(repository[1]))) as server:
        server.socket = signed.encryption.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"https://127.0.0.1:{server.server_address[1]}/"
        with pytest.raises(StoreError, match="neo4j_download_failed"):
            fetch_jars(tmp_path / "refused", RELEASE, report=lambda _name: None, mirror=address)
        monkeypatch.setenv("SSL_CERT_FILE", str(signed.authority))
        fetch_jars(tmp_path / "cache", RELEASE, report=lambda _name: None, mirror=address)
        server.shutdown()
    check_jars(tmp_path / "cache", RELEASE)
    assert ssl.SSLContext.__module__ == "ssl"


@pytest.mark.parametrize("change", ["altered", "missing", "added"])
def test_what_changed_in_the_cache_is_not_started(repository: tuple[str, Path], tmp_path: Path, change: str) -> None:
    cache = tmp_path / "cache"
    fetch_jars(cache, RELEASE, report=lambda _name: None, mirror=repository[0])
    path = folder_of(cache, RELEASE) / ("first-1.0.jar" if change != "added" else "zzz.jar")
    if change == "missing":
        path.unlink()
    else:
        path.write_bytes(b"altered")
    with pytest.raises(StoreError) as caught:
        check_jars(cache, RELEASE)
    assert (caught.value.code, caught.value.details["path"]) == ("neo4j_jar_wrong", str(path))


def test_a_cache_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="neo4j_folder_not_writable"):
        fetch_jars(tmp_path / "file", RELEASE, report=lambda _name: None)
