"""Whether a reading keeps the rules the store builds on. Breaking one is a program's mistake: a ValueError."""

from collections.abc import Iterable, Sequence

from graph.errors import StoreError
from graph.forms import endpoints
from graph.model import Initiative, Naming, Node, Reading, Silence, Statement, UnreadPlace
from graph.records import canonical

_SHOWN = 100

LONGEST_KEY = 8_000
"""Bytes of a key or an address. Keys are indexed, and Neo4j indexes no text of more than 8,167 bytes."""


def check_reading(reading: Reading) -> None:
    """Raise as `check_consistency` does, and StoreError `text_not_storable` for a lone surrogate: no store keeps it."""
    _require_storable(reading)
    check_consistency(reading)


def check_consistency(reading: Reading) -> None:
    """Raise ValueError unless each node has a naming, each fact a statement and its endpoints, each quote its place.

    Raises StoreError `key_too_long` for an address or a key beyond `LONGEST_KEY`.
    """
    nodes = {node.id: node for node in reading.nodes}
    _require_unique("node", [node.id for node in reading.nodes])
    _require_unique("fact", [fact.id for fact in reading.facts])
    _require_unique("statement", [statement.id for statement in reading.statements])
    _require_unique("unread place", [place.id for place in reading.unread])
    _require_unique("naming", [naming.node_id for naming in reading.namings])
    _require_same("nodes and namings", nodes.keys(), {naming.node_id for naming in reading.namings})
    _require_same(
        "facts and statements",
        {fact.id for fact in reading.facts},
        {statement.fact_id for statement in reading.statements},
    )
    for fact in reading.facts:
        for end, kinds in endpoints(fact):
            _require_endpoint(fact.id, nodes.get(end), kinds, end)
    _require_same("document and what it says", {reading.document.id}, _documents(reading))
    for statement in reading.statements:
        _require_quote(statement, reading.document.text)
    evidence: tuple[Statement | Naming, ...] = (*reading.statements, *reading.namings)
    if any(not 0 <= part.confidence <= 1 for part in evidence):
        raise ValueError("confidence outside 0..1")
    _require_pages(reading.document.pages, len(reading.document.text))
    for naming in reading.namings:
        _require_spans(naming, len(reading.document.text))
    _require_short_keys(reading)


def _documents(reading: Reading) -> set[str]:
    parts: tuple[Naming | Statement | UnreadPlace, ...] = (*reading.namings, *reading.statements, *reading.unread)
    return {reading.document.id, *(part.document_id for part in parts)}


def _require_unique(what: str, ids: Sequence[str]) -> None:
    if len(set(ids)) != len(ids):
        twice = next(key for key in ids if ids.count(key) > 1)
        raise ValueError(f"{what} given twice: {twice}")


def _require_same(what: str, left: Iterable[str], right: Iterable[str]) -> None:
    odd = set(left) ^ set(right)
    if odd:
        raise ValueError(f"{what} do not belong together: {min(odd)}")


def _require_endpoint(fact: str, node: Node | None, kinds: tuple[type[Node], ...], end: str) -> None:
    if not isinstance(node, kinds):
        raise ValueError(f"fact {fact}: no {' or '.join(kind.__name__ for kind in kinds)} {end}")


def _require_quote(statement: Statement, text: str) -> None:
    if text[statement.quote_start : statement.quote_end] != statement.quote:
        raise ValueError(f"quote is not its place in the text: {statement.id}")


def _require_spans(naming: Naming, length: int) -> None:
    for start, end in (*naming.spans, *naming.passages):
        if not 0 <= start < end <= length:
            raise ValueError(f"span outside the text: {naming.node_id} {start}..{end}")


def _require_pages(pages: Sequence[int], length: int) -> None:
    if list(pages) != sorted(pages) or (pages and not 0 <= pages[0] <= pages[-1] <= length):
        raise ValueError("pages do not follow each other within the text")


def _require_storable(reading: Reading) -> None:
    try:
        for part in (
            (reading.document,),
            reading.nodes,
            reading.facts,
            reading.namings,
            reading.statements,
            reading.unread,
        ):
            for value in part:
                canonical(value)
    except UnicodeEncodeError as error:
        raise StoreError("text_not_storable", address=reading.document.address) from error


def _require_short_keys(reading: Reading) -> None:
    parents = (node.parent_id for node in reading.nodes if isinstance(node, Initiative))
    regions = (fact.region for fact in reading.facts if isinstance(fact, Silence))
    parts = (*reading.nodes, *reading.facts, *reading.statements, *reading.unread)
    owners = (place.initiative_id for place in reading.unread)
    for key in (
        reading.document.id,
        reading.document.address,
        *(part.id for part in parts),
        *parents,
        *owners,
        *regions,
    ):
        if key and len(key.encode("utf-8")) > LONGEST_KEY:
            raise StoreError("key_too_long", address=reading.document.address[:_SHOWN] + "…", bytes=LONGEST_KEY)
