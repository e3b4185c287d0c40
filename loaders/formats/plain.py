"""Plain text: the file's own characters; blocks come from the layout of its lines."""

from loaders.encoding import decode
from loaders.formats.content import Content


def read(data: bytes) -> Content:
    """Decode a text file; every offset is that of the decoded text."""
    return Content(decode(data))
