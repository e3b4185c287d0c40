"""PDF files with a text layer: lines as they lie on the page become paragraphs; blocks come from their layout.

Lines are joined where the next word would not have fitted, hyphens at line ends are resolved, and lines that repeat at
the edge of most pages (running heads, page numbers) are dropped. Columns come in the order that pdfium gives.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

import pypdfium2 as pdfium
from pypdfium2 import raw

from graph.errors import DocumentError
from loaders.dates import parse_date
from loaders.formats.content import Content, clean

_HYPHENS = ("\x02", "\ufffe")  # how pdfium marks a hyphen at the end of a line
_HYPHENATED = re.compile(r"[\x02\ufffe]\s*(\w*)")
_KEEPS_HYPHEN = frozenset({"und", "oder", "sowie", "bzw", "noch", "als", "wie", "bis"})
_STARTS_ITEM = re.compile(r"(?:[•·▪◦‣∙*–—-]|\(?\d{1,2}[.)])\s")
_STARTS_LINE = re.compile(rf"{_STARTS_ITEM.pattern}|[A-ZÄÖÜ]\w+:\s")
_SENTENCE_END = re.compile(r"[.!?:;]\W?$")
_PAGE_NUMBER = re.compile(r"^\W*(?:Seite\s*)?#(?:\s*(?:von|/|of)\s*#)?\W*$", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^(?:Microsoft|untitled|unbenannt|PowerPoint|Folie)\b|\.(?:docx?|pdf|pptx?|indd|xlsx?|odt|html?)$", re.IGNORECASE
)
_SYMBOL = re.compile(r"^[\uf000-\uf0ff]\s*")  # bullets of symbol fonts have no character of their own
_SIGN = "• "
_INDENT = 8
_EDGE = 2
_GAP = 1.3
_NARROWEST_LETTER = 0.3
_NARROWEST_COLUMN = 180
_SAME_COLUMN = 40


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page. `top` and `bottom` are the baselines of its first and last letter, in points from below."""

    text: str
    top: float
    bottom: float
    left: float
    right: float
    size: float


def read(data: bytes) -> Content:
    """Read a PDF. Raises DocumentError: password_protected, damaged, no_text_layer (with `pages`)."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise DocumentError("password_protected" if is_locked else "damaged", reason="not_a_pdf") from error
    try:
        pages = [_lines(page) for page in _opened_pages(document)]
        fields = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    if not any(pages):
        raise DocumentError("no_text_layer", pages=len(pages))
    repeated = _repeated(pages)
    kept = [[line for line in page if not _is_running(line, page, repeated)] for page in pages]
    title = fields.get("Title", "")
    stamps = (fields[key] for key in ("CreationDate", "ModDate") if key in fields)
    return Content(
        _text(kept),
        title=None if not title or _NO_TITLE.search(title) else title,
        dates=(*_running_dates(pages, repeated), *stamps),
    )


def _opened_pages(document: pdfium.PdfDocument) -> Iterator[pdfium.PdfTextPage]:
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        try:
            yield words
        finally:
            words.close()
            page.close()


def _lines(words: pdfium.PdfTextPage) -> list[_Line]:
    letters = [chr(raw.FPDFText_GetUnicode(words, index)) for index in range(words.count_chars())]
    return [line for start, end in _line_spans(letters) if (line := _line(words, letters, start, end))]


def _line_spans(letters: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for index, letter in enumerate(letters):
        if letter in "\r\n":
            yield start, index
            start = index + 1
    yield start, len(letters)


def _line(words: pdfium.PdfTextPage, letters: Sequence[str], start: int, end: int) -> _Line | None:
    seen = [index for index in range(start, end) if not letters[index].isspace() and letters[index] not in _HYPHENS]
    text = _SYMBOL.sub(_SIGN, clean(_without_hyphens(_paired("".join(letters[start:end])))))
    if not seen or not text:
        return None
    left, top = _origin(words, seen[0])
    _, bottom = _origin(words, seen[-1])
    right = words.get_charbox(seen[-1])[2]
    return _Line(text, top, bottom, left, right, round(raw.FPDFText_GetFontSize(words, seen[0]), 1))


def _origin(words: pdfium.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(words, index, x, y)
    return x.value, y.value


def _paired(text: str) -> str:
    """Characters beyond the basic plane may come in halves."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _without_hyphens(text: str) -> str:
    """ "Wirt-|schaft" is one word, "Metall-|Bezirk" keeps its hyphen, "Industrie-|und Handelskammer" its blank too."""

    def resolved(match: re.Match[str]) -> str:
        word = match[1]
        if word in _KEEPS_HYPHEN:
            return f"- {word}"
        return word if word[:1].islower() else f"-{word}"

    return _HYPHENATED.sub(resolved, text)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _edges(page: Sequence[_Line]) -> list[_Line]:
    return [*page[:_EDGE], *page[max(_EDGE, len(page) - _EDGE) :]]


