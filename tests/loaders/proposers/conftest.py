"""A local site that plays the model's server."""

from collections.abc import Iterator

import pytest

from tests.loaders.web.site import Site, running_site


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this machine."""
    with running_site() as running:
        yield running
