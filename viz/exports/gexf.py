"""GEXF 1.3 for Gephi and Gephi Lite, with the positions, sizes and colours of the map.

Lines have the role as their `kind`: by that Gephi keeps two of one pair apart. They are undirected, as on the map, so
that measures of a network count them both ways. y grows upwards there.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from viz.exports.attributes import LINE_ATTRIBUTES, SYMBOL_ATTRIBUTES, Attribute, word_code
from viz.exports.drawing import Drawing, Line, Symbol
from viz.exports.fitting import NO_XML, Fitting, Part, Written
from viz.exports.markup import HEAD, Markup, flat
from viz.language import _

T = TypeVar("T")
_SPACES = {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", "version": "1.3"}


def write_gexf(drawing: Drawing) -> Written:
    """The file. Ids are those of the graph."""
    fitting = Fitting(NO_XML)
    content = HEAD + "\n".join(_document(drawing, Markup(fitting))) + "\n"
    return Written((Part("", content.encode("utf-8")),), fitting.left_out)


def _document(drawing: Drawing, xml: Markup) -> Iterator[str]:
    yield xml.opened("gexf", **_SPACES)
    yield xml.opened("meta", lastmodifieddate=drawing.made_on)
    yield f"<creator>Bündnisatlas</creator><description>{xml.text(' · '.join(drawing.notes))}</description>"
    yield "</meta>"
    yield xml.opened("graph", mode="static", defaultedgetype="undirected")
    yield from _declared("node", SYMBOL_ATTRIBUTES, xml)
    yield from _declared("edge", LINE_ATTRIBUTES, xml)
    yield "<nodes>"
    yield from (_node(symbol, xml) for symbol in drawing.symbols)
    yield "</nodes>"
    yield "<edges>"
    yield from (_edge(line, xml) for line in drawing.lines)
    yield "</edges></graph></gexf>"


def _declared(sort: str, attributes: Sequence[Attribute[T]], xml: Markup) -> Iterator[str]:
    yield xml.opened("attributes", class_=sort, mode="static")
    for one in attributes:
        kind = "integer" if one.is_number else "string"
        yield xml.closed("attribute", id=one.key, title=_(one.title), type=kind)
    yield "</attributes>"


def _node(symbol: Symbol, xml: Markup) -> str:
    drawn = xml.closed("viz:color", **_rgb(symbol.look.colour))
    if symbol.place is not None:
        drawn += xml.closed("viz:position", x=symbol.place.x, y=-symbol.place.y, z=0.0)
        drawn += xml.closed("viz:size", value=symbol.place.radius)
    said = _values(SYMBOL_ATTRIBUTES, symbol, xml)
    return f"{xml.opened('node', id=symbol.row.id, label=symbol.label)}{said}{drawn}</node>"


def _edge(line: Line, xml: Markup) -> str:
    told = {"id": line.id, "source": line.who, "target": line.initiative, "kind": line.code.value}
    drawn = xml.closed("viz:color", **_rgb(line.stroke.colour)) + xml.closed("viz:thickness", value=line.stroke.width)
    return f"{xml.opened('edge', **told, label=word_code(line))}{_values(LINE_ATTRIBUTES, line, xml)}{drawn}</edge>"


def _values(attributes: Iterable[Attribute[T]], one: T, xml: Markup) -> str:
    told = ((attribute.key, flat(attribute.value(one))) for attribute in attributes)
    values = "".join(xml.closed("attvalue", for_=key, value=value) for key, value in told if value is not None)
    return f"<attvalues>{values}</attvalues>"


def _rgb(colour: str) -> dict[str, float]:
    return {part: int(colour[at : at + 2], 16) for part, at in (("r", 1), ("g", 3), ("b", 5))}