def _repeated(pages: Sequence[Sequence[_Line]]) -> frozenset[str]:
    """The shapes of lines, no larger than the text, that stand at the edge of most pages."""
    filled = sum(1 for page in pages if page)
    if filled < 2:
        return frozenset()
    usual = Counter(line.size for page in pages for line in page).most_common(1)[0][0]
    counts = Counter(
        shape for page in pages for shape in {_shape(line.text) for line in _edges(page) if line.size <= usual}
    )
    return frozenset(
        shape for shape, count in counts.items() if count > filled / 2 and (count > 2 or _PAGE_NUMBER.match(shape))
    )


def _is_running(line: _Line, page: Sequence[_Line], repeated: frozenset[str]) -> bool:
    return _shape(line.text) in repeated and any(line is edge for edge in _edges(page))


def _running_dates(pages: Sequence[Sequence[_Line]], repeated: frozenset[str]) -> Iterator[str]:
    """ "Stand: Juni 2017" in a footer goes with the footer, but dates the document."""
    for line in _edges(next(page for page in pages if page)):
        if line.text.startswith("Stand") and _shape(line.text) in repeated and (iso := parse_date(line.text)):
            yield iso


def _text(pages: Sequence[Sequence[_Line]]) -> str:
    written: list[str] = []
    margin = 0.0
    for group, edge in ((group, _edge(group, page)) for page in pages for group in _groups(page)):
        is_list = bool(written) and written[-1].endswith(":") and group[0].left >= margin + _INDENT
        margin = group[0].left
        text = "\n".join(
            _SIGN * (is_list and not _STARTS_ITEM.match(words)) + words for words in _paragraphs(group, edge)
        )
        if written and _goes_on(written[-1], text, group):
            written[-1] += (" " if not written[-1].endswith("-") else "") + text
        else:
            written.append(text)
    return "\n\n".join(written) + "\n"


def _groups(page: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines that follow each other at the usual distance, in one size of type."""
    gaps = [above.bottom - line.top for above, line in pairwise(page)]
    usual = [gap for gap in gaps if gap > 0]
    distance = quantiles(usual, n=4)[0] if len(usual) > 1 else usual[0] if usual else 0.0
    group: list[_Line] = []
    for line in page:
        if group:
            gap = group[-1].bottom - line.top
            if not -1 <= gap <= _GAP * distance or abs(group[-1].size - line.size) > 0.1 * line.size:
                yield group
                group = []
        group.append(line)
    if group:
        yield group


def _edge(group: Sequence[_Line], page: Sequence[_Line]) -> float:
    """Where the lines of the group's column end."""
    left = min(line.left for line in group)
    column = (line.right for line in page if abs(line.left - left) < _SAME_COLUMN)
    return max(left + _NARROWEST_COLUMN, *column)


def _paragraphs(group: Sequence[_Line], edge: float) -> Iterator[str]:
    """The lines of a group, joined where the next word would not have fitted on the line above."""
    joined = ""
    for line, above in zip(group, (None, *group), strict=False):
        first_word = line.text.split(maxsplit=1)[0]
        fitted = above is not None and above.right + len(first_word) * line.size * _NARROWEST_LETTER < edge
        if above is None:
            joined = line.text
        elif fitted or _STARTS_LINE.match(line.text):
            yield joined
            joined = line.text
        else:
            joined += ("" if joined.endswith("-") and line.text[:1].isupper() else " ") + line.text
    yield joined


def _goes_on(above: str, text: str, group: Sequence[_Line]) -> bool:
    """Whether a column or page only breaks a sentence in two."""
    return text[:1].islower() and not _SENTENCE_END.search(above) and len(above) > 60 and len(group[0].text) > 20
