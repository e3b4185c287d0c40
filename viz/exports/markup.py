"""XML written as text: elements with attributes, everything escaped."""

from xml.sax.saxutils import escape, quoteattr

from viz.exports.attributes import Value
from viz.exports.fitting import Fitting

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_BREAKS = {"\r": "&#13;", "\x85": "&#133;", "\u2028": "&#8232;"}
"""Parsers read these as a newline or a blank where they stand by themselves; those of version 1.1 also the last two."""


class Markup:
    """Writes elements in a format's own reach of characters."""

    def __init__(self, fitting: Fitting) -> None:
        self._fitting = fitting

    def opened(self, name: str, **attributes: str | float) -> str:
        """The opening tag. `_` at an attribute's end is left out, so that `for_` may be written."""
        return f"<{name}{self._written(attributes)}>"

    def closed(self, name: str, **attributes: str | float) -> str:
        """An element without content."""
        return f"<{name}{self._written(attributes)}/>"

    def text(self, text: str) -> str:
        """Content of an element."""
        return escape(self._fitting(text), _BREAKS)

    def _written(self, attributes: dict[str, str | float]) -> str:
        told = ((name.rstrip("_").replace("__", "."), value) for name, value in attributes.items())
        return "".join(f" {name}={self._quoted(value)}" for name, value in told)

    def _quoted(self, value: str | float) -> str:
        return quoteattr(self._fitting(value), _BREAKS) if isinstance(value, str) else f'"{value}"'


def flat(value: Value) -> str | None:
    """The value as one text, several joined by "; "; None where it says nothing."""
    text = "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return text or None
