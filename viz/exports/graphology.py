"""The JSON of graphology, for Gephi Lite and sigma: with the positions, sizes and colours of the map.

sigma takes an attribute `type` for the name of a program that draws: there is none here. y grows upwards there.
"""

from collections.abc import Iterable
from typing import TypeVar

from viz.citations import JsonRow
from viz.exports.attributes import LINE_ATTRIBUTES, SYMBOL_ATTRIBUTES, Attribute, word_code
from viz.exports.drawing import Drawing, Line, Symbol
from viz.exports.fitting import NO_TEXT, Fitting, Part, Written
from viz.exports.markup import flat
from viz.exports.node_link import as_json, fitted
from viz.language import spoken_language

T = TypeVar("T")


def write_graphology(drawing: Drawing) -> Written:
    """The file, as `Graph.from` reads it; several values of an attribute are joined by "; "."""
    fitting = Fitting(NO_TEXT)
    told = {
        "options": {"type": "undirected", "multi": True, "allowSelfLoops": True},
        "attributes": {
            "title": "Bündnisatlas",
            "language": spoken_language(),
            "made_on": drawing.made_on,
            "description": fitting(" · ".join(drawing.notes)),
        },
        "nodes": [fitted(_node(symbol), fitting) for symbol in drawing.symbols],
        "edges": [fitted(_edge(line), fitting) for line in drawing.lines],
    }
    return Written((Part("", as_json(told)),), fitting.left_out)


def _node(symbol: Symbol) -> JsonRow:
    drawn: JsonRow = {"label": symbol.label, "color": symbol.look.colour}
    if symbol.place is not None:
        drawn |= {"x": symbol.place.x, "y": -symbol.place.y, "size": symbol.place.radius}
    return {"key": symbol.row.id, "attributes": drawn | _said(SYMBOL_ATTRIBUTES, symbol)}


def _edge(line: Line) -> JsonRow:
    drawn: JsonRow = {"label": word_code(line), "color": line.stroke.colour, "size": line.stroke.width}
    ends: JsonRow = {"key": line.id, "source": line.who, "target": line.initiative, "undirected": True}
    return {**ends, "attributes": drawn | _said(LINE_ATTRIBUTES, line)}


def _said(attributes: Iterable[Attribute[T]], one: T) -> JsonRow:
    """What is known of it."""
    values = ((attribute.key, attribute.value(one)) for attribute in attributes)
    told = ((key, value if isinstance(value, int) else flat(value)) for key, value in values)
    return {key: value for key, value in told if value is not None}
