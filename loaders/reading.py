"""Reading: a source text in, everything it says out."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from graph.model import Reading
from loaders.assembly import Assembler
from loaders.document import SourceText
from loaders.extraction import extract
from loaders.parts import joined, split
from loaders.proposal import Cautious, Proposal
from loaders.scan import Scanner
from loaders.tables.claims import Ignored
from loaders.tables.extraction import extract_tables, without_tables
from seeds.register import Register

_SCANNERS: dict[int, tuple[Register, Scanner]] = {}


def read(
    source: SourceText,
    register: Register,
    *,
    progress: Callable[[int], None] | None = None,
    ignored: Callable[[Ignored], None] | None = None,
    model: Cautious | None = None,
) -> Reading:
    """Read a document. The same text and register always give the same reading; nothing is stored.

    A very long one is read in parts; `progress` is told how many characters are done after each. `ignored` is told
    each row of a table that no fact was made of. A `model` fills what the grammar leaves open (`loaders.filling`); the
    document then names it.
    """
    return joined(source.document, _readings(source, register, progress, ignored, model))


def _readings(
    source: SourceText,
    register: Register,
    progress: Callable[[int], None] | None,
    ignored: Callable[[Ignored], None] | None,
    model: Cautious | None,
) -> Iterator[Reading]:
    scanner = _scanner(register)
    tables = extract_tables(source, scanner, ignored) if source.sheets else None
    if tables is not None:
        yield Assembler(tables, register).assemble()
        source = without_tables(source)
    for part in split(source):
        proposals = _proposals(part, model) if model is not None else None
        taking_part = model.name if model is not None and proposals is not None else None
        asked = replace(part, document=replace(part.document, model=taking_part))
        yield Assembler(extract(asked, scanner, proposals or ()), register).assemble()
        if progress is not None:
            progress(part.blocks[-1].end)


def _proposals(part: SourceText, model: Cautious) -> tuple[Proposal, ...] | None:
    """What the model proposes, at its places in the whole text; None when it had no part."""
    start, end = part.blocks[0].start, part.blocks[-1].end
    found = model.ask(part.document.text[start:end])
    return found and tuple(replace(one, start=one.start + start, end=one.end + start) for one in found)


def _scanner(register: Register) -> Scanner:
    """The scanner over a register: built once, since its dictionaries hold every town of Germany."""
    known = _SCANNERS.get(id(register))
    if known is None or known[0] is not register:
        known = _SCANNERS[id(register)] = (register, Scanner.over(register))
    return known[1]
