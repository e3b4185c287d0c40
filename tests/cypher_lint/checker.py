"""Neo4j's own checker of Cypher, from npm, run without a server."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.node_packages import answer, installed

_HERE = Path(__file__).parent


def complaints(texts: Mapping[str, str], *, labels: Sequence[str], types: Sequence[str]) -> dict[str, list[str]]:
    """What the checker says of these texts, errors and warnings alike, by their names."""
    home = installed(_HERE, what="the checker of Cypher texts")
    given = {"texts": list(texts.items()), "labels": list(labels), "types": list(types)}
    found: dict[str, list[str]] = json.loads(answer(_HERE / "lint.mjs", home, given))
    return found
