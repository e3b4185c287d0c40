"""Lines in reading order to paragraphs, and pages of them to one text with blocks and the places of its pages.

Lines are joined where the next word would not have fitted, and hyphens at line ends are resolved. Rows of tables keep
their lines, and are marked as what they are; all other blocks come from the layout.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import quantiles

from loaders.blocks import find_blocks
from loaders.document import Block, BlockKind
from loaders.formats.content import BULLET_SIGN
from loaders.formats.page_lines import Line

_KEEPS_HYPHEN = frozenset({"und", "oder", "sowie", "bzw", "noch", "als", "wie", "bis"})
_FIRST_WORD = re.compile(r"\w*")
_ABBREVIATION = re.compile(r"(?:[A-ZÄÖÜ]{2,}|\d)-$")
_STARTS_ITEM = re.compile(r"(?:[•·▪◦‣∙*–—-]|\(?\d{1,2}[.)])\s")
_STARTS_LINE = re.compile(rf"{_STARTS_ITEM.pattern}|[A-ZÄÖÜ]\w+:\s")
_SENTENCE_END = re.compile(r"[.!?:;]\W?$")
_INDENT = 8
_GAP = 1.3
_CERTAINLY = 0.85
_NARROWEST_COLUMN = 180
_SAME_COLUMN = 40


@dataclass(slots=True)
class PagedText:
    """A text that grows page by page. `starts` are where the pages begin in it."""

    starts: list[int] = field(default_factory=list)
    _written: list[str] = field(default_factory=list)
    _length: int = 0
    _rows: list[tuple[int, int]] = field(default_factory=list)
    _margin: float = 0.0

    def add_page(self, lines: Sequence[Line]) -> None:
        """Add a page's lines, in reading order."""
        waiting = True
        for group in _groups(lines):
            text = self._group_text(group, lines)
            last = self._written[-1] if self._written else ""
            if group[0].is_row or not last or not _goes_on(last, text, group):
                start = self._append(("\n\n" if last else "") + text) - len(text)
                self._rows += [(start, start + len(text))] if group[0].is_row else []
            else:
                start = self._continue(text)
            if waiting:
                self.starts.append(start)
                waiting = False
        if waiting:
            self.starts.append(self._length)

    def text(self) -> str:
        """Everything so far, with a line feed at the end."""
        return "".join(self._written) + "\n"

    def blocks(self, text: str) -> tuple[Block, ...]:
        """The blocks of `text`, which has the length of what was written."""
        found: list[Block] = []
        place = 0
        for start, end in (*self._rows, (len(text), len(text))):
            shifted = find_blocks(text[place:start])
            found += (Block(one.kind, place + one.start, place + one.end, one.level) for one in shifted)
            found += (
                Block(BlockKind.TABLE_ROW, start + row.start(), start + row.end())
                for row in re.finditer(r"\S(?:[^\n]*\S)?", text[start:end])
            )
            place = end
        return tuple(found)

    def _append(self, text: str) -> int:
        self._written.append(text)
        self._length += len(text)
        return self._length

    def _continue(self, text: str) -> int:
        """Go on with the last paragraph; where the new words begin."""
        above = self._written[-1]
        joined = join_lines(above, text)
        self._written[-1] = joined
        self._length += len(joined) - len(above)
        return self._length - len(text)

    def _group_text(self, group: Sequence[Line], page: Sequence[Line]) -> str:
        is_list = bool(self._written) and self._written[-1].endswith(":") and group[0].left >= self._margin + _INDENT
        self._margin = group[0].left
        if group[0].is_row:
            return "\n".join(line.text for line in group)
        return "\n".join(
            BULLET_SIGN * (is_list and not _STARTS_ITEM.match(words)) + words
            for words in _paragraphs(group, _edge(group, page))
        )


def join_lines(above: str, below: str) -> str:
    """Two lines of a paragraph: "Wirt-|schaft" is one word; "IG-|Bezirk" and "Industrie-|und" keep their hyphens."""
    if not above.endswith("-") or not below:
        return f"{above} {below}"
    first = _FIRST_WORD.match(below)
    if above.endswith((" -", " –")) or (first and first[0] in _KEEPS_HYPHEN):
        return f"{above} {below}"
    return above.removesuffix("-") + below if below[0].islower() and not _ABBREVIATION.search(above) else above + below


def _groups(page: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that follow each other at the usual distance, in one size of type; the rows of a table."""
    gaps = [above.bottom - line.top for above, line in pairwise(page)]
    usual = [gap for gap in gaps if gap > 0]
    distance = quantiles(usual, n=4)[0] if len(usual) > 1 else usual[0] if usual else 0.0
    group: list[Line] = []
    for line in page:
        if group and not _belongs(group[-1], line, distance):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _belongs(above: Line, line: Line, distance: float) -> bool:
    if above.is_row or line.is_row:
        return above.is_row and line.is_row
    gap = above.bottom - line.top
    return -1 <= gap <= _GAP * distance and abs(above.size - line.size) <= 0.1 * line.size


def _edge(group: Sequence[Line], page: Sequence[Line]) -> float:
    """Where the lines of the group's column end."""
    left = min(line.left for line in group)
    limit = min(line.limit for line in group)
    beside = (line for line in page if abs(line.left - left) < _SAME_COLUMN and not line.is_row)
    ends = (line.right for line in beside if line.right <= limit)
    return max(min(left + _NARROWEST_COLUMN, limit), max(ends, default=limit))


def _paragraphs(group: Sequence[Line], edge: float) -> Iterator[str]:
    """The lines of a group, joined where the next word would not have fitted on the line above."""
    joined = group[0].text
    for above, line in pairwise(group):
        first_word = line.text.split(maxsplit=1)[0]
        letter = (above.right - above.left) / len(above.text)
        fitted = above.right + len(first_word) * letter * _CERTAINLY < edge
        if _STARTS_LINE.match(line.text) or (fitted and not _is_parted(joined, line.text)):
            yield joined
            joined = line.text
        else:
            joined = join_lines(joined, line.text)
    yield joined


def _is_parted(above: str, below: str) -> bool:
    """Whether a line ends within a word."""
    return above[-2:-1].isalnum() and above.endswith("-") and below[:1].isalpha()


def _goes_on(above: str, text: str, group: Sequence[Line]) -> bool:
    """Whether a column or page only breaks a sentence, or a word, in two."""
    if _is_parted(above, text):
        return True
    return text[:1].islower() and not _SENTENCE_END.search(above) and len(above) > 60 and len(group[0].text) > 20
