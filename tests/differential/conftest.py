"""Both stores side by side, empty before each round: the embedded one, and the Neo4j that the tests may wipe."""

from collections.abc import Iterator

import pytest

from tests.conftest import StorePlace, driver_of, wipe
from tests.differential.pair import Pair


@pytest.fixture(scope="module")
def stores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """An embedded store and a Neo4j, open for all tests of a file."""
    server: StorePlace = request.getfixturevalue("neo4j_place")
    with driver_of(server) as driver:
        wipe(driver)
        folder = StorePlace(str(tmp_path_factory.mktemp("pair") / "graph"))
        with folder.open() as embedded, server.open() as neo4j:
            yield Pair(embedded, neo4j)
        wipe(driver)
