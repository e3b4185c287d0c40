"""The lines of an export, each read by itself: strictly as a whole, or no more of it than is needed.

Two sorts of records have more than the fields of their class: a document all its addresses and when it was loaded, a
naming what its document claims of the node.
"""

import msgspec

from graph.forms import LINKS, NODE_FACTS
from graph.model import Decision, Document, Fact, Naming, Statement, UnreadPlace
from graph.records import CLAIMS, Row, Stored
from graph.shapes import SHAPES, Reader, shape_of

Line = str | bytes
Record = Row | Line
"""A record as a dict or as its line."""

_FURTHER = {
    Naming: shape_of(Naming, ("claims", CLAIMS.union)),
    Document: shape_of(Document, ("model", str | None, None), ("addresses", tuple[str, ...]), ("loaded_at", str)),
}

LINES = Reader[Stored]({**SHAPES, **_FURTHER})
"""All lines but the first."""

DOCUMENTS = Reader[Document]({Document: _FURTHER[Document]})
PARTS = Reader[Naming | Statement | UnreadPlace](
    {Naming: _FURTHER[Naming], Statement: SHAPES[Statement], UnreadPlace: SHAPES[UnreadPlace]}
)
FACTS = Reader[Fact]({cls: SHAPES[cls] for cls in (*LINKS, *NODE_FACTS)})
DECISIONS = Reader[Decision]({Decision: SHAPES[Decision]})


class _Node(msgspec.Struct, frozen=True, gc=False):
    id: str


class Heading(msgspec.Struct, frozen=True, gc=False):
    """What a record says of where it belongs, as far as it has that; nothing else of it is checked."""

    type: str
    id: str = ""
    document_id: str = ""
    node_id: str = ""
    fact_id: str = ""
    claims: _Node = _Node("")
    date: str | None = None
    address: str = ""
    addresses: tuple[str, ...] = ()
    loaded_at: str = ""
    schema: int = 0


class Claimed(msgspec.Struct, frozen=True, gc=False):
    """What a naming claims of its node, as JSON, and how certain the document is."""

    claims: msgspec.Raw
    confidence: float


HEADINGS = msgspec.json.Decoder(Heading)
CLAIMED = msgspec.json.Decoder(Claimed)
