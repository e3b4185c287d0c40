"""PDF files with a text layer: the pages' lines in reading order, as one text that knows where its pages begin.

Lines that repeat at the edge of most pages (running heads, page numbers) are dropped.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
from pypdfium2 import raw

from graph.dates import parse_date
from graph.errors import DocumentError
from loaders.formats.columns import in_reading_order
from loaders.formats.content import Content
from loaders.formats.page_lines import Line, page_lines
from loaders.formats.paragraphs import PagedText

_PAGE_NUMBER = re.compile(r"^\W*(?:Seite\s*)?#(?:\s*(?:von|/|of)\s*#)?\W*$", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^(?:Microsoft|untitled|unbenannt|PowerPoint|Folie)\b|\.(?:docx?|pdf|pptx?|indd|xlsx?|odt|html?)$", re.IGNORECASE
)
_EDGE = 2
_MOST_PAGES = 20_000
_MOST_LETTERS = 50_000_000


def read(data: bytes) -> Content:
    """Read a PDF. Raises DocumentError: password_protected, damaged, too_large, no_text_layer (with `pages`)."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise DocumentError("password_protected" if is_locked else "damaged", reason="not_a_pdf") from error
    try:
        pages = _pages(document)
        fields = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    if not any(pages):
        raise DocumentError("no_text_layer", pages=len(pages))
    return _content(pages, fields)


def _pages(document: pdfium.PdfDocument) -> list[list[Line]]:
    pages: list[list[Line]] = []
    letters = 0
    for number in range(min(len(document), _MOST_PAGES + 1)):
        page = document[number]
        words = page.get_textpage()
        try:
            letters += words.count_chars()
            if letters > _MOST_LETTERS or number == _MOST_PAGES:
                raise DocumentError("too_large", pages=len(document))
            pages.append(in_reading_order(page_lines(words)))
        finally:
            words.close()
            page.close()
    return pages


def _content(pages: Sequence[Sequence[Line]], fields: dict[str, str]) -> Content:
    repeated = _repeated(pages)
    inner = [_without_running(page, repeated) for page in pages]
    paged = PagedText()
    for page in inner if any(inner) else pages:  # a form filled in again and again has nothing else
        paged.add_page(page)
    text, title = paged.text(), fields.get("Title", "")
    stamps = (fields[key] for key in ("CreationDate", "ModDate") if key in fields)
    return Content(
        text,
        paged.blocks(text),
        None if not title or _NO_TITLE.search(title) else title,
        (*_running_dates(pages, repeated), *stamps),
        tuple(paged.starts),
    )


def _without_running(page: Sequence[Line], repeated: frozenset[str]) -> list[Line]:
    edges = _edges(page)
    return [line for line in page if not (line in edges and _shape(line) in repeated)]


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _edges(page: Sequence[Line]) -> tuple[Line, ...]:
    """What stands on the two highest and the two lowest baselines of a page."""
    bases = sorted({line.top for line in page})
    ends = {*bases[:_EDGE], *bases[-_EDGE:]}
    return tuple(line for line in page if line.top in ends and not line.is_row)


def _repeated(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The shapes of lines, no larger than the text, that stand at the edge of most pages, or of every other one."""
    filled = sum(1 for page in pages if page)
    if filled < 2:
        return frozenset()
    usual = Counter(line.size for page in pages for line in page).most_common(1)[0][0]
    running = [{_shape(line): line.size for line in _edges(page) if line.size <= usual} for page in pages]
    counts = Counter(shape for page in running for shape in page)
    small = {shape for page in running for shape, size in page.items() if size < usual}
    return frozenset(
        shape
        for shape, count in counts.items()
        if count >= max(2, 0.4 * filled) and (count > 2 or shape in small or _PAGE_NUMBER.match(shape))
    )


def _running_dates(pages: Sequence[Sequence[Line]], repeated: frozenset[str]) -> Iterator[str]:
    """ "Stand: Juni 2017" in a footer goes with the footer, but dates the document."""
    for line in _edges(next(page for page in pages if page)):
        if line.text.startswith("Stand") and _shape(line) in repeated and (iso := parse_date(line.text)):
            yield iso
