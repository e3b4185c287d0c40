"""Long documents in parts: so that memory for reading stays flat, and people see how far it is.

A part ends before a heading; an ordinary document is one part. What the parts say is put together by id.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.model import Document, Fact, Naming, Node, Reading, Statement, UnreadPlace
from loaders.document import Block, BlockKind, SourceText

_LONGEST = 400_000


def split(source: SourceText) -> Iterator[SourceText]:
    """The document in parts of about 400,000 characters; each points into the whole text."""
    part: list[Block] = []
    for block in source.blocks:
        length = block.end - part[0].start if part else 0
        if part and (length > 2 * _LONGEST or (length > _LONGEST and block.kind is BlockKind.HEADING)):
            yield SourceText(source.document, tuple(part))
            part = []
        part.append(block)
    if part:
        yield SourceText(source.document, tuple(part))


def joined(document: Document, readings: Iterable[Reading]) -> Reading:
    """One reading of all parts. The first part's values of a node win; spans and passages add up.

    A model that took part in one of them took part in the document.

    A sentence that comes again word for word is kept where it stands first: boilerplate on every page is no more
    evidence, and without this a long document would need memory for each time it repeats itself.
    """
    nodes: dict[str, Node] = {}
    facts: dict[str, Fact] = {}
    namings: dict[str, Naming] = {}
    statements: dict[str, Statement] = {}
    unread: dict[str, UnreadPlace] = {}
    told: set[tuple[object, ...]] = set()
    for reading in readings:
        document = replace(document, model=document.model or reading.document.model)
        for node in reading.nodes:
            nodes.setdefault(node.id, node)
        facts.update((fact.id, fact) for fact in reading.facts)
        for statement in sorted(reading.statements, key=lambda one: one.quote_start):
            if _is_new(told, (statement.fact_id, statement.quote)):
                statements[statement.id] = statement
        for place in sorted(reading.unread, key=lambda one: one.quote_start):
            if _is_new(told, (place.initiative_id, place.word, place.kind, place.reason, place.quote)):
                unread[place.id] = place
        for naming in reading.namings:
            namings[naming.node_id] = _added(namings.get(naming.node_id), naming)
    return Reading(
        document,
        tuple(nodes[key] for key in sorted(nodes)),
        tuple(facts[key] for key in sorted(facts)),
        tuple(namings[key] for key in sorted(namings)),
        tuple(statements[key] for key in sorted(statements)),
        tuple(unread[key] for key in sorted(unread)),
    )


def _is_new(told: set[tuple[object, ...]], saying: tuple[object, ...]) -> bool:
    known = len(told)
    told.add(saying)
    return len(told) > known


def _added(known: Naming | None, naming: Naming) -> Naming:
    if known is None:
        return naming
    best = known if known.confidence >= naming.confidence else naming
    spans = tuple(sorted({*known.spans, *naming.spans}))
    return replace(best, spans=spans, passages=tuple(sorted({*known.passages, *naming.passages})))
