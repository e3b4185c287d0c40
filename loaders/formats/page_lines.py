"""A PDF page as lines with their places, in the order in which the file draws them. Next: `columns.py`.

pdfium gives letters and guesses where lines end; across two columns it guesses wrong. So letters become words here, and
words become lines by where they stand. A wide gap parts a line in two, of which the second is `joint` to the first.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from loaders.formats.content import BULLET_SIGN, clean

_HYPHENS = "\x02\ufffe"  # how pdfium marks a hyphen at the end of a line
_SYMBOL = re.compile(r"^[\uf000-\uf0ff]\s*")  # bullets of symbol fonts have no character of their own
_SAME_LINE = 0.5
_OVERLAP = 1.0
_WIDE_GAP = 1.1


class Line(NamedTuple):
    """A line, or a row of a table. `top` and `bottom` are its first and last baseline, in points from below.

    `joint`: it stands behind the line before it, on the same baseline. `is_row`: its cells are parted as in tables.
    `limit` is where its column ends at the latest.
    """

    text: str
    top: float
    bottom: float
    left: float
    right: float
    size: float
    joint: bool = False
    is_row: bool = False
    limit: float = math.inf


class _Word(NamedTuple):
    text: str
    base: float
    left: float
    right: float
    size: float
    starts_line: bool


def page_lines(words: pdfium.PdfTextPage) -> list[Line]:
    """The lines of a page; those without a visible letter are left out."""
    found = ((_line(part), part[0].starts_line) for part in _parts(_words(words)))
    lines: list[Line] = []
    for line, starts_line in found:
        if line.text:
            joint = bool(lines) and not starts_line and abs(line.top - lines[-1].bottom) < _SAME_LINE * line.size
            lines.append(line._replace(joint=joint and line.left > lines[-1].right))
    return lines


def rejoined(lines: Sequence[Line]) -> list[Line]:
    """Lines that only a wide gap has parted, in one piece again."""
    whole: list[Line] = []
    for line in lines:
        if line.joint and whole and abs(whole[-1].bottom - line.top) < _SAME_LINE * line.size:
            above = whole[-1]
            whole[-1] = above._replace(text=f"{above.text} {line.text}", bottom=line.bottom, right=line.right)
        else:
            whole.append(line)
    return whole


def _words(words: pdfium.PdfTextPage) -> Iterator[_Word]:
    letters = [chr(raw.FPDFText_GetUnicode(words, index)) for index in range(words.count_chars())]
    start, starts_line = None, True
    for index, letter in enumerate((*letters, " ")):
        is_hyphen = letter in _HYPHENS
        if start is None and not is_hyphen and not letter.isspace():
            start = index
        elif start is not None and (is_hyphen or letter.isspace()):
            text = _paired("".join(letters[start:index])) + "-" * is_hyphen
            left, base = _origin(words, start)
            size = raw.FPDFText_GetFontSize(words, start)
            yield _Word(text, base, left, words.get_charbox(index - 1)[2], round(size, 1), starts_line)
            start, starts_line = None, is_hyphen
        starts_line |= letter in "\r\n"


def _origin(words: pdfium.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(words, index, x, y)
    return x.value, y.value


def _paired(text: str) -> str:
    """Characters beyond the basic plane may come in halves."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _parts(words: Iterator[_Word]) -> Iterator[list[_Word]]:
    part: list[_Word] = []
    for word in words:
        if part and not _follows(part[-1], word):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _follows(before: _Word, word: _Word) -> bool:
    """Whether a word stands right behind the other one."""
    size = max(before.size, word.size, 1.0)
    gap = word.left - before.right
    is_near = abs(word.base - before.base) < _SAME_LINE * size and -_OVERLAP * size < gap < _WIDE_GAP * size
    return is_near and not word.starts_line


def _line(words: Sequence[_Word]) -> Line:
    text = _SYMBOL.sub(BULLET_SIGN, clean(" ".join(word.text for word in words)))
    first, last = words[0], words[-1]
    return Line(text, first.base, last.base, first.left, last.right, first.size)
