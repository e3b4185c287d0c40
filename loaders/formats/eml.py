"""E-mails: the subject as heading, then the body; its Date dates the document. Sender and receivers are left out.

The plain body is read where there is one, else the page. Attachments are files of their own; see `loaders.members`.
"""

import re
from dataclasses import replace
from email.message import MIMEPart

from loaders.blocks import find_blocks
from loaders.document import Block, BlockKind
from loaders.encoding import decode
from loaders.formats.content import Content, clean
from loaders.formats.html import read_markup
from loaders.formats.message import parse_message

_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_PREFIXES = re.compile(r"^(?:(?:AW|WG|Re|Fwd?|Antwort)(?:\[\d+\])?:\s*)+", re.IGNORECASE)


def read(data: bytes) -> Content:
    """Read a mail's body. Raises DocumentError `damaged` or `binary`."""
    message = parse_message(data)
    body = message.get_body(("plain", "html"))
    subject = _PREFIXES.sub("", clean(str(message["subject"] or "")).replace("\n", " "))
    dates = (str(message["date"]),) if message["date"] else ()
    content = Content("") if body is None else _body(body)
    head = f"{subject}\n\n" if subject else ""
    blocks = content.blocks if content.blocks is not None else _plain_blocks(content.text)
    moved = (replace(block, start=block.start + len(head), end=block.end + len(head)) for block in blocks)
    first = (Block(BlockKind.HEADING, 0, len(subject)),) if subject else ()
    return Content(head + content.text, (*first, *moved), subject or None, (*dates, *content.dates))


def _body(part: MIMEPart) -> Content:
    raw = part.get_payload(decode=True)
    text = decode(raw if isinstance(raw, bytes) else b"", declared=part.get_content_charset())
    if part.get_content_type() == "text/html":
        return read_markup(text)
    return Content(_QUOTED.sub("", text))


def _plain_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain body; what stands under a signature's line is boilerplate."""
    signature = _SIGNATURE.search(text)
    end = signature.start() if signature else len(text)
    return tuple(
        replace(block, kind=BlockKind.BOILERPLATE) if block.start >= end else block for block in find_blocks(text)
    )
