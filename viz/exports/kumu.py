"""The network as two tables with the headings that Kumu knows: elements and connections.

Kumu tells elements apart by `ID`, and joins them by it; the columns behind its own become fields of the same name.
Several values in a cell are parted by "|".
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from viz.exports.attributes import LINE_ATTRIBUTES, SYMBOL_ATTRIBUTES, Attribute, Value, word_code, word_kind
from viz.exports.drawing import Drawing, Line, Symbol
from viz.language import _, mark
from viz.wording.dates import word_date, word_period

T = TypeVar("T")
ELEMENT_HEAD = ("ID", "Label", "Type", "Description", "Tags")
CONNECTION_HEAD = ("ID", "From", "To", "Type", "Direction", "Description")
_TOLD = frozenset({"name", "sort", "kind", "kind_name", "status", "topics", "role", "role_name", "quote"})
"""What Kumu's own columns hold already, and codes, which people do not read."""
_DATES = frozenset({"since", "until", "newest"})
_NODES = tuple(one for one in SYMBOL_ATTRIBUTES if one.key not in _TOLD)
_LINES = tuple(one for one in LINE_ATTRIBUTES if one.key not in _TOLD)
_ENDS = (mark("Who"), mark("Initiative"))


def element_head() -> list[str]:
    """The headings of `element_rows`."""
    return [*ELEMENT_HEAD, *(_(one.title) for one in _NODES)]


def connection_head() -> list[str]:
    """The headings of `connection_rows`."""
    return [*CONNECTION_HEAD, *map(_, _ENDS), *(_(one.title) for one in _LINES)]


def element_rows(drawing: Drawing) -> Iterable[list[str]]:
    """A row for each symbol."""
    return (_element(symbol) for symbol in drawing.symbols)


def connection_rows(drawing: Drawing) -> Iterable[list[str]]:
    """A row for each line."""
    names = {symbol.row.id: symbol.label for symbol in drawing.symbols}
    return (_connection(line, names) for line in drawing.lines)


def _element(symbol: Symbol) -> list[str]:
    told = {one.key: one.value(symbol) for one in SYMBOL_ATTRIBUTES}
    since, until = (told[key] for key in ("since", "until"))
    period = word_period(since if isinstance(since, str) else None, until if isinstance(until, str) else None)
    about = " · ".join(part for part in (", ".join(symbol.regions), period) if part)
    own = [symbol.row.id, symbol.label, word_kind(symbol), about, _cell(told["topics"])]
    return own + _cells(_NODES, symbol)


def _connection(line: Line, names: Mapping[str, str]) -> list[str]:
    quote = _("“{quote}”").format(quote=line.newest.quote) if line.newest.quote else ""
    own = [line.id, line.who, line.initiative, word_code(line), "undirected", quote]
    return [*own, names[line.who], names[line.initiative], *_cells(_LINES, line)]


def _cells(attributes: Sequence[Attribute[T]], one: T) -> list[str]:
    return [(_dated if attribute.key in _DATES else _cell)(attribute.value(one)) for attribute in attributes]


def _dated(value: Value) -> str:
    return word_date(value) if isinstance(value, str) and value else ""


def _cell(value: Value) -> str:
    if isinstance(value, tuple):
        return "|".join(one.replace("|", "/") for one in value)
    return "" if value is None else str(value)
