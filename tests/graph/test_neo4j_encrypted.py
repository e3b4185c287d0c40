"""A Neo4j that encrypts by itself, with a certificate made in the test. `pytest -m slow`: it starts one of its own."""

import socket
import time
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.neo4j_server.home import USER, Home
from graph.neo4j_server.jars import check_jars
from graph.neo4j_server.memory import Memory
from graph.neo4j_server.process import end, launch
from graph.neo4j_server.release import packaged_release
from graph.server import ServerSettings
from graph.store import open_store
from tests.factory import a_reading
from tests.graph.certificates import certificate
from tests.neo4j_run import PLACES, require_jars

_ENCRYPTED = """\
server.bolt.tls_level=REQUIRED
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory={folder}
dbms.ssl.policy.bolt.private_key=server.key
dbms.ssl.policy.bolt.public_certificate=server.pem
dbms.ssl.policy.bolt.client_auth=NONE
"""
_PATIENCE = 120


@pytest.fixture
def free_port() -> int:
    """A port of the loopback that nobody has."""
    with socket.socket() as any_free:
        any_free.bind(("127.0.0.1", 0))
        return int(any_free.getsockname()[1])


@pytest.mark.slow
def test_neo4j_s_own_encryption_is_used_and_checked(tmp_path: Path, free_port: int) -> None:
    require_jars()
    signed, release, home = certificate(tmp_path), packaged_release(), Home(tmp_path / "neo4j")
    home.set_up()
    home.configure(version=release.version, port=free_port, memory=Memory(heap="384m", pagecache="64m"))
    with (home.configuration / "neo4j.conf").open("a", encoding="utf-8") as configuration:
        configuration.write(_ENCRYPTED.format(folder=tmp_path.as_posix()))
    jars = check_jars(PLACES.jars, release)
    process = launch(home, jars=jars, main_class=release.main_class, heap="384m", port=free_port)
    try:
        settings = ServerSettings(USER, home.password(), authority=signed.authority)
        address = f"127.0.0.1:{free_port}"
        wait_for(f"bolt+s://{address}", settings)
        for scheme in ("bolt+s", "neo4j+s"):
            with open_store(f"{scheme}://{address}", settings=settings) as store:
                store.write_reading(a_reading().silence("DE-BY").build())
                assert len(store.documents()) == 1
        unknown = ServerSettings(USER, home.password())
        assert code_of(f"neo4j+s://{address}", unknown) == "store_certificate_untrusted"
        assert code_of(f"neo4j://{address}", settings) == "store_encrypted_only"
        assert code_of(f"bolt+s://{address}", ServerSettings(USER, "x", authority=signed.authority)) == (
            "store_password_refused"
        )
    finally:
        end(process.pid, kill=True)


def wait_for(url: str, settings: ServerSettings) -> None:
    """Wait until the server answers."""
    patience = time.monotonic() + _PATIENCE
    while True:
        try:
            open_store(url, settings=settings).close()
            return
        except StoreError as error:
            if error.code != "store_unreachable" or time.monotonic() > patience:
                raise
        time.sleep(0.5)


def code_of(url: str, settings: ServerSettings) -> str:
    """Why it cannot be opened."""
    with pytest.raises(StoreError) as caught:
        open_store(url, settings=settings)
    return caught.value.code
