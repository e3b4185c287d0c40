"""JSON for programs: nodes and links in the form that networkx reads (`networkx.node_link_graph`)."""

import json

from viz.citations import Json, JsonRow
from viz.exports.attributes import LINE_ATTRIBUTES, SYMBOL_ATTRIBUTES, Value
from viz.exports.drawing import Backing, Drawing, Line, Symbol
from viz.exports.fitting import NO_TEXT, Fitting, Part, Written
from viz.language import spoken_language


def write_node_link(drawing: Drawing) -> Written:
    """The file. Keys are English, names of codes worded; what is not known is null."""
    fitting = Fitting(NO_TEXT)
    told = {
        "directed": False,
        "multigraph": True,
        "graph": {
            "program": "Bündnisatlas",
            "language": spoken_language(),
            "made_on": drawing.made_on,
            "notes": fitted([*drawing.notes], fitting),
        },
        "nodes": [fitted(_node(symbol), fitting) for symbol in drawing.symbols],
        "edges": [fitted(_edge(line), fitting) for line in drawing.lines],
    }
    return Written((Part("", as_json(told)),), fitting.left_out)


def as_json(value: object) -> bytes:
    """The value as JSON in UTF-8, with a newline at its end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def fitted(value: Json, fitting: Fitting) -> Json:
    """The value with every text in it made fit."""
    if isinstance(value, str):
        return fitting(value)
    if isinstance(value, dict):
        return {key: fitted(part, fitting) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [fitted(part, fitting) for part in value]
    return value


def _node(symbol: Symbol) -> JsonRow:
    said = {one.key: _plain(one.value(symbol)) for one in SYMBOL_ATTRIBUTES}
    return {"id": symbol.row.id, "label": symbol.label} | said | {"sources": _sources(symbol.backing)}


def _edge(line: Line) -> JsonRow:
    said = {one.key: _plain(one.value(line)) for one in LINE_ATTRIBUTES}
    ends: JsonRow = {"key": line.id, "source": line.who, "target": line.initiative}
    return ends | said | {"sources": _sources(line.backing)}


def _plain(value: Value) -> Json:
    return [*value] if isinstance(value, tuple) else value


def _sources(backing: Backing) -> Json:
    return [{"title": one.title, "address": one.address, "date": one.date} for one in backing.sources]
