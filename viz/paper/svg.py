"""A sheet as SVG: shapes, lines and text that stays text. Everything is escaped by the XML writer; no script, no style.

The only references are links to http and https addresses.
"""

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from viz.paper.items import Area, Box, Item, Label, Line, Link, Plate, Sheet, Sign, Symbol
from viz.paper.letters import FAMILY, Face
from viz.paper.symbols import OUTLINES, SIGN_COLOURS, SIGNS

_NAMESPACE = "http://www.w3.org/2000/svg"
_FACES = {
    Face.REGULAR: {},
    Face.BOLD: {"font-weight": "bold"},
    Face.ITALIC: {"font-style": "italic"},
}
_HATCH = "hatch"
_STROKE = {"fill": "none", "stroke-width": "1.7", "stroke-linecap": "round", "stroke-linejoin": "round"}


def draw(sheet: Sheet, *, title: str, language: str) -> str:
    """The whole sheet, at its size in millimetres; the same sheet gives the same text."""
    root = ET.Element(
        "svg",
        {
            "xmlns": _NAMESPACE,
            "width": f"{_short(sheet.width * sheet.scale)}mm",
            "height": f"{_short(sheet.height * sheet.scale)}mm",
            "viewBox": f"0 0 {_short(sheet.width)} {_short(sheet.height)}",
            "font-family": f"'{FAMILY}', sans-serif",
            "lang": language,
        },
    )
    ET.SubElement(root, "title").text = title
    ET.SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
    if any(isinstance(item, Area) and item.hatched for item in sheet.items):
        _hatch(root)
    for item in sheet.items:
        _draw(root, item)
    for link in sheet.links:
        _link(root, link)
    return ET.tostring(root, encoding="unicode")


def _hatch(root: ET.Element) -> None:
    turned = {"id": _HATCH, "width": "2.6", "height": "2.6", "patternTransform": "rotate(45)"}
    pattern = ET.SubElement(ET.SubElement(root, "defs"), "pattern", {**turned, "patternUnits": "userSpaceOnUse"})
    ET.SubElement(pattern, "rect", {"width": "0.45", "height": "2.6", "fill": "#c3ced5"})


def _draw(parent: ET.Element, item: Item) -> None:
    match item:
        case Label():
            _label(parent, item)
        case Symbol():
            _symbol(parent, item)
        case Line():
            _line(parent, item)
        case Plate():
            _plate(parent, item)
        case Area():
            _area(parent, item)
        case Sign():
            _sign(parent, item)


def _label(parent: ET.Element, label: Label) -> None:
    for number, line in enumerate(label.lines):
        made = ET.SubElement(
            parent,
            "text",
            {
                "x": _short(label.x),
                "y": _short(label.y + number * label.size * label.leading),
                "font-size": _short(label.size),
                "fill": label.colour,
                **_FACES[label.face],
            },
        )
        if label.anchor != "start":
            made.set("text-anchor", label.anchor)
        if label.halo:
            width = _short(label.size * 0.28)
            halo = {"stroke": "#ffffff", "stroke-width": width, "stroke-linejoin": "round", "paint-order": "stroke"}
            made.attrib.update(halo)
        made.text = line


def _symbol(parent: ET.Element, symbol: Symbol) -> None:
    look, hollow = symbol.look, symbol.hollow
    made = ET.SubElement(
        parent,
        "path",
        {
            "d": OUTLINES[look.shape],
            "transform": f"translate({_short(symbol.x)} {_short(symbol.y)}) scale({_short(symbol.radius)})",
            "fill-rule": "evenodd",
            "fill": "#ffffff" if hollow else look.colour,
            "stroke": look.colour if hollow else look.border,
            "stroke-width": "0.36" if hollow else "0.18",
        },
    )
    if hollow:
        made.set("stroke-dasharray", "0.55 0.3")


def _line(parent: ET.Element, line: Line) -> None:
    (x1, y1), (x2, y2) = line.start, line.end
    made = _path(parent, f"M{_short(x1)} {_short(y1)}L{_short(x2)} {_short(y2)}", line.colour, line.width)
    if line.dash:
        made.set("stroke-dasharray", _row(line.dash))
    if line.mark is None:
        return
    x, y = x1 + (x2 - x1) * line.mark_at, y1 + (y2 - y1) * line.mark_at
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1e-6)
    reach = line.width * 3.2
    if line.mark == "bar":
        dx, dy = (y1 - y2) / length * reach, (x2 - x1) / length * reach
        across = f"M{_short(x - dx)} {_short(y - dy)}L{_short(x + dx)} {_short(y + dy)}"
        _path(parent, across, line.colour, line.width * 1.5)
    else:
        ring = {"cx": _short(x), "cy": _short(y), "r": _short(reach * 0.7), "fill": "#ffffff"}
        pen = {"stroke": line.colour, "stroke-width": _short(line.width)}
        ET.SubElement(parent, "circle", {**ring, **pen})


def _path(parent: ET.Element, d: str, colour: str, width: float) -> ET.Element:
    return ET.SubElement(parent, "path", {"d": d, "fill": "none", "stroke": colour, "stroke-width": _short(width)})


def _plate(parent: ET.Element, plate: Plate) -> None:
    made = ET.SubElement(parent, "rect", {**_place(plate.box), "fill": plate.fill})
    if plate.rounding:
        made.set("rx", _short(plate.rounding))
    if plate.border:
        made.attrib.update({"stroke": plate.border, "stroke-width": _short(plate.border_width)})
    if plate.dash:
        made.set("stroke-dasharray", _row(plate.dash))


def _area(parent: ET.Element, area: Area) -> None:
    rings = ("M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in ring) + "Z" for ring in area.rings)
    pen = {"stroke": area.border, "stroke-width": _short(area.border_width), "stroke-linejoin": "round"}
    outline = {"d": "".join(rings), "fill-rule": "evenodd"}
    ET.SubElement(parent, "path", {**outline, "fill": area.fill, **pen})
    if area.hatched:
        ET.SubElement(parent, "path", {**outline, "fill": f"url(#{_HATCH})"})


def _sign(parent: ET.Element, sign: Sign) -> None:
    colour, _ground = SIGN_COLOURS[sign.value]
    group = ET.SubElement(
        parent,
        "g",
        {"transform": f"translate({_short(sign.x)} {_short(sign.y)}) scale({_short(sign.side / 20, 4)})"},
    )
    pens = {
        "fill": {"fill": colour},
        "line": {**_STROKE, "stroke": colour},
        "dots": {**_STROKE, "stroke": colour, "stroke-width": "1.9", "stroke-dasharray": "0.2 3.72"},
        "cut": {**_STROKE, "stroke": "#ffffff", "stroke-width": "2"},
    }
    for part, d in SIGNS[sign.value]:
        ET.SubElement(group, "path", {"d": d, **pens[part]})


def _link(parent: ET.Element, link: Link) -> None:
    anchor = ET.SubElement(parent, "a", {"href": link.address, "target": "_blank", "rel": "noopener noreferrer"})
    ET.SubElement(anchor, "rect", {**_place(link.box), "fill": "#ffffff", "fill-opacity": "0"})


def _place(box: Box) -> dict[str, str]:
    return {"x": _short(box.left), "y": _short(box.top), "width": _short(box.width), "height": _short(box.height)}


def _row(numbers: Sequence[float] | Iterable[float]) -> str:
    return " ".join(map(_short, numbers))


def _short(number: float, places: int = 2) -> str:
    """The number without needless digits."""
    return f"{number:.{places}f}".rstrip("0").rstrip(".") or "0"
