"""The style file of Neo4j Browser (`docs/neo4j/buendnisatlas.grass`): the colours and lines of the map."""

from collections.abc import Iterable, Iterator

from graph.kinds import ActorKind, ChamberType, Strength
from viz.palette import INITIATIVE, load_palette, look_key

_CAPTIONS = (
    ("Document", "title", "#F2F2F2"),
    ("Statement", "quote", "#FFF3C4"),
    ("Unread", "word", "#FFE0B3"),
    ("Silence", "region", "#E6E6E6"),
    ("Region", "id", "#E6E6E6"),
    ("Interest", "kind", "#E3F1E9"),
    ("Listing", "initiative_id", "#F2F2F2"),
    ("Decision", "action", "#F8E1EC"),
)
_DARK, _LIGHT = "#222222", "#FFFFFF"


def grass() -> str:
    """The file's text. What comes later wins: `:Actor` first, then the label of each kind."""
    return "\n".join(_rules())


def _rules() -> Iterator[str]:
    palette = load_palette()
    yield _rule("node", (("diameter", "50px"), ("border-width", "2px"), ("font-size", "10px")))
    yield _rule("relationship", (("shaft-width", "1px"), ("font-size", "8px"), ("padding", "3px")))
    yield _node("Actor", "name", palette.look(ActorKind.OTHER).colour, palette.look(ActorKind.OTHER).border)
    for kind in ActorKind:
        look = palette.look(look_key(kind, ChamberType.IHK if kind is ActorKind.CHAMBER else None))
        yield _node(kind.label, "name", look.colour, look.border)
    initiative = palette.look(INITIATIVE)
    yield _node("Initiative", "name", initiative.colour, initiative.border, diameter="65px")
    yield _node("Group", "word", _LIGHT, _DARK)
    for label, caption, colour in _CAPTIONS:
        yield _node(label, caption, colour, "#8794A1")
    taking_part = next(stroke for stroke in palette.strokes if stroke.key == "taking_part")
    absent = next(stroke for stroke in palette.absences if stroke.key == Strength.ABSENT)
    yield _link("PARTICIPATES", "role", taking_part.colour)
    yield _link("ABSENT", "strength", absent.colour)
    for relation in ("MEMBER_OF", "BRANCH_OF", "PART_OF"):
        yield _link(relation, None, "#4A5661")


def _node(label: str, caption: str, colour: str, border: str, **further: str) -> str:
    text = ("text-color-internal", _readable(colour))
    given = tuple((key, value) for key, value in further.items())
    return _rule(
        f"node.{label}",
        (("color", colour), ("border-color", border), text, ("caption", f'"{{{caption}}}"'), *given),
    )


def _link(relation: str, caption: str | None, colour: str) -> str:
    words = f'"{{{caption}}}"' if caption else '"<type>"'
    return _rule(f"relationship.{relation}", (("color", colour), ("caption", words)))


def _rule(selector: str, properties: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"  {key}: {value};\n" for key, value in properties)
    return f"{selector} {{\n{lines}}}\n"


def _readable(colour: str) -> str:
    """Black or white, whichever stands out better from this colour."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return _LIGHT if 0.299 * red + 0.587 * green + 0.114 * blue < 140 else _DARK
