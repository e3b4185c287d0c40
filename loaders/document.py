"""A document as the reader sees it: one text, and blocks that point into it."""

from dataclasses import dataclass
from enum import StrEnum

from graph.model import Document
from loaders.tables.table import SheetLayout


class BlockKind(StrEnum):
    """What a stretch of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    KEY_VALUE = "key_value"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text, without bullet signs and outer blanks. `level`: 1 is the topmost heading or list."""

    kind: BlockKind
    start: int
    end: int
    level: int = 1


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document with its blocks: sorted, disjoint, never empty. `sheets` say what became of a spreadsheet's."""

    document: Document
    blocks: tuple[Block, ...]
    sheets: tuple[SheetLayout, ...] = ()
    hidden_sheets: tuple[str, ...] = ()

    def slice(self, block: Block) -> str:
        """The text of a block."""
        return self.document.text[block.start : block.end]
