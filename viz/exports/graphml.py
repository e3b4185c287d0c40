"""GraphML for yEd and for every program that reads GraphML: attributes as data, and the map drawn as yEd draws.

yEd shows names, shapes, colours and positions at once; others read the data and pass over what is yEd's own.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from viz.exports.attributes import LINE_ATTRIBUTES, SYMBOL_ATTRIBUTES, Attribute, Value, word_code
from viz.exports.drawing import Drawing, Line, Place, Sort, Symbol
from viz.exports.fitting import NO_XML, Fitting, Part, Written
from viz.exports.markup import HEAD, Markup, flat
from viz.language import _

T = TypeVar("T")
_SPACES = {
    "xmlns": "http://graphml.graphdrawing.org/xmlns",
    "xmlns:y": "http://www.yworks.com/xml/graphml",
    "xmlns:yed": "http://www.yworks.com/xml/yed/3",
}
_SHAPES: Mapping[str, str] = {
    "square": "rectangle",
    "diamond": "diamond",
    "diamond_hole": "diamond",
    "diamond_bar": "diamond",
    "diamond_flat": "diamond",
    "triangle": "triangle",
    "triangle_down": "triangle2",
    "hexagon": "hexagon",
    "pentagon": "octagon",
    "house": "trapezoid",
    "cross": "star6",
    "star": "star5",
    "hourglass": "parallelogram",
    "pill": "roundrectangle",
}
"""The shapes of the palette in yEd's; whatever is not here is an ellipse."""


def write_graphml(drawing: Drawing) -> Written:
    """The file. Ids are those of the graph; lines are undirected, as on the map."""
    fitting = Fitting(NO_XML)
    content = HEAD + "\n".join(_document(drawing, Markup(fitting))) + "\n"
    return Written((Part("", content.encode("utf-8")),), fitting.left_out)


def _document(drawing: Drawing, xml: Markup) -> Iterator[str]:
    yield xml.opened("graphml", **_SPACES)
    yield f"<desc>{xml.text(' · '.join(drawing.notes))}</desc>"
    yield xml.closed("key", id="nodegraphics", for_="node", yfiles__type="nodegraphics")
    yield xml.closed("key", id="edgegraphics", for_="edge", yfiles__type="edgegraphics")
    yield from _declared("node", SYMBOL_ATTRIBUTES, xml)
    yield from _declared("edge", LINE_ATTRIBUTES, xml)
    yield xml.opened("graph", id="G", edgedefault="undirected")
    yield from (_node(symbol, xml) for symbol in drawing.symbols)
    yield from (_edge(line, xml) for line in drawing.lines)
    yield "</graph></graphml>"


def _declared(sort: str, attributes: Iterable[Attribute[T]], xml: Markup) -> Iterator[str]:
    for one in attributes:
        kind, told = "int" if one.is_number else "string", {"attr.name": _(one.title)}
        yield xml.closed("key", id=f"{sort}_{one.key}", for_=sort, **told, attr__type=kind)


def _node(symbol: Symbol, xml: Markup) -> str:
    drawn = _drawn(symbol, symbol.place, xml) if symbol.place else ""
    said = "".join(_data("node", attribute.key, attribute.value(symbol), xml) for attribute in SYMBOL_ATTRIBUTES)
    return f"{xml.opened('node', id=symbol.row.id)}{drawn}{said}</node>"


def _edge(line: Line, xml: Markup) -> str:
    said = "".join(_data("edge", attribute.key, attribute.value(line), xml) for attribute in LINE_ATTRIBUTES)
    ends = xml.opened("edge", id=line.id, source=line.who, target=line.initiative)
    return f"{ends}{_stroke(line, xml)}{said}</edge>"


def _data(sort: str, key: str, value: Value, xml: Markup) -> str:
    text = flat(value)
    return "" if text is None else f"{xml.opened('data', key=f'{sort}_{key}')}{xml.text(text)}</data>"


def _drawn(symbol: Symbol, place: Place, xml: Markup) -> str:
    """The symbol as yEd draws it: its corner at the upper left, its name below."""
    side, look = 2 * place.radius, symbol.look
    left, top = round(place.x - place.radius, 1), round(place.y - place.radius, 1)
    style = "bold" if symbol.sort is Sort.INITIATIVE else "plain"
    parts = (
        xml.closed("y:Geometry", x=left, y=top, width=side, height=side),
        xml.closed("y:Fill", color=look.colour, transparent="false"),
        xml.closed("y:BorderStyle", color=look.border, type="line", width=1.0),
        xml.opened("y:NodeLabel", modelName="sides", modelPosition="s", fontSize=12, fontStyle=style)
        + f"{xml.text(symbol.label)}</y:NodeLabel>",
        xml.closed("y:Shape", type=_SHAPES.get(look.shape, "ellipse")),
    )
    return f'<data key="nodegraphics"><y:ShapeNode>{"".join(parts)}</y:ShapeNode></data>'


def _stroke(line: Line, xml: Markup) -> str:
    style = "dashed" if line.stroke.dash else "line"
    drawn = xml.closed("y:LineStyle", color=line.stroke.colour, type=style, width=line.stroke.width)
    bare = xml.closed("y:Arrows", source="none", target="none")
    label = f"{xml.opened('y:EdgeLabel', visible='false')}{xml.text(word_code(line))}</y:EdgeLabel>"
    return f'<data key="edgegraphics"><y:PolyLineEdge>{drawn}{bare}{label}</y:PolyLineEdge></data>'
