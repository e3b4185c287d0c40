"""Encrypted connections to a real Neo4j, with certificates made in the test: good, and wrong in each way."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from graph.encryption import encryption_of
from graph.errors import StoreError
from graph.server import ServerSettings
from graph.store import open_store
from tests.conftest import StorePlace, driver_of, wipe
from tests.factory import a_reading
from tests.graph.certificates import certificate
from tests.graph.doors import Cluster

SECRET = "hunter2-geheim"
Doors = Callable[..., Cluster]


@pytest.fixture
def doors(neo4j_place: StorePlace) -> Iterator[Doors]:
    """Encrypted doors to the Neo4j of this run, emptied."""
    with driver_of(neo4j_place) as driver:
        wipe(driver)
    with ExitStack() as held:
        yield lambda encryption: held.enter_context(Cluster(neo4j_place.url, doors=2, encryption=encryption))


def error_of(url: str, settings: ServerSettings) -> StoreError:
    """What opening raises."""
    with pytest.raises(StoreError) as caught:
        open_store(url, settings=settings)
    assert SECRET not in str(caught.value) + repr(caught.value)
    return caught.value


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_graph_is_written_and_read_encrypted(
    scheme: str, doors: Doors, neo4j_place: StorePlace, tmp_path: Path
) -> None:
    signed = certificate(tmp_path)
    assert neo4j_place.settings is not None
    settings = replace(neo4j_place.settings, authority=signed.authority)
    with open_store(doors(signed.encryption).url(scheme), settings=settings) as store:
        reading = a_reading().silence("DE-BY").build()
        assert store.write_reading(reading).document_id == reading.document.id
        assert [document.id for document in store.documents()] == [reading.document.id]


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_a_certificate_nobody_knows_is_taken_where_the_address_says_so(
    scheme: str, doors: Doors, neo4j_place: StorePlace, tmp_path: Path
) -> None:
    with open_store(doors(certificate(tmp_path).encryption).url(scheme), settings=neo4j_place.settings) as store:
        assert store.documents() == ()


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
@pytest.mark.parametrize(
    ("name", "days", "known", "code"),
    [
        ("127.0.0.1", 7, False, "store_certificate_untrusted"),
        ("127.0.0.1", -1, True, "store_certificate_dates"),
        ("127.0.0.2", 7, True, "store_certificate_other_host"),
        ("neo4j.example", 7, True, "store_certificate_other_host"),
    ],
)
def test_a_wrong_certificate_is_said(
    scheme: str, name: str, days: int, known: bool, code: str, doors: Doors, tmp_path: Path
) -> None:
    signed = certificate(tmp_path, name=name, days=days)
    cluster = doors(signed.encryption)
    settings = ServerSettings(password=SECRET, authority=signed.authority if known else None)
    error = error_of(cluster.url(scheme), settings)
    assert (error.code, error.details["url"]) == (code, cluster.url(scheme))
    assert not any(door.asked for door in cluster.doors)  # no password went to a server that was not trusted


def test_another_authority_s_certificate_is_not_trusted(doors: Doors, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    settings = ServerSettings(password=SECRET, authority=certificate(tmp_path / "other").authority)
    error = error_of(doors(certificate(tmp_path).encryption).url("bolt+s"), settings)
    assert error.code == "store_certificate_untrusted"


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_only_encrypts_says_so(scheme: str, doors: Doors, tmp_path: Path) -> None:
    error = error_of(doors(certificate(tmp_path).encryption).url(scheme), ServerSettings(password=SECRET))
    assert (error.code, error.details["wanted"]) == ("store_encrypted_only", f"{scheme}+s://")


@pytest.mark.parametrize("mark", ["+s", "+ssc"])
@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_does_not_encrypt_says_so(scheme: str, mark: str, neo4j_place: StorePlace) -> None:
    url = neo4j_place.url.replace("bolt://", f"{scheme}{mark}://")
    error = error_of(url, ServerSettings(password=SECRET))
    assert (error.code, error.details["wanted"]) == ("store_not_encrypted", f"{scheme}://")


@pytest.mark.parametrize("content", [None, b"", b"keine Zertifikate", b"\xff\xfe\x00"])
def test_a_file_without_certificates_is_named(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    error = error_of("bolt+s://127.0.0.1:1", ServerSettings(password=SECRET, authority=path))
    assert (error.code, error.details["path"]) == ("store_authority_unreadable", str(path))


def test_the_file_is_not_asked_for_where_nothing_is_checked(tmp_path: Path) -> None:
    for scheme in ("bolt", "neo4j+ssc"):
        settings = ServerSettings(authority=tmp_path / "nirgends")
        assert error_of(f"{scheme}://127.0.0.1:1", settings).code == "store_unreachable"


@pytest.mark.parametrize("scheme", ["neo4j", "neo4j+s", "NEO4J+SSC", "bolt", "bolt+s", "bolt+ssc"])
def test_the_address_alone_says_whether_it_is_encrypted(scheme: str) -> None:
    found = encryption_of(f"{scheme}://host:1", None)
    assert found.encrypted is ("+" in scheme)
    assert found.address == f"{scheme.partition('+')[0].lower()}://host:1"
