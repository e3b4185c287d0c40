"""Reading: a source text in, everything it says out."""

from graph.model import Reading
from loaders.assembly import Assembler
from loaders.document import SourceText
from loaders.extraction import extract
from loaders.scan import Scanner
from seeds.register import Register

_SCANNERS: dict[int, tuple[Register, Scanner]] = {}


def read(source: SourceText, register: Register) -> Reading:
    """Read a document. The same text and register always give the same reading; nothing is stored."""
    return Assembler(extract(source, _scanner(register)), register).assemble()


def _scanner(register: Register) -> Scanner:
    """The scanner over a register: built once, since its dictionaries hold every town of Germany."""
    known = _SCANNERS.get(id(register))
    if known is None or known[0] is not register:
        known = _SCANNERS[id(register)] = (register, Scanner.over(register))
    return known[1]
