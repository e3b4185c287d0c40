"""What a person adds, as a small document of its own: the sentence is its text and the quote of what it says.

Comes from the command line, goes to the store like any reading. No file lies behind it, so that loading never touches
it; its address says when and by whom it was written ("notiz:2026-11-21/AB/ig-metall-1f3a/Notiz von AB") and ends with
what views call it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph import keys
from graph.model import Document, Fact, Group, Naming, Node, Reading, Statement
from loaders.contacts import mask_contacts

FORMAT = "note"
SCHEME = "notiz:"
_METHOD = "person"
_CERTAIN = 1.0
_MENTIONED = 0.0


@dataclass(frozen=True, slots=True)
class Note:
    """What a person writes down. `title` is what the note is called where documents are listed; `day` is ISO 8601.

    `known` are nodes that are in the graph already: what the note repeats of them, any document says with more weight.
    """

    sentence: str
    author: str
    day: str
    title: str
    new: Sequence[Node] = ()
    known: Sequence[Node] = ()
    fact: Fact | None = None
    since: str | None = None
    until: str | None = None


def read_note(note: Note) -> Reading:
    """What the note says. The same note is the same document; contact data is masked as everywhere."""
    document = _document(note)
    named = [(node, _CERTAIN) for node in note.new] + [(node, _MENTIONED) for node in note.known]
    namings = [Naming(document.id, node.id, _spans(node, document.text), _METHOD, sure) for node, sure in named]
    return Reading(
        document=document,
        nodes=tuple(node for node, _ in named),
        facts=(note.fact,) if note.fact else (),
        namings=tuple(namings),
        statements=(_statement(note, note.fact, document),) if note.fact else (),
    )


def _document(note: Note) -> Document:
    text = mask_contacts(" ".join(note.sentence.split())) + "\n"
    about = [node.id for node in (*note.new, *note.known)]
    mark = keys.digest(text, *about, note.fact.id if note.fact else None, note.since, note.until)[:4]
    subject, title = about[0].partition(":")[2], _part(note.title)
    address = f"{SCHEME}{note.day}/{_part(note.author)}/{subject}-{mark}/{title}"
    return Document(
        id=keys.document_id(f"{address}\n{text}".encode("utf-8", "surrogatepass")),
        address=address,
        title=title,
        format=FORMAT,
        text=text,
        date=note.day,
        date_origin="given",
    )


def _part(text: str) -> str:
    """A text as a part of an address."""
    return " ".join(text.replace("/", " ").replace("\\", " ").split())


def _spans(node: Node, text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentence names the node; the whole sentence where it does so in other words."""
    name = node.word if isinstance(node, Group) else node.name
    start = text.find(name)
    return ((start, start + len(name)),) if start >= 0 else ((0, len(text) - 1),)


def _statement(note: Note, fact: Fact, document: Document) -> Statement:
    end = len(document.text) - 1
    return Statement(
        id=keys.statement_id(fact.id, document.id, 0, end),
        fact_id=fact.id,
        document_id=document.id,
        quote_start=0,
        quote_end=end,
        quote=document.text[:end],
        method=_METHOD,
        confidence=_CERTAIN,
        since=note.since,
        until=note.until,
    )
