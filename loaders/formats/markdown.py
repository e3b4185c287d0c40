"""Markdown, by way of the page it describes, so that it reads exactly like the same page in HTML."""

import re

from markdown_it import MarkdownIt

from graph.errors import DocumentError
from loaders.encoding import decode
from loaders.formats.content import Content
from loaders.formats.html import read_markup

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(title|date|datum|titel)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.IGNORECASE | re.MULTILINE)
_DEEPEST = 10_000  # the parser drops what lies deeper; Python ends its recursion long before


def read(data: bytes) -> Content:
    """Read Markdown with tables; a YAML head gives title and date and is left out."""
    text = decode(data)
    head = _FRONT_MATTER.match(text)
    fields = {key.lower(): value for key, value in _FIELD.findall(head[1])} if head else {}
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    try:
        page = parser.render(text[head.end() :] if head else text)
    except RecursionError as error:
        raise DocumentError("too_deep") from error
    content = read_markup(page)
    dates = tuple(value for key in ("date", "datum") if (value := fields.get(key)))
    title = fields.get("title") or fields.get("titel") or content.title
    return Content(content.text, content.blocks, title, dates + content.dates)
